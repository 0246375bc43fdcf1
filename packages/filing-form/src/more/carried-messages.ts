/** The words of what is taken over from elsewhere. */
import { defineMessages, type Messages, type MessageTable } from '@tongban/element-kit';

const zhCN = {
  carried: '已从“{source}”带入',
  other: '“{source}”中为：{value}',
  use: '改用此值',
  useFor: '“{label}”改用“{source}”中的值',
  register: '项目登记',
  ofCase: '{title}（{day}）',
} as const;

const en: MessageTable<typeof zhCN> = {
  carried: 'Taken over from “{source}”',
  other: 'In “{source}”: {value}',
  use: 'Use this',
  useFor: 'For “{label}” use what “{source}” says',
  register: 'project registration',
  ofCase: '{title} ({day})',
};

/** See the module comment. */
export const carriedMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });

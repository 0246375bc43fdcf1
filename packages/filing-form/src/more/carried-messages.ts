/** The words of what is taken over from elsewhere. */
import { defineMessages, type Messages, type MessageTable } from '@tongban/element-kit';

const zhCN = {
  carried: '已从“{source}”带入',
  other: '“{source}”中为：{value}',
  use: '改用此值',
  useFor: '改用此值：“{label}”按“{source}”填写',
  register: '项目登记',
  ofCase: '{title}（{day}）',
} as const;

const en: MessageTable<typeof zhCN> = {
  carried: 'Taken over from “{source}”',
  other: 'In “{source}”: {value}',
  use: 'Use this',
  useFor: 'Use this: “{label}” as in “{source}”',
  register: 'project registration',
  ofCase: '{title} ({day})',
};

/** See the module comment. */
export const carriedMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });

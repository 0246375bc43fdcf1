/** The words of the gallery of building blocks. */
import { defineMessages, type Messages, type MessageTable } from '@tongban/element-kit';

const zhCN = {
  title: '办事模块',
  lead: '选一个改革机制，填好参数，一次放进流程；不合适可以一步撤销。',
  basis: '依据：{source}',
  choose: '选择“{title}”',
  back: '返回模块',
  insert: '放入流程',
  cancel: '取消',
  behind: '放在“{name}”之后',
  atEnd: '没有选中环节，放在流程旁边，请自行连线。',
  required: '请填写。',
  number: '请填写大于 0 的整数。',
  feel: '这个表达式读不懂，请检查括号、引号和名称。',
  same: '应与上一级不同，不能由同一角色自己复核自己。',
  none: '（不选）',
  pick: '请选择…',
  own: '本地模块',
  inserted: '已放入：{title}',
  picture: '“{title}”的流程示意图',
} as const;

const en: MessageTable<typeof zhCN> = {
  title: 'Building blocks',
  lead: 'Choose a mechanism, fill in its parameters, and put it into the flow at once; one undo takes it back.',
  basis: 'Basis: {source}',
  choose: 'Choose “{title}”',
  back: 'Back to the blocks',
  insert: 'Put into the flow',
  cancel: 'Cancel',
  behind: 'Behind “{name}”',
  atEnd: 'No step is selected; it stands beside the flow for you to connect.',
  required: 'Fill this in.',
  number: 'Enter a whole number above 0.',
  feel: 'This expression cannot be read. Check brackets, quotes and names.',
  same: 'Must differ from the one before: nobody checks their own work.',
  none: '(none)',
  pick: 'Choose…',
  own: 'Local block',
  inserted: 'Put in: {title}',
  picture: 'A sketch of “{title}”',
};

/** All words of the gallery. */
export const blockMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });

/** The words of the rule list. */
import { defineMessages, type Messages, type MessageTable } from '@tongban/element-kit';

const zhCN = {
  search: '查找',
  searchHint: '可输入事项、部门、依据中的词，或行号，例如“第3行”。',
  onlyExceptions: '只看有例外的',
  count: '共 {count} 行',
  found: '找到 {found} 行，共 {count} 行',
  none: '没有找到。请换一个词，或清空查找。',
  row: '第 {number} 行',
  exceptions: '{count} 种例外情形',
  otherwise: '其他情形',
  from: '自 {day} 起执行',
  pinned: '在此之前受理的办件，按受理时的版本办理。',
  clear: '清空',
} as const;

const en: MessageTable<typeof zhCN> = {
  search: 'Find',
  searchHint: 'A word of the item, department or source, or the number of a row, such as 3.',
  onlyExceptions: 'Only with exceptions',
  count: '{count} rows',
  found: '{found} of {count} rows',
  none: 'Nothing was found. Try another word, or clear the search.',
  row: 'Row {number}',
  exceptions: '{count} exceptions',
  otherwise: 'Otherwise',
  from: 'In force from {day}',
  pinned: 'Cases accepted before follow the version they started under.',
  clear: 'Clear',
};

/** See the module comment. */
export const ruleListMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });

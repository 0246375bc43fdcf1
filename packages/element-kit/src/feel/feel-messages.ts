/** The words of the FEEL field. */
import { defineMessages, type Messages, type MessageTable } from '../messages.ts';

const zhCN = {
  offered: '{count} 个可用的字段、函数或运算，用上下方向键选择，回车插入',
  insert: '插入字段、函数或运算（Ctrl + 空格）',
  suggestions: '可以写的内容',
  reading: '即：{words}',
  faultAt: '第 {position} 个字符：{sentence}',
  'type.string': '文字',
  'type.number': '数字',
  'type.boolean': '是/否',
  'type.date': '日期',
  'type.time': '时间',
  'type.date and time': '日期时间',
  'type.duration': '时长',
  'type.list': '列表',
  'type.context': '表单或一组值',
} as const;

const en: MessageTable<typeof zhCN> = {
  offered: '{count} fields, functions or operators; choose with the arrow keys, Enter inserts',
  insert: 'Insert a field, function or operator (Ctrl + Space)',
  suggestions: 'What may be written',
  reading: 'That is: {words}',
  faultAt: 'Character {position}: {sentence}',
  'type.string': 'text',
  'type.number': 'number',
  'type.boolean': 'yes or no',
  'type.date': 'date',
  'type.time': 'time',
  'type.date and time': 'date and time',
  'type.duration': 'duration',
  'type.list': 'list',
  'type.context': 'form or group of values',
};

export const feelMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });

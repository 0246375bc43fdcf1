/** The words of the import. */
import { defineMessages, type Messages, type MessageTable } from '@tongban/element-kit';

const zhCN = {
  title: '从 Word、Excel 或其他表单导入',
  pasteHint: '在 Word、Excel 或 WPS 中选中整张表格并复制，然后点这里按 Ctrl+V。',
  fileHint: '.docx、.xlsx、.html，或 form-js、Form.io、JSON Schema、本系统的 .json。文件只在本机读取。',
  found: '识别出 {count} 个字段。请核对名称和类型，可直接修改；不需要的取消勾选。',
  formTitle: '表单标题',
  formNote: '表下的附注',
  include: '导入“{label}”',
  label: '名称',
  kind: '类型',
  required: '必填',
  requiredOf: '“{label}”必填',
  labelOf: '第 {number} 个字段的名称',
  kindOf: '“{label}”的类型',
  because: '依据',
  because_name: '常用字段',
  because_words: '名称用词',
  because_blank: '表格样式',
  because_plain: '未识别，按文本',
  again: '重新选择',
  append: '加到表单末尾',
  take: '导入',
  replace: '替换整张表单',
  cancel: '取消',
} as const;

const en: MessageTable<typeof zhCN> = {
  title: 'Import from Word, Excel or another form',
  pasteHint: 'Select and copy the whole table in Word, Excel or WPS, then click here and press Ctrl+V.',
  fileHint: '.docx, .xlsx, .html, or .json of form-js, Form.io, JSON Schema or ours. The file is read on this device only.',
  found: '{count} fields were found. Check names and kinds, correct them here; clear what is not wanted.',
  formTitle: 'Title of the form',
  formNote: 'Note under the table',
  include: 'Import “{label}”',
  label: 'Name',
  kind: 'Kind',
  required: 'Required',
  requiredOf: '“{label}” is required',
  labelOf: 'Name of field {number}',
  kindOf: 'Kind of “{label}”',
  because: 'Because of',
  because_name: 'A known field',
  because_words: 'Words of the name',
  because_blank: 'Look of the table',
  because_plain: 'Nothing better, text',
  again: 'Choose another',
  append: 'Add to the end',
  take: 'Import',
  replace: 'Replace the whole form',
  cancel: 'Cancel',
};

/** See the module comment. */
export const importMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });

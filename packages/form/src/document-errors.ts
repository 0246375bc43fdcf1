/** The codes of form documents that cannot be used; apart from those of values, so that whoever only fills in a form does not load their sentences. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  FORM_JSON_INVALID: {
    en: 'The form document is not valid JSON: {reason}. Correct it at that place.',
    'zh-CN': '表单文件不是有效的 JSON：{reason}。请在该处更正。',
    causes: 'The file was edited by hand, cut off, or is another kind of file.',
  },
  FORM_TOO_LARGE: {
    en: 'The form has more than {limit} {what}. Split it up.',
    'zh-CN': '表单的{what}超过 {limit}。请拆分表单。',
    kind: 'tooLarge',
  },
  FORM_DOCUMENT_INVALID: {
    en: '“{property}” of “{element}” must be {expected}.',
    'zh-CN': '“{element}”的“{property}”应为{expected}。',
    causes: 'A property is missing, misspelt, or of the wrong type.',
  },
  FORM_PROPERTY_UNKNOWN: {
    en: '“{element}” has an unknown property “{property}”, which does nothing. Remove it or correct its name.',
    'zh-CN': '“{element}”有未知的属性“{property}”，它不起作用。请删除或更正名称。',
  },
  FORM_KIND_UNKNOWN: {
    en: 'The field “{element}” is of the unknown kind “{kind}”. Choose one of: {kinds}.',
    'zh-CN': '字段“{element}”的类型“{kind}”未知。请选用：{kinds}。',
  },
  FORM_KIND_NOT_IN_ROWS: {
    en: 'The column “{element}” is of the kind “{kind}”, which rows cannot hold. Move it out of the table.',
    'zh-CN': '表格列“{element}”的类型“{kind}”不能放在重复行中。请移到表格之外。',
  },
  FORM_NAME_RESERVED: {
    en: 'The key “{name}” already means something in expressions. Choose another one.',
    'zh-CN': '键名“{name}”在表达式中已有固定含义。请换一个键名。',
    causes: '`row`, `rowId`, `value`, `parameters`, `case` and `actor` are read by expressions.',
  },
  FORM_ID_TWICE: {
    en: 'The id “{id}” is used twice. Give every field and rule an id of its own.',
    'zh-CN': '编号“{id}”重复。请为每个字段和规则设置唯一的编号。',
  },
  FORM_KEY_TWICE: {
    en: 'The key “{key}” is used by two fields. Give each a key of its own.',
    'zh-CN': '键名“{key}”被两个字段使用。请为每个字段设置不同的键名。',
  },
  FORM_CHOICE_TWICE: {
    en: 'The field “{element}” has the choice “{value}” twice. Remove one.',
    'zh-CN': '字段“{element}”的选项“{value}”重复。请删除其中一个。',
  },
  FORM_KEY_NOT_FOUND: {
    en: '“{element}” names the field “{key}”, which does not exist. Choose an existing field.',
    'zh-CN': '“{element}”引用的字段“{key}”不存在。请选择已有的字段。',
  },
  FORM_NAME_UNKNOWN: {
    en: 'The expression “{text}” reads “{name}”, which this form does not know; it will be empty. Check the name.',
    'zh-CN': '表达式“{text}”读取了“{name}”，本表单中没有这个名称，其值将为空。请检查名称。',
  },
  FORM_COMPUTED_CYCLE: {
    en: 'The fields {fields} depend on each other in a circle, so none can be computed. Break the circle in one of their expressions.',
    'zh-CN': '字段{fields}互相依赖，形成循环，无法计算。请修改其中一个表达式以打破循环。',
    causes: 'A computed value or a visibility reads, directly or through other fields, its own result.',
  },
} as const;

/** Makes the problems of form documents. */
export const raiseOfDocument: Raise<keyof typeof table> = defineErrors(table);

/** A code of form documents. */
export type DocumentErrorCode = keyof typeof table;

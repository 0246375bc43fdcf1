/** The codes of document templates that cannot be used. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  DOCUMENT_TEMPLATE_INVALID: {
    en: '“{property}” of the template “{templateId}” must be {expected}.',
    'zh-CN': '文书模板“{templateId}”的“{property}”应为{expected}。',
    causes: 'A property is missing, misspelt, or of the wrong type.',
  },
  DOCUMENT_BLOCK_UNKNOWN: {
    en: 'The template “{templateId}” has a block of the unknown kind “{kind}”. Use one of: {kinds}.',
    'zh-CN': '文书模板“{templateId}”中有未知类型“{kind}”的段落。请选用：{kinds}。',
  },
  DOCUMENT_PLACEHOLDER_OPEN: {
    en: 'A “{{” in “{property}” of the template “{templateId}” has no “}}”. Close it.',
    'zh-CN': '文书模板“{templateId}”的“{property}”中有“{{”没有对应的“}}”。请补上。',
  },
  DOCUMENT_NAME_UNKNOWN: {
    en: '“{text}” reads “{name}”, which is not known here; it will be empty. Check the name.',
    'zh-CN': '“{text}”读取了“{name}”，此处没有这个名称，其值将为空。请检查名称。',
  },
  DOCUMENT_TOO_LARGE: {
    en: 'The template “{templateId}” has more than {limit} {what}. Split it up.',
    'zh-CN': '文书模板“{templateId}”的{what}超过 {limit}。请拆分。',
    kind: 'tooLarge',
  },
  DOCUMENT_EXPRESSION_MISSING: {
    en: 'The compiled template “{templateId}” lacks the expression “{text}”. Compile it again.',
    'zh-CN': '已编译的文书模板“{templateId}”缺少表达式“{text}”。请重新编译。',
    kind: 'fault',
  },
} as const;

/** Makes the errors and problems of this package. */
export const raise: Raise<keyof typeof table> = defineErrors(table);

/** A code of this package. */
export type DocumentErrorCode = keyof typeof table;

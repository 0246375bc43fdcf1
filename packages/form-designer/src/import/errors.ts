/** The codes of files that cannot be made into a form. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  FORM_DESIGNER_SCHEMA_UNREADABLE: {
    en: 'The schema is no JSON ({reason}). Export it from the other tool again.',
    'zh-CN': '表单定义不是 JSON（{reason}）。请从原工具重新导出。',
  },
  FORM_DESIGNER_NOTHING_FOUND: {
    en: 'No table and no fields were found. Copy the whole table, or open the file that holds it.',
    'zh-CN': '没有找到表格或字段。请复制整张表格，或打开含有表格的文件。',
  },
} as const;

/** Makes the errors of this package. */
export const designErrors: Raise<keyof typeof table> = defineErrors(table);

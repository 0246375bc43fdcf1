/** The codes of files that cannot be made into a form. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  FORM_DESIGNER_FILE_UNREADABLE: {
    en: 'The file cannot be read ({reason}). Save it as .docx or .xlsx with Word, Excel or WPS and open it again.',
    'zh-CN': '文件无法读取（{reason}）。请用 Word、Excel 或 WPS 另存为 .docx 或 .xlsx 后再打开。',
    causes: 'An older format (.doc, .xls), a file with a password, or another kind of file.',
  },
  FORM_DESIGNER_FILE_TOO_LARGE: {
    en: 'The file is larger than {limit} MB. Keep only the table in it.',
    'zh-CN': '文件超过 {limit} MB。请只保留表格后再打开。',
    kind: 'tooLarge',
  },
  FORM_DESIGNER_NOTHING_FOUND: {
    en: 'No table and no fields were found. Copy the whole table, or open the file that holds it.',
    'zh-CN': '没有找到表格或字段。请复制整张表格，或打开含有表格的文件。',
  },
} as const;

/** Makes the errors of this package. */
export const designErrors: Raise<keyof typeof table> = defineErrors(table);

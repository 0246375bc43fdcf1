/** The codes of files that hold no readable table. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  OFFICE_FILES_UNREADABLE: {
    en: 'The file cannot be read ({reason}). Save it as .docx, .xlsx or .csv with Word, Excel or WPS and open it again.',
    'zh-CN': '文件无法读取（{reason}）。请用 Word、Excel 或 WPS 另存为 .docx、.xlsx 或 .csv 后再打开。',
    causes: 'An older format (.doc, .xls), a file with a password, or another kind of file.',
  },
  OFFICE_FILES_TOO_LARGE: {
    en: 'The file is larger than {limit} MB. Keep only the table in it.',
    'zh-CN': '文件超过 {limit} MB。请只保留表格后再打开。',
    kind: 'tooLarge',
  },
} as const;

/** The codes of this package. */
export type OfficeErrorCode = keyof typeof table;

/** Makes the errors of this package. */
export const raise: Raise<OfficeErrorCode> = defineErrors(table);

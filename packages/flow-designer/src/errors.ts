/** The codes of this room. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  FLOW_DESIGNER_NOT_DRAWN: {
    en: 'The flow could be read but not drawn: {reason}. Open it in the tool that drew it and save it with its drawing.',
    'zh-CN': '流程可以读取，但无法绘制：{reason}。请用原绘图工具打开，连同图形一起保存后再导入。',
    causes: 'The file has several processes and no drawing, or its drawing names elements that are not there.',
  },
} as const;

/** Makes the errors and problems of this room. */
export const raise: Raise<keyof typeof table> = defineErrors(table);

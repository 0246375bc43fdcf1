/** The codes of this room. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  FLOW_DESIGNER_NOT_DRAWN: {
    en: 'The flow could be read but not drawn: {reason}. Open it in the tool that drew it and save it with its drawing.',
    'zh-CN': '流程可以读取，但无法绘制：{reason}。请用原绘图工具打开，连同图形一起保存后再导入。',
    causes: 'The file has several processes and no drawing, or its drawing names elements that are not there.',
  },
  FLOW_DESIGNER_FILE_TOO_LARGE: {
    en: 'The file “{file}” is larger than {limit} MB. Check that it is the right file.',
    'zh-CN': '“{file}”超过 {limit} MB。请检查是否选错了文件。',
    causes: 'A picture, an archive or another document was chosen or dropped in place of a BPMN file.',
  },
  FLOW_DESIGNER_PASTE_UNREADABLE: {
    en: 'What was copied holds no steps that can be pasted. Copy the steps again in a flow of this site, then paste.',
    'zh-CN': '复制的内容里没有可以粘贴的环节。请在本站的流程里重新复制环节，再粘贴。',
    causes: 'The place where copied steps are kept was written by something else, or by another version of this designer.',
  },
} as const;

/** Makes the errors and problems of this room. */
export const raise: Raise<keyof typeof table> = defineErrors(table);

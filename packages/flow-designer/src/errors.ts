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
  FLOW_DESIGNER_BLOCK_WRONG: {
    en: 'The building block “{block}” is not shown: {where} {reason}. Correct it in its *.block.json.',
    'zh-CN': '办事模块“{block}”没有显示：{where} {reason}。请在它的 *.block.json 里改正。',
    causes: 'A block of the county was written by hand, or for another version.',
    terms: {
      reason: {
        object: { en: 'must be an object', 'zh-CN': '应是一个对象' },
        list: { en: 'must be a list of objects', 'zh-CN': '应是对象的列表' },
        text: { en: 'must be a text', 'zh-CN': '应是文字' },
        version: { en: 'must be 1', 'zh-CN': '应是 1' },
        kind: { en: 'is no kind we know', 'zh-CN': '不是已知的种类' },
        place: { en: 'must be [column, row], whole numbers from 0', 'zh-CN': '应是 [列, 行]，从 0 开始的整数' },
        twice: { en: 'is there twice', 'zh-CN': '重复了' },
        unknown: { en: 'names something that the block does not have', 'zh-CN': '所指的内容在模块里没有' },
        unit: { en: 'is no unit of time', 'zh-CN': '不是时间单位' },
        number: { en: 'must be a whole number above 0, or a parameter', 'zh-CN': '应是大于 0 的整数，或一个参数' },
        entry: { en: 'must have exactly one that begins at “in”', 'zh-CN': '应恰好有一条从 in 开始' },
        tooMany: { en: 'has more than 100 entries', 'zh-CN': '超过 100 项' },
      },
    },
  },
} as const;

/** Makes the errors and problems of this room. */
export const raise: Raise<keyof typeof table> = defineErrors(table);

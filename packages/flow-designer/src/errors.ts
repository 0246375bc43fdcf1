/** The codes of this room. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  FLOW_DESIGNER_NOT_DRAWN: {
    en: 'The flow could be read but not drawn. Open it in the tool that drew it and save it with its drawing.',
    'zh-CN': '流程可以读取，但无法绘制。请用原绘图工具打开，连同图形一起保存后再导入。',
    causes: 'The drawing in the file is damaged, or names elements that are not there.',
  },
  FLOW_DESIGNER_NO_DRAWING: {
    en: 'The file holds no drawing of a flow. Open it in the tool that drew it and save it with its drawing.',
    'zh-CN': '文件里没有流程图。请用原绘图工具打开，连同图形一起保存后再导入。',
    causes: 'The diagram in the file is empty, or was cut off.',
  },
  FLOW_DESIGNER_DRAWING_OF_OTHER: {
    en: 'The first diagram of the file shows something that is not a flow, e.g. a choreography. Save the diagram of the flow alone, then import it.',
    'zh-CN': '文件里的第一张图不是流程图（例如是编排图）。请只保存流程那张图，再导入。',
    causes: 'The file holds several diagrams, the first of which is a choreography or a conversation.',
  },
  FLOW_DESIGNER_ELEMENT_NOT_DRAWN: {
    en: '“{element}” could not be drawn. It stays in the file; draw it again here, or correct its drawing in the tool it comes from.',
    'zh-CN': '“{element}”画不出来，但仍保留在文件里。请在这里重新画，或在原绘图工具里改正它的图形后再导入。',
    causes: 'The shape of the element is of another kind than the element, or has no place.',
  },
  FLOW_DESIGNER_DRAWN_TWICE: {
    en: '“{element}” is drawn more than once in the file; the first drawing is shown. Check its place.',
    'zh-CN': '“{element}”在文件里画了不止一次，只显示第一个图形。请核对它的位置。',
    causes: 'The drawing was copied in a text editor, or the tool writes one drawing for each diagram.',
  },
  FLOW_DESIGNER_SHAPE_OF_NOTHING: {
    en: 'The drawing has a shape “{element}” that belongs to no step; it is not shown. Look whether a step is missing.',
    'zh-CN': '图里有一个图形“{element}”不对应任何环节，没有显示。请看看是否少了环节。',
    causes: 'A step was deleted from the file and its drawing was left, or its id was changed.',
  },
  FLOW_DESIGNER_LINE_LOOSE: {
    en: 'The line “{element}” does not lead from a step to a step, so it is not shown. Draw it again.',
    'zh-CN': '连线“{element}”有一端没有接到环节上，没有显示。请重新连线。',
    causes: 'A step at its end was deleted or is not drawn.',
  },
  FLOW_DESIGNER_BOUNDARY_LOOSE: {
    en: 'The event “{element}” stands on no step, so it may be missing in the drawing. Put it on its step again.',
    'zh-CN': '边界事件“{element}”没有依附的环节，图中可能没有它。请把它重新放到环节上。',
    causes: 'The step it stood on was deleted or is not drawn.',
  },
  FLOW_DESIGNER_LOCKED: {
    en: '“{name}” is locked by {base}, so it is not changed here. Reason of the lock: {reason}. Ask whoever keeps that measure, or add a step beside it.',
    'zh-CN': '“{name}”由{base}锁定，本级不能修改。锁定依据：{reason}。确需修改的，请向上级提出；也可以在旁边另加环节。',
    causes: 'A part that the law or the province fixes was to be changed in a copy of the measure.',
  },
  FLOW_DESIGNER_FILE_TOO_LARGE: {
    en: 'The file “{file}” is larger than {limit} MB. Check that it is the right file.',
    'zh-CN': '“{file}”超过 {limit} MB。请检查是否选错了文件。',
    causes: 'A picture, an archive or another document was chosen or dropped in place of a BPMN file.',
  },
  FLOW_DESIGNER_ONE_FILE: {
    en: '{count} files were dropped. Drop the one BPMN file that is to be opened.',
    'zh-CN': '一次拖入了 {count} 个文件。请只拖入要打开的那一个 BPMN 文件。',
    causes: 'Several files were selected, or a folder was dropped.',
  },
  FLOW_DESIGNER_READ_ONLY: {
    en: 'The flow can only be looked at here, so no file was opened. Open it where it may be edited.',
    'zh-CN': '这里的流程只能查看，没有打开文件。请到可以编辑的地方导入。',
    kind: 'forbidden',
    causes: 'A file was dropped on a flow that is published, or that the person may not edit.',
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

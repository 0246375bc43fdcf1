/** The words of the tools: find, overview, arrange, align, files in and out. */
import { defineMessages, type Messages, type MessageTable } from '@tongban/element-kit';

const zhCN = {
  find: '查找环节',
  findLabel: '按名称或标识查找',
  findNone: '没有找到',
  findCount: '找到 {count} 个',
  closeFind: '关闭查找',
  showMap: '显示小地图',
  hideMap: '隐藏小地图',
  map: '小地图：拖动方框移动画面',
  arrange: '自动排列',
  arranged: '已重新排列，可以撤销',
  alignLeft: '左对齐',
  alignMiddle: '上下居中对齐',
  spreadX: '横向均匀分布',
  spreadY: '纵向均匀分布',
  needTwo: '先选中两个以上的环节',
  needThree: '先选中三个以上的环节',
  importFile: '导入流程文件…',
  exportBpmn: '导出 BPMN 文件',
  exportSvg: '导出矢量图（SVG）',
  exportPng: '导出图片（PNG）',
  importTitle: '导入流程文件',
  importBody: '“{file}”会替换现在的流程，撤销不能恢复。要先保留一份，请导出 BPMN 文件。',
  importConfirm: '导入并替换',
  imported: '已导入：{file}',
} as const;

const en: MessageTable<typeof zhCN> = {
  find: 'Find a step',
  findLabel: 'Find by name or id',
  findNone: 'Nothing found',
  findCount: '{count} found',
  closeFind: 'Close the search',
  showMap: 'Show the overview',
  hideMap: 'Hide the overview',
  map: 'Overview: drag the frame to move the view',
  arrange: 'Arrange',
  arranged: 'Arranged anew; you can undo',
  alignLeft: 'Align left',
  alignMiddle: 'Align in the middle',
  spreadX: 'Spread evenly across',
  spreadY: 'Spread evenly down',
  needTwo: 'Select two steps or more first',
  needThree: 'Select three steps or more first',
  importFile: 'Import a flow file…',
  exportBpmn: 'Export the BPMN file',
  exportSvg: 'Export the drawing (SVG)',
  exportPng: 'Export a picture (PNG)',
  importTitle: 'Import a flow file',
  importBody: '“{file}” takes the place of the flow, and undo does not bring it back. To keep it, export the BPMN file first.',
  importConfirm: 'Import and replace',
  imported: 'Imported: {file}',
};

/** All words of the tools. */
export const toolMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });

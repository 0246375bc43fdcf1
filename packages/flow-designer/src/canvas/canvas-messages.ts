/** The words of working on the canvas by keyboard. */
import { defineMessages, type Messages, type MessageTable } from '@tongban/element-kit';

const zhCN = {
  canvas: '流程图',
  keys: '左右方向键逐个环节移动，上下方向键看环节的连线。回车设置，F2 改名，Insert 在后面加一步，菜单键或 M 打开更多操作，C 连线，Shift 加方向键移动，Ctrl 加 Shift 加方向键改变大小，Delete 删除；在连线上按 B 调整折点；在设置里按 Esc 回到图上。',
  movedLeft: '{name}：左移',
  movedRight: '{name}：右移',
  movedUp: '{name}：上移',
  movedDown: '{name}：下移',
  notMovable: '{name}不能移到那里。',
  resized: '{name}：宽 {width}，高 {height}',
  notResizable: '{name}的大小不能改变。',
  connectFrom: '从“{name}”连线：用方向键走到下一个环节，按回车连上，按 Esc 取消。',
  reconnectFrom: '改接“{name}”：用方向键走到新的环节，按回车接上，按 Esc 取消。',
  connected: '已从“{from}”连到“{to}”。',
  notConnectable: '不能从“{from}”连到“{to}”。请另选一个环节，或按 Esc 取消。',
  connectEnded: '已取消连线。',
  notHere: '不能放在“{name}”上，流程没有改变。请放在空白处、连线上，或泳道、子流程里。',
  deleted: '已删除{name}。',
  bend: '折点 {number}，共 {count} 个：横 {x}，纵 {y}',
  bendStart: '起点：横 {x}，纵 {y}',
  bendEnd: '终点：横 {x}，纵 {y}',
  bendKeys: '方向键逐点移动，Shift 加方向键移动折点，Insert 在后面加一个，Delete 删除，Esc 回到连线。',
  bendAdded: '已添加{name}',
  bendRemoved: '已删除折点，还有 {count} 个。',
  bendEndStays: '线的两端跟着环节走。要加折点请按 Insert；要改接，请按 Esc 回到连线，再按 C。',
} as const;

const en: MessageTable<typeof zhCN> = {
  canvas: 'Drawing of the flow',
  keys: 'Left and right walk from step to step, up and down through the lines of a step. Enter sets it up, F2 renames it, Insert adds a step behind it, the menu key or M opens more actions, C connects, Shift with arrows moves, Ctrl with Shift and arrows resizes, Delete removes; on a line, B is for its bends; Escape in the settings comes back to the drawing.',
  movedLeft: '{name}: moved left',
  movedRight: '{name}: moved right',
  movedUp: '{name}: moved up',
  movedDown: '{name}: moved down',
  notMovable: '{name} cannot be moved there.',
  resized: '{name}: {width} wide, {height} high',
  notResizable: 'The size of {name} cannot be changed.',
  connectFrom: 'Connecting from “{name}”: walk to the next step with the arrow keys, Enter connects, Escape cancels.',
  reconnectFrom: 'Leading “{name}” elsewhere: walk to the new step with the arrow keys, Enter connects, Escape cancels.',
  connected: 'Connected “{from}” with “{to}”.',
  notConnectable: '“{from}” cannot be connected with “{to}”. Choose another step, or cancel with Escape.',
  connectEnded: 'Connecting was cancelled.',
  notHere: 'It cannot be put on “{name}”; nothing was changed. Drop it on an empty place, on a line, or in a lane or sub-flow.',
  deleted: '{name} was deleted.',
  bend: 'Bend {number} of {count}: {x} across, {y} down',
  bendStart: 'Beginning: {x} across, {y} down',
  bendEnd: 'End: {x} across, {y} down',
  bendKeys:
    'Arrows walk from point to point, Shift with arrows moves a bend, Insert adds one behind it, Delete removes it, Escape goes back to the line.',
  bendAdded: 'Added: {name}',
  bendRemoved: 'The bend was removed; {count} are left.',
  bendEndStays:
    'The ends of a line follow their steps. Insert adds a bend; to lead the line elsewhere, go back to it with Escape and press C.',
};

/** All words of the canvas. */
export const canvasMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });

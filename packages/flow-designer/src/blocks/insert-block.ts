/** Puts a filled block into the flow behind a step or into a line, as one step of undo. */
import { clearBelow, GAP, middleOf, openSpace, scopeOf } from '../diagram/geometry.ts';
import { insertFree, onlyLine } from '../diagram/insert-step.ts';
import { KINDS } from '../diagram/kinds.ts';
import type { DiagramElement, Point } from '../diagram/services.ts';
import type { FlowEditor } from '../flow-editor.ts';
import type { BlockLine, BlockNode, FilledBlock } from './block.ts';

const COLUMN = 160;
const ROW = 120;

/** Inserts `block` behind `after` (a step, a line, or where the flow has its last free step). Answers its first element. */
export function insertBlock(editor: FlowEditor, block: FilledBlock, after: DiagramElement | undefined): DiagramElement | undefined {
  let first: DiagramElement | undefined;
  editor.together(() => {
    first = insert(editor, block, after ?? insertFree(editor.get, 'startEvent'));
  });
  return first;
}

function insert(editor: FlowEditor, block: FilledBlock, after: DiagramElement): DiagramElement | undefined {
  const line = after.type === 'bpmn:SequenceFlow' ? after : onlyLine(after);
  const source = line?.source ?? after;
  const origin = placeFor(editor, block, source, line);
  const made = new Map<string, DiagramElement>();
  const ordered = [...block.nodes].sort((a, b) => Number(a.attachedTo !== undefined) - Number(b.attachedTo !== undefined));
  for (const node of ordered) made.set(node.id, make(editor, node, origin, source, made));
  connectAll(editor, block, made, { source, line, target: line?.target });
  for (const node of block.nodes) setUp(editor, node, made.get(node.id) as DiagramElement);
  return made.get(block.lines.find(({ from }) => from === 'in')?.to ?? '');
}

// right of the source; what stands there goes to the right, what stands below the first row goes down
function placeFor(editor: FlowEditor, block: FilledBlock, source: DiagramElement, line: DiagramElement | undefined): Point {
  const columns = Math.max(...block.nodes.map(({ at }) => at[0])) + 1;
  const rows = Math.max(...block.nodes.map(({ at }) => at[1])) + 1;
  const right = source.x + source.width;
  const middle = middleOf(source);
  if (line !== undefined) openSpace(editor.get, 'x', right + 5, columns * COLUMN);
  const below = { x: right + GAP / 2, y: middle.y + 50, width: columns * COLUMN, height: (rows - 1) * ROW };
  if (rows > 1) clearBelow(editor.get, scopeOf(editor.get, source), below, [source]);
  return { x: right + GAP + 50, y: middle.y };
}

function make(
  editor: FlowEditor,
  node: BlockNode,
  origin: Point,
  source: DiagramElement,
  made: ReadonlyMap<string, DiagramElement>,
): DiagramElement {
  const { shape } = KINDS[node.kind];
  const host = node.attachedTo === undefined ? undefined : made.get(node.attachedTo);
  const modeling = editor.get('modeling');
  if (host !== undefined) return modeling.createShape(shape, { x: middleOf(host).x, y: host.y + host.height }, host, { attach: true });
  const [column, row] = node.at;
  const at = { x: origin.x + column * COLUMN, y: origin.y + row * ROW };
  return modeling.createShape(shape, at, scopeOf(editor.get, source));
}

interface Ends {
  readonly source: DiagramElement;
  readonly line: DiagramElement | undefined;
  readonly target: DiagramElement | undefined;
}

function connectAll(
  editor: FlowEditor,
  block: FilledBlock,
  made: ReadonlyMap<string, DiagramElement>,
  { source, line, target }: Ends,
): void {
  const modeling = editor.get('modeling');
  for (const one of block.lines) {
    const from = one.from === 'in' ? source : made.get(one.from);
    const to = one.to === 'out' ? target : made.get(one.to);
    if (from === undefined || to === undefined) continue;
    if (one.from === 'in' && line !== undefined) {
      modeling.reconnectEnd(line, to, middleOf(to));
      modeling.layoutConnection(line);
    } else setLine(editor, one, from, modeling.connect(from, to));
  }
}

function setLine(editor: FlowEditor, { name, condition, default: isDefault }: BlockLine, from: DiagramElement, made: DiagramElement): void {
  const modeling = editor.get('modeling');
  if (name !== undefined) modeling.updateProperties(made, { name });
  if (condition !== undefined) {
    const expression = editor.create('bpmn:FormalExpression', { body: condition }, made.businessObject);
    modeling.updateProperties(made, { conditionExpression: expression });
  }
  if (isDefault === true) modeling.updateProperties(from, { default: made.businessObject });
}

function setUp(editor: FlowEditor, { name, loop, message, extension }: BlockNode, element: DiagramElement): void {
  if (name !== undefined) editor.rename(element, name);
  if (loop !== undefined) {
    const isSequential = loop === 'sequential';
    const characteristics = editor.create('bpmn:MultiInstanceLoopCharacteristics', { isSequential }, element.businessObject);
    editor.setProperties(element, { loopCharacteristics: characteristics });
  }
  if (message !== undefined) editor.setMessage(element, message);
  if (extension !== undefined) editor.setExtension(element, extension);
}

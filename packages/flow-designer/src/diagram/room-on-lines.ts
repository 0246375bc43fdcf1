/** A step that is dropped on a line too short for it gets room: what follows moves on, in the same step of undo. */
import { GAP, middleOf, overlap } from './geometry.ts';
import { roomAfter } from './insert-step.ts';
import type { Bounds, DiagramElement, GetService, Point } from './services.ts';

/** Before bpmn-js leads the line through what was dropped on it. */
const FIRST = 2000;
/** The least that stays between two steps. */
const APART = GAP / 3;

/** Makes room on lines, from now on. */
export function makeRoomOnLines(get: GetService): void {
  const bus = get('eventBus');
  bus.on('commandStack.shape.create.preExecute', FIRST, ({ context }) => {
    const { parent: line, shape, position } = context ?? {};
    if (context === undefined || shape === undefined || position === undefined || !isFlow(line)) return;
    if (isCrowded(line, around(position, shape))) context.position = roomAfter(get, line, sizeOf(shape)).center;
  });
  bus.on('commandStack.elements.move.preExecute', FIRST, ({ context }) => {
    const { newParent: line, shapes = [], delta } = context ?? {};
    const [shape, other] = shapes;
    if (context === undefined || shape === undefined || other !== undefined || delta === undefined || !isFlow(line)) return;
    const from = middleOf(shape);
    if (!isCrowded(line, around({ x: from.x + delta.x, y: from.y + delta.y }, shape))) return;
    const { center } = roomAfter(get, line, sizeOf(shape));
    const now = middleOf(shape);
    context.delta = { x: Math.round(center.x - now.x), y: Math.round(center.y - now.y) };
  });
}

// only where the line leads on to the right: elsewhere the place that was chosen is the better one
function isCrowded({ source, target }: DiagramElement, place: Bounds): boolean {
  if (source === undefined || target === undefined || target.x <= source.x) return false;
  return [source, target].some((end) => overlap(end, place));
}

function around({ x, y }: Point, { width, height }: Bounds): Bounds {
  return { x: x - width / 2 - APART, y: y - height / 2, width: width + 2 * APART, height };
}

function sizeOf({ width, height }: Bounds): Point {
  return { x: width, y: height };
}

function isFlow(line: DiagramElement | undefined): line is DiagramElement {
  return line?.type === 'bpmn:SequenceFlow';
}

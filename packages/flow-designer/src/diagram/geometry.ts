/** Rectangles and the nodes in a scope, for edits that find a place by themselves. */
import { isFlowNode } from './kinds.ts';
import type { Bounds, DiagramElement, GetService, Point } from './services.ts';

/** The room kept between two steps, px. */
export const GAP = 60;

export function middleOf(bounds: Bounds): Point {
  return { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
}

export function overlap(a: Bounds, b: Bounds): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The smallest rectangle around all of them. */
export function boundsOf(all: readonly Bounds[]): Bounds {
  const x = Math.min(...all.map((one) => one.x));
  const y = Math.min(...all.map((one) => one.y));
  const right = Math.max(...all.map((one) => one.x + one.width));
  const bottom = Math.max(...all.map((one) => one.y + one.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** What holds `element`: a process, pool or sub-process. */
export function scopeOf(get: GetService, element: DiagramElement): DiagramElement {
  return (element.host ?? element).parent ?? get('canvas').getRootElement();
}

/** The nodes of a scope; those inside sub-processes are theirs. */
export function nodesIn(scope: DiagramElement): readonly DiagramElement[] {
  return (scope.children ?? []).flatMap((child) =>
    child.type === 'bpmn:SubProcess' ? [child] : [...(isFlowNode(child) ? [child] : []), ...nodesIn(child)],
  );
}

/** Moves everything right of (`x`) or below (`y`) `start` away by `delta`; pools and sub-processes grow. */
export function openSpace(get: GetService, axis: 'x' | 'y', start: number, delta: number): void {
  const everything = get('elementRegistry')
    .getAll()
    .filter((element) => element.parent !== undefined);
  const { movingShapes, resizingShapes } = get('spaceTool').calculateAdjustments(everything, axis, delta, start);
  const by = axis === 'x' ? { x: delta, y: 0 } : { x: 0, y: delta };
  get('modeling').createSpace(movingShapes, resizingShapes, by, axis === 'x' ? 'e' : 's', start);
}

/** Makes sure that nothing of `scope` lies in `place`: what does is moved down. */
export function clearBelow(get: GetService, scope: DiagramElement, place: Bounds, keep: readonly DiagramElement[]): void {
  const padded = { x: place.x, y: place.y, width: place.width, height: place.height + 20 };
  const inTheWay = nodesIn(scope).filter((shape) => !keep.includes(shape) && overlap(shape, padded));
  const border = bottomOf(get, scope, place);
  if (inTheWay.length === 0 && (border === undefined || border >= place.y + place.height + 20)) return;
  openSpace(get, 'y', place.y - 10, place.height + 30);
}

// the lower edge of the innermost lane, pool or sub-process around the place
function bottomOf(get: GetService, scope: DiagramElement, place: Bounds): number | undefined {
  const middle = { x: place.x + place.width / 2, y: place.y };
  const around = get('elementRegistry')
    .getAll()
    .filter((one) => one.type === 'bpmn:Lane' || one.type === 'bpmn:Participant' || (one === scope && one.type === 'bpmn:SubProcess'))
    .filter((one) => one.x <= middle.x && middle.x <= one.x + one.width && one.y <= middle.y && middle.y <= one.y + one.height);
  return around.length === 0 ? undefined : Math.min(...around.map((one) => one.y + one.height));
}

/**
 * A line that would run through other steps is led around them: out of the top or bottom of its step, along the nearest free height, and
 * into the top or bottom of the other. New lines, lines that are led elsewhere by hand, and all lines when the flow is arranged.
 */
import { middleOf, nodesIn, openSpace, overlap, scopeOf } from './geometry.ts';
import type { Bounds, DiagramElement, GetService, Point } from './services.ts';

/** How far from steps a line stays, px; the further ones are for lines that find the nearest taken. */
const CLEARANCES = [20, 35, 50];
/** Lines nearer than this look like one. */
const APART = 10;
/** A line nearer than this to a step touches it. */
const MARGIN = 5;

/** Leads lines around steps, from now on. */
export function leadLinesAround(get: GetService): void {
  const bus = get('eventBus');
  const fresh = new WeakSet<object>();
  let byHand = false;
  bus.on('commandStack.connection.create.preExecute', ({ context }) => {
    if (context?.connection !== undefined && context.connection.waypoints === undefined) fresh.add(context);
  });
  bus.on('commandStack.connection.create.postExecuted', 500, ({ context }) => {
    if (context?.connection !== undefined && fresh.delete(context)) leadAround(get, context.connection);
  });
  bus.on('bendpoint.move.end', 5000, () => {
    byHand = true;
  });
  bus.on(['bendpoint.move.end', 'bendpoint.move.cleanup'], 100, () => {
    byHand = false;
  });
  bus.on('commandStack.connection.reconnect.postExecuted', 500, ({ context }) => {
    if (byHand && context?.connection !== undefined) leadAround(get, context.connection);
  });
}

/** Leads `line` around the steps it runs through; where there is no way around, it stays. */
export function leadAround(get: GetService, line: DiagramElement): void {
  const { source, target, waypoints = [] } = line;
  if (line.type !== 'bpmn:SequenceFlow' || source === undefined || target === undefined || source === target) return;
  const scope = scopeOf(get, source);
  const steps = nodesIn(scope).filter((node) => node !== source && node !== target);
  if (!crossesAny(waypoints, steps)) return;
  const others = (scope.children ?? []).filter((one) => one !== line && one.waypoints !== undefined);
  const free = heights([source, target, ...steps], [source, target], scope)
    .map((y) => pointsAt(source, target, y))
    .find((points) => !crossesAny(points, steps) && !runsAlong(points, others));
  if (free === undefined) return;
  growTo(get, scope, (free[1] as Point).y);
  get('modeling').updateWaypoints(line, free);
}

// those above and below each step, the shortest way first
function heights(steps: readonly Bounds[], ends: readonly Bounds[], scope: DiagramElement): readonly number[] {
  const top = scope.type === 'bpmn:SubProcess' || scope.type === 'bpmn:Participant' ? scope.y + APART : Number.NEGATIVE_INFINITY;
  const detour = (y: number): number => ends.reduce((sum, end) => sum + Math.abs(middleOf(end).y - y), 0);
  return steps
    .flatMap(({ y, height }) => CLEARANCES.flatMap((far) => [y - far, y + height + far]))
    .filter((y) => y > top && ends.every((end) => y < end.y || y > end.y + end.height))
    .sort((a, b) => detour(a) - detour(b));
}

function pointsAt(source: Bounds, target: Bounds, y: number): readonly Point[] {
  const [from, to] = [middleOf(source), middleOf(target)];
  const edge = (step: Bounds): number => (y > step.y ? step.y + step.height : step.y);
  return [
    { x: from.x, y: edge(source) },
    { x: from.x, y },
    { x: to.x, y },
    { x: to.x, y: edge(target) },
  ];
}

function crossesAny(points: readonly Point[], steps: readonly Bounds[]): boolean {
  return stretches(points).some((stretch) => steps.some((step) => overlap(stretch, around(step))));
}

function runsAlong([, from, to]: readonly Point[], others: readonly DiagramElement[]): boolean {
  if (from === undefined || to === undefined) return false;
  const [{ x, y, width }] = stretches([from, to]) as [Bounds];
  const level = { x, y: y - APART, width, height: 2 * APART };
  return others.some(({ waypoints = [] }) => stretches(waypoints).some((one) => one.height <= 1 && overlap(one, level)));
}

// a rectangle needs a size to overlap another
function stretches(points: readonly Point[]): readonly Bounds[] {
  return points.slice(1).map((to, at) => {
    const from = points[at] as Point;
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    return { x, y, width: Math.max(1, Math.abs(to.x - from.x)), height: Math.max(1, Math.abs(to.y - from.y)) };
  });
}

function around({ x, y, width, height }: Bounds): Bounds {
  return { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
}

function growTo(get: GetService, scope: DiagramElement, y: number): void {
  if (scope.type !== 'bpmn:SubProcess' && scope.type !== 'bpmn:Participant') return;
  const missing = y + APART - (scope.y + scope.height);
  if (missing > 0) openSpace(get, 'y', scope.y + scope.height - 2, Math.ceil(missing));
}

/**
 * The points of a line, edited one at a time. A corner stays a corner: a bend takes along the neighbour at the other end of a level or
 * upright stretch, and an end slides along its step while it can.
 */
import type { Bounds, Point } from '../diagram/services.ts';

/** A point of a drawn line; `original`: where it would dock if the step's outline did not cut it short. */
export interface LinePoint extends Point {
  readonly original?: Point;
}

/** What a line begins and ends at; nothing where an end cannot slide. */
export interface LineEnds {
  readonly source?: Bounds;
  readonly target?: Bounds;
}

/** How far from a step's corner an end stays. */
const INSET = 10;
/** Events and gateways are smaller: lines meet their middle. */
const LEAST = 60;

/** `points` with the bend at `at` moved by `delta`, which is level or upright. */
export function movedBend(points: readonly LinePoint[], at: number, delta: Point, ends: LineEnds): readonly LinePoint[] {
  const moved = points.map(plain);
  const across = delta.x === 0 ? 'y' : 'x';
  moved[at] = shifted(points[at] as LinePoint, delta);
  for (const next of [at - 1, at + 1]) {
    const [here, there] = [points[at], points[next]];
    if (here === undefined || there === undefined || here[across] !== there[across]) continue;
    const isEnd = next === 0 || next === points.length - 1;
    const step = next === 0 ? ends.source : ends.target;
    const docked = shifted(there.original ?? there, delta);
    if (!isEnd) moved[next] = shifted(there, delta);
    else if (step !== undefined && slidesTo(docked, step, across)) moved[next] = docked;
  }
  return moved;
}

/** `points` with one more bend behind `at`, in the middle of that stretch; before the end, when `at` is the end. */
export function addedBend(points: readonly LinePoint[], at: number): { readonly points: readonly LinePoint[]; readonly at: number } {
  const behind = Math.min(at, points.length - 2);
  const [from, to] = [points[behind] as LinePoint, points[behind + 1] as LinePoint];
  const middle = { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) };
  return { points: [...points.slice(0, behind + 1), middle, ...points.slice(behind + 1)], at: behind + 1 };
}

/** `points` without the bend at `at`. */
export function removedBend(points: readonly LinePoint[], at: number): readonly LinePoint[] {
  return points.filter((_point, index) => index !== at);
}

/** Whether the point at `at` is where the line begins or ends. */
export function isEndPoint(points: readonly LinePoint[], at: number): boolean {
  return at <= 0 || at >= points.length - 1;
}

function plain(point: LinePoint): LinePoint {
  return point.original === undefined ? { x: point.x, y: point.y } : { x: point.x, y: point.y, original: point.original };
}

function shifted({ x, y }: Point, delta: Point): Point {
  return { x: Math.round(x + delta.x), y: Math.round(y + delta.y) };
}

function slidesTo(point: Point, step: Bounds, across: 'x' | 'y'): boolean {
  const size = across === 'x' ? step.width : step.height;
  return size >= LEAST && point[across] >= step[across] + INSET && point[across] <= step[across] + size - INSET;
}

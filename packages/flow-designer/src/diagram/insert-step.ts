/** Adds an element behind another, in one undoable step: room is made, the line that was there now leads through the new one. */
import { clearBelow, GAP, middleOf, nodesIn, openSpace, overlap, scopeOf } from './geometry.ts';
import { KINDS, type KindName } from './kinds.ts';
import type { Bounds, DiagramElement, GetService, Point } from './services.ts';

const SIZES: Readonly<Record<string, Point>> = {
  Task: { x: 100, y: 80 },
  Event: { x: 36, y: 36 },
  Gateway: { x: 50, y: 50 },
  SubProcess: { x: 350, y: 200 },
};

/** Adds an element of `kind` behind `after`: a node (its only line is split) or a line (it is split). `ready`: the element, already set up. */
export function insertAfter(get: GetService, after: DiagramElement, kind: KindName, ready?: DiagramElement): DiagramElement {
  const { shape } = KINDS[kind];
  const { center, line, source } = roomAfter(get, after, sizeOf(shape.type));
  const made = get('modeling').createShape(ready ?? shape, center, scopeOf(get, source));
  leadThrough(get, source, line, made);
  return made;
}

/** Puts an event on the lower edge of `step`, beside those that are there. */
export function attachTo(get: GetService, step: DiagramElement, kind: KindName): DiagramElement {
  const used = (step.attachers ?? []).length;
  const x = step.x + step.width - (used + 0.5) * (SIZES['Event'] as Point).x - 8;
  return get('modeling').createShape(KINDS[kind].shape, { x: Math.max(step.x, x), y: step.y + step.height }, step, { attach: true });
}

/** Puts `element`, which no line touches, behind `after`. */
export function putAfter(get: GetService, after: DiagramElement, element: DiagramElement): void {
  const { center, line, source } = roomAfter(get, after, { x: element.width, y: element.height });
  const from = middleOf(element);
  get('modeling').moveElements([element], { x: Math.round(center.x - from.x), y: Math.round(center.y - from.y) }, scopeOf(get, source));
  leadThrough(get, source, line, element);
}

/** Adds an element of `kind` where nothing else is, when there is nothing to put it behind. */
export function insertFree(get: GetService, kind: KindName, ready?: DiagramElement): DiagramElement {
  const root = get('canvas').getRootElement();
  const { inner } = get('canvas').viewbox();
  if (kind === 'participant') {
    const pool = get('elementFactory').createParticipantShape();
    return get('modeling').createShape(
      pool,
      { x: inner.x + 300, y: inner.y + inner.height + (root.type === 'bpmn:Collaboration' ? 160 : -inner.height / 2) },
      root,
    );
  }
  const scope = root.children?.find((child) => child.type === 'bpmn:Participant') ?? root;
  const at = scope === root ? { x: inner.x + inner.width + 140, y: inner.y + inner.height / 2 } : freePlace(scope);
  return get('modeling').createShape(ready ?? KINDS[kind].shape, at, scope);
}

/** A place behind a step. */
export interface Room {
  readonly source: DiagramElement;
  readonly line: DiagramElement | undefined;
  readonly center: Point;
}

/** Makes room for something of `size` behind `after`, and answers where its middle goes. */
export function roomAfter(get: GetService, after: DiagramElement, size: Point): Room {
  const line = after.type === 'bpmn:SequenceFlow' ? after : onlyLine(after);
  const source = line?.source ?? after;
  if (source.host !== undefined && line === undefined) return { source, line, center: roomBelow(get, source, size) };
  const center = placeFor(source, line, size);
  makeRoom(get, source, line, { x: center.x - size.x / 2, y: center.y - size.y / 2, width: size.x, height: size.y });
  return { source, line, center };
}

// what follows an event on the edge of a step goes below that step
function roomBelow(get: GetService, event: DiagramElement, size: Point): Point {
  const bottom = event.host === undefined ? event.y : event.host.y + event.host.height;
  const place = { x: event.x + event.width + GAP / 2, y: bottom + GAP / 2 + 10, width: size.x, height: size.y };
  clearBelow(get, scopeOf(get, event), place, [event]);
  return middleOf(place);
}

function leadThrough(get: GetService, source: DiagramElement, line: DiagramElement | undefined, made: DiagramElement): void {
  const target = line?.target;
  if (line === undefined || target === undefined || made.type === 'bpmn:EndEvent') {
    get('modeling').connect(source, made);
    return;
  }
  get('modeling').reconnectEnd(line, made, middleOf(made));
  get('modeling').layoutConnection(line);
  get('modeling').connect(made, target);
}

// in a pool: near its end, on the first height that is free
function freePlace(pool: DiagramElement): Point {
  const x = pool.x + pool.width - 80;
  const taken = nodesIn(pool);
  for (let y = pool.y + 60; y < pool.y + pool.height - 40; y += 40) {
    const place = { x: x - 60, y: y - 50, width: 120, height: 100 };
    if (!taken.some((shape) => overlap(shape, place))) return { x, y };
  }
  return { x, y: pool.y + 60 };
}

/** The one sequence flow out of `node`; nothing when there are none or several. */
export function onlyLine(node: DiagramElement): DiagramElement | undefined {
  const lines = node.outgoing.filter((line) => line.type === 'bpmn:SequenceFlow');
  return lines.length === 1 ? lines[0] : undefined;
}

/** How large what is made of this BPMN type is. */
export function sizeOf(type: string): Point {
  const size = Object.entries(SIZES).find(([ending]) => type.endsWith(ending))?.[1];
  return size ?? { x: 100, y: 80 };
}

// right of the source, on the height at which the line leads on
function placeFor(source: DiagramElement, line: DiagramElement | undefined, size: Point): Point {
  const middle = middleOf(source);
  const target = line?.target;
  const sameLane = target !== undefined && target.x > source.x && Math.abs(middleOf(target).y - middle.y) < source.height / 2 + 40;
  const many = line === undefined ? source.outgoing.length : source.outgoing.indexOf(line);
  const y = sameLane || source.outgoing.length < 2 ? middle.y : middle.y + Math.max(0, many) * (size.y + 30);
  return { x: source.x + source.width + GAP + size.x / 2, y };
}

function makeRoom(get: GetService, source: DiagramElement, line: DiagramElement | undefined, place: Bounds): void {
  const padded = { x: place.x, y: place.y - 10, width: place.width + GAP / 2, height: place.height + 20 };
  const inTheWay = nodesIn(scopeOf(get, source)).filter((shape) => shape !== source && overlap(shape, padded));
  const target = line?.target;
  const tooClose =
    target !== undefined && target.x > source.x && target.x < place.x + place.width + GAP / 2 && overlap({ ...target, x: place.x }, padded);
  if (inTheWay.length === 0 && !tooClose) return;
  openSpace(get, 'x', source.x + source.width + 5, place.width + GAP);
}

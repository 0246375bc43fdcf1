/** Edits that the step list offers, each one step of undo: beside it at the same time, only under a condition, one more way, move, take away. */
import { boundsOf, clearBelow, middleOf, scopeOf } from '../diagram/geometry.ts';
import { insertAfter, onlyLine, putAfter } from '../diagram/insert-step.ts';
import { addBeside, type NewStep } from '../diagram/open-way.ts';
import type { DiagramElement, GetService } from '../diagram/services.ts';
import { isPassage, isSequence, type OutlineItem, type OutlineStep } from './outline.ts';

const BELOW = 30;
const STEP: NewStep = { kind: 'userTask' };

/** Puts a new step beside `element`: both go at the same time, and the flow waits for both. */
export function makeParallel(get: GetService, element: DiagramElement): DiagramElement {
  const [into] = element.incoming.filter(isSequence);
  const outof = onlyLine(element);
  if (into === undefined || outof === undefined) return element;
  const split = insertAfter(get, into, 'parallelGateway');
  const join = insertAfter(get, outof, 'parallelGateway');
  return addBeside(get, split, join, [element], STEP);
}

/** Puts two new steps behind `element`, which go at the same time; the flow waits for both. Answers them. */
export function addParallel(get: GetService, element: DiagramElement): readonly DiagramElement[] {
  const split = insertAfter(get, element, 'parallelGateway');
  const first = insertAfter(get, split, 'userTask');
  const join = insertAfter(get, first, 'parallelGateway');
  return [first, addBeside(get, split, join, [first], STEP)];
}

/** Adds one more way between `split` and the step at which its ways meet. */
export function addWay(get: GetService, split: DiagramElement, join: DiagramElement | undefined): DiagramElement {
  const beside = split.outgoing.flatMap((line) => (line.target === undefined || line.target === join ? [] : [line.target]));
  return addBeside(get, split, join, beside, STEP);
}

/** Puts a new step behind `element` that is done only when a condition holds; otherwise the flow goes past it. Answers its line. */
export function addCondition(get: GetService, element: DiagramElement): DiagramElement {
  const choice = insertAfter(get, element, 'exclusiveGateway');
  const step = insertAfter(get, choice, 'userTask');
  const merge = insertAfter(get, step, 'exclusiveGateway');
  const way = choice.outgoing.find((line) => line.target === step) as DiagramElement;
  const past = get('modeling').connect(choice, merge);
  const [from, to] = [middleOf(choice), middleOf(merge)];
  const bottom = step.y + step.height + BELOW;
  clearBelow(get, scopeOf(get, step), { x: choice.x, y: step.y + step.height + 1, width: merge.x - choice.x, height: BELOW + 10 }, [
    choice,
    step,
    merge,
  ]);
  get('modeling').updateWaypoints(past, [
    { x: from.x, y: choice.y + choice.height },
    { x: from.x, y: bottom },
    { x: to.x, y: bottom },
    { x: to.x, y: merge.y + merge.height },
  ]);
  get('modeling').updateProperties(choice, { default: past.businessObject });
  return way;
}

/**
 * How to exchange `element` with what stands before or behind it in the same sequence: a step, or a whole split with its ways. Nothing
 * when there is nothing to exchange it with.
 */
export function exchange(get: GetService, element: DiagramElement, items: readonly OutlineItem[], by: -1 | 1): (() => void) | undefined {
  const at = items.findIndex((item) => item.kind === 'step' && item.element === element);
  const other = blockAt(items, at + by, by);
  if (at === -1 || other === undefined || !isPassage(element)) return undefined;
  const line = by === 1 ? onlyLine(other.last) : linesInto(other)[0];
  const target = line?.target;
  if (line === undefined || target === undefined || linesInto(other).length !== 1) return undefined;
  return () => {
    changePlaces(get, element, other, by);
    cutOut(get, element);
    const onward = by === 1 ? target : other.first;
    get('modeling').reconnectEnd(line, element, middleOf(element));
    get('modeling').layoutConnection(line);
    get('modeling').connect(element, onward);
  };
}

// each takes the other's place along the flow and keeps its height; the steps stay apart as they were
function changePlaces(get: GetService, element: DiagramElement, other: Block, by: -1 | 1): void {
  const theirs = boundsOf(other.nodes);
  const gap = by === 1 ? theirs.x - (element.x + element.width) : element.x - (theirs.x + theirs.width);
  if (gap <= 0) return;
  const back = -by * (element.width + gap);
  get('modeling').moveElements([element], { x: by * (theirs.width + gap), y: 0 });
  get('modeling').moveElements(other.nodes, { x: back, y: 0 });
}

function linesInto(block: Block): readonly DiagramElement[] {
  return block.nodes
    .flatMap((node) => node.incoming)
    .filter((line) => isSequence(line) && !block.nodes.some((node) => node === line.source));
}

/** Takes `element` out of its place and puts it behind `after`, a step or a line. */
export function moveBehind(get: GetService, element: DiagramElement, after: DiagramElement): void {
  cutOut(get, element);
  putAfter(get, after, element);
}

/** Takes away a split with its ways and the step at which they meet, or one step, or one way with what is only on it. */
export function removeStep(get: GetService, step: OutlineStep): void {
  const { element, branches } = step;
  if (branches.length === 0 || element.outgoing.filter(isSequence).length < 2) {
    get('modeling').removeElements([element]);
    return;
  }
  const inside = new Set([element, ...branches.flatMap((branch) => nodesOf(branch.items))]);
  const [into] = element.incoming.filter(isSequence);
  const onward = [...inside].flatMap((node) =>
    node.outgoing.filter((line) => isSequence(line) && !inside.has(line.target as DiagramElement)),
  );
  const join = onward[0]?.target;
  if (into !== undefined && join !== undefined) get('modeling').reconnectEnd(into, join, middleOf(join));
  get('modeling').removeElements([...inside]);
  if (into !== undefined) get('modeling').layoutConnection(into);
  if (join?.type.endsWith('Gateway') && isPassage(join)) get('modeling').removeElements([join]);
}

/** Takes away one way out of a split, with the steps that are only on it; a split with one way left goes too. */
export function removeWay(get: GetService, way: DiagramElement, items: readonly OutlineItem[]): void {
  const split = way.source;
  const join = (nodesOf(items).at(-1)?.outgoing[0] ?? way).target;
  get('modeling').removeElements([way, ...nodesOf(items)]);
  for (const gateway of [split, join]) {
    if (gateway?.parent != null && gateway.type.endsWith('Gateway') && isPassage(gateway)) get('modeling').removeElements([gateway]);
  }
}

/** All nodes that an outline holds. */
export function nodesOf(items: readonly OutlineItem[]): readonly DiagramElement[] {
  return items.flatMap((item) => (item.kind === 'link' ? [] : [item.element, ...item.branches.flatMap((branch) => nodesOf(branch.items))]));
}

// the line before now leads to what stood behind
function cutOut(get: GetService, element: DiagramElement): void {
  const [into] = element.incoming.filter(isSequence);
  const outof = onlyLine(element);
  if (into === undefined || outof?.target === undefined) return;
  get('modeling').reconnectEnd(into, outof.target, middleOf(outof.target));
  get('modeling').layoutConnection(into);
  get('modeling').removeElements([outof]);
}

interface Block {
  readonly first: DiagramElement;
  readonly last: DiagramElement;
  readonly nodes: readonly DiagramElement[];
}

// the step at this place; a split takes its ways and the step at which they meet with it
function blockAt(items: readonly OutlineItem[], at: number, by: -1 | 1): Block | undefined {
  const item = items[at];
  if (item?.kind !== 'step') return undefined;
  const splits = (one: OutlineItem | undefined): one is OutlineStep =>
    one?.kind === 'step' && one.element.outgoing.filter(isSequence).length > 1;
  if (splits(item) && by === 1) {
    const join = items[at + 1];
    return join?.kind === 'step' && isJoin(join) ? blockOf([item, join]) : undefined;
  }
  const before = items[at - 1];
  if (isJoin(item)) return by === -1 && splits(before) ? blockOf([before, item]) : undefined;
  return isPassage(item.element) ? blockOf([item]) : undefined;
}

function isJoin(step: OutlineStep): boolean {
  return step.element.type.endsWith('Gateway') && step.element.incoming.filter(isSequence).length > 1;
}

function blockOf(steps: readonly OutlineStep[]): Block {
  return { first: (steps[0] as OutlineStep).element, last: (steps.at(-1) as OutlineStep).element, nodes: nodesOf(steps) };
}

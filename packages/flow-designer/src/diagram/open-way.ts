/**
 * One more way out of a gateway: below the ways that are there, and on to where they meet. A gateway with one way gets the place where
 * both meet as well, so that a split is whole from its second way on.
 */
import { boundsOf, clearBelow, GAP, middleOf, scopeOf } from './geometry.ts';
import { insertAfter, onlyLine, sizeOf } from './insert-step.ts';
import { KINDS, type KindName } from './kinds.ts';
import type { DiagramElement, GetService } from './services.ts';

const BELOW = 30;

/** How the ways of a gateway meet again. */
const MEETING: Readonly<Record<string, KindName>> = {
  'bpmn:ExclusiveGateway': 'exclusiveGateway',
  'bpmn:ParallelGateway': 'parallelGateway',
  'bpmn:InclusiveGateway': 'inclusiveGateway',
  'bpmn:EventBasedGateway': 'exclusiveGateway',
};

/** A shape to be put on a new way. */
export interface NewStep {
  readonly kind: KindName;
  /** The shape, when it is already set up. */
  readonly ready?: DiagramElement | undefined;
}

/** Whether what is added behind `gateway` goes beside what follows it, not before that. */
export function opensWay(gateway: DiagramElement): boolean {
  if (!Object.hasOwn(MEETING, gateway.type) || gateway.incoming.filter(isFlow).length > 1) return false;
  const ways = gateway.outgoing.filter(isFlow);
  const first = ways[0]?.target;
  return ways.length > 1 || (first !== undefined && first.type !== 'bpmn:EndEvent' && !meets(first));
}

/** Opens a way out of `gateway` with `step` on it; it leads to `join`, where the other ways of the gateway meet. */
export function openWay(get: GetService, gateway: DiagramElement, join: DiagramElement | undefined, step: NewStep): DiagramElement {
  const ways = gateway.outgoing.filter(isFlow);
  const [first] = ways;
  const ends = KINDS[step.kind].shape.type === 'bpmn:EndEvent';
  const meeting = ways.length > 1 || first?.target === undefined || ends ? join : meetBehind(get, gateway, first.target);
  const beside = gateway.outgoing.flatMap(({ target }) => (target === undefined || target === meeting ? [] : [target]));
  return addBeside(get, gateway, ends ? undefined : meeting, beside, step);
}

/** Lets the flow end behind `step` as well, below where it leads now. */
export function endBeside(get: GetService, step: DiagramElement, end: NewStep): DiagramElement {
  return addBeside(
    get,
    step,
    undefined,
    step.outgoing.flatMap(({ target }) => target ?? []),
    end,
  );
}

/** Puts `step` below what is there already, on a line from `split` to `join`. */
export function addBeside(
  get: GetService,
  split: DiagramElement,
  join: DiagramElement | undefined,
  beside: readonly DiagramElement[],
  { kind, ready }: NewStep,
): DiagramElement {
  const scope = scopeOf(get, split);
  const { shape } = KINDS[kind];
  const size = sizeOf(shape.type);
  const around = beside.length === 0 ? undefined : boundsOf(beside);
  const lowest = around === undefined ? middleOf(split).y : around.y + around.height;
  const x = beside[0] === undefined ? split.x + split.width + GAP + size.x / 2 : middleOf(beside[0]).x;
  const place = { x: x - size.x / 2, y: lowest + BELOW, width: size.x, height: size.y };
  clearBelow(get, scope, place, [split, ...beside]);
  const made = get('modeling').createShape(ready ?? shape, middleOf(place), scope);
  get('modeling').connect(split, made);
  if (join !== undefined) get('modeling').connect(made, join);
  return made;
}

// what goes on behind the only way now waits for both
function meetBehind(get: GetService, gateway: DiagramElement, step: DiagramElement): DiagramElement | undefined {
  const onward = onlyLine(step);
  const next = onward?.target;
  const kind = MEETING[gateway.type];
  if (onward === undefined || next === undefined || kind === undefined || next.x <= gateway.x) return undefined;
  return meets(next) ? next : insertAfter(get, onward, kind);
}

function meets(node: DiagramElement): boolean {
  return node.type.endsWith('Gateway') && node.incoming.filter(isFlow).length > 1;
}

function isFlow(line: DiagramElement): boolean {
  return line.type === 'bpmn:SequenceFlow';
}

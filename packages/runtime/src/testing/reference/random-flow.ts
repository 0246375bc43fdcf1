/**
 * Random flows, structured or not, as drawn by lot: nodes of every kind with flows forward and sometimes back between them, in up to four levels of
 * scopes, with loops, calls, boundary events, event sub-processes, quantities, timers and compensation. Conditions are names of variables.
 */
import fc from 'fast-check';
import { type RandomFlow, writeFlow } from './flow-writer.ts';
import { NAMES } from './names.ts';

/** What a node can be drawn as; `loop` and `each` are user tasks. Kinds that stand twice come more often. */
const KINDS: readonly string[] = (
  ' / / /service/task/exclusive/exclusive/inclusive/inclusive/inclusive/parallel/parallel/complex/complex' +
  '/sub/sub/call/call/adhoc/transaction/transaction/catch/wait/await/events/link/call out/hear/alert/terminate/error/escalate/raise/cancel/cancel/undo/undo/undo/loop/each' +
  '/tell/gather/vote/vote/either/all/shout/outcry/finale'
)
  .split('/')
  .map((kind) => kind.trim());

/** What stands at the edge of an activity, or how many tokens begin or leave it. */
const AROUND: readonly string[] = (
  'none/none/none/none/message/beside/error/escalation/informed/alarmed/alerted/late/reminded/when/whenever/undone/undone/undone/undone/quantity/leaving' +
  '/either/eithers/all/alls/fault'
).split('/');

/** How the event sub-process of a scope begins. */
const EVENTS: readonly string[] =
  'none/none/none/message/beside/error/escalation/informed/alarmed/alerted/late/reminded/when/whenever/compensate/compensate/either/eithers/all/alls/fault'.split(
    '/',
  );

/** A node as it was drawn by lot. */
export interface DrawnNode {
  readonly kind: string;
  /** Where its flows go: so many nodes on, or back. */
  readonly to: readonly number[];
  readonly condition: readonly string[];
  readonly otherwise: boolean;
  readonly around: string;
  readonly several: number;
  readonly sequential: boolean;
}

/** The inside of a process or sub-process as it was drawn by lot. */
export interface DrawnScope {
  readonly nodes: readonly DrawnNode[];
  readonly event: string;
}

const step = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 3 }) }, { weight: 1, arbitrary: fc.integer({ min: -3, max: -1 }) });

const node: fc.Arbitrary<DrawnNode> = fc.record({
  kind: fc.constantFrom(...KINDS),
  to: fc.array(step, { minLength: 1, maxLength: 3 }),
  condition: fc.array(fc.constantFrom(...NAMES, 'true', 'true'), { minLength: 3, maxLength: 3 }),
  otherwise: fc.boolean(),
  around: fc.constantFrom(...AROUND),
  several: fc.nat(3),
  sequential: fc.boolean(),
});

const scope: fc.Arbitrary<DrawnScope> = fc.record({
  nodes: fc.array(node, { minLength: 2, maxLength: 7 }),
  event: fc.constantFrom(...EVENTS),
});

/** A random flow: the first scope is the process, the others stand in it; then processes that are called. */
export const randomFlow: fc.Arbitrary<RandomFlow> = fc
  .record({ scopes: fc.array(scope, { minLength: 1, maxLength: 4 }), processes: fc.array(scope, { maxLength: 2 }) })
  .map(({ scopes, processes }) => writeFlow(scopes, processes));

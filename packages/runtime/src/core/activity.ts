/**
 * What all activities share: on entering, a loop is begun or else the assigns are done, the clocks start, and the boundary events are
 * armed (13.3.2); then the activity itself begins. With a loop, clocks and boundary events belong to the activity as a whole,
 * assigns to each instance.
 */
import type { NodeKind } from './node-kind.ts';
import type { PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import { arm } from './triggers.ts';

/** A kind of node that is an activity: `begin` has a token at it. */
export interface ActivityKind extends Omit<NodeKind, 'enter'> {
  readonly begin: (run: Run, node: PreparedNode, token: Token) => void;
}

/** Makes a kind of node of a kind of activity. */
export function activity({ begin, ...kind }: ActivityKind): NodeKind {
  return {
    ...kind,
    enter(run, node, scope) {
      if (node.plain) return begin(run, node, run.standAt(node, scope));
      if (node.loop === undefined) return begin(run, node, openActivity(run, node, scope, assignAtStart));
      if (run.instanceOf(node, scope) === undefined) return run.part('loops').begin(run, node, openActivity(run, node, scope));
      const token = run.standAt(node, scope);
      assignAtStart(run, node, scope);
      begin(run, node, token);
    },
  };
}

/** Puts a token at an activity, starts its clocks and arms its boundary events. */
export function openActivity(
  run: Run,
  node: PreparedNode,
  scope: number,
  before?: (run: Run, node: PreparedNode, scope: number) => void,
): Token {
  const token = run.standAt(node, scope);
  before?.(run, node, scope);
  if (node.spec.pauses !== undefined) run.part('time').beginHold(run, node.spec.pauses, token.id);
  if (node.spec.clocks !== undefined) run.part('time').startClocks(run, node.spec.clocks, token.id, node.index);
  for (const index of node.spec.boundary ?? []) arm(run, run.node(index), token.id, scope);
  const expiry = node.spec.task?.expiry;
  if (expiry !== undefined) run.part('time').armLimit(run, expiry.limit, { owner: token.id, node: node.index });
  return token;
}

/** Does the assigns before an activity. */
export function assignAtStart(run: Run, node: PreparedNode, scope: number): void {
  for (const { variable, value } of node.assignsAtStart) run.setVariable(scope, variable, run.evaluate(value, scope), node);
}

/** What is armed: a timer or subscription of one event definition, and what happens when it comes. */
import type { PreparedTrigger } from './prepared.ts';
import type { Run } from './run.ts';
import type { SubscriptionState, TimerState } from './state.ts';

/** A timer or subscription. */
export type Armed = TimerState | SubscriptionState;

/** The event definition that was armed. */
export function triggerOf(run: Run, { node, which }: Armed): PreparedTrigger | undefined {
  return run.node(node).triggers[which ?? 0];
}

/** The scope instance that an owner is in: of a token, or the owner itself at event sub-processes. */
export function scopeOf(run: Run, owner: number): number {
  return run.token(owner)?.scope ?? owner;
}

/** What was waited for came. An event that needs all of several things is triggered by the last of them (ME2). */
export function cameFor(run: Run, armed: Armed): void {
  const node = run.node(armed.node);
  if (node.spec.parallel === true && node.triggers.length > 1 && !run.part('events').cameOfAll(run, node, armed)) return;
  node.kind.triggered?.(run, node, armed.owner);
}

/** What is armed: a timer or subscription of one event definition, and what happens when it comes. */
import type { PreparedTrigger } from './prepared.ts';
import { releaseTriggers } from './release-owner.ts';
import type { Run } from './run.ts';
import type { SubscriptionState, TimerState } from './state.ts';
import { arm } from './triggers.ts';

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

/** What was waited for came. An event that needs all of several things is triggered by the last of them (ME2), and then waits for all again. */
export function cameFor(run: Run, armed: Armed): void {
  const node = run.node(armed.node);
  const { owner } = armed;
  if (node.spec.parallel === true && node.triggers.length > 1) {
    const same = (other: Armed): boolean => other.owner === owner && other.node === armed.node;
    releaseTriggers(run, (other) => same(other) && (other.which ?? 0) === (armed.which ?? 0));
    if (run.draft.timers?.some(same) || run.draft.subscriptions?.some(same)) return;
    if (node.spec.interrupting === false) arm(run, node, owner, scopeOf(run, owner));
  }
  node.kind.triggered?.(run, node, owner);
}

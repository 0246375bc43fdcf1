/**
 * Conditional events (10.5.5): asked when nothing else moves, those that were just armed, and those whose condition reads what has changed.
 * One that holds when it is armed comes at once; one that came and goes on waiting must fail before it can come again. Rules CD1–CD4.
 */
import type { PreparedExpression } from '@tongban/feel';
import { cameFor, scopeOf, triggerOf } from './armed.ts';
import type { Run } from './run.ts';
import type { SubscriptionState } from './state.ts';

/** Triggers the conditional events whose time has come; whether there was one. */
export function fireConditions(run: Run): boolean {
  const { changed } = run;
  run.changed = undefined;
  let fired = false;
  for (const { id } of changed === undefined ? [] : (run.draft.subscriptions ?? [])) {
    const armed = run.draft.subscriptions?.find((open) => open.id === id);
    const condition = armed && conditionOf(run, armed);
    if (armed === undefined || condition === undefined) continue;
    if (!changed?.has(id) && !condition.reads.some((name) => changed?.has(name))) continue;
    const { held: before, ...rest } = armed;
    const holds = run.test(condition, scopeOf(run, armed.owner));
    if (holds === (before === true)) continue;
    run.replaceSubscription(holds ? { ...rest, held: true } : rest);
    if (!holds) continue;
    fired = true;
    const node = run.node(armed.node);
    run.note({ kind: 'conditionMet', seq: run.nextSeq(), at: run.now, nodeId: node.id });
    cameFor(run, armed);
  }
  return fired;
}

/** The condition that is waited for, when it is one. */
export function conditionOf(run: Run, armed: SubscriptionState): PreparedExpression | undefined {
  const trigger = triggerOf(run, armed);
  return trigger?.event.kind === 'conditional' ? trigger.expression : undefined;
}

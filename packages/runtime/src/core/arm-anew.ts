/**
 * Where a return or a jump takes an interrupting event sub-process away and its scope goes on, the event sub-processes of the scope are armed
 * as when it was opened (ES3). What interrupted it would do so again at once, so a condition that holds must fail first, and a date that is over is let go.
 */
import { conditionOf } from './conditions.ts';
import { armEventSubProcesses } from './event-sub-process.ts';
import { releaseTriggers } from './release-owner.ts';
import type { Run } from './run.ts';

/** The scope instances that an event sub-process has interrupted. */
export function interruptedScopes(run: Run): ReadonlySet<number> {
  const interrupts = (node: number): boolean =>
    (run.node(node).spec.inner ?? []).some((at) => run.node(at).kind.kind === 'startEvent' && run.node(at).spec.interrupting !== false);
  const by = run.draft.tokens.filter(
    ({ node, scope }) => run.node(node).spec.triggeredByEvent === true && interrupts(node) && run.scope(scope)?.undoes !== true,
  );
  return new Set(by.map(({ scope }) => scope));
}

/** Arms what was interrupted, and is not any more. */
export function armAnew(run: Run, interrupted: ReadonlySet<number>): void {
  const still = interruptedScopes(run);
  for (const scope of interrupted) if (!still.has(scope) && (scope === 0 || run.scope(scope) !== undefined)) armScope(run, scope);
}

// helpers

function armScope(run: Run, scope: number): void {
  const { closing, ...instance } = run.scope(scope) ?? {};
  if ('id' in instance && closing === true) run.replaceScope(instance);
  armEventSubProcesses(run, run.node(run.scope(scope)?.node ?? run.draft.process), scope);
  releaseTriggers(run, (armed) => armed.owner === scope && 'dueAt' in armed && (armed.dueAt ?? Number.POSITIVE_INFINITY) <= run.now);
  for (const armed of run.draft.subscriptions ?? []) {
    const condition = armed.owner === scope ? conditionOf(run, armed) : undefined;
    if (condition !== undefined && run.test(condition, scope)) run.replaceSubscription({ ...armed, held: true });
  }
}

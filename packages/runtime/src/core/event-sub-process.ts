/** Arming the event sub-processes of a scope instance: their timers, messages and signals wait as long as the instance lives (ES1). */
import type { PreparedNode } from './prepared.ts';
import { releaseTriggers } from './release-owner.ts';
import type { Run } from './run.ts';
import { arm } from './triggers.ts';

/** Arms the starts of all event sub-processes in a scope instance. */
export function armEventSubProcesses(run: Run, scopeNode: PreparedNode, scope: number): void {
  for (const start of startsOfEventSubProcesses(run, scopeNode)) arm(run, run.node(start), scope, scope);
}

/** One of them interrupts: none of the others can start any more (ES3). The clocks of the scope itself go on. */
export function disarmEventSubProcesses(run: Run, scope: number): void {
  releaseTriggers(run, ({ owner }) => owner === scope);
}

/** The start events of the event sub-processes of a scope. */
export function startsOfEventSubProcesses(run: Run, scope: PreparedNode): readonly number[] {
  return (scope.spec.eventSubProcesses ?? []).flatMap((index) =>
    (run.node(index).spec.inner ?? []).filter((inner) => run.node(inner).kind.kind === 'startEvent'),
  );
}

/** What an operation would cancel and open, without doing it: the step is pure, so it is simply taken and thrown away. */
import type { Problem } from '@tongban/model';
import type { CaseCommand } from './command.ts';
import type { PreparedRelease } from './prepared.ts';
import type { CaseState } from './state.ts';
import { step } from './step.ts';

/** What a command would do to the tasks of a case. */
export interface CommandPreview {
  /** The tasks it would cancel; the task that is acted on is one of them. */
  readonly cancels: readonly { readonly taskId: number; readonly nodeId: string }[];
  /** The tasks it would open. */
  readonly opens: readonly { readonly nodeId: string }[];
  /** How the case would end. */
  readonly ends?: CaseState['ended'];
  readonly refused?: readonly Problem[];
}

/** Previews any command. */
export function previewCommand(prepared: PreparedRelease, state: CaseState, command: CaseCommand): CommandPreview {
  const outcome = step(prepared, state, command);
  if (outcome.refused !== undefined) return { cancels: [], opens: [], refused: outcome.refused };
  const cancels = outcome.events.flatMap((event) =>
    event.kind === 'taskCancelled' ? [{ taskId: event.taskId, nodeId: event.nodeId }] : [],
  );
  const opens = outcome.events.flatMap((event) => (event.kind === 'taskOpened' ? [{ nodeId: event.nodeId }] : []));
  return outcome.state.ended === undefined ? { cancels, opens } : { cancels, opens, ends: outcome.state.ended };
}

/** Previews the return of a task: which tasks it would cancel, and what it would open. */
export function previewReturn(
  prepared: PreparedRelease,
  state: CaseState,
  order: { readonly taskId: number; readonly target: string; readonly now: number },
): CommandPreview {
  return previewCommand(prepared, state, { kind: 'return', commandId: 'preview', ...order });
}

/** Ends the case: whatever is still open is cancelled, every clock stops. */
import type { EndingKind } from '@tongban/model';
import { cancelInside } from './cancel.ts';
import { release } from './release-owner.ts';
import type { Run } from './run.ts';

/** Ends the case in this way. */
export function endCase(run: Run, kind: EndingKind, reason?: string, nodeId?: string): void {
  if (run.draft.tokens.length > 0 || run.work.length > 0) cancelInside(run, 0);
  release(run, 0);
  const { draft } = run;
  if (draft.ending !== undefined) draft.ending = undefined;
  if (draft.completed !== undefined) draft.completed = undefined;
  if (draft.resets !== undefined) draft.resets = undefined;
  draft.ended = { kind, at: run.now, reason };
  run.note({ kind: 'caseEnded', seq: run.nextSeq(), at: run.now, by: run.command.actor, ending: kind, reason, nodeId });
}

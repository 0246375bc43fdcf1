/** Ends the case: whatever is still open is cancelled, every clock stops. */
import type { EndingKind } from '@tongban/model';
import { cancelInside } from './cancel.ts';
import { release } from './release-owner.ts';
import type { Run } from './run.ts';

/** Ends the case in this way. */
export function endCase(run: Run, kind: EndingKind, reason?: string, nodeId?: string): void {
  if (run.draft.tokens.length > 0 || run.work.first !== undefined) cancelInside(run, 0);
  release(run, 0);
  run.draft.ending = undefined;
  run.draft.completed = undefined;
  run.draft.resets = undefined;
  run.draft.ended = { kind, at: run.now, reason };
  run.note({ kind: 'caseEnded', seq: run.nextSeq(), at: run.now, by: run.command.actor, ending: kind, reason, nodeId });
}

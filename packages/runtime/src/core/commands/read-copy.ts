/** Somebody has read a copy (已阅; CP2). */
import type { CommandKind } from './command-kind.ts';

export const readCopy: CommandKind<'readCopy'> = {
  kind: 'readCopy',
  whileSuspended: true,
  run(run, { copyId, nodeId, actor }) {
    run.note({ kind: 'copyRead', seq: run.nextSeq(), at: run.now, by: actor, nodeId, copyId });
    run.order({ kind: 'closeCopy', copyId });
    return undefined;
  },
};

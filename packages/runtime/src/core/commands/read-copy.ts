/** Somebody has read a copy (已阅; CP2). */
import type { CommandKind } from './command-kind.ts';

export const readCopy: CommandKind<'readCopy'> = {
  kind: 'readCopy',
  whileSuspended: true,
  run(run, { copyId, nodeId, actor }) {
    run.events.push({ kind: 'copyRead', seq: run.nextSeq(), at: run.now, by: actor, nodeId, copyId });
    run.effects.push({ kind: 'closeCopy', copyId });
    return undefined;
  },
};

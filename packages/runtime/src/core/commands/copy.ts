/** Lets people or departments know of the case (抄送; CP1): each gets something to read, which asks nothing of them. */
import { finding } from '../raise.ts';
import type { CommandKind } from './command-kind.ts';

export const copy: CommandKind<'copy'> = {
  kind: 'copy',
  whileSuspended: true,
  run(run, { nodeId, to, comment, actor }) {
    if (to.length === 0) return finding('RUNTIME_COPY_TO_NOBODY', {}, { caseId: run.draft.caseId });
    for (const receiver of to) {
      const copyId = run.nextId();
      run.note({ kind: 'copied', seq: run.nextSeq(), at: run.now, by: actor, nodeId, copyId, to: receiver, comment });
      run.order({ kind: 'openCopy', copyId, nodeId, to: receiver });
    }
    return undefined;
  },
};

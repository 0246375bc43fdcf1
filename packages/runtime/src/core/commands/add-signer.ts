/** Asks further people to sign (加签; SN1–SN5): beside a task of many as further instances, else before or after the task itself. */
import type { Finding } from '@tongban/model';
import { ask } from '../asked-tasks.ts';
import { addInstances } from '../loop-signers.ts';
import { finding } from '../raise.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';
import { isWeight } from '../vote.ts';
import type { CommandKind } from './command-kind.ts';
import { taskClosed, taskToken } from './open-task.ts';

export const addSigner: CommandKind<'addSigner'> = {
  kind: 'addSigner',
  run(run, { taskId, position, signers, comment, actor }) {
    const token = taskToken(run, taskId);
    if (token === undefined) return taskClosed(run, taskId);
    const node = run.node(token.node);
    if (token.asked !== undefined) return signerProblem(run, token, 'RUNTIME_SIGNER_ASKED');
    if (signers.length === 0 || signers.some(({ votes }) => votes !== undefined && !isWeight(votes)))
      return signerProblem(run, token, 'RUNTIME_SIGNER_INVALID');
    const names = signers.map(({ id, name }) => ({ id, name }));
    const seq = run.nextSeq();
    run.note({ kind: 'signersAdded', seq, at: run.now, by: actor, nodeId: node.id, taskId, position, signers: names, comment });
    const instance = run.instanceOf(node, token.scope);
    if (instance !== undefined && (position === 'beside' || node.loop?.kind === 'sequential'))
      return addInstances(run, node, instance, position, signers) ? undefined : signerProblem(run, token, 'RUNTIME_SIGNER_NO_LIST');
    if (position === 'beside') return signerProblem(run, token, 'RUNTIME_SIGNER_NOT_MANY');
    if (position === 'after') run.replaceToken({ ...token, after: [...(token.after ?? []), ...names] });
    else for (const name of names) ask(run, run.token(taskId) as Token, name, 'before', comment);
    return undefined;
  },
};

/** What stands in the way of adding or removing a signer. */
export function signerProblem(run: Run, token: Token, code: Parameters<typeof finding>[0]): Finding {
  const { id, name } = run.node(token.node);
  return finding(code, { elementId: id, elementName: name }, { taskId: token.id, taskName: name });
}

/** Lets somebody else prepare a task, which then comes back with the answer (委派; SN2). */
import { ask } from '../asked-tasks.ts';
import { signerProblem } from './add-signer.ts';
import type { CommandKind } from './command-kind.ts';
import { openTask, taskClosed } from './open-task.ts';

export const delegate: CommandKind<'delegate'> = {
  kind: 'delegate',
  run(run, { taskId, to, comment, actor }) {
    const token = openTask(run, taskId);
    if (token === undefined) return taskClosed(run, taskId);
    if (token.asked !== undefined) return signerProblem(run, token, 'RUNTIME_SIGNER_ASKED');
    const person = { id: to.id, name: to.name };
    const nodeId = run.node(token.node).id;
    const facts = { seq: run.nextSeq(), at: run.now, by: actor, nodeId, taskId, comment };
    run.note({ kind: 'signersAdded', ...facts, position: 'delegate', signers: [person] });
    ask(run, token, person, 'delegate', comment);
    return undefined;
  },
};

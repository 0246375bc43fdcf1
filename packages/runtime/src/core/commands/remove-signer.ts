/** Takes a signer away who has not signed (减签; SN6): an open task of theirs is cancelled, or their place in the line is given up. */
import type { Finding } from '@tongban/model';
import { beginAfter } from '../asked-tasks.ts';
import { cancelTokens } from '../cancel.ts';
import { elementOf } from '../element-of.ts';
import { dropInstance, dropUpcoming, endWhenDecided } from '../loop-signers.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';
import { signerProblem } from './add-signer.ts';
import type { CommandKind } from './command-kind.ts';
import { taskClosed, taskToken } from './open-task.ts';

export const removeSigner: CommandKind<'removeSigner'> = {
  kind: 'removeSigner',
  run(run, { taskId, signer, upcoming, comment, actor }) {
    const token = taskToken(run, taskId) ?? run.token(taskId);
    if (token === undefined || (token.signed !== true && taskToken(run, taskId) === undefined)) return taskClosed(run, taskId);
    const nodeId = run.node(token.node).id;
    const note = (more: object): void => {
      run.note({ kind: 'signerRemoved', seq: run.nextSeq(), at: run.now, by: actor, nodeId, taskId, comment, ...more });
    };
    return signer === undefined ? removeUpcoming(run, token, upcoming ?? -1, note) : removeOpen(run, token, signer, note);
  },
};

function removeOpen(run: Run, token: Token, signer: number, note: (more: object) => void): Finding | undefined {
  const theirs = taskToken(run, signer);
  if (theirs === undefined) return taskClosed(run, signer);
  const node = run.node(theirs.node);
  if (theirs.asked?.task === token.id) {
    note({ signer: theirs.assignee });
    cancelTokens(run, [signer]);
    if (theirs.asked.how === 'after') beginAfter(run, run.token(token.id) as Token);
    return undefined;
  }
  const instance = run.instanceOf(node, theirs.scope);
  const own = run.instanceOf(node, token.scope);
  if (instance === undefined || own?.owner !== instance.owner) return signerProblem(run, token, 'RUNTIME_SIGNER_UNKNOWN');
  note(instance.signer === undefined ? { of: elementOf(run.prepared, run.draft, theirs.scope) } : { signer: instance.signer });
  return dropInstance(run, node, instance) ? undefined : signerProblem(run, token, 'RUNTIME_SIGNER_LAST');
}

function removeUpcoming(run: Run, token: Token, upcoming: number, note: (more: object) => void): Finding | undefined {
  const person = token.after?.[upcoming];
  if (person !== undefined) {
    note({ signer: person });
    const { after = [], ...rest } = token;
    const left = after.filter((_, at) => at !== upcoming);
    run.replaceToken(left.length === 0 ? rest : { ...rest, after: left });
    return undefined;
  }
  const node = run.node(token.node);
  const instance = run.instanceOf(node, token.scope);
  const dropped = instance && dropUpcoming(run, node, instance.owner, upcoming);
  if (instance === undefined || dropped === undefined) return signerProblem(run, token, 'RUNTIME_SIGNER_UNKNOWN');
  note(dropped);
  endWhenDecided(run, node, instance.owner);
  return undefined;
}

/** Asks those who have open tasks to hurry (催办; UG1): they get a notice, and are left in peace for a while after it. */
import { isTask } from '../cancel.ts';
import { finding } from '../raise.ts';
import type { CommandKind } from './command-kind.ts';

const MINUTE_MS = 60_000;

export const urge: CommandKind<'urge'> = {
  kind: 'urge',
  run(run, { taskIds, comment, restMs, actor }) {
    const { caseId, urgedAt, tokens, starter } = run.draft;
    const rest = urgedAt === undefined ? 0 : urgedAt + restMs - run.now;
    if (rest > 0) return finding('RUNTIME_URGED_JUST_NOW', {}, { caseId, minutes: Math.ceil(rest / MINUTE_MS) });
    const urged = tokens.filter((token) => isTask(run, token) && token.held !== true && (taskIds?.includes(token.id) ?? true));
    if (urged.length === 0) return finding('RUNTIME_NOBODY_TO_URGE', {}, { caseId });
    const seq = run.nextSeq();
    const nodeIds = [...new Set(urged.map(({ node }) => run.node(node).id))];
    run.note({ kind: 'urged', seq, at: run.now, by: actor, nodeIds, comment });
    run.draft.urgedAt = run.now;
    for (const { id, node: index, assignee, performer } of urged) {
      const node = run.node(index);
      const all = performer ?? node.performer.fixed ?? { persons: [starter.id] };
      const to = assignee === undefined ? all : { persons: [assignee.id] };
      const parameters = { step: node.name, by: actor?.name ?? '', comment: comment ?? '' };
      run.order({ kind: 'notify', key: `${caseId}/${seq}/${id}`, template: 'task.urged', to, parameters, nodeId: node.id });
    }
    return undefined;
  },
};

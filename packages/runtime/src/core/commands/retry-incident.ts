/** Tries again what ended in an incident, with changed values if need be (IN2); with it, all that was stopped in the same step (IN3). */

import { createJob } from '../jobs.ts';
import { isOneWith } from '../one-incident.ts';
import { finding } from '../raise.ts';
import type { Run } from '../run.ts';
import type { IncidentState, Token } from '../state.ts';
import type { CommandKind } from './command-kind.ts';

export const retryIncident: CommandKind<'retryIncident'> = {
  kind: 'retryIncident',
  run(run, command) {
    const { incidentId, actor } = command;
    const incident = run.draft.incidents?.find(({ id }) => id === incidentId);
    if (incident === undefined) return finding('RUNTIME_INCIDENT_CLOSED', {}, { caseId: run.draft.caseId, incidentId });
    const token = run.token(incident.token) as Token;
    const node = run.node(token.node);
    run.note({ kind: 'incidentRetried', seq: run.nextSeq(), at: run.now, by: actor, nodeId: node.id, incidentId });
    run.setValues(command, token.scope, node);
    for (const one of run.takeFrom('incidents', (other) => isOneWith(incident, other))) tryAgain(run, one);
    return undefined;
  },
};

function tryAgain(run: Run, { token: id, stage, again }: IncidentState): void {
  const token = run.token(id) as Token;
  if (stage === 'job') {
    createJob(run, run.node(token.node), token);
    return;
  }
  run.removeToken(id);
  if (again !== undefined && !run.part('events').setAgain(run, run.node(again.node), again.owner)) return;
  if (stage === 'leave') run.leaveLater(token.node, token.scope);
  else run.enterLater(token.node, token.scope, token.flow);
}

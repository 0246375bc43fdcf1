/** Tries again what ended in an incident, with changed values if need be (IN2). */
import { createJob } from '../jobs.ts';
import { finding } from '../raise.ts';
import type { Token } from '../state.ts';
import type { CommandKind } from './command-kind.ts';

export const retryIncident: CommandKind<'retryIncident'> = {
  kind: 'retryIncident',
  run(run, command) {
    const { incidentId, actor } = command;
    const incident = run.takeFrom('incidents', ({ id }) => id === incidentId)[0];
    if (incident === undefined) return finding('RUNTIME_INCIDENT_CLOSED', {}, { caseId: run.draft.caseId, incidentId });
    const token = run.token(incident.token) as Token;
    const node = run.node(token.node);
    run.note({ kind: 'incidentRetried', seq: run.nextSeq(), at: run.now, by: actor, nodeId: node.id, incidentId });
    run.setValues(command, token.scope, node);
    if (incident.stage === 'job') {
      createJob(run, node, token);
      return undefined;
    }
    run.removeToken(token.id);
    const { again } = incident;
    if (again !== undefined && !run.part('events').setAgain(run, run.node(again.node), again.owner)) return undefined;
    if (incident.stage === 'leave') run.leaveLater(token.node, token.scope);
    else run.enterLater(token.node, token.scope, token.flow);
    return undefined;
  },
};

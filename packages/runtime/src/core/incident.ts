/** Incidents: a token that cannot go on stands still with the reason, and the rest of the case goes on (IN1). */
import type { TongbanError } from '@tongban/model';
import type { PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';
import type { IncidentState } from './state.ts';

/** Notes that a token cannot go on; `quiet`: an earlier one stands for it (IN3). */
export function raiseIncident(
  run: Run,
  node: PreparedNode,
  token: number,
  stage: IncidentState['stage'],
  error: TongbanError,
  quiet: boolean = false,
  again?: IncidentState['again'],
): void {
  const { code, details } = error;
  const problem = { code, severity: 'error', place: { elementId: node.id, elementName: node.name }, details } as const;
  const id = run.nextId();
  run.add('incidents', { id, token, at: run.now, stage, problem, again });
  if (!quiet) run.note({ kind: 'incidentRaised', seq: run.nextSeq(), at: run.now, nodeId: node.id, incidentId: id, problem });
}

/** Incidents: a token that cannot go on stands still with the reason, and the rest of the case goes on (IN1). */
import type { TongbanError } from '@tongban/model';
import type { PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';
import type { CaseState, IncidentState } from './state.ts';

/** Notes that a token cannot go on; `quiet`: an earlier one stands for it (IN3). */
export function raiseIncident(
  run: Run,
  node: PreparedNode,
  token: number,
  stage: IncidentState['stage'],
  error: TongbanError,
  again?: IncidentState['again'],
  quiet?: boolean,
): void {
  const { code, details } = error;
  const problem = { code, severity: 'error', place: { elementId: node.id, elementName: node.name }, details } as const;
  const id = run.nextId();
  run.add('incidents', { id, token, at: run.now, stage, problem, again });
  if (quiet !== true) run.note({ kind: 'incidentRaised', seq: run.nextSeq(), at: run.now, nodeId: node.id, incidentId: id, problem });
}

/** The incidents of a case; of all that was stopped in one step the first. */
export function openIncidents({ incidents = [] }: Pick<CaseState, 'incidents'>): readonly IncidentState[] {
  const stopped = new Set<number>();
  return incidents.filter((one) => {
    const isFirst = !isStopped(one) || !stopped.has(one.at);
    if (isStopped(one)) stopped.add(one.at);
    return isFirst;
  });
}

/** Whether two incidents are one: of what was stopped in the same step. */
export function isOneWith(one: IncidentState, other: IncidentState): boolean {
  return one === other || (isStopped(one) && isStopped(other) && one.at === other.at);
}

function isStopped({ problem }: IncidentState): boolean {
  return problem.code === 'RUNTIME_TOO_MANY_STEPS';
}

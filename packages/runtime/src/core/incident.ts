/** Incidents: a token that cannot go on stands still with the reason, and the rest of the case goes on (IN1). */
import type { TongbanError } from '@tongban/model';
import type { PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';
import type { CaseState, IncidentState } from './state.ts';

/** Notes that a token cannot go on; `group`: the token that stands for it, or it itself (IN3). */
export function raiseIncident(
  run: Run,
  node: PreparedNode,
  token: number,
  stage: IncidentState['stage'],
  error: TongbanError,
  again?: IncidentState['again'],
  group?: number,
): void {
  const { code, details } = error;
  const problem = { code, severity: 'error', place: { elementId: node.id, elementName: node.name }, details } as const;
  const id = run.nextId();
  run.add('incidents', { id, token, at: run.now, stage, problem, again, group });
  if ((group ?? token) === token)
    run.note({ kind: 'incidentRaised', seq: run.nextSeq(), at: run.now, nodeId: node.id, incidentId: id, problem });
}

/** The incidents of a case; of all that was stopped in one step the first. */
export function openIncidents({ incidents = [] }: Pick<CaseState, 'incidents'>): readonly IncidentState[] {
  const groups = new Set<number>();
  return incidents.filter(({ group }) => {
    const isFirst = group === undefined || !groups.has(group);
    if (group !== undefined) groups.add(group);
    return isFirst;
  });
}

/** What one step leaves undone when it is stopped is one incident, though the state has an entry for each place (IN3). */
import type { CaseState, IncidentState } from './state.ts';

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

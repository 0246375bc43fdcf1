/** Events of a case as moments of its time line. */
import type { TrialMoment } from '@tongban/model';
import type { CaseEvent } from '@tongban/runtime';

const MOMENTS: Readonly<Partial<Record<CaseEvent['kind'], TrialMoment['kind']>>> = {
  caseStarted: 'started',
  taskOpened: 'taskOpened',
  taskCompleted: 'taskCompleted',
  returned: 'returned',
  rejected: 'rejected',
  messageReceived: 'message',
  timerFired: 'timer',
  caseEnded: 'ended',
};

/** The moment that `event` is; nothing for what the time line does not show. */
export function momentOf(event: CaseEvent): TrialMoment | undefined {
  const kind = MOMENTS[event.kind];
  if (kind === undefined) return undefined;
  const elementId = 'nodeId' in event ? event.nodeId : undefined;
  const outcome = 'outcome' in event && typeof event.outcome === 'string' ? event.outcome : undefined;
  return { at: event.at, kind, ...(elementId === undefined ? {} : { elementId }), ...(outcome === undefined ? {} : { outcome }) };
}

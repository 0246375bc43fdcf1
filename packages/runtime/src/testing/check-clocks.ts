/** Clocks as the events of a case say they are, recomputed from nothing. */
import { deadlineOf } from '@tongban/calendar';
import type { Limit, Pause } from '@tongban/model';
import type { CaseEvent } from '../core/event.ts';
import { SUSPENDED } from '../core/suspended-reason.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { checkEqual } from './check-equal.ts';

/** Throws unless every clock that runs stands still as long as the events say, and is due when the calendar says of that. */
export function checkClocks({ state, ready: { prepared } }: LiveCase, events: readonly CaseEvent[]): void {
  for (const { id, limitId, startedAt, stoppedAt, dueAt } of state.clocks ?? []) {
    const limit: Limit | undefined = prepared.limits[limitId];
    if (limit === undefined || stoppedAt !== undefined) continue;
    const started = events.find((event) => event.kind === 'clockStarted' && event.clockId === id)?.seq ?? 0;
    const pauses = (limit.pauses ?? []).flatMap((reason) => stretchesOf(events, reason, started));
    checkEqual(dueAt, deadlineOf(limit, prepared.calendar, { startedAt, pauses }).dueAt, `due instant of clock ${id} of ${state.caseId}`);
  }
}

// What was over before the clock began is none of its business, and what lasts then holds it from its start, also where the present was set back.
function stretchesOf(events: readonly CaseEvent[], reason: string, since: number): readonly Pause[] {
  let found: Pause[] = [];
  const end = (at: number): void => {
    const last = found.findIndex((pause) => pause.to === undefined);
    const pause = found[last];
    // Somebody who ends it after its planned end, which no timer has brought yet, changes nothing.
    if (pause !== undefined) found[last] = { reason, from: pause.from, to: Math.max(pause.from, Math.min(at, pause.until ?? at)) };
  };
  for (const event of events) {
    if (event.seq === since)
      found = found.filter(({ to }) => to === undefined).map((pause) => ({ ...pause, from: Math.min(pause.from, event.at) }));
    if (reason === SUSPENDED && event.kind === 'caseSuspended') found.push({ reason, from: event.at });
    if (reason === SUSPENDED && event.kind === 'caseResumed') end(event.at);
    if (!('reason' in event) || event.reason !== reason) continue;
    if (event.kind === 'timeExcluded') found.push({ reason, from: event.from, to: event.to });
    if (event.kind === 'pauseBegan') found.push({ reason, from: event.from, ...(event.until === undefined ? {} : { until: event.until }) });
    if (event.kind === 'pauseMoved') {
      const last = found.findIndex(({ to }) => to === undefined);
      const { from } = found[last] as Pause;
      found[last] = { reason, from, ...(event.until === undefined ? {} : { until: event.until }) };
    }
    if (event.kind === 'pauseEnded') end(event.until ?? event.at);
  }
  return found;
}

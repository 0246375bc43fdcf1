/** When people are to hear of a limit: some time before its light turns, or at the very instant at which it turns. Rule CAL25 in SPEC.md. */
import type { CalendarData, Clock, Limit, LimitNotice } from '@tongban/model';
import { yellowAfter } from './clock-reading.ts';
import { countedTime, countedTotal, instantOf } from './counted-time.ts';
import { dueInstant } from './deadline.ts';
import { type PauseRun, pauseRuns } from './pause-run.ts';

/**
 * The instant of a notice, as long as no pause begins or ends; at the start of the clock when it is asked for earlier than that, and
 * undefined while the clock stands still.
 * @throws CALENDAR_NO_WORKING_DAY
 */
export function noticeInstant(limit: Limit, calendar: CalendarData, clock: Clock, notice: LimitNotice, now: number): number | undefined {
  const { startedAt, pauses, stoppedAt } = clock;
  const runs = pauseRuns(limit, pauses, startedAt);
  // A pause without an end stands in the way of everything after it, also when the clock on the wall was set back to before it began.
  const stands = runs.some(({ from, to }) => to === Number.POSITIVE_INFINITY || (from <= now && now < to));
  if (stoppedAt !== undefined || stands) return undefined;
  const instant = wantedAt(limit, calendar, startedAt, runs, notice);
  // A day counts from its beginning when the clock goes on in it: what would lie in the pause before that comes as it ends, as the light does.
  return runs.find(({ from, to }) => from < instant && instant < to)?.to ?? instant;
}

function wantedAt(
  limit: Limit,
  calendar: CalendarData,
  startedAt: number,
  runs: readonly PauseRun[],
  { light, ahead = 0 }: LimitNotice,
): number {
  // The last moment of a limit, be it the end of a day or an instant, is still yellow.
  if (light === 'red' && ahead === 0) return dueInstant(limit, calendar, startedAt, runs) + 1;
  const total = countedTotal(limit, calendar, startedAt);
  const unit = limit.amount === 0 ? 0 : total / limit.amount;
  const turns = light === 'yellow' ? yellowAfter(limit, total) : total;
  const counted = turns - ahead * unit;
  return counted <= 0 ? startedAt : Math.ceil(instantOf(counted, countedTime(limit, calendar, startedAt, runs)));
}

/** When people are to hear of a limit: some time before its light turns, or as it turns. Rule CAL25 in SPEC.md. */
import type { CalendarData, Clock, Limit, LimitNotice } from '@tongban/model';
import { yellowAfter } from './clock-reading.ts';
import { countedTime, countedTotal, instantOf } from './counted-time.ts';
import { pauseRuns } from './pause-run.ts';

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
  const total = countedTotal(limit, calendar, startedAt);
  const unit = limit.amount === 0 ? 0 : total / limit.amount;
  const turns = notice.light === 'yellow' ? yellowAfter(limit, total) : total;
  const counted = turns - (notice.ahead ?? 0) * unit;
  return counted <= 0 ? startedAt : Math.ceil(instantOf(counted, countedTime(limit, calendar, startedAt, runs)));
}

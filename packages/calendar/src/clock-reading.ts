/** What a clock shows at a moment, and when its light changes next. Rules CAL13–CAL18 in SPEC.md. */
import type { CalendarData, Clock, ClockReading, Light, Limit } from '@tongban/model';
import { countedTime, countedTotal, countedUntil, instantOf } from './counted-time.ts';
import { DAY_MS } from './day.ts';
import { deadlineOf, dueInstant } from './deadline.ts';
import { type PauseRun, pauseRuns } from './pause-run.ts';

/** Yellow at one fifth of the limit, where the limit says nothing else (DT-10). */
const ONE_FIFTH = [1, 5] as const;

/**
 * A clock as people see it at `now`. A stopped clock keeps the reading of its stop; while a pause lasts, light and used part
 * stand still and the due moment moves on.
 * @throws CALENDAR_NO_WORKING_DAY
 */
export function readClock(limit: Limit, calendar: CalendarData, clock: Clock, now: number): ClockReading {
  const at = clock.stoppedAt === undefined ? now : Math.min(now, clock.stoppedAt);
  const stopped = clock.stoppedAt !== undefined && clock.stoppedAt <= now;
  const face = faceOf(limit, calendar, clock);
  const total = countedTotal(limit, calendar, clock.startedAt);
  const used = face.usedAt(at);
  const run = stopped ? undefined : face.runAt(at);
  const inUnits = (ms: number): number => (total === 0 ? ms / DAY_MS : (ms * limit.amount) / total);
  return {
    limitId: limit.id,
    name: limit.name,
    light: face.lightAt(at),
    unit: limit.unit,
    amount: limit.amount,
    used: inUnits(used),
    remaining: inUnits(total - used),
    ...deadlineOf(limit, calendar, { startedAt: clock.startedAt, pauses: clock.pauses, now: at }),
    paused: run !== undefined,
    ...(run === undefined || run.to === Number.POSITIVE_INFINITY ? {} : { resumesAt: run.to }),
    stopped,
  };
}

/**
 * The first moment after `now` at which the light differs from the one at `now`, if the clock goes on as known; `undefined`
 * when it is stopped, paused with no known end, or red already. Set a timer for it, or index it for queries by light.
 */
export function nextLightChange(limit: Limit, calendar: CalendarData, clock: Clock, now: number): number | undefined {
  if (clock.stoppedAt !== undefined) return undefined;
  const face = faceOf(limit, calendar, clock);
  const light = face.lightAt(now);
  if (light === 'red') return undefined;
  for (let at = now; ; ) {
    const run = face.runAt(at);
    if (run !== undefined) {
      if (run.to === Number.POSITIVE_INFINITY) return undefined;
      at = run.to;
      if (face.lightAt(at) !== light) return at;
    }
    const change = face.changeFrom(light, at);
    const next = face.runs.find(({ from }) => from > at);
    if (next === undefined || change <= next.from) return change;
    at = next.from;
  }
}

/** When the light of a clock changes, so that a list can be asked by light at any moment. Epoch milliseconds. */
export interface LightPlan {
  /** Green before it. */
  readonly yellowAt: number;
  /** Yellow before it, red from it on. */
  readonly redAt: number;
  /** Stands while the clock is paused or stopped, whatever the moments say. */
  readonly fixed?: Light;
}

/**
 * The lights of a clock from `now` on, as long as no pause begins or ends. Make it again when the clock or the calendar changes.
 * @throws CALENDAR_NO_WORKING_DAY
 */
export function lightPlanOf(limit: Limit, calendar: CalendarData, clock: Clock, now: number): LightPlan {
  const { light, paused, stopped, dueAt } = readClock(limit, calendar, clock, now);
  const runs = pauseRuns(limit, clock.pauses, clock.startedAt, now);
  const plan = { yellowAt: yellowInstant(limit, calendar, clock.startedAt, runs), redAt: dueAt + 1 };
  return paused || stopped ? { ...plan, fixed: light } : plan;
}

/** A clock's answers for one limit and calendar. */
interface ClockFace {
  readonly runs: readonly PauseRun[];
  runAt(instant: number): PauseRun | undefined;
  usedAt(instant: number): number;
  lightAt(instant: number): Light;
  /** The next change from `light`, which shows at a moment that is not paused, if no further pause comes. */
  changeFrom(light: Light, instant: number): number;
}

function faceOf(limit: Limit, calendar: CalendarData, clock: Clock): ClockFace {
  const { startedAt } = clock;
  const total = countedTotal(limit, calendar, startedAt);
  const runs = pauseRuns(limit, clock.pauses, startedAt);
  const runAt = (instant: number): PauseRun | undefined => runs.find(({ from, to }) => from <= instant && instant < to);
  // While paused, everything shows as it was when the pause began.
  const shownAt = (instant: number): number => runAt(instant)?.from ?? instant;
  const begunBefore = (instant: number): readonly PauseRun[] => runs.filter(({ from }) => from < instant);
  const stretches = (instant: number) => countedTime(limit, calendar, startedAt, begunBefore(instant));
  const dueAfter = (instant: number): number => dueInstant(limit, calendar, startedAt, begunBefore(instant));
  const usedAt = (instant: number): number => countedUntil(shownAt(instant), stretches(shownAt(instant)));
  return {
    runs,
    runAt,
    usedAt,
    lightAt(instant) {
      const shown = shownAt(instant);
      if (shown > dueAfter(shown)) return 'red';
      return usedAt(shown) >= yellowAfter(limit, total) ? 'yellow' : 'green';
    },
    changeFrom(light, instant) {
      const redAt = dueAfter(instant) + 1;
      if (light === 'yellow') return redAt;
      return Math.min(redAt, yellowInstant(limit, calendar, startedAt, begunBefore(instant)));
    },
  };
}

function yellowInstant(limit: Limit, calendar: CalendarData, startedAt: number, runs: readonly PauseRun[]): number {
  const after = yellowAfter(limit, countedTotal(limit, calendar, startedAt));
  return after === 0 ? startedAt : instantOf(after, countedTime(limit, calendar, startedAt, runs));
}

/** How much of the limit must be used for yellow, in milliseconds. */
export function yellowAfter(limit: Limit, total: number): number {
  const [part, whole] = limit.yellow ?? ONE_FIFTH;
  return Math.ceil((total * (whole - part)) / whole);
}

/** The timers by which a release starts cases by itself, from the moment it becomes the current one (ST7). */
import type { Json } from '@tongban/model';
import { firstOf, instantAfter, instantOf, repetitionOf } from '../core/iso-time.ts';
import type { PreparedRelease } from '../core/prepared.ts';
import type { StartTrigger } from '../core/start-triggers.ts';
import { invalidTimer } from '../core/timers.ts';
import type { StartTimerRow } from '../store/store.ts';
import type { ReadyRelease } from './ready-release.ts';

/**
 * The start timers of a release that becomes current at `now`. A date that is over starts nothing.
 * @throws RUNTIME_TIMER_VALUE_INVALID for a value that is no time
 */
export function startTimersOf(tenant: string, { release, starts, prepared }: ReadyRelease, now: number): readonly StartTimerRow[] {
  return starts.flatMap((start) => {
    const due = firstStart(prepared, start, now);
    const place = { tenant, measureId: release.manifest.id, releaseId: release.id, nodeId: start.node.id, which: start.which };
    return due === undefined ? [] : [{ ...place, ...due }];
  });
}

/** When a trigger starts a case by itself for the first time, looked at from `now`; undefined when it does not. @throws RUNTIME_TIMER_VALUE_INVALID */
export function firstStart(prepared: PreparedRelease, { node, trigger }: StartTrigger, now: number): StartDue | undefined {
  const { event, expression } = trigger;
  if (event.kind !== 'timer' || event.timer === 'limit' || expression === undefined) return undefined;
  const { offsetMinutes } = prepared.calendar;
  const global = (name: string) => (Object.hasOwn(prepared.globals, name) ? prepared.globals[name] : undefined);
  const value = expression.evaluate(global, { now, offsetMinutes });
  const due = dueOf(event.timer, value, now, offsetMinutes);
  if (due === undefined) throw invalidTimer(node, event, value);
  return due === 'never' ? undefined : due;
}

/** The next time of one that fired; undefined when there is none. Of the times that passed meanwhile, none is made up for. */
export function nextStart(fired: StartTimerRow, now: number, offsetMinutes: number): StartTimerRow | undefined {
  const { every, until = Number.POSITIVE_INFINITY } = fired;
  if (every === undefined) return undefined;
  let { dueAt, left = 0 } = fired;
  for (let passed = 0; dueAt <= now && passed < MOST_PASSED; passed++) {
    if (left === 0) return undefined;
    if (left > 0) left -= 1;
    const next = instantAfter(dueAt, every, offsetMinutes);
    if (next === undefined) return undefined;
    dueAt = next;
  }
  // After a very long stop, it is reckoned from the present.
  const due = dueAt > now ? dueAt : instantAfter(now, every, offsetMinutes);
  return due === undefined || due > until || due <= now ? undefined : { ...fired, dueAt: due, left };
}

const MOST_PASSED = 10_000;

type StartDue = Pick<StartTimerRow, 'dueAt' | 'left' | 'every' | 'until'>;

function dueOf(timer: 'date' | 'duration' | 'cycle', value: Json, now: number, offset: number): StartDue | 'never' | undefined {
  if (timer === 'cycle') return firstOf(repetitionOf(value, offset), now, offset);
  const dueAt = timer === 'date' ? instantOf(value, offset) : instantAfter(now, value, offset);
  if (dueAt === undefined) return undefined;
  return dueAt < now ? 'never' : { dueAt };
}

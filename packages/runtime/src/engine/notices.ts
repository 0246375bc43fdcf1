/**
 * Notices of limits: timers of the shell that stand beside those of the case, so that a case whose limits ask for none pays nothing. Each notice
 * is given once for each clock: its command has one id for ever.
 */
import { noticeInstant } from '@tongban/calendar';
import type { Limit } from '@tongban/model';
import type { CaseClock, TaskPerformer } from '../core/state.ts';
import type { CommitFacts } from './commit-facts.ts';
import type { LiveCase } from './live-case.ts';

/** A timer of a notice, taken apart. */
export interface NoticeTimer {
  readonly clockId: number;
  /** Which of the limit's notices, from 0. */
  readonly notice: number;
}

/** The timers that the notices of a clock need now: id and instant, or no instant when there is to be none. */
export function noticeTimers({ ready, now }: CommitFacts, clock: CaseClock): readonly (readonly [string, number | undefined])[] {
  const limit = ready.prepared.limits[clock.limitId];
  return (limit?.notices ?? []).map((notice, at) => {
    const dueAt = limit && noticeInstant(limit, ready.release.calendar, clock, notice, now);
    return [`notice ${clock.id} ${at}`, dueAt] as const;
  });
}

/** When a notice is to be given, as things stand, and who hears it: roles of the measure, and whoever has the work in hand that the clock is about. */
export interface NoticeDue {
  readonly dueAt: number;
  /** As soon as it is due. */
  readonly to: readonly TaskPerformer[];
}

/** What is to become of a notice; undefined when it is not to be given. */
export function noticeDue(live: LiveCase, timer: NoticeTimer, now: number): NoticeDue | undefined {
  const instants = instantsOf(live, timer, now);
  const dueAt = instants[timer.notice];
  if (dueAt === undefined) return undefined;
  if (dueAt > now) return { dueAt, to: [] };
  const asked = askedFor(live, timer, instants, now);
  if (asked.length === 0) return undefined;
  const to = asked.flatMap((one): readonly TaskPerformer[] => (one === PERFORMER ? performersOf(live, timer.clockId) : [{ role: one }]));
  return { dueAt, to };
}

/** The parts of a timer id, when it is one of a notice. */
export function noticeOf(timerId: string): NoticeTimer | undefined {
  const match = /^notice (\d{1,15}) (\d{1,3})$/.exec(timerId);
  return match === null ? undefined : { clockId: Number(match[1]), notice: Number(match[2]) };
}

// helpers

const PERFORMER = 'performer';

// Of several that are due by now, as after a stop or another calendar, each of those who are named hears the last one.
function askedFor(live: LiveCase, timer: NoticeTimer, instants: readonly (number | undefined)[], now: number): readonly string[] {
  const notices = limitOf(live, timer)?.notices ?? [];
  const own = instants[timer.notice] ?? now;
  const isLater = (at: number): boolean => {
    const dueAt = instants[at];
    return dueAt !== undefined && dueAt <= now && (dueAt > own || (dueAt === own && at > timer.notice));
  };
  const others = new Set(notices.flatMap(({ to = [PERFORMER] }, at) => (isLater(at) ? to : [])));
  return (notices[timer.notice]?.to ?? [PERFORMER]).filter((one) => !others.has(one));
}

// Of all notices of the clock's limit.
function instantsOf(live: LiveCase, timer: NoticeTimer, now: number): readonly (number | undefined)[] {
  const clock = clockOf(live, timer);
  const limit = limitOf(live, timer);
  if (clock === undefined || limit === undefined) return [];
  return (limit.notices ?? []).map((notice) => noticeInstant(limit, live.ready.release.calendar, clock, notice, now));
}

function clockOf({ state }: LiveCase, { clockId }: NoticeTimer): CaseClock | undefined {
  return state.clocks?.find(({ id }) => id === clockId);
}

function limitOf(live: LiveCase, timer: NoticeTimer): Limit | undefined {
  return live.ready.prepared.limits[clockOf(live, timer)?.limitId ?? ''];
}

// Of a clock that is nobody's task, such as that of the whole case, all open tasks.
function performersOf(live: LiveCase, clockId: number): readonly TaskPerformer[] {
  const open = live.tasks.filter(({ status }) => status === 'open');
  const own = open.filter(({ clocks = [] }) => clocks.some(({ id }) => id === clockId));
  const all = (own.length > 0 ? own : open).map(({ assignee, candidates }) =>
    assignee === undefined ? candidates : { persons: [assignee.id] },
  );
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = JSON.stringify(one);
    return seen.has(key) ? false : seen.add(key);
  });
}

/**
 * The working calendars of a county. An edit is a new edition: new cases are reckoned by it, running ones when they are rescheduled,
 * each with its own command, so that a long run can be watched, stopped and repeated.
 */
import { checkCalendar, readClock } from '@tongban/calendar';
import {
  type AbortSignalLike,
  type CalendarData,
  type CalendarEdit,
  type CalendarEdition,
  type CalendarInUse,
  type CalendarPreviewQuery,
  type CommandBase,
  type MovedCase,
  type MovedClock,
  type Page,
  type Pause,
  type Problem,
  type RescheduleReport,
  textIn,
} from '@tongban/model';
import { lastingPause } from '../core/clocks.ts';
import { endByCalendar } from '../core/planned-holds.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { raise } from '../errors.ts';
import { movedClock } from './clock-readings.ts';
import { lasts } from './lasting-pauses.ts';
import { operatorOf, operatorRefused } from './operators.ts';
import { keptAnswer, refuse, type ServiceContext } from './service-context.ts';
import { pageLimit } from './task-lists.ts';

/** How far a rescheduling is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Reschedules the running cases of a calendar. */
export interface RescheduleOrder extends CommandBase {
  readonly calendarId: string;
  readonly onProgress?: (progress: Progress) => void;
  /** Stops between two cases; repeating the command goes on. */
  readonly signal?: AbortSignalLike;
}

/** The latest edition of a calendar, or the one of a number; 0 is the one that came with a measure. */
export async function calendarOf(context: ServiceContext, calendarId: string, version?: number): Promise<CalendarEdition | undefined> {
  if (version === 0) return ownCalendar(context, calendarId);
  return context.engine.storage.measures.calendar(context.actor.tenant, calendarId, version);
}

/** The calendars by which the current releases reckon, each as its latest edition has it. @throws RUNTIME_NOT_ALLOWED */
export async function calendarsInUse(context: ServiceContext): Promise<readonly CalendarInUse[]> {
  operatorOf(context, '查看工作日历');
  const { engine, actor } = context;
  const { measures } = engine.storage;
  const found = new Map<string, CalendarInUse>();
  for (const measureId of await measures.measureIds(actor.tenant)) {
    const current = await measures.current(actor.tenant, measureId);
    const ready = current && (await engine.release(actor.tenant, current.id, 'latest'));
    if (ready === undefined) continue;
    const { calendar, manifest } = ready.release;
    const others = found.get(calendar.id)?.measures ?? [];
    found.set(calendar.id, { calendar, version: ready.edition ?? 0, measures: [...others, textIn(manifest.title)] });
  }
  return [...found.values()];
}

/** Keeps an edit. `version` is that of the edition that was edited, 0 when there was none. */
export async function saveCalendar(
  context: ServiceContext,
  { calendar, version }: CalendarEdit,
): Promise<{ readonly edition?: CalendarEdition; readonly problems: readonly Problem[] }> {
  const { engine, actor } = context;
  const by = operatorOf(context, '修改工作日历');
  const problems = checkCalendar(calendar);
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  const edition = { version: version + 1, calendar, savedAt: engine.clock.now(), savedByName: by.name };
  if (await engine.storage.measures.saveCalendar(actor.tenant, edition)) return { edition, problems };
  const latest = await calendarOf(context, calendar.id);
  const details = { calendarId: calendar.id, version: latest?.version ?? 0, savedByName: latest?.savedByName ?? '' };
  return { problems: [raise.problem('RUNTIME_CALENDAR_STALE', { elementId: calendar.id }, details)] };
}

/** The running cases whose clocks would move by a calendar: an edit at hand, or the latest edition. `limit` counts the cases looked at. */
export async function previewCalendar(context: ServiceContext, query: CalendarPreviewQuery): Promise<Page<MovedCase>> {
  operatorOf(context, '预览工作日历的影响');
  const [wrong] = query.calendar === undefined ? [] : checkCalendar(query.calendar).filter(({ severity }) => severity === 'error');
  if (wrong !== undefined) throw raise('RUNTIME_CALENDAR_WRONG', { calendarId: query.calendarId, why: wrong.sentences['zh-CN'] });
  const calendar = query.calendar ?? (await calendarOf(context, query.calendarId))?.calendar;
  const page = await openCases(context, query.cursor, pageLimit(query.limit));
  const entries: MovedCase[] = [];
  for (const { caseId } of page.entries) {
    const live = await context.engine.load(context.actor.tenant, caseId);
    if (live === undefined || calendar === undefined || live.ready.release.calendar.id !== query.calendarId) continue;
    const clocks = movedClocks(live, calendar, context.engine.clock.now());
    if (clocks.length > 0) entries.push({ caseId, title: live.row.title, clocks });
  }
  return { ...page, entries };
}

/** Reckons the clocks of every running case of a calendar by its latest edition. */
export async function rescheduleCases(context: ServiceContext, order: RescheduleOrder): Promise<RescheduleReport> {
  operatorOf(context, '按新日历重新计算时限');
  const moved: string[] = [];
  const refused: { readonly caseId: string; readonly problems: readonly Problem[] }[] = [];
  let [done, cases] = [0, 0];
  let cursor: string | undefined;
  do {
    const page = await openCases(context, cursor, PAGE);
    for (const { caseId } of page.entries) {
      if (order.signal?.aborted === true) return { cases, moved, refused, stopped: true };
      const how = await rescheduleOne(context, caseId, order);
      if (typeof how === 'object') refused.push({ caseId, problems: how });
      else if (how !== 'other') cases += 1;
      if (how === 'moved') moved.push(caseId);
      done += 1;
      order.onProgress?.({ done, total: page.total });
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return { cases, moved, refused, stopped: false };
}

// helpers

// Of the current release that was published last among those that brought it.
async function ownCalendar({ engine, actor }: ServiceContext, calendarId: string): Promise<CalendarEdition | undefined> {
  const { measures } = engine.storage;
  let found: CalendarEdition | undefined;
  for (const measureId of await measures.measureIds(actor.tenant)) {
    const current = await measures.current(actor.tenant, measureId);
    const own = current && (await engine.release(actor.tenant, current.id))?.release.calendar;
    if (current === undefined || own?.id !== calendarId || (found?.savedAt ?? 0) > current.publishedAt) continue;
    found = { version: 0, calendar: own, savedAt: current.publishedAt, savedByName: current.publishedBy };
  }
  return found;
}

const PAGE = 100;

function openCases({ engine, actor }: ServiceContext, cursor: string | undefined, limit: number) {
  const place = cursor === undefined ? {} : { cursor };
  return engine.storage.cases.cases({ tenant: actor.tenant, open: true, now: engine.clock.now(), limit, ...place });
}

// As rescheduling does it: pauses that have a term end by the calendar, and a clock that stands still without a planned end moves only when it goes on.
function movedClocks({ state, ready }: LiveCase, calendar: CalendarData, now: number): readonly MovedClock[] {
  const holds = state.holds?.map((hold) =>
    hold.plan === undefined ? hold : { ...hold, plan: { ...hold.plan, until: endByCalendar(calendar, hold.plan) } },
  );
  const replanned = (pause: Pause): Pause => (lasts(pause) ? lastingPause({ ...state, holds }, pause.reason, pause.from) : pause);
  return (state.clocks ?? []).flatMap((clock) => {
    const limit = ready.prepared.limits[clock.limitId];
    if (limit === undefined || clock.stoppedAt !== undefined) return [];
    const before = readClock(limit, ready.release.calendar, clock, now);
    const after = readClock(limit, calendar, { ...clock, pauses: clock.pauses.map(replanned) }, now);
    const isOpenEnded = after.paused && after.resumesAt === undefined;
    return isOpenEnded || after.dueAt === before.dueAt ? [] : [movedClock(clock.id, before, after)];
  });
}

async function rescheduleOne(
  context: ServiceContext,
  caseId: string,
  order: RescheduleOrder,
): Promise<'moved' | 'same' | 'other' | readonly Problem[]> {
  const { engine, actor } = context;
  const commandId = `${order.commandId} ${caseId}`;
  let how: 'moved' | 'same' | 'other' = 'other';
  const outcome = await engine.execute({
    ...{ tenant: actor.tenant, caseId, commandId, actorId: actor.id },
    decide: async (live) => {
      how = 'other';
      const ready = await engine.release(actor.tenant, live.row.releaseId, 'latest');
      if (ready?.edition === undefined || ready.release.calendar.id !== order.calendarId) return refuse();
      how = 'same';
      if (ready.edition === live.state.calendar) return refuse();
      const refused = await operatorRefused(context, 'reschedule', '按新日历重新计算时限', live.row);
      if (refused.length > 0) return refuse(...refused);
      const command = { commandId, now: engine.clock.now(), actor: operatorOf(context, ''), calendar: ready.edition };
      return {
        command: { kind: 'reschedule', ...command },
        ready,
        answer: ({ events }) => {
          how = events.some(({ kind }) => kind === 'clockMoved') ? 'moved' : 'same';
          return keptAnswer({ caseId });
        },
      };
    },
  });
  return outcome.kind === 'refused' && outcome.problems.length > 0 ? outcome.problems : how;
}

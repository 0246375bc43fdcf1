/** Which cases an edition of a calendar moved, read off their events: each says which clock was due when, before and after (CK7). */
import type { Page, PageQuery, RescheduledCase, RescheduledClock } from '@tongban/model';
import type { CaseEvent } from '../core/event.ts';
import type { ReadyRelease } from '../engine/ready-release.ts';
import type { CaseRow } from '../store/store.ts';
import { calendarOf } from './calendars.ts';
import { operatorOf } from './operators.ts';
import type { ServiceContext } from './service-context.ts';
import { pageLimit } from './task-lists.ts';

/** The cases of one edition, those started last first; `limit` counts the cases looked at. @throws RUNTIME_NOT_ALLOWED */
export async function rescheduledCases(
  context: ServiceContext,
  query: PageQuery & { readonly calendarId: string; readonly version: number },
): Promise<Page<RescheduledCase>> {
  operatorOf(context, '查看工作日历调整的办件');
  const { engine, actor } = context;
  const { calendarId, version, cursor } = query;
  const edition = await calendarOf(context, calendarId, version);
  const place = cursor === undefined ? {} : { cursor };
  const asked = { ...place, tenant: actor.tenant, now: engine.clock.now(), limit: pageLimit(query.limit) };
  const page = await engine.storage.cases.cases(asked);
  if (edition === undefined) return { ...page, entries: [] };
  const rows = page.entries.filter((row) => mayBeMoved(row, version, edition.savedAt));
  return { ...page, entries: (await Promise.all(rows.map(movedBy))).flat() };

  async function movedBy(row: CaseRow): Promise<readonly RescheduledCase[]> {
    const ready = await engine.release(actor.tenant, row.releaseId, row.calendar);
    if (ready?.release.calendar.id !== calendarId) return [];
    const events = await engine.storage.cases.eventsOf(actor.tenant, row.caseId);
    return movedIn(
      row,
      events.map(({ event }) => event as unknown as CaseEvent),
      version,
      ready,
    );
  }
}

// helpers

// What began later was reckoned by the edition from the beginning; what had ended was left alone.
function mayBeMoved({ startedAt, ended, calendar }: CaseRow, version: number, savedAt: number): boolean {
  return calendar !== undefined && calendar >= version && startedAt <= savedAt && (ended === undefined || ended.at >= savedAt);
}

// The step that names the edition notes the clocks it moves right after it.
function movedIn(row: CaseRow, events: readonly CaseEvent[], version: number, ready: ReadyRelease): readonly RescheduledCase[] {
  return events.flatMap((changed, place) => {
    if (changed.kind !== 'calendarChanged' || changed.calendar !== version) return [];
    const clocks: RescheduledClock[] = [];
    for (const event of events.slice(place + 1)) {
      if (event.kind !== 'clockMoved' && event.kind !== 'pauseMoved') break;
      if (event.kind === 'pauseMoved') continue;
      const { clockId, limitId, before, dueAt } = event;
      clocks.push({ clockId, name: ready.prepared.limits[limitId]?.name ?? { 'zh-CN': limitId }, before, after: dueAt });
    }
    return clocks.length === 0 ? [] : [{ caseId: row.caseId, title: row.title, at: changed.at, byName: changed.by?.name ?? '', clocks }];
  });
}

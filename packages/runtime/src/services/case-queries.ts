/** What hosts ask about cases: lists of them, the events of one, its clocks. Every answer is within the tenant of who asks. */
import type { CaseClockReading, CaseQuery, CaseSummary, Page } from '@tongban/model';
import type { CaseEvent } from '../core/event.ts';
import { raise } from '../errors.ts';
import type { CaseRow } from '../store/store.ts';
import { visibleCase } from './case-view.ts';
import { clockReadings, mostUrgent } from './clock-readings.ts';
import { isOperator, operatorOf } from './operators.ts';
import type { ServiceContext } from './service-context.ts';
import { pageLimit } from './task-lists.ts';

/** A page of cases, latest start first. @throws RUNTIME_CURSOR_INVALID */
export async function caseList(context: ServiceContext, query: CaseQuery): Promise<Page<CaseSummary>> {
  const { engine, actor } = context;
  const now = engine.clock.now();
  const own = isOperator(context) ? {} : { startedBy: actor.id };
  const page = await engine.storage.cases.cases({ ...query, ...own, tenant: actor.tenant, now, limit: pageLimit(query.limit) });
  return { ...page, entries: await Promise.all(page.entries.map((row) => summaryOf(context, row, now))) };
}

/** Events of a case after `after`, in order. They hold what the flow decided, so only operators read them; people read the time line. */
export async function caseEvents(
  context: ServiceContext,
  caseId: string,
  range: { readonly after?: number; readonly limit?: number } = {},
): Promise<Page<CaseEvent>> {
  operatorOf(context, '查看事件记录');
  const { live } = await visibleCase(context, caseId);
  const after = range.after ?? 0;
  if (!Number.isSafeInteger(after)) throw raise('RUNTIME_CURSOR_INVALID', { cursor: String(after) });
  const rows = await context.engine.storage.cases.eventsOf(live.tenant, caseId, after);
  const entries = rows.slice(0, pageLimit(range.limit)).map((row) => row.event as unknown as CaseEvent);
  const total = live.state.seq;
  return rows.length > entries.length ? { entries, total, cursor: String(entries.at(-1)?.seq ?? after) } : { entries, total };
}

/** The clocks of a case: those that run, and of each limit the one that stopped last. @throws RUNTIME_CASE_UNKNOWN */
export async function caseClocks(context: ServiceContext, caseId: string): Promise<readonly CaseClockReading[]> {
  const { live } = await visibleCase(context, caseId);
  return clockReadings(live.ready, live.state, context.engine.clock.now());
}

// helpers

async function summaryOf({ engine }: ServiceContext, row: CaseRow, now: number): Promise<CaseSummary> {
  const ready = await engine.release(row.tenant, row.releaseId, row.calendar);
  const clock = ready && row.ended === undefined ? mostUrgent(ready, row.clocks, now) : undefined;
  return {
    ...{ caseId: row.caseId, measureId: row.measureId, releaseId: row.releaseId, title: row.title, startedAt: row.startedAt },
    ...{ startedByName: row.startedBy.name, round: row.round, incidents: row.incidents ?? 0 },
    ...(row.key === undefined ? {} : { key: row.key }),
    ...(row.applicant === undefined ? {} : { applicant: row.applicant }),
    ...(row.ended === undefined ? {} : { ended: row.ended.kind, endedAt: row.ended.at }),
    ...(clock === undefined ? {} : { clock }),
  };
}

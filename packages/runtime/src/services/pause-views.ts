/** What people look at before they pause a case or let it go on: the reasons there are, what lasts, and what a pause would move. */
import { whatIfDeadline } from '@tongban/calendar';
import type { CasePauses, Clock, LastingPause, MovedClock, Page, PageQuery, Pause, PausedCase, PausePreviewQuery } from '@tongban/model';
import { BY_COMMAND } from '../core/holds.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { raise } from '../errors.ts';
import { visibleCase } from './case-view.ts';
import { clockReadings, readingOf } from './clock-readings.ts';
import { operatorOf } from './operators.ts';
import { mayPause } from './pause-case.ts';
import type { ServiceContext } from './service-context.ts';
import { pageLimit } from './task-lists.ts';
import { pauseName } from './words.ts';

/** The pauses of a case. @throws RUNTIME_NOT_ALLOWED, RUNTIME_CASE_UNKNOWN */
export async function pausesOfCase(context: ServiceContext, caseId: string): Promise<CasePauses> {
  const live = await pausable(context, caseId);
  const reasons = [...new Set(Object.values(live.ready.prepared.limits).flatMap(({ pauses = [] }) => pauses))];
  return {
    caseId,
    title: live.row.title,
    reasons: reasons.map((id) => ({ id, name: pauseName(id) })),
    lasting: lastingPauses(live),
    clocks: clockReadings(live.ready, live.state, context.engine.clock.now()),
  };
}

/** The clocks that a pause would move; empty when it would move none. */
export async function previewPause(context: ServiceContext, query: PausePreviewQuery): Promise<readonly MovedClock[]> {
  const { engine } = context;
  const { ready, state } = await pausable(context, query.caseId);
  const now = engine.clock.now();
  const { reason, to } = query;
  const from = query.from ?? now;
  return (state.clocks ?? []).flatMap((clock) => {
    const limit = ready.prepared.limits[clock.limitId];
    if (limit?.pauses?.includes(reason) !== true || clock.stoppedAt !== undefined || to <= from) return [];
    const compared = whatIfDeadline(limit, ready.release.calendar, clock, { pauses: [{ reason, from, to }] }, now);
    return compared.movedDays === 0 ? [] : [{ clockId: clock.id, ...compared }];
  });
}

/** Running cases whose clocks stand still; `limit` counts the cases looked at. @throws RUNTIME_NOT_ALLOWED */
export async function pausedCases(context: ServiceContext, query: PageQuery = {}): Promise<Page<PausedCase>> {
  operatorOf(context, '查看暂停计时的办件');
  const { engine, actor } = context;
  const now = engine.clock.now();
  const page = await engine.storage.cases.cases({ ...query, tenant: actor.tenant, open: true, now, limit: pageLimit(query.limit) });
  const entries: PausedCase[] = [];
  for (const { caseId, clocks: kept = [] } of page.entries) {
    if (!kept.some(standsStill)) continue;
    const live = await engine.load(actor.tenant, caseId);
    if (live === undefined) continue;
    const { title, key, applicant, clocks } = live.row;
    const clock = readingOf(live.ready, clocks?.[0], now);
    entries.push({
      ...{ caseId, title, pauses: lastingPauses(live) },
      ...(key === undefined ? {} : { key }),
      ...(applicant === undefined ? {} : { applicant }),
      ...(clock === undefined ? {} : { clock }),
    });
  }
  return { ...page, entries };
}

// helpers

async function pausable(context: ServiceContext, caseId: string): Promise<LiveCase> {
  const { live } = await visibleCase(context, caseId);
  if (!mayPause(context, live)) throw raise('RUNTIME_NOT_ALLOWED', { actorName: context.actor.name, what: '暂停计时' });
  return live;
}

// Holds say why, pauses of clocks since when; a correction or a suspension holds no reason and shows in the clocks alone.
function lastingPauses({ state }: LiveCase): readonly LastingPause[] {
  const holds = state.holds ?? [];
  const open = (state.clocks ?? []).flatMap((clock) => (clock.stoppedAt === undefined ? clock.pauses.filter(lasts) : []));
  const reasons = [...new Set([...holds, ...open].map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const starts = open.filter((pause) => pause.reason === reason).map(({ from }) => from);
    const byCommand = holds.some((hold) => hold.reason === reason && hold.owner === BY_COMMAND);
    return { reason, name: pauseName(reason), byCommand, ...(starts.length === 0 ? {} : { since: Math.min(...starts) }) };
  });
}

function standsStill({ stoppedAt, pauses }: Clock): boolean {
  return stoppedAt === undefined && pauses.some(lasts);
}

function lasts({ to }: Pause): boolean {
  return to === undefined;
}

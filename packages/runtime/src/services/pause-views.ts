/** What people look at before they pause a case or let it go on: the reasons there are, what lasts, and what a pause would move. */
import { readClock, whatIfDeadline } from '@tongban/calendar';
import type { CasePauses, Clock, MovedClock, Page, PageQuery, Pause, PauseChoice, PausedCase, PausePreviewQuery } from '@tongban/model';
import { BY_COMMAND } from '../core/holds.ts';
import { endOfTerm } from '../core/planned-holds.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { raise } from '../errors.ts';
import { visibleCase } from './case-view.ts';
import { clockReadings, mostUrgent, movedClock } from './clock-readings.ts';
import { lastingPauses, lasts } from './lasting-pauses.ts';
import { operatorOf } from './operators.ts';
import { mayPause, pauseReasons, plannedBy } from './pause-case.ts';
import type { ServiceContext } from './service-context.ts';
import { pageLimit } from './task-lists.ts';
import { pauseName } from './words.ts';

/** The pauses of a case. @throws RUNTIME_NOT_ALLOWED, RUNTIME_CASE_UNKNOWN */
export async function pausesOfCase(context: ServiceContext, caseId: string): Promise<CasePauses> {
  const live = await pausable(context, caseId);
  return {
    caseId,
    title: live.row.title,
    reasons: pauseReasons(live).map((id) => choiceOf(live, id)),
    lasting: lastingPauses(live),
    clocks: clockReadings(live.ready, live.state, context.engine.clock.now()),
  };
}

/** The clocks that a pause would move; empty when it would move none. */
export async function previewPause(context: ServiceContext, query: PausePreviewQuery): Promise<readonly MovedClock[]> {
  const { engine } = context;
  const live = await pausable(context, query.caseId);
  const { ready, state } = live;
  const now = engine.clock.now();
  const pause = thoughtOf(live, query, now);
  const { reason } = query;
  if (heldByCommand(state, reason)) return movedEnds(live, pause, now);
  return (state.clocks ?? []).flatMap((clock) => {
    const limit = ready.prepared.limits[clock.limitId];
    if (limit?.pauses?.includes(reason) !== true || clock.stoppedAt !== undefined) return [];
    // One that stands still for the reason already goes on when everything that holds it has ended.
    if (pause.to === undefined && clock.pauses.some((one) => one.reason === reason && lasts(one))) return [];
    const compared = whatIfDeadline(limit, ready.release.calendar, clock, { pauses: [pause] }, now);
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
    const clock = mostUrgent(live.ready, clocks, now);
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

function heldByCommand({ holds }: LiveCase['state'], reason: string): boolean {
  return holds?.some((hold) => hold.reason === reason && hold.owner === BY_COMMAND) === true;
}

// Of a pause that lasts: how the clocks that stand still for it would be with another end, moved or not.
function movedEnds({ ready, state }: LiveCase, pause: Pause, now: number): readonly MovedClock[] {
  // What the flow holds for the same reason goes on holding the clocks.
  if ((state.holds ?? []).filter(({ reason }) => reason === pause.reason).length > 1) return [];
  return (state.clocks ?? []).flatMap((clock) => {
    const limit = ready.prepared.limits[clock.limitId];
    const lasting = clock.pauses.find((one) => one.reason === pause.reason && lasts(one));
    if (limit === undefined || lasting === undefined || clock.stoppedAt !== undefined) return [];
    const pauses = clock.pauses.map((one) =>
      one === lasting ? { ...pause, from: lasting.from, ...(pause.to === undefined ? {} : { to: Math.max(pause.to, now) }) } : one,
    );
    const reading = (of: Clock) => readClock(limit, ready.release.calendar, of, now);
    const [before, after] = [reading(clock), reading({ ...clock, pauses })];
    return [movedClock(clock.id, before, after)];
  });
}

function choiceOf({ ready }: LiveCase, id: string): PauseChoice {
  const term = ready.release.manifest.pauses?.find((one) => one.id === id)?.term;
  return { id, name: pauseName(ready, id), ...(term === undefined ? {} : { term }) };
}

function thoughtOf(live: LiveCase, query: PausePreviewQuery, now: number): Pause {
  const { reason, from = now, to } = query;
  if (to !== undefined) return { reason, from, to };
  const { until, term } = plannedBy(live, query);
  const end = until ?? (term && endOfTerm(live.ready.release.calendar, term, from));
  return { reason, from, ...(end === undefined ? {} : { until: end }) };
}

async function pausable(context: ServiceContext, caseId: string): Promise<LiveCase> {
  const { live } = await visibleCase(context, caseId);
  if (!mayPause(context, live)) throw raise('RUNTIME_NOT_ALLOWED', { actorName: context.actor.name, what: '暂停计时' });
  return live;
}

function standsStill({ stoppedAt, pauses }: Clock): boolean {
  return stoppedAt === undefined && pauses.some(lasts);
}

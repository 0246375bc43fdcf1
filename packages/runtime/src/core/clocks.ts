/**
 * Clocks: the running of legal limits in a case. They start when an activity, a sub-process, a multi-instance as a whole or the case is
 * entered and stop when it is left (CK1, CK2); a pause stands still (CK3). The due instant is the calendar's.
 */
import { deadlineOf } from '@tongban/calendar';
import type { Limit, Pause } from '@tongban/model';
import { CORRECTION } from './correction-reason.ts';
import type { Run } from './run.ts';
import type { CaseClock, CaseState } from './state.ts';
import { SUSPENDED } from './suspended-reason.ts';

/** Starts the clocks of these limits for an owner. */
export function startClocks(run: Run, limitIds: readonly string[], owner: number, node: number): void {
  for (const limitId of limitIds) startClock(run, limitId, owner, node);
}

/** Starts one clock. */
export function startClock(run: Run, limitId: string, owner: number, node: number): CaseClock {
  const limit = run.prepared.limits[limitId] as Limit;
  const pauses = reasonsNow(run).flatMap((reason) => (stops(limit, reason) ? [pauseOf(run, reason, run.now)] : []));
  const clock: CaseClock = { id: run.nextId(), owner, node, limitId, startedAt: run.now, pauses, ...deadline(run, limit, run.now, pauses) };
  run.add('clocks', clock);
  save(run, clock);
  note(run, clock, { kind: 'clockStarted', dueAt: clock.dueAt });
  return clock;
}

// Each reason for which clocks stand still now, once.
function reasonsNow(run: Run): readonly string[] {
  const { correction, suspended, holds } = run.draft;
  if (correction === undefined && suspended === undefined && holds === undefined) return [];
  const own = [...(correction === undefined ? [] : [CORRECTION]), ...(suspended === undefined ? [] : [SUSPENDED])];
  return [...new Set([...own, ...(holds ?? []).map(({ reason }) => reason)])];
}

function pauseOf(run: Run, reason: string, from: number): Pause {
  return lastingPause(run.draft, reason, from);
}

/**
 * The pause for a reason that lasts since `from`. Holds of one reason end together: with the last of them, if that is planned of each. A
 * correction or a suspension has no planned end.
 */
export function lastingPause(
  { correction, suspended, holds = [] }: Pick<CaseState, 'correction' | 'suspended' | 'holds'>,
  reason: string,
  from: number,
): Pause {
  const own = (reason === CORRECTION && correction !== undefined) || (reason === SUSPENDED && suspended !== undefined);
  const ends = holds.filter((hold) => hold.reason === reason).map(({ plan }) => plan?.until);
  const planned = ends.filter((end) => end !== undefined);
  return own || planned.length === 0 || planned.length < ends.length ? { reason, from } : { reason, from, until: Math.max(...planned) };
}

/** Stops the clocks of these owners. Of each limit, the one that stopped last is kept. */
export function stopClocks(run: Run, isOwner: (id: number, clock: CaseClock) => boolean): void {
  const clocks = run.draft.clocks;
  if (clocks === undefined || !clocks.some((clock) => clock.stoppedAt === undefined && isOwner(clock.owner, clock))) return;
  const stopped: CaseClock[] = [];
  const next = clocks.map((clock) => {
    if (clock.stoppedAt !== undefined || !isOwner(clock.owner, clock)) return clock;
    const ended = { ...clock, pauses: endPauses(clock.pauses, run.now), stoppedAt: run.now };
    // A limit that another release no longer has leaves the deadline as it was.
    const limit = run.prepared.limits[clock.limitId];
    const final = limit === undefined ? ended : { ...ended, ...deadline(run, limit, ended.startedAt, ended.pauses) };
    stopped.push(final);
    return final;
  });
  const superseded = (clock: CaseClock): boolean =>
    clock.stoppedAt !== undefined && stopped.some((other) => other.limitId === clock.limitId && other.id > clock.id);
  run.setList(
    'clocks',
    next.filter((clock) => !superseded(clock)),
  );
  for (const clock of stopped) {
    save(run, clock);
    note(run, clock, { kind: 'clockStopped' });
  }
}

/** Pauses every running clock whose limit lists the reason, from a moment that may be past. */
export function pauseClocks(run: Run, reason: string, from: number = run.now): void {
  change(run, (clock, limit) => {
    if (!stops(limit, reason) || clock.pauses.some((pause) => pause.reason === reason && pause.to === undefined)) return undefined;
    const pauses = [...clock.pauses, pauseOf(run, reason, from)];
    const paused = { ...clock, pauses, ...deadline(run, limit, clock.startedAt, pauses) };
    note(run, paused, { kind: 'clockPaused', reason });
    for (const timer of run.draft.timers ?? []) {
      if (timer.clock === clock.id && timer.dueAt !== undefined) run.order({ kind: 'closeTimer', timerId: timer.id });
    }
    replaceTimers(run, clock.id, undefined);
    return paused;
  });
}

/**
 * A reason is over, `at` a moment that may be past: unless something else holds the clocks for it, they go on, their deadlines move, and the
 * timers that hang on them.
 */
export function resumeClocks(run: Run, reason: string, at: number = run.now): void {
  if (reasonsNow(run).includes(reason)) replanClocks(run, reason);
  else goOn(run, reason, at);
}

/** The planned end of a pause is another now, or it has none any more. */
export function replanClocks(run: Run, reason: string): void {
  change(run, (clock, limit) => {
    const lasting = clock.pauses.find((pause) => pause.reason === reason && pause.to === undefined);
    if (lasting === undefined) return undefined;
    const planned = pauseOf(run, reason, lasting.from);
    if (planned.until === lasting.until) return undefined;
    const pauses = clock.pauses.map((pause) => (pause === lasting ? planned : pause));
    return moved(run, clock, limit, pauses);
  });
}

function goOn(run: Run, reason: string, at: number): void {
  change(run, (clock, limit) => {
    if (!clock.pauses.some((pause) => pause.reason === reason && pause.to === undefined)) return undefined;
    const pauses = endPauses(clock.pauses, at, reason);
    const resumed = { ...clock, pauses, ...deadline(run, limit, clock.startedAt, pauses) };
    note(run, resumed, { kind: 'clockResumed', dueAt: resumed.dueAt });
    moveTimers(run, resumed);
    return resumed;
  });
}

/** Leaves a stretch that is over out of every running clock whose limit lists its reason (CK6). */
export function excludeTime(run: Run, pause: Pause): void {
  change(run, (clock, limit) => (stops(limit, pause.reason) ? moved(run, clock, limit, [...clock.pauses, pause]) : undefined));
}

/** Reckons every running clock anew (CK7, CK11): its deadline moves where calendar, limit or the end of a pause say otherwise, and the timers that hang on it. */
export function moveClocks(run: Run): void {
  const replanned = (pause: Pause): Pause => (pause.to === undefined ? pauseOf(run, pause.reason, pause.from) : pause);
  change(run, (clock, limit) => moved(run, clock, limit, clock.pauses.map(replanned)));
}

function moved(run: Run, clock: CaseClock, limit: Limit, pauses: readonly Pause[]): CaseClock | undefined {
  const due = deadline(run, limit, clock.startedAt, pauses);
  const next = { ...clock, pauses, ...due };
  if (due.dueAt !== clock.dueAt && !isOpenEnded(pauses)) {
    note(run, next, { kind: 'clockMoved', dueAt: due.dueAt, before: clock.dueAt });
    moveTimers(run, next);
  }
  return next;
}

// Nobody knows when a clock goes on that stands still without a planned end, so it has no deadline that could move (CK7).
function isOpenEnded(pauses: readonly Pause[]): boolean {
  return pauses.some(({ to, until }) => to === undefined && until === undefined);
}

// The timers that hang on a clock fire at its deadline, unless it stands still.
function moveTimers(run: Run, clock: CaseClock): void {
  if (clock.pauses.some((pause) => pause.to === undefined)) return;
  replaceTimers(run, clock.id, clock.dueAt);
  if (run.draft.suspended !== undefined) return;
  for (const timer of run.draft.timers ?? []) {
    if (timer.clock !== clock.id) continue;
    run.order({ kind: 'createTimer', timerId: timer.id, nodeId: run.node(timer.node).id, dueAt: clock.dueAt });
  }
}

function change(run: Run, changed: (clock: CaseClock, limit: Limit) => CaseClock | undefined): void {
  const clocks = run.draft.clocks;
  if (clocks === undefined) return;
  run.setList(
    'clocks',
    clocks.map((clock) => {
      if (clock.stoppedAt !== undefined) return clock;
      const next = changed(clock, run.prepared.limits[clock.limitId] as Limit);
      if (next !== undefined) save(run, next);
      return next ?? clock;
    }),
  );
}

function replaceTimers(run: Run, clock: number, dueAt: number | undefined): void {
  const { timers } = run.draft;
  if (timers === undefined || !timers.some((timer) => timer.clock === clock)) return;
  run.setList(
    'timers',
    timers.map((timer) => {
      if (timer.clock !== clock) return timer;
      const { dueAt: _, ...still } = timer;
      return dueAt === undefined ? still : { ...still, dueAt };
    }),
  );
}

function stops(limit: Limit, reason: string): boolean {
  return limit.pauses?.includes(reason) ?? false;
}

function endPauses(pauses: readonly Pause[], at: number, reason?: string): readonly Pause[] {
  return pauses.map((pause) => {
    if (pause.to !== undefined || (reason !== undefined && pause.reason !== reason)) return pause;
    // One that was to end by itself ended then, also when nobody had noticed (CK9).
    const to = Math.max(Math.min(at, pause.until ?? at), pause.from);
    return { reason: pause.reason, from: pause.from, to };
  });
}

// A pause whose end nobody knows is not counted before it is over, so that the instant is the same whenever it is reckoned.
function deadline(run: Run, limit: Limit, startedAt: number, pauses: readonly Pause[]): { dueAt: number; provisional: boolean } {
  const { dueAt, provisional } = deadlineOf(limit, run.prepared.calendar, { startedAt, pauses });
  return { dueAt, provisional };
}

function save(run: Run, clock: CaseClock): void {
  run.order({ kind: 'saveClock', clock, nodeId: run.node(clock.node).id });
}

type ClockNote =
  | { readonly kind: 'clockStarted' | 'clockResumed'; readonly dueAt: number }
  | { readonly kind: 'clockMoved'; readonly dueAt: number; readonly before: number }
  | { readonly kind: 'clockStopped' }
  | { readonly kind: 'clockPaused'; readonly reason: string };

function note(run: Run, clock: CaseClock, what: ClockNote): void {
  const nodeId = run.node(clock.node).id;
  run.note({ seq: run.nextSeq(), at: run.now, nodeId, clockId: clock.id, limitId: clock.limitId, ...what });
}

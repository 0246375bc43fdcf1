/**
 * Pauses that end by themselves (CK9–CK11): at an instant, or after a term of the calendar. Each has one timer at the shell, which first gives
 * word that the end is near where that is asked for. While the case is suspended it is not set; the end then comes when the case is resumed,
 * and counts from when it was due.
 */
import { addWorkingDays, dayAt, dayNumber, dayOfNumber, deadlineOf, endOfDay } from '@tongban/calendar';
import type { CalendarData, Limit, PauseTerm } from '@tongban/model';
import type { PauseClocksCommand } from './command.ts';
import { isInstant } from './instant.ts';
import type { Run } from './run.ts';
import type { Hold, HoldPlan, PauseWord } from './state.ts';

/** So that nothing is reckoned for long: terms are counted day by day. */
const LONGEST_TERM = { workingDay: 10_000, calendarDay: 10_000, month: 1_200, year: 100, hour: 10_000 } as const;

/** When a pause that a command begins at `from` ends by itself; undefined when somebody ends it, no number when the term is none. */
export function plannedEnd({ prepared }: Run, { until, term }: PauseClocksCommand, from: number): number | undefined {
  if (until !== undefined || term === undefined) return until;
  const fits = Number.isInteger(term.amount) && term.amount >= 1 && term.amount <= (LONGEST_TERM[term.unit] ?? 0);
  return fits ? endOfTerm(prepared.calendar, term, from) : Number.NaN;
}

/** Whether a pause may end by itself then. */
export function isEnd({ now }: Run, until: number): boolean {
  return isInstant(until) && until > now;
}

/** The plan of such a pause. Its timer is not set yet. */
export function planOf(run: Run, command: Pick<PauseClocksCommand, 'until' | 'term' | 'word'>, from: number, until: number): HoldPlan {
  const { word, term } = command;
  const plan = { timer: run.nextId(), from, until, dueAt: until, ...(command.until === undefined ? { term } : {}) };
  if (word === undefined) return plan;
  // Word that would be due already says nothing new.
  const dueAt = wordInstant(run.prepared.calendar, until, word);
  return dueAt <= run.now ? plan : { ...plan, dueAt, word };
}

/** When a pause that begins at `from` has lasted for its term: the whole last day stands still, the next one counts again. */
export function endOfTerm(calendar: CalendarData, { amount, unit, firstDayCounts = true }: PauseTerm, from: number): number {
  const limit: Limit = { id: '', name: { 'zh-CN': '' }, amount, unit, firstDayCounts };
  const { dueAt } = deadlineOf(limit, calendar, { startedAt: from });
  return unit === 'hour' ? dueAt : dueAt + 1;
}

/** Sets the timer of a plan. */
export function setPlan(run: Run, plan: HoldPlan): void {
  if (run.draft.suspended !== undefined) return;
  run.order({ kind: 'createTimer', timerId: plan.timer, nodeId: processId(run), dueAt: plan.dueAt });
}

/** Sets the timers of all plans, when the case is resumed. */
export function setPlans(run: Run): void {
  for (const { plan } of run.draft.holds ?? []) if (plan !== undefined) setPlan(run, plan);
}

/** Takes the timer of a plan away. */
export function unsetPlan(run: Run, { timer }: HoldPlan): void {
  if (run.draft.suspended === undefined) run.order({ kind: 'closeTimer', timerId: timer });
}

/** Reckons the ends of all plans by the calendar at hand (CK11). The clocks are reckoned after it. */
export function moveHolds(run: Run): void {
  const { calendar } = run.prepared;
  run.draft.holds = run.draft.holds?.map((hold): Hold => {
    const { plan, reason } = hold;
    if (plan === undefined) return hold;
    const until = endByCalendar(calendar, plan);
    const dueAt = plan.word === undefined ? until : wordInstant(calendar, until, plan.word);
    if (until === plan.until && dueAt === plan.dueAt) return hold;
    const moved = { ...plan, until, dueAt };
    if (until !== plan.until) run.note({ kind: 'pauseMoved', seq: run.nextSeq(), at: run.now, reason, until, before: plan.until });
    setPlan(run, moved);
    return { ...hold, plan: moved };
  });
}

/** When a plan ends by a calendar: one that has a term moves with it (CK11). */
export function endByCalendar(calendar: CalendarData, { term, from, until }: HoldPlan): number {
  return term === undefined ? until : endOfTerm(calendar, term, from);
}

/** The timer of a plan is due: word is given, or the pause ends as `end` does it. Whether there is such a plan, and it is due. */
export function firePlan(run: Run, timerId: number, end: (hold: Hold, until: number) => void): boolean {
  const hold = run.draft.holds?.find(({ plan }) => plan?.timer === timerId);
  const plan = hold?.plan;
  if (hold === undefined || plan === undefined || plan.dueAt > run.now) return false;
  if (plan.word === undefined || plan.until <= run.now) end(hold, plan.until);
  else giveWord(run, hold, plan);
  return true;
}

// helpers

// At the beginning of that day.
function wordInstant(calendar: CalendarData, until: number, { ahead }: PauseWord): number {
  const day = addWorkingDays(calendar, dayAt(until - 1, calendar.offsetMinutes), -ahead);
  return Math.min(until, endOfDay(calendar, dayOfNumber(dayNumber(day) - 1)) + 1);
}

function giveWord(run: Run, hold: Hold, { word, ...rest }: HoldPlan): void {
  const { reason } = hold;
  const { until } = rest;
  const plan = { ...rest, dueAt: until };
  run.draft.holds = run.draft.holds?.map((one) => (one === hold ? { ...hold, plan } : one));
  run.order({ kind: 'closeTimer', timerId: plan.timer });
  setPlan(run, plan);
  run.note({ kind: 'pauseNoticed', seq: run.nextSeq(), at: run.now, reason, until });
  const lastDay = dayAt(until - 1, run.prepared.calendar.offsetMinutes);
  const parameters = { title: run.draft.title ?? '', reason, until, lastDay };
  word?.to.forEach((to, at) => {
    const key = `${run.draft.caseId}/pause/${plan.timer}/${at}`;
    run.order({ kind: 'notify', key, template: 'pause.ending', to, parameters, nodeId: processId(run) });
  });
}

function processId(run: Run): string {
  return run.node(run.draft.process).id;
}

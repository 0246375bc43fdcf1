/** What is chosen in the form of a pause: how it ends, what the service is asked, and what is still wrong. */
import { addDays, readDay } from '@tongban/filing-form';
import type { LimitUnit, PauseChoice, PauseOrder, PausePreviewQuery, PauseTerm } from '@tongban/model';
import { endOfDay, startOfDay } from '../china-day.ts';

/** After a term, on a day, when somebody ends it; or it is over already. */
export type PauseEnd = 'term' | 'day' | 'open' | 'over';

/** What is chosen; days as they are typed. */
export interface PausePlan {
  readonly reason: string;
  readonly end: PauseEnd;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly unit: LimitUnit;
  readonly firstDayCounts: boolean;
}

/** The fields in which something may be wrong. */
export type PlanField = 'from' | 'to' | 'amount';

/** How long a pause is reckoned to last until somebody says otherwise. */
const USUAL_DAYS = 7;
const USUAL_TERM: PauseTerm = { amount: 5, unit: 'workingDay' };
const LONGEST_TERM = 10_000;

/** A plan for a reason, as the measure says of it. */
export function planFor(reason: PauseChoice | undefined, today: string): PausePlan {
  const { amount, unit, firstDayCounts = true } = reason?.term ?? USUAL_TERM;
  const end = reason?.term === undefined ? 'open' : 'term';
  return { reason: reason?.id ?? '', ...usualDays(end, today), end, amount: String(amount), unit, firstDayCounts };
}

/** The same plan with another end. */
export function withEnd(plan: PausePlan, end: PauseEnd, today: string): PausePlan {
  return { ...plan, ...usualDays(end, today), end };
}

/** What is wrong, by field: the key of a sentence. */
export function wrongInPlan({ end, from, to, amount }: PausePlan, now: number): Readonly<Partial<Record<PlanField, WrongPlan>>> {
  if (end === 'term')
    return /^\d{1,5}$/.test(amount) && Number(amount) >= 1 && Number(amount) <= LONGEST_TERM ? {} : { amount: 'termWrong' };
  const wrongFrom = end === 'over' && !isDay(from) ? ({ from: 'dayWrong' } as const) : {};
  if (!isDay(to)) return { ...wrongFrom, to: 'dayWrong' };
  if (end === 'over') {
    if (to < from) return { ...wrongFrom, to: 'dayOrderWrong' };
    return endOfDay(to) > now ? { ...wrongFrom, to: 'dayNotPast' } : wrongFrom;
  }
  return endOfDay(to) < now ? { to: 'dayPast' } : {};
}

/** Whether what is typed is a day in its one form. */
export function isDay(text: string): boolean {
  return readDay(text) === text;
}

/** Sentences about what is wrong. */
export type WrongPlan = 'dayWrong' | 'dayOrderWrong' | 'dayNotPast' | 'dayPast' | 'termWrong';

/** What the command says of begin and end. The whole last day stands still. */
export function orderOf(plan: PausePlan): Pick<PauseOrder, 'from' | 'to' | 'until' | 'term' | 'openEnded'> {
  const { end, from, to, amount, unit, firstDayCounts } = plan;
  switch (end) {
    case 'term':
      return { term: { amount: Number(amount), unit, firstDayCounts } };
    case 'day':
      return { until: endOfDay(to) + 1 };
    case 'open':
      return { openEnded: true };
    case 'over':
      return { from: startOfDay(from), to: endOfDay(to) };
  }
}

/** What is asked to see what it moves: where somebody ends it, on the day that is expected. */
export function thoughtOf(plan: PausePlan): Omit<PausePreviewQuery, 'caseId'> {
  const { reason, end, to } = plan;
  return end === 'open' ? { reason, to: endOfDay(to) } : { reason, ...orderOf(plan) };
}

// helpers

function usualDays(end: PauseEnd, today: string): Pick<PausePlan, 'from' | 'to'> {
  return end === 'over' ? { from: addDays(today, -USUAL_DAYS), to: addDays(today, -1) } : { from: today, to: addDays(today, USUAL_DAYS) };
}

/** A case from paper as it is typed, and the order that it becomes. */
import { readDay } from '@tongban/filing-form';
import type { EnterOrder, FormValues, NamedId } from '@tongban/model';
import { startOfDay } from '../china-day.ts';

/** A step where the case stands. */
export interface TypedPlace {
  readonly nodeId: string;
  readonly since: string;
  readonly assignee?: NamedId | undefined;
}

/** A step that was done on paper. */
export interface TypedStep {
  readonly nodeId: string;
  readonly day: string;
  readonly byName: string;
  readonly comment: string;
}

/** What is typed. Days are as people write them. */
export interface TypedPaper {
  readonly measureId: string;
  readonly projectCode: string;
  readonly starter: NamedId | undefined;
  readonly startedAt: string;
  readonly places: readonly TypedPlace[];
  readonly done: readonly TypedStep[];
  readonly comment: string;
}

/** What is wrong with a day. */
export type WrongDay = 'notADay' | 'future' | 'beforeStart';

/** Paper says no hour: the office opens at nine. */
const OPENING_MS = 9 * 3_600_000;

/** What is wrong with a day of the case, if anything; `startedAt` is absent for the first day itself. */
export function wrongDay(day: string, now: number, startedAt?: string): WrongDay | undefined {
  if (readDay(day) !== day) return 'notADay';
  if (startOfDay(day) > now) return 'future';
  return startedAt !== undefined && readDay(startedAt) === startedAt && day < startedAt ? 'beforeStart' : undefined;
}

/** The order; its days must be right. */
export function paperOrder(typed: TypedPaper, data: Readonly<Record<string, FormValues>>, now: number): Omit<EnterOrder, 'commandId'> {
  const at = (day: string): number => Math.min(startOfDay(day) + OPENING_MS, now);
  const { measureId, projectCode, starter, startedAt, places, done, comment } = typed;
  return {
    ...{ measureId, starter: starter ?? { id: '', name: '' }, startedAt: at(startedAt) },
    places: places.map(({ nodeId, since, assignee }) => ({ nodeId, since: at(since), ...(assignee === undefined ? {} : { assignee }) })),
    ...(done.length === 0 ? {} : { done: done.map((step) => doneStep(step, at(step.day))) }),
    ...(projectCode === '' ? {} : { projectCode }),
    ...(Object.keys(data).length === 0 ? {} : { data }),
    ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
  };
}

// helpers

function doneStep({ nodeId, byName, comment }: TypedStep, at: number): NonNullable<EnterOrder['done']>[number] {
  return {
    ...{ nodeId, at },
    ...(byName.trim() === '' ? {} : { byName: byName.trim() }),
    ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
  };
}

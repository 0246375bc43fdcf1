/**
 * The lists a row stands in, each as a key of the index `places`: tenant, list, and the place there. Lists that show the latest first have
 * their instants negated, so that every list is read from its beginning.
 *
 *     ['A', 'offered', 'reviewer', 'zrzy', <urgency>, 'c1.4']      a task that is offered to a role of a department
 *     ['A', 'starter', 'u1', -<started at>, 'c1']                  a case in the list of who started it
 */
import type { CaseRow, TaskRow } from '@tongban/runtime';
import type { Key } from './schema.ts';

/** The lists of a task. What is offered to anybody, any role or any department stands under ''. */
export function placesOfTask(task: TaskRow): readonly Key[] {
  const { tenant, taskId, status, closedBy, closedAs, closedAt = 0, openedAt, urgency } = task;
  if (status === 'open') return traysOfTask(task).map((tray) => [tenant, ...tray, urgency, taskId]);
  if (status === 'copied') return offersOf(task).map((tray) => [tenant, 'copied', ...tray, -openedAt, taskId]);
  if (status !== 'done') return [];
  const closers = new Set([closedBy, closedAs].flatMap((person) => (person === undefined ? [] : [person.id])));
  return [...closers].map((id) => [tenant, 'done', id, -closedAt, taskId]);
}

/** The lists of a case. */
export function placesOfCase({ tenant, caseId, startedAt, startedBy, measureId, ended, incidents }: CaseRow): readonly Key[] {
  const lists = [['all'], ['starter', startedBy.id], ['measure', measureId], [ended === undefined ? 'open' : 'ended']];
  if (incidents !== undefined) lists.push(['incident']);
  return lists.map((list) => [tenant, ...list, -startedAt, caseId]);
}

function traysOfTask(task: TaskRow): readonly (readonly string[])[] {
  return task.assignee === undefined ? offersOf(task) : [['assigned', task.assignee.id]];
}

function offersOf({ candidates: { persons, role = '', department = '' } }: TaskRow): readonly (readonly string[])[] {
  return persons === undefined ? [['offered', role, department]] : [...new Set(persons)].map((person) => ['named', person]);
}

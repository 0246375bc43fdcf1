/** The boxes of the inbox: 待办, 已办, 我发起, 抄送. */
import type { Actor, Page, TaskQuery, TaskSummary } from '@tongban/model';
import type { ReadyRelease } from '../engine/ready-release.ts';
import type { CaseRow, StoredTask, TaskLine } from '../store/store.ts';
import { mostUrgent } from './clock-readings.ts';
import { seatAt, standIns } from './seats.ts';
import type { ServiceContext } from './service-context.ts';
import { ENDING_NAMES, elementName } from './words.ts';

const MOST_LINES = 200;
const DEFAULT_LINES = 50;
/** Nobody reads further, and counting to the end takes longer the more there are. */
const MOST_COUNTED = 1_000;

/** A page of a box of the person of the context. @throws RUNTIME_CURSOR_INVALID */
export async function taskList(context: ServiceContext, query: TaskQuery): Promise<Page<TaskSummary>> {
  const { engine, actor } = context;
  const { cases } = engine.storage;
  const { box, text, light, cursor } = query;
  const now = engine.clock.now();
  const limit = pageLimit(query.limit);
  const list = {
    ...{ tenant: actor.tenant, now, limit, countUpTo: MOST_COUNTED },
    ...(text === undefined ? {} : { text }),
    ...(light === undefined ? {} : { light }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  if (box === 'started') {
    const page = await cases.cases({ ...list, startedBy: actor.id });
    return { ...page, entries: await Promise.all(page.entries.map((row) => caseSummary(context, row, now))) };
  }
  const { id, roles, department } = actor;
  const seeker = { id, roles, ...(department === undefined ? {} : { department }) };
  const page = await cases.tasks({ ...list, box, seeker, ...(actor.seats === undefined ? {} : { standsInFor: standIns(actor) }) });
  return { ...page, entries: await Promise.all(page.entries.map((line) => taskSummary(context, line, now))) };
}

/** How many lines a page has: at most 200, 50 when nothing is said. */
export function pageLimit(limit: number = DEFAULT_LINES): number {
  return Math.max(1, Math.min(Math.trunc(limit) || DEFAULT_LINES, MOST_LINES));
}

// helpers

async function taskSummary({ engine, actor }: ServiceContext, { task, case: row }: TaskLine, now: number): Promise<TaskSummary> {
  const ready = await engine.release(row.tenant, row.releaseId, row.calendar);
  const clock = ready && mostUrgent(ready, task.clocks, task.closedAt ?? now);
  const seat = task.status === 'open' ? seatAt(actor, task, row.measureId) : undefined;
  const element = task.signer?.name ?? (task.of === undefined || ready === undefined ? undefined : elementName(ready, task.of));
  return {
    taskId: task.taskId,
    ...headOf(row),
    stepName: element === undefined ? task.name : `${task.name}（${element}）`,
    since: task.status === 'copied' ? task.openedAt : (task.closedAt ?? task.openedAt),
    ...(clock === undefined ? {} : { clock }),
    ...(task.assignee === undefined ? {} : { assignee: task.assignee }),
    round: task.round,
    ...(seat === undefined ? doneFor(actor, task) : { onBehalfOf: { id: seat.principal.id, name: seat.principal.name } }),
    ...(task.asked === undefined ? {} : { asked: task.asked }),
    ...(task.status === 'copied' && task.closedAt === undefined ? { unread: true } : {}),
  };
}

// What a deputy did is done by both (DP7).
function doneFor(actor: Actor, { closedBy, closedAs }: StoredTask): Pick<TaskSummary, 'onBehalfOf' | 'doneBy'> {
  if (closedBy === undefined || closedAs === undefined) return {};
  return closedBy.id === actor.id ? { onBehalfOf: closedAs } : { doneBy: closedBy };
}

async function caseSummary({ engine }: ServiceContext, row: CaseRow, now: number): Promise<TaskSummary> {
  const ready = await engine.release(row.tenant, row.releaseId, row.calendar);
  const clock = ready && row.ended === undefined ? mostUrgent(ready, row.clocks, now) : undefined;
  return {
    ...headOf(row),
    stepName: row.ended === undefined ? await openSteps(engine, row, ready) : ENDING_NAMES[row.ended.kind],
    since: row.ended?.at ?? row.startedAt,
    ...(clock === undefined ? {} : { clock }),
    round: row.round,
  };
}

async function openSteps(engine: ServiceContext['engine'], row: CaseRow, ready: ReadyRelease | undefined): Promise<string> {
  const tasks = await engine.storage.cases.tasksOf(row.tenant, row.caseId);
  const names = new Set(tasks.filter((task) => task.status === 'open').map((task) => task.name));
  if (names.size > 0) return [...names].join('、');
  const waiting = await engine.storage.cases.subscriptionsOf(row.tenant, row.caseId);
  const events = ready?.release.program.nodes.flatMap((node) => node.events ?? []) ?? [];
  const labels = waiting.map(({ name }) => events.find((event) => event.kind === 'message' && event.name === name));
  const label = labels.map((event) => (event?.kind === 'message' ? event.arrival?.label : undefined)).find((one) => one !== undefined);
  return label === undefined ? '处理中' : `等待：${label}`;
}

function headOf(row: CaseRow): Pick<TaskSummary, 'caseId' | 'title' | 'measureTitle' | 'key' | 'applicant' | 'ended' | 'suspended'> {
  return {
    ...{ caseId: row.caseId, title: row.title, measureTitle: row.measureTitle },
    ...(row.key === undefined ? {} : { key: row.key }),
    ...(row.applicant === undefined ? {} : { applicant: row.applicant }),
    ...(row.ended === undefined ? {} : { ended: row.ended.kind }),
    ...(row.suspended === undefined ? {} : { suspended: true }),
  };
}

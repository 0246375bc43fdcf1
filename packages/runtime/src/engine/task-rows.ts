/** The task rows that a step changes. */
import type { CaseEffect, OpenTaskEffect } from '../core/effect.ts';
import type { CaseClock } from '../core/state.ts';
import type { Candidates, PersonRef, StoredTask, TaskRow } from '../store/store.ts';
import { clockFacts, keptClock } from './clock-rows.ts';
import type { CommitFacts } from './commit-facts.ts';
import { taskFinder } from './task-finder.ts';
import { taskIdOf } from './task-id.ts';

/** Tasks without a limit stand behind those due within a year. */
const YEAR_MS = 366 * 86_400_000;

/** The rows of tasks that the step opened, assigned, closed, or whose clocks it moved. */
export function taskRowsOf(facts: CommitFacts): readonly TaskRow[] {
  const { before, result } = facts;
  if (result.effects.length === 0) return [];
  const kept = taskFinder(before?.tasks ?? [], result.effects.length);
  const changed = new Map<string, TaskRow>();
  const { caseId } = result.state;
  const put = (taskId: string, change: (row: TaskRow) => TaskRow): void => {
    const row = changed.get(taskId) ?? keptRow(kept(taskId));
    if (row !== undefined) changed.set(taskId, change(row));
  };
  for (const effect of result.effects) {
    if (effect.kind === 'openTask') changed.set(taskIdOf(caseId, effect.taskId), openedRow(facts, effect));
    else if (effect.kind === 'moveTask') put(taskIdOf(caseId, effect.taskId), (row) => movedRow(facts, row, effect));
    else if (effect.kind === 'assignTask') put(taskIdOf(caseId, effect.taskId), (row) => assigned(row, effect.assignee));
    else if (effect.kind === 'holdTask')
      put(taskIdOf(caseId, effect.taskId), (row) => ({ ...row, status: effect.held ? 'waiting' : 'open' }));
    else if (effect.kind === 'openCopy') changed.set(taskIdOf(caseId, effect.copyId), copyRow(facts, effect));
    else if (effect.kind === 'closeCopy') put(taskIdOf(caseId, effect.copyId), (row) => readRow(facts, row));
    else if (effect.kind === 'closeTask') put(taskIdOf(caseId, effect.taskId), (row) => closed(facts, row, effect));
    else if (effect.kind === 'saveClock')
      for (const taskId of tasksOnClock(before?.tasks ?? [], changed, effect.clock.id))
        put(taskId, (row) => withClock(facts, row, effect.clock));
  }
  return [...changed.values()];
}

// helpers

// A row gets its revision from the store.
function keptRow(task: StoredTask | undefined): TaskRow | undefined {
  if (task === undefined) return undefined;
  const { revision: _revision, ...row } = task;
  return row;
}

function tasksOnClock(kept: readonly StoredTask[], changed: ReadonlyMap<string, TaskRow>, clock: number): readonly string[] {
  const rows = [...kept.filter(({ taskId }) => !changed.has(taskId)), ...changed.values()];
  return rows.filter((row) => isUnderWay(row) && row.clocks?.some(({ id }) => id === clock)).map(({ taskId }) => taskId);
}

function isUnderWay({ status }: TaskRow): boolean {
  return status === 'open' || status === 'waiting';
}

function openedRow(facts: CommitFacts, effect: OpenTaskEffect): TaskRow {
  const { ready, result, now } = facts;
  const { state } = result;
  const clocks = (state.clocks ?? []).filter(({ id }) => effect.clocks?.includes(id));
  const assignee = state.tokens.find(({ id }) => id === effect.taskId)?.assignee;
  return withUrgency({
    tenant: state.tenant,
    taskId: taskIdOf(state.caseId, effect.taskId),
    caseId: state.caseId,
    nodeId: effect.nodeId,
    name: ready.prepared.byId.get(effect.nodeId)?.name ?? effect.nodeId,
    status: 'open',
    candidates: candidatesOf(effect),
    ...(assignee === undefined ? {} : { assignee }),
    openedAt: openedAt(facts, effect.taskId),
    round: effect.round,
    ...(effect.of === undefined ? {} : { of: effect.of }),
    ...(effect.signer === undefined ? {} : { signer: effect.signer }),
    ...(effect.asked === undefined ? {} : { asked: effect.asked.how }),
    ...clockFacts(ready, clocks.map(keptClock), now),
    urgency: 0,
  });
}

// Now, but for a case that is entered afterwards.
function openedAt({ ordered, result, now }: CommitFacts, taskId: number): number {
  if (ordered.kind !== 'enter') return now;
  return result.events.find((event) => event.kind === 'taskOpened' && event.taskId === taskId)?.at ?? now;
}

// A copy is kept like a task: for whom it is, and about which step.
function copyRow({ ready, result, now }: CommitFacts, { copyId, nodeId, to }: CaseEffect & { readonly kind: 'openCopy' }): TaskRow {
  const { state } = result;
  return {
    tenant: state.tenant,
    taskId: taskIdOf(state.caseId, copyId),
    caseId: state.caseId,
    nodeId,
    name: ready.prepared.byId.get(nodeId)?.name ?? nodeId,
    status: 'copied',
    candidates: to.department === true ? { department: to.id } : { persons: [to.id] },
    openedAt: now,
    round: state.round,
    urgency: now,
  };
}

function readRow({ now, result }: CommitFacts, row: TaskRow): TaskRow {
  const by = result.events.find((event) => event.kind === 'copyRead')?.by;
  return by === undefined || row.closedAt !== undefined ? row : { ...row, closedAt: now, closedBy: { id: by.id, name: by.name } };
}

function candidatesOf({ performer }: Pick<OpenTaskEffect, 'performer'>): Candidates {
  const { persons, role, department } = performer;
  return {
    ...(persons === undefined ? {} : { persons }),
    ...(role === undefined ? {} : { role }),
    ...(department === undefined ? {} : { department }),
  };
}

function movedRow(facts: CommitFacts, row: TaskRow, effect: CaseEffect & { readonly kind: 'moveTask' }): TaskRow {
  const { light: _light, clocks: _clocks, ...rest } = row;
  const clocks = (facts.result.state.clocks ?? []).filter(({ id }) => effect.clocks?.includes(id));
  return withUrgency({
    ...rest,
    nodeId: effect.nodeId,
    name: facts.ready.prepared.byId.get(effect.nodeId)?.name ?? effect.nodeId,
    ...(effect.performer === undefined ? {} : { candidates: candidatesOf({ performer: effect.performer }) }),
    ...clockFacts(facts.ready, clocks.map(keptClock), facts.now),
  });
}

function assigned(row: TaskRow, assignee: { readonly id: string; readonly name: string } | undefined): TaskRow {
  const { assignee: _before, ...rest } = row;
  return assignee === undefined ? rest : { ...rest, assignee };
}

function closed(facts: CommitFacts, row: TaskRow, effect: { readonly taskId: number; readonly how: 'completed' | 'cancelled' }): TaskRow {
  const { acted, now, result, ready } = facts;
  const mine = acted?.task === effect.taskId;
  const by = mine ? result.events.find((event) => event.by !== undefined)?.by : undefined;
  const { deputyship, ...actedFor } = by?.onBehalfOf ?? {};
  const principal = deputyship === undefined ? undefined : (actedFor as PersonRef);
  return {
    ...row,
    status: effect.how === 'completed' || mine ? 'done' : 'cancelled',
    closedAt: now,
    ...(by === undefined ? {} : { closedBy: { id: by.id, name: by.name } }),
    ...(principal === undefined ? {} : { closedAs: principal }),
    ...(by?.department === undefined ? {} : { closedFor: by.department }),
    ...(acted?.outcome === undefined || !mine ? {} : { outcome: acted.outcome }),
    ...clockFacts(ready, row.clocks ?? [], now, true),
  };
}

function withClock(facts: CommitFacts, row: TaskRow, clock: CaseClock): TaskRow {
  const { light: _light, clocks = [], ...rest } = row;
  const moved = clocks.map((one) => (one.id === clock.id ? keptClock(clock) : one));
  return withUrgency({ ...rest, ...clockFacts(facts.ready, moved, facts.now) });
}

function withUrgency(row: TaskRow): TaskRow {
  return { ...row, urgency: row.light === undefined ? row.openedAt + YEAR_MS : row.light.redAt };
}

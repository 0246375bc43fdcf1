/** The task rows that a step changes. */
import type { CaseEffect, OpenTaskEffect } from '../core/effect.ts';
import type { CaseClock, CaseState } from '../core/state.ts';
import type { Candidates, KeptClock, PersonRef, StoredTask, TaskRow } from '../store/store.ts';
import { type ClockFacts, clockFacts, keptClock } from './clock-rows.ts';
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

/** A row in the making. Its parts are set one by one: putting it together of objects that may be empty takes longer than all else. */
type Draft = { -readonly [Key in keyof TaskRow]: TaskRow[Key] };

function openedRow(facts: CommitFacts, effect: OpenTaskEffect): TaskRow {
  const { ready, result, now } = facts;
  const { tenant, caseId, tokens } = result.state;
  const { taskId, nodeId, round, of, signer, asked } = effect;
  const row: Draft = {
    tenant,
    taskId: taskIdOf(caseId, taskId),
    caseId,
    nodeId,
    name: ready.prepared.byId.get(nodeId)?.name ?? nodeId,
    status: 'open',
    candidates: candidatesOf(effect),
    openedAt: openedAt(facts, taskId),
    round,
    urgency: 0,
  };
  const assignee = tokens.find(({ id }) => id === taskId)?.assignee;
  if (assignee !== undefined) row.assignee = assignee;
  if (of !== undefined) row.of = of;
  if (signer !== undefined) row.signer = signer;
  if (asked !== undefined) row.asked = asked.how;
  return putClocks(row, clockFacts(ready, clocksOf(result.state, effect), now));
}

function clocksOf({ clocks = [] }: CaseState, effect: { readonly clocks?: readonly number[] | undefined }): readonly KeptClock[] {
  return effect.clocks === undefined ? [] : clocks.filter(({ id }) => effect.clocks?.includes(id)).map(keptClock);
}

// With its place in the inbox, which hangs on them.
function putClocks(row: Draft, { light, clocks }: ClockFacts): TaskRow {
  if (light !== undefined) row.light = light;
  if (clocks !== undefined) row.clocks = clocks;
  row.urgency = light === undefined ? row.openedAt + YEAR_MS : light.redAt;
  return row;
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
  const candidates: { -readonly [Key in keyof Candidates]: Candidates[Key] } = {};
  if (persons !== undefined) candidates.persons = persons;
  if (role !== undefined) candidates.role = role;
  if (department !== undefined) candidates.department = department;
  return candidates;
}

function movedRow(facts: CommitFacts, row: TaskRow, effect: CaseEffect & { readonly kind: 'moveTask' }): TaskRow {
  const { light: _light, clocks: _clocks, ...rest } = row;
  const { nodeId, performer } = effect;
  const moved: Draft = { ...rest, nodeId, name: facts.ready.prepared.byId.get(nodeId)?.name ?? nodeId };
  if (performer !== undefined) moved.candidates = candidatesOf({ performer });
  return putClocks(moved, clockFacts(facts.ready, clocksOf(facts.result.state, effect), facts.now));
}

function assigned(row: TaskRow, assignee: { readonly id: string; readonly name: string } | undefined): TaskRow {
  const { assignee: _before, ...rest } = row;
  return assignee === undefined ? rest : { ...rest, assignee };
}

function closed(facts: CommitFacts, row: TaskRow, effect: { readonly taskId: number; readonly how: 'completed' | 'cancelled' }): TaskRow {
  const { acted, now, result, ready } = facts;
  const mine = acted?.task === effect.taskId;
  const done: Draft = { ...row, status: effect.how === 'completed' || mine ? 'done' : 'cancelled', closedAt: now };
  if (row.clocks !== undefined) Object.assign(done, clockFacts(ready, row.clocks, now, true));
  if (!mine) return done;
  if (acted?.outcome !== undefined) done.outcome = acted.outcome;
  const by = result.events.find((event) => event.by !== undefined)?.by;
  if (by === undefined) return done;
  done.closedBy = { id: by.id, name: by.name };
  if (by.onBehalfOf?.deputyship !== undefined) {
    const { deputyship: _deputyship, ...principal } = by.onBehalfOf;
    done.closedAs = principal as PersonRef;
  }
  if (by.department !== undefined) done.closedFor = by.department;
  return done;
}

function withClock(facts: CommitFacts, row: TaskRow, clock: CaseClock): TaskRow {
  const { light: _light, clocks = [], ...rest } = row;
  const moved = clocks.map((one) => (one.id === clock.id ? keptClock(clock) : one));
  return putClocks(rest, clockFacts(facts.ready, moved, facts.now));
}

/**
 * Takes a case over to another release (MG1–MG6). The command says where each element of the old flow is in the new one, so that the step needs no
 * old program. What is in both goes on as it is; what is gone is let go; what is new at an open activity is armed from now on.
 */
import { announceMoved } from '../announce-moved.ts';
import { isTask } from '../cancel.ts';
import { moveClocks, startClocks, stopClocks } from '../clocks.ts';
import type { MigrateCommand } from '../command.ts';
import { startsOfEventSubProcesses } from '../event-sub-process.ts';
import { beginHold, endHolds } from '../holds.ts';
import { createJob } from '../jobs.ts';
import { moveHolds } from '../planned-holds.ts';
import type { PreparedNode } from '../prepared.ts';
import { finding } from '../raise.ts';
import { remappedEntries } from '../remapped-entries.ts';
import type { Run } from '../run.ts';
import type { CompletedActivity, Token } from '../state.ts';
import { arm } from '../triggers.ts';
import type { CommandKind } from './command-kind.ts';

export const migrate: CommandKind<'migrate'> = {
  kind: 'migrate',
  whileSuspended: true,
  run(run, command) {
    const { from, to, moves, actor, calendar } = command;
    const homeless = run.draft.tokens.some(({ node }) => (command.nodes[node] ?? -1) < 0);
    if (homeless) return finding('RUNTIME_MIGRATION_PLAN', {}, { caseId: run.draft.caseId, from, to });
    run.note({ kind: 'caseMigrated', seq: run.nextSeq(), at: run.now, by: actor, from, to, moves });
    run.draft.releaseId = to;
    run.draft.calendar = calendar;
    const changed = new Set(command.changed);
    const calls = run.draft.tokens.filter(({ node }) => changed.has(node)).map(({ id }) => id);
    letGo(run, changed);
    remap(run, command);
    settleClocks(run);
    const known = new Set(command.nodes.filter((index, old) => index >= 0 && !changed.has(old)));
    armAnew(run, known);
    callAnew(run, new Set(calls));
    for (const token of run.draft.tokens) if (isTask(run, token)) announceMoved(run, run.node(token.node), token);
    run.headIsStale = true;
    return undefined;
  },
};

// helpers

// What waits for events that are gone or defined otherwise. The old program is not at hand, so that a condition, of which the shell keeps no
// row, is closed as if it had one.
function letGo(run: Run, changed: ReadonlySet<number>): void {
  for (const timer of run.takeFrom('timers', ({ node }) => changed.has(node)))
    if (timer.dueAt !== undefined) run.order({ kind: 'closeTimer', timerId: timer.id });
  for (const { id } of run.takeFrom('subscriptions', ({ node }) => changed.has(node)))
    run.order({ kind: 'closeSubscription', subscriptionId: id });
}

// Every index of the old program becomes one of the new.
function remap(run: Run, { nodes, flows }: MigrateCommand): void {
  const { draft } = run;
  const moved = <Entry extends { readonly node: number }>(entry: Entry): Entry => ({ ...entry, node: nodes[entry.node] as number });
  const undoable = (list: readonly CompletedActivity[]): readonly CompletedActivity[] => list.map((one) => withParts(moved(one)));
  const withParts = <Entry extends { readonly completed?: readonly CompletedActivity[] }>(entry: Entry): Entry =>
    entry.completed === undefined ? entry : { ...entry, completed: undoable(entry.completed) };
  const stillThere = <Entry extends { readonly node: number }>(entry: Entry): Entry | undefined => (entry.node < 0 ? undefined : entry);
  draft.process = nodes[draft.process] as number;
  draft.entered = remappedEntries(draft.entered, nodes);
  run.setTokens(
    draft.tokens.map((token): Token => {
      const there = moved(token);
      return token.flow === undefined ? there : { ...there, flow: flows[token.flow] as number };
    }),
  );
  draft.scopes = draft.scopes?.map((scope) => withParts(moved(scope)));
  draft.resets = draft.resets?.map((reset) => ({ ...moved(reset), flows: reset.flows.map((flow) => flows[flow] as number) }));
  draft.timers = draft.timers?.map(moved);
  draft.subscriptions = draft.subscriptions?.map(moved);
  draft.clocks = draft.clocks?.map((clock) => ({ ...clock, node: Math.max(nodes[clock.node] as number, 0) }));
  draft.incidents = draft.incidents?.map((one) => (one.again === undefined ? one : { ...one, again: stillThere(moved(one.again)) }));
  draft.completed = draft.completed && undoable(draft.completed);
  draft.compensations = draft.compensations?.map((one) => ({
    ...one,
    levels: one.levels.map((level) => ({ ...level, todo: undoable(level.todo) })),
  }));
}

// Clocks and holds as the new flow names them; those that stay are reckoned by the new limit.
function settleClocks(run: Run): void {
  const owners = [...openActivities(run), [0, run.node(run.draft.process)] as const];
  const wanted = new Map(owners.map(([owner, node]) => [owner, wantedClocks(run, node)]));
  const gone = (owner: number, limitId: string): boolean => wanted.get(owner)?.includes(limitId) !== true;
  stopClocks(run, (owner, clock) => wanted.has(owner) && gone(owner, clock.limitId));
  moveHolds(run);
  moveClocks(run);
  for (const [owner, node] of owners) {
    const running = (run.draft.clocks ?? []).filter((clock) => clock.owner === owner && clock.stoppedAt === undefined);
    const missing = (node.spec.clocks ?? []).filter((limitId) => !running.some((clock) => clock.limitId === limitId));
    startClocks(run, missing, owner, node.index);
    const { pauses } = node.spec;
    const held = run.draft.holds?.find((hold) => hold.owner === owner);
    if (owner === 0 || held?.reason === pauses) continue;
    if (held !== undefined) endHolds(run, (hold) => hold.owner === owner);
    if (pauses !== undefined) beginHold(run, pauses, owner);
  }
}

// Of an activity and of the limit timers at it.
function wantedClocks(run: Run, node: PreparedNode): readonly string[] {
  const events = [node, ...(node.spec.boundary ?? []).map((index) => run.node(index))].flatMap(({ triggers }) => triggers);
  const timers = events.flatMap(({ event }) => (event.kind === 'timer' && event.timer === 'limit' ? [event.limit] : []));
  return [...(node.spec.clocks ?? []), ...timers].filter((limitId) => Object.hasOwn(run.prepared.limits, limitId));
}

// The tokens that stand at an activity as a whole, with it.
function openActivities(run: Run): readonly (readonly [number, PreparedNode])[] {
  return run.draft.tokens.flatMap((token) => {
    const node = run.node(token.node);
    return token.flow !== undefined || run.instanceOf(node, token.scope) !== undefined ? [] : [[token.id, node] as const];
  });
}

function armAnew(run: Run, known: ReadonlySet<number>): void {
  for (const token of [...run.draft.tokens]) {
    const node = run.node(token.node);
    if (token.flow !== undefined) continue;
    const waits = node.kind.kind === 'intermediateCatchEvent' || node.kind.kind === 'receiveTask';
    if (waits && !known.has(node.index)) arm(run, node, token.id, token.scope);
    if (run.instanceOf(node, token.scope) !== undefined) continue;
    for (const index of node.spec.boundary ?? []) if (!known.has(index)) arm(run, run.node(index), token.id, token.scope);
    const expiry = node.spec.task?.expiry;
    if (expiry !== undefined && token.asked === undefined && !known.has(node.index))
      run.part('time').armLimit(run, expiry.limit, { owner: token.id, node: node.index });
  }
  const scopes = [
    [0, run.node(run.draft.process)] as const,
    ...(run.draft.scopes ?? []).map(({ id, node }) => [id, run.node(node)] as const),
  ];
  for (const [scope, node] of scopes)
    for (const start of startsOfEventSubProcesses(run, node)) if (!known.has(start)) arm(run, run.node(start), scope, scope);
}

// A job of a handler that is another one now is called again.
function callAnew(run: Run, tokens: ReadonlySet<number>): void {
  for (const { id, token } of run.takeFrom('jobs', (job) => tokens.has(job.token))) {
    run.order({ kind: 'closeJob', jobId: id, how: 'cancelled' });
    const there = run.token(token) as Token;
    createJob(run, run.node(there.node), there);
  }
}

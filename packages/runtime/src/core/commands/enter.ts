/**
 * Enters a case that has been running on paper (补录; PE1–PE5): it stands at the places named, since the instants named, and its clocks, timers and
 * history follow those. One event says that, when and by whom it was entered.
 */
import type { Finding } from '@tongban/model';
import type { EnterCommand } from '../command.ts';
import { doWork } from '../drain.ts';
import { armEventSubProcesses } from '../event-sub-process.ts';
import { isInstant } from '../instant.ts';
import { type Opened, openWay } from '../open-way.ts';
import type { PreparedNode } from '../prepared.ts';
import { finding } from '../raise.ts';
import { fillJoins } from '../return-region.ts';
import type { Run } from '../run.ts';
import { canLand, targetScope } from '../target-scope.ts';
import type { CommandKind } from './command-kind.ts';

export const enter: CommandKind<'enter'> = {
  kind: 'enter',
  run(run, command) {
    const problem = impossible(run, command);
    if (problem !== undefined) return problem;
    const { actor, starter, startedAt, comment, now } = command;
    const places = [...command.places].sort((a, b) => a.since - b.since);
    const process = run.node(run.draft.process);
    const { caseId, releaseId } = run.draft;
    run.now = startedAt;
    run.note({ kind: 'caseStarted', seq: run.nextSeq(), at: startedAt, by: actor, caseId, releaseId, starter });
    const stood = places.map(({ nodeId, since }) => ({ nodeId, since }));
    run.note({ kind: 'caseEntered', seq: run.nextSeq(), at: now, by: actor, since: startedAt, places: stood, comment });
    run.headIsStale = true;
    run.setValues(command, 0, process);
    recordDone(run, command);
    if (process.spec.clocks !== undefined) run.part('time').startClocks(run, process.spec.clocks, 0, process.index);
    armEventSubProcesses(run, process, 0);
    const landings = land(run, places);
    for (const [scope, nodes] of placesByScope(landings)) fillJoins(run, scope, nodes);
    for (const landing of landings) stand(run, landing);
    run.now = now;
    return undefined;
  },
};

// helpers

type Place = EnterCommand['places'][number];

interface Landing {
  readonly place: Place;
  readonly node: PreparedNode;
  readonly scope: number;
  /** Scope instances from outside in, each with what the place is in there. */
  readonly way: readonly (readonly [scope: number, node: number])[];
}

function impossible(run: Run, { places, startedAt, now, done = [] }: EnterCommand): Finding | undefined {
  if (places.length === 0) return finding('RUNTIME_ENTRY_PLACE', {}, { target: '' });
  const wrong = places.find(({ nodeId }) => !isPlace(run, nodeId));
  if (wrong !== undefined) return finding('RUNTIME_ENTRY_PLACE', { elementId: wrong.nodeId }, { target: wrong.nodeId });
  const unknown = done.find(({ nodeId }) => !run.prepared.byId.has(nodeId));
  if (unknown !== undefined) return finding('RUNTIME_ENTRY_PLACE', { elementId: unknown.nodeId }, { target: unknown.nodeId });
  const instants = [...places.map(({ since }) => since), ...done.map(({ at }) => at)];
  const inOrder = isInstant(startedAt) && startedAt <= now && instants.every((at) => isInstant(at) && at >= startedAt && at <= now);
  return inOrder ? undefined : finding('RUNTIME_ENTRY_INSTANT', {}, { startedAt, now });
}

// Not at a start event, and inside nothing of which there may be many.
function isPlace(run: Run, nodeId: string): boolean {
  const node = run.prepared.byId.get(nodeId);
  if (node === undefined || node.kind.kind === 'startEvent' || !canLand(run, node)) return false;
  return targetScope(run, node) !== undefined;
}

function recordDone(run: Run, { done = [] }: EnterCommand): void {
  for (const { nodeId, at, byName, outcome, comment } of [...done].sort((a, b) => a.at - b.at)) {
    run.countEntry(run.prepared.byId.get(nodeId)?.index as number);
    run.note({ kind: 'stepRecorded', seq: run.nextSeq(), at, nodeId, byName, outcome, comment });
  }
}

// Opens the sub-processes and calls that the places are in, each since the first place in it.
function land(run: Run, places: readonly Place[]): readonly Landing[] {
  const opened: Opened = new Map();
  return places.map((place) => {
    const node = run.prepared.byId.get(place.nodeId) as PreparedNode;
    run.now = place.since;
    const { scope, path } = targetScope(run, node) as NonNullable<ReturnType<typeof targetScope>>;
    const way: (readonly [number, number])[] = [];
    let at = scope;
    for (const activity of path) {
      way.push([at, activity.index]);
      at = openWay(run, at, [activity], opened)[0] as number;
    }
    return { place, node, scope: at, way: [...way, [at, node.index]] };
  });
}

function placesByScope(landings: readonly Landing[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const { way } of landings) for (const [scope, node] of way) found.set(scope, [...(found.get(scope) ?? []), node]);
  return found;
}

function stand(run: Run, { place, node, scope }: Landing): void {
  const { since, assignee } = place;
  const lastId = run.draft.lastId;
  run.now = since;
  run.enterLater(node.index, scope);
  doWork(run);
  const task = run.draft.tokens.find((token) => token.id > lastId && token.node === node.index && node.kind.kind === 'userTask');
  if (assignee === undefined || task === undefined || node.loop !== undefined) return;
  run.replaceToken({ ...task, assignee });
  run.order({ kind: 'assignTask', taskId: task.id, assignee });
}

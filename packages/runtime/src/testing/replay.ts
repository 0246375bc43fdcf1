/** Replays a case from the commands in its audit chain: what `step` makes of them must be what the store has. */
import { type AuditEntry, commandOfLink, eventsOfLink } from '../audit/audit-link.ts';
import { exportCase, verifyCaseExport } from '../audit/case-export.ts';
import type { CaseCommand } from '../core/command.ts';
import type { CaseEvent } from '../core/event.ts';
import type { PreparedRelease } from '../core/prepared.ts';
import type { StepResult } from '../core/result.ts';
import type { CaseState } from '../core/state.ts';
import { step } from '../core/step.ts';
import { type LiveCase, loadCase } from '../engine/live-case.ts';
import { type ReadyRelease, ReadyReleases } from '../engine/ready-release.ts';
import type { AuditLink, Storage } from '../store/store.ts';
import { check, checkEqual } from './check-equal.ts';

/** A case as its commands make it. */
export interface Replay {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
}

/** A case as it is kept, which is what its commands make of it, step by step. */
export interface ReplayedCase {
  readonly live: LiveCase;
  readonly events: readonly CaseEvent[];
  readonly steps: readonly ReplayedStep[];
}

/** A command that was carried out again. */
export interface ReplayedStep {
  readonly ready: ReadyRelease;
  readonly command: CaseCommand;
  readonly result: StepResult;
}

/** Carries out commands one after another, each on the release it was carried out on; none may be refused. */
export function replayCommands(commands: readonly { readonly prepared: PreparedRelease; readonly command: CaseCommand }[]): Replay {
  const results = resultsOf(commands);
  return { state: lastState(results), events: results.flatMap((result) => result.events) };
}

/** Throws unless the chain of a case is whole and its state and events are those of its commands, replayed. */
export async function checkReplay(storage: Storage, tenant: string, caseId: string): Promise<void> {
  await replayCase(storage, new ReadyReleases(storage.measures), tenant, caseId);
}

/** The case, replayed. Throws unless its chain is whole and its state and events are those of its commands. */
export async function replayCase(storage: Storage, releases: ReadyReleases, tenant: string, caseId: string): Promise<ReplayedCase> {
  const live = await loadCase(storage, releases, tenant, caseId);
  const exported = await exportCase(storage, tenant, caseId);
  if (live === undefined || exported === undefined) throw new Error(`There is no case "${caseId}".`);
  checkEqual(verifyCaseExport(exported).problems, [], `audit chain of ${caseId}`);
  checkEqual(live.hash, exported.hash, `hash of ${caseId}`);
  check(live.version === exported.links.length, `${caseId} has version ${live.version} and ${exported.links.length} links`);
  const commands = await Promise.all(exported.links.map((link) => recorded(releases, tenant, link)));
  const results = resultsOf(commands.map(({ ready, command }) => ({ prepared: ready.prepared, command })));
  const events = results.flatMap((result) => result.events);
  checkEqual(live.state, lastState(results), `state of ${caseId}`);
  checkEqual(exported.links.flatMap(eventsOfLink), events, `events of ${caseId}`);
  return { live, events, steps: commands.map((one, at) => ({ ...one, result: results[at] as StepResult })) };
}

// helpers

function resultsOf(commands: Parameters<typeof replayCommands>[0]): readonly StepResult[] {
  const results: StepResult[] = [];
  for (const { prepared, command } of commands) {
    const result = step(prepared, results.at(-1)?.state, command);
    if (result.refused !== undefined)
      throw new Error(`The replay refused ${command.kind} "${command.commandId}": ${result.refused[0]?.code}.`);
    results.push(result);
  }
  return results;
}

function lastState(results: readonly StepResult[]): CaseState {
  const last = results.at(-1);
  if (last === undefined) throw new Error('There are no commands to replay.');
  return last.state;
}

async function recorded(releases: ReadyReleases, tenant: string, link: AuditLink): Promise<Omit<ReplayedStep, 'result'>> {
  const { release, command } = JSON.parse(link.entry) as AuditEntry;
  const ready = await releases.get(tenant, release.id, release.calendar === 0 ? undefined : release.calendar);
  if (ready === undefined) throw new Error(`The release of command "${command.id}" is not there.`);
  return { ready, command: commandOfLink(link) as unknown as CaseCommand };
}

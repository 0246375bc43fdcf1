/** Replays a case from the commands in its audit chain: what `step` makes of them must be what the store has. */
import { type AuditEntry, commandOfLink, eventsOfLink } from '../audit/audit-link.ts';
import { exportCase, verifyCaseExport } from '../audit/case-export.ts';
import type { CaseCommand } from '../core/command.ts';
import type { CaseEvent } from '../core/event.ts';
import type { PreparedRelease } from '../core/prepared.ts';
import type { CaseState } from '../core/state.ts';
import { step } from '../core/step.ts';
import { loadCase } from '../engine/live-case.ts';
import { ReadyReleases } from '../engine/ready-release.ts';
import type { AuditLink, Storage } from '../store/store.ts';
import { check, checkEqual } from './check-equal.ts';

/** A case as its commands make it. */
export interface Replay {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
}

/** Carries out commands one after another, each on the release it was carried out on; none may be refused. */
export function replayCommands(commands: readonly { readonly prepared: PreparedRelease; readonly command: CaseCommand }[]): Replay {
  let state: CaseState | undefined;
  const events: CaseEvent[] = [];
  for (const { prepared, command } of commands) {
    const result = step(prepared, state, command);
    if (result.refused !== undefined)
      throw new Error(`The replay refused ${command.kind} "${command.commandId}": ${result.refused[0]?.code}.`);
    state = result.state;
    events.push(...result.events);
  }
  if (state === undefined) throw new Error('There are no commands to replay.');
  return { state, events };
}

/** Throws unless the chain of a case is whole and its state and events are those of its commands, replayed. */
export async function checkReplay(storage: Storage, tenant: string, caseId: string): Promise<void> {
  const releases = new ReadyReleases(storage.measures);
  const live = await loadCase(storage, releases, tenant, caseId);
  const exported = await exportCase(storage, tenant, caseId);
  if (live === undefined || exported === undefined) throw new Error(`There is no case "${caseId}".`);
  checkEqual(verifyCaseExport(exported).problems, [], `audit chain of ${caseId}`);
  checkEqual(live.hash, exported.hash, `hash of ${caseId}`);
  check(live.version === exported.links.length, `${caseId} has version ${live.version} and ${exported.links.length} links`);
  const replay = replayCommands(await Promise.all(exported.links.map((link) => recorded(releases, tenant, link))));
  checkEqual(live.state, replay.state, `state of ${caseId}`);
  checkEqual(exported.links.flatMap(eventsOfLink), replay.events, `events of ${caseId}`);
}

// helpers

async function recorded(releases: ReadyReleases, tenant: string, link: AuditLink) {
  const { release, command } = JSON.parse(link.entry) as AuditEntry;
  const ready = await releases.get(tenant, release.id, release.calendar === 0 ? undefined : release.calendar);
  if (ready === undefined) throw new Error(`The release of command "${command.id}" is not there.`);
  return { prepared: ready.prepared, command: commandOfLink(link) as unknown as CaseCommand };
}

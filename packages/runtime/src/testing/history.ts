/**
 * Recorded histories: the commands of a case with the state and events they made. They are replayed for ever, on the release as it was compiled
 * then, so that a case that began under an older version goes on as it would have.
 */
import type { Release } from '@tongban/model';
import { type AuditEntry, commandOfLink, eventsOfLink } from '../audit/audit-link.ts';
import type { CaseCommand } from '../core/command.ts';
import type { CaseEvent } from '../core/event.ts';
import { allParts } from '../core/parts/all-parts.ts';
import { prepareRelease } from '../core/prepare-release.ts';
import type { CaseState } from '../core/state.ts';
import { loadCase } from '../engine/live-case.ts';
import { ReadyReleases } from '../engine/ready-release.ts';
import type { Storage } from '../store/store.ts';
import { checkEqual } from './check-equal.ts';
import { replayCommands } from './replay.ts';

/** What a case was told, and what came of it. */
export interface History {
  readonly commands: readonly CaseCommand[];
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
}

/** The history of a case that stood under one release all the time, with that release. */
export async function recordHistory(storage: Storage, tenant: string, caseId: string): Promise<History & { readonly release: Release }> {
  const live = await loadCase(storage, new ReadyReleases(storage.measures), tenant, caseId);
  const audit = await storage.cases.audit(tenant, caseId);
  if (live === undefined || audit === undefined) throw new Error(`There is no case "${caseId}".`);
  for (const { entry } of audit.links)
    checkEqual((JSON.parse(entry) as AuditEntry).release, { id: live.ready.release.id, calendar: 0 }, 'the release of a commit');
  return {
    release: live.ready.release,
    commands: audit.links.map((link) => commandOfLink(link) as unknown as CaseCommand),
    state: live.state,
    events: audit.links.flatMap(eventsOfLink) as unknown as readonly CaseEvent[],
  };
}

/** Throws unless replaying the commands on the release makes the same state and the same events. */
export function checkHistory(history: History, release: Release): void {
  const prepared = prepareRelease(release, allParts);
  const { state, events } = replayCommands(history.commands.map((command) => ({ prepared, command })));
  checkEqual(state, history.state, 'the state');
  checkEqual(events, history.events, 'the events');
}

/**
 * Notices for standing deputies (DP6): whatever goes to somebody who has a deputy now goes to the deputy as well, saying for whom. A deputy who
 * stands in for part of the work hears of cases in which a task of that part waits.
 */
import type { Actor, Deputyship } from '@tongban/model';
import { isCandidate, isInScope, isOver, mayAct } from '../store/query-semantics.ts';
import type { Storage } from '../store/store.ts';
import type { Directory, Notice } from './engine-options.ts';
import { principalOf } from './principal-of.ts';

/** What they are found with. */
export interface DeputyNoticeFacts {
  readonly storage: Storage;
  /** A host without one knows no principals. */
  readonly directory: Directory | undefined;
}

/** The same notice for each deputy of somebody who gets it at `now`; not for those who get it anyway. */
export async function deputyNotices({ storage, directory }: DeputyNoticeFacts, notice: Notice, now: number): Promise<readonly Notice[]> {
  if (directory === undefined) return [];
  const { tenant, to } = notice;
  const current = (await storage.deputies.list(tenant, { after: now })).filter((one) => one.startsAt <= now && !isOver(one, now));
  const copies: Notice[] = [];
  for (const deputyship of current) {
    const deputy = await directory.person(tenant, deputyship.deputy.id);
    if (deputy?.department === undefined || deputy.tenant !== tenant || isCandidate(to, deputy)) continue;
    const principal = await principalOf(directory, deputyship, deputy);
    if (principal === undefined || !isCandidate(to, principal) || !(await isConcerned(storage, notice, deputyship, principal))) continue;
    const onBehalfOf = { id: principal.id, name: principal.name };
    copies.push({ ...notice, key: `${notice.key} for ${deputyship.deputyshipId}`, to: { persons: [deputy.id] }, onBehalfOf });
  }
  return copies;
}

// helpers

async function isConcerned(storage: Storage, { tenant, caseId }: Notice, { scope }: Deputyship, principal: Actor): Promise<boolean> {
  if (scope.roles === undefined && scope.measures === undefined && scope.items === undefined) return true;
  const [stored, tasks] = await Promise.all([storage.cases.load(tenant, caseId), storage.cases.tasksOf(tenant, caseId)]);
  const measureId = stored?.row.measureId ?? '';
  return tasks.some((task) => task.status === 'open' && mayAct(task, principal) && isInScope(scope, task, measureId));
}

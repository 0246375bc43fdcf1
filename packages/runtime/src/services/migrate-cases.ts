/**
 * Takes running cases over to another release of their measure: a preview names what cannot move and why; each case goes over whole or not
 * at all, with its own command, so that a long run can be watched, stopped and repeated.
 */
import type { AbortSignalLike, CommandBase, Migration, MigrationPreview, MigrationReport, Page, Problem } from '@tongban/model';
import { planMigration } from '../core/migration-plan.ts';
import type { LiveCase } from '../engine/live-case.ts';
import type { ReadyRelease } from '../engine/ready-release.ts';
import { raise } from '../errors.ts';
import { stepProblem } from '../in-words.ts';
import type { Progress } from './calendars.ts';
import { operatorOf, operatorRefused } from './operators.ts';
import { keptAnswer, refuse, type ServiceContext } from './service-context.ts';
import { pageLimit } from './task-lists.ts';

/** Carries a migration out. */
export interface MigrateOrder extends CommandBase, Migration {
  readonly onProgress?: (progress: Progress) => void;
  /** Stops between two cases; repeating the command goes on. */
  readonly signal?: AbortSignalLike;
}

/** What would become of running cases; `limit` counts the cases looked at. @throws RUNTIME_NOT_ALLOWED, RUNTIME_RELEASE_UNKNOWN */
export async function previewMigration(
  context: ServiceContext,
  migration: Migration & { readonly cursor?: string; readonly limit?: number },
): Promise<Page<MigrationPreview>> {
  operatorOf(context, '迁移办件');
  const ready = await releaseTo(context, migration.to);
  const page = await casesOf(context, ready, migration.cursor, pageLimit(migration.limit));
  const entries: MigrationPreview[] = [];
  for (const { caseId } of page.entries) {
    const live = await context.engine.load(context.actor.tenant, caseId);
    if (live === undefined || !isMeant(live, migration)) continue;
    const { moves, problems } = planMigration(live.ready.prepared, ready.prepared, live.state, migration.mapping);
    entries.push({ caseId, title: live.row.title, from: live.row.releaseId, moves, problems: problems.map(stepProblem) });
  }
  return { ...page, entries };
}

/** Takes the cases over. @throws RUNTIME_NOT_ALLOWED, RUNTIME_RELEASE_UNKNOWN */
export async function migrateCases(context: ServiceContext, order: MigrateOrder): Promise<MigrationReport> {
  operatorOf(context, '迁移办件');
  const ready = await releaseTo(context, order.to);
  const migrated: string[] = [];
  const refused: { readonly caseId: string; readonly problems: readonly Problem[] }[] = [];
  let done = 0;
  let cursor: string | undefined;
  do {
    const page = await casesOf(context, ready, cursor, PAGE);
    for (const { caseId } of page.entries) {
      if (order.signal?.aborted === true) return { migrated, refused, stopped: true };
      const problems = await migrateOne(context, ready, caseId, order);
      if (problems?.length === 0) migrated.push(caseId);
      else if (problems !== undefined) refused.push({ caseId, problems });
      done += 1;
      order.onProgress?.({ done, total: page.total });
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return { migrated, refused, stopped: false };
}

// helpers

const PAGE = 100;

async function releaseTo({ engine, actor }: ServiceContext, releaseId: string): Promise<ReadyRelease> {
  const ready = await engine.release(actor.tenant, releaseId, 'latest');
  if (ready === undefined) throw raise('RUNTIME_RELEASE_UNKNOWN', { releaseId: releaseId.slice(0, 200) });
  return ready;
}

function casesOf({ engine, actor }: ServiceContext, ready: ReadyRelease, cursor: string | undefined, limit: number) {
  const query = { tenant: actor.tenant, measureId: ready.release.manifest.id, open: true, now: engine.clock.now(), limit };
  return engine.storage.cases.cases({ ...query, ...(cursor === undefined ? {} : { cursor }) });
}

function isMeant({ row, caseId }: LiveCase, { to, from, caseIds }: Migration): boolean {
  if (row.releaseId === to || row.ended !== undefined) return false;
  return (from === undefined || row.releaseId === from) && (caseIds === undefined || caseIds.includes(caseId));
}

// Undefined: the case was not meant.
async function migrateOne(
  context: ServiceContext,
  ready: ReadyRelease,
  caseId: string,
  order: MigrateOrder,
): Promise<readonly Problem[] | undefined> {
  const { engine, actor } = context;
  const commandId = `${order.commandId} ${caseId}`;
  let meant = true;
  const outcome = await engine.execute({
    ...{ tenant: actor.tenant, caseId, commandId, actorId: actor.id },
    decide: async (live) => {
      meant = isMeant(live, order);
      if (!meant) return refuse();
      const forbidden = await operatorRefused(context, 'migrate', '迁移办件', live.row);
      const { problems, nodes, flows, changed, moves } = planMigration(live.ready.prepared, ready.prepared, live.state, order.mapping);
      if (forbidden.length + problems.length > 0) return refuse(...forbidden, ...problems.map(stepProblem));
      const facts = { commandId, now: engine.clock.now(), actor: operatorOf(context, '迁移办件'), calendar: ready.edition };
      return {
        command: { kind: 'migrate', ...facts, from: live.row.releaseId, to: order.to, nodes, flows, changed, moves },
        ready,
        answer: () => keptAnswer({ caseId }),
      };
    },
  });
  if (outcome.kind === 'refused') return meant ? outcome.problems : undefined;
  return outcome.kind === 'done' ? [] : undefined;
}

/** The stream of changes that one person may see: which case, and what kinds of things happened. */
import type { AbortSignalLike, ChangeNotice } from '@tongban/model';
import { raise } from '../errors.ts';
import type { OutboxRow } from '../store/store.ts';
import { maySeeCase } from './case-access.ts';
import { seated } from './seats.ts';
import type { ServiceContext } from './service-context.ts';

/** Notices from `cursor` on (from now, when absent), until `signal` aborts. @throws RUNTIME_CURSOR_INVALID */
export async function* caseChanges(
  context: ServiceContext,
  options: { readonly cursor?: string; readonly signal: AbortSignalLike },
): AsyncIterable<ChangeNotice> {
  const { engine, actor } = context;
  const { cursor, signal } = options;
  const from = cursor === undefined ? undefined : Number(cursor);
  if (from !== undefined && !(Number.isSafeInteger(from) && from >= 0))
    throw raise('RUNTIME_CURSOR_INVALID', { cursor: String(cursor).slice(0, 50) });
  for await (const batch of engine.changes({ tenant: actor.tenant, signal, ...(from === undefined ? {} : { cursor: from }) })) {
    const now = await seated(context);
    for (const notice of noticesOf(batch)) if (await sees(now, notice.caseId)) yield notice;
  }
}

// helpers

// Events of one case that stand together make one notice.
function noticesOf(batch: readonly OutboxRow[]): readonly ChangeNotice[] {
  const notices: ChangeNotice[] = [];
  for (const row of batch) {
    const last = notices.at(-1);
    const cursor = String(row.cursor);
    if (last?.caseId === row.caseId) notices[notices.length - 1] = { ...last, cursor, kinds: [...new Set([...last.kinds, row.kind])] };
    else notices.push({ cursor, caseId: row.caseId, kinds: [row.kind] });
  }
  return notices;
}

async function sees({ engine, actor }: ServiceContext, caseId: string): Promise<boolean> {
  const live = await engine.load(actor.tenant, caseId);
  return live !== undefined && maySeeCase(actor, live, await engine.storage.cases.subscriptionsOf(actor.tenant, caseId));
}

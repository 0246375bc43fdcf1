/** The journal: the links of the audit chains of all cases, in the order of commits. It is the outbox as well. */
import type { JsonObject } from '@tongban/model';
import { type AuditLink, type CaseCommit, type EventRow, eventRows, eventsOfLink, type OutboxRow, withoutPerson } from '@tongban/runtime';
import type { Rows } from './rows.ts';
import type { KeptLink } from './schema.ts';

/** Links that are read at a time. */
const BATCH = 256;

/** The last cursor of each transaction that is under way: commits that go side by side number their links one after another. */
const underWay = new WeakMap<Rows, number>();

/** Keeps the link of a commit; its cursor. `last` is the last one that stood there. */
export function append(rows: Rows, { tenant, caseId, link, events }: CaseCommit, last: number): number {
  const cursor = Math.max(last, underWay.get(rows) ?? 0) + Math.max(events.length, 1);
  underWay.set(rows, cursor);
  const { entry, hash, personal } = link;
  rows.put('journal', { cursor, tenant, caseId, entry, hash, personal });
  return cursor;
}

/** The last cursor that was given; 0 when there is none. */
export async function lastCursor(rows: Rows): Promise<number> {
  return Number((await rows.lastKey('journal')) ?? 0);
}

/** The links of a case, in order. */
export function linksOf(rows: Rows, tenant: string, caseId: string): Promise<readonly KeptLink[]> {
  return rows.all('journal', { index: 'ofCase', range: IDBKeyRange.only([tenant, caseId]) });
}

/** A link as audits see it. */
export function linkOf({ entry, hash, personal }: KeptLink): AuditLink {
  return { entry, hash, personal };
}

/** The events of a link as rows. */
export function rowsOfLink(link: KeptLink): readonly EventRow[] {
  return eventRows(link.tenant, link.caseId, eventsOfLink(link) as readonly JsonObject[]);
}

/** Erases what links keep of a person. */
export function erasePerson(rows: Rows, links: readonly KeptLink[], person: string): void {
  for (const kept of links) {
    const [rest] = withoutPerson([kept], person);
    if (rest !== undefined && rest.personal.length < kept.personal.length) rows.put('journal', { ...kept, personal: rest.personal });
  }
}

/** Events after a cursor, in the order of commits. */
export async function eventsSince(rows: Rows, cursor: number, limit: number, tenant: string | undefined): Promise<readonly OutboxRow[]> {
  const found: OutboxRow[] = [];
  for (let from = cursor; found.length < limit; ) {
    const links = await rows.all('journal', { range: IDBKeyRange.lowerBound(from, true), limit: BATCH });
    for (const link of links) if (tenant === undefined || link.tenant === tenant) found.push(...outboxRows(link, cursor));
    from = links.at(-1)?.cursor ?? from;
    if (links.length < BATCH) break;
  }
  return found.slice(0, limit);
}

// helpers

// The cursor that was asked for may stand within a link.
function outboxRows(link: KeptLink, after: number): readonly OutboxRow[] {
  const events = rowsOfLink(link);
  return events.map((row, at) => ({ ...row, cursor: link.cursor - events.length + 1 + at })).filter(({ cursor }) => cursor > after);
}

/**
 * The journal: one row for every command that was carried out, in the order of commits. It remembers the first answer, is the outbox, and
 * holds the audit chain. The rows of a case are linked backwards by `previous`, from `cases.last_cursor`, so that they need no index of
 * their own. Personal values stand in a column of their own, where they can be erased.
 *
 * A row's cursor is that of its last event; those before it have the numbers before. A row without events takes one number, too.
 */
import type { Json, JsonObject } from '@tongban/model';
import { type AuditLink, type CommandRow, type EventRow, eventRows, eventsOfLink, type OutboxRow, withoutPerson } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import type { SqliteRow } from './driver.ts';
import { fromJson } from './json-text.ts';

/** A commit as the journal keeps it. */
export interface JournalEntry {
  readonly tenant: string;
  readonly caseId: string;
  /** The cursor of the case's commit before; 0 at the first. */
  readonly previous: number;
  readonly command: CommandRow;
  readonly link: AuditLink;
  readonly events: number;
}

/** How it was kept. */
export interface Appended {
  readonly cursor: number;
  /** Others may have written to the database since this connection did. */
  readonly othersWrote: boolean;
}

/** A command that is no step of a case, such as saving a draft. */
const NO_LINK: AuditLink = { entry: '', hash: '', personal: [] };

/** Keeps the journal. */
export class Journal {
  readonly #db: Connection;
  /** The last row that this connection wrote, if it is still there. */
  #last = { cursor: 0, rollbacks: -1 };

  constructor(connection: Connection) {
    this.#db = connection;
  }

  /** Keeps a new command with what it did, inside a write; undefined, and nothing is kept, when it was carried out before. */
  append({ tenant, caseId, previous, command, link, events }: JournalEntry): Appended | undefined {
    const { actorId, commandId, answer } = command;
    const text = answer === null ? 'null' : JSON.stringify(answer);
    const [first = ''] = link.personal;
    const personal = link.personal.length > 1 ? link.personal.join('\n') : first;
    const numbers = Math.max(events, 1);
    const { changes, rowId: cursor } = this.#db.counted(
      INSERT,
      numbers,
      previous,
      tenant,
      caseId,
      actorId,
      commandId,
      text,
      link.entry,
      link.hash,
      personal,
    );
    if (changes === 0) return undefined;
    const { rollbacks } = this.#db;
    // Whoever changes a case writes to the journal: there is nothing between the rows of this connection when nobody has.
    const othersWrote = this.#last.rollbacks !== rollbacks || this.#last.cursor + numbers !== cursor;
    this.#last = { cursor, rollbacks };
    return { cursor, othersWrote };
  }

  /** Keeps a command that is no step of a case; false when it was carried out before. */
  remember(tenant: string, caseId: string, command: CommandRow): boolean {
    return this.append({ tenant, caseId, previous: 0, command, link: NO_LINK, events: 0 }) !== undefined;
  }

  /** Takes back what {@link append} has just kept. */
  forget(cursor: number): void {
    this.#last = { cursor: 0, rollbacks: -1 };
    this.#db.run('DELETE FROM journal WHERE cursor = ?', cursor);
  }

  /** The first answer to a command; undefined for a new one. */
  answer(tenant: string, actorId: string, commandId: string): Json | undefined {
    const row = this.#db.get(SELECT_ANSWER, tenant, actorId, commandId);
    return row && fromJson<Json>(row['answer']);
  }

  /** How a command that was carried out before is answered. */
  repeated(tenant: string, command: CommandRow): { readonly kind: 'repeated'; readonly answer: Json } {
    return { kind: 'repeated', answer: this.answer(tenant, command.actorId, command.commandId) as Json };
  }

  /** The links of a case, in order. */
  links(tenant: string, caseId: string): readonly AuditLink[] {
    return this.#db.all(SELECT_OF_CASE, tenant, caseId).map(linkOf);
  }

  /** Erases what the rows of a case before one keep of a person; inside a write. */
  erase(tenant: string, caseId: string, person: string, before: number): void {
    for (const row of this.#db.all(SELECT_OF_CASE, tenant, caseId)) {
      const link = linkOf(row);
      const [rest] = withoutPerson([link], person);
      if (rest === undefined || rest.personal.length === link.personal.length || Number(row['cursor']) >= before) continue;
      this.#db.run('UPDATE journal SET personal = ? WHERE cursor = ?', rest.personal.join('\n'), row['cursor'] as number);
    }
  }

  /** Events after a cursor, in the order of commits. */
  since(cursor: number, limit: number, tenant: string | undefined): readonly OutboxRow[] {
    const rows =
      tenant === undefined ? this.#db.all(SELECT_SINCE, cursor, limit) : this.#db.all(SELECT_SINCE_OF_TENANT, cursor, tenant, limit);
    return rows
      .flatMap(outboxRows)
      .filter((row) => row.cursor > cursor)
      .slice(0, limit);
  }

  /** The last cursor that was given. */
  last(): number {
    return Number(this.#db.get('SELECT max(cursor) AS last FROM journal')?.['last'] ?? 0);
  }
}

/** The events of a link as rows. */
export function rowsOfLink(tenant: string, caseId: string, link: AuditLink): readonly EventRow[] {
  return eventRows(tenant, caseId, eventsOfLink(link) as readonly JsonObject[]);
}

function outboxRows(row: SqliteRow): readonly OutboxRow[] {
  const events = rowsOfLink(row['tenant'] as string, row['case_id'] as string, linkOf(row));
  const before = (row['cursor'] as number) - events.length;
  return events.map((event, at) => ({ ...event, cursor: before + at + 1 }));
}

function linkOf(row: SqliteRow): AuditLink {
  const personal = row['personal'] as string;
  return { entry: row['entry'] as string, hash: row['hash'] as string, personal: personal === '' ? [] : personal.split('\n') };
}

// Numbered after the last one, by as many as it has events.
const INSERT = `INSERT INTO journal (cursor, previous, tenant, case_id, actor_id, command_id, answer, entry, hash, personal)
  VALUES (coalesce((SELECT max(cursor) FROM journal), 0) + ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;
const SELECT_ANSWER = 'SELECT answer FROM journal WHERE tenant = ? AND actor_id = ? AND command_id = ?';
const SELECT_LINKS = 'SELECT j.cursor, j.tenant, j.case_id, j.entry, j.hash, j.personal FROM journal j';
const SELECT_SINCE = `${SELECT_LINKS} WHERE j.cursor > ? AND j.entry <> '' ORDER BY j.cursor LIMIT ?`;
const SELECT_SINCE_OF_TENANT = `${SELECT_LINKS} WHERE j.cursor > ? AND +j.tenant = ? AND j.entry <> '' ORDER BY j.cursor LIMIT ?`;
const SELECT_OF_CASE = `WITH RECURSIVE chain (at) AS (
    SELECT last_cursor FROM cases WHERE tenant = ? AND case_id = ?
    UNION ALL SELECT previous FROM chain CROSS JOIN journal ON journal.cursor = chain.at WHERE previous > 0
  )
  ${SELECT_LINKS.replace('FROM', 'FROM chain CROSS JOIN').replace('journal j', 'journal j ON j.cursor = chain.at')} ORDER BY j.cursor`;

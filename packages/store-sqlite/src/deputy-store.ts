/** Deputyships: who stands in for whom. */
import type { Deputyship, Json } from '@tongban/model';
import { type CommandRow, chainWith, type DeputyCommitResult, type DeputyStore } from '@tongban/runtime';
import { CommandBook } from './command-book.ts';
import type { Connection } from './connection.ts';
import { fromJson } from './json-text.ts';

/** Keeps deputyships in the database. */
export class SqliteDeputyStore implements DeputyStore {
  readonly #db: Connection;
  readonly #commands: CommandBook;

  constructor(connection: Connection) {
    this.#db = connection;
    this.#commands = new CommandBook(connection);
  }

  async deputyship(tenant: string, deputyshipId: string): Promise<Deputyship | undefined> {
    const row = this.#db.get('SELECT deputyship FROM deputyships WHERE tenant = ? AND deputyship_id = ?', tenant, deputyshipId);
    return row && fromJson<Deputyship>(row['deputyship']);
  }

  async list(tenant: string, query: Parameters<DeputyStore['list']>[1]): Promise<readonly Deputyship[]> {
    return this.#list(tenant, query);
  }

  async seen(tenant: string, actorId: string, commandId: string): Promise<Json | undefined> {
    return this.#commands.answer(tenant, actorId, commandId);
  }

  save(tenant: string, deputyship: Deputyship, command: CommandRow): Promise<DeputyCommitResult> {
    const { deputyshipId, principal, deputy, startsAt, endsAt, endedAt = endsAt } = deputyship;
    return this.#db.write(() => {
      if (this.#commands.answer(tenant, command.actorId, command.commandId) !== undefined) return this.#commands.repeated(tenant, command);
      const after = deputyship.setAt;
      const kept = [principal, deputy].flatMap((person) => this.#list(tenant, { person: person.id, after }));
      const chain = chainWith(deputyship, kept);
      if (chain !== undefined) return { kind: 'chain', with: chain };
      this.#commands.remember(tenant, command);
      const values = [tenant, deputyshipId, principal.id, deputy.id, startsAt, Math.min(endsAt, endedAt), JSON.stringify(deputyship)];
      this.#db.run(INSERT, ...values);
      return { kind: 'done' };
    });
  }

  // Without a person, '' is neither principal nor deputy of anybody.
  #list(tenant: string, { person = '', after = -1 }: Parameters<DeputyStore['list']>[1]): readonly Deputyship[] {
    const sides = person === '' ? [''] : [' AND principal = ?', ' AND deputy = ?'];
    const select = sides.map(
      (side) => `SELECT deputyship, starts_at, deputyship_id FROM deputyships WHERE tenant = ? AND over_at > ?${side}`,
    );
    const values = person === '' ? [tenant, after] : [tenant, after, person, tenant, after, person];
    const rows = this.#db.all(`${select.join(' UNION ')} ORDER BY starts_at, deputyship_id`, ...values);
    return rows.map((row) => fromJson<Deputyship>(row['deputyship']));
  }
}

const INSERT = `INSERT INTO deputyships (tenant, deputyship_id, principal, deputy, starts_at, over_at, deputyship) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (tenant, deputyship_id) DO UPDATE SET over_at = excluded.over_at, deputyship = excluded.deputyship`;

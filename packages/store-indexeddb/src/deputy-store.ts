/** Deputyships: who stands in for whom. */
import type { Deputyship, Json } from '@tongban/model';
import { type CommandRow, chainWith, type DeputyCommitResult, type DeputyStore, isOver } from '@tongban/runtime';
import { CommandBook } from './command-book.ts';
import type { Connection } from './connection.ts';
import { fromJson } from './json-text.ts';
import { beginningWith, type Rows } from './rows.ts';

/** Keeps deputyships in the database. There are few of them: a list reads those of its tenant. */
export class IndexedDbDeputyStore implements DeputyStore {
  readonly #db: Connection;
  readonly #commands = new CommandBook('deputies');

  constructor(connection: Connection) {
    this.#db = connection;
  }

  deputyship(tenant: string, deputyshipId: string): Promise<Deputyship | undefined> {
    return this.#db.read(['deputyships'], async (rows) => {
      const kept = await rows.get('deputyships', [tenant, deputyshipId]);
      return kept && fromJson<Deputyship>(kept.deputyship);
    });
  }

  async list(tenant: string, { person, after }: Parameters<DeputyStore['list']>[1]): Promise<readonly Deputyship[]> {
    const kept = await this.#db.read(['deputyships'], (rows) => allOf(rows, tenant));
    return kept
      .filter((one) => person === undefined || one.principal.id === person || one.deputy.id === person)
      .filter((one) => after === undefined || !isOver(one, after))
      .sort((a, b) => a.startsAt - b.startsAt || (a.deputyshipId < b.deputyshipId ? -1 : 1));
  }

  seen(tenant: string, actorId: string, commandId: string): Promise<Json | undefined> {
    return this.#db.read(['commands'], (rows) => this.#commands.answer(rows, tenant, actorId, commandId));
  }

  save(tenant: string, deputyship: Deputyship, command: CommandRow): Promise<DeputyCommitResult> {
    return this.#db.write(['deputyships', 'commands'], async (rows) => {
      const repeated = await this.#commands.repeated(rows, tenant, command);
      if (repeated !== undefined) return repeated;
      const chain = chainWith(deputyship, await allOf(rows, tenant));
      if (chain !== undefined) return { kind: 'chain', with: chain };
      rows.put('deputyships', { tenant, deputyshipId: deputyship.deputyshipId, deputyship: JSON.stringify(deputyship) });
      this.#commands.remember(rows, tenant, command);
      return { kind: 'done' };
    });
  }
}

async function allOf(rows: Rows, tenant: string): Promise<readonly Deputyship[]> {
  const kept = await rows.all('deputyships', { range: beginningWith(tenant) });
  return kept.map(({ deputyship }) => fromJson<Deputyship>(deputyship));
}

/** Remembers the first answer to every command, so that repeating one changes nothing. */
import type { Json } from '@tongban/model';
import type { CommandRow } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import { fromJson } from './json-text.ts';

/** The commands kept in one table. */
export class CommandBook {
  readonly #db: Connection;
  readonly #select: string;
  readonly #insert: string;
  readonly #delete: string;

  constructor(connection: Connection, table: 'commands' | 'measure_commands') {
    this.#db = connection;
    this.#select = `SELECT answer FROM ${table} WHERE tenant = ? AND actor_id = ? AND command_id = ?`;
    this.#insert = `INSERT INTO ${table} (tenant, actor_id, command_id, answer) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`;
    this.#delete = `DELETE FROM ${table} WHERE tenant = ? AND actor_id = ? AND command_id = ?`;
  }

  /** The first answer; undefined for a new command. */
  answer(tenant: string, actorId: string, commandId: string): Json | undefined {
    const row = this.#db.get(this.#select, tenant, actorId, commandId);
    return row && fromJson<Json>(row['answer']);
  }

  /** Keeps a new command; inside a write. False, and nothing is kept, when it was carried out before. */
  remember(tenant: string, command: CommandRow): boolean {
    return this.#db.run(this.#insert, tenant, command.actorId, command.commandId, JSON.stringify(command.answer)).changes === 1;
  }

  /** Takes back what {@link remember} has just kept. */
  forget(tenant: string, command: CommandRow): void {
    this.#db.run(this.#delete, tenant, command.actorId, command.commandId);
  }

  /** How a command that was carried out before is answered. */
  repeated(tenant: string, command: CommandRow): { readonly kind: 'repeated'; readonly answer: Json } {
    return { kind: 'repeated', answer: this.answer(tenant, command.actorId, command.commandId) as Json };
  }
}

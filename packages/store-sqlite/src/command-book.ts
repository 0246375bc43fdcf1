/** Remembers the first answer to every command on measures, so that repeating one changes nothing. */
import type { Json } from '@tongban/model';
import type { CommandRow } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import { fromJson } from './json-text.ts';

/** Keeps commands on measures. */
export class CommandBook {
  readonly #db: Connection;

  constructor(connection: Connection) {
    this.#db = connection;
  }

  /** The first answer; undefined for a new command. */
  answer(tenant: string, actorId: string, commandId: string): Json | undefined {
    const row = this.#db.get(SELECT, tenant, actorId, commandId);
    return row && fromJson<Json>(row['answer']);
  }

  /** Keeps a new command; inside a write. False, and nothing is kept, when it was carried out before. */
  remember(tenant: string, command: CommandRow): boolean {
    return this.#db.counted(INSERT, tenant, command.actorId, command.commandId, JSON.stringify(command.answer)).changes === 1;
  }

  /** How a command that was carried out before is answered. */
  repeated(tenant: string, command: CommandRow): { readonly kind: 'repeated'; readonly answer: Json } {
    return { kind: 'repeated', answer: this.answer(tenant, command.actorId, command.commandId) as Json };
  }
}

const SELECT = 'SELECT answer FROM measure_commands WHERE tenant = ? AND actor_id = ? AND command_id = ?';
const INSERT = 'INSERT INTO measure_commands (tenant, actor_id, command_id, answer) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';

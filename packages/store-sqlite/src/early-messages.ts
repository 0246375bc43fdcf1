/** Messages that came before any case waited for them. */
import type { AwaitedMessage, MessageRow, SubscriptionRow } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import { fromJson } from './json-text.ts';

/** Keeps early messages. There are few of them, so they are looked at first and the subscriptions by their index. */
export class EarlyMessages {
  readonly #db: Connection;

  constructor(connection: Connection) {
    this.#db = connection;
  }

  /** Keeps a message, and forgets those that expired. */
  keep(message: MessageRow, now: number): Promise<void> {
    const { tenant, messageId, name, key, expiresAt } = message;
    return this.#db.write(() => {
      this.#db.run('DELETE FROM messages WHERE expires_at <= ?', now);
      this.#db.run(INSERT, tenant, messageId, name, key, expiresAt, JSON.stringify(message));
    });
  }

  /** Those that some case waits for now. */
  awaited(now: number, limit: number): readonly AwaitedMessage[] {
    return this.#db.all(AWAITED, now, limit).map((row) => ({
      message: fromJson<MessageRow>(row['message']),
      subscription: fromJson<SubscriptionRow>(row['subscription']),
    }));
  }

  /** Takes one away. */
  drop(tenant: string, messageId: string): Promise<void> {
    return this.#db.write(() => {
      this.#db.run('DELETE FROM messages WHERE tenant = ? AND message_id = ?', tenant, messageId);
    });
  }
}

const INSERT = `INSERT INTO messages (tenant, message_id, name, key, expires_at, message) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;
const FIRST_WAITING = `SELECT s.subscription FROM subscriptions s INDEXED BY subscriptions_by_key
  WHERE s.tenant = m.tenant AND s.name = m.name AND s.key = m.key ORDER BY s.case_id, s.subscription_id LIMIT 1`;
const AWAITED = `SELECT * FROM (SELECT m.place, m.message, (${FIRST_WAITING}) AS subscription FROM messages m WHERE m.expires_at > ?)
  WHERE subscription IS NOT NULL ORDER BY place LIMIT ?`;

/** Messages that came before any case waited for them. */
import type { AwaitedMessage, MessageRow, SubscriptionRow } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import { fromJson } from './json-text.ts';

/** Keeps early messages. One is marked as awaited when a subscription to it opens, so that asking costs nothing for all the others. */
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
      this.#db.run(INSERT, tenant, messageId, name, key, expiresAt, JSON.stringify(message), tenant, name, key);
    });
  }

  /** Those that some case waits for now. */
  async awaited(now: number, limit: number): Promise<readonly AwaitedMessage[]> {
    const rows = this.#db.all(AWAITED, now, limit);
    // Their cases waited, and do no more.
    if (rows.some((row) => row['subscription'] === null)) await this.#db.write(() => void this.#db.run(NO_LONGER_AWAITED));
    return rows
      .filter((row) => row['subscription'] !== null)
      .map((row) => ({
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

const INSERT = `INSERT INTO messages (tenant, message_id, name, key, expires_at, message, awaited)
  VALUES (?, ?, ?, ?, ?, ?, EXISTS (SELECT 1 FROM subscriptions WHERE tenant = ? AND name = ? AND key = ?))
  ON CONFLICT DO NOTHING`;
const WAITING = `FROM subscriptions s INDEXED BY subscriptions_by_key
  WHERE s.tenant = m.tenant AND s.name = m.name AND s.key = m.key`;
const AWAITED = `SELECT m.message, (SELECT s.subscription ${WAITING} ORDER BY s.case_id, s.subscription_id LIMIT 1) AS subscription
  FROM messages m INDEXED BY messages_awaited WHERE m.awaited = 1 AND m.expires_at > ? ORDER BY m.place LIMIT ?`;
const NO_LONGER_AWAITED = `UPDATE messages AS m SET awaited = 0 WHERE m.awaited = 1 AND NOT EXISTS (SELECT 1 ${WAITING})`;

/** Messages that came before any case waited for them. One is marked when a subscription to it opens, so that the others cost nothing. */
import type { AwaitedMessage, MessageRow, SubscriptionRow } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import { fromJson } from './json-text.ts';
import { beginningWith, type Rows } from './rows.ts';
import type { KeptMessage } from './schema.ts';

/** Messages that are read at a time. */
const BATCH = 64;

/** Keeps early messages. */
export class EarlyMessages {
  readonly #db: Connection;

  constructor(connection: Connection) {
    this.#db = connection;
  }

  /** Keeps a message, and forgets those that expired. */
  keep(message: MessageRow, now: number): Promise<void> {
    const { tenant, messageId, name, key, expiresAt } = message;
    return this.#db.write(['messages', 'subscriptions'], async (rows) => {
      const [expired, kept, subscription] = await Promise.all([
        rows.keys('messages', { index: 'expiry', range: IDBKeyRange.upperBound(now) }),
        rows.first('messages', { index: 'byId', range: IDBKeyRange.only([tenant, messageId]) }),
        firstWaiting(rows, message),
      ]);
      for (const place of expired) rows.delete('messages', place as number);
      if (kept !== undefined && kept.expiresAt > now) return;
      const facts = { tenant, messageId, name, key, expiresAt, message: JSON.stringify(message) };
      rows.put('messages', subscription === undefined ? facts : { ...facts, awaited: 1 });
    });
  }

  /** Those that some case waits for now, oldest first. */
  async awaited(now: number, limit: number): Promise<readonly AwaitedMessage[]> {
    const found: AwaitedMessage[] = [];
    const forgotten: KeptMessage[] = [];
    await this.#db.read(['messages', 'subscriptions'], async (rows) => {
      // Marked messages go away as they are delivered; more than a batch is rare.
      for (const each of await rows.all('messages', { index: 'awaited', limit: limit + BATCH })) {
        const subscription = await firstWaiting(rows, each);
        if (subscription === undefined) forgotten.push(each);
        else if (each.expiresAt > now) found.push({ message: fromJson<MessageRow>(each.message), subscription });
      }
    });
    if (forgotten.length > 0) await this.#noLongerAwaited(forgotten);
    return found.slice(0, limit);
  }

  /** Takes one away. */
  drop(tenant: string, messageId: string): Promise<void> {
    return this.#db.write(['messages'], async (rows) => {
      const places = await rows.keys('messages', { index: 'byId', range: IDBKeyRange.only([tenant, messageId]) });
      for (const place of places) rows.delete('messages', place as number);
    });
  }

  /** The messages that a new subscription may wait for; they are to be marked. */
  unmarked(rows: Rows, { tenant, name, key }: SubscriptionRow): Promise<readonly KeptMessage[]> {
    return rows.all('messages', { index: 'byName', range: IDBKeyRange.only([tenant, name, key]) });
  }

  mark(rows: Rows, messages: readonly KeptMessage[]): void {
    for (const message of messages) if (message.awaited === undefined) rows.put('messages', { ...message, awaited: 1 });
  }

  // Their cases waited, and do no more.
  #noLongerAwaited(messages: readonly KeptMessage[]): Promise<void> {
    return this.#db.write(['messages', 'subscriptions'], async (rows) => {
      for (const { place } of messages) {
        const kept = await rows.get('messages', place as number);
        if (kept === undefined || (await firstWaiting(rows, kept)) !== undefined) continue;
        const { awaited: _awaited, ...rest } = kept;
        rows.put('messages', rest);
      }
    });
  }
}

// helpers

async function firstWaiting(
  rows: Rows,
  { tenant, name, key }: Pick<SubscriptionRow, 'tenant' | 'name' | 'key'>,
): Promise<SubscriptionRow | undefined> {
  const kept = await rows.first('subscriptions', { index: 'byName', range: beginningWith(tenant, name, key) });
  return kept && fromJson<SubscriptionRow>(kept.subscription);
}

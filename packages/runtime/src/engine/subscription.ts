/**
 * Hands committed events to a listener of the host: in the order of commits, each batch at least once. A batch that the listener fails
 * on is handed to it again when something was committed, and nothing after it before that.
 */
import type { AbortSignalLike } from '@tongban/model';
import type { OutboxRow } from '../store/store.ts';
import { StopSignal } from './stop-signal.ts';

/** A listener at work. */
export interface Subscription {
  /** Ends it; resolves when the batch at hand is done. */
  close(): Promise<void>;
}

/** What is listened to. */
export interface Subscribing {
  readonly tenant: string;
  /** The `cursor` of the last event that was dealt with; default: from now on. */
  readonly cursor?: number;
  /** Gets the events with their cursors; keep the last one to go on from there after a restart. */
  readonly listener: (events: readonly OutboxRow[]) => void | Promise<void>;
}

/** Where a subscription reads, and how it waits. */
export interface SubscriptionSource {
  readonly read: (options: {
    readonly tenant: string;
    readonly cursor?: number;
    readonly signal: AbortSignalLike;
  }) => AsyncIterable<readonly OutboxRow[]>;
  /** Until something is committed, or the signal aborts. */
  readonly wait: (signal: AbortSignalLike) => Promise<void>;
  readonly onFault: (fault: unknown) => void;
}

/** Starts handing on what is read. */
export function subscribe({ read, wait, onFault }: SubscriptionSource, { tenant, cursor, listener }: Subscribing): Subscription {
  const signal = new StopSignal();
  const handOn = async (batch: readonly OutboxRow[]): Promise<void> => {
    while (!signal.aborted) {
      try {
        return await listener(batch);
      } catch (fault) {
        onFault(fault);
        await wait(signal);
      }
    }
  };
  const work = (async () => {
    for await (const batch of read({ tenant, signal, ...(cursor === undefined ? {} : { cursor }) })) await handOn(batch);
  })().catch(onFault);
  return {
    close: async () => {
      signal.stop();
      await work;
    },
  };
}

/**
 * Hands committed events to a listener of the host: in the order of commits, each batch at least once. A batch that the listener fails
 * on is handed to it again when something was committed, and nothing after it before that.
 */
import type { AbortSignalLike } from '@tongban/model';
import type { OutboxRow } from '../store/store.ts';
import { StopSignal } from './stop-signal.ts';

/** A listener at work. */
export interface Subscription {
  /** Ends it: nothing is handed on any more. It waits for no listener, so that one may close it, or the engine, itself (CL2). */
  close(): Promise<void>;
  /** Resolves when it has ended and the batch at hand is done. */
  readonly ended: Promise<void>;
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
  let atHand = false;
  const handOn = async (batch: readonly OutboxRow[]): Promise<void> => {
    while (!signal.aborted) {
      try {
        atHand = true;
        return await listener(batch);
      } catch (fault) {
        onFault(fault);
      } finally {
        atHand = false;
      }
      await wait(signal);
    }
  };
  const ended = (async () => {
    for await (const batch of read({ tenant, signal, ...(cursor === undefined ? {} : { cursor }) })) await handOn(batch);
  })().catch(onFault);
  return {
    ended,
    close: async () => {
      signal.stop();
      if (!atHand) await ended;
    },
  };
}

/** The messages of a process in memory: what is waited for, what came early and is kept for a while, and what has come already. */
import type { JsonObject } from '@tongban/model';
import type { CaseEffect } from '../core/effect.ts';
import { correlationKey } from '../engine/work-rows.ts';

/** A message that is handed in. */
export interface ArrivingMessage {
  readonly name: string;
  /** Absent: whatever the key is under which it is waited for. */
  readonly key: string | undefined;
  readonly variables: JsonObject;
}

type Subscription = CaseEffect & { readonly kind: 'openSubscription' };

/** Mail as it is saved. */
export interface SavedMail {
  readonly waiting: readonly (readonly [subscription: number, { readonly name: string; readonly key: string }])[];
  readonly kept: readonly { readonly message: SavedMessage; readonly until: number }[];
  readonly seen: readonly string[];
}

type SavedMessage = Omit<ArrivingMessage, 'key'> & { readonly key?: string | undefined };

/** Keeps them; what becomes of them is for the process to do. */
export class ProcessMail {
  /** Name and key of what is waited for, by subscription. */
  readonly #waiting = new Map<number, { readonly name: string; readonly key: string }>();
  readonly #kept: { readonly message: ArrivingMessage; readonly until: number }[] = [];
  readonly #seen = new Set<string>();

  waitFor({ subscriptionId, type, name, correlation }: Subscription): void {
    if (type === 'message') this.#waiting.set(subscriptionId, { name, key: correlationKey(correlation) });
  }

  stopWaiting(subscriptionId: number): void {
    this.#waiting.delete(subscriptionId);
  }

  /** Whether a message with this id has come before; from now on it has. */
  isRepeated(id: string): boolean {
    const before = this.#seen.size;
    return this.#seen.add(id).size === before;
  }

  /** The subscription that has waited longest for such a message. */
  subscriptionFor({ name, key }: Pick<ArrivingMessage, 'name' | 'key'>): number | undefined {
    for (const [id, one] of this.#waiting) if (one.name === name && (key === undefined || one.key === key)) return id;
    return undefined;
  }

  /** Keeps a message that nothing waits for, as long as `now` is not after `until`. */
  keep(message: ArrivingMessage, until: number): void {
    this.#kept.push({ message, until });
  }

  /** Takes out the first kept message that something waits for by now; those whose time is over are gone. */
  takeKept(now: number): { readonly message: ArrivingMessage; readonly subscriptionId: number } | undefined {
    for (let at = 0; at < this.#kept.length; ) {
      const { message, until } = this.#kept[at] as { readonly message: ArrivingMessage; readonly until: number };
      const subscriptionId = this.subscriptionFor(message);
      if (until >= now && subscriptionId === undefined) {
        at += 1;
        continue;
      }
      this.#kept.splice(at, 1);
      if (until >= now && subscriptionId !== undefined) return { message, subscriptionId };
    }
    return undefined;
  }

  toJSON(): SavedMail {
    return { waiting: [...this.#waiting], kept: [...this.#kept], seen: [...this.#seen] };
  }

  /** Takes up mail that was saved. */
  restore({ waiting, kept, seen }: SavedMail): void {
    for (const [id, one] of waiting) this.#waiting.set(id, one);
    for (const { message, until } of kept) this.keep({ ...message, key: message.key }, until);
    for (const id of seen) this.#seen.add(id);
  }

  clear(): void {
    this.#waiting.clear();
    this.#kept.length = 0;
    this.#seen.clear();
  }
}

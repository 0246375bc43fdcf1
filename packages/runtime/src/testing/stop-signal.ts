/** A signal that tests stop by hand, and a pause that lets everything under way in memory come to rest. */
import type { AbortSignalLike } from '@tongban/model';

/** An `AbortSignal` for rooms without a DOM. */
export class StopSignal implements AbortSignalLike {
  aborted = false;
  readonly #listeners = new Set<() => void>();

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  stop(): void {
    this.aborted = true;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Waits until promises that rest on nothing outside are settled. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 1000; turn++) await Promise.resolve();
}

/** An `AbortSignal` for rooms without a DOM, stopped by whoever made it. */
import type { AbortSignalLike } from '@tongban/model';

/** A signal that is stopped by hand. */
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

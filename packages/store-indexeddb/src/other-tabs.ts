/** Tells other tabs of the same site that the database was written to, and hears it from them. */

/** The other tabs that have a database open. */
export class OtherTabs {
  readonly #channel: BroadcastChannel | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(name: string) {
    // Workers of some browsers have none; then others are heard of when the loop of the engine turns.
    if (typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel(`tongban ${name}`);
    this.#channel.onmessage = () => {
      for (const listener of this.#listeners) listener();
    };
  }

  tell(): void {
    this.#channel?.postMessage('written');
  }

  /** Calls back when another tab has written; answers how to stop. */
  hear(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#channel?.close();
  }
}

/** Loads what an element shows: one request at a time, the newest wins, and a failure keeps what was there. */

import type { TongbanElement } from '@tongban/element-kit';
import type { ReactiveController } from 'lit';

/** A value on its way, arrived, or failed. */
export class Loader<T> implements ReactiveController {
  value: T | undefined;
  error: unknown;
  pending = false;
  #turn = 0;
  readonly #host: TongbanElement;

  constructor(host: TongbanElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Starts loading; an answer that a later request has overtaken is dropped. */
  async load(request: () => Promise<T>): Promise<void> {
    const turn = ++this.#turn;
    this.pending = true;
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      const value = await request();
      if (turn === this.#turn) this.value = value;
    } catch (error) {
      if (turn === this.#turn) this.error = error;
    }
    if (turn !== this.#turn) return;
    this.pending = false;
    this.#host.requestUpdate();
  }

  /** Forgets what was loaded, and any request under way. */
  clear(): void {
    this.#turn += 1;
    this.value = undefined;
    this.error = undefined;
    this.pending = false;
    this.#host.requestUpdate();
  }
}

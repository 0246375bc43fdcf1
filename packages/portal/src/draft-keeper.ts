/** Keeps what is typed by itself a moment after typing rests, one save at a time, and says so. */
import { formatInstant, sentenceOf, type TongbanElement } from '@tongban/element-kit';
import type { ReactiveController } from 'lit';
import { portalMessages } from './portal-messages.ts';

const REST_MS = 800;

/** Saves drafts of its element; `save` answers when it was saved. */
export class DraftKeeper implements ReactiveController {
  /** When the last draft was kept, epoch milliseconds. */
  savedAt: number | undefined;
  #dirty = false;
  #saving: Promise<void> | undefined;
  #error = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #host: TongbanElement;
  readonly #save: () => Promise<number>;

  constructor(host: TongbanElement, save: () => Promise<number>) {
    this.#host = host;
    this.#save = save;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeunload', this.#onLeave);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeunload', this.#onLeave);
    void this.flush();
  }

  /** Whether something typed is not kept yet. */
  get pending(): boolean {
    return this.#dirty || this.#saving !== undefined;
  }

  /** Something was typed. */
  touch(): void {
    this.#dirty = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), REST_MS);
    this.#host.requestUpdate();
  }

  /** Saves now, if there is something to save. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#saving !== undefined) await this.#saving;
    if (!this.#dirty) return;
    this.#dirty = false;
    this.#saving = this.#keep();
    await this.#saving;
  }

  /** Waits for a save under way and drops a planned one: what follows carries the values itself. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#saving !== undefined) await this.#saving;
  }

  /** Nothing is to be saved any more. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#dirty = false;
  }

  /** How it stands, in words. */
  sentence(): string {
    const t = portalMessages.for(this.#host);
    if (this.#error !== '') return `${t('saveFailed')}${this.#error}`;
    if (this.#saving !== undefined) return t('saving');
    if (this.#dirty) return t('unsaved');
    return this.savedAt === undefined ? '' : t('saved', { time: formatInstant(this.savedAt, undefined, this.#host.locale) });
  }

  async #keep(): Promise<void> {
    this.#host.requestUpdate();
    try {
      const savedAt = await this.#save();
      if (savedAt > 0) this.savedAt = savedAt;
      this.#error = '';
    } catch (error) {
      this.#dirty = true;
      this.#error = sentenceOf(error, this.#host);
    } finally {
      this.#saving = undefined;
      this.#host.requestUpdate();
    }
  }

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.pending) event.preventDefault();
  };
}

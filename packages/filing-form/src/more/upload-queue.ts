/** The files of one field on their way to the store: each is sent, paused, gone on with, given up, or said why it cannot be sent. */
import { formatBytes } from '@tongban/element-kit';
import { FORM_LIMITS } from '@tongban/form';
import { type FileRef, type FilesField, isTongbanError, type Locale } from '@tongban/model';
import type { FormFiles } from '../form-files.ts';
import { uploadMessages } from './upload-messages.ts';

/** A file on its way. */
export interface Upload {
  readonly id: number;
  readonly file: File;
  /** The share done, 0 to 1. */
  readonly share: number;
  readonly state: 'sending' | 'waiting' | 'paused' | 'wrong';
  /** Why it did not go on, when something is wrong. */
  readonly why?: string;
}

/** The field whose files they are, as it is now. */
export interface UploadField {
  readonly field: FilesField;
  readonly store: FormFiles;
  readonly locale: Locale;
  /** The kinds the field accepts, in words. */
  readonly kinds: string;
  kept(): readonly FileRef[];
  add(ref: FileRef): void;
  changed(): void;
  announce(text: string): void;
}

/** See the module comment. */
export class UploadQueue {
  list: readonly Upload[] = [];
  refused: readonly string[] = [];
  /** Whether a file can be paused: the store goes on where it stopped. */
  readonly mayPause: boolean;
  readonly #of: () => UploadField;
  readonly #running = new Map<number, AbortController>();
  #count = 0;

  constructor(of: () => UploadField) {
    this.#of = of;
    this.mayPause = of().store.resumes === true;
  }

  /** Takes files that were chosen or dropped: sends those that fit, says why of the others. */
  take(files: readonly File[]): void {
    const refused: string[] = [];
    const fresh: Upload[] = [];
    for (const file of files) {
      const why = this.#refusal(file, fresh.length);
      if (why === undefined) fresh.push({ id: this.#count++, file, share: 0, state: 'sending' });
      else refused.push(why);
    }
    this.refused = refused;
    this.#set([...this.list, ...fresh]);
    for (const upload of fresh) void this.#send(upload);
  }

  /** Stops sending; what has arrived stays there. */
  pause(id: number): void {
    this.#change(id, { state: 'paused' });
    this.#stop(id);
  }

  /** Sends it on, from where it stopped. */
  goOn(id: number): void {
    const upload = this.list.find((one) => one.id === id);
    if (upload === undefined || this.#running.has(id)) return;
    this.#change(id, { state: 'sending' });
    void this.#send(upload);
  }

  /** Gives it up. */
  cancel(id: number): void {
    this.#set(this.list.filter((one) => one.id !== id));
    this.#stop(id);
  }

  #stop(id: number): void {
    this.#running.get(id)?.abort();
    this.#running.delete(id);
  }

  async #send({ id, file }: Upload): Promise<void> {
    const stop = new AbortController();
    this.#running.set(id, stop);
    const { store, locale } = this.#of();
    try {
      const ref = await store.put(file, {
        signal: stop.signal,
        onProgress: (share) => this.#change(id, { share, state: 'sending' }, stop),
        onWaiting: () => this.#change(id, { state: 'waiting' }, stop),
      });
      if (!stop.signal.aborted) this.#arrived(id, ref);
    } catch (error) {
      const why = isTongbanError(error) ? error.sentences[locale] : uploadMessages.in(locale)('failed', { name: file.name });
      this.#change(id, { state: 'wrong', why }, stop);
    } finally {
      if (this.#running.get(id) === stop) this.#running.delete(id);
    }
  }

  #arrived(id: number, ref: FileRef): void {
    const { kept, add, announce, locale } = this.#of();
    const say = uploadMessages.in(locale);
    const { name } = ref;
    const other = kept().find((one) => one.fileId === ref.fileId || (ref.digest !== undefined && one.digest === ref.digest));
    this.#set(this.list.filter((one) => one.id !== id));
    if (other === undefined) {
      add(ref);
      announce(say('uploaded', { name }));
      return;
    }
    this.refused = [...this.refused, say('same', { name, other: other.name })];
    this.#of().changed();
  }

  #change(id: number, change: Partial<Upload>, of?: AbortController): void {
    if (of?.signal.aborted === true) return;
    this.#set(this.list.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  #set(list: readonly Upload[]): void {
    this.list = list;
    this.#of().changed();
  }

  /** Why a file is not even sent. */
  #refusal(file: File, before: number): string | undefined {
    const { field, locale, kinds, kept } = this.#of();
    const { accept, max, maxBytes = FORM_LIMITS.fileBytes } = field;
    const say = uploadMessages.in(locale);
    const { name } = file;
    if (file.size === 0) return say('empty', { name });
    if (file.size > maxBytes) return say('tooLarge', { name, limit: formatBytes(maxBytes) });
    if (accept !== undefined && accept.length > 0 && !accept.some((kind) => accepts(kind, file))) return say('kind', { name, kinds });
    if (max !== undefined && kept().length + this.list.length + before >= max) return say('tooMany', { name, count: max });
    return undefined;
  }
}

function accepts(kind: string, { name, type }: File): boolean {
  if (kind.startsWith('.')) return name.toLowerCase().endsWith(kind.toLowerCase());
  return kind.endsWith('/*') ? type.startsWith(kind.slice(0, -1)) : type === kind;
}

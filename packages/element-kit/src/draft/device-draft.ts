/**
 * Keeps what is typed: at once on this device, a moment later at the host, and says how it stands. What the host did not take stays on the
 * device and is sent when it can be reached again; a draft that somebody else went on with is shown beside one's own.
 */

/** A draft as the host keeps it. */
export interface HostDraft<Typed> {
  readonly typed: Typed;
  /** Names this state of the draft; a later save says which one it goes on from. */
  readonly revision: string;
  /** Epoch milliseconds. */
  readonly savedAt: number;
  /** Who kept it, where others may write it too. */
  readonly by?: string;
}

/** What became of a save. Not reaching the host is an exception of `save`. */
export type HostAnswer<Typed> =
  | { readonly kept: HostDraft<Typed> }
  /** Somebody else, or the same person elsewhere, went on in the meantime. */
  | { readonly conflict: HostDraft<Typed> }
  /** The session has ended: what was typed stays on this device until somebody has signed in again. */
  | { readonly expired: true }
  /** The host does not take it, and says why. It stays on the device. */
  | { readonly refused: string };

/** Where a draft goes. */
export interface DraftPort<Typed> {
  /** Names the draft on this device: one for each thing and person. */
  readonly key: string;
  /** Whether it may stand on this device; default true. A computer that strangers share says no. */
  readonly onDevice?: boolean;
  load(): Promise<HostDraft<Typed> | undefined>;
  /** Keeps what was typed; `after` is the revision it goes on from, undefined for the first. */
  save(typed: Typed, after: string | undefined): Promise<HostAnswer<Typed>>;
}

/** How the draft stands. */
export type DraftState<Typed> =
  | { readonly is: 'opening' | 'typed' | 'saving' | 'device' | 'expired' | 'lost' }
  | { readonly is: 'kept'; readonly at: number | undefined }
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'conflict'; readonly theirs: HostDraft<Typed> };

/** What the draft is of. */
export interface DraftOwner<Typed> {
  readonly port: DraftPort<Typed>;
  /** What stands on the page now. */
  typed(): Typed;
  /** Shows a draft in place of what stands on the page. */
  show(typed: Typed): void;
  /** The state changed. */
  changed(): void;
}

/** What stands on the device. */
interface OnDevice<Typed> {
  readonly typed: Typed;
  readonly after: string | undefined;
}

const REST_MS = 1_000;
const RETRY_MS = [5_000, 15_000, 60_000] as const;

/** See the module comment. */
export class DeviceDraft<Typed> {
  state: DraftState<Typed> = { is: 'opening' };
  readonly #owner: DraftOwner<Typed>;
  readonly #name: string;
  #after: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #typed = 0;
  #saving: Promise<void> | undefined;
  #closed = false;

  constructor(owner: DraftOwner<Typed>) {
    this.#owner = owner;
    this.#name = `tb-draft:${owner.port.key}`;
    addEventListener('online', this.#again);
    addEventListener('beforeunload', this.#onLeave);
    document.addEventListener('visibilitychange', this.#onVisible);
    void this.#open();
  }

  /** Whether something typed is not kept by the host yet. */
  get pending(): boolean {
    return this.state.is !== 'kept' && this.state.is !== 'opening';
  }

  /** Something was typed. */
  touch(): void {
    this.#typed++;
    const onDevice = this.#write();
    if (this.state.is === 'conflict') return;
    this.#set({ is: onDevice || this.#owner.port.onDevice === false ? 'typed' : 'lost' });
    this.#plan(REST_MS);
  }

  /** Sends now what was typed. */
  async send(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#saving !== undefined) return this.#saving;
    if (this.#closed || this.state.is === 'conflict' || this.state.is === 'opening') return;
    this.#saving = this.#send();
    await this.#saving;
  }

  /** Sends now what was typed, if it was not sent yet. */
  async flush(): Promise<void> {
    await this.#saving;
    if (this.pending) await this.send();
  }

  /** Waits for a save under way and drops a planned one: what follows carries the values itself. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#saving;
    clearTimeout(this.#timer);
  }

  /** Settles a conflict: one's own goes on from theirs, or theirs takes the place of one's own. */
  choose(which: 'mine' | 'theirs'): void {
    if (this.state.is !== 'conflict') return;
    const { theirs } = this.state;
    this.#after = theirs.revision;
    if (which === 'theirs') {
      this.#remove();
      this.#set({ is: 'kept', at: theirs.savedAt });
      this.#owner.show(theirs.typed);
      return;
    }
    this.#set({ is: 'typed' });
    void this.send();
  }

  /** Forgets the draft on this device: it was handed in. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#remove();
    this.#set({ is: 'kept', at: undefined });
  }

  /** Ends it; what was typed last stays on the device. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    removeEventListener('online', this.#again);
    removeEventListener('beforeunload', this.#onLeave);
    document.removeEventListener('visibilitychange', this.#onVisible);
  }

  async #open(): Promise<void> {
    const mine = this.#read();
    let theirs: HostDraft<Typed> | undefined;
    try {
      theirs = await this.#owner.port.load();
    } catch {
      if (mine !== undefined) this.#take(mine.typed, mine.after);
      this.#set({ is: 'device' });
      if (mine !== undefined) this.#plan(RETRY_MS[0]);
      return;
    }
    if (this.#closed) return;
    if (mine === undefined || same(mine.typed, theirs?.typed)) {
      if (theirs !== undefined) this.#take(theirs.typed, theirs.revision);
      this.#set({ is: 'kept', at: theirs?.savedAt });
      if (this.#typed > 0) this.touch();
      else this.#remove();
      return;
    }
    this.#take(mine.typed, mine.after);
    if (theirs !== undefined && theirs.revision !== mine.after) this.#set({ is: 'conflict', theirs });
    else {
      this.#set({ is: 'typed' });
      await this.send();
    }
  }

  async #send(): Promise<void> {
    const typed = this.#typed;
    const sent = this.#owner.typed();
    this.#set({ is: 'saving' });
    try {
      const answer = await this.#owner.port.save(sent, this.#after);
      if (this.#closed) return;
      this.#tries = 0;
      if ('expired' in answer) this.#set({ is: 'expired' });
      else if ('refused' in answer) this.#set({ is: 'refused', why: answer.refused });
      else if ('kept' in answer || same(answer.conflict.typed, sent)) this.#keep('kept' in answer ? answer.kept : answer.conflict, typed);
      else this.#set({ is: 'conflict', theirs: answer.conflict });
    } catch {
      if (this.#closed) return;
      this.#set({ is: this.#write() ? 'device' : 'lost' });
      this.#plan(RETRY_MS[Math.min(this.#tries++, RETRY_MS.length - 1)] as number);
    } finally {
      this.#saving = undefined;
    }
  }

  #keep({ revision, savedAt }: HostDraft<Typed>, typed: number): void {
    this.#after = revision;
    this.#set({ is: 'kept', at: savedAt });
    if (typed === this.#typed) this.#remove();
    else this.touch();
  }

  /** What was typed while the draft was opening wins. */
  #take(typed: Typed, after: string | undefined): void {
    this.#after = after;
    if (this.#typed === 0) this.#owner.show(typed);
  }

  #write(): boolean {
    if (this.#owner.port.onDevice === false) return false;
    const draft: OnDevice<Typed> = { typed: this.#owner.typed(), after: this.#after };
    try {
      localStorage.setItem(this.#name, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  #read(): OnDevice<Typed> | undefined {
    try {
      const draft = JSON.parse(localStorage.getItem(this.#name) ?? 'null') as OnDevice<Typed> | null;
      return draft === null || typeof draft !== 'object' || typeof draft.typed !== 'object' ? undefined : draft;
    } catch {
      return undefined;
    }
  }

  #remove(): void {
    try {
      localStorage.removeItem(this.#name);
    } catch {
      // a page without storage has nothing there
    }
  }

  #plan(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.send(), ms);
  }

  #set(state: DraftState<Typed>): void {
    this.state = state;
    this.#owner.changed();
  }

  readonly #again = (): void => {
    if (this.state.is === 'device' || this.state.is === 'expired' || this.state.is === 'lost') void this.send();
  };

  readonly #onVisible = (): void => {
    if (document.visibilityState === 'visible') this.#again();
    else if (this.state.is === 'typed') void this.send();
  };

  /** Only what neither the device nor the host has would be lost. */
  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.state.is === 'lost' || (this.pending && this.#owner.port.onDevice === false)) event.preventDefault();
  };
}

/** The same JSON, whatever the order of its names; empty values count as absent. */
function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const parts = Object.entries(value).flatMap(([name, part]) =>
    part === null || part === undefined ? [] : [`${JSON.stringify(name)}:${canonical(part)}`],
  );
  return `{${parts.sort().join()}}`;
}

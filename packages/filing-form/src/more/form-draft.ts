/**
 * Keeps what is typed: at once on this device, a moment later at the host, and says how it stands. What the host did not take stays on the
 * device and is sent when it can be reached again; a draft that somebody else went on with is shown beside one's own.
 */
import type { FormValues } from '@tongban/model';
import type { FormDrafts, KeptDraft } from '../form-drafts.ts';

/** How the draft stands. */
export type DraftState =
  | { readonly is: 'opening' | 'typed' | 'saving' | 'device' | 'expired' | 'lost' }
  | { readonly is: 'kept'; readonly at: number | undefined }
  | { readonly is: 'conflict'; readonly theirs: KeptDraft };

/** What the draft is of. */
export interface DraftOwner {
  readonly drafts: FormDrafts;
  values(): FormValues;
  step(): number;
  /** Shows these values, and goes to the step. */
  show(values: FormValues, step: number): void;
  changed(): void;
}

/** What stands on the device. */
interface DeviceDraft {
  readonly values: FormValues;
  readonly step: number;
  readonly after: string | undefined;
}

const REST_MS = 1_000;
const RETRY_MS = [5_000, 15_000, 60_000] as const;

/** See the module comment. */
export class FormDraft {
  state: DraftState = { is: 'opening' };
  readonly #owner: DraftOwner;
  readonly #name: string;
  #after: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #typed = 0;
  #saving = false;
  #closed = false;

  constructor(owner: DraftOwner) {
    this.#owner = owner;
    this.#name = `tb-draft:${owner.drafts.key}`;
    addEventListener('online', this.#again);
    addEventListener('beforeunload', this.#onLeave);
    document.addEventListener('visibilitychange', this.#onVisible);
    void this.#open();
  }

  /** Something was typed. */
  touch(): void {
    this.#typed++;
    const onDevice = this.#write();
    if (this.state.is === 'conflict') return;
    this.#set({ is: onDevice ? 'typed' : 'lost' });
    this.#plan(REST_MS);
  }

  /** Sends now what was typed. */
  async send(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#saving || this.#closed || this.state.is === 'conflict' || this.state.is === 'opening') return;
    const typed = this.#typed;
    this.#saving = true;
    this.#set({ is: 'saving' });
    try {
      const answer = await this.#owner.drafts.save({ values: this.#owner.values(), step: this.#owner.step(), after: this.#after });
      if (this.#closed) return;
      this.#tries = 0;
      if ('expired' in answer) this.#set({ is: 'expired' });
      else if ('conflict' in answer) this.#set({ is: 'conflict', theirs: answer.conflict });
      else {
        this.#after = answer.kept.revision;
        this.#set({ is: 'kept', at: answer.kept.savedAt });
        if (typed === this.#typed) remove(this.#name);
        else this.touch();
      }
    } catch {
      if (this.#closed) return;
      this.#set({ is: this.#write() ? 'device' : 'lost' });
      this.#plan(RETRY_MS[Math.min(this.#tries++, RETRY_MS.length - 1)] as number);
    } finally {
      this.#saving = false;
    }
  }

  /** Settles a conflict: one's own values go on from theirs, or theirs take the place of one's own. */
  settle(which: 'mine' | 'theirs'): void {
    if (this.state.is !== 'conflict') return;
    const { theirs } = this.state;
    this.#after = theirs.revision;
    if (which === 'theirs') {
      remove(this.#name);
      this.#set({ is: 'kept', at: theirs.savedAt });
      this.#owner.show(theirs.values, theirs.step ?? 0);
      return;
    }
    this.#set({ is: 'typed' });
    void this.send();
  }

  /** Forgets the draft on this device: the form was submitted. */
  forget(): void {
    clearTimeout(this.#timer);
    remove(this.#name);
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
    const mine = read(this.#name);
    let theirs: KeptDraft | undefined;
    try {
      theirs = await this.#owner.drafts.load();
    } catch {
      if (mine !== undefined) this.#take(mine.values, mine.step, mine.after);
      this.#set({ is: 'device' });
      if (mine !== undefined) this.#plan(RETRY_MS[0]);
      return;
    }
    if (this.#closed) return;
    if (mine === undefined) {
      if (theirs !== undefined) this.#take(theirs.values, theirs.step ?? 0, theirs.revision);
      this.#set({ is: 'kept', at: theirs?.savedAt });
      if (this.#typed > 0) this.touch();
      return;
    }
    this.#take(mine.values, mine.step, mine.after);
    if (theirs !== undefined && theirs.revision !== mine.after) this.#set({ is: 'conflict', theirs });
    else {
      this.#set({ is: 'typed' });
      await this.send();
    }
  }

  /** What was typed while the draft was opening wins. */
  #take(values: FormValues, step: number, after: string | undefined): void {
    this.#after = after;
    if (this.#typed === 0) this.#owner.show(values, step);
  }

  #write(): boolean {
    const draft: DeviceDraft = { values: this.#owner.values(), step: this.#owner.step(), after: this.#after };
    try {
      localStorage.setItem(this.#name, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  #plan(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.send(), ms);
  }

  #set(state: DraftState): void {
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

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.state.is === 'lost') event.preventDefault();
  };
}

function read(name: string): DeviceDraft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(name) ?? 'null') as DeviceDraft | null;
    return draft === null || typeof draft !== 'object' || typeof draft.values !== 'object' ? undefined : draft;
  } catch {
    return undefined;
  }
}

function remove(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // a page without storage has nothing there
  }
}

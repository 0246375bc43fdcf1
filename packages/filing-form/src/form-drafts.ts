/** Where the draft of a form goes while it is typed: a port that the page fills. */
import type { FormValues } from '@tongban/model';

/** A draft as the host keeps it. */
export interface KeptDraft {
  readonly values: FormValues;
  /** Names this state of the draft; a later save says which one it goes on from. */
  readonly revision: string;
  /** Epoch milliseconds. */
  readonly savedAt: number;
  /** The step one was at. */
  readonly step?: number;
  /** Who kept it, where others may write it too. */
  readonly by?: string;
}

/** What became of a save. Not reaching the host is an exception of `save`. */
export type DraftAnswer =
  | { readonly kept: KeptDraft }
  /** Somebody else, or the same person elsewhere, went on in the meantime. */
  | { readonly conflict: KeptDraft }
  /** The session has ended: what was typed stays on this device until somebody has signed in again. */
  | { readonly expired: true }
  /** The host does not take it, and says why. It stays on this device. */
  | { readonly refused: string };

/** The drafts of one form. */
export interface FormDrafts {
  /** Names the draft on this device; one for each form, case and person. */
  readonly key: string;
  /** Whether the draft may stand on this device; default true. A computer that strangers share says no. */
  readonly onDevice?: boolean;
  load(): Promise<KeptDraft | undefined>;
  /** Keeps `values`; `after` is the revision they go on from, undefined for the first. */
  save(draft: { readonly values: FormValues; readonly step: number; readonly after: string | undefined }): Promise<DraftAnswer>;
}

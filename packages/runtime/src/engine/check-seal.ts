/** Asks the host whether an e-seal is real: only the service that made it can tell. */
import type { Actor, SignatureValue } from '@tongban/model';

/** An e-seal before it is kept. Its `digest` is that of what was handed in, which was checked already. */
export interface SealToCheck {
  readonly actor: Actor;
  readonly formId: string;
  readonly fieldId: string;
  readonly kind: 'seal' | 'signature';
  readonly sealed: SignatureValue;
}

/** What the host says: it is real, or why not, as a sentence for the person. */
export type SealVerdict = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** The host's check. What it throws means that it could not be made. */
export type SealCheck = (seal: SealToCheck) => SealVerdict | Promise<SealVerdict>;

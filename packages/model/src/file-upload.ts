/** Files that are sent in parts, so that a broken connection costs one part and not the file. */
import type { FileRef } from './form.ts';

/** What somebody wants to send. */
export interface UploadOffer {
  readonly name: string;
  readonly mediaType: string;
  /** How many bytes it has. */
  readonly bytes: number;
  /** `sha256:<hex>` of its bytes: by it a file is known again, and checked when it has arrived. */
  readonly digest: string;
}

/** The next bytes of an upload. */
export interface UploadPart {
  readonly uploadId: string;
  /** Where in the file they begin. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** How far an upload is. */
export type UploadState =
  /** It is there: it has arrived and passed the checks, or this person had sent the same file before. */
  | { readonly file: FileRef }
  /** Send the bytes from `offset` on, `partBytes` at a time. */
  | { readonly uploadId: string; readonly offset: number; readonly partBytes: number }
  /** The files of this host come whole: use `putFile`. */
  | { readonly whole: true };

/** Asks the host whether a file may be kept: a virus scanner, a look at what is really in it. */
import type { Actor } from '@tongban/model';
import { raise } from '../errors.ts';

/** A file before it is kept. */
export interface FileToCheck {
  readonly actor: Actor;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
  /** `sha256:<hex>`. */
  readonly digest: string;
}

/** What the host says: nothing against it, or why not, as a sentence for the person. */
export type FileVerdict = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** The host's check. What it throws means that it could not be made. */
export type FileCheck = (file: FileToCheck) => FileVerdict | Promise<FileVerdict>;

/** Makes the check. @throws RUNTIME_FILE_REFUSED, RUNTIME_FILE_NOT_CHECKED */
export async function checkFile(check: FileCheck | undefined, file: FileToCheck): Promise<void> {
  const { name } = file;
  let verdict: FileVerdict;
  try {
    verdict = check === undefined ? { ok: true } : await check(file);
  } catch (cause) {
    throw raise('RUNTIME_FILE_NOT_CHECKED', { name }, cause);
  }
  if (!verdict.ok) throw raise('RUNTIME_FILE_REFUSED', { name, reason: verdict.reason });
}

/** The SHA-256 of a text, also on a page without `crypto.subtle`: an intranet without https. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** `sha256:<hex>` of the UTF-8 bytes of `text`. */
export function sha256Of(text: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

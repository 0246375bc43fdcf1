/** The digest that makes the audit chain. SHA-256 unless the host hands in another one, such as SM3 or its platform's own. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Makes digests. The same for as long as the cases are kept: a chain names its algorithm, and is verified with it. */
export interface Digest {
  /** Its name, such as `sha256` or `sm3`. */
  readonly algorithm: string;
  /** The digest of a text's UTF-8 bytes, as lower-case hexadecimal digits. */
  hash(text: string): string;
}

/** SHA-256, the same in a page and in Node. In Node, `crypto.hash('sha256', text)` gives the same and is quicker. */
export const sha256Digest: Digest = { algorithm: 'sha256', hash: (text) => bytesToHex(sha256(utf8ToBytes(text))) };

/** The digest of a file's bytes, with its name before it. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return `sha256:${bytesToHex(sha256(bytes))}`;
}

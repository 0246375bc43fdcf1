/**
 * Sends a file in parts. A broken connection costs the part that was on its way: it waits, asks how far the file has come, and goes on from
 * there, also when the same file is chosen again after a reload. A file that was sent before is not sent twice.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { PutOptions } from '@tongban/filing-form';
import { type CaseService, type FileRef, isTongbanError, type UploadOffer, type UploadState } from '@tongban/model';

const PAUSES_MS = [1_000, 2_000, 3_000, 5_000] as const;
const SLICE_BYTES = 1024 * 1024;
/** How often an upload that the service does not know any more is begun again. */
const MOST_FRESH_STARTS = 3;

/** Sends `file` through the service. */
export async function uploadFile(service: CaseService, file: File, options: PutOptions): Promise<FileRef> {
  const { signal, onWaiting } = options;
  const offer: UploadOffer = { name: file.name, mediaType: file.type, bytes: file.size, digest: await digestOf(file, signal) };
  let waited = 0;
  let begun = 0;
  for (;;) {
    try {
      return await sendParts(service, file, offer, options, () => {
        waited = 0;
      });
    } catch (error) {
      signal.throwIfAborted();
      if (isTongbanError(error, 'RUNTIME_UPLOAD_UNKNOWN') && begun++ < MOST_FRESH_STARTS) continue;
      if (isTongbanError(error) && error.kind !== 'unavailable') throw error;
      onWaiting?.();
      await rest(PAUSES_MS[Math.min(waited++, PAUSES_MS.length - 1)] as number, signal);
    }
  }
}

async function sendParts(
  service: CaseService,
  file: File,
  offer: UploadOffer,
  { signal, onProgress }: PutOptions,
  onPart: () => void,
): Promise<FileRef> {
  let state: UploadState = await service.beginUpload(offer);
  while (!('file' in state)) {
    if ('whole' in state) return await service.putFile({ ...offer, bytes: new Uint8Array(await file.arrayBuffer()) });
    const { uploadId, offset, partBytes } = state;
    onProgress(offset / offer.bytes);
    const bytes = new Uint8Array(await file.slice(offset, offset + partBytes).arrayBuffer());
    signal.throwIfAborted();
    state = await service.continueUpload({ uploadId, offset, bytes });
    signal.throwIfAborted();
    onPart();
  }
  onProgress(1);
  return state.file;
}

/** The digest of a file, read slice by slice so that the page stays quick. Pages on plain http have no `crypto.subtle`. */
async function digestOf(file: File, signal: AbortSignal): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += SLICE_BYTES) {
    hash.update(new Uint8Array(await file.slice(at, at + SLICE_BYTES).arrayBuffer()));
    signal.throwIfAborted();
  }
  return `sha256:${bytesToHex(hash.digest())}`;
}

/** A while, or until the net is back. */
function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (finish: () => void) => (): void => {
      clearTimeout(timer);
      removeEventListener('online', wake);
      signal.removeEventListener('abort', giveUp);
      finish();
    };
    const wake = end(resolve);
    const giveUp = end(() => reject(signal.reason));
    const timer = setTimeout(wake, ms);
    addEventListener('online', wake);
    signal.addEventListener('abort', giveUp);
  });
}

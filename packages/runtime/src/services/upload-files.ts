/**
 * Files that come in parts. A person's upload is known by the digest of the file: begun again, after a reload or on another day, it goes
 * on where it stopped, and a file that the same person has sent before is not sent twice. Nobody learns what others have sent.
 */
import { type FileRef, isTongbanError, type UploadOffer, type UploadPart, type UploadState } from '@tongban/model';
import { raise } from '../errors.ts';
import type { FileFacts, UploadProgress, UploadStore } from '../store/store.ts';
import { keepFile, MOST_FILE_BYTES } from './case-files.ts';
import type { ServiceContext } from './service-context.ts';

/** Bytes of one part: small enough that a slow line loses little, large enough that a file is no thousand requests. */
const PART_BYTES = 512 * 1024;

/** Unfinished uploads of one person; the oldest go first. */
const MOST_UNFINISHED = 20;

/** An upload that nobody went on with is forgotten. */
const KEPT_MS = 7 * 86_400_000;

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Begins an upload, or finds the one that was begun. @throws RUNTIME_FILE_TOO_LARGE, RUNTIME_UPLOAD_WRONG */
export async function beginUpload(context: ServiceContext, offer: UploadOffer): Promise<UploadState> {
  const { engine, actor } = context;
  const { files } = engine.storage;
  const { uploads } = files;
  const { name, bytes, digest } = offer;
  if (bytes > MOST_FILE_BYTES) throw raise('RUNTIME_FILE_TOO_LARGE', { name, bytes, maxBytes: MOST_FILE_BYTES });
  if (!Number.isSafeInteger(bytes) || bytes < 1 || !DIGEST.test(digest)) throw raise('RUNTIME_UPLOAD_WRONG', { name });
  if (uploads === undefined) return { whole: true };
  const known = await uploads.known(actor.tenant, actor.id, digest);
  if (known !== undefined) return { file: await underName(context, known, offer) };
  const unfinished = await freshUploads(context, uploads);
  const begun = unfinished.find(({ upload }) => upload.digest === digest && upload.bytes === bytes && upload.name === name);
  if (begun !== undefined) return next(begun.upload.uploadId, begun.sent);
  const uploadId = engine.newId();
  await uploads.begin({ ...offer, tenant: actor.tenant, uploadId, putBy: actor.id, begunAt: engine.clock.now() });
  return next(uploadId, 0);
}

/**
 * Takes the next part, and keeps the file when it was the last. A part that is not the next one changes nothing: the answer says which is.
 * @throws RUNTIME_UPLOAD_UNKNOWN, RUNTIME_UPLOAD_WRONG, RUNTIME_UPLOAD_DAMAGED, RUNTIME_FILE_REFUSED, RUNTIME_FILE_NOT_CHECKED
 */
export async function continueUpload(context: ServiceContext, part: UploadPart): Promise<UploadState> {
  const { engine, actor } = context;
  const { tenant } = actor;
  const { uploadId, offset, bytes } = part;
  const { uploads } = engine.storage.files;
  const found = await uploads?.get(tenant, uploadId);
  if (uploads === undefined || found?.upload.putBy !== actor.id)
    throw raise('RUNTIME_UPLOAD_UNKNOWN', { uploadId: uploadId.slice(0, 200) });
  const { upload } = found;
  const fits = ArrayBuffer.isView(bytes) && bytes.byteLength <= PART_BYTES && offset + bytes.byteLength <= upload.bytes;
  if (!fits) throw raise('RUNTIME_UPLOAD_WRONG', { name: upload.name });
  const sent = await uploads.append(tenant, uploadId, offset, bytes);
  return sent < upload.bytes ? next(uploadId, sent) : { file: await finish(context, uploads, found) };
}

// helpers

// It stays until the file was looked at, so that a check that could not be made can be made again.
async function finish(context: ServiceContext, uploads: UploadStore, { upload }: UploadProgress): Promise<FileRef> {
  const { tenant, uploadId, name, mediaType, digest } = upload;
  const content = await uploads.content(tenant, uploadId);
  let checked = true;
  if (context.engine.hashFile(content) !== digest) {
    await uploads.drop(tenant, uploadId);
    throw raise('RUNTIME_UPLOAD_DAMAGED', { name });
  }
  try {
    return await keepFile(context, { name, mediaType, bytes: content }, digest);
  } catch (error) {
    checked = !isTongbanError(error, 'RUNTIME_FILE_NOT_CHECKED');
    throw error;
  } finally {
    if (checked) await uploads.drop(tenant, uploadId);
  }
}

async function freshUploads({ engine, actor }: ServiceContext, uploads: UploadStore): Promise<readonly UploadProgress[]> {
  const all = await uploads.of(actor.tenant, actor.id);
  const oldest = engine.clock.now() - KEPT_MS;
  const [gone, fresh] = [all.filter(({ upload }) => upload.begunAt < oldest), all.filter(({ upload }) => upload.begunAt >= oldest)];
  const tooMany = fresh.slice(0, Math.max(0, fresh.length - MOST_UNFINISHED + 1));
  for (const { upload } of [...gone, ...tooMany]) await uploads.drop(actor.tenant, upload.uploadId);
  return fresh.slice(tooMany.length);
}

// The same bytes under another name are another file to people.
async function underName(context: ServiceContext, known: FileFacts, { name, mediaType, digest }: UploadOffer): Promise<FileRef> {
  const { fileId, bytes } = known;
  if (known.name === name) return { fileId, name, bytes, mediaType: known.mediaType, digest };
  const file = await context.engine.storage.files.get(known.tenant, fileId);
  if (file === undefined) throw raise('RUNTIME_FILE_UNKNOWN', { fileId });
  return await keepFile(context, { name, mediaType, bytes: file.content }, digest);
}

function next(uploadId: string, offset: number): UploadState {
  return { uploadId, offset, partBytes: PART_BYTES };
}

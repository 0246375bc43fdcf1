/** Files of cases: put by people while they fill in, read by whoever may see a field that holds them. */
import type { CaseService, FileRef, Json } from '@tongban/model';
import { fileIdsIn } from '../engine/case-commit.ts';
import { raise } from '../errors.ts';
import { maySeeCase } from './case-access.ts';
import { readableForms } from './case-view.ts';
import type { ServiceContext } from './service-context.ts';

type FileContent = Awaited<ReturnType<CaseService['getFile']>>;

/** Largest file, whatever a field allows. */
export const MOST_FILE_BYTES: number = 100 * 1024 * 1024;

/** A media type without parameters (RFC 9110). */
const MEDIA_TYPE = /^[\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100}$/;

/** Keeps a file for the person of the context. @throws RUNTIME_FILE_TOO_LARGE, RUNTIME_FILE_REFUSED, RUNTIME_FILE_NOT_CHECKED */
export async function putFile(context: ServiceContext, file: FileContent): Promise<FileRef> {
  const bytes = file.bytes.byteLength;
  if (bytes > MOST_FILE_BYTES) throw raise('RUNTIME_FILE_TOO_LARGE', { name: file.name, bytes, maxBytes: MOST_FILE_BYTES });
  return await keepFile(context, file, context.engine.hashFile(file.bytes));
}

/** Keeps a file whose digest is known, when the host has nothing against it. */
export async function keepFile({ engine, actor }: ServiceContext, file: FileContent, digest: string): Promise<FileRef> {
  const { bytes: content } = file;
  const name = file.name.slice(-255);
  const mediaType = MEDIA_TYPE.test(file.mediaType) ? file.mediaType : 'application/octet-stream';
  await engine.checkFile({ actor, name, mediaType, content, digest });
  const ref: FileRef = { fileId: engine.newId(), name, bytes: content.byteLength, mediaType, digest };
  await engine.storage.files.put({ ...ref, tenant: actor.tenant, putBy: actor.id, putAt: engine.clock.now(), content });
  return ref;
}

/** Reads a file that this person put, or that stands in a field they may see. @throws RUNTIME_FILE_UNKNOWN */
export async function getFile(context: ServiceContext, fileId: string): Promise<FileContent> {
  const { engine, actor } = context;
  const file = await engine.storage.files.get(actor.tenant, fileId);
  if (file === undefined || (file.putBy !== actor.id && !(await seesFile(context, fileId))))
    throw raise('RUNTIME_FILE_UNKNOWN', { fileId: fileId.slice(0, 200) });
  return { name: file.name, mediaType: file.mediaType, bytes: file.content };
}

// helpers

async function seesFile(context: ServiceContext, fileId: string): Promise<boolean> {
  const { engine, actor } = context;
  const { cases } = engine.storage;
  for (const caseId of await cases.casesWithFile(actor.tenant, fileId)) {
    const live = await engine.load(actor.tenant, caseId);
    if (live === undefined || !maySeeCase(actor, live, await cases.subscriptionsOf(actor.tenant, caseId))) continue;
    const forms = readableForms(context, live, engine.clock.now());
    if (forms.some((form) => fileIdsIn(form.values as Json).includes(fileId))) return true;
  }
  return false;
}

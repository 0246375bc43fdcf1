/** Files: facts beside contents, so that asking for the facts reads no contents. Those that come in parts lie in rows of their own. */
import type { FileFacts, FileStore, StoredFile, Upload, UploadProgress, UploadStore } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import { fromJson } from './json-text.ts';
import { beginningWith } from './rows.ts';
import type { KeptFile, KeptUpload } from './schema.ts';

/** Keeps files in the database. */
export class IndexedDbFileStore implements FileStore {
  readonly uploads: UploadStore;
  readonly #db: Connection;

  constructor(connection: Connection) {
    this.#db = connection;
    this.uploads = new IndexedDbUploads(connection);
  }

  put(file: StoredFile): Promise<void> {
    const { content, ...facts } = file;
    const { tenant, fileId, putBy, putAt, digest } = file;
    const row = { tenant, fileId, putBy, putAt, facts: JSON.stringify(facts) };
    return this.#db.write(['files', 'fileContents'], async (rows) => {
      if ((await rows.get('files', [tenant, fileId])) !== undefined) return;
      rows.put('files', digest === undefined ? row : { ...row, digest });
      rows.put('fileContents', { tenant, fileId, content });
    });
  }

  get(tenant: string, fileId: string): Promise<StoredFile | undefined> {
    return this.#db.read(['files', 'fileContents'], async (rows) => {
      const [kept, contents] = await Promise.all([rows.get('files', [tenant, fileId]), rows.get('fileContents', [tenant, fileId])]);
      return kept && contents && { ...fromJson<FileFacts>(kept.facts), content: contents.content };
    });
  }

  facts(tenant: string, fileId: string): Promise<FileFacts | undefined> {
    return this.#db.read(['files'], async (rows) => factsOf(await rows.get('files', [tenant, fileId])));
  }
}

class IndexedDbUploads implements UploadStore {
  readonly #db: Connection;

  constructor(connection: Connection) {
    this.#db = connection;
  }

  known(tenant: string, putBy: string, digest: string): Promise<FileFacts | undefined> {
    const range = beginningWith(tenant, putBy, digest);
    return this.#db.read(['files'], async (rows) => factsOf(await rows.last('files', { index: 'byDigest', range })));
  }

  begin(upload: Upload): Promise<void> {
    const { tenant, uploadId, putBy, begunAt } = upload;
    return this.#db.write(['uploads'], async (rows) => {
      rows.put('uploads', { tenant, uploadId, putBy, begunAt, sent: 0, upload: JSON.stringify(upload) });
    });
  }

  get(tenant: string, uploadId: string): Promise<UploadProgress | undefined> {
    return this.#db.read(['uploads'], async (rows) => {
      const kept = await rows.get('uploads', [tenant, uploadId]);
      return kept && progressOf(kept);
    });
  }

  of(tenant: string, putBy: string): Promise<readonly UploadProgress[]> {
    const range = beginningWith(tenant, putBy);
    return this.#db.read(['uploads'], async (rows) => (await rows.all('uploads', { index: 'ofPerson', range })).map(progressOf));
  }

  append(tenant: string, uploadId: string, offset: number, bytes: Uint8Array): Promise<number> {
    return this.#db.write(['uploads', 'uploadParts'], async (rows) => {
      const kept = await rows.get('uploads', [tenant, uploadId]);
      const sent = kept?.sent ?? 0;
      if (kept === undefined || sent !== offset || bytes.byteLength === 0) return sent;
      rows.put('uploadParts', { tenant, uploadId, offset, content: bytes });
      rows.put('uploads', { ...kept, sent: sent + bytes.byteLength });
      return sent + bytes.byteLength;
    });
  }

  async content(tenant: string, uploadId: string): Promise<Uint8Array> {
    const parts = await this.#db.read(['uploadParts'], (rows) => rows.all('uploadParts', { range: beginningWith(tenant, uploadId) }));
    const last = parts.at(-1);
    const whole = new Uint8Array(last === undefined ? 0 : last.offset + last.content.byteLength);
    for (const { offset, content } of parts) whole.set(content, offset);
    return whole;
  }

  drop(tenant: string, uploadId: string): Promise<void> {
    return this.#db.write(['uploads', 'uploadParts'], async (rows) => {
      rows.delete('uploads', [tenant, uploadId]);
      rows.delete('uploadParts', beginningWith(tenant, uploadId));
    });
  }
}

// helpers

function factsOf(kept: KeptFile | undefined): FileFacts | undefined {
  return kept && fromJson<FileFacts>(kept.facts);
}

function progressOf({ upload, sent }: KeptUpload): UploadProgress {
  return { upload: fromJson<Upload>(upload), sent };
}

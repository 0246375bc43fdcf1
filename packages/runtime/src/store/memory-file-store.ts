/** Files in memory. */
import type { FileFacts, FileStore, StoredFile, Upload, UploadProgress, UploadStore } from './file-store.ts';
import { TenantTable } from './tenant-table.ts';

/** Keeps files in memory. */
export class MemoryFileStore implements FileStore {
  readonly uploads: UploadStore;
  readonly #files = new TenantTable<StoredFile>();

  constructor() {
    this.uploads = new MemoryUploads(this.#files);
  }

  async put(file: StoredFile): Promise<void> {
    this.#files.set(file.tenant, file.fileId, file);
  }

  async get(tenant: string, fileId: string): Promise<StoredFile | undefined> {
    return this.#files.get(tenant, fileId);
  }

  async facts(tenant: string, fileId: string): Promise<FileFacts | undefined> {
    return factsOf(this.#files.get(tenant, fileId));
  }
}

class MemoryUploads implements UploadStore {
  readonly #files: TenantTable<StoredFile>;
  readonly #uploads = new TenantTable<{ readonly upload: Upload; readonly parts: Uint8Array[] }>();

  constructor(files: TenantTable<StoredFile>) {
    this.#files = files;
  }

  async known(tenant: string, putBy: string, digest: string): Promise<FileFacts | undefined> {
    return factsOf(
      this.#files
        .of(tenant)
        .filter((file) => file.putBy === putBy && file.digest === digest)
        .at(-1),
    );
  }

  async begin(upload: Upload): Promise<void> {
    this.#uploads.set(upload.tenant, upload.uploadId, { upload, parts: [] });
  }

  async get(tenant: string, uploadId: string): Promise<UploadProgress | undefined> {
    const found = this.#uploads.get(tenant, uploadId);
    return found && { upload: found.upload, sent: lengthOf(found.parts) };
  }

  async of(tenant: string, putBy: string): Promise<readonly UploadProgress[]> {
    const all = this.#uploads.of(tenant).filter(({ upload }) => upload.putBy === putBy);
    return all.map(({ upload, parts }) => ({ upload, sent: lengthOf(parts) }));
  }

  async append(tenant: string, uploadId: string, offset: number, bytes: Uint8Array): Promise<number> {
    const parts = this.#uploads.get(tenant, uploadId)?.parts ?? [];
    if (lengthOf(parts) === offset) parts.push(bytes);
    return lengthOf(parts);
  }

  async content(tenant: string, uploadId: string): Promise<Uint8Array> {
    const parts = this.#uploads.get(tenant, uploadId)?.parts ?? [];
    const all = new Uint8Array(lengthOf(parts));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.byteLength;
    }
    return all;
  }

  async drop(tenant: string, uploadId: string): Promise<void> {
    this.#uploads.delete(tenant, uploadId);
  }
}

function factsOf(file: StoredFile | undefined): FileFacts | undefined {
  if (file === undefined) return undefined;
  const { content: _content, ...facts } = file;
  return facts;
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.byteLength, 0);
}

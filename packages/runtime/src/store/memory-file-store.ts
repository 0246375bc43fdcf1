/** Files in memory. */
import type { FileStore, StoredFile } from './file-store.ts';
import { TenantTable } from './tenant-table.ts';

/** Keeps files in memory. */
export class MemoryFileStore implements FileStore {
  readonly #files = new TenantTable<StoredFile>();

  async put(file: StoredFile): Promise<void> {
    this.#files.set(file.tenant, file.fileId, file);
  }

  async get(tenant: string, fileId: string): Promise<StoredFile | undefined> {
    return this.#files.get(tenant, fileId);
  }
}

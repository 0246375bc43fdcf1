/** The files of cases: a host's own file store, or a table of the database. */
import type { FileRef } from '@tongban/model';

/** A file as it is kept. */
export interface StoredFile extends FileRef {
  readonly tenant: string;
  /** Actor id of who put it. */
  readonly putBy: string;
  readonly putAt: number;
  readonly content: Uint8Array;
}

/** Keeps files; they never change. */
export interface FileStore {
  put(file: StoredFile): Promise<void>;
  get(tenant: string, fileId: string): Promise<StoredFile | undefined>;
}

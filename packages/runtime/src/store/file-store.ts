/** The files of cases: a host's own file store, or a table of the database. */
import type { FileRef, UploadOffer } from '@tongban/model';

/** What is known of a kept file, beside its contents. */
export interface FileFacts extends FileRef {
  readonly tenant: string;
  /** Actor id of who put it. */
  readonly putBy: string;
  readonly putAt: number;
}

/** A file as it is kept. */
export interface StoredFile extends FileFacts {
  readonly content: Uint8Array;
}

/** Keeps files; they never change. */
export interface FileStore {
  put(file: StoredFile): Promise<void>;
  get(tenant: string, fileId: string): Promise<StoredFile | undefined>;
  /** What is known of a file, without reading it; without this method it is read. */
  facts?(tenant: string, fileId: string): Promise<FileFacts | undefined>;
  /** Where files stand that come in parts; without it they come whole. */
  readonly uploads?: UploadStore;
}

/** A file that is on its way. */
export interface Upload extends UploadOffer {
  readonly tenant: string;
  readonly uploadId: string;
  readonly putBy: string;
  readonly begunAt: number;
}

/** An upload with how many of its bytes are there. */
export interface UploadProgress {
  readonly upload: Upload;
  readonly sent: number;
}

/** Keeps files that are on their way. */
export interface UploadStore {
  /** The newest file that this person has put with this digest. */
  known(tenant: string, putBy: string, digest: string): Promise<FileFacts | undefined>;
  begin(upload: Upload): Promise<void>;
  get(tenant: string, uploadId: string): Promise<UploadProgress | undefined>;
  /** The unfinished uploads of a person, oldest first. */
  of(tenant: string, putBy: string): Promise<readonly UploadProgress[]>;
  /** Adds bytes when exactly `offset` bytes are there, else changes nothing; answers how many are there then. */
  append(tenant: string, uploadId: string, offset: number, bytes: Uint8Array): Promise<number>;
  /** All bytes that are there, in order. */
  content(tenant: string, uploadId: string): Promise<Uint8Array>;
  drop(tenant: string, uploadId: string): Promise<void>;
}

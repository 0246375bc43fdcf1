/** Files as rows: facts beside content. Those that come in parts stand in rows of their own until they are whole. */
import type { FileFacts, FileStore, StoredFile, Upload, UploadProgress, UploadStore } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import type { SqliteRow } from './driver.ts';
import { fromJson } from './json-text.ts';

/** Keeps files in the database. */
export class SqliteFileStore implements FileStore {
  readonly uploads: UploadStore;
  readonly #db: Connection;

  constructor(connection: Connection) {
    this.#db = connection;
    this.uploads = new SqliteUploads(connection);
  }

  put(file: StoredFile): Promise<void> {
    const { content, ...facts } = file;
    const { tenant, fileId, putBy, digest = '' } = file;
    return this.#db.write(() => {
      this.#db.run(
        'INSERT INTO files (tenant, file_id, put_by, digest, facts, content) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
        ...[tenant, fileId, putBy, digest, JSON.stringify(facts), content],
      );
    });
  }

  async get(tenant: string, fileId: string): Promise<StoredFile | undefined> {
    const row = this.#db.get('SELECT facts, content FROM files WHERE tenant = ? AND file_id = ?', tenant, fileId);
    return row && { ...fromJson<FileFacts>(row['facts']), content: row['content'] as Uint8Array };
  }

  async facts(tenant: string, fileId: string): Promise<FileFacts | undefined> {
    return factsOf(this.#db.get('SELECT facts FROM files WHERE tenant = ? AND file_id = ?', tenant, fileId));
  }
}

class SqliteUploads implements UploadStore {
  readonly #db: Connection;

  constructor(connection: Connection) {
    this.#db = connection;
  }

  async known(tenant: string, putBy: string, digest: string): Promise<FileFacts | undefined> {
    const newest = 'SELECT facts FROM files WHERE tenant = ? AND digest = ? AND put_by = ? ORDER BY rowid DESC LIMIT 1';
    return factsOf(this.#db.get(newest, tenant, digest, putBy));
  }

  begin(upload: Upload): Promise<void> {
    const { tenant, uploadId, putBy, begunAt } = upload;
    return this.#db.write(() => {
      this.#db.run(
        'INSERT INTO uploads (tenant, upload_id, put_by, begun_at, sent, upload) VALUES (?, ?, ?, ?, 0, ?)',
        ...[tenant, uploadId, putBy, begunAt, JSON.stringify(upload)],
      );
    });
  }

  async get(tenant: string, uploadId: string): Promise<UploadProgress | undefined> {
    const row = this.#db.get('SELECT sent, upload FROM uploads WHERE tenant = ? AND upload_id = ?', tenant, uploadId);
    return row && progressOf(row);
  }

  async of(tenant: string, putBy: string): Promise<readonly UploadProgress[]> {
    return this.#db
      .all('SELECT sent, upload FROM uploads WHERE tenant = ? AND put_by = ? ORDER BY begun_at', tenant, putBy)
      .map(progressOf);
  }

  append(tenant: string, uploadId: string, offset: number, bytes: Uint8Array): Promise<number> {
    const { byteLength } = bytes;
    return this.#db.write(() => {
      const add = 'UPDATE uploads SET sent = sent + ? WHERE tenant = ? AND upload_id = ? AND sent = ?';
      if (byteLength > 0 && this.#db.counted(add, byteLength, tenant, uploadId, offset).changes > 0) {
        const part = 'INSERT INTO upload_parts (tenant, upload_id, offset, content) VALUES (?, ?, ?, ?)';
        this.#db.run(part, tenant, uploadId, offset, bytes);
      }
      return Number(this.#db.get('SELECT sent FROM uploads WHERE tenant = ? AND upload_id = ?', tenant, uploadId)?.['sent'] ?? 0);
    });
  }

  async content(tenant: string, uploadId: string): Promise<Uint8Array> {
    const parts = this.#db.all(
      'SELECT offset, content FROM upload_parts WHERE tenant = ? AND upload_id = ? ORDER BY offset',
      tenant,
      uploadId,
    );
    const last = parts.at(-1);
    const whole = new Uint8Array(last === undefined ? 0 : Number(last['offset']) + (last['content'] as Uint8Array).byteLength);
    for (const part of parts) whole.set(part['content'] as Uint8Array, Number(part['offset']));
    return whole;
  }

  drop(tenant: string, uploadId: string): Promise<void> {
    return this.#db.write(() => {
      this.#db.run('DELETE FROM upload_parts WHERE tenant = ? AND upload_id = ?', tenant, uploadId);
      this.#db.run('DELETE FROM uploads WHERE tenant = ? AND upload_id = ?', tenant, uploadId);
    });
  }
}

function factsOf(row: SqliteRow | undefined): FileFacts | undefined {
  return row && fromJson<FileFacts>(row['facts']);
}

function progressOf(row: SqliteRow): UploadProgress {
  return { upload: fromJson<Upload>(row['upload']), sent: Number(row['sent']) };
}

/** Files as rows: facts beside content. */
import type { FileStore, StoredFile } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import { fromJson } from './json-text.ts';

/** Keeps files in the database. */
export class SqliteFileStore implements FileStore {
  readonly #db: Connection;

  constructor(connection: Connection) {
    this.#db = connection;
  }

  put(file: StoredFile): Promise<void> {
    const { content, ...facts } = file;
    return this.#db.write(() => {
      this.#db.run(
        'INSERT INTO files (tenant, file_id, facts, content) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
        file.tenant,
        file.fileId,
        JSON.stringify(facts),
        content,
      );
    });
  }

  async get(tenant: string, fileId: string): Promise<StoredFile | undefined> {
    const row = this.#db.get('SELECT facts, content FROM files WHERE tenant = ? AND file_id = ?', tenant, fileId);
    return row && { ...fromJson<Omit<StoredFile, 'content'>>(row['facts']), content: row['content'] as Uint8Array };
  }
}

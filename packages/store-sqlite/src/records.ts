/** Shared records: projects, issued documents, serial numbers. */
import type { DocumentStatusChange, IssuedDocument, IssueRequest, Project, Records } from '@tongban/model';
import { documentWithStatus, issuedDocument } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import { fromJson } from './json-text.ts';

/** Keeps shared records in the database. */
export class SqliteRecords implements Records {
  readonly #db: Connection;

  constructor(connection: Connection) {
    this.#db = connection;
  }

  async project(tenant: string, code: string): Promise<Project | undefined> {
    const row = this.#db.get('SELECT project FROM projects WHERE tenant = ? AND code = ?', tenant, code);
    return row && fromJson<Project>(row['project']);
  }

  async projects(tenant: string, owner?: string): Promise<readonly Project[]> {
    const rows =
      owner === undefined
        ? this.#db.all('SELECT project FROM projects WHERE tenant = ? ORDER BY code', tenant)
        : this.#db.all('SELECT project FROM projects WHERE tenant = ? AND owner = ? ORDER BY code', tenant, owner);
    return rows.map((row) => fromJson<Project>(row['project']));
  }

  saveProject(project: Project): Promise<void> {
    const { tenant, code, owner = '' } = project;
    return this.#db.write(() => {
      this.#db.run(
        `INSERT INTO projects (tenant, code, owner, project) VALUES (?, ?, ?, ?)
         ON CONFLICT (tenant, code) DO UPDATE SET owner = excluded.owner, project = excluded.project`,
        tenant,
        code,
        owner,
        JSON.stringify(project),
      );
    });
  }

  issue(request: IssueRequest): Promise<IssuedDocument> {
    return this.#db.write(() => {
      const { tenant, key, caseId, projectCode = '' } = request;
      const known = this.#db.get('SELECT document FROM documents WHERE tenant = ? AND issue_key = ?', tenant, key);
      if (known !== undefined) return fromJson<IssuedDocument>(known['document']);
      const others = this.#db.get('SELECT count(*) AS count FROM documents WHERE tenant = ? AND case_id = ?', tenant, caseId);
      const document = issuedDocument(request, Number(others?.['count']) + 1, this.#nextSerial(tenant, request.serial));
      this.#db.run(
        'INSERT INTO documents (tenant, document_id, case_id, project_code, issue_key, document) VALUES (?, ?, ?, ?, ?, ?)',
        tenant,
        document.id,
        caseId,
        projectCode,
        key,
        JSON.stringify(document),
      );
      return document;
    });
  }

  setStatus(change: DocumentStatusChange): Promise<void> {
    const { tenant, documentIds } = change;
    return this.#db.write(() => {
      for (const id of documentIds) {
        const document = this.#document(tenant, id);
        const changed = document && documentWithStatus(document, change);
        if (changed === undefined) continue;
        this.#db.run('UPDATE documents SET document = ? WHERE tenant = ? AND document_id = ?', JSON.stringify(changed), tenant, id);
      }
    });
  }

  async document(tenant: string, id: string): Promise<IssuedDocument | undefined> {
    return this.#document(tenant, id);
  }

  async documents(tenant: string, of: { readonly caseId?: string; readonly projectCode?: string }): Promise<readonly IssuedDocument[]> {
    const conditions = ['tenant = ?'];
    const values = [tenant];
    const ask = (column: string, value: string | undefined): void => {
      if (value === undefined) return;
      conditions.push(`${column} = ?`);
      values.push(value);
    };
    ask('case_id', of.caseId);
    ask('project_code', of.projectCode);
    const rows = this.#db.all(`SELECT document FROM documents WHERE ${conditions.join(' AND ')} ORDER BY place`, ...values);
    return rows.map((row) => fromJson<IssuedDocument>(row['document']));
  }

  #document(tenant: string, id: string): IssuedDocument | undefined {
    const row = this.#db.get('SELECT document FROM documents WHERE tenant = ? AND document_id = ?', tenant, id);
    return row && fromJson<IssuedDocument>(row['document']);
  }

  #nextSerial(tenant: string, serial: IssueRequest['serial']): number | undefined {
    if (serial === undefined) return undefined;
    const row = this.#db.get(
      `INSERT INTO serials (tenant, series, year, last) VALUES (?, ?, ?, 1)
       ON CONFLICT (tenant, series, year) DO UPDATE SET last = last + 1 RETURNING last`,
      tenant,
      serial.series,
      serial.year,
    );
    return Number(row?.['last']);
  }
}

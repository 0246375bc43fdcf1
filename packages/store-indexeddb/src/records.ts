/** Shared records: projects, issued documents, serial numbers. */
import type { DocumentStatusChange, IssuedDocument, IssueRequest, Project, Records } from '@tongban/model';
import { documentWithStatus, issuedDocument } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import { fromJson } from './json-text.ts';
import { beginningWith, type Rows } from './rows.ts';
import type { KeptDocument } from './schema.ts';

/** Keeps projects, issued documents and serial numbers in the database. */
export class IndexedDbRecords implements Records {
  readonly #db: Connection;

  constructor(connection: Connection) {
    this.#db = connection;
  }

  project(tenant: string, code: string): Promise<Project | undefined> {
    return this.#db.read(['projects'], async (rows) => {
      const kept = await rows.get('projects', [tenant, code]);
      return kept && fromJson<Project>(kept.project);
    });
  }

  projects(tenant: string, owner?: string): Promise<readonly Project[]> {
    const which = owner === undefined ? { range: beginningWith(tenant) } : { index: 'ofOwner', range: beginningWith(tenant, owner) };
    return this.#db.read(['projects'], async (rows) =>
      (await rows.all('projects', which)).map(({ project }) => fromJson<Project>(project)),
    );
  }

  saveProject(project: Project): Promise<void> {
    const { tenant, code, owner } = project;
    const row = { tenant, code, project: JSON.stringify(project) };
    return this.#db.write(['projects'], async (rows) => rows.put('projects', owner === undefined ? row : { ...row, owner }));
  }

  issue(request: IssueRequest): Promise<IssuedDocument> {
    const { tenant, key, caseId, projectCode, serial } = request;
    return this.#db.write(['documents', 'serials'], async (rows) => {
      const [known, count, last] = await Promise.all([
        rows.first('documents', { index: 'byKey', range: IDBKeyRange.only([tenant, key]) }),
        rows.count('documents', { index: 'ofCase', range: IDBKeyRange.only([tenant, caseId]) }),
        serial && rows.get('serials', [tenant, serial.series, serial.year]),
      ]);
      if (known !== undefined) return documentOf(known);
      const next = serial && (last?.last ?? 0) + 1;
      if (serial !== undefined && next !== undefined) rows.put('serials', { tenant, series: serial.series, year: serial.year, last: next });
      const issued = issuedDocument(request, count + 1, next);
      const row = { tenant, caseId, documentId: issued.id, issueKey: key, document: JSON.stringify(issued) };
      rows.put('documents', projectCode === undefined ? row : { ...row, projectCode });
      return issued;
    });
  }

  setStatus(change: DocumentStatusChange): Promise<void> {
    const { tenant, documentIds } = change;
    return this.#db.write(['documents'], async (rows) => {
      const kept = await Promise.all([...new Set(documentIds)].map((id) => keptDocument(rows, tenant, id)));
      for (const row of kept) {
        const changed = row && documentWithStatus(documentOf(row), change);
        if (row !== undefined && changed !== undefined) rows.put('documents', { ...row, document: JSON.stringify(changed) });
      }
    });
  }

  document(tenant: string, id: string): Promise<IssuedDocument | undefined> {
    return this.#db.read(['documents'], async (rows) => {
      const kept = await keptDocument(rows, tenant, id);
      return kept && documentOf(kept);
    });
  }

  documents(tenant: string, of: { readonly caseId?: string; readonly projectCode?: string }): Promise<readonly IssuedDocument[]> {
    return this.#db.read(['documents'], async (rows) => {
      const kept = await keptDocuments(rows, tenant, of);
      return kept.filter((row) => of.projectCode === undefined || row.projectCode === of.projectCode).map(documentOf);
    });
  }
}

// helpers

// In the order in which they were issued.
async function keptDocuments(
  rows: Rows,
  tenant: string,
  { caseId, projectCode }: { readonly caseId?: string; readonly projectCode?: string },
): Promise<readonly KeptDocument[]> {
  if (caseId !== undefined) return rows.all('documents', { index: 'ofCase', range: IDBKeyRange.only([tenant, caseId]) });
  if (projectCode !== undefined) return rows.all('documents', { index: 'ofProject', range: IDBKeyRange.only([tenant, projectCode]) });
  const all = await rows.all('documents', { index: 'byId', range: beginningWith(tenant) });
  return [...all].sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
}

function keptDocument(rows: Rows, tenant: string, id: string): Promise<KeptDocument | undefined> {
  return rows.first('documents', { index: 'byId', range: IDBKeyRange.only([tenant, id]) });
}

function documentOf({ document }: KeptDocument): IssuedDocument {
  return fromJson<IssuedDocument>(document);
}

/** Shared records in memory. */
import type { DocumentStatusChange, IssuedDocument, IssueRequest, Project, Records } from '@tongban/model';
import { documentWithStatus, issuedDocument } from './issued-document.ts';
import { idOf, TenantTable } from './tenant-table.ts';

/** Keeps projects, issued documents and serial numbers in memory. */
export class MemoryRecords implements Records {
  readonly #projects = new TenantTable<Project>();
  readonly #documents = new TenantTable<IssuedDocument>();
  /** Id of the document issued with a key. */
  readonly #keys = new TenantTable<string>();
  readonly #serials = new TenantTable<number>();

  async project(tenant: string, code: string): Promise<Project | undefined> {
    return this.#projects.get(tenant, code);
  }

  async projects(tenant: string, owner?: string): Promise<readonly Project[]> {
    const projects = this.#projects.of(tenant).filter((project) => owner === undefined || project.owner === owner);
    return projects.sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  async saveProject(project: Project): Promise<void> {
    this.#projects.set(project.tenant, project.code, project);
  }

  async issue(request: IssueRequest): Promise<IssuedDocument> {
    const { tenant, key } = request;
    const known = this.#keys.get(tenant, key);
    const issued = known === undefined ? undefined : this.#documents.get(tenant, known);
    if (issued !== undefined) return issued;
    const count = this.#documents.of(tenant).filter((document) => document.caseId === request.caseId).length + 1;
    const document = issuedDocument(request, count, this.#nextSerial(tenant, request.serial));
    this.#documents.set(tenant, document.id, document);
    this.#keys.set(tenant, key, document.id);
    return document;
  }

  async setStatus(change: DocumentStatusChange): Promise<void> {
    const { tenant, documentIds } = change;
    for (const id of documentIds) {
      const document = this.#documents.get(tenant, id);
      const changed = document && documentWithStatus(document, change);
      if (changed !== undefined) this.#documents.set(tenant, id, changed);
    }
  }

  async document(tenant: string, id: string): Promise<IssuedDocument | undefined> {
    return this.#documents.get(tenant, id);
  }

  async documents(tenant: string, of: { readonly caseId?: string; readonly projectCode?: string }): Promise<readonly IssuedDocument[]> {
    return this.#documents
      .of(tenant)
      .filter(
        (document) =>
          (of.caseId === undefined || document.caseId === of.caseId) &&
          (of.projectCode === undefined || document.projectCode === of.projectCode),
      );
  }

  #nextSerial(tenant: string, serial: IssueRequest['serial']): number | undefined {
    if (serial === undefined) return undefined;
    const id = idOf(serial.series, serial.year);
    const next = (this.#serials.get(tenant, id) ?? 0) + 1;
    this.#serials.set(tenant, id, next);
    return next;
  }
}

/** What measures share beyond one case: projects, issued documents with their legal status, serial numbers. Port `Records`. */
import type { FilledDocument } from './document-template.ts';

/** A registered project. */
export interface Project {
  readonly tenant: string;
  /** Unified project code (项目代码). */
  readonly code: string;
  readonly name: string;
  readonly enterprise: { readonly name: string; readonly uscc?: string; readonly legalPerson?: string };
  readonly contact?: { readonly name: string; readonly phone: string };
  readonly site?: string;
  /** 万元, decimal text. */
  readonly investment?: string;
  /** Credit grade `A` … `D-`, when known (DT-05). */
  readonly creditGrade?: string;
  /** Applicant's actor id, so that they see their own. */
  readonly owner?: string;
}

/** Legal status of an issued document. A `mock` document has no effect. `expired` is a mock document past its day. */
export type DocumentStatus = 'mock' | 'effective' | 'recalled' | 'expired' | 'revoked';

/** A document that was issued. */
export interface IssuedDocument {
  readonly id: string;
  readonly tenant: string;
  readonly caseId: string;
  readonly projectCode?: string;
  readonly templateId: string;
  /** What it is about, e.g. the item code; one live document per case, template and subject. */
  readonly subject?: string;
  readonly status: DocumentStatus;
  /** Epoch milliseconds. */
  readonly issuedAt: number;
  readonly issuedBy?: string;
  /** Last day of validity, `YYYY-MM-DD`. */
  readonly validThrough?: string;
  /** The effective document that replaced it, at conversion. */
  readonly replacedBy?: string;
  readonly reason?: string;
  readonly content: FilledDocument;
}

/** What {@link Records.issue} is asked; `key` makes it idempotent. */
export interface IssueRequest {
  readonly key: string;
  readonly tenant: string;
  readonly caseId: string;
  readonly projectCode?: string;
  readonly templateId: string;
  readonly subject?: string;
  readonly status: 'mock' | 'effective';
  readonly issuedAt: number;
  readonly issuedBy?: string;
  readonly validThrough?: string;
  /** Series and year whose next serial is filled into `{serial}` of `content.number`. */
  readonly serial?: { readonly series: string; readonly year: number };
  readonly content: FilledDocument;
}

/** What {@link Records.setStatus} is told; `reason` and `replacedBy` are kept with the documents. */
export interface DocumentStatusChange {
  readonly tenant: string;
  readonly documentIds: readonly string[];
  readonly status: DocumentStatus;
  readonly reason?: string;
  readonly replacedBy?: string;
}

/** Shared records. Every call repeated with the same `key` gives the first answer and changes nothing. */
export interface Records {
  project(tenant: string, code: string): Promise<Project | undefined>;
  projects(tenant: string, owner?: string): Promise<readonly Project[]>;
  saveProject(project: Project): Promise<void>;
  issue(request: IssueRequest): Promise<IssuedDocument>;
  /** Sets the status of documents; those already in `status` are left as they are. */
  setStatus(change: DocumentStatusChange): Promise<void>;
  document(tenant: string, id: string): Promise<IssuedDocument | undefined>;
  documents(tenant: string, of: { readonly caseId?: string; readonly projectCode?: string }): Promise<readonly IssuedDocument[]>;
}

/** The status a document really has on `today` (`YYYY-MM-DD`): a mock document past its last day is expired. */
export function statusOn(document: IssuedDocument, today: string): DocumentStatus {
  const over = document.status === 'mock' && document.validThrough !== undefined && today > document.validThrough;
  return over ? 'expired' : document.status;
}

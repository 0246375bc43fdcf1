/** How an issue request becomes an issued document, and how its status changes: the same in every store. */
import type { DocumentStatusChange, IssuedDocument, IssueRequest } from '@tongban/model';

/** The document a request makes. `count` counts the documents of the case, `serial` those of the series and year; both from 1. */
export function issuedDocument(request: IssueRequest, count: number, serial: number | undefined): IssuedDocument {
  const { key: _key, serial: _serial, content, ...kept } = request;
  const number = serial === undefined ? content.number : content.number?.replaceAll('{serial}', String(serial));
  return { ...kept, id: `${request.caseId}.d${count}`, content: number === undefined ? content : { ...content, number } };
}

/** A document with the status that a change gives it; undefined when it has that already. */
export function documentWithStatus(
  document: IssuedDocument,
  { status, reason, replacedBy }: DocumentStatusChange,
): IssuedDocument | undefined {
  if (document.status === status) return undefined;
  return { ...document, status, ...(reason === undefined ? {} : { reason }), ...(replacedBy === undefined ? {} : { replacedBy }) };
}

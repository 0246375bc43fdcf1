/**
 * `document.issue`: issues documents from a template of the measure. Inputs: `template`; `subjects`, a list of codes (items, usually),
 * or nothing for one document about the case; `status`, `issuedBy` when they differ from the template's own.
 * Result: a list of `{ documentId, subject, number }`.
 */
import type { IssuedDocument, JsonObject } from '@tongban/model';
import { type Handler, listInput, textInput } from './handler.ts';
import { issueDocument } from './issue-document.ts';

export const documentIssue: Handler = async (call) => {
  const templateId = textInput(call.inputs, 'template', 'document.issue');
  const { status } = call.inputs;
  const subjects = listInput(call.inputs, 'subjects') ?? [undefined];
  const issued: JsonObject[] = [];
  for (const subject of subjects) {
    const document = await issueDocument(call, {
      templateId,
      ...(subject === undefined ? {} : { subject }),
      ...(status === 'mock' || status === 'effective' ? { status } : {}),
    });
    issued.push(issuedFacts(document));
  }
  return { result: issued };
};

/** What a flow keeps of an issued document. */
export function issuedFacts(document: IssuedDocument): JsonObject {
  return { documentId: document.id, subject: document.subject ?? null, number: document.content.number ?? null };
}

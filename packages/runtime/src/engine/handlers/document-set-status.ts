/**
 * `document.setStatus`: recalls, revokes or expires documents of the case. Inputs: `template`; `status`; `reason`; `subjects`, or nothing
 * for all. Documents that are no longer live are left alone. Result: the list of ids.
 */
import type { DocumentStatus } from '@tongban/model';
import { raise } from '../../errors.ts';
import { type Handler, listInput, textInput } from './handler.ts';
import { subjectTextOf } from './issue-document.ts';

const STATUSES: readonly DocumentStatus[] = ['mock', 'effective', 'recalled', 'expired', 'revoked'];

export const documentSetStatus: Handler = async ({ inputs, records, case: { tenant, caseId } }) => {
  const name = 'document.setStatus';
  const templateId = textInput(inputs, 'template', name);
  const status = textInput(inputs, 'status', name) as DocumentStatus;
  if (!STATUSES.includes(status))
    throw raise('RUNTIME_HANDLER_INPUT', {
      handler: name,
      input: 'status',
      expected: STATUSES.join(', '),
      expectedZh: STATUSES.join('、'),
    });
  const subjects = listInput(inputs, 'subjects')?.map(subjectTextOf);
  const { reason } = inputs;
  const documents = await records.documents(tenant, { caseId });
  const documentIds = documents
    .filter((document) => document.templateId === templateId && (document.status === 'mock' || document.status === 'effective'))
    .filter((document) => subjects === undefined || subjects.includes(document.subject))
    .map((document) => document.id);
  await records.setStatus({ tenant, documentIds, status, ...(typeof reason === 'string' ? { reason } : {}) });
  return { result: documentIds };
};

/**
 * `document.convert`: turns mock documents into effective ones. Inputs: `from`, the template of the mock documents; `template`, that of
 * the effective ones; `subjects`, or nothing for all that have a mock document. The mock documents are recalled and name what replaced
 * them. A mock document past its last day cannot be converted. Result: a list of `{ documentId, subject, number, replaced }`.
 */
import { type IssuedDocument, type Json, type JsonObject, statusOn } from '@tongban/model';
import { raise } from '../../errors.ts';
import { STATUS_NAMES } from '../require-effective.ts';
import { issuedFacts } from './document-issue.ts';
import { type Handler, type HandlerCall, listInput, textInput } from './handler.ts';
import { issueDocument, subjectTextOf } from './issue-document.ts';

export const documentConvert: Handler = async (call) => {
  const from = textInput(call.inputs, 'from', 'document.convert');
  const templateId = textInput(call.inputs, 'template', 'document.convert');
  const { tenant, caseId } = call.case;
  const mocks = (await call.records.documents(tenant, { caseId })).filter((document) => document.templateId === from);
  const subjects = listInput(call.inputs, 'subjects') ?? subjectsOf(mocks);
  const converted: JsonObject[] = [];
  for (const subject of subjects) converted.push(await convert(call, templateId, subject, mocks));
  return { result: converted };
};

// helpers

async function convert(call: HandlerCall, templateId: string, subject: Json, mocks: readonly IssuedDocument[]): Promise<JsonObject> {
  const wanted = subjectTextOf(subject);
  const live = mocks.filter((mock) => mock.subject === wanted && mock.status === 'mock');
  for (const mock of live) refuseExpired(mock, call.today);
  const about = subject === null ? {} : { subject };
  const document = await issueDocument(call, { templateId, status: 'effective', ...about });
  const replaced = mocks.filter((mock) => live.includes(mock) || mock.replacedBy === document.id).map((mock) => mock.id);
  const { tenant } = call.case;
  await call.records.setStatus({ tenant, documentIds: replaced, status: 'recalled', reason: '已转换为正式文书', replacedBy: document.id });
  return { ...issuedFacts(document), replaced };
}

function refuseExpired(mock: IssuedDocument, today: string): void {
  const status = statusOn(mock, today);
  if (status !== 'expired') return;
  const { title, number = '' } = mock.content;
  throw raise('RUNTIME_DOCUMENT_NOT_EFFECTIVE', { documentId: mock.id, title, number, status, statusZh: STATUS_NAMES[status] });
}

function subjectsOf(documents: readonly IssuedDocument[]): readonly Json[] {
  return [...new Set(documents.map((document) => document.subject ?? null))];
}

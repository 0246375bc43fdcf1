/** Issues one document from a template of the release, for a subject or for the case as a whole. */
import { fillTemplate, validThrough } from '@tongban/documents';
import type { FeelLookup } from '@tongban/feel';
import { type CompiledTemplate, type IssuedDocument, type IssueRequest, isJsonObject, type Json, type JsonObject } from '@tongban/model';
import { raise } from '../../errors.ts';
import { projectCodeOf } from '../project-of-case.ts';
import type { HandlerCall } from './handler.ts';

/** What is to be issued. */
export interface DocumentOrder {
  readonly templateId: string;
  /** What it is about: a code, or an object with a `code`; absent for the case as a whole. */
  readonly subject?: Json;
  /** Default: `mock` when the template has a mark, else `effective`. */
  readonly status?: 'mock' | 'effective';
}

/** Issues the document; the same call and subject give the same document. @throws RUNTIME_TEMPLATE_UNKNOWN */
export async function issueDocument(call: HandlerCall, order: DocumentOrder): Promise<IssuedDocument> {
  const { case: live, records, key, now, inputs } = call;
  const { templateId, subject } = order;
  const compiled = templateOf(call, templateId);
  const { template } = compiled;
  const subjectText = subjectTextOf(subject);
  const env = { now, offsetMinutes: live.ready.release.calendar.offsetMinutes };
  const lookup = lookupFor(call, subject, subjectText);
  const lastDay = validThrough(compiled, call.today, lookup, env);
  const projectCode = projectCodeOf(live.ready, live.state);
  const year = Number(call.today.slice(0, 4));
  const number = template.number?.pattern.replaceAll('{year}', String(year));
  const request: IssueRequest = {
    key: `${key}/${templateId}/${subjectText ?? ''}`,
    tenant: live.tenant,
    caseId: live.caseId,
    templateId,
    status: order.status ?? (template.mark === undefined ? 'effective' : 'mock'),
    issuedAt: now,
    content: { ...fillTemplate(compiled, withValidity(lookup, lastDay), env), ...(number === undefined ? {} : { number }) },
    ...(projectCode === undefined ? {} : { projectCode }),
    ...(subjectText === undefined ? {} : { subject: subjectText }),
    ...(typeof inputs['issuedBy'] === 'string' ? { issuedBy: inputs['issuedBy'] } : {}),
    ...(lastDay === undefined ? {} : { validThrough: lastDay }),
    ...(template.number === undefined ? {} : { serial: { series: template.number.series, year } }),
  };
  return records.issue(request);
}

/** A subject as documents keep it. */
export function subjectTextOf(subject: Json | undefined): string | undefined {
  const text = isJsonObject(subject) ? subject['code'] : subject;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

// helpers

function templateOf({ case: live }: HandlerCall, templateId: string): CompiledTemplate {
  const { templates } = live.ready.release;
  const compiled = Object.hasOwn(templates, templateId) ? templates[templateId] : undefined;
  if (compiled === undefined) throw raise('RUNTIME_TEMPLATE_UNKNOWN', { templateId });
  return compiled;
}

// Beside what the case reads: `subject`, and `item`; the code of an item stands for the item, as FEEL reads items everywhere.
function lookupFor(call: HandlerCall, subject: Json | undefined, code: string | undefined): FeelLookup {
  if (subject === undefined) return call.lookup;
  const items = call.case.ready.prepared.globals['items'] as readonly JsonObject[];
  const item = items.find((one) => one['code'] === code);
  return (name) => {
    if (name === 'subject') return isJsonObject(subject) ? subject : (item ?? subject);
    if (name === 'item' && item !== undefined) return item;
    return call.lookup(name);
  };
}

// `validThrough` is the last day of validity, which is known once the template was asked for it.
function withValidity(lookup: FeelLookup, lastDay: string | undefined): FeelLookup {
  return (name) => (name === 'validThrough' ? (lastDay === undefined ? null : { $date: lastDay }) : lookup(name));
}

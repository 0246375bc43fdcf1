/**
 * What a copy changed though the measure it was made from locks it (rules LK1–LK9 in SPEC.md). Compared by id over what was read from the files:
 * how a file is written, and where an element is drawn, is free.
 */
import { type Json, type Lock, type LockedPart, locksSame, type Problem, type ProblemPlace, textIn } from '@tongban/model';
import { diffFlows } from './diff-flows.ts';
import { diffForms, type FormChange } from './diff-forms.ts';
import { type OverlayCode, raise } from './errors.ts';
import type { ContentPart, MeasureContent } from './measure-content.ts';
import { passedBy } from './passed-by.ts';
import { differences } from './same-value.ts';

/** The problems of `copy`, a copy of `base`; one for each locked part that was changed, in the order of the locks. */
export function lockedChanges(base: MeasureContent, copy: MeasureContent): readonly Problem[] {
  const locks = base.manifest.locks ?? [];
  return [...locks.flatMap((lock) => changesOf({ lock, base, copy })), ...locks.flatMap((lock) => droppedLock({ lock, base, copy }))];
}

interface Subject {
  readonly lock: Lock;
  readonly base: MeasureContent;
  readonly copy: MeasureContent;
}

const MANIFEST = 'measure.json';

function changesOf(subject: Subject): readonly Problem[] {
  const { lock, base, copy } = subject;
  switch (lock.part) {
    case 'element':
      return elementChanges(subject, lock.rule === 'stays');
    case 'limit':
      return limitChanges(subject, lock.rule === 'shorter');
    case 'parameter':
      return parameterChanges(subject);
    case 'form':
      return formChanges(subject);
    case 'field':
      return fieldChanges(subject, lock.form, lock.rule === 'stays');
    case 'table':
      return partChanges(subject, base.tables, copy.tables);
    case 'document':
      return partChanges(subject, base.documents, copy.documents);
  }
}

function elementChanges(subject: Subject, may: boolean): readonly Problem[] {
  const { lock, base, copy } = subject;
  const file = copy.manifest.parts.flow;
  if (base.flow === undefined || copy.flow === undefined) return [];
  const change = diffFlows(base.flow, copy.flow).find(({ id }) => id === lock.id);
  const isLine = change?.element === 'sequenceFlow';
  const part = isLine ? 'line' : 'element';
  const name = nodeName(base, lock.id);
  if (change?.kind === 'removed') return [report(subject, 'OVERLAY_LOCKED_REMOVED', { file, elementId: lock.id }, { part, name })];
  const changed = (change?.properties ?? []).filter((one) => (may ? isBasis(one) : one.property !== 'lane'));
  const [first] = changed;
  const end = passedBy(lock.id, base.flow, copy.flow);
  const place = { file, elementId: lock.id, elementName: name };
  return [
    ...(first === undefined
      ? []
      : [
          report(
            subject,
            'OVERLAY_LOCKED_CHANGED',
            { ...place, property: first.property.replace('extension.', '') },
            { part, name, changed: changed.map(({ property }) => property) },
          ),
        ]),
    ...(end === undefined
      ? []
      : [report(subject, 'OVERLAY_LOCKED_PASSED', { file, elementId: lock.id, elementName: name }, { name, end: end.name ?? end.id })]),
  ];
}

// the law behind what a step does by itself
function isBasis({ property, before, after }: { readonly property: string; readonly before: unknown; readonly after: unknown }): boolean {
  const basisOf = (value: unknown): unknown => (value as { readonly basis?: string } | undefined)?.basis;
  return property === 'kind' || (property === 'extension.expiry' && basisOf(before) !== undefined && basisOf(before) !== basisOf(after));
}

function nodeName({ flow }: MeasureContent, id: string): string {
  const drawn = [...(flow?.picture.shapes ?? []), ...(flow?.picture.edges ?? [])].find((one) => one.id === id);
  return drawn?.name ?? id;
}

function limitChanges(subject: Subject, shorter: boolean): readonly Problem[] {
  const { lock, base, copy } = subject;
  const [before, after] = [base, copy].map(({ manifest }) => manifest.limits.find(({ id }) => id === lock.id));
  if (before === undefined) return [];
  const name = textIn(before.name, 'zh-CN');
  const place = { file: MANIFEST, elementId: lock.id, elementName: name, property: 'limits' };
  if (after === undefined) return [report(subject, 'OVERLAY_LOCKED_REMOVED', place, { part: 'limit', name })];
  const longer = shorter && (after.amount > before.amount || after.unit !== before.unit);
  if (longer) return [report(subject, 'OVERLAY_LOCKED_LONGER', place, { name, most: before.amount, unit: before.unit })];
  const changed = differences({ ...before }, { ...after }).filter(({ property }) => !(shorter && property === 'amount'));
  return changed.length === 0 ? [] : [changedPart(subject, place, name, changed)];
}

function parameterChanges(subject: Subject): readonly Problem[] {
  const { lock, base, copy } = subject;
  const [before, after] = [base, copy].map(({ manifest }) => manifest.parameters.find(({ id }) => id === lock.id));
  if (before === undefined) return [];
  const name = textIn(before.name, 'zh-CN');
  const place = { file: MANIFEST, elementId: lock.id, elementName: name, property: 'parameters' };
  if (after === undefined) return [report(subject, 'OVERLAY_LOCKED_REMOVED', place, { part: 'parameter', name })];
  const changed = differences({ ...before }, { ...after });
  return changed.length === 0 ? [] : [changedPart(subject, place, name, changed)];
}

function formChanges(subject: Subject): readonly Problem[] {
  const pair = formPair(subject, subject.lock.id);
  if (pair === undefined) return [];
  const { name, before, after } = pair;
  if (after === undefined)
    return [report(subject, 'OVERLAY_LOCKED_REMOVED', { file: MANIFEST, property: 'parts' }, { part: 'form', name })];
  const [first] = diffForms(before, after.document);
  if (first === undefined) return [];
  const place = { file: after.file, ...(first.id === '' ? {} : { elementId: first.id }) };
  return [report(subject, 'OVERLAY_LOCKED_CHANGED', place, { part: 'form', name })];
}

function fieldChanges(subject: Subject, form: string, may: boolean): readonly Problem[] {
  const { lock } = subject;
  const pair = formPair(subject, form);
  if (pair === undefined) return [];
  if (pair.after === undefined)
    return [report(subject, 'OVERLAY_LOCKED_REMOVED', { file: MANIFEST, property: 'parts' }, { part: 'form', name: pair.name })];
  const { file, document } = pair.after;
  const own = diffForms(pair.before, document).filter((change) => change.id === lock.id || isRuleOf(change, lock.id));
  const gone = own.find((change) => change.id === lock.id && change.kind === 'removed');
  const name = textIn(own[0]?.name ?? { 'zh-CN': lock.id }, 'zh-CN');
  if (gone !== undefined) return [report(subject, 'OVERLAY_LOCKED_REMOVED', { file, elementId: lock.id }, { part: 'field', name })];
  const first = may ? undefined : own.find(({ kind }) => kind !== 'moved');
  if (first === undefined) return [];
  return [changedPart(subject, { file, elementId: lock.id, elementName: name }, name, first.properties)];
}

function isRuleOf({ element, parentId }: FormChange, field: string): boolean {
  return element === 'rule' && parentId === field;
}

function formPair({ base, copy }: Subject, id: string) {
  const before = base.forms.find(({ document }) => document.id === id)?.document;
  const after = copy.forms.find(({ document }) => document.id === id);
  return before === undefined ? undefined : { before, after, name: textIn(before.title, 'zh-CN') };
}

function partChanges(subject: Subject, base: readonly ContentPart[], copy: readonly ContentPart[]): readonly Problem[] {
  const { lock } = subject;
  const [before, after] = [base, copy].map((parts) => parts.find(({ id }) => id === lock.id));
  if (before === undefined) return [];
  const { name } = before;
  if (after === undefined)
    return [
      report(subject, 'OVERLAY_LOCKED_REMOVED', { file: MANIFEST, elementId: lock.id, property: 'parts' }, { part: lock.part, name }),
    ];
  const changed = differences({ content: before.content }, { content: after.content });
  return changed.length === 0 ? [] : [report(subject, 'OVERLAY_LOCKED_CHANGED', { file: after.file }, { part: lock.part, name })];
}

// what the level below gets is the list of the copy: it holds all that its own base locks, no weaker
function droppedLock(subject: Subject): readonly Problem[] {
  const { lock, copy } = subject;
  const kept = copy.manifest.locks?.find((one) => locksSame(one, lock));
  if (kept !== undefined && (kept.rule === lock.rule || kept.rule === 'fixed')) return [];
  const place = { file: MANIFEST, elementId: lock.id, property: 'locks' };
  return [report(subject, 'OVERLAY_LOCK_DROPPED', place, { part: lock.part, name: nameOf(subject) })];
}

function nameOf({ lock, base }: Subject): string {
  const { manifest } = base;
  const texts: Readonly<Record<LockedPart, () => string | undefined>> = {
    element: () => nodeName(base, lock.id),
    limit: () => textIn(manifest.limits.find(({ id }) => id === lock.id)?.name ?? { 'zh-CN': lock.id }, 'zh-CN'),
    parameter: () => textIn(manifest.parameters.find(({ id }) => id === lock.id)?.name ?? { 'zh-CN': lock.id }, 'zh-CN'),
    form: () => textIn(base.forms.find(({ document }) => document.id === lock.id)?.document.title ?? { 'zh-CN': lock.id }, 'zh-CN'),
    field: () => lock.id,
    table: () => base.tables.find(({ id }) => id === lock.id)?.name,
    document: () => base.documents.find(({ id }) => id === lock.id)?.name,
  };
  return texts[lock.part]() ?? lock.id;
}

function changedPart(subject: Subject, place: ProblemPlace, name: string, changed: readonly { readonly property: string }[]): Problem {
  return report(subject, 'OVERLAY_LOCKED_CHANGED', place, {
    part: subject.lock.part,
    name,
    changed: changed.map(({ property }) => property),
  });
}

function report({ lock, base }: Subject, code: OverlayCode, place: ProblemPlace, details: Readonly<Record<string, Json>>): Problem {
  const reason = lock.reason ?? { 'zh-CN': '未注明', en: 'none given' };
  const { title, version } = base.manifest;
  const from = { 'zh-CN': `《${textIn(title, 'zh-CN')}》${version}`, en: `“${textIn(title, 'en')}” ${version}` };
  return raise.problem(code, place, { ...details, base: from, reason, lock: { ...lock } });
}

/**
 * Puts a locked part back as the base has it, in the files of the copy. Parts of the flow are put back where the flow is edited:
 * a file of BPMN holds more than we read.
 */
import type { FormDocument, FormField, Lock, MeasureManifest, MeasureSources } from '@tongban/model';
import { locksSame } from '@tongban/model';

/** The files to write; undefined when `lock` is of an element, or a file cannot be read. */
export function restorePart(lock: Lock, base: MeasureSources, copy: MeasureSources): MeasureSources | undefined {
  const [from, to] = [manifestOf(base), manifestOf(copy)];
  if (from === undefined || to === undefined) return undefined;
  switch (lock.part) {
    case 'element':
      return undefined;
    case 'limit':
      return written({ ...to, limits: putBack(from.limits, to.limits, lock.id) });
    case 'parameter':
      return written({ ...to, parameters: putBack(from.parameters, to.parameters, lock.id) });
    case 'field':
      return restoreField(lock, { from, to, base, copy });
    case 'form':
      return restoreFile('forms', (text) => parse<FormDocument>(text)?.id === lock.id, { from, to, base, copy });
    case 'table':
      return restoreFile('tables', (text) => text.includes(`id="${lock.id}"`), { from, to, base, copy });
    case 'document':
      return restoreFile('documents', (text) => parse<{ readonly id: string }>(text)?.id === lock.id, { from, to, base, copy });
  }
}

/** Puts a lock of the base back among those of the copy. */
export function restoreLock(lock: Lock, copy: MeasureSources): MeasureSources | undefined {
  const to = manifestOf(copy);
  return to === undefined ? undefined : written({ ...to, locks: [...(to.locks ?? []).filter((one) => !locksSame(one, lock)), lock] });
}

const MANIFEST = 'measure.json';

interface Both {
  readonly from: MeasureManifest;
  readonly to: MeasureManifest;
  readonly base: MeasureSources;
  readonly copy: MeasureSources;
}

function putBack<Part extends { readonly id: string }>(base: readonly Part[], copy: readonly Part[], id: string): readonly Part[] {
  const part = base.find((one) => one.id === id);
  if (part === undefined) return copy;
  return copy.some((one) => one.id === id) ? copy.map((one) => (one.id === id ? part : one)) : [...copy, part];
}

// the file keeps the name it has in the copy
function restoreFile(kind: 'forms' | 'tables' | 'documents', is: (text: string) => boolean, both: Both): MeasureSources | undefined {
  const { from, to, base, copy } = both;
  const path = from.parts[kind].find((one) => is(base[one] ?? ''));
  const text = path === undefined ? undefined : base[path];
  if (path === undefined || text === undefined) return undefined;
  const own = to.parts[kind].find((one) => is(copy[one] ?? ''));
  if (own !== undefined) return { [own]: text };
  return { [path]: text, ...written({ ...to, parts: { ...to.parts, [kind]: [...to.parts[kind].filter((one) => one !== path), path] } }) };
}

function restoreField(lock: Extract<Lock, { readonly part: 'field' }>, both: Both): MeasureSources | undefined {
  const { from, to, base, copy } = both;
  const formIn = (manifest: MeasureManifest, sources: MeasureSources) =>
    manifest.parts.forms.map((path) => [path, parse<FormDocument>(sources[path])] as const).find(([, form]) => form?.id === lock.form);
  const [, before] = formIn(from, base) ?? [];
  const [path, after] = formIn(to, copy) ?? [];
  if (before === undefined) return undefined;
  if (path === undefined || after === undefined) return restorePart({ part: 'form', id: lock.form, rule: 'fixed' }, base, copy);
  return { [path]: json({ ...after, fields: fieldBack(lock.id, before.fields, after.fields) }) };
}

// in its place when it is there, else behind the field that stood before it, in the holder that had it
function fieldBack(id: string, before: readonly FormField[], after: readonly FormField[]): readonly FormField[] {
  const field = find(id, before);
  if (field === undefined) return after;
  if (find(id, after) !== undefined) return replaceIn(after, id, field);
  return insertLike(id, field, before, after) ?? [...after, field];
}

function innerOf(field: FormField): readonly FormField[] {
  return field.kind === 'section' ? field.fields : field.kind === 'rows' ? field.columns : [];
}

function withInner(field: FormField, inner: readonly FormField[]): FormField {
  if (field.kind === 'section') return { ...field, fields: inner };
  return field.kind === 'rows' ? { ...field, columns: inner } : field;
}

function find(id: string, fields: readonly FormField[]): FormField | undefined {
  for (const field of fields) {
    const found = field.id === id ? field : find(id, innerOf(field));
    if (found !== undefined) return found;
  }
  return undefined;
}

function replaceIn(fields: readonly FormField[], id: string, by: FormField): readonly FormField[] {
  return fields.map((field) => (field.id === id ? withInner(by, innerOf(field)) : withInner(field, replaceIn(innerOf(field), id, by))));
}

function insertLike(
  id: string,
  field: FormField,
  before: readonly FormField[],
  after: readonly FormField[],
): readonly FormField[] | undefined {
  const at = before.findIndex((one) => one.id === id);
  if (at !== -1) {
    const previous = before.slice(0, at).map((one) => one.id);
    const behind = after.reduce((last, one, index) => (previous.includes(one.id) ? index + 1 : last), 0);
    return [...after.slice(0, behind), field, ...after.slice(behind)];
  }
  const holder = before.find((one) => find(id, innerOf(one)) !== undefined);
  if (holder === undefined || !after.some((one) => one.id === holder.id)) return undefined;
  return after.map((one) =>
    one.id === holder.id ? withInner(one, insertLike(id, field, innerOf(holder), innerOf(one)) ?? [...innerOf(one), field]) : one,
  );
}

function written(manifest: MeasureManifest): MeasureSources {
  return { [MANIFEST]: json(manifest) };
}

function manifestOf(sources: MeasureSources): MeasureManifest | undefined {
  return parse(sources[MANIFEST]);
}

function parse<T>(text: string | undefined): T | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/**
 * Where the other files of a measure read a field: conditions and assignments of the flow, decision tables and their examples, documents,
 * sample cases, the naming of a case. And those files with another key in its place. The other forms are asked by `key-uses`.
 */
import { type FormDocument, isJsonObject, type Json, type MeasureManifest, type MeasureSources } from '@tongban/model';
import type { PlacedField } from '../field-tree.ts';
import { foreignName } from './key-uses.ts';
import type { UsedName } from './name-uses.ts';
import { inTemplate, inText } from './text-uses.ts';
import { withXmlTexts, type XmlText, xmlTexts } from './xml-texts.ts';

/** Files of a measure by what they are. */
export type MeasurePart = 'flow' | 'table' | 'document' | 'example' | 'scenario' | 'manifest';

/** A place outside of the forms where the field is read, or its value given. */
export interface MeasureUse {
  readonly part: MeasurePart;
  readonly file: string;
  /** What people call the place: a task, a decision, a document, a sample case. */
  readonly where: string;
  /** Id of the element in the flow or table. */
  readonly elementId?: string;
}

/** What is looked for, in which form. */
export interface SoughtField {
  readonly form: FormDocument;
  readonly placed: PlacedField;
}

/** Where the files of `sources` read the field. */
export function measureUses(sources: MeasureSources, manifest: MeasureManifest, sought: SoughtField): readonly MeasureUse[] {
  return rewritten(sources, manifest, sought, sought.placed.field.key).flatMap(({ uses }) => uses);
}

/** The files of `sources` that change when the field gets `key`, with their new text. */
export function measureRenamed(sources: MeasureSources, manifest: MeasureManifest, sought: SoughtField, key: string): MeasureSources {
  const changed = rewritten(sources, manifest, sought, key).filter(({ uses }) => uses.length > 0);
  return Object.fromEntries(changed.map(({ file, text }) => [file, text]));
}

interface Rewritten {
  readonly file: string;
  readonly text: string;
  readonly uses: readonly MeasureUse[];
}

function rewritten(sources: MeasureSources, manifest: MeasureManifest, { form, placed }: SoughtField, key: string): readonly Rewritten[] {
  const { parts } = manifest;
  const used = foreignName(form, placed);
  const files: readonly (readonly [MeasurePart, string])[] = [
    ['flow', parts.flow],
    ...parts.tables.map((file) => ['table', file] as const),
    ...(parts.examples ?? []).map((file) => ['example', file] as const),
    ...parts.documents.map((file) => ['document', file] as const),
    ...parts.scenarios.map((file) => ['scenario', file] as const),
    ['manifest', 'measure.json'],
  ];
  return files.flatMap(([part, file]): readonly Rewritten[] => {
    const text = sources[file];
    if (text?.includes(used.key) !== true) return [];
    if (part === 'flow' || part === 'table') return [inXml({ part, file, text }, used, key)];
    const found = inJson({ part, file, text }, form, used, key);
    return found === undefined ? [] : [found];
  });
}

interface Source {
  readonly part: MeasurePart;
  readonly file: string;
  readonly text: string;
}

/** What people read, and names: nothing in them is an expression. */
const NO_FEEL: ReadonlySet<string> = new Set(['id', 'name', 'label', 'namespace', 'targetNamespace']);
const NO_FEEL_IN: ReadonlySet<string> = new Set([
  'documentation',
  'textAnnotation',
  'description',
  'incoming',
  'outgoing',
  'BPMNDiagram',
  'DMNDI',
]);

function inXml({ part, file, text }: Source, used: UsedName, key: string): Rewritten {
  const changes: (readonly [XmlText, string])[] = [];
  const uses: MeasureUse[] = [];
  for (const each of xmlTexts(text)) {
    if (!each.text.includes(used.key) || NO_FEEL.has(each.attribute ?? '') || each.path.some((element) => NO_FEEL_IN.has(element)))
      continue;
    const tests = each.path.includes('inputEntry') ? 'unaryTests' : 'expression';
    // `<tb:assign variable="circulation" value="{ rows: … }">` fills the form in
    const fills = each.attribute === 'value' && each.beside('variable') === used.holder;
    const { count, text: becomes } = inText(each.text, fills ? { ...used, fills } : used, key, tests);
    if (count === 0) continue;
    changes.push([each, becomes]);
    uses.push({ part, file, where: each.name ?? each.id ?? each.element, ...(each.id === undefined ? {} : { elementId: each.id }) });
  }
  return { file, text: withXmlTexts(text, changes), uses };
}

function inJson(source: Source, form: FormDocument, used: UsedName, key: string): Rewritten | undefined {
  let document: Json;
  try {
    document = JSON.parse(source.text) as Json;
  } catch {
    return undefined;
  }
  const { part, file } = source;
  const where = nameOf(document) ?? file;
  const uses: MeasureUse[] = [];
  const rename: Rename = {
    used,
    key,
    formId: form.id,
    template: part === 'document',
    found: () => uses.push({ part, file, where }),
  };
  const now = part === 'manifest' ? caseRenamed(document, rename) : valuesRenamed(document, rename);
  return { file, text: sortedJson(now), uses };
}

function nameOf(document: Json): string | undefined {
  if (!isJsonObject(document)) return undefined;
  const { title, decision, id } = document;
  const name = isJsonObject(title) ? title['zh-CN'] : (title ?? decision ?? id);
  return typeof name === 'string' ? name : undefined;
}

interface Rename {
  readonly used: UsedName;
  readonly key: string;
  readonly formId: string;
  /** Texts hold FEEL between `{{` and `}}`; those under `each` and those that begin with `=` are FEEL. */
  readonly template: boolean;
  found(): void;
}

/** How a case names itself; the rest of the manifest speaks of no field. */
function caseRenamed(document: Json, rename: Rename): Json {
  if (!isJsonObject(document) || !isJsonObject(document['case'])) return document;
  const named = Object.entries(document['case']).map(([name, value]) => [name, typeof value === 'string' ? feel(value, rename) : value]);
  return { ...document, case: Object.fromEntries(named) as Json };
}

function valuesRenamed(value: Json, rename: Rename, under = ''): Json {
  if (typeof value === 'string') return rename.template ? template(value, under, rename) : value;
  if (Array.isArray(value)) return value.map((each) => valuesRenamed(each, rename, under));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([name, inner]): readonly [string, Json] => {
    // values of the form, by its id in a sample case and by its key in an example
    if ((name === rename.formId || name === rename.used.holder) && isJsonObject(inner)) return [name, formValues(inner, rename)];
    const path = name.includes('.') ? feel(name, rename) : name;
    return [path, valuesRenamed(inner, rename, name)];
  });
  return Object.fromEntries(entries);
}

function formValues(values: Readonly<Record<string, Json>>, rename: Rename): Json {
  const { used } = rename;
  if (used.rowsKey === undefined) return withName(values, rename);
  const rows = values[used.rowsKey];
  if (!Array.isArray(rows)) return values;
  return { ...values, [used.rowsKey]: rows.map((row) => (isJsonObject(row) ? withName(row, rename) : row)) };
}

function withName(values: Readonly<Record<string, Json>>, { used, key, found }: Rename): Json {
  if (!Object.hasOwn(values, used.key)) return values;
  found();
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name === used.key ? key : name, value]));
}

function feel(text: string, { used, key, found }: Rename): string {
  const { count, text: becomes } = inText(text, used, key);
  if (count > 0) found();
  return becomes;
}

function template(text: string, under: string, rename: Rename): string {
  if (under === 'each') return feel(text, rename);
  const { count, text: becomes } = text.startsWith('=') ? inText(text, rename.used, rename.key) : inTemplate(text, rename.used, rename.key);
  if (count > 0) rename.found();
  return becomes;
}

/** One way to write a file, so that a difference is readable. */
export function sortedJson(value: unknown): string {
  return `${JSON.stringify(sorted(value as Json), undefined, 2)}\n`;
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

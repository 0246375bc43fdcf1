/** Reads the forms, tables, templates, items, calendar and scenarios that a manifest names; every problem gets its file. */
import { readCalendarJson } from '@tongban/calendar';
import { readDmnFiles } from '@tongban/dmn';
import { compileTemplate } from '@tongban/documents';
import { parseFeel } from '@tongban/feel-parser';
import { compileForm, parseFormJson } from '@tongban/form';
import type {
  CalendarData,
  CompiledForm,
  CompiledTemplate,
  DecisionModel,
  DocumentTemplate,
  FormDocument,
  Item,
  MeasureManifest,
  MeasureSources,
  Problem,
} from '@tongban/model';
import { raise } from './errors.ts';
import { readItemTable } from './item-table.ts';
import { readJsonFile } from './read-json.ts';
import { type KnownNames, unknownNames } from './unknown-names.ts';

/** A form file that could be read. */
export interface FormPart {
  readonly file: string;
  readonly document: FormDocument;
}

/** Collects problems, with the file they are in. */
export interface Findings {
  readonly problems: Problem[];
  add(file: string, problems: readonly Problem[]): void;
}

/** A new, empty collection. */
export function startFindings(): Findings {
  const problems: Problem[] = [];
  return {
    problems,
    add: (file, found) => {
      for (const problem of found) problems.push({ ...problem, place: { file, ...problem.place } });
    },
  };
}

/** The form documents, in the order of the manifest; ids and keys are unique. */
export function readForms({ parts }: MeasureManifest, sources: MeasureSources, findings: Findings): readonly FormPart[] {
  const forms = textsOf(parts.forms, sources).flatMap(([file, text]) => {
    const { document, problems } = parseFormJson(text);
    findings.add(file, problems);
    return document === undefined ? [] : [{ file, document }];
  });
  reportTwice(forms, ({ document }) => document.id, 'form（表单）', findings);
  const keys = forms.map(({ document }) => document.key);
  for (const key of new Set(keys.filter((one, index) => keys.indexOf(one) !== index))) {
    const same = forms.filter(({ document }) => document.key === key);
    const place = { elementId: same.at(-1)?.document.id ?? '', property: 'key' };
    findings.add(same.at(-1)?.file ?? '', [
      raise.problem('COMPILE_FORM_KEY_TWICE', place, { key, forms: same.map(({ document }) => document.id) }),
    ]);
  }
  return forms;
}

/** The forms compiled, by id. `names`: what their expressions may read beside their own fields. */
export function compileForms(
  forms: readonly FormPart[],
  names: readonly string[],
  findings: Findings,
): Readonly<Record<string, CompiledForm>> {
  const entries = forms.flatMap(({ file, document }) => {
    const { compiled, problems } = compileForm(document, parse, names);
    findings.add(file, problems);
    return compiled === undefined ? [] : [[document.id, compiled] as const];
  });
  return Object.fromEntries(entries);
}

/** The decisions of a measure. */
export interface TableParts {
  /** Models that can run, by the id of each decision and service in them. */
  readonly models: Readonly<Record<string, DecisionModel>>;
  /** Ids of all decisions and services, those of files with errors included; undefined when a file cannot be read at all. */
  readonly ids: readonly string[] | undefined;
}

/** Reads the tables. `known`: what their inputs may read. */
export async function readTables(
  { parts }: MeasureManifest,
  sources: MeasureSources,
  known: KnownNames,
  findings: Findings,
): Promise<TableParts> {
  const found: { readonly file: string; readonly id: string; readonly model: DecisionModel; readonly runs: boolean }[] = [];
  const texts = textsOf(parts.tables, sources);
  const files = await readDmnFiles(Object.fromEntries(texts), { unfinished: true });
  for (const [file, { model, problems }] of Object.entries(files)) {
    findings.add(file, problems);
    if (model === undefined) continue;
    const runs = problems.every(({ severity }) => severity !== 'error');
    if (runs) findings.add(file, checkInputs(model, known));
    for (const { id } of [...model.decisions, ...(model.services ?? [])]) found.push({ file, id, model, runs });
  }
  reportTwice(found, ({ id }) => id, 'decision（决策）', findings);
  const isWhole = texts.length === parts.tables.length && Object.values(files).every(({ model }) => model !== undefined);
  return {
    models: Object.fromEntries(found.flatMap(({ id, model, runs }) => (runs ? [[id, model] as const] : []))),
    ids: isWhole ? found.map(({ id }) => id) : undefined,
  };
}

/** Warnings of table inputs that read what neither the measure nor the decisions of the file give. */
function checkInputs(model: DecisionModel, known: KnownNames): readonly Problem[] {
  const called = [...model.functions, ...(model.services ?? []), ...(model.imports ?? [])].map(({ name }) => name);
  const own = [...model.decisions.flatMap(({ name, variable }) => [name, variable.name]), ...called];
  return model.decisions.flatMap(({ id, name: element, logic }) =>
    (logic?.kind === 'table' ? logic.inputs : []).flatMap((input) => {
      const place = { elementId: id, elementName: element, property: input.id };
      const property = input.label ?? input.expression.text;
      const unknown = unknownNames(input.expression, known, own);
      return unknown.map((name) => raise.problem('COMPILE_NAME_UNKNOWN', place, { element, property, name }, 'warning'));
    }),
  );
}

/** The templates compiled, by id. `names`: what their texts may read. */
export function readTemplates(
  { parts }: MeasureManifest,
  sources: MeasureSources,
  names: readonly string[],
  findings: Findings,
): Readonly<Record<string, CompiledTemplate>> {
  const found = textsOf(parts.documents, sources).flatMap(([file, text]) => {
    const { data, problems } = readJsonFile(file, text);
    findings.add(file, problems);
    if (data === undefined) return [];
    // What the host hands in when it issues a document is not known here, so no name is reported.
    const compilation = compileTemplate(data as unknown as DocumentTemplate, (feel, own) => parse(feel, [...own, ...names]));
    findings.add(file, compilation.problems);
    return compilation.compiled === undefined ? [] : [{ file, compiled: compilation.compiled }];
  });
  reportTwice(found, ({ compiled }) => compiled.template.id, 'template（文书模板）', findings);
  return Object.fromEntries(found.map(({ compiled }) => [compiled.template.id, compiled]));
}

/** The items; none when the measure has no item list. */
export function readItems({ parts, departments }: MeasureManifest, sources: MeasureSources, findings: Findings): readonly Item[] {
  const file = parts.items;
  const text = file === undefined ? undefined : textOf(file, sources);
  if (file === undefined || text === undefined) return [];
  const { items, problems } = readItemTable(text, { file, departments });
  findings.add(file, problems);
  return items;
}

/** The calendar, unless it has an error. */
export function readCalendar({ parts }: MeasureManifest, sources: MeasureSources, findings: Findings): CalendarData | undefined {
  const text = textOf(parts.calendar, sources);
  if (text === undefined) return undefined;
  const { calendar, problems } = readCalendarJson(text);
  findings.add(parts.calendar, problems);
  return calendar;
}

/** The text of a file of the measure; a name inherited from JavaScript is no file. */
export function textOf(path: string, sources: MeasureSources): string | undefined {
  return Object.hasOwn(sources, path) ? sources[path] : undefined;
}

/** The texts of those files that are there; the others were reported with the manifest. */
export function textsOf(paths: readonly string[], sources: MeasureSources): readonly (readonly [file: string, text: string])[] {
  return paths.flatMap((path) => {
    const text = textOf(path, sources);
    return text === undefined ? [] : [[path, text] as const];
  });
}

function reportTwice<T extends { readonly file: string }>(
  found: readonly T[],
  idOf: (one: T) => string,
  what: string,
  findings: Findings,
): void {
  const seen = new Set<string>();
  for (const one of found) {
    const id = idOf(one);
    if (seen.has(id)) findings.add(one.file, [raise.problem('COMPILE_ID_TWICE', { elementId: id }, { what, id })]);
    seen.add(id);
  }
}

function parse(text: string, names: readonly string[]): ReturnType<typeof parseFeel> {
  return parseFeel(text, { names });
}

/**
 * Fills in the forms of a task in a trial as somebody would have to: what was given before or typed now stays, and what the form asks for
 * beside it gets a sample value. So conditions read what they read in a case, and what is recorded is accepted when it is played.
 */
import { type FieldVerdict, type FormContext, hasValue, openForm, sampleValues, walkFields } from '@tongban/form';
import {
  type Actor,
  type FormAccess,
  type FormField,
  type FormValues,
  isJsonObject,
  type Json,
  type JsonObject,
  type Problem,
  type ProgramFiling,
  type Release,
  TongbanError,
  wireTag,
} from '@tongban/model';

/** The situation of the task. */
export interface FillingSituation {
  readonly elementId: string;
  readonly actor: Actor;
  readonly now: number;
  /** What can be read there, by name. */
  readonly variables: JsonObject;
  /** By form key: what somebody typed for this task. */
  readonly typed?: JsonObject;
}

/** What was filled in. */
export interface FilledForms {
  /** By form id: what the task writes. */
  readonly values: Readonly<Record<string, FormValues>>;
  /** By form key: the whole form afterwards. */
  readonly variables: JsonObject;
  /** The fields that can be written there. */
  readonly open: readonly OpenField[];
}

/** A field that somebody can fill in, outside of rows. */
export interface OpenField {
  /** The key of its form. */
  readonly form: string;
  readonly field: FormField;
}

/** The project that a trial is about; recorded with it. */
export const TRIAL_PROJECT = { code: '0000-000000-00-00-000000', name: '试办项目', enterprise: '试办单位' } as const;

const MEANINGS: Readonly<Record<string, string>> = {
  'project.code': TRIAL_PROJECT.code,
  'project.name': TRIAL_PROJECT.name,
  'enterprise.name': TRIAL_PROJECT.enterprise,
};

/** The forms as a case begins with them: what the register knows of the project stands there already. By form key. */
export function prefilledForms(release: Release): Readonly<Record<string, FormValues>> {
  return Object.fromEntries(
    Object.values(release.forms).flatMap(({ document }) => {
      const known = walkFields(document).flatMap(({ field, rows }) => {
        const value = 'meaning' in field && rows === undefined ? MEANINGS[field.meaning ?? ''] : undefined;
        return value === undefined || !TEXTS.has(field.kind) ? [] : [[field.key, value] as const];
      });
      return known.length === 0 ? [] : [[document.key, Object.fromEntries(known)] as const];
    }),
  );
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'longText', 'projectCode']);

const SEEDS = [1, 2, 3, 4, 5] as const;

/** The forms of the task, filled in. Throws what a form says of a typed value that it refuses. */
export function filledForms(release: Release, situation: FillingSituation): FilledForms {
  const values: Record<string, FormValues> = {};
  const variables: Record<string, Json> = {};
  const open: OpenField[] = [];
  for (const { form: id, access, fields = {} } of filingsAt(release, situation.elementId)) {
    const compiled = release.forms[id];
    const writes = access === 'write' || Object.values(fields).includes('write');
    if (compiled === undefined || !writes) continue;
    const { key } = compiled.document;
    const given = objectAt({ ...situation.variables, ...variables }, key);
    const typed = objectAt(situation.typed ?? {}, key);
    const filled = fillIn(release, situation, { compiled, access: { default: access, fields }, given, typed, variables });
    if (Object.keys(filled.own).length > 0) values[id] = filled.own;
    variables[key] = { ...given, ...filled.own };
    for (const { field, rows } of walkFields(compiled.document))
      if (rows === undefined && hasValue(field) && filled.open.has(field.key)) open.push({ form: key, field });
  }
  return { values, variables, open };
}

/** The forms that a task shows, or that come with a message. */
export function filingsAt({ program }: Pick<Release, 'program'>, elementId: string): readonly ProgramFiling[] {
  const node = program.nodes.find(({ id }) => id === elementId);
  return node?.task?.filings ?? node?.events?.flatMap((event) => (event.kind === 'message' ? (event.arrival?.filings ?? []) : [])) ?? [];
}

interface Filling {
  readonly compiled: Release['forms'][string];
  readonly access: FormAccess;
  readonly given: FormValues;
  readonly typed: FormValues;
  readonly variables: JsonObject;
}

// one value makes others visible or required, so it is asked again until nothing is missing or nothing helps
function fillIn(release: Release, situation: FillingSituation, { compiled, access, given, typed, variables }: Filling) {
  const form = openForm(compiled);
  const context = contextAt(release, situation, access, variables);
  const over = Object.entries(typed).map(([path, value]) => [path, onto(given[path], value)] as const);
  const before: FormValues = { ...given, ...Object.fromEntries(over) };
  let own: FormValues = {};
  for (const seed of SEEDS) {
    const samples = sampleValues(compiled.document, seed, release.items);
    const { fields } = form.verdict({ ...before, ...own }, context);
    const top = writable(fields);
    const kept = top.filter(({ path, problems }) => problems.length === 0 && Object.hasOwn(before, path));
    const asked = top.filter(({ problems, required, value }) => problems.length > 0 || (required && value === null));
    const next = Object.fromEntries([
      ...kept.map(({ path }) => [path, own[path] ?? before[path] ?? null] as const),
      ...asked.flatMap(({ path }) =>
        Object.hasOwn(samples, path) ? [[path, sampleFor(path, samples, seed === SEEDS.at(-1) ? {} : given, typed)] as const] : [],
      ),
    ]);
    own = { ...own, ...next };
    if (asked.length === 0) break;
  }
  const { fields } = form.verdict({ ...before, ...own }, context);
  refuse([...fields].flatMap(([path, { problems }]) => (isOrIn(path, typed) ? problems : [])));
  return { own, open: new Set(writable(fields).map(({ path }) => path)) };
}

/** What a form of the task is asked with. `variables`: other forms as they were filled in meanwhile. */
export function contextAt(release: Release, situation: FillingSituation, access: FormAccess, variables: JsonObject): FormContext {
  const { actor, now } = situation;
  const known: JsonObject = { case: { key: TRIAL_PROJECT.code }, ...situation.variables, ...variables };
  return {
    access,
    actor,
    lookup: (name: string): Json | undefined => (Object.hasOwn(known, name) ? known[name] : undefined),
    env: { now, offsetMinutes: release.calendar.offsetMinutes },
    items: release.items,
    mode: 'submit',
  };
}

// at the top, outside of rows
function writable(fields: ReadonlyMap<string, FieldVerdict>): readonly FieldVerdict[] {
  return [...fields.values()].filter(({ path, readOnly, visible }) => visible && !readOnly && !/[.[]/.test(path));
}

// what was typed stands; of an opinion that was begun before, what is there stands too
function sampleFor(path: string, samples: FormValues, given: FormValues, typed: FormValues): Json {
  const begun = onto(samples[path], hasParts(given[path]) ? given[path] : samples[path]);
  return Object.hasOwn(typed, path) ? onto(begun, typed[path]) : begun;
}

// `contacts[0].name` is in `contacts`
function isOrIn(path: string, typed: FormValues): boolean {
  return Object.hasOwn(typed, path.split('[')[0] ?? '');
}

function onto(under: Json | undefined, value: Json | undefined): Json {
  return hasParts(under) && hasParts(value) ? { ...under, ...value } : (value ?? null);
}

function hasParts(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && wireTag(value) === undefined;
}

function refuse(problems: readonly Problem[]): void {
  const problem = problems.find(({ severity }) => severity === 'error');
  if (problem !== undefined) throw new TongbanError(problem.code, problem.sentences, { details: problem.details });
}

/** The values of the form with that key. */
export function objectAt(variables: JsonObject, key: string): FormValues {
  const value = Object.hasOwn(variables, key) ? variables[key] : undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FormValues) : {};
}

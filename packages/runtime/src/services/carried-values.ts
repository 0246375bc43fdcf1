/**
 * Asked once: what somebody has answered before in this project, by the meaning of the field. Sources in their order: other forms of the case,
 * the register of projects, the host, other cases of the same project; each only as far as this person may read it. The first fills what
 * is empty; sources that say something else are shown, and are the person's to choose.
 */
import { walkFields } from '@tongban/form';
import type { CarriedFrom, CarriedValue, FormField, FormView, Json, Project } from '@tongban/model';
import { canonicalJson } from '../audit/canonical-json.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { projectCodeOf } from '../engine/project-of-case.ts';
import { maySeeCase } from './case-access.ts';
import { readableValues } from './form-view.ts';
import { maySeeProject } from './project-access.ts';
import { isTextKind, valueOfProject } from './project-meanings.ts';
import type { ServiceContext } from './service-context.ts';

/** Other cases of the project that are looked into, the newest first. */
const MOST_CASES = 5;

/** The value of a source, with the field it stands in there. */
interface Given {
  readonly value: Json;
  readonly from: CarriedFrom;
}

type Source = (field: FormField) => readonly Given[];

/** The views with what their writable fields take over. */
export async function withCarried(context: ServiceContext, live: LiveCase, views: readonly FormView[]): Promise<readonly FormView[]> {
  if (!views.some((view) => carrying(view).length > 0)) return views;
  const { engine, actor } = context;
  const code = projectCodeOf(live.ready, live.state);
  const found = code === undefined ? undefined : await engine.storage.records.project(live.tenant, code);
  const project = found !== undefined && maySeeProject(actor, found) ? found : undefined;
  const meanings = [...new Set(views.flatMap((view) => carrying(view).map(({ meaning = '' }) => meaning)))];
  const asked = await Promise.all([known(context, live, code, meanings), otherCases(context, live, code)]);
  const sources = [registered(project), ...asked];
  return views.map((view) => {
    const own = formsOf(context, live, view.form.document.key, project);
    const first = view.version <= 1 && live.state.round === 1 ? project : undefined;
    const carried = carrying(view).flatMap((field) => carriedInto(view, field, [own, ...sources], first) ?? []);
    return carried.length === 0 ? view : { ...view, carried };
  });
}

// helpers

function carrying({ form, access }: FormView): readonly FormField[] {
  return walkFields(form.document).flatMap(({ field, rows }) => {
    const writable = (access.fields[field.id] ?? access.default) === 'write';
    return rows === undefined && field.meaning !== undefined && field.computed === undefined && writable ? [field] : [];
  });
}

function carriedInto(
  { values }: FormView,
  field: FormField,
  sources: readonly Source[],
  first: Project | undefined,
): CarriedValue | undefined {
  const given = distinct(sources.flatMap((source) => source(field)));
  const present = values[field.key] ?? null;
  // What the register filled in at the start was nobody's answer: an answer elsewhere is better.
  const asRegistered = first !== undefined && same(present, valueOfProject(first, field) ?? null);
  const chosen = isEmpty(present) || asRegistered ? given[0] : given.find(({ value }) => same(value, present));
  const others = given.filter(({ value }) => !same(value, chosen?.value ?? present));
  if (chosen === undefined && others.length === 0) return undefined;
  return { key: field.key, ...(chosen === undefined ? {} : { chosen }), others };
}

// The other forms of the case. What only repeats the register is the register's.
function formsOf({ engine, actor }: ServiceContext, live: LiveCase, except: string, project: Project | undefined): Source {
  const now = engine.clock.now();
  return (field) => {
    const registered = (project && valueOfProject(project, field)) ?? null;
    return [...live.ready.formsByKey].flatMap(([key, { document }]) => {
      const values = key === except || !Object.hasOwn(live.state.data, key) ? undefined : readableValues(live, actor, key, now);
      const given = values === undefined ? [] : givenBy(values, document.fields, field, { kind: 'form', title: document.title });
      return given.filter(({ value }) => !same(value, registered));
    });
  };
}

function registered(project: Project | undefined): Source {
  return (field) => {
    const value = project === undefined ? undefined : valueOfProject(project, field);
    return value === undefined ? [] : [{ value, from: { kind: 'register' } }];
  };
}

async function known(
  { engine, actor }: ServiceContext,
  live: LiveCase,
  code: string | undefined,
  meanings: readonly string[],
): Promise<Source> {
  const values = await engine.knownValues({ actor, caseId: live.caseId, meanings, ...(code === undefined ? {} : { projectCode: code }) });
  return ({ meaning = '' }) => {
    const found = Object.hasOwn(values, meaning) ? values[meaning] : undefined;
    return found === undefined || isEmpty(found.value) ? [] : [{ value: found.value, from: { kind: 'host', name: found.source } }];
  };
}

async function otherCases({ engine, actor }: ServiceContext, live: LiveCase, code: string | undefined): Promise<Source> {
  if (code === undefined) return () => [];
  const now = engine.clock.now();
  const { cases } = engine.storage;
  const { entries } = await cases.cases({ tenant: live.tenant, text: code, now, limit: 4 * MOST_CASES, countUpTo: 1 });
  const rows = entries.filter((row) => row.key === code && row.caseId !== live.caseId).slice(0, MOST_CASES);
  const loaded = await Promise.all(rows.map(({ caseId }) => engine.load(live.tenant, caseId)));
  const seen = loaded.filter((other) => other !== undefined && maySeeCase(actor, other, []));
  return (field) =>
    seen.flatMap((other) => {
      if (other === undefined || OF_ONE_CASE.test(field.meaning ?? '')) return [];
      const from = { kind: 'case', title: other.row.measureTitle, at: other.row.startedAt } as const;
      return [...other.ready.formsByKey].flatMap(([key, { document }]) => {
        const values = Object.hasOwn(other.state.data, key) ? readableValues(other, actor, key, now) : undefined;
        return values === undefined ? [] : givenBy(values, document.fields, field, from);
      });
    });
}

function givenBy(
  values: Readonly<Record<string, Json>>,
  fields: readonly FormField[],
  into: FormField,
  from: CarriedFrom,
): readonly Given[] {
  return fields.flatMap((field): readonly Given[] => {
    if (field.kind === 'section') return givenBy(values, field.fields, into, from);
    const value = field.meaning === into.meaning && fits(field, into) ? (values[field.key] ?? null) : null;
    return isEmpty(value) ? [] : [{ value, from }];
  });
}

/** Whether a value of `from` is one of `into`: the same kind and unit, or both one text. */
function fits(from: FormField, into: FormField): boolean {
  if (isTextKind(from.kind) && isTextKind(into.kind)) return true;
  const unit = (field: FormField): string | undefined => ('unit' in field ? field.unit : undefined);
  const choices = (field: FormField): string => ('choices' in field ? canonicalJson(field.choices?.map(({ value }) => value) ?? []) : '');
  const kinds = from.kind === into.kind || (isNumber(from) && isNumber(into));
  return kinds && !HELD_BACK.has(from.kind) && unit(from) === unit(into) && choices(from) === choices(into);
}

/** What is said of one application, and not of the project. */
const OF_ONE_CASE = /^(application|department)\./;

/** What somebody vouched for in one place is not theirs in another. */
const HELD_BACK: ReadonlySet<FormField['kind']> = new Set(['opinion', 'signature', 'seal', 'clause', 'rows']);

function isNumber({ kind }: FormField): boolean {
  return kind === 'number' || kind === 'money';
}

function distinct(given: readonly Given[]): readonly Given[] {
  return given.filter(({ value }, at) => given.findIndex((one) => same(one.value, value)) === at);
}

function same(a: Json, b: Json): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function isEmpty(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A form as one person meets it: values redacted, access worked out, changes since the round before marked. */
import { changesBetween } from '@tongban/form';
import type { Actor, FormAccess, FormValues, FormView, JsonObject, ProgramFiling } from '@tongban/model';
import { fileIdsIn } from '../engine/case-commit.ts';
import { type LiveCase, valuesOf } from '../engine/live-case.ts';
import type { StoredTask } from '../store/store.ts';
import { readAccess } from './case-access.ts';
import { elementOf, formContext, lookupFor } from './form-situation.ts';

/** Values of forms by key, as they were when the present round began. */
export type RoundStart = Readonly<Record<string, FormValues>>;

/** The view of one form. */
export function formView(
  live: LiveCase,
  actor: Actor,
  options: {
    readonly formId: string;
    readonly access: FormAccess;
    readonly now: number;
    readonly task?: StoredTask | undefined;
    readonly roundStart?: RoundStart | undefined;
  },
): FormView | undefined {
  const { formId, access, now, task, roundStart } = options;
  const form = live.ready.forms.get(formId);
  if (form === undefined) return undefined;
  const { key } = form.document;
  const context = formContext(live, actor, { access, now, mode: 'draft', task });
  const values = form.redact(valuesOf(live.state, key), context);
  const before = roundStart?.[key];
  return {
    form: form.compiled,
    version: live.state.data[key]?.version ?? 0,
    values,
    access: { default: access.default, fields: form.accessOf(context) },
    ...(before === undefined ? {} : { changes: changesBetween(form.redact(before, context), values, form.document) }),
  };
}

/** The access a filing gives. */
export function accessOf(filing: ProgramFiling): FormAccess {
  return { default: filing.access, ...(filing.fields === undefined ? {} : { fields: filing.fields }) };
}

/**
 * What the page's FEEL may read beside the forms shown: `parameters`, `departments`, `case`, `actor`, the element, and of everything
 * else only what an expression of these forms names. Other forms come redacted.
 */
export function formSurroundings(live: LiveCase, actor: Actor, views: readonly FormView[], now: number, task?: StoredTask): JsonObject {
  const lookup = lookupFor(live, actor, task);
  const shown = new Set(views.map((view) => view.form.document.key));
  const element = task === undefined ? undefined : elementOf(live, task)?.name;
  const names = new Set(['parameters', 'departments', 'case', 'actor', ...(element === undefined ? [] : [element])]);
  for (const view of views)
    for (const expression of Object.values(view.form.expressions)) for (const name of expression.reads) names.add(name);
  const found: Record<string, JsonObject[string]> = {};
  for (const name of names) {
    if (shown.has(name) || name === 'items') continue;
    const value = live.ready.formsByKey.has(name) ? readableValues(live, actor, name, now) : lookup(name);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** Ids of the files in all that `actor` may read of a case. */
export function readableFiles(live: LiveCase, actor: Actor, now: number): readonly string[] {
  return [...live.ready.formsByKey.keys()].flatMap((key) => fileIdsIn(readableValues(live, actor, key, now) ?? null));
}

/** What `actor` may read of a form of a case; undefined: nothing. */
export function readableValues(live: LiveCase, actor: Actor, key: string, now: number): FormValues | undefined {
  const form = live.ready.formsByKey.get(key);
  const access = form && readAccess(actor, live, form.document.id);
  if (form === undefined || access === undefined) return undefined;
  return form.redact(valuesOf(live.state, key), formContext(live, actor, { access, now, mode: 'draft' }));
}

/** What somebody may change in a task of a trial before it is done: of the fields that it writes, those that expressions read. */
import { type Choice, type ItemsField, isJsonObject, type Json, type JsonObject, type Release, type TrialAsk } from '@tongban/model';
import type { FilledForms } from './filled-forms.ts';

/** The asks of the task whose forms are `filled`. `read`: all paths that are read anywhere. */
export function taskAsks(
  { items }: Pick<Release, 'items'>,
  { open, variables }: FilledForms,
  read: readonly string[],
): readonly TrialAsk[] {
  return open.flatMap(({ form, field }): readonly TrialAsk[] => {
    const own = `${form}.${field.key}`;
    const found = read.filter((path) => path === own || path.startsWith(`${own}.`));
    if (field.kind === 'items')
      return found.length === 0 ? [] : [{ path: own, value: valueAt(variables, own), choices: choicesOf(field, items) }];
    return LISTS.has(field.kind) ? [] : found.map((path) => ({ path, value: valueAt(variables, path) }));
  });
}

// what is read of them is of each of their rows or files
const LISTS: ReadonlySet<string> = new Set(['rows', 'files', 'materials']);

function choicesOf({ mode }: ItemsField, items: Release['items']): readonly Choice[] {
  return items
    .filter(({ modes }) => mode === undefined || modes?.includes(mode) === true)
    .map(({ code, name }) => ({ value: code, label: name }));
}

function valueAt(values: JsonObject, path: string): Json {
  return path
    .split('.')
    .reduce<Json>((value, name) => (isJsonObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null), values);
}

/** What a table or a decision may read, as completion offers it: `application.score` is the entry `score` of `application`. */
import { type FeelName, feelNameType } from '@tongban/feel-parser';
import type { TableContext, TableField } from './table-context.ts';

/** The names of `context`. */
export function feelNames({ fields, names = [] }: TableContext): readonly FeelName[] {
  const found = new Map<string, Entry>();
  for (const field of fields) enter(found, field.expression.split('.'), field);
  for (const name of names) if (!found.has(name)) found.set(name, { label: name, entries: new Map() });
  return listed(found);
}

interface Entry {
  readonly label: string;
  readonly field?: TableField;
  readonly entries: Map<string, Entry>;
}

function enter(into: Map<string, Entry>, [first = '', ...rest]: readonly string[], field: TableField): void {
  if (!/^[\p{L}_]/u.test(first)) return;
  const before = into.get(first);
  if (rest.length === 0) {
    into.set(first, { label: field.label, field, entries: before?.entries ?? new Map() });
    return;
  }
  const entry = before ?? { label: first, entries: new Map() };
  into.set(first, entry);
  enter(entry.entries, rest, field);
}

function listed(entries: ReadonlyMap<string, Entry>): readonly FeelName[] {
  return [...entries].map(([name, { label, field, entries: inner }]) => {
    return {
      name,
      label,
      ...(inner.size > 0 ? { type: 'context' as const } : feelNameType(field?.type)),
      ...(inner.size === 0 ? {} : { entries: listed(inner) }),
      ...(field?.choices === undefined
        ? {}
        : { values: field.choices.map((choice) => ({ feel: JSON.stringify(choice.value), label: choice.label })) }),
    };
  });
}

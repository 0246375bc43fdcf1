/** The names that a text may read, with what people call them: what completion offers and what a text is read out by. */
import type { FeelType, LocalText } from '@tongban/model';

/** What a name holds, as far as that is known. */
export type FeelNameType = 'string' | 'number' | 'boolean' | 'date' | 'time' | 'date and time' | 'duration' | 'list' | 'context';

/** One name of the context. */
export interface FeelName {
  /** As FEEL reads it. */
  readonly name: string;
  /** What people call it, e.g. 总投资（万元）. */
  readonly label: LocalText | string;
  readonly type?: FeelNameType;
  /** Of a context: its entries. Of a list: the entries of each element. */
  readonly entries?: readonly FeelName[];
  /** What it may be, as FEEL: `"A"`, `true`. */
  readonly values?: readonly FeelNamedValue[];
}

/** A value that a name may have. */
export interface FeelNamedValue {
  readonly feel: string;
  readonly label: LocalText | string;
}

const TYPES: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'date', 'time', 'date and time', 'duration', 'list', 'context']);

/** The type of a column as completion knows it; nothing where it knows none. */
export function feelNameType(type: FeelType | undefined): Pick<FeelName, 'type'> {
  return type !== undefined && TYPES.has(type.name) ? { type: type.name as FeelNameType } : {};
}

/** Every name in `names`, entries of entries included. */
export function allNames(names: readonly FeelName[]): readonly string[] {
  const found = new Set<string>();
  const collect = (list: readonly FeelName[]): void => {
    for (const { name, entries } of list) {
      found.add(name);
      if (entries !== undefined) collect(entries);
    }
  };
  collect(names);
  return [...found];
}

/** The name that the `path` leads to: `['form', 'amount']`. */
export function nameAt(names: readonly FeelName[], path: readonly string[]): FeelName | undefined {
  let among: readonly FeelName[] = names;
  let found: FeelName | undefined;
  for (const step of path) {
    found = among.find(({ name }) => name === step);
    if (found === undefined) return undefined;
    among = found.entries ?? [];
  }
  return found;
}

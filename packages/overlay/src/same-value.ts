/** Whether two plain values say the same, whatever the order of their keys; and which properties of two records do not. */
import type { Json } from '@tongban/model';

/** A property that differs, e.g. `extension.performer`. Absent values are undefined. */
export interface PropertyChange {
  readonly property: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The properties that differ, in the order of their names. */
export function differences(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly PropertyChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .filter((name) => textOf(before[name]) !== textOf(after[name]))
    .map((property) => ({ property, before: before[property], after: after[property] }));
}

/** Whether two values say the same. */
export function same(one: unknown, other: unknown): boolean {
  return one === other || textOf(one) === textOf(other);
}

/** JSON text in the one way in which files are written: sorted keys, two blanks, a line feed at the end. */
export function canonicalJson(value: Json): string {
  return `${JSON.stringify(value, sorted, 2)}\n`;
}

// the same for the same values, whatever the order of their keys
function textOf(value: unknown): string {
  return JSON.stringify(value, sorted) ?? '';
}

function sorted(_key: string, inner: unknown): unknown {
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
    : inner;
}

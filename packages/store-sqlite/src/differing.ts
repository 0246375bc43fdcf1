/**
 * Which columns of a row are to be written: SQLite looks at every column that is set, writes every index of it whatever its value,
 * and each value that is handed over costs as much as the column it goes to.
 */
import type { SqliteValue } from './driver.ts';

/** Columns that differ, as bits, with the values to be handed over. */
export interface Differing {
  readonly which: number;
  readonly values: SqliteValue[];
}

/** The values of `columns` that are not those of `others`, put behind `values`; at most 31 columns. */
export function differing(columns: readonly SqliteValue[], others: readonly SqliteValue[], values: SqliteValue[] = []): Differing {
  let which = 0;
  for (let at = 0; at < columns.length; at++) {
    const value = columns[at] as SqliteValue;
    if (value === others[at]) continue;
    which += 1 << at;
    values.push(value);
  }
  return { which, values };
}

/** Whether a column is among those that differ. */
export function differs(which: number, at: number): boolean {
  return ((which >> at) & 1) === 1;
}

/** Statements by the columns that differ, each written once. */
export class StatementTexts {
  readonly #write: (which: number) => string;
  readonly #texts = new Map<number, string>();

  constructor(write: (which: number) => string) {
    this.#write = write;
  }

  of(which: number): string {
    const known = this.#texts.get(which);
    if (known !== undefined) return known;
    const text = this.#write(which);
    this.#texts.set(which, text);
    return text;
  }
}

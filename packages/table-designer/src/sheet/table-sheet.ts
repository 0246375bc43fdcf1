/**
 * A decision table as people edit it: columns and rows of text, so that an unfinished or wrong cell stays as it was typed. Immutable and
 * shared in structure, so that a step can be taken back by keeping the sheet before it.
 */
import type { DecisionLabels, FeelType, HitAggregation, HitPolicy } from '@tongban/model';

/** What a column holds: a condition, a result, or a remark that decides nothing. */
export type ColumnKind = 'input' | 'output' | 'annotation';

/** A column. All its FEEL is text. */
export interface SheetColumn {
  readonly kind: ColumnKind;
  readonly id: string;
  /** The heading people read. */
  readonly label: string;
  /** The same in other languages. */
  readonly labels: DecisionLabels;
  /** Inputs: the FEEL that is tested. */
  readonly expression: string;
  /** Outputs: the name of the result; needed as soon as there are two. */
  readonly name: string;
  readonly type: FeelType | undefined;
  /** Unary tests that every value passes; `''` when any value will do. */
  readonly allowed: string;
  /** Outputs: the result when no row applies; `''` when there is none. */
  readonly otherwise: string;
}

/** The remark column that holds the descriptions of rules, such as the article each comes from. */
export const DESCRIPTION = 'description';

/** A row: one cell for each column. */
export interface SheetRow {
  readonly id: string;
  readonly cells: readonly string[];
}

/** A whole table. Inputs come first, then outputs, then remarks. */
export interface TableSheet {
  readonly id: string | undefined;
  readonly type: FeelType | undefined;
  readonly hitPolicy: HitPolicy;
  readonly aggregation: HitAggregation | undefined;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
}

/** The heading of a column in `language`, else as it is. */
export function headingIn({ label, labels }: SheetColumn, language: string): string {
  return labels[language] ?? label;
}

/** The text of an empty cell: any value, no result, no remark. */
export function emptyCell(kind: ColumnKind): string {
  return kind === 'input' ? '-' : '';
}

/** The row with empty cells. */
export function emptyRow(sheet: TableSheet, id: string): SheetRow {
  return { id, cells: sheet.columns.map(({ kind }) => emptyCell(kind)) };
}

/** `wish`, or with a number behind it when it is taken. */
export function freeId(wish: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wish)) return wish;
  let count = 2;
  while (taken.has(`${wish}_${count}`)) count += 1;
  return `${wish}_${count}`;
}

/** Ids for `count` new rows. */
export function newRowIds(sheet: TableSheet, count: number): readonly string[] {
  const taken = new Set(sheet.rows.map(({ id }) => id));
  const ids: string[] = [];
  for (let number = sheet.rows.length + 1; ids.length < count; number += 1) {
    const id = `${sheet.id ?? 'table'}_rule${number}`;
    if (!taken.has(id)) ids.push(id);
  }
  return ids;
}

/** Which cells of the ruled, two-column paper form go across it: on the page, on paper and in the designer alike. */
import type { FormField } from '@tongban/model';

/** A field and whether it takes the whole width. */
export interface LaidOut {
  readonly field: FormField;
  readonly wide: boolean;
}

/** Lays out visible fields in order: two short ones side by side; one that would stand alone is stretched, so that no box is left empty. */
export function layoutRows(fields: readonly FormField[]): readonly LaidOut[] {
  const cells: LaidOut[] = [];
  let open: FormField | undefined;
  for (const field of fields) {
    if (spanOf(field) === 2) {
      if (open !== undefined) cells.push({ field: open, wide: true });
      open = undefined;
      cells.push({ field, wide: true });
    } else if (open === undefined) open = field;
    else {
      cells.push({ field: open, wide: false }, { field, wide: false });
      open = undefined;
    }
  }
  if (open !== undefined) cells.push({ field: open, wide: true });
  return cells;
}

/** The columns a field asks for; what holds others always takes both. */
export function spanOf({ kind, span }: FormField): 1 | 2 {
  if (kind === 'section' || kind === 'rows' || kind === 'materials') return 2;
  return span ?? (LONG.has(kind) ? 2 : 1);
}

const LONG: ReadonlySet<FormField['kind']> = new Set(['longText', 'items', 'files', 'opinion', 'clause', 'note', 'dateRange', 'region']);

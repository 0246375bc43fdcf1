/** Which cells of the ruled, two-column paper form go across it. */
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
    if (isWide(field)) {
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

/** Whether nothing stands beside the field. */
function isWide({ kind, span }: FormField): boolean {
  return span === undefined ? LONG.has(kind) : span === 2 || kind === 'section' || kind === 'rows';
}

const LONG: ReadonlySet<FormField['kind']> = new Set(['longText', 'items', 'files', 'rows', 'opinion', 'clause', 'note', 'section']);

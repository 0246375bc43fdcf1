/** Which cells of the ruled, two-column paper form go across it; as `<tb-form>` lays them out when every field shows. */
import type { FormField } from '@tongban/model';

/** A field and whether it takes the whole width. */
export interface Cell {
  readonly field: FormField;
  readonly wide: boolean;
}

/** Two short fields stand side by side; one that would stand alone is stretched. */
export function layoutCells(fields: readonly FormField[]): readonly Cell[] {
  const cells: Cell[] = [];
  let open: FormField | undefined;
  for (const field of fields) {
    const wide = spanOf(field) === 2;
    if (wide) {
      if (open !== undefined) cells.push({ field: open, wide: true });
      open = undefined;
      cells.push({ field, wide });
    } else if (open === undefined) open = field;
    else {
      cells.push({ field: open, wide: false }, { field, wide: false });
      open = undefined;
    }
  }
  if (open !== undefined) cells.push({ field: open, wide: true });
  return cells;
}

/** The columns a field asks for. */
export function spanOf({ kind, span }: FormField): 1 | 2 {
  if (kind === 'section' || kind === 'rows') return 2;
  return span ?? (LONG.has(kind) ? 2 : 1);
}

const LONG: ReadonlySet<FormField['kind']> = new Set(['longText', 'items', 'files', 'opinion', 'clause', 'note']);

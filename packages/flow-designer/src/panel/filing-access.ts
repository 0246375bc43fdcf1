/**
 * 字段权限 as data: the fields of a form as rows of a table, what a filing allows with each, and the filing after a choice. Groups (sections,
 * repeating rows) hand their access down, as the runtime has it; what says the same as its group is not written.
 */
import type { FieldAccess, Filing, FormDocument, FormField, LocalText } from '@tongban/model';

/** One line of the table. */
export interface AccessRow {
  /** How a filing names it: a field id, or `rows/column`. */
  readonly ref: string;
  readonly label: LocalText;
  /** What it stands in, the innermost last. */
  readonly above: readonly string[];
  readonly isGroup: boolean;
}

/** All sections, fields and columns in the order of the form. */
export function accessRows(form: FormDocument): readonly AccessRow[] {
  return form.fields.flatMap((field) => rowsOf(field, []));
}

function rowsOf(field: FormField, above: readonly string[]): readonly AccessRow[] {
  if (field.kind === 'note') return [];
  const inside = [...above, field.id];
  const parts =
    field.kind === 'section'
      ? field.fields.flatMap((part) => rowsOf(part, inside))
      : field.kind === 'rows'
        ? field.columns.map((column) => ({ ref: `${field.id}/${column.id}`, label: column.label, above: inside, isGroup: false }))
        : [];
  return [{ ref: field.id, label: field.label, above, isGroup: parts.length > 0 }, ...parts];
}

/** What `filing` allows with the field of `row`; `byGroup` when a hidden group decides and the field itself cannot. */
export function accessOf(filing: Filing, row: AccessRow): { readonly access: FieldAccess; readonly byGroup: boolean } {
  const { fields = {} } = filing;
  if (row.above.some((ref) => fields[ref] === 'hidden')) return { access: 'hidden', byGroup: true };
  return { access: fields[row.ref] ?? inherited(filing, row), byGroup: false };
}

/** Whether the field says otherwise than what it stands in. */
export function differs(filing: Filing, { ref }: AccessRow): boolean {
  return filing.fields?.[ref] !== undefined;
}

/** `filing` with `access` for `row`, and for all that stands in it. */
export function withAccess(filing: Filing, rows: readonly AccessRow[], row: AccessRow, access: FieldAccess): Filing {
  const inside = new Set(rows.filter(({ above }) => above.includes(row.ref)).map(({ ref }) => ref));
  const kept = Object.entries(filing.fields ?? {}).filter(([ref]) => ref !== row.ref && !inside.has(ref));
  return withFields(filing, access === inherited(filing, row) ? kept : [...kept, [row.ref, access]]);
}

/** `filing` with `access` for every field. */
export function withAccessOfAll(filing: Filing, access: FieldAccess): Filing {
  return withFields({ ...filing, access }, []);
}

function inherited({ fields = {}, access }: Filing, { above }: AccessRow): FieldAccess {
  const nearest = [...above].reverse().find((ref) => fields[ref] !== undefined);
  return (nearest === undefined ? undefined : fields[nearest]) ?? access;
}

function withFields({ form, access }: Filing, fields: readonly (readonly [string, FieldAccess])[]): Filing {
  return { form, access, ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) }) };
}

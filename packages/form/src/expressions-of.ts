/** Every FEEL text of a form with the place where it stands and the names it may read. */
import { type FormDocument, type FormField, type FormRule, textIn } from '@tongban/model';
import { walkFields } from './walk-fields.ts';

/** A FEEL text of a form. */
export interface FormExpression {
  readonly text: string;
  /** The id of the field, `rowsId/columnId` of a column, the id of a rule of the form. */
  readonly fieldId: string;
  readonly fieldName: string;
  readonly property: 'visible' | 'required' | 'readOnly' | 'computed' | 'earliest' | 'latest' | 'writableRow' | 'test';
  /** The key of the field of the form it belongs to (of a column: of its rows); absent for a rule of the form. */
  readonly key?: string;
  /** For a column, its key. */
  readonly column?: string;
  /** Names that are in scope beside the other forms of the measure. */
  readonly names: readonly string[];
}

/** What expressions may read beside the fields. */
export const FORM_NAMES: readonly string[] = ['parameters', 'case', 'actor'];

/** The FEEL texts of `document`, in document order, those of its own rules last. */
export function expressionsOf(document: FormDocument): readonly FormExpression[] {
  const places = walkFields(document);
  const fields = [
    ...places
      .filter(({ rows, field }) => rows === undefined && field.kind !== 'section' && field.kind !== 'note')
      .map(({ field }) => field.key),
    ...FORM_NAMES,
  ];
  const inRows = [...fields, 'row'];
  const found = places.flatMap(({ field, accessId, rows }): readonly FormExpression[] => {
    const at = {
      fieldId: accessId,
      fieldName: textIn(field.label),
      key: rows?.key ?? field.key,
      ...(rows === undefined ? {} : { column: field.key }),
    };
    const names = rows === undefined ? fields : inRows;
    const own = textsOf(field).map(([property, text]) => ({ ...at, property, text, names: property === 'writableRow' ? inRows : names }));
    return [
      ...own,
      ...(field.rules ?? []).map((rule) => ({ ...at, property: 'test' as const, text: rule.test, names: [...names, 'value'] })),
    ];
  });
  const rules = (document.rules ?? []).map((rule: FormRule) => ({
    text: rule.test,
    fieldId: rule.id,
    fieldName: textIn(rule.message),
    property: 'test' as const,
    names: fields,
  }));
  return [...found, ...rules];
}

function textsOf(field: FormField): readonly (readonly [FormExpression['property'], string])[] {
  const { visible, required, readOnly, computed } = field;
  const dates = [
    ['earliest', field.kind === 'date' || field.kind === 'dateRange' ? field.earliest : undefined],
    ['latest', field.kind === 'date' || field.kind === 'dateRange' || field.kind === 'materials' ? field.latest : undefined],
  ] as const;
  const rows = field.kind === 'rows' ? ([['writableRow', field.writableRow]] as const) : [];
  const all = [['visible', visible], ['required', required], ['readOnly', readOnly], ['computed', computed], ...dates, ...rows] as const;
  return all.flatMap(([property, text]) => (typeof text === 'string' ? [[property, text] as const] : []));
}

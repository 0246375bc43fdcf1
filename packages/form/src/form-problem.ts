/** A problem of a value, with the field's own label in each language. */
import { type FormField, fillPlaceholders, type JsonObject, type Problem, textIn } from '@tongban/model';
import { type FormErrorCode, raise } from './errors.ts';

/** What is wrong with a value, before it is known where it stands. */
export interface ValueFault {
  readonly code: FormErrorCode;
  readonly details?: JsonObject;
  /** Words of the sentence that differ between the languages. */
  readonly words?: { readonly en: JsonObject; readonly 'zh-CN': JsonObject };
}

/** Whether a value of this fault cannot even be kept as a draft. */
export function isStructural(problem: Problem): boolean {
  return STRUCTURAL.has(problem.code);
}

const STRUCTURAL: ReadonlySet<string> = new Set<FormErrorCode>([
  'FORM_VALUES_INVALID',
  'FORM_NAME_FORBIDDEN',
  'FORM_FIELD_UNKNOWN',
  'FORM_VALUE_TYPE',
  'FORM_ROWS_TOO_MANY',
  'FORM_ROW_ID_INVALID',
]);

/** The problem that `fault` is at `field`, whose value stands at `path`. */
export function problemAt(fault: ValueFault, field: FormField, accessId: string, path: string): Problem {
  const { en, 'zh-CN': zh } = raise.table[fault.code];
  const details = { ...fault.details, path, field: textIn(field.label) };
  return {
    code: fault.code,
    severity: 'error',
    place: { elementId: accessId, elementName: textIn(field.label), property: 'value' },
    details,
    sentences: {
      en: fillPlaceholders(en, { ...details, field: textIn(field.label, 'en'), ...fault.words?.en }),
      'zh-CN': fillPlaceholders(zh, { ...details, ...fault.words?.['zh-CN'] }),
    },
  };
}

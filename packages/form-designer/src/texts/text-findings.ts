/** What could be better about each text of a form: no English, no help where a box does not explain itself, hard to read. */
import type { FieldKind, FormDocument } from '@tongban/model';
import { findField } from '../field-tree.ts';
import type { FormText } from './form-texts.ts';
import { type Hardness, hardnessOf } from './plain-words.ts';

/** A finding at a text. */
export type TextFinding = { readonly kind: 'missingEnglish' } | { readonly kind: 'missingHelp' } | Hardness;

/** Kinds whose box does not say by itself what belongs into it. */
const NEEDS_HELP: ReadonlySet<FieldKind> = new Set(['longText', 'files', 'materials', 'rows', 'opinion', 'checkboxes', 'items']);

/** See the module comment. */
export function textFindings(form: FormDocument, text: FormText): readonly TextFinding[] {
  const { kind, fieldId, value } = text;
  const zh = value?.['zh-CN'] ?? '';
  const field = findField(form, fieldId);
  if (kind === 'help' && zh === '') {
    const needs = field !== undefined && NEEDS_HELP.has(field.field.kind) && field.field.computed === undefined;
    return needs ? [{ kind: 'missingHelp' }] : [];
  }
  const english: readonly TextFinding[] = zh !== '' && (value?.en ?? '') === '' ? [{ kind: 'missingEnglish' }] : [];
  // the wording of a clause is law, not ours to smooth
  const prose = kind === 'help' || kind === 'note' || kind === 'rule' || (kind === 'text' && field?.field.kind === 'note');
  return [...english, ...(prose ? hardnessOf(zh) : [])];
}

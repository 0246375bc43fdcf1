/** Every text of a form that people read, with where it stands; and the form with other texts. */
import { hasValue } from '@tongban/form';
import type { Choice, FormDocument, FormField, FormRule, LocalText } from '@tongban/model';
import { fieldsInside, placedFields, withFieldsInside } from '../field-tree.ts';

/** What the text is to the field, or to the form. */
export type TextKind = 'title' | 'note' | 'label' | 'help' | 'text' | 'choice' | 'material' | 'rule';

/** A text. */
export interface FormText {
  /** Stays while the form changes: the id of the field (empty for the form), the kind, and which of several. */
  readonly id: string;
  /** Empty for the form itself. */
  readonly fieldId: string;
  readonly kind: TextKind;
  /** What people call the field. */
  readonly of: LocalText;
  /** Absent where nothing is written yet. */
  readonly value?: LocalText;
}

/** The texts of `form`, in document order. */
export function formTexts(form: FormDocument): readonly FormText[] {
  const own: FormText[] = [];
  const add = (fieldId: string, kind: TextKind, of: LocalText, value: LocalText | undefined, which = ''): void => {
    own.push({ id: textId(fieldId, kind, which), fieldId, kind, of, ...(value === undefined ? {} : { value }) });
  };
  add('', 'title', form.title, form.title);
  if (form.note !== undefined) add('', 'note', form.title, form.note);
  for (const { field } of placedFields(form)) {
    const { id, label } = field;
    add(id, 'label', label, label);
    if (hasValue(field)) add(id, 'help', label, field.help);
    if (field.kind === 'clause' || field.kind === 'note') add(id, 'text', label, field.text);
    for (const choice of choicesOf(field)) add(id, 'choice', label, choice.label, choice.value);
    if (field.kind === 'materials') for (const material of field.materials ?? []) add(id, 'material', label, material.name, material.id);
    for (const rule of field.rules ?? []) add(id, 'rule', label, rule.message, rule.id);
  }
  for (const rule of form.rules ?? []) add('', 'rule', form.title, rule.message, rule.id);
  return own;
}

/** `form` with the texts of `changes` by their id; `undefined` takes a help away. */
export function withTexts(form: FormDocument, changes: ReadonlyMap<string, LocalText | undefined>): FormDocument {
  const kept = (id: string, before: LocalText): LocalText => changes.get(id) ?? before;
  const rules = (fieldId: string, list: readonly FormRule[]): readonly FormRule[] =>
    list.map((rule) => ({ ...rule, message: kept(textId(fieldId, 'rule', rule.id), rule.message) }));
  const field = (each: FormField): FormField => {
    const { id } = each;
    const { help: before, ...rest } = each;
    const helpId = textId(id, 'help');
    const help = changes.has(helpId) ? changes.get(helpId) : before;
    const own = {
      ...rest,
      label: kept(textId(id, 'label'), each.label),
      ...(help === undefined ? {} : { help }),
      ...(each.kind === 'clause' || each.kind === 'note' ? { text: kept(textId(id, 'text'), each.text) } : {}),
      ...(each.rules === undefined ? {} : { rules: rules(id, each.rules) }),
      ...('choices' in each && each.choices !== undefined
        ? { choices: each.choices.map((choice) => ({ ...choice, label: kept(textId(id, 'choice', choice.value), choice.label) })) }
        : {}),
      ...(each.kind === 'materials' && each.materials !== undefined
        ? { materials: each.materials.map((one) => ({ ...one, name: kept(textId(id, 'material', one.id), one.name) })) }
        : {}),
    } as FormField;
    const inside = fieldsInside(own);
    return inside === undefined ? own : withFieldsInside(own, inside.map(field));
  };
  return {
    ...form,
    title: kept(textId('', 'title'), form.title),
    ...(form.note === undefined ? {} : { note: kept(textId('', 'note'), form.note) }),
    fields: form.fields.map(field),
    ...(form.rules === undefined ? {} : { rules: rules('', form.rules) }),
  };
}

function choicesOf(field: FormField): readonly Choice[] {
  return 'choices' in field ? (field.choices ?? []) : [];
}

function textId(fieldId: string, kind: TextKind, which = ''): string {
  return [fieldId || 'form', kind, which].filter(Boolean).join(' ');
}

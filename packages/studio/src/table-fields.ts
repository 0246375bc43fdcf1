/** What the conditions of a measure's tables can ask: the fields of its forms and its parameters, with their types and choices. */
import { type FormDocument, type FormField, type Json, type Locale, type MeasureManifest, textIn } from '@tongban/model';
import type { TableContext, TableField } from '@tongban/table-designer';

/** Names that every expression of a measure may read. */
const NAMES = ['parameters', 'items', 'item', 'departments', 'lists', 'case', 'project', 'projectCheck', 'actor'];

/** The context of `<tb-table-designer>`. */
export function tableFields(manifest: MeasureManifest, forms: readonly FormDocument[], locale: Locale): TableContext {
  const ofForms = forms.flatMap((form) => form.fields.flatMap((field) => fieldsIn(form, field, locale)));
  const ofParameters = manifest.parameters.map(
    ({ id, name, value, choices = [] }): TableField => ({
      expression: `parameters.${id}`,
      label: textIn(name, locale),
      ...typeOf(value),
      ...(choices.length === 0
        ? {}
        : { choices: choices.map((choice) => ({ value: String(choice.value), label: textIn(choice.label, locale) })) }),
    }),
  );
  return { fields: [...ofForms, ...ofParameters], names: [...NAMES, ...forms.map(({ key }) => key)] };
}

function fieldsIn(form: FormDocument, field: FormField, locale: Locale): TableField[] {
  if (field.kind === 'section') return field.fields.flatMap((inner) => fieldsIn(form, inner, locale));
  const type = TYPES[field.kind];
  if (type === undefined) return [];
  const choices =
    field.kind === 'radio' || field.kind === 'select'
      ? field.choices.map((option) => ({ value: option.value, label: textIn(option.label, locale) }))
      : [];
  return [
    {
      expression: `${form.key}.${field.key}`,
      label: `${textIn(form.title, locale)}：${textIn(field.label, locale)}`,
      type: { name: type },
      ...(choices.length === 0 ? {} : { choices }),
    },
  ];
}

// what holds one value that a condition can compare
const TYPES: Readonly<Partial<Record<FormField['kind'], string>>> = {
  text: 'string',
  longText: 'string',
  phone: 'string',
  uscc: 'string',
  idNumber: 'string',
  projectCode: 'string',
  number: 'number',
  money: 'number',
  date: 'date',
  radio: 'string',
  select: 'string',
};

function typeOf(value: Json): Pick<TableField, 'type'> {
  const name = { string: 'string', number: 'number', boolean: 'boolean' }[typeof value as string];
  return name === undefined ? {} : { type: { name } };
}

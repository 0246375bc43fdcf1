/** The names that an expression of the form may read, with what people call them. */
import { type FeelName, nameOfForm, namesOfFields } from '@tongban/feel-parser';
import type { FormDocument, FormField } from '@tongban/model';
import { designMessages } from './design-messages.ts';
import type { FormDesignContext } from './form-design-context.ts';

/** See the module comment. `rows`: the table in whose rows it stands; `value`: the field whose own rule it is. */
export function feelNames(
  form: FormDocument,
  { forms, manifest }: FormDesignContext,
  at: { readonly rows?: FormField | undefined; readonly value?: FormField | undefined } = {},
): readonly FeelName[] {
  const columns = at.rows?.kind === 'rows' ? namesOfFields(at.rows.columns) : undefined;
  const [own] = at.value === undefined ? [] : namesOfFields([at.value]);
  return [
    ...(own === undefined ? [] : [{ ...own, name: 'value' }]),
    ...(columns === undefined ? [] : [named('row', 'nameRow', columns)]),
    ...namesOfFields(form.fields),
    ...forms.filter(({ id }) => id !== form.id).map(nameOfForm),
    named('parameters', 'nameParameters', (manifest?.parameters ?? []).map(parameterName)),
    named('case', 'nameCase', [named('key', 'nameCaseKey'), named('title', 'nameCaseTitle')]),
    named('actor', 'nameActor', [named('id', 'nameActorId'), named('name', 'nameActorName'), named('department', 'nameActorDepartment')]),
  ];
}

type Word =
  | 'nameRow'
  | 'nameParameters'
  | 'nameCase'
  | 'nameCaseKey'
  | 'nameCaseTitle'
  | 'nameActor'
  | 'nameActorId'
  | 'nameActorName'
  | 'nameActorDepartment';

function named(name: string, word: Word, entries?: readonly FeelName[]): FeelName {
  const label = { 'zh-CN': designMessages.in('zh-CN')(word), en: designMessages.in('en')(word) };
  return { name, label, ...(entries === undefined ? { type: 'string' } : { type: 'context', entries }) };
}

function parameterName({ id, name, value, choices }: NonNullable<FormDesignContext['manifest']>['parameters'][number]): FeelName {
  const type = { string: 'string', number: 'number', boolean: 'boolean' }[typeof value as string] as
    | 'string'
    | 'number'
    | 'boolean'
    | undefined;
  const values = choices?.map((choice) => ({ feel: JSON.stringify(choice.value), label: choice.label }));
  return { name: id, label: name, ...(type === undefined ? {} : { type }), ...(values === undefined ? {} : { values }) };
}

/** A form as names for FEEL. */
import type { FormDocument } from '@tongban/model';
import { expect, test } from 'vitest';
import { nameAt } from './feel-name.ts';
import { nameOfForm } from './names-of-form.ts';

const label = (words: string) => ({ 'zh-CN': words });
const form: FormDocument = {
  formatVersion: 1,
  id: 'F-01',
  key: 'application',
  title: label('申请表'),
  layout: 'stacked',
  fields: [
    { kind: 'note', id: 'n', key: '', label: label(''), text: label('说明') },
    {
      kind: 'section',
      id: 's',
      key: 's',
      label: label('基本情况'),
      fields: [{ kind: 'money', id: 'a', key: 'amount', label: label('总投资') }],
    },
    { kind: 'radio', id: 'k', key: 'kind', label: label('类别'), choices: [{ value: 'A', label: label('备案') }] },
    { kind: 'opinion', id: 'o', key: 'opinion', label: label('部门意见') },
    {
      kind: 'rows',
      id: 'r',
      key: 'plots',
      label: label('地块'),
      columns: [{ kind: 'number', id: 'c', key: 'area', label: label('面积') }],
    },
  ],
};

test('sections are opened, notes give nothing, rows and opinions have entries, choices are values', () => {
  const names = [nameOfForm(form)];
  expect(names[0]?.entries?.map(({ name }) => name)).toEqual(['amount', 'kind', 'opinion', 'plots']);
  expect(nameAt(names, ['application', 'amount'])).toMatchObject({ label: label('总投资'), type: 'number' });
  expect(nameAt(names, ['application', 'kind'])?.values).toEqual([{ feel: '"A"', label: label('备案') }]);
  expect(nameAt(names, ['application', 'opinion', 'choice'])?.values?.map(({ feel }) => feel)).toEqual(['"agree"', '"disagree"']);
  expect(nameAt(names, ['application', 'plots', 'area'])?.type).toBe('number');
});

import type { FormDocument } from '@tongban/model';
import { expect, test } from 'vitest';
import notice from '../../measures/forms/F-07.form.json' with { type: 'json' };
import { beginForm } from './begin-form.ts';
import { placedFields } from './field-tree.ts';
import { compileDesign } from './form-problems.ts';

const name = { id: 'F-40', key: 'second', title: { 'zh-CN': '第二张表' } };

test('a form begins empty, as on paper', () => {
  expect(beginForm(name)).toEqual({ ...name, formatVersion: 1, layout: 'bordered', fields: [] });
});

test('begun with another one it has the same fields and rules under ids of its own', () => {
  const paper = notice as unknown as FormDocument;
  const made = beginForm(name, paper);
  const keys = (form: FormDocument): readonly string[] => placedFields(form).map(({ field }) => field.key);
  expect(keys(made)).toEqual(keys(paper));
  expect(placedFields(made).every(({ field }) => field.id.startsWith('F-40.'))).toBe(true);
  expect(made.rules).toMatchObject([{ id: 'F-40.rule1', test: paper.rules?.[0]?.test, fields: ['deadline'] }]);
  expect(made).toMatchObject({ ...name, layout: 'stacked' });
  expect(compileDesign(made, { forms: [], items: [] }).problems).toEqual([]);
});

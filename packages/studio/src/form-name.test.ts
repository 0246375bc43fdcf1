import type { FormDocument } from '@tongban/model';
import { expect, test } from 'vitest';
import { checkFormId, checkFormKey, freeFormId, freeFormKey } from './form-name.ts';

const forms = ['F-01', 'F-02', 'F-04'].map(
  (id): FormDocument => ({ formatVersion: 1, id, key: `form${id.slice(2)}`, title: { 'zh-CN': id }, layout: 'stacked', fields: [] }),
);

test('a new form gets the first free number, or the one wished for', () => {
  expect(freeFormId(forms)).toBe('F-03');
  expect(freeFormId(forms, 'F-08')).toBe('F-08');
  expect(freeFormId(forms, 'f-04')).toBe('F-03');
  expect(freeFormKey([...forms, { ...forms[0]!, key: 'form' }])).toBe('form2');
  expect(freeFormKey(forms, 'notice')).toBe('notice');
});

test('an id names a file, a key is read by expressions', () => {
  expect(['F-09', 'f-01', '../x', '', '__proto__'].map((id) => checkFormId(forms, id))).toEqual([
    undefined,
    'formIdTaken',
    'formIdShape',
    'formIdShape',
    'formIdShape',
  ]);
  expect(['通知', 'form01', 'a b', 'parameters', 'date', 'constructor'].map((key) => checkFormKey(forms, key))).toEqual([
    undefined,
    'formKeyTaken',
    'formKeyShape',
    'formKeyReserved',
    'formKeyReserved',
    'formKeyShape',
  ]);
});

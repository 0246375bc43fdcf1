import { expect, test } from 'vitest';
import { nameAt } from './feel-name.ts';
import { nameOfSettings } from './names-of-settings.ts';

const setting = (id: string, value: string | number | boolean | null) => ({ id, name: { 'zh-CN': id }, value });

test('settings are read as entries of one name, with their types and choices', () => {
  const channel = { ...setting('channel', 'offline'), choices: [{ value: 'offline', label: { 'zh-CN': '线下' } }] };
  const names = [nameOfSettings([channel, setting('days', 5), setting('isOpen', true), setting('none', null)])];
  expect(nameAt(names, ['parameters', 'channel'])).toMatchObject({
    type: 'string',
    values: [{ feel: '"offline"', label: { 'zh-CN': '线下' } }],
  });
  expect(nameAt(names, ['parameters', 'days'])?.type).toBe('number');
  expect(nameAt(names, ['parameters', 'isOpen'])?.type).toBe('boolean');
  expect(nameAt(names, ['parameters', 'none'])?.type).toBeUndefined();
});

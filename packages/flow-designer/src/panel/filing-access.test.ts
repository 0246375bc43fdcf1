/** 字段权限: what is written is what differs, and it says the same as the form does when it is filled in. */
import type { Filing, FormDocument } from '@tongban/model';
import { expect, test } from 'vitest';
import { type AccessRow, accessOf, accessRows, differs, withAccess, withAccessOfAll } from './filing-access.ts';

const label = { 'zh-CN': '甲' };
const text = (id: string) => ({ kind: 'text', id, key: id, label }) as const;
const form: FormDocument = {
  formatVersion: 1,
  id: 'F',
  key: 'f',
  title: label,
  layout: 'stacked',
  fields: [
    text('a'),
    { kind: 'note', id: 'n', key: 'n', label, text: label },
    { kind: 'section', id: 's', key: 's', label, fields: [text('b'), { kind: 'rows', id: 'r', key: 'r', label, columns: [text('c')] }] },
  ],
};
const rows = accessRows(form);
const row = (ref: string): AccessRow => rows.find((one) => one.ref === ref) as AccessRow;
const filing: Filing = { form: 'F', access: 'read' };
const shown = (one: Filing): string => rows.map((each) => `${each.ref} ${accessOf(one, each).access}`).join(', ');

test('sections and repeating rows are groups, notes are left out', () => {
  expect(rows.map(({ ref, isGroup, above }) => [ref, isGroup, above.length])).toEqual([
    ['a', false, 0],
    ['s', true, 0],
    ['b', false, 1],
    ['r', true, 1],
    ['r/c', false, 2],
  ]);
});

test('a group hands its access down; what says the same is not written', () => {
  const group = withAccess(filing, rows, row('s'), 'write');
  expect(group.fields).toEqual({ s: 'write' });
  expect(shown(group)).toBe('a read, s write, b write, r write, r/c write');
  const one = withAccess(group, rows, row('r/c'), 'read');
  expect(one.fields).toEqual({ s: 'write', 'r/c': 'read' });
  expect(differs(one, row('r/c'))).toBe(true);
  expect(withAccess(one, rows, row('r/c'), 'write')).toEqual(group);
  expect(withAccess(one, rows, row('s'), 'read')).toEqual(filing);
});

test('in a hidden group nothing can be shown', () => {
  const hidden = withAccess(withAccess(filing, rows, row('b'), 'write'), rows, row('s'), 'hidden');
  expect(shown(hidden)).toBe('a read, s hidden, b hidden, r hidden, r/c hidden');
  expect(accessOf(hidden, row('b')).byGroup).toBe(true);
});

test('the whole form takes back what differed', () => {
  expect(withAccessOfAll(withAccess(filing, rows, row('a'), 'write'), 'hidden')).toEqual({ form: 'F', access: 'hidden' });
});

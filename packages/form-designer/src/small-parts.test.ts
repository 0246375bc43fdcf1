import { untranslated } from '@tongban/element-kit';
import { expect, test } from 'vitest';
import { nextVersion } from './clause-version.ts';
import { DATA_DICTIONARY } from './data-dictionary.ts';
import { designMessages } from './design-messages.ts';
import { findField } from './field-tree.ts';
import { allProblems, compileDesign, problemsAt } from './form-problems.ts';
import { layoutCells } from './layout-cells.ts';
import { spotAfter, stepSpot } from './move-steps.ts';
import { PALETTE } from './palette.ts';
import { sameJson } from './same-json.ts';
import { application, formOf, text } from './test-support/forms.ts';

const NOTHING = { forms: [], items: [] };

test('every word is there in both languages', () => {
  expect(untranslated(designMessages)).toEqual([]);
  const named = [...PALETTE, ...PALETTE.flatMap(({ entries }) => entries), ...DATA_DICTIONARY];
  expect(named.filter(({ name }) => !name.en || /\p{Script=Han}/u.test(name.en))).toEqual([]);
});

test('entries of the palette have ids of their own, and their meanings are in the dictionary', () => {
  const entries = PALETTE.flatMap((group) => group.entries);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  const known = new Set(DATA_DICTIONARY.map(({ id }) => id));
  const meanings = entries.map(({ draft }) => draft['meaning']).filter((meaning) => typeof meaning === 'string');
  expect(meanings.filter((meaning) => !known.has(meaning))).toEqual([]);
});

test('a short field that would stand alone is stretched', () => {
  const cells = layoutCells([text('a'), text('b'), text('c'), text('d', { span: 2 }), text('e')]);
  expect(cells.map(({ wide }) => wide)).toEqual([false, false, true, true, true]);
});

test('the next version of a clause', () => {
  expect(['1', '1.9', '2025-1', '2025年版', ' v2 '].map(nextVersion)).toEqual(['2', '1.10', '2025-2', '2025年版.1', 'v3']);
});

test('documents are the same whatever the order of their properties', () => {
  expect(sameJson({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
  expect(sameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(sameJson({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(sameJson([1], { 0: 1 })).toBe(false);
});

test('computed fields in a circle are named, and an empty name is asked for in words', () => {
  const form = formOf(text('甲', { computed: '乙' }), text('乙', { computed: '甲' }));
  const [circle] = compileDesign(form, NOTHING).problems;
  expect(circle?.sentences['zh-CN']).toContain('“甲”、“乙”');
  expect(problemsAt([circle!], '甲', new Set(['甲', '乙']))).toEqual([circle]);
  const nameless = compileDesign(formOf(text('a', { label: { 'zh-CN': '' } })), NOTHING).problems;
  expect(nameless.map(({ sentences }) => sentences['zh-CN'])).toEqual(['请填写“a”的名称。']);
});

test('the problems of others are added once; those of no field stand at the form', () => {
  const form = formOf(text('a', { visible: 'b >' }));
  const own = compileDesign(form, NOTHING).problems;
  const told = { code: 'COMPILE_X', severity: 'error', place: {}, details: {}, sentences: { en: 'x', 'zh-CN': '甲' } } as const;
  expect(allProblems(own, [...own, told])).toEqual([...own, told]);
  expect(problemsAt([told], '', new Set(['a']))).toEqual([told]);
});

test('steps go into sections and out of them, and stop at the edges', () => {
  const section = { kind: 'section', id: 's', key: 's', label: { 'zh-CN': '组' }, fields: [text('inner')] } as const;
  const form = formOf(text('a'), section, text('b'));
  const step = (id: string, direction: 'up' | 'down') => stepSpot(form, findField(form, id), direction);
  expect(step('a', 'up')).toBeUndefined();
  expect(step('a', 'down')).toEqual({ parentId: 's', index: 0 });
  expect(step('b', 'up')).toEqual({ parentId: 's', index: 1 });
  expect(step('inner', 'up')).toEqual({ parentId: undefined, index: 1 });
  expect(step('inner', 'down')).toEqual({ parentId: undefined, index: 2 });
  expect(step('s', 'down')).toEqual({ parentId: undefined, index: 3 });
});

test('a new field goes into the selected section, behind the selected field, or to the end', () => {
  const section = { kind: 'section', id: 's', key: 's', label: { 'zh-CN': '组' }, fields: [] } as const;
  const rows = { kind: 'rows', id: 'r', key: 'r', label: { 'zh-CN': '表' }, columns: [text('c')] } as const;
  const form = formOf(text('a'), section, rows);
  expect(spotAfter(form, '', 'text')).toEqual({ parentId: undefined, index: 3 });
  expect(spotAfter(form, 'a', 'text')).toEqual({ parentId: undefined, index: 1 });
  expect(spotAfter(form, 's', 'text')).toEqual({ parentId: 's', index: 0 });
  expect(spotAfter(form, 'c', 'text')).toEqual({ parentId: 'r', index: 1 });
  expect(spotAfter(form, 'c', 'rows')).toEqual({ parentId: undefined, index: 3 });
  expect(spotAfter(application, 'F-01.site', 'note').index).toBe(5);
});

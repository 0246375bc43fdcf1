import { describe, expect, test } from 'vitest';
import { checkForm } from './check-form.ts';
import { application, codes, field, form } from './forms.fixture.ts';
import { parseFormJson } from './parse-form-json.ts';

describe('checking a form document', () => {
  test('FD1 accepts the application form', () => {
    expect(checkForm(application)).toEqual([]);
  });

  test('FD1 refuses what is no form, and says which property must be what', () => {
    for (const bad of [null, 1, 'x', [], undefined]) expect(codes(checkForm(bad))).toEqual(['FORM_DOCUMENT_INVALID']);
    const problems = checkForm({ ...application, layout: 'round', title: 'x' });
    expect(problems.map(({ place }) => place.property)).toEqual(['title', 'layout']);
    expect(problems[0]?.sentences).toEqual({
      en: '“title” of “F-T” must be a text with "zh-CN".',
      'zh-CN': '“F-T”的“title”应为含“zh-CN”的文字。',
    });
    expect(problems[1]?.sentences['zh-CN']).toBe('“F-T”的“layout”应为stacked / bordered。');
  });

  test('FD2 refuses unknown kinds and warns of unknown properties', () => {
    const problems = checkForm(form([field('text', 'a', { requird: true }), field('poem' as 'text', 'b')]));
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['FORM_PROPERTY_UNKNOWN', 'warning'],
      ['FORM_KIND_UNKNOWN', 'error'],
    ]);
    expect(problems[1]?.place.elementId).toBe('id-b');
  });

  test('FD3 refuses names that JavaScript or FEEL gives a meaning', () => {
    const bad = JSON.parse('{"__proto__": 1}') as object;
    expect(codes(checkForm(form([field('text', '__proto__')])))).toContain('FORM_NAME_FORBIDDEN');
    expect(codes(checkForm(form([field('text', 'a', { id: 'constructor' })])))).toEqual(['FORM_NAME_FORBIDDEN']);
    expect(codes(checkForm({ ...form([]), ...{}, ...Object.fromEntries(Object.entries(bad)) }))).toContain('FORM_NAME_FORBIDDEN');
    expect(codes(checkForm(form([field('text', 'a b')])))).toEqual(['FORM_NAME_FORBIDDEN']);
    expect(codes(checkForm(form([field('text', 'row'), field('text', 'case')])))).toEqual(['FORM_NAME_RESERVED', 'FORM_NAME_RESERVED']);
  });

  test('FD3 warns of keys that hide a function of FEEL', () => {
    expect(checkForm(form([field('number', 'sum')]))).toMatchObject([{ code: 'FORM_NAME_RESERVED', severity: 'warning' }]);
  });

  test('FD4 refuses ids and keys that are used twice; each table has its own keys', () => {
    const twice = form([field('text', 'a'), field('section', 's', { fields: [field('text', 'a')] })]);
    expect(codes(checkForm(twice))).toEqual(['FORM_ID_TWICE', 'FORM_KEY_TWICE']);
    const table = form([field('text', 'name'), field('rows', 'r', { columns: [field('text', 'name', { id: 'c1' })] })]);
    expect(checkForm(table)).toEqual([]);
  });

  test('FD5 refuses more than 2,000 fields, 8 levels, and twice the same choice', () => {
    const many = form(Array.from({ length: 2_001 }, (_, index) => field('text', `f${index}`)));
    expect(codes(checkForm(many))).toEqual(['FORM_TOO_LARGE']);
    let deep = field('text', 'leaf');
    for (let level = 0; level < 9; level++) deep = field('section', `s${level}`, { fields: [deep] });
    expect(codes(checkForm(form([deep])))).toEqual(['FORM_TOO_LARGE']);
    const choice = { value: 'x', label: { 'zh-CN': 'x' } };
    expect(codes(checkForm(form([field('select', 'c', { choices: [choice, choice] })])))).toEqual(['FORM_CHOICE_TWICE']);
  });

  test('FD6 rows hold plain fields only, and their owner is one of them', () => {
    const nested = form([field('rows', 'r', { ownerKey: 'who', columns: [field('rows', 'x', { columns: [] }), field('note', 'n', {})] })]);
    expect(codes(checkForm(nested))).toEqual(['FORM_KIND_NOT_IN_ROWS', 'FORM_KIND_NOT_IN_ROWS', 'FORM_KEY_NOT_FOUND']);
  });

  test('FD7 reads JSON text with limits, and says where it is broken', () => {
    expect(parseFormJson(JSON.stringify(application)).document).toEqual(application);
    expect(codes(parseFormJson('{"a":').problems)).toEqual(['FORM_JSON_INVALID']);
    expect(codes(parseFormJson('['.repeat(100_000)).problems)).toEqual(['FORM_TOO_LARGE']);
    expect(codes(parseFormJson(' '.repeat(2 * 1024 * 1024 + 1)).problems)).toEqual(['FORM_TOO_LARGE']);
  });
});

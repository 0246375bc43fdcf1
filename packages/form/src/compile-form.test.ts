import { describe, expect, test } from 'vitest';
import { compileForm } from './compile-form.ts';
import { expressionsOf } from './expressions-of.ts';
import { application, codes, field, form, parse } from './forms.fixture.ts';

describe('compiling a form', () => {
  test('FD8 parses every expression once and says where a text is wrong', () => {
    expect(Object.keys(compileForm(application, parse).compiled?.expressions ?? {})).toHaveLength(9);
    const { compiled, problems } = compileForm(form([field('number', 'a', { computed: '1 +' })]), parse);
    expect(compiled).toBeUndefined();
    expect(problems[0]?.place).toMatchObject({ elementId: 'id-a', property: 'computed', from: 3 });
  });

  test('FD8 gives each expression its names: fields, then row in rows, then value in rules', () => {
    const rule = { id: 'r', test: 'value > 1', message: { 'zh-CN': 'm' } };
    const table = field('rows', 'r1', {
      writableRow: 'row.b = 1',
      columns: [field('number', 'b', { visible: 'row.b > 1', rules: [rule] })],
    });
    const found = expressionsOf(form([field('text', 'a'), table]));
    expect(found.map(({ fieldId, property, names }) => [fieldId, property, names.slice(2)])).toEqual([
      ['id-r1', 'writableRow', ['parameters', 'case', 'actor', 'row']],
      ['id-r1/id-b', 'visible', ['parameters', 'case', 'actor', 'row']],
      ['id-r1/id-b', 'test', ['parameters', 'case', 'actor', 'row', 'value']],
    ]);
  });

  test('FD9 warns of names that nobody knows', () => {
    const document = form([field('number', 'a', { computed: 'b + other.c + item.d' })]);
    const { compiled, problems } = compileForm(document, parse, ['other', 'item']);
    expect(compiled).toBeDefined();
    expect(problems).toMatchObject([{ code: 'FORM_NAME_UNKNOWN', severity: 'warning', details: { name: 'b' } }]);
  });

  test('FD10 finds circles among computed and visible and names the fields', () => {
    const circle = form([
      field('number', 'a', { computed: 'b + 1' }),
      field('number', 'b', { visible: 'c > 1' }),
      field('number', 'c', { computed: 'a' }),
    ]);
    const { compiled, problems } = compileForm(circle, parse);
    expect(compiled).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'FORM_COMPUTED_CYCLE', place: { elementId: 'id-a' }, details: { fields: '“a”、“b”、“c”' } }]);
  });

  test('FD10 finds a field that reads itself, through its section, through its rows, and between columns', () => {
    const cases = [
      [field('number', 'a', { visible: 'a > 1' })],
      [field('section', 's', { visible: 'a > 1', fields: [field('number', 'a')] })],
      [field('number', 't', { computed: 'sum(r.x)' }), field('rows', 'r', { columns: [field('number', 'x', { computed: 't' })] })],
      [field('rows', 'r', { columns: [field('number', 'x', { computed: 'row.y' }), field('number', 'y', { computed: 'row.x' })] })],
    ];
    for (const fields of cases) expect(codes(compileForm(form(fields), parse).problems)).toEqual(['FORM_COMPUTED_CYCLE']);
  });

  test('FD10 lets two fields require each other: that changes no value', () => {
    const document = form([field('phone', 'a', { required: 'b = null' }), field('phone', 'b', { required: 'a = null' })]);
    expect(compileForm(document, parse).problems).toEqual([]);
  });
});

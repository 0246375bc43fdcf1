/** The page and the headless form are twins: whatever the document and the values, both give the same verdicts. */

import { parseFeel } from '@tongban/feel-parser';
import { compileForm, type FormContext, openForm } from '@tongban/form';
import type { CompiledForm, FormDocument, Json } from '@tongban/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FilingModel } from './filing-model.ts';
import { anyForm, anyValues } from './test-support/any-form.ts';

const context: FormContext = {
  mode: 'submit',
  env: { now: Date.UTC(2026, 10, 22, 1), offsetMinutes: 480 },
  lookup: (name) => (name === 'parameters' ? { on: true } : undefined),
  actor: { id: 'u', name: '马', tenant: 't', roles: [], department: 'land' },
  access: { default: 'write' },
};

test('documents and values of any shape: typed in one by one, or handed in at once, the verdicts are those of the headless form', () => {
  fc.assert(
    fc.property(anyForm, anyValues, fc.boolean(), (document, values, typed) => {
      const compiled = compile(document);
      const model = new FilingModel(compiled, typed ? {} : known(document, values), context);
      if (typed) for (const [key, value] of Object.entries(known(document, values))) model.set(key, value);
      const raw = Object.fromEntries(document.fields.flatMap(keysOf).map((key): [string, Json] => [key, model.session.get(key)]));
      const headless = openForm(compiled).validate(raw, context);
      expect(model.problems()).toEqual(headless.problems);
      expect(model.session.verdict().values).toEqual(openForm(compiled).verdict(raw, context).values);
    }),
    { seed: 20_261_122, numRuns: 150, endOnFailure: true },
  );
});

test('what the page would send, the headless form takes over and judges the same', () => {
  fc.assert(
    fc.property(anyForm, anyValues, (document, values) => {
      // rows that only some may write are not added to by anybody
      fc.pre(document.fields.every((field) => field.kind !== 'rows' || field.writableRow === undefined));
      const compiled = compile(document);
      const model = new FilingModel(compiled, known(document, values), context);
      const sent = model.session.values();
      const patched = openForm(compiled).applyPatch({}, sent, { ...context, mode: 'draft' });
      expect(patched.problems).toEqual([]);
      expect(openForm(compiled).validate(patched.values, context).ok).toBe(
        new FilingModel(compiled, patched.values, context).problems().length === 0,
      );
    }),
    { seed: 20_261_123, numRuns: 100, endOnFailure: true },
  );
});

test('many rows, and names that mean something to JavaScript: the page takes what the headless form takes, and no more', () => {
  const label = { 'zh-CN': 'x' };
  const compiled = compile({
    formatVersion: 1,
    id: 'F-X',
    key: 'any',
    title: label,
    layout: 'stacked',
    fields: [
      {
        kind: 'rows',
        id: 'list',
        key: 'list',
        label,
        columns: [
          { kind: 'number', id: 'n', key: 'n', label, required: true },
          { kind: 'number', id: 'd', key: 'd', label, computed: 'row.n * 2' },
        ],
      },
      { kind: 'number', id: 'all', key: 'all', label, computed: 'sum(list.d)' },
    ],
  });
  const rows = (count: number): Json => Array.from({ length: count }, (_, at) => ({ rowId: `r${at}`, n: at }));
  const model = new FilingModel(compiled, { list: rows(60) }, context);
  expect(model.problems()).toEqual([]);
  expect(model.session.get('all')).toBe(3_540);
  expect(openForm(compiled).validate(model.session.values(), context)).toMatchObject({ ok: true, problems: [] });
  const many = openForm(compiled).validate({ list: rows(10_000) }, context);
  expect([many.problems, many.values['all']]).toEqual([[], 99_990_000]);
  const hostile = JSON.parse(
    '{"list":[{"rowId":"r1","n":1,"__proto__":{"polluted":1},"constructor":2}],"__proto__":{"polluted":1}}',
  ) as Record<string, Json>;
  const page = new FilingModel(compiled, hostile, context);
  expect(page.problems()).toEqual(openForm(compiled).validate({ list: hostile['list'] as Json }, context).problems);
  expect(JSON.stringify(page.session.values())).not.toMatch(/polluted|constructor/);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

function compile(document: FormDocument): CompiledForm {
  const { compiled, problems } = compileForm(document, (text, names) => parseFeel(text, { names }));
  if (compiled === undefined) throw new Error(problems.map(({ sentences }) => sentences.en).join('\n'));
  return compiled;
}

/** The values of fields that the form has, in the columns it has. */
function known(document: FormDocument, values: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  const keys = new Set(document.fields.flatMap(keysOf));
  return Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key)));
}

function keysOf(field: FormDocument['fields'][number]): readonly string[] {
  if (field.kind === 'section') return field.fields.flatMap(keysOf);
  return [field.key];
}

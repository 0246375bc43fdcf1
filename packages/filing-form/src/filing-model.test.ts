/** Opening, filling and judging a table with many rows: the work grows with the rows, not with their square. */
import { parseFeel } from '@tongban/feel-parser';
import { compileForm, type FormContext } from '@tongban/form';
import type { CompiledForm, Json } from '@tongban/model';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FilingModel } from './filing-model.ts';

const label = { 'zh-CN': 'x' };
const context: FormContext = {
  mode: 'submit',
  env: { now: Date.UTC(2026, 10, 22, 1), offsetMinutes: 480 },
  lookup: () => undefined,
  access: { default: 'write' },
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a table with four times the rows costs about four times the work', () => {
  test('when it is opened', () => {
    expectLinear((count) => work(() => opened(count)));
  });

  test('when all its rows are put in at once', () => {
    expectLinear((count) => {
      const model = opened(0);
      return work(() => model.set('list', rows(count)), model);
    });
  });

  test('when another field changes what is asked of every row', () => {
    expectLinear((count) => {
      const model = opened(count);
      const cost = work(() => model.set('strict', 'yes'), model);
      expect(model.problems()).toHaveLength(count);
      return cost;
    });
  });
});

test('a row that was moved, and one after another that was removed, keep their fields', () => {
  const model = opened(3);
  const cell = model.cell(model.rows('list')[2]!, 1);
  model.moveRow('list', 'r3', 0);
  expect(model.pathOf(cell)).toBe('list[0].text');
  model.set('list[0].text', 'first');
  expect(model.dataOf(cell).value).toBe('first');
  model.removeRow('list', 'r1');
  expect(model.rows('list').map(({ rowId }) => rowId)).toEqual(['r3', 'r2']);
  expect(model.cell(model.rows('list')[0]!, 1)).toBe(cell);
});

test('what is missing in a row is shown beside it when everything is judged', async () => {
  const model = opened(2);
  model.set('strict', 'yes');
  model.validate();
  const cell = model.cell(model.rows('list')[1]!, 0);
  await expect.poll(() => model.shownProblems(cell)).toHaveLength(1);
});

function expectLinear(costOf: (count: number) => number): void {
  costOf(5); // what is made once for all
  const cost = costOf(40);
  expect(cost).toBeGreaterThan(40);
  expect(costOf(160) / cost).toBeLessThan(4.8);
}

/** How many entries are gone through and looked for, by us and by Formily, while `run` runs, and how many verdicts are asked for. */
function work(run: () => unknown, model?: FilingModel): number {
  let steps = 0;
  const { indexOf, includes } = Array.prototype;
  const { forEach } = Map.prototype;
  vi.spyOn(Array.prototype, 'indexOf').mockImplementation(function (this: unknown[], ...args) {
    steps += this.length;
    return indexOf.apply(this, args);
  });
  vi.spyOn(Array.prototype, 'includes').mockImplementation(function (this: unknown[], ...args) {
    steps += this.length;
    return includes.apply(this, args);
  });
  vi.spyOn(Map.prototype, 'forEach').mockImplementation(function (this: Map<unknown, unknown>, ...args) {
    steps += this.size;
    forEach.apply(this, args);
  });
  const asked = model === undefined ? undefined : vi.spyOn(model.session, 'get');
  run();
  for (const { value } of asked?.mock.results ?? []) steps += Array.isArray(value) ? value.length : 1;
  vi.restoreAllMocks();
  return steps;
}

function rows(count: number): Json {
  return Array.from({ length: count }, (_, at) => ({ rowId: `r${at + 1}`, text: `${at}` }));
}

function opened(count: number): FilingModel {
  return new FilingModel(table(), { list: rows(count) }, context);
}

function table(): CompiledForm {
  const { compiled } = compileForm(
    {
      formatVersion: 1,
      id: 'F-X',
      key: 'any',
      title: label,
      layout: 'stacked',
      fields: [
        { kind: 'text', id: 'strict', key: 'strict', label },
        {
          kind: 'rows',
          id: 'list',
          key: 'list',
          label,
          columns: [
            { kind: 'number', id: 'n', key: 'n', label, required: 'strict = "yes"' },
            { kind: 'text', id: 'text', key: 'text', label },
          ],
        },
      ],
    },
    (text, names) => parseFeel(text, { names }),
  );
  return compiled!;
}

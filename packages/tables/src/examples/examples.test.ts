import type { DecisionModel } from '@tongban/model';
import { expect, test } from 'vitest';
import { boundaryExamples, runExamples } from '../index.ts';
import { table } from '../test-support/tables.ts';

const environment = { now: 0, offsetMinutes: 480 };
const grades = table(
  'U',
  [
    { text: 'company.score', type: 'number' },
    { text: 'kind', type: 'string', allowed: '"new", "old"' },
  ],
  [
    ['(90..100]', '-', '"A"'],
    ['(80..90]', '"old"', '"A-"'],
  ],
);
const model: DecisionModel = {
  id: 'm',
  name: 'm',
  types: [],
  inputs: [],
  functions: [],
  decisions: [{ id: 'd', name: 'd', variable: { name: 'd' }, requires: [], requiresInputs: [], requiresFunctions: [], logic: grades }],
};

test('TX1 boundary examples stand on and on both sides of every end, with what the table gives', () => {
  const examples = boundaryExamples(model, 'd', { environment });
  const scores = new Set(examples.map(({ inputs }) => JSON.stringify((inputs['company'] as { score: unknown }).score)));
  expect([...scores].sort()).toEqual(['101', '100', '91', '90', '81', '80'].sort());
  expect(examples.find(({ inputs }) => JSON.stringify(inputs) === '{"company":{"score":90},"kind":"old"}')).toMatchObject({
    expected: 'A-',
    rules: ['r2'],
  });
  expect(examples.find(({ inputs }) => JSON.stringify(inputs) === '{"company":{"score":81},"kind":"new"}')).toMatchObject({
    expected: null,
    rules: [],
  });
  expect(runExamples(model, { formatVersion: 1, decision: 'd', examples }, environment).every(({ passed }) => passed)).toBe(true);
  expect(boundaryExamples(model, 'd', { environment, limit: 3 })).toHaveLength(3);
});

test('TX2 an example that no longer holds says what comes out', () => {
  const file = {
    formatVersion: 1,
    decision: 'd',
    examples: [{ name: 'x', inputs: { company: { score: 95 } }, expected: 'B', rules: ['r2'] }],
  } as const;
  expect(runExamples(model, file, environment)).toMatchObject([{ passed: false, actual: 'A', rules: ['r1'] }]);
  const [rules] = runExamples(
    model,
    { ...file, examples: [{ name: 'x', inputs: { company: { score: 95 } }, expected: 'A', rules: [] }] },
    environment,
  );
  expect(rules?.passed).toBe(false);
});

import type { Decision, DecisionTable } from '@tongban/model';
import { expect, test } from 'vitest';
import { resultOfDecision } from './result-of-decision.ts';

const table = (change: Partial<DecisionTable>): Decision => ({
  id: 'd',
  name: 'd',
  variable: { name: 'd' },
  requires: [],
  requiresInputs: [],
  requiresFunctions: [],
  logic: {
    kind: 'table',
    hitPolicy: 'U',
    inputs: [],
    outputs: [{ id: 'o1', name: 'allowed', label: '可以办理', labels: { en: 'allowed' }, type: { name: 'boolean' } }],
    annotations: [],
    rules: [],
    ...change,
  },
});
const two = [
  { id: 'o1', name: 'allowed', label: '可以办理', type: { name: 'boolean' } },
  { id: 'o2', name: 'reason' },
];

test('a table with one output gives its value, with several a context of them', () => {
  expect(resultOfDecision(table({}))).toEqual({ type: 'boolean' });
  expect(resultOfDecision(table({ outputs: two }))).toEqual({
    type: 'context',
    entries: [
      { name: 'allowed', label: { 'zh-CN': '可以办理', en: '可以办理' }, type: 'boolean' },
      { name: 'reason', label: { 'zh-CN': 'reason', en: 'reason' } },
    ],
  });
});

test('rows that all give theirs make a list; what is counted is a number', () => {
  expect(resultOfDecision(table({ hitPolicy: 'C' }))).toEqual({ type: 'list' });
  expect(resultOfDecision(table({ hitPolicy: 'R', outputs: two })).entries).toHaveLength(2);
  expect(resultOfDecision(table({ hitPolicy: 'C', aggregation: 'COUNT' }))).toEqual({ type: 'number' });
  expect(resultOfDecision(table({ hitPolicy: 'C', aggregation: 'SUM', outputs: [{ id: 'o', type: { name: 'number' } }] }))).toEqual({
    type: 'number',
  });
});

test('of another box, the type that its variable says', () => {
  const { logic: _, ...rest } = table({});
  expect(resultOfDecision({ ...rest, variable: { name: 'd', type: { name: 'number' } } })).toEqual({ type: 'number' });
  expect(resultOfDecision({ ...rest, variable: { name: 'd', type: { name: 'Any' } } })).toEqual({});
});

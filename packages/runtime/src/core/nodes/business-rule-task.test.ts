import type { DecisionModel } from '@tongban/model';
import { expect, test } from 'vitest';
import { compare, literal, read } from '../../testing/builders/expressions.ts';
import { runFlow } from '../../testing/builders/running-case.ts';

const model: DecisionModel = {
  id: 'tables',
  name: 'tables',
  types: [],
  inputs: [],
  functions: [],
  decisions: [
    {
      id: 'DT-16',
      name: 'DT-16',
      variable: { name: 'reapply' },
      requires: [],
      requiresInputs: [],
      requiresFunctions: [],
      logic: {
        kind: 'table',
        hitPolicy: 'U',
        inputs: [{ id: 'i1', expression: read('conversion.areaChanged') }],
        outputs: [{ id: 'o1', name: 'reapply' }],
        annotations: [],
        rules: [true, false].map((value) => ({
          id: value ? 'r1' : 'r2',
          inputEntries: [
            { text: String(value), tree: { kind: 'tests', at: [0, 0], negated: false, tests: [literal(value).tree] }, reads: [] },
          ],
          outputEntries: [literal(value)],
          annotations: [],
        })),
      },
    },
  ],
};
const nodes = { decide: { rule: { decision: 'DT-16', result: 'reapply' } } };
const options = { nodes, decisions: { 'DT-16': model }, formKeys: ['conversion'] };

test('BR1 makes the decision at once, and keeps inputs, result and the rules that matched', () => {
  const running = runFlow('start > rule:decide > exclusive:again > redo > end1 ; again > go > end2', {
    ...options,
    conditions: { 'again>redo': compare('reapply', '=', true) },
    defaults: { again: 'go' },
    data: { conversion: { areaChanged: true } },
  });
  expect(running.tasks).toEqual(['redo']);
  expect(running.events).toContainEqual(
    expect.objectContaining({
      kind: 'decisionMade',
      decision: 'DT-16',
      inputs: { conversion: { areaChanged: true } },
      result: true,
      rules: ['r1'],
    }),
  );
});

test('BR2 an unknown decision is refused before the flow runs', () => {
  expect(() => runFlow('start > rule:decide > end', { nodes })).toThrow(/DT-16/);
});

test('BR3 reads the reference lists of the release as they held on the day the case started, and keeps no copy of them', () => {
  const rows = [
    { cells: { code: 'old' }, validTo: '2000-01-01' },
    { cells: { code: 'now' }, validFrom: '2000-01-01' },
    { cells: { code: 'later' }, validFrom: '2999-01-01' },
  ];
  const [decision] = model.decisions;
  const logic = { kind: 'literal', expression: read('lists.industries.code') } as const;
  const lists = { id: 'lists', name: 'lists', variable: { name: 'codes' }, requires: [], requiresInputs: [], requiresFunctions: [], logic };
  const running = runFlow('start > rule:decide > do > end', {
    nodes: { decide: { rule: { decision: 'lists', result: 'codes' } } },
    decisions: { lists: { ...model, decisions: [decision, lists] as DecisionModel['decisions'] } },
    lists: { industries: rows },
  });
  expect(running.events).toContainEqual(expect.objectContaining({ kind: 'decisionMade', inputs: {}, result: ['now'] }));
});

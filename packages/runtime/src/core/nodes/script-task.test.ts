import { expect, test } from 'vitest';
import { literal, plus } from '../../testing/builders/expressions.ts';
import { runFlow } from '../../testing/builders/running-case.ts';

test('SC1 sets the variable named by result', () => {
  const running = runFlow('start > script:add > review > end', {
    nodes: { add: { script: { expression: plus('n', 1), result: 'n' } } },
    variables: { n: 1 },
  });
  expect(running.state.variables['n']).toBe(2);
});

test('SC2 replaces the values of the form whose key is named, and refuses what is no context', () => {
  const running = runFlow('start > script:fill > review > end', {
    nodes: { fill: { script: { expression: literal({ rows: [] }), result: 'F04' } } },
    formKeys: ['F04'],
    data: { F04: { old: 1 } },
  });
  expect(running.state.data['F04']).toEqual({ version: 2, values: { rows: [] } });
  const wrong = runFlow('start > script:fill > end', {
    nodes: { fill: { script: { expression: literal(3), result: 'F04' } } },
    formKeys: ['F04'],
  });
  expect(wrong.incidents).toEqual(['RUNTIME_FORM_VALUE_INVALID@fill']);
});

test('PT1 abstract and manual tasks pass at once', () => {
  expect(runFlow('start > task:think > manual:carry > end').ended).toBe('completed');
});

test('AS1 assigns are done in order, before and after the activity', () => {
  const assigns = [
    { variable: 'a', value: literal(1), at: 'start' },
    { variable: 'b', value: plus('a', 1), at: 'start' },
    { variable: 'c', value: plus('b', 1), at: 'end' },
  ] as const;
  const running = runFlow('start > review > end', { nodes: { review: { assigns } } });
  expect(running.state.variables).toEqual({ a: 1, b: 2 });
  expect(running.complete('review').state.variables).toEqual({ a: 1, b: 2, c: 3 });
});

test('AS1 assigns are done as an event came: at a start, on a boundary', () => {
  const assigns = [{ variable: 'a', value: literal(1), at: 'end' }] as const;
  expect(runFlow('start > review > end', { nodes: { start: { assigns } } }).state.variables).toEqual({ a: 1 });
  const running = runFlow('start > review > end ; late > look > end2', {
    boundary: { late: { on: 'review', event: { kind: 'message', name: 'm' } } },
    nodes: { late: { assigns } },
  });
  expect(running.message('late').tasks).toEqual(['look']);
  expect(running.state.variables).toEqual({ a: 1 });
});

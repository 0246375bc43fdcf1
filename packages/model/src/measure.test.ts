import { expect, test } from 'vitest';
import { partPaths } from './measure.ts';

test('all parts of a measure, each once, in the order of reading', () => {
  const needed = {
    flow: 'flow.bpmn',
    forms: ['f.json'],
    tables: ['t.dmn'],
    documents: ['d.json'],
    calendar: 'c.json',
    scenarios: ['s.json'],
  };
  expect(partPaths(needed)).toEqual(['flow.bpmn', 'f.json', 't.dmn', 'd.json', 'c.json', 's.json']);
  const all = { ...needed, examples: ['t.examples.json'], items: 'items.csv', lists: ['l.csv'] };
  expect(partPaths(all)).toEqual(['flow.bpmn', 'f.json', 't.dmn', 't.examples.json', 'd.json', 'items.csv', 'l.csv', 'c.json', 's.json']);
});

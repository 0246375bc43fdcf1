import { expect, test } from 'vitest';
import { layOutRelations, wayOf } from './relation-layout.ts';

const reads = (from: string, to: string) => ({ from, to, kind: 'visible' }) as const;

test('what is read stands left of what reads it; a circle ends; no two fields stand on one another', () => {
  const { nodes } = layOutRelations(
    [reads('a', 'b'), reads('b', 'c'), reads('a', 'c'), reads('d', 'e'), reads('e', 'd')],
    ['e', 'd', 'c', 'b', 'a', 'alone'],
  );
  const column = Object.fromEntries(nodes.map((node) => [node.id, node.column]));
  expect([column['a'], column['b'], column['c']]).toEqual([0, 1, 2]);
  expect(column['alone']).toBeUndefined();
  expect(column['d']).not.toBe(column['e']);
  expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
});

test('a line over several columns has a place of its own in each, where no field stands', () => {
  const { nodes, ways } = layOutRelations([reads('a', 'b'), reads('b', 'c'), reads('a', 'c')], ['a', 'b', 'c']);
  const [stop] = ways.get(wayOf('a', 'c')) ?? [];
  expect(stop?.column).toBe(1);
  expect(nodes.filter(({ x, y }) => x === stop?.x && y === stop?.y)).toEqual([]);
  expect(ways.get(wayOf('a', 'b'))).toEqual([]);
});

test('a chain of a thousand fields is laid out', () => {
  const ids = Array.from({ length: 1000 }, (_, at) => `f${at}`);
  const relations = ids.slice(1).map((id, at) => reads(ids[at]!, id));
  expect(layOutRelations(relations, ids).nodes.at(-1)?.column).toBe(999);
});

import { expect, test } from 'vitest';
import { LEAVE, NO_FLOW, WorkList } from './work-list.ts';

function taken(list: WorkList): readonly (readonly number[])[] {
  const all: (readonly number[])[] = [];
  for (let work = list.take(); work !== undefined; work = list.take()) all.push([work.node, work.scope, work.flow]);
  return all;
}

test('gives the pieces in the order in which they came, also those added in between', () => {
  const list = new WorkList();
  list.add(1, 0, NO_FLOW);
  list.add(2, 0, 7);
  expect(list.take()).toMatchObject({ node: 1, scope: 0, flow: NO_FLOW });
  list.add(3, 4, LEAVE);
  expect(taken(list)).toEqual([
    [2, 0, 7],
    [3, 4, LEAVE],
  ]);
  list.add(5, 0, 1);
  expect(taken(list)).toEqual([[5, 0, 1]]);
});

test('gives up what came behind a piece, be it all', () => {
  const list = new WorkList();
  const { last: none } = list;
  list.add(1, 0, 1);
  list.cutAfter(none);
  expect(taken(list)).toEqual([]);
  list.add(2, 0, 1);
  const { last } = list;
  list.add(3, 0, 1);
  list.add(4, 0, 1);
  list.cutAfter(last);
  list.add(5, 0, 1);
  expect(taken(list).map(([node]) => node)).toEqual([2, 5]);
});

test('keeps what is not in a scope instance that goes', () => {
  const list = new WorkList();
  for (const [node, scope] of [
    [1, 0],
    [2, 8],
    [3, 9],
    [4, 8],
  ] as const)
    list.add(node, scope, NO_FLOW);
  expect(taken(list.without((scope) => scope === 8)).map(([node]) => node)).toEqual([1, 3]);
});

import { expect, test } from 'vitest';
import { LEAVE, NO_FLOW, WorkList } from './work-list.ts';

function take({ node, scope, flow }: WorkList): readonly number[] {
  return [node, scope, flow];
}

function taken(list: WorkList): readonly (readonly number[])[] {
  const all: (readonly number[])[] = [];
  for (; list.length > 0; list.takeFirst()) all.push(take(list));
  return all;
}

test('gives the pieces in the order in which they came, also those added in between', () => {
  const list = new WorkList();
  list.add(1, 0, NO_FLOW);
  list.add(2, 0, 7);
  expect(take(list)).toEqual([1, 0, NO_FLOW]);
  list.takeFirst();
  list.add(3, 4, LEAVE);
  expect(taken(list)).toEqual([
    [2, 0, 7],
    [3, 4, LEAVE],
  ]);
  list.add(5, 0, 1);
  list.add(6, 0, 1);
  expect(taken(list)).toEqual([
    [5, 0, 1],
    [6, 0, 1],
  ]);
});

test.each([0, 1, 2, 3])('gives up what was put behind %i pieces', (kept) => {
  const list = new WorkList();
  const ids = [1, 2, 3, 4, 5];
  for (const id of ids.slice(0, kept)) list.add(id, 0, 1);
  const { length, last } = list;
  for (const id of ids.slice(kept)) list.add(id, 0, 1);
  list.cutTo(length, last);
  list.add(6, 0, 1);
  list.add(7, 0, 1);
  expect(taken(list).map(([node]) => node)).toEqual([...ids.slice(0, kept), 6, 7]);
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
  expect(list.without(() => true).length).toBe(0);
});

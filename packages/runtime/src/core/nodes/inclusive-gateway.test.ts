import { expect, test } from 'vitest';
import { literal, read } from '../../testing/builders/expressions.ts';
import { runFlow } from '../../testing/builders/running-case.ts';

const text = 'start > inclusive:split > a > inclusive:join > after > end ; split > b > join ; split > c > join';
const conditions = { 'split>a': read('a'), 'split>b': read('b') };
const options = { conditions, defaults: { split: 'c' } };

test('IG1 takes every outgoing flow whose condition holds, and waits for exactly those', () => {
  const running = runFlow(text, { ...options, variables: { a: true, b: true } });
  expect(running.tasks).toEqual(['a', 'b']);
  expect(running.complete('b').tasks).toEqual(['a']);
  expect(running.complete('a').tasks).toEqual(['after']);
});

test('IG2 takes the default flow alone when no condition holds, and none is an incident', () => {
  expect(runFlow(text, options).tasks).toEqual(['c']);
  expect(runFlow(text, { conditions: { ...conditions, 'split>c': read('c') } }).incidents).toEqual(['RUNTIME_NO_FLOW_TAKEN@split']);
});

test('IG3 does not wait for a token that cannot come any more', () => {
  const running = runFlow('start > inclusive:split > a > inclusive:join > after > end1 ; split > b > exclusive:way > join ; way > end2', {
    conditions: { 'split>a': read('a'), 'split>b': read('b'), 'way>join': read('back') },
    defaults: { way: 'end2' },
    variables: { a: true, b: true, back: false },
  });
  running.complete('a');
  expect(running.tasks).toEqual(['b']);
  running.complete('b');
  expect(running.tasks).toEqual(['after']);
});

test('IG4 joins correctly inside a loop: a token that has to pass the gateway first is not waited for', () => {
  const running = runFlow('start > inclusive:join > work > inclusive:again > end ; again > more > join', {
    conditions: { 'again>end': read('stop'), 'again>more': read('go') },
    variables: { stop: false, go: true },
  });
  running.complete('work').complete('more');
  expect(running.tasks).toEqual(['work']);
  running.complete('work', { variables: { stop: true, go: false } });
  expect(running.ended).toBe('completed');
});

test('IG5 two joins that follow each other fire one after the other', () => {
  const running = runFlow(
    'start > parallel:split > a > inclusive:first > inclusive:second > after > end ; split > b > first ; split > c > second',
  );
  running.complete('a').complete('c');
  expect(running.tasks).toEqual(['b']);
  running.complete('b');
  expect(running.tasks).toEqual(['after']);
  expect(running.times('second')).toBe(2);
});

test('IG6 joins that wait for nothing but each other go on, the older token first', () => {
  const running = runFlow(
    'start > parallel:split > a > inclusive:one > exclusive:out1 > x > end1 ; split > b > inclusive:two > exclusive:out2 > y > end2 ; out1 > two ; out2 > one',
    { conditions: { 'out1>x': read('over'), 'out2>y': literal(true) }, defaults: { out1: 'two', out2: 'one' }, variables: { over: true } },
  );
  expect(running.complete('b').tasks).toEqual(['a']);
  expect(running.complete('a').tasks).toEqual(['y', 'x']);
});

import { expect, test } from 'vitest';
import { runFlow } from '../../testing/builders/running-case.ts';

const branches = 'start > parallel:split > a > parallel:join > after > end ; split > b > join ; split > c > join';

test('PG1 puts a token on every outgoing flow and waits for one by every incoming flow', () => {
  const running = runFlow(branches);
  expect(running.tasks).toEqual(['a', 'b', 'c']);
  running.complete('c').complete('a');
  expect(running.tasks).toEqual(['b']);
  running.complete('b');
  expect(running.tasks).toEqual(['after']);
  expect(running.complete('after').ended).toBe('completed');
});

test('PG2 keeps a second token by the same flow for the next round', () => {
  const running = runFlow(
    'start > parallel:fork > a > exclusive:merge > parallel:join > after > end1 ; fork > b > merge ; fork > c > join',
  );
  running.complete('a').complete('b').complete('c');
  expect(running.tasks).toEqual(['after']);
  expect(running.state.tokens.filter(({ flow }) => flow !== undefined)).toHaveLength(1);
});

test('PG3 joins in a loop round after round', () => {
  const running = runFlow(
    'start > exclusive:again > parallel:split > a > parallel:join > check > exclusive:ok > end ; split > b > join ; ok > again',
    {
      conditions: { 'ok>end': { text: 'done', tree: { kind: 'name', at: [0, 4], name: 'done' }, reads: ['done'] } },
      defaults: { ok: 'again' },
    },
  );
  running
    .complete('a')
    .complete('b')
    .complete('check', { variables: { done: false } });
  expect(running.tasks).toEqual(['a', 'b']);
  running
    .complete('b')
    .complete('a')
    .complete('check', { variables: { done: true } });
  expect(running.ended).toBe('completed');
});

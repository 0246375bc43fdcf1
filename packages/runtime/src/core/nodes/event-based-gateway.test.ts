import { expect, test } from 'vitest';
import { literal } from '../../testing/builders/expressions.ts';
import { MONDAY, runFlow } from '../../testing/builders/running-case.ts';

const text = 'start > events:wait > catch:land > convert > end1 ; wait > catch:year > end2';
const nodes = {
  land: { events: [{ kind: 'message', name: 'land' }] },
  year: { events: [{ kind: 'timer', timer: 'duration', value: literal('P1Y') }] },
  end2: { ending: 'expired' },
} as const;

test('EG1 goes on from whichever event comes first, and gives up the others', () => {
  const running = runFlow(text, { nodes }).message('land');
  expect(running.tasks).toEqual(['convert']);
  expect(running.state.timers).toBeUndefined();
  expect(running.effects.map(({ kind }) => kind)).toContain('closeTimer');
});

test('EG2 a timer may win as well', () => {
  const running = runFlow(text, { nodes }).fire('year');
  expect(running.now).toBe(MONDAY + 365 * 86_400_000);
  expect(running.ended).toBe('expired');
  expect(running.state.subscriptions).toBeUndefined();
});

test('EG3 is refused when something after it does not wait', () => {
  expect(() => runFlow('start > events:wait > review > end')).toThrow(/"notWaiting","by":"review"/);
});

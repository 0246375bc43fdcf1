import { expect, test } from 'vitest';
import { literal, read } from '../../testing/builders/expressions.ts';
import { MONDAY, runFlow } from '../../testing/builders/running-case.ts';

const HOUR = 3_600_000;
const text = 'start > catch:wait > review > end';

test('TM1 waits until a date, or for a duration', () => {
  const value = literal('2026-03-03T08:30:00');
  const date = runFlow(text, { nodes: { wait: { events: [{ kind: 'timer', timer: 'date', value }] } } });
  expect(date.state.timers?.[0]?.dueAt).toBe(MONDAY + 23.5 * HOUR);
  expect(date.fire('wait').tasks).toEqual(['review']);
  const duration = runFlow(text, { nodes: { wait: { events: [{ kind: 'timer', timer: 'duration', value: literal('P1M') }] } } });
  expect(duration.state.timers?.[0]?.dueAt).toBe(MONDAY + 31 * 24 * HOUR);
});

test('TM2 a value that is no time is an incident', () => {
  const running = runFlow(text, { nodes: { wait: { events: [{ kind: 'timer', timer: 'duration', value: literal('3 days') }] } } });
  expect(running.incidents).toEqual(['RUNTIME_TIMER_VALUE_INVALID@wait']);
});

test('TM3 a cycle fires as often as it says, each time a period later', () => {
  const event = { kind: 'timer', timer: 'cycle', value: literal('R2/PT1H') } as const;
  const running = runFlow('start > review > end1 ; urge > remind > end2', {
    boundary: { urge: { on: 'review', event, interrupting: false } },
  });
  running.fire('urge').fire('urge');
  expect(running.now).toBe(MONDAY + 2 * HOUR);
  expect(running.times('remind')).toBe(2);
  expect(running.state.timers).toBeUndefined();
});

test('TM3 a cycle may begin at an instant, or end at one', () => {
  const cycle = (value: string) => {
    const event = { kind: 'timer', timer: 'cycle', value: literal(value) } as const;
    return runFlow('start > review > end1 ; urge > remind > end2', { boundary: { urge: { on: 'review', event, interrupting: false } } });
  };
  const later = cycle('R3/2026-03-03T00:00:00+08:00/P1D');
  later.fire('urge');
  expect(later.now).toBe(MONDAY + 15 * HOUR);
  expect(later.fire('urge').fire('urge').state.timers).toBeUndefined();
  const until = cycle('R/PT1H/2026-03-02T11:00:00+08:00');
  expect(until.fire('urge').fire('urge').state.timers).toBeUndefined();
  expect(cycle('R/PT1H/2026-03-01').state.timers).toBeUndefined();
  expect(cycle('R-1/PT1H').fire('urge').fire('urge').state.timers).toMatchObject([{ left: -1 }]);
  expect(cycle('R3/2026-03-03/2026-03-04').incidents).toEqual(['RUNTIME_TIMER_VALUE_INVALID@review']);
});

test('MS1 waits for a message, takes over its values, and is not reached twice', () => {
  const nodes = { wait: { events: [{ kind: 'message', name: 'land' }] } } as const;
  const running = runFlow(text, { nodes, formKeys: ['land'] });
  const subscriptionId = running.state.subscriptions?.[0]?.id as number;
  running.message('wait', { data: { land: { contract: 'C-1' } } });
  expect(running.tasks).toEqual(['review']);
  expect(running.state.data['land']?.values).toEqual({ contract: 'C-1' });
  expect(running.do({ kind: 'deliverMessage', subscriptionId }).refused?.[0]?.code).toBe('RUNTIME_SUBSCRIPTION_CLOSED');
});

test('MS2 is waited for under the correlation the flow names, else the key of the case', () => {
  const arrival = { correlation: read('code'), performer: { role: 'window' }, filings: [] };
  const named = runFlow(text, { nodes: { wait: { events: [{ kind: 'message', name: 'land', arrival }] } }, variables: { code: '2026-1' } });
  expect(named.effects[0]).toMatchObject({ kind: 'openSubscription', correlation: '2026-1', performer: { role: 'window' } });
  const keyed = runFlow(text, {
    nodes: { wait: { events: [{ kind: 'message', name: 'land' }] } },
    caseKey: read('code'),
    variables: { code: 'K' },
  });
  expect(keyed.effects[0]).toMatchObject({ kind: 'openSubscription', correlation: 'K' });
});

test('MS3 a send task and a throw event hand their message to the shell under a key that is never used twice', () => {
  const message = { events: [{ kind: 'message', name: 'ready' }] } as const;
  const running = runFlow('start > send:tell > throw:again > end', { nodes: { tell: message, again: message } });
  const keys = running.effects.flatMap((effect) => (effect.kind === 'sendMessage' ? [effect.key] : []));
  expect(new Set(keys).size).toBe(2);
});

test('MS5 a message or signal brings the variables that the flow says go out with it', () => {
  const out = { assigns: [{ variable: 'sum', value: read('amount'), at: 'out' }] } as const;
  const running = runFlow('start > send:tell > throw:call > end', {
    nodes: { tell: { events: [{ kind: 'message', name: 'm' }], ...out }, call: { events: [{ kind: 'signal', name: 's' }], ...out } },
    variables: { amount: 3 },
  });
  const brought = running.effects.flatMap((effect) => ('variables' in effect ? [effect.variables] : []));
  expect(brought).toEqual([{ sum: 3 }, { sum: 3 }]);
  expect(running.state.variables).toEqual({ amount: 3 });
});

test('MS4 a receive task waits like a message event, with boundary events', () => {
  const event = { kind: 'timer', timer: 'duration', value: literal('PT1H') } as const;
  const running = runFlow('start > receive:wait > end1 ; late > remind > end2', {
    nodes: { wait: { events: [{ kind: 'message', name: 'm' }] } },
    boundary: { late: { on: 'wait', event } },
  });
  expect(running.fire('late').tasks).toEqual(['remind']);
  expect(running.state.subscriptions).toBeUndefined();
});

test('SG1 a signal reaches everything in the case that waits for it, and through the shell other cases', () => {
  const running = runFlow(
    'start > parallel:split > catch:one > a > end1 ; split > catch:two > b > end2 ; split > go > throw:call > c > end3',
    {
      nodes: {
        one: { events: [{ kind: 'signal', name: 's' }] },
        two: { events: [{ kind: 'signal', name: 's' }] },
        call: { events: [{ kind: 'signal', name: 's' }] },
      },
    },
  );
  running.complete('go');
  expect([...running.tasks].sort()).toEqual(['a', 'b', 'c']);
  expect(running.effects.map(({ kind }) => kind)).toContain('broadcastSignal');
});

test('LK1 a throwing link goes on at the catching link of the same name', () => {
  const nodes = { out: { events: [{ kind: 'link', name: 'L' }] }, in: { events: [{ kind: 'link', name: 'L' }] } } as const;
  expect(runFlow('start > throw:out ; catch:in > review > end', { nodes }).tasks).toEqual(['review']);
  expect(() => runFlow('start > throw:out', { nodes })).toThrow(/RUNTIME_REFERENCE_UNKNOWN|catching link/);
});

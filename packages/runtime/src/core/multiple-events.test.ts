import type { ProgramEvent } from '@tongban/model';
import { expect, test } from 'vitest';
import { compare, literal, read } from '../testing/builders/expressions.ts';
import { flow } from '../testing/builders/flow.ts';
import { runFlow } from '../testing/builders/running-case.ts';
import { allParts } from './parts/all-parts.ts';
import { prepareProgram } from './prepare-release.ts';

const message: ProgramEvent = { kind: 'message', name: 'm' };
const signal: ProgramEvent = { kind: 'signal', name: 's' };
const hour: ProgramEvent = { kind: 'timer', timer: 'duration', value: literal('PT1H') };
const paid: ProgramEvent = { kind: 'conditional', condition: compare('paid', '=', true) };
const text = 'start > catch:wait > after > end';

test('ME1 an event with several definitions comes with the first of them, and gives up the others', () => {
  const start = () => runFlow(text, { nodes: { wait: { events: [message, signal, hour, paid] } } });
  for (const running of [
    start().message('wait'),
    start().do({ kind: 'deliverSignal', name: 's' }),
    start().fire('wait'),
    start().do({ kind: 'setData', variables: { paid: true } }),
  ]) {
    expect(running.tasks).toEqual(['after']);
    expect([running.state.subscriptions, running.state.timers]).toEqual([undefined, undefined]);
  }
});

test('ME1 a boundary event with several definitions catches each of them, errors too', () => {
  const error: ProgramEvent = { kind: 'error', code: 'E' };
  const both = runFlow('start > sub:inner > end ; caught > repair > end1', {
    inside: { inner: 'start2 > a > endError' },
    nodes: { endError: { events: [error] } },
    boundary: { caught: { on: 'inner', event: message, more: [error] } },
  });
  expect(both.complete('a').tasks).toEqual(['repair']);
});

test('ME2 one that needs all of them comes with the last, in whatever order', () => {
  const nodes = { wait: { events: [message, hour, paid], parallel: true } } as const;
  const running = runFlow(text, { nodes });
  running.fire('wait').do({ kind: 'setData', variables: { paid: true } });
  expect(running.tasks).toEqual([]);
  expect(running.message('wait').tasks).toEqual(['after']);
});

test('ME2 not interrupting, it then waits for all of them again', () => {
  const running = runFlow('start > review > end1 ; both > look > end2', {
    boundary: { both: { on: 'review', event: message, more: [signal], interrupting: false, parallel: true } },
  });
  for (let round = 0; round < 2; round++) running.message('both').do({ kind: 'deliverSignal', name: 's' });
  expect(running.tasks).toEqual(['review', 'look', 'look']);
});

const soon: ProgramEvent = { kind: 'timer', timer: 'duration', value: read('after') };
const timed = { on: 'review', event: soon, more: [message], interrupting: false, parallel: true } as const;

test('ME5 one whose timer has no time when it is set again came, and stands still with an incident', () => {
  const running = runFlow('start > review > end1 ; both > look > end2', { variables: { after: 'PT1H' }, boundary: { both: timed } });
  running
    .do({ kind: 'setData', variables: { after: null } })
    .message('both')
    .fire('both');
  expect(running.refused).toBeUndefined();
  expect([running.tasks, running.incidents]).toEqual([['review'], ['RUNTIME_TIMER_VALUE_INVALID@both']]);
  expect([running.state.subscriptions, running.state.timers]).toEqual([undefined, undefined]);
  const retry = () => running.do({ kind: 'retryIncident', incidentId: running.state.incidents?.[0]?.id ?? 0 });
  expect(retry().incidents).toEqual(['RUNTIME_TIMER_VALUE_INVALID@both']);
  running.do({ kind: 'setData', variables: { after: 'PT2H' } });
  expect([retry().tasks, running.incidents]).toEqual([['review', 'look'], []]);
  running.fire('both').message('both');
  expect(running.tasks).toEqual(['review', 'look', 'look']);
});

test('ME5 tried again when its activity is over, nothing is set and the token goes on', () => {
  const running = runFlow('start > review > end1 ; both > look > end2', { variables: { after: 'PT1H' }, boundary: { both: timed } });
  running
    .do({ kind: 'setData', variables: { after: null } })
    .fire('both')
    .message('both')
    .complete('review');
  running.do({ kind: 'retryIncident', incidentId: running.state.incidents?.[0]?.id ?? 0 });
  expect([running.tasks, running.state.timers, running.state.subscriptions]).toEqual([['look'], undefined, undefined]);
  expect(running.complete('look').ended).toBe('completed');
});

test('ME5 the start of an event sub-process, too', () => {
  const running = runFlow('start > review > end1 ; sub:beside', {
    variables: { after: 'PT1H' },
    inside: { beside: 'start2 > look > end2' },
    nodes: { beside: { triggeredByEvent: true }, start2: { events: [soon, signal], interrupting: false, parallel: true } },
  });
  running
    .do({ kind: 'setData', variables: { after: null } })
    .do({ kind: 'deliverSignal', name: 's' })
    .fire('start2');
  expect([running.tasks, running.incidents]).toEqual([['review'], ['RUNTIME_TIMER_VALUE_INVALID@start2']]);
  const incidentId = running.state.incidents?.[0]?.id ?? 0;
  running.do({ kind: 'retryIncident', incidentId, variables: { after: 'PT1H' } });
  expect([running.tasks, running.incidents]).toEqual([['review', 'look'], []]);
  expect([running.state.timers?.length, running.state.subscriptions?.length]).toEqual([1, 1]);
});

test('ME3 a throwing event throws all of them, and an end event ends its scope last', () => {
  const running = runFlow('start > throw:tell > review > endAll', {
    nodes: { tell: { events: [message, signal] }, endAll: { events: [{ kind: 'terminate' }, message] } },
  });
  const sent = () => running.effects.flatMap(({ kind }) => (kind === 'sendMessage' || kind === 'broadcastSignal' ? [kind] : []));
  expect(sent()).toEqual(['sendMessage', 'broadcastSignal']);
  running.complete('review');
  expect(sent()).toEqual(['sendMessage', 'broadcastSignal', 'sendMessage']);
  expect(running.ended).toBe('terminated');
});

test('ME4 what is caught by who takes the thrower away ends the throwing', () => {
  const escalation = (code: string): ProgramEvent => ({ kind: 'escalation', code });
  const undo: ProgramEvent = { kind: 'compensate' };
  for (const [first, ...more] of [
    [escalation('X'), escalation('Y')],
    [signal, escalation('Y')],
    [signal, { kind: 'error', code: 'E' } as const],
    [escalation('X'), undo],
  ] as readonly (readonly [ProgramEvent, ...ProgramEvent[]])[]) {
    for (const thrower of ['endAll', 'throw:tell > endAll']) {
      const node = thrower === 'endAll' ? 'endAll' : 'tell';
      if (node === 'tell' && more[0]?.kind === 'error') continue;
      const running = runFlow('start > sub:inner > after > end ; caught > repair > end1 ; last > alarm > end2', {
        inside: { inner: `startInner > ${thrower}` },
        nodes: { [node]: { events: [first, ...more] } },
        boundary: {
          caught: { on: 'inner', event: first },
          last: { on: 'inner', event: more[0] === undefined || more[0] === undo ? message : more[0] },
        },
      });
      expect(running.tasks).toEqual(['repair']);
    }
  }
});

test('ME4 with an error that nobody catches nothing is thrown, and what runs beside goes on', () => {
  const running = runFlow('start > parallel:split > review > end1 ; split > endBoth ; stopped > repair > end2', {
    nodes: { endBoth: { events: [signal, { kind: 'error', code: 'E' }] } },
    boundary: { stopped: { on: 'review', event: signal } },
  });
  expect([running.incidents, running.tasks]).toEqual([['RUNTIME_ERROR_UNCAUGHT@endBoth'], ['review']]);
});

test('RF1 a link among other definitions, and an error among those that must all come, are refused', () => {
  const link: ProgramEvent = { kind: 'link', name: 'L' };
  const refused = (events: readonly ProgramEvent[], parallel?: true) =>
    expect(() => prepareProgram(flow(text, { nodes: { wait: { events, ...(parallel && { parallel }) } } }), allParts)).toThrow(
      expect.objectContaining({ code: 'RUNTIME_NODE_UNSUPPORTED' }),
    );
  refused([message, link]);
  refused([message, { kind: 'error' }]);
  expect(() =>
    prepareProgram(
      flow('start > review > end ; both > end2', {
        boundary: { both: { on: 'review', event: message, more: [{ kind: 'error' }], parallel: true } },
      }),
      allParts,
    ),
  ).toThrow(expect.objectContaining({ code: 'RUNTIME_NODE_UNSUPPORTED' }));
});

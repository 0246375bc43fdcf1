import { expect, test } from 'vitest';
import { literal } from '../testing/builders/expressions.ts';
import type { FlowOptions } from '../testing/builders/flow.ts';
import { runFlow } from '../testing/builders/running-case.ts';

const compensate = { kind: 'compensate' } as const;
const cancelled = { on: 'deal', event: { kind: 'cancel' } } as const;
const text = 'start > transaction:deal > after > end ; off > told > end2';
const inside = { deal: 'start1 > book > parallel:split > pay > end1 ; split > doubt > endCancel ; ub ; unbook ; up ; unpay' };
const options: FlowOptions = {
  inside,
  nodes: { endCancel: { events: [{ kind: 'cancel' }] } },
  boundary: {
    off: cancelled,
    ub: { on: 'book', event: compensate, handler: 'unbook' },
    up: { on: 'pay', event: compensate, handler: 'unpay' },
  },
};

test('TX1 a cancel end event stops what runs in the transaction, undoes what was completed, and goes on from the cancel event', () => {
  const running = runFlow(text, options).complete('book').complete('doubt');
  expect(running.tasks).toEqual(['unbook']);
  expect(running.events.some(({ kind }) => kind === 'transactionCancelled')).toBe(true);
  expect(running.complete('unbook').tasks).toEqual(['told']);
  expect(running.state.scopes).toBeUndefined();
  expect(running.complete('told').ended).toBe('completed');
});

test('TX1 with nothing to undo it goes on from there at once, also from inside a sub-process', () => {
  const running = runFlow('start > transaction:deal > after > end ; off > told > end2', {
    inside: { deal: 'start1 > sub:inner > end1', inner: 'start3 > a > endCancel' },
    nodes: { endCancel: { events: [{ kind: 'cancel' }] } },
    boundary: { off: cancelled },
  });
  expect(running.complete('a').tasks).toEqual(['told']);
});

test('TX1 a repeated transaction goes as a whole', () => {
  const loop = { kind: 'multiInstance', sequential: false, cardinality: literal(2) } as const;
  const running = runFlow(text, { ...options, nodes: { ...options.nodes, deal: { loop } } });
  running.complete('book').complete('book').complete('doubt');
  expect(running.tasks).toContain('unbook');
  running.complete('unbook');
  expect(running.tasks).toEqual(['told']);
});

test('TX2 one that ends as usual goes on as usual, and can be undone later', () => {
  const running = runFlow('start > transaction:deal > after > throw:undo > end', {
    ...options,
    inside: { deal: 'start1 > book > pay > end1 ; ub ; unbook ; up ; unpay' },
    nodes: { undo: { events: [compensate] } },
  });
  expect(running.complete('book').complete('pay').tasks).toEqual(['after']);
  expect(running.complete('after').tasks).toEqual(['unpay']);
  expect(running.complete('unpay').complete('unbook').ended).toBe('completed');
});

test('TX3 an error leaves it like any sub-process (hazard): nothing is undone', () => {
  const running = runFlow('start > transaction:deal > after > end ; off > told > end2 ; broken > repair > end3', {
    ...options,
    inside: { deal: 'start1 > book > service:pay > end1 ; ub ; unbook ; up ; unpay' },
    nodes: {},
    boundary: { ...options.boundary, broken: { on: 'deal', event: { kind: 'error' } } },
  }).complete('book');
  running.do({ kind: 'raiseError', jobId: running.job('pay'), code: 'E' });
  expect(running.tasks).toEqual(['repair']);
});

test('TX4 a cancel end event outside a transaction, or in one without a cancel event, is refused before it runs', () => {
  const nodes = { endCancel: { events: [{ kind: 'cancel' }] } } as const;
  expect(() => runFlow('start > a > endCancel', { nodes })).toThrow(/cancelOutside/);
  expect(() => runFlow('start > transaction:deal > end', { nodes, inside: { deal: 'start1 > a > endCancel' } })).toThrow(
    /noCancelBoundary/,
  );
  const inside = { deal: 'start1 > sub:part > end1', part: 'start2 > a > endCancel' };
  expect(() => runFlow('start > transaction:deal > end', { nodes, inside })).toThrow(/noCancelBoundary/);
});

test('TX1 a transaction inside of another one is cancelled alone, and the other need not be', () => {
  const running = runFlow('start > transaction:whole > after > end', {
    nodes: { endCancel: { events: [{ kind: 'cancel' }] } },
    inside: { whole: 'start1 > transaction:deal > end1 ; cancelled > repair > end3', deal: 'start2 > a > endCancel' },
    boundary: { cancelled: { on: 'deal', event: { kind: 'cancel' } } },
  });
  expect(running.complete('a').tasks).toEqual(['repair']);
  expect(running.complete('repair').tasks).toEqual(['after']);
});

import type { JsonObject } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { openEvents, sealEvents } from './personal-values.ts';

const by = { id: 'u1', name: '王一', department: 'zrzy', onBehalfOf: { id: 'e1', name: '光伏公司' } };
const events: readonly JsonObject[] = [
  { kind: 'taskCompleted', seq: 1, at: 9, by, nodeId: 'review', taskId: 4, outcome: 'agree', comment: '同意王五' },
  { kind: 'taskAssigned', seq: 2, at: 9, by, nodeId: 'check', taskId: 5, to: { id: 'u2', name: '李二' } },
  { kind: 'whatComesLater', seq: 3, at: 9, witness: { id: 'u3', name: '赵三' }, flags: ['x'], fine: true },
];
const eventsOf = ({ events: text }: ReturnType<typeof sealEvents>) => JSON.parse(text) as readonly JsonObject[];
const open = (sealed: ReturnType<typeof sealEvents>, without: string[] = []) =>
  openEvents(
    eventsOf(sealed),
    [...sealed.values].flatMap(([of, part]) => (without.includes(of) ? [] : [{ events: part }])),
  );

describe('personal values', () => {
  it('leave nothing but ids, codes and numbers in the events', () => {
    expect(eventsOf(sealEvents(events))).toEqual([
      {
        ...{ kind: 'taskCompleted', seq: 1, at: 9, nodeId: 'review', taskId: 4, outcome: 'agree' },
        by: { id: 'u1', department: 'zrzy', onBehalfOf: { id: 'e1' } },
      },
      {
        ...{ kind: 'taskAssigned', seq: 2, at: 9, nodeId: 'check', taskId: 5, to: { id: 'u2' } },
        by: { id: 'u1', department: 'zrzy', onBehalfOf: { id: 'e1' } },
      },
      { kind: 'whatComesLater', seq: 3, at: 9, fine: true },
    ]);
  });

  it('leave events whose keys are in order, whatever order they came in', () => {
    const other = {
      taskId: 4,
      seq: 4,
      kind: 'taskCompleted',
      by: { onBehalfOf: by.onBehalfOf, department: 'zrzy', name: '王一', id: 'u1' },
      at: 9,
    };
    const sealed = sealEvents([...events, other, { ...events[0], rules: ['r2', 'r1'] }]);
    const left = eventsOf(sealed);
    expect(sealed.events).toBe(canonicalJson(left));
    expect(left[4]?.['rules']).toEqual(['r2', 'r1']);
  });

  it('come back as they were', () => {
    expect(open(sealEvents(events))).toEqual(events);
  });

  it('stand under the person they are about, and are gone with them', () => {
    const sealed = sealEvents(events);
    expect([...sealed.values.keys()].sort()).toEqual(['', 'e1', 'u1', 'u2']);
    const [completed, assigned] = open(sealed, ['u1', 'u2']);
    expect(completed).toEqual({
      ...{ kind: 'taskCompleted', seq: 1, at: 9, nodeId: 'review', taskId: 4, outcome: 'agree' },
      by: { id: 'u1', name: '***', department: 'zrzy', onBehalfOf: { id: 'e1', name: '光伏公司' } },
    });
    expect(assigned?.['to']).toEqual({ id: 'u2', name: '***' });
  });
});

import type { Program, ProgramNode } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { read } from '../testing/builders/expressions.ts';
import { flow } from '../testing/builders/flow.ts';
import { COUNTY, smallRelease } from '../testing/small-measure.ts';
import { SmallOffice } from '../testing/small-office.ts';
import { checkShape } from './check-shape.ts';

/** A program of many kinds. */
const whole = flow('start > review > exclusive:which > sub:part > end ; which > end ; late > end', {
  conditions: { 'which>part': read('big') },
  defaults: { which: 'end' },
  inside: { part: 'start1 > catch:wait > end1' },
  boundary: { late: { on: 'review', event: { kind: 'timer', timer: 'duration', value: read('term') } } },
  nodes: {
    review: {
      name: '审查',
      task: { performer: { role: 'window' }, filings: [], operations: [{ kind: 'return', targets: ['review'] }] },
      loop: { kind: 'multiInstance', sequential: false, collection: read('people'), element: 'person' },
    },
    wait: { events: [{ kind: 'message', name: '用地文件' }] },
  },
});

/** The element and the field that are named when one node is another. */
function named(id: string, change: object): string {
  return problemOf({ ...whole, nodes: whole.nodes.map((node) => (node.id === id ? ({ ...node, ...change } as ProgramNode) : node)) });
}

function problemOf(program: Program): string {
  try {
    checkShape({ id: 'r', program });
    return 'none';
  } catch (error) {
    const { code, details } = error as { readonly code: string; readonly details: Readonly<Record<string, unknown>> };
    return code === 'RUNTIME_PROGRAM_DAMAGED' ? `${details['elementId']} ${details['field']}` : String(error);
  }
}

describe('a program made by hand', () => {
  it('BI15 is what it says when it was made by the compiler or a builder', () => {
    expect([problemOf(whole), problemOf(smallRelease.program)]).toEqual(['none', 'none']);
  });

  it('BI15 has fields of their kinds', () => {
    const task = whole.nodes.find(({ id }) => id === 'review')?.task as object;
    const loop = whole.nodes.find(({ id }) => id === 'review')?.loop as object;
    const found = [
      named('review', { name: 7 }),
      named('review', { id: '' }),
      named('late', { interrupting: 'yes' }),
      named('review', { loop: { ...loop, sequential: 'false' } }),
      named('review', { loop: { ...loop, collection: 'people' } }),
      named('review', { task: { ...task, operations: [{ kind: 'return', targets: [7] }] } }),
      named('review', { task: { ...task, performer: { starter: 1 } } }),
      named('review', { completionQuantity: 1.5 }),
      named('wait', { events: [{ kind: 'message' }] }),
      named('late', { events: [{ kind: 'timer', timer: 'date' }] }),
      named('which', { outgoing: 'all' }),
    ];
    expect(found).toEqual([
      ...['review name', '#2 id', 'late interrupting', 'review loop.sequential', 'review loop.collection'],
      ...['review task.operations[0].targets[0]', 'review task.performer.starter', 'review completionQuantity', 'wait events[0].name'],
      ...['late events[0].value', 'which outgoing'],
    ]);
  });

  it('BI15 has links that lead both ways', () => {
    const found = [
      named('review', { scope: 3 }),
      named('review', { incoming: [] }),
      named('review', { outgoing: [0] }),
      named('which', { default: 0 }),
      named('late', { attachedTo: 1 }),
      named('part', { inner: [] }),
      named('wait', { id: 'review' }),
      problemOf({ ...whole, flows: whole.flows.map((one, at) => (at === 0 ? { ...one, target: 99 } : one)) }),
      problemOf({ ...whole, processes: [1] }),
    ];
    expect(found).toEqual([
      ...['process inner', 'start>review target', 'review outgoing', 'which default', 'review boundary', 'start1 scope'],
      ...['review id', 'review incoming', ' processes'],
    ]);
  });

  it('BI15 is not kept otherwise, and the answer names element and field', async () => {
    const { engine } = await SmallOffice.open();
    const nodes = smallRelease.program.nodes.map((node) => (node.id === 'check' ? { ...node, name: 7 } : node));
    const release = { ...smallRelease, id: 'by-hand', program: { ...smallRelease.program, nodes } } as unknown as typeof smallRelease;
    await expect(engine.deploy({ tenant: COUNTY, release })).rejects.toMatchObject({
      code: 'RUNTIME_PROGRAM_DAMAGED',
      details: { releaseId: 'by-hand', elementId: 'check', field: 'name' },
    });
    expect(await engine.release(COUNTY, 'by-hand')).toBeUndefined();
  });
});

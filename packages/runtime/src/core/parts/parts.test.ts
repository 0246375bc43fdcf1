import type { Program } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { flow } from '../../testing/builders/flow.ts';
import { RunningCase } from '../../testing/builders/running-case.ts';
import { prepareProgram } from '../prepare-release.ts';
import { step } from '../step.ts';
import { allParts } from './all-parts.ts';
import { loadParts } from './load-parts.ts';
import { neededParts, PART_NAMES } from './needed-parts.ts';
import { partsOf } from './parts.ts';

const TASK = { performer: {}, filings: [], operations: [] };
const core = partsOf([]);
const needs = (text: string, options: Parameters<typeof flow>[1] = {}): readonly string[] => [...neededParts(flow(text, options))].sort();

describe('PZ1 a program is run with the parts that its nodes need', () => {
  test.each<[string, string, Parameters<typeof flow>[1], readonly string[]]>([
    [
      'tasks, exclusive and parallel gateways',
      'start > a > parallel:split ; split > b > parallel:join ; split > service:c > join > end',
      {},
      [],
    ],
    ['a message that is waited for', 'start > catch:wait > end', { nodes: { wait: { events: [{ kind: 'message', name: 'm' }] } } }, []],
    ['a timer', 'start > catch:wait > end', { nodes: { wait: { events: [{ kind: 'timer', timer: 'limit', limit: 'l' }] } } }, ['time']],
    ['a limit', 'start > a > end', { nodes: { a: { clocks: ['l'] } } }, ['time']],
    [
      'an expiry',
      'start > a > end',
      { nodes: { a: { task: { ...TASK, expiry: { limit: 'l', does: 'remind' } } } } },
      ['operations', 'time'],
    ],
    ['a pause', 'start > a > end', { nodes: { a: { pauses: 'publicity' } } }, ['time']],
    ['an inclusive gateway', 'start > inclusive:split > a > end', {}, ['joins']],
    ['a complex gateway', 'start > complex:split > a > end', {}, ['joins']],
    ['a token quantity', 'start > a > end', { nodes: { a: { startQuantity: 2 } } }, ['joins']],
    ['a call', 'start > call:ask > end', {}, ['scopes']],
    ['a transaction', 'start > transaction:deal > end', {}, ['compensation']],
    ['an error that is thrown', 'start > a > end', { nodes: { end: { events: [{ kind: 'error', code: 'e' }] } } }, ['events']],
    ['a start by message', 'start > a > end', { nodes: { start: { events: [{ kind: 'message', name: 'm' }] } } }, ['events']],
  ])('%s', (_, text, options, parts) => {
    expect(needs(text, options)).toEqual(parts);
  });

  test('and nothing else is loaded, until it is asked for', async () => {
    const program = flow('start > inclusive:split > a > end');
    expect(Object.keys((await loadParts(program)).abilities)).toEqual(['joins']);
    expect(Object.keys((await loadParts(program, 'operations', 'joins')).abilities)).toEqual(['joins', 'operations']);
    expect(Object.keys(allParts.abilities)).toEqual(PART_NAMES);
    const all = await loadParts(program, ...PART_NAMES);
    expect([[...all.nodes.keys()].sort(), [...all.commands.keys()].sort()]).toEqual([
      [...allParts.nodes.keys()].sort(),
      [...allParts.commands.keys()].sort(),
    ]);
  });
});

describe('PZ2 what is missing is told with its name', () => {
  const missing = (...parts: readonly string[]) =>
    expect.objectContaining({ code: 'RUNTIME_PART_MISSING', kind: 'fault', details: expect.objectContaining({ parts }) });

  test('when a program is prepared', () => {
    const program: Program = flow('start > inclusive:split > call:ask > end', { processes: { task: 'only' }, calls: { ask: 'task' } });
    expect(() => prepareProgram(program, core)).toThrow(missing('joins', 'scopes'));
  });

  test('when a command belongs to a part that is not there; without it the case goes on', () => {
    const running = new RunningCase(prepareProgram(flow('start > a > b > end'), core)).do({ kind: 'start', caseId: 'case-1', tenant: 'c' });
    expect(() => running.do({ kind: 'suspend' })).toThrow(missing(...PART_NAMES));
    expect(running.complete('a').complete('b').ended).toBe('completed');
  });

  test('when a case comes from where more was loaded', () => {
    const whole = new RunningCase(prepareProgram(flow('start > a > b > end'), allParts)).do({
      kind: 'start',
      caseId: 'case-1',
      tenant: 'c',
    });
    whole
      .complete('a')
      .do({ kind: 'addSigner', taskId: whole.state.tokens[0]?.id ?? 0, position: 'after', signers: [{ id: 'zhao', name: '赵' }] });
    const complete = { kind: 'completeTask', commandId: 'c9', now: 9, taskId: whole.state.tokens[0]?.id ?? 0 } as const;
    expect(() => step(prepareProgram(flow('start > a > b > end'), core), whole.state, complete)).toThrow(missing('operations'));
  });

  test('a command that there is nowhere is unknown', () => {
    const running = new RunningCase(prepareProgram(flow('start > a > end'), allParts)).do({ kind: 'start', caseId: 'case-1', tenant: 'c' });
    expect(() => running.do({ kind: 'dance' } as never)).toThrow(expect.objectContaining({ code: 'RUNTIME_COMMAND_UNKNOWN' }));
  });
});

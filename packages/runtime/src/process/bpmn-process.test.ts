import type { EndingKind, ProgramEvent } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { compare, literal, read } from '../testing/builders/expressions.ts';
import { type FlowOptions, flow } from '../testing/builders/flow.ts';
import { MONDAY } from '../testing/builders/running-case.ts';
import { createProcess, type ProcessOptions } from './bpmn-process.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });
const day: ProgramEvent = { kind: 'timer', timer: 'duration', value: literal('P1D') };

function processOf(text: string, options: FlowOptions & Partial<ProcessOptions> = {}) {
  const clock = { present: MONDAY };
  return { clock, process: createProcess(flow(text, options), { now: () => clock.present, ...options }) };
}

describe('a process in memory', () => {
  it('runs from start to end: tasks, conditions, handlers by element and by name', async () => {
    const calls: string[] = [];
    const { process } = processOf('start > review > x; exclusive:x > service:pay > end; x > endNot', {
      conditions: { 'x>pay': compare('approved', '=', true) },
      defaults: { x: 'endNot' },
      nodes: { pay: { handler: { name: 'payments', inputs: { amount: read('amount') }, result: 'receipt' } } },
      handlers: {
        payments: ({ inputs, elementId, lookup }) => {
          calls.push(`${elementId} ${inputs['amount']} ${lookup('approved')}`);
          return { result: 'R-1', variables: { paid: true } };
        },
      },
    });
    expect(process.status).toBe('ready');
    await process.start({ amount: 5 });
    expect(process.status).toBe('running');
    expect(process.tasks).toEqual([{ taskId: 1, elementId: 'review', name: 'review', of: undefined }]);
    expect(process.waitingAt).toEqual(['review']);
    await process.complete('review', { approved: true });
    expect(calls).toEqual(['pay 5 true']);
    expect([process.status, process.ending]).toEqual(['completed', 'completed' satisfies EndingKind]);
    expect(process.variables).toEqual({ amount: 5, approved: true, receipt: 'R-1', paid: true });
    expect(() => process.complete('review')).toThrow(code('RUNTIME_TASK_CLOSED'));
    await expect(process.signal('any')).rejects.toEqual(code('RUNTIME_CASE_ENDED'));
  });

  it('fires timers when the caller says so, at the caller’s present', async () => {
    const { process, clock } = processOf('start > catch:wait > end', { nodes: { wait: { events: [day] } } });
    await process.start();
    expect(process.nextDue).toBe(MONDAY + 86_400_000);
    await process.runDue();
    expect(process.status).toBe('running');
    clock.present = MONDAY + 86_400_000;
    await process.runDue();
    expect([process.status, process.nextDue]).toEqual(['completed', undefined]);
  });

  it('fails with the fault when a handler throws or is missing, and goes on after a retry', async () => {
    let broken = true;
    const { process } = processOf('start > service:call > end', {
      handlers: {
        call: () => {
          if (broken) throw new Error('line is dead');
          return undefined;
        },
      },
    });
    await process.start();
    expect(process.status).toBe('failed');
    expect(process.faults).toMatchObject([
      { elementId: 'call', problem: { code: 'RUNTIME_JOB_FAILED', details: { reason: 'line is dead' } } },
    ]);
    broken = false;
    await process.retry();
    expect([process.status, process.faults]).toEqual(['completed', []]);
    const { process: bare } = processOf('start > service:call > end');
    await bare.start();
    expect(bare.faults[0]?.problem.sentences.en).toContain('has not registered');
  });

  it('lets the flow catch the error that a handler raises', async () => {
    const { process } = processOf('start > service:call > end; caught > endCaught', {
      boundary: { caught: { on: 'call', event: { kind: 'error', code: 'E1' } } },
      nodes: { endCaught: { ending: 'rejected' } },
      handlers: { call: async () => ({ error: { code: 'E1' } }) },
    });
    await process.start();
    expect(process.ending).toBe('rejected');
  });

  it('takes messages by name and key, sends its own to itself or to the host, and signals', async () => {
    const message = (name: string): ProgramEvent => ({ kind: 'message', name });
    const sent: string[] = [];
    const { process } = processOf(
      'start > parallel:split > catch:order > throw:reply > end1; split > catch:back > end2; split > catch:stop > throw:bye > end3',
      {
        nodes: {
          order: { events: [message('order')] },
          reply: { events: [message('reply')], assigns: [{ variable: 'said', value: literal('yes'), at: 'out' }] },
          back: { events: [message('reply')] },
          stop: { events: [{ kind: 'signal', name: 'stop' }] },
          bye: { events: [message('bye')] },
        },
        onMessage: ({ name, elementId }) => sent.push(`${name} of ${elementId}`),
      },
    );
    await process.start();
    expect(() => process.message('order', { key: 'another' })).toThrow(code('RUNTIME_MESSAGE_NO_CASE'));
    await process.message('order', { variables: { number: 7 } });
    expect([process.variables, process.waitingAt]).toEqual([{ number: 7, said: 'yes' }, ['stop']]);
    await process.signal('stop');
    expect([process.status, sent]).toEqual(['completed', ['bye of bye']]);
  });

  it('refuses what is no JSON and changes nothing', async () => {
    const { process } = processOf('start > a > end');
    await process.start();
    const before = process.state;
    await expect(process.complete('a', { at: new Date(0) as never })).rejects.toEqual(code('RUNTIME_VALUE_NOT_JSON'));
    expect(process.state).toBe(before);
    expect(process.tasks).toHaveLength(1);
  });

  it('is done with after disposal, also when a handler answers later', async () => {
    let answer = (): void => {};
    const { process } = processOf('start > service:slow > end', {
      handlers: { slow: () => new Promise((resolve) => (answer = () => resolve(undefined))) },
    });
    const started = process.start();
    process.dispose();
    answer();
    await started;
    expect([process.status, process.tasks, process.state]).toEqual(['disposed', [], undefined]);
    await expect(process.start()).rejects.toEqual(code('RUNTIME_PROCESS_DISPOSED'));
  });

  it('tells of every event, and ends when it is told to', async () => {
    const kinds: string[] = [];
    const { process } = processOf('start > a > end', { onEvent: ({ kind }) => kinds.push(kind) });
    await process.start();
    await process.terminate('no longer needed');
    expect(process.ending).toBe('terminated');
    expect(kinds).toEqual(['caseStarted', 'taskOpened', 'taskCancelled', 'caseEnded']);
  });
});

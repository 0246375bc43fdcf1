import type { EndingKind, ProgramEvent } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { compare, literal, read } from '../testing/builders/expressions.ts';
import { type FlowOptions, flow } from '../testing/builders/flow.ts';
import { MONDAY } from '../testing/builders/running-case.ts';
import { createProcess } from './bpmn-process.ts';
import type { ProcessOptions } from './process-options.ts';

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
    await expect(process.complete('review')).rejects.toEqual(code('RUNTIME_TASK_CLOSED'));
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
    await expect(process.message('order', { key: 'another' })).rejects.toEqual(code('RUNTIME_MESSAGE_NO_CASE'));
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

  it('is sent back and closed at a task, as the operations of approvals are', async () => {
    const { process } = processOf('start > a > b > end');
    await process.start();
    await process.complete('a');
    await process.returnTo('b', 'a', 'not signed');
    expect(process.waitingAt).toEqual(['a']);
    await expect(process.returnTo('b', 'a')).rejects.toEqual(code('RUNTIME_TASK_CLOSED'));
    await process.complete('a');
    await process.reject('b');
    expect(process.ending).toBe('rejected' satisfies EndingKind);
  });

  it('tells of every event, and ends when it is told to', async () => {
    const kinds: string[] = [];
    const { process } = processOf('start > a > end', { onEvent: ({ kind }) => kinds.push(kind) });
    await process.start();
    await process.terminate('no longer needed');
    expect(process.ending).toBe('terminated');
    expect(kinds).toEqual(['caseStarted', 'taskOpened', 'taskCancelled', 'caseEnded']);
  });

  it('is started by the message, signal or instant it begins with', async () => {
    const by = (event: ProgramEvent) => processOf('start > a > end', { nodes: { start: { events: [event] } } });
    const { process: order } = by({ kind: 'message', name: 'order' });
    await expect(order.message('another')).rejects.toEqual(code('RUNTIME_MESSAGE_NO_CASE'));
    await order.message('order', { variables: { number: 7 } });
    expect([order.variables, order.waitingAt]).toEqual([{ number: 7 }, ['a']]);
    const { process: alarm } = by({ kind: 'signal', name: 'alarm' });
    await alarm.signal('alarm');
    expect(alarm.waitingAt).toEqual(['a']);
    const { process: daily, clock } = by(day);
    expect([daily.nextDue, daily.status]).toEqual([MONDAY + 86_400_000, 'ready']);
    await daily.runDue();
    expect(daily.status).toBe('ready');
    clock.present += 86_400_000;
    await daily.runDue();
    expect([daily.waitingAt, daily.nextDue]).toEqual([['a'], undefined]);
  });

  it('is started by hand at the first process that people start', async () => {
    const order: ProgramEvent = { kind: 'message', name: 'order' };
    const { process } = processOf('start > supply > end', {
      nodes: { start: { events: [order] } },
      processes: { called: 'startCalled > part > endCalled', buyer: 'startBuyer > call:use > end2' },
      calls: { use: 'called' },
    });
    await process.start();
    expect(process.waitingAt).toEqual(['use', 'part']);
  });

  it('keeps a message that comes early for as long as it is told to, and drops one that comes twice', async () => {
    const order: ProgramEvent = { kind: 'message', name: 'order' };
    const { process, clock } = processOf('start > a > catch:first > b > catch:second > end', {
      nodes: { first: { events: [order] }, second: { events: [order] } },
    });
    await process.start();
    await process.message('order', { id: 'm1', ttlMs: 1000, variables: { number: 1 } });
    await process.message('order', { id: 'm1', ttlMs: 1000, variables: { number: 2 } });
    expect(process.waitingAt).toEqual(['a']);
    await process.complete('a');
    expect([process.waitingAt, process.variables]).toEqual([['b'], { number: 1 }]);
    await process.message('order', { id: 'm2', ttlMs: 1000 });
    clock.present += 1001;
    await process.complete('b');
    expect(process.waitingAt).toEqual(['second']);
    await process.message('order', { id: 'm2' });
    expect(process.status).toBe('running');
    await process.message('order', { id: 'm3' });
    expect(process.status).toBe('completed');
  });

  it('begins activities of an ad-hoc sub-process', async () => {
    const { process } = processOf('start > adhoc:part > end', {
      inside: { part: 'a\n b' },
      nodes: { part: { adHoc: { sequential: true, completion: read('done') } } },
    });
    expect(process.startable).toEqual([]);
    await process.start();
    expect(process.startable.map(({ elementId }) => elementId)).toEqual(['a', 'b']);
    await process.startActivity('b');
    expect([process.tasks.map(({ elementId }) => elementId), process.startable]).toEqual([['b'], []]);
    await expect(process.startActivity('a')).rejects.toEqual(code('RUNTIME_ACTIVITY_NOT_STARTABLE'));
    await process.complete('b', { done: true });
    expect(process.status).toBe('completed');
  });

  it('finds a handler by the name of its element, too', async () => {
    const { process } = processOf('start > service:call > end', {
      nodes: { call: { name: 'ask the register' } },
      handlers: { 'ask the register': () => ({ variables: { asked: true } }) },
    });
    await process.start();
    expect(process.variables).toEqual({ asked: true });
  });

  it('IN3 stops handlers that call each other in a circle, with a fault that names the element', async () => {
    const { process } = processOf('start > service:again > exclusive:x > again; x > end', {
      conditions: { 'x>end': read('done') },
      defaults: { x: 'again' },
      handlers: { again: () => undefined },
    });
    await process.start();
    const [fault] = process.faults;
    expect([process.status, fault?.elementId, fault?.problem.code]).toEqual(['failed', 'again', 'RUNTIME_JOB_FAILED']);
    expect(fault?.problem.sentences.en).toContain('went round without waiting');
    await process.retry({ done: true });
    expect(process.status).toBe('completed');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '2026-03-02', 1e300, undefined])('BI8 a clock that shows %s is refused', async (shown) => {
    const { process, clock } = processOf('start > review > end');
    await process.start();
    const before = process.state;
    clock.present = shown as number;
    await expect(process.complete('review')).rejects.toEqual(code('RUNTIME_CLOCK_INVALID'));
    expect(process.state).toBe(before);
    expect(() => createProcess(flow('start > review > end'), { now: () => shown as number })).toThrow(code('RUNTIME_CLOCK_INVALID'));
  });
});

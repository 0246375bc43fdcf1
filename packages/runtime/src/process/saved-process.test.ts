import type { Program, ProgramEvent } from '@tongban/model';
import { expect, test } from 'vitest';
import { literal } from '../testing/builders/expressions.ts';
import { flow } from '../testing/builders/flow.ts';
import { MONDAY } from '../testing/builders/running-case.ts';
import { type BpmnProcess, createProcess, restoreProcess } from './bpmn-process.ts';
import type { ProcessOptions } from './process-options.ts';

const DAY_MS = 86_400_000;
const day: ProgramEvent = { kind: 'timer', timer: 'duration', value: literal('P1D') };
const paid: ProgramEvent = { kind: 'message', name: 'paid' };
const clock = { now: () => MONDAY };

/** Saved as text and restored, as if the program had been started anew. */
function again(process: BpmnProcess, program: Program, options: ProcessOptions = clock): Promise<BpmnProcess> {
  return restoreProcess(program, JSON.parse(JSON.stringify(process)), options);
}

test('PM1 saved after each command, a process goes the same way', async () => {
  const program = flow('start > review > catch:wait > book > end ; late > look > end2', {
    nodes: { wait: { events: [paid] } },
    boundary: { late: { on: 'review', event: day, interrupting: false } },
  });
  const events: string[][] = [];
  const run = async (between: (process: BpmnProcess, options: ProcessOptions) => Promise<BpmnProcess>) => {
    const time = { present: MONDAY };
    const heard: string[] = [];
    const options: ProcessOptions = { now: () => time.present, onEvent: (event) => heard.push(JSON.stringify(event)) };
    let process = await between(createProcess(program, options), options);
    process = await between(await process.start({ days: 3 }), options);
    expect(process.nextDue).toBe(MONDAY + DAY_MS);
    time.present += DAY_MS;
    process = await between(await process.runDue(), options);
    process = await between(await process.message('paid', { id: 'p-1', ttlMs: DAY_MS, variables: { amount: 30 } }), options);
    process = await between(await process.message('paid', { id: 'p-1' }), options);
    process = await between(await process.complete('review'), options);
    expect(process.tasks.map(({ elementId }) => elementId)).toEqual(['look', 'book']);
    process = await between(await process.complete('book'), options);
    process = await between(await process.complete('look'), options);
    events.push(heard);
    return [process.status, process.variables];
  };
  const straight = await run(async (process) => process);
  expect(await run((process, options) => again(process, program, options))).toEqual(straight);
  expect(straight).toEqual(['completed', { days: 3, amount: 30 }]);
  expect(events[1]).toEqual(events[0]);
});

test('PM1 a handler that was under way is called again, and what came behind it follows', async () => {
  const program = flow('start > service:first > service:second > end');
  const saved: string[] = [];
  const process: BpmnProcess = createProcess(program, {
    ...clock,
    handlers: {
      first: () => {
        saved.push(JSON.stringify(process));
        return { variables: { first: 'answered' } };
      },
      second: () => undefined,
    },
  });
  await process.start();
  const calls: string[] = [];
  const handler = ({ elementId }: { readonly elementId: string }) => {
    calls.push(elementId);
    return { variables: { [elementId]: 'again' } };
  };
  const restored = await restoreProcess(program, JSON.parse(saved[0] ?? ''), { ...clock, handlers: { first: handler, second: handler } });
  expect([restored.status, restored.variables, calls]).toEqual(['completed', { first: 'again', second: 'again' }, ['first', 'second']]);
});

test('PM1 what starts by itself keeps its instant, and a fault its reason', async () => {
  const timed = flow('start > review > end', { nodes: { start: { events: [day] } } });
  const waiting = createProcess(timed, clock);
  const later = await again(waiting, timed, { now: () => MONDAY + DAY_MS / 2 });
  expect([later.status, later.nextDue]).toEqual(['ready', MONDAY + DAY_MS]);

  const working = flow('start > service:call > end');
  const faulty = await createProcess(working, clock).start();
  const restored = await again(faulty, working, { ...clock, handlers: { call: () => undefined } });
  expect([restored.status, restored.faults]).toEqual(['failed', faulty.faults]);
  expect((await restored.retry()).status).toBe('completed');
});

test('PM1 another program, another text and a disposed process are refused', async () => {
  const program = flow('start > review > end');
  const process = await createProcess(program, clock).start();
  const refused = expect.objectContaining({ code: 'RUNTIME_PROCESS_NOT_RESTORED' });
  await expect(again(process, flow('start > check > end'))).rejects.toEqual(refused);
  await expect(restoreProcess(program, {} as never, clock)).rejects.toEqual(refused);
  process.dispose();
  expect(() => process.toJSON()).toThrow(expect.objectContaining({ code: 'RUNTIME_PROCESS_DISPOSED' }));
});

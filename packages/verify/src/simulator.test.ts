import { loadMeasure } from '@tongban/measures';
import type { MeasureSources, Trial, TrialState } from '@tongban/model';
import { beforeAll, expect, test } from 'vitest';
import { createSimulator } from './simulator.ts';

const MONDAY = Date.UTC(2026, 10, 23, 1);
const files = import.meta.glob('../../measures/mock-approval/**/*.*', { query: '?raw', import: 'default', eager: true });
let sources: MeasureSources;

beforeAll(async () => {
  sources = await loadMeasure(async (path) => files[`../../measures/mock-approval/${path}`] ?? '');
});

async function open(): Promise<Trial> {
  const { trial, problems } = await createSimulator().open(sources, MONDAY);
  if (trial === undefined) throw new Error(problems.map(({ sentences }) => sentences.en).join('\n'));
  return trial;
}

const openAt = (state: TrialState): readonly string[] => state.tasks.map(({ elementId }) => elementId);

async function done(trial: Trial, elementId: string, outcome?: string): Promise<TrialState> {
  const task = trial.state.tasks.find((one) => one.elementId === elementId);
  return trial.complete(task?.taskId ?? -1, outcome);
}

test('VT1 the real measure is clicked through, in parallel where it is drawn so', async () => {
  const trial = await open();
  expect(trial.state.status).toBe('ready');
  const first = await trial.start({});
  expect(openAt(first)).toEqual(['Task_file']);
  const second = await done(trial, 'Task_file');
  expect(openAt(second)).toEqual(['Task_accept']);
  expect(second.done).toContain('Service_check');
  const [task] = second.tasks;
  expect(task?.outcomes.map(({ label }) => label)).toContain('受理');
  const third = await done(trial, 'Task_accept', 'accept');
  expect(openAt(third)).toEqual(['Task_natural_resources', 'Task_market_supervision']);
  expect(third.timeLine.map(({ kind }) => kind)).toContain('taskCompleted');
});

test('VT2 time stands still between commands, and lights are read at the time of the trial', async () => {
  const trial = await open();
  await trial.start({});
  const state = await done(trial, 'Task_file');
  expect(state.now).toBe(MONDAY);
  expect(state.lights.map(({ limitId, light }) => `${limitId} ${light}`)).toContain('acceptance green');
});

test('VT3 services are done at once, and decision tables decide', async () => {
  const trial = await open();
  await trial.start({});
  await done(trial, 'Task_file');
  await done(trial, 'Task_accept', 'accept');
  await done(trial, 'Task_natural_resources');
  const state = await done(trial, 'Task_market_supervision');
  expect(state.variables).toHaveProperty('entry');
  expect(state.faults).toEqual([]);
});

test('VT4 sources with an error give no trial', async () => {
  const { trial, problems } = await createSimulator().open({ ...sources, 'flow.bpmn': 'rubbish' }, MONDAY);
  expect(trial).toBeUndefined();
  expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
});

test('VT5 says what conditions read, each once', async () => {
  const trial = await open();
  expect(new Set(trial.asks).size).toBe(trial.asks.length);
  for (const path of trial.asks) expect(path).toMatch(/^[\p{L}_][\p{L}\p{N}_.]*$/u);
});

test('VT6 a command that does not fit changes nothing', async () => {
  const trial = await open();
  const before = await trial.start({});
  await expect(trial.complete(999)).rejects.toMatchObject({ code: 'RUNTIME_TASK_CLOSED' });
  await expect(trial.message('nobody')).rejects.toMatchObject({ code: 'RUNTIME_MESSAGE_NO_CASE' });
  expect(trial.state).toEqual(before);
});

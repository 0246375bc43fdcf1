import { loadMeasure } from '@tongban/measures';
import type { MeasureManifest, MeasureSources, Trial, TrialState } from '@tongban/model';
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

test('VT7 the sample cases of the measure are played: how each step came out, with tokens, lights and time line', async () => {
  const { scenarios = [], play } = await createSimulator().open(sources, MONDAY);
  const scenario = scenarios.find(({ id }) => id === 'accepted-and-converted');
  if (scenario === undefined || play === undefined) throw new Error('no scenario');
  const played = await play(scenario);
  expect(played.flatMap(({ failures }) => failures)).toEqual([]);
  expect(played.length).toBe(scenario.steps.length);
  expect(played[0]?.state?.at).toEqual(['Task_file']);
  expect(played.at(-1)?.state).toMatchObject({ status: 'completed', at: [] });
  expect(played.some(({ state }) => (state?.lights.length ?? 0) > 0)).toBe(true);
  const lengths = played.map(({ state }) => state?.timeLine.length ?? 0);
  expect([...lengths].sort((a, b) => a - b)).toEqual(lengths);
});

test('VT8 a sample case that does not come out stops at the step that fails, and says why', async () => {
  const { scenarios = [], play } = await createSimulator().open(sources, MONDAY);
  const [scenario] = scenarios.filter(({ id }) => id === 'accepted-and-converted');
  if (scenario === undefined || play === undefined) throw new Error('no scenario');
  const wrong = { ...scenario, steps: [...scenario.steps.slice(0, 1), { expect: { tasks: ['Task_accept'] } }, ...scenario.steps.slice(1)] };
  const played = await play(wrong);
  expect(played.length).toBe(2);
  expect(played[1]?.failures[0]?.text).toContain('Task_accept');
  expect(played[1]?.state?.at).toEqual(['Task_file']);
});

test('VT9 what was clicked becomes a sample case: who acted by role, what they chose, and how it stands', async () => {
  const trial = await open();
  await trial.start({});
  await done(trial, 'Task_file');
  await done(trial, 'Task_accept', 'accept');
  const scenario = trial.recorded('clicked', '点出来的样例');
  expect(scenario.steps.slice(1)).toEqual([
    expect.objectContaining({ do: 'complete', task: 'Task_file' }),
    expect.objectContaining({ do: 'complete', task: 'Task_accept', outcome: 'accept' }),
    { expect: { open: true, tasks: ['Task_natural_resources', 'Task_market_supervision'] } },
  ]);
  for (const step of scenario.steps) if ('as' in step) expect(Object.keys(scenario.people)).toContain(step.as);
  expect(scenario.startsAt).toBe('2026-11-23T09:00');
});

test('VT11 says what may be changed in a task: what it writes and expressions read, as it will be filled in', async () => {
  const trial = await open();
  const [filing] = (await trial.start({})).tasks;
  const items = trial.asksOf(filing?.taskId ?? -1).find(({ path }) => path === 'application.items');
  expect(items?.choices?.length).toBeGreaterThan(1);
  expect(items?.choices?.map(({ value }) => value)).toEqual(expect.arrayContaining(items?.value as string[]));
  await done(trial, 'Task_file');
  const state = await done(trial, 'Task_accept', 'accept');
  const [resources] = state.tasks;
  const asked = trial.asksOf(resources?.taskId ?? -1);
  expect(asked.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['application.opinionNaturalResources.choice', 'entryCheck.fitsPlan', 'entryCheck.arableShare']),
  );
  expect(asked.map(({ path }) => path)).not.toContain('application.opinionMarketSupervision.choice');
  expect(trial.asksOf(999)).toEqual([]);
  const after = await done(trial, 'Task_natural_resources');
  for (const { path, value } of asked) {
    const [form = '', field = '', part] = path.split('.');
    const written = (after.variables[form] as Readonly<Record<string, unknown>>)[field];
    expect(part === undefined ? written : (written as Readonly<Record<string, unknown>>)[part]).toEqual(value);
  }
});

test('VT12 what somebody changes is written and recorded, and comes to the same end when it is played', async () => {
  const { trial, play } = await createSimulator().open(sources, MONDAY);
  if (trial === undefined || play === undefined) throw new Error('no trial');
  await trial.start({});
  await done(trial, 'Task_file');
  const [task] = (await done(trial, 'Task_accept', 'accept')).tasks;
  const typed = { application: { opinionNaturalResources: { choice: 'disagree' } }, entryCheck: { fitsPlan: 'no' } };
  const state = await trial.complete(task?.taskId ?? -1, undefined, typed);
  expect(state.variables).toMatchObject(typed);
  expect(state.variables['application']).toHaveProperty('opinionNaturalResources.text');
  await done(trial, 'Task_market_supervision');
  const recorded = trial.recorded('clicked', '点出来的样例');
  expect(recorded.steps).toContainEqual(
    expect.objectContaining({
      task: 'Task_natural_resources',
      values: expect.objectContaining({ 'entry-check': expect.objectContaining({ fitsPlan: 'no' }) }),
    }),
  );
  for (const person of Object.keys(recorded.people)) expect(recorded.steps.some((step) => 'as' in step && step.as === person)).toBe(true);
  const played = await play(recorded);
  expect(played.flatMap(({ failures }) => failures)).toEqual([]);
  expect(played.at(-1)?.state?.at).toEqual(trial.state.at);
});

test('VT12 a value that the form refuses throws what the form says', async () => {
  const trial = await open();
  await trial.start({});
  await done(trial, 'Task_file');
  const before = await done(trial, 'Task_accept', 'accept');
  const typed = { entryCheck: { fitsPlan: 'perhaps' } };
  await expect(trial.complete(before.tasks[0]?.taskId ?? -1, undefined, typed)).rejects.toMatchObject({
    sentences: { 'zh-CN': expect.stringContaining('规划') },
  });
  expect(trial.state).toEqual(before);
});

test('VT10 forms are filled in as people would have to, so that what was clicked is played to the same end', async () => {
  const { trial, play } = await createSimulator().open(sources, MONDAY);
  if (trial === undefined || play === undefined) throw new Error('no trial');
  await trial.start({ entryCheck: { fitsPlan: 'yes' } });
  await done(trial, 'Task_file');
  const state = await done(trial, 'Task_accept', 'accept');
  expect(state.variables['application']).toHaveProperty('projectName');
  await done(trial, 'Task_natural_resources');
  await done(trial, 'Task_market_supervision');
  const recorded = trial.recorded('clicked', '点出来的样例');
  const values = recorded.steps.flatMap((step) => ('values' in step && step.do === 'complete' ? Object.keys(step.values ?? {}) : []));
  expect(values).toContain('F-01');
  const played = await play(recorded);
  expect(played.flatMap(({ failures }) => failures)).toEqual([]);
  expect(played.at(-1)?.state?.at).toEqual(trial.state.at);
});

test('VT13 gives the forms of a task as whoever does it meets them', async () => {
  const trial = await open();
  await trial.start({});
  const [filing] = trial.state.tasks;
  const given = trial.formsOf(filing?.taskId ?? -1);
  expect(given?.forms.map(({ form }) => form.document.id)).toEqual(['F-01', 'F-02']);
  expect(given?.forms[0]?.values['projectName']).toBe('试办项目');
  expect(given?.forms[0]?.access.default).toBe('write');
  await done(trial, 'Task_file');
  const [accepting] = trial.state.tasks;
  const forms = trial.formsOf(accepting?.taskId ?? -1)?.forms ?? [];
  expect(forms.map(({ form, access }) => `${form.document.id} ${access.default}`)).toEqual(['F-01 read', 'F-02 read', 'acceptance write']);
  expect(trial.formsOf(999)).toBeUndefined();
});

test('VT14 rows, files and their faults: what is filled in is written, recorded, and played to the same end', async () => {
  const { trial, play } = await createSimulator().open(sources, MONDAY);
  if (trial === undefined || play === undefined) throw new Error('no trial');
  await trial.start({});
  const id = trial.state.tasks[0]?.taskId ?? -1;
  const contacts = ['13900000001', '13900000002', '13900000003'].map((phone, at) => ({ rowId: `n${at}`, name: '马文华', phone }));
  const approvals = [{ fileId: 'file-1', name: '批复.pdf', bytes: 2048, mediaType: 'application/pdf' }];
  const wrong = contacts.map((row, at) => (at === 1 ? { ...row, phone: '12' } : row));
  await expect(trial.complete(id, undefined, { promise: { contacts: wrong } })).rejects.toMatchObject({
    code: expect.stringContaining('FORM_'),
    sentences: { 'zh-CN': expect.stringContaining('电话') },
  });
  expect(trial.state.tasks[0]?.taskId).toBe(id);
  const state = await trial.complete(id, undefined, { promise: { contacts }, application: { approvals } });
  expect(state.variables).toMatchObject({ promise: { contacts }, application: { approvals } });
  const recorded = trial.recorded('clicked', '点出来的样例');
  expect(recorded.steps[1]).toMatchObject({ values: { 'F-01': { approvals }, 'F-02': { contacts } } });
  const played = await play(recorded);
  expect(played.flatMap(({ failures }) => failures)).toEqual([]);
});

test('VT15 a case is sent back where the task allows it: its clock stands still meanwhile, and what was clicked is played to the same end', async () => {
  const { trial, play } = await createSimulator().open(sources, MONDAY);
  if (trial === undefined || play === undefined) throw new Error('no trial');
  await trial.start({});
  const accepting = await done(trial, 'Task_file');
  const [task] = accepting.tasks;
  expect(task?.returns).toEqual([{ elementId: 'Task_file', name: '填写申请并作出承诺' }]);
  const back = await trial.returnTo(task?.taskId ?? -1, 'Task_file');
  expect(openAt(back)).toEqual(['Task_file']);
  expect(back.timeLine.at(-2)).toMatchObject({ kind: 'returned', elementId: 'Task_accept' });
  await done(trial, 'Task_file');
  await done(trial, 'Task_accept', 'accept');
  const played = await play(trial.recorded('back', '退回一次'));
  expect(played.flatMap(({ failures }) => failures)).toEqual([]);
  await expect(trial.returnTo(999, 'Task_file')).rejects.toMatchObject({ code: 'RUNTIME_TASK_CLOSED' });
});

test('VT15 a file is closed where the task allows it', async () => {
  const flow = String(sources['flow.bpmn']).replace(
    /(<bpmn:userTask id="Task_accept".*?)<tb:operation kind="return"/s,
    '$1<tb:operation kind="reject" /><tb:operation kind="return"',
  );
  const { trial } = await createSimulator().open({ ...sources, 'flow.bpmn': flow }, MONDAY);
  await trial?.start({});
  if (trial === undefined) throw new Error('no trial');
  const [task] = (await done(trial, 'Task_file')).tasks;
  expect(task?.rejects).toBe(true);
  expect(await trial.reject(task?.taskId ?? -1)).toMatchObject({ status: 'completed', ending: 'rejected' });
});

test('VT16 a message is recorded as by whoever may record it, with its forms filled in', async () => {
  const manifest = JSON.parse(String(sources['measure.json'])) as MeasureManifest;
  const small = { ...manifest, parts: { ...manifest.parts, tables: [], scenarios: [], documents: [] } };
  const flow = waitingForLand(String(sources['flow.bpmn']));
  const { trial, play } = await createSimulator().open({ ...sources, 'measure.json': JSON.stringify(small), 'flow.bpmn': flow }, MONDAY);
  if (trial === undefined || play === undefined) throw new Error('no trial');
  await trial.start({});
  const waiting = await done(trial, 'Task_file');
  const [message] = waiting.messages;
  expect(waiting.messages.map(({ elementId }) => elementId)).toEqual(['Event_land']);
  const state = await trial.message(message?.name ?? '');
  expect(state).toMatchObject({ status: 'completed', variables: { landDocuments: expect.anything() } });
  const recorded = trial.recorded('message', '收到用地文件');
  const step = recorded.steps.find((one) => 'do' in one && one.do === 'message');
  expect(step).toMatchObject({ as: 'window', values: { 'land-documents': expect.anything() } });
  expect((await play(recorded)).flatMap(({ failures }) => failures)).toEqual([]);
});

// of the real flow only the filing and the catch event behind it
function waitingForLand(flow: string): string {
  const part = (start: string, end: string): string => flow.slice(flow.indexOf(start), flow.indexOf(end, flow.indexOf(start)) + end.length);
  const bare = (xml: string): string => xml.replace(/\s*<bpmn:(incoming|outgoing)>.*?<\/bpmn:\1>/g, '');
  return `${part('<?xml', '>')}${part('<bpmn:definitions', '>')}${part('<bpmn:message ', '/>')}
    <bpmn:process id="P" isExecutable="true"><bpmn:startEvent id="S" />
      ${bare(part('<bpmn:userTask id="Task_file"', '</bpmn:userTask>'))}
      ${bare(part('<bpmn:intermediateCatchEvent id="Event_land"', '</bpmn:intermediateCatchEvent>'))}<bpmn:endEvent id="E" />
      <bpmn:sequenceFlow id="a" sourceRef="S" targetRef="Task_file" /><bpmn:sequenceFlow id="b" sourceRef="Task_file" targetRef="Event_land" />
      <bpmn:sequenceFlow id="c" sourceRef="Event_land" targetRef="E" /></bpmn:process></bpmn:definitions>`;
}

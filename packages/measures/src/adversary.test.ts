/** People who try what is not theirs, on the ready measure: each attempt is refused with its code, and the case stays as it was. */
import { readFileSync } from 'node:fs';
import { compileMeasure } from '@tongban/compile';
import type {
  Actor,
  CaseService,
  ChangeNotice,
  CommandAnswer,
  FormValues,
  Release,
  Scenario,
  ScenarioStep,
  TaskView,
} from '@tongban/model';
import { createCaseService, createEngine, createMeasureService, type Engine, openMemoryStorage } from '@tongban/runtime';
import { countingIds, type VirtualClock, virtualClock } from '@tongban/runtime/testing';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadMeasure } from './load-measure.ts';

const TENANT = 'jishishan';
const FOREIGN = 'linxia';
const CODE = '2611-622927-04-01-100001';
const OTHERS_CODE = '2611-622927-04-01-100002';
const folder = new URL('../mock-approval/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');
const scenario = JSON.parse(read('scenarios/accepted-and-converted.scenario.json')) as Scenario;
const acts = scenario.steps.filter((step): step is Extract<ScenarioStep, { as: string }> => 'as' in step);
const filing = acts.find((step) => step.do === 'complete' && step.task === 'Task_file') as { readonly values: Values };

type Values = Readonly<Record<string, FormValues>>;

let compiled: Release;
let engine: Engine;
let clock: VirtualClock;
let release: Release;
let commands = 0;

const next = (): string => `command-${++commands}`;
const person = (id: string, tenant = TENANT): Actor => {
  if (id === 'admin') return { id, tenant, name: '管理员', roles: ['administrator'] };
  if (id === 'rival') return { id, tenant, name: '别家', roles: ['applicant'] };
  const { name, roles, department } = scenario.people[id] as NonNullable<Scenario['people'][string]>;
  return { id, tenant, name, roles, ...(department === undefined ? {} : { department }) };
};
const as = (id: string, tenant = TENANT): CaseService => createCaseService(engine, person(id, tenant));
const codes = (answer: CommandAnswer<unknown>): readonly string[] => (answer.ok ? [] : answer.problems.map(({ code }) => code));

beforeAll(async () => {
  compiled = (await compileMeasure(await loadMeasure(async (path) => read(path)))).release as Release;
});

beforeEach(async () => {
  clock = virtualClock(Date.UTC(2026, 10, 23, 1));
  engine = createEngine({ store: openMemoryStorage(), clock, newId: countingIds('id') });
  const online = compiled.manifest.parameters?.map((one) => (one.id === 'channel' ? { ...one, value: 'online' } : one)) ?? [];
  release = { ...compiled, manifest: { ...compiled.manifest, parameters: online } };
  for (const tenant of [TENANT, FOREIGN]) await engine.deploy({ tenant, release });
  const project = { tenant: TENANT, name: '花椒精深加工', enterprise: { name: '陇原花椒' }, creditGrade: 'A-' };
  await engine.storage.records.saveProject({ ...project, code: CODE, owner: 'applicant' });
  await engine.storage.records.saveProject({ ...project, code: OTHERS_CODE, owner: 'rival' });
  await engine.storage.records.saveProject({ ...project, code: '2611-622927-04-01-100003' });
});

/** The open task of a person at an element. */
async function taskOf(who: string, nodeId: string, of?: string): Promise<TaskView> {
  const { entries } = await as(who).tasks({ box: 'todo' });
  const views = await Promise.all(entries.map(({ taskId = '' }) => as(who).task(taskId)));
  const view = views.find((one) => one.nodeId === nodeId && (of === undefined || JSON.stringify(one.of).includes(of)));
  if (view === undefined) throw new Error(`${who} has no task ${nodeId}.`);
  return view;
}

/** Values in which the files are put by `who`. */
async function withFiles(who: string, values: object): Promise<Values> {
  let text = JSON.stringify(values);
  for (const [, name = ''] of text.matchAll(/"fileId":"([^"]+)"/g)) {
    const { fileId } = await as(who).putFile({ name: `${name}.pdf`, mediaType: 'application/pdf', bytes: new Uint8Array(1024) });
    text = text.replaceAll(`"fileId":"${name}"`, `"fileId":"${fileId}"`);
  }
  return JSON.parse(text);
}

async function complete(
  who: string,
  task: TaskView,
  values: object,
  said: { outcome?: string; commandId?: string; revision?: number } = {},
) {
  const { outcome, commandId = next(), revision = task.revision } = said;
  const command = { commandId, taskId: task.taskId, revision, values: values as Values };
  return as(who).complete({ ...command, ...(outcome === undefined ? {} : { outcome }) });
}

/** Started and filed by the applicant. */
async function filed(): Promise<string> {
  const started = await as('applicant').start({ commandId: next(), releaseId: release.id, projectCode: CODE });
  if (!started.ok) throw new Error(codes(started).join());
  const done = await complete('applicant', await taskOf('applicant', 'Task_file'), await withFiles('applicant', filing.values));
  expect(codes(done)).toEqual([]);
  await settle();
  return started.caseId;
}

/** Played up to the task `nodeId`, the scenario's people doing their part. */
async function until(nodeId: string): Promise<string> {
  const caseId = await filed();
  for (const step of acts) {
    if (step.do !== 'complete' || step.task === 'Task_file') continue;
    if (step.task === nodeId) break;
    const task = await taskOf(step.as, step.task, step.of === undefined ? undefined : String(step.of));
    const said = step.outcome === undefined ? {} : { outcome: step.outcome };
    expect(codes(await complete(step.as, task, await withFiles(step.as, step.values ?? {}), said))).toEqual([]);
    await settle();
  }
  return caseId;
}

async function settle(): Promise<void> {
  while ((await engine.runDue()) > 0);
}

const snapshot = async (caseId: string): Promise<string> => JSON.stringify((await engine.storage.cases.load(TENANT, caseId))?.state);

describe('another tenant', () => {
  it('meets ids of this one as if there were none', async () => {
    const caseId = await until('Task_natural_resources');
    const task = await taskOf('nr', 'Task_natural_resources');
    const file = await as('nr').putFile({ name: 'a.pdf', mediaType: 'application/pdf', bytes: new Uint8Array(1) });
    for (const who of ['nr', 'window', 'admin', 'applicant']) {
      const stranger = as(who, FOREIGN);
      await expect(stranger.case(caseId)).rejects.toMatchObject({ code: 'RUNTIME_CASE_UNKNOWN' });
      await expect(stranger.task(task.taskId)).rejects.toMatchObject({ code: 'RUNTIME_TASK_UNKNOWN' });
      await expect(stranger.getFile(file.fileId)).rejects.toMatchObject({ code: 'RUNTIME_FILE_UNKNOWN' });
      await expect(stranger.preview({ taskId: task.taskId, kind: 'reject' })).rejects.toMatchObject({ code: 'RUNTIME_TASK_UNKNOWN' });
      const command = { taskId: task.taskId, revision: task.revision, values: {} };
      expect(codes(await stranger.complete({ commandId: next(), ...command }))).toEqual(['RUNTIME_TASK_UNKNOWN']);
      expect(codes(await stranger.saveDraft({ commandId: next(), ...command }))).toEqual(['RUNTIME_TASK_UNKNOWN']);
      expect(codes(await stranger.claim({ commandId: next(), ...command }))).toEqual(['RUNTIME_TASK_UNKNOWN']);
      expect(codes(await stranger.operate({ commandId: next(), ...command, kind: 'reject', reason: 'x' }))).toEqual([
        'RUNTIME_TASK_UNKNOWN',
      ]);
      expect(codes(await stranger.message({ commandId: next(), name: 'land-documents', key: CODE }))).toEqual(['RUNTIME_MESSAGE_NO_CASE']);
      expect(await stranger.projects()).toEqual([]);
      for (const box of ['todo', 'done', 'started'] as const) expect((await stranger.tasks({ box })).total).toBe(0);
    }
    const measures = createMeasureService({ storage: engine.storage, compile: compileMeasure, actor: person('admin', 'nowhere'), clock });
    expect(await measures.measures()).toEqual([]);
    await expect(measures.draft('mock-approval')).rejects.toMatchObject({ code: 'MEASURE_UNKNOWN' });
    await expect(measures.sources(release.id)).rejects.toMatchObject({ code: 'RUNTIME_RELEASE_UNKNOWN' });
  });
});

describe('an applicant', () => {
  it('reads no opinion in task, case, time line or context, and hears of no case of others', async () => {
    const caseId = await until('Task_notice');
    const view = await as('applicant').case(caseId);
    const text = JSON.stringify({ ...view, forms: view.forms.map(({ values, changes }) => ({ values, changes })), picture: null });
    expect(text).not.toContain('符合规划，同意列入');
    expect(text).not.toContain('主体资格合法');
    const task = view.timeline.length > 0 ? (await as('window').tasks({ box: 'todo' })).entries[0]?.taskId : undefined;
    const seen = JSON.stringify((await as('applicant').task(task ?? '')).forms.map(({ values }) => values));
    expect(seen).not.toContain('符合规划');
    await expect(as('rival').case(caseId)).rejects.toMatchObject({ code: 'RUNTIME_CASE_UNKNOWN' });
    await expect(as('rival').task(task ?? '')).rejects.toMatchObject({ code: 'RUNTIME_TASK_UNKNOWN' });
    expect((await as('applicant').tasks({ box: 'started', text: '同意列入' })).total).toBe(0);

    const over = new AbortController();
    const heard: ChangeNotice[] = [];
    const listening = (async () => {
      for await (const notice of as('rival').changes({ cursor: '0', signal: over.signal })) heard.push(notice);
    })();
    await new Promise((done) => setTimeout(done, 20));
    over.abort();
    await listening;
    expect(heard).toEqual([]);
  });

  it('learns nothing by guessing at a hidden opinion, and sees no draft of others', async () => {
    const caseId = await until('Task_market_supervision');
    const waiting = await taskOf('ms', 'Task_market_supervision');
    const drafted = { 'F-01': { opinionMarketSupervision: { choice: 'disagree', text: '草稿里的话' } } } as never;
    await as('ms').saveDraft({ commandId: next(), taskId: waiting.taskId, revision: waiting.revision, values: drafted });
    for (const who of ['applicant', 'nr', 'window', 'admin'])
      expect(JSON.stringify([await as(who).case(caseId), await as(who).task(waiting.taskId)])).not.toContain('草稿里的话');
    const back = await taskOf('ms', 'Task_market_supervision');
    const sent = { taskId: back.taskId, revision: back.revision, kind: 'return' as const, target: 'Task_file', reason: '补正' };
    expect(codes(await as('ms').operate({ commandId: next(), ...sent }))).toEqual([]);
    const task = await taskOf('applicant', 'Task_file');
    const right = (await engine.load(TENANT, caseId))?.state.data['application']?.values['opinionNaturalResources'];
    expect(right).toMatchObject({ choice: 'agree' });
    for (const guess of [right, { choice: 'agree', text: '' }, null]) {
      const values = { 'F-01': { opinionNaturalResources: guess } } as never;
      const command = { taskId: task.taskId, revision: task.revision, values };
      const answers = [await as('applicant').saveDraft({ commandId: next(), ...command })];
      if (guess !== null) expect(answers.map(codes)).toEqual([['FORM_FIELD_NOT_WRITABLE']]);
    }
    const still = (await engine.load(TENANT, caseId))?.state.data['application']?.values['opinionNaturalResources'];
    expect(still).toEqual(right);
  });

  it('starts for own projects, on the current release, and types no code of another', async () => {
    const start = (who: string, releaseId: string, projectCode?: string) =>
      as(who).start({ commandId: next(), releaseId, ...(projectCode === undefined ? {} : { projectCode }) });
    expect(codes(await start('applicant', release.id, OTHERS_CODE))).toEqual(['RUNTIME_PROJECT_UNKNOWN']);
    expect(codes(await start('applicant', release.id, '2611-622927-04-01-100003'))).toEqual(['RUNTIME_PROJECT_UNKNOWN']);
    expect((await as('applicant').projects()).map(({ code }) => code)).toEqual([CODE]);
    expect(codes(await start('nr', release.id, CODE))).toEqual(['RUNTIME_START_NOT_ALLOWED']);
    expect(codes(await start('applicant', 'sha256:unknown'))).toEqual(['RUNTIME_RELEASE_UNKNOWN']);
    expect(codes(await start('applicant', release.id))).toEqual([]);
    const task = await taskOf('applicant', 'Task_file');
    const stolen = JSON.stringify(filing.values).replaceAll(CODE, OTHERS_CODE);
    expect(codes(await complete('applicant', task, await withFiles('applicant', JSON.parse(stolen))))).toEqual(['RUNTIME_PROJECT_UNKNOWN']);
    await engine.deploy({ tenant: TENANT, release: { ...release, id: 'sha256:newer' } });
    expect(codes(await start('applicant', release.id, CODE))).toEqual(['RUNTIME_RELEASE_UNKNOWN']);
    expect(codes(await start('applicant', 'sha256:newer', CODE))).toEqual([]);
  });

  it('uses no file of others, and none that is not what it says', async () => {
    await as('applicant').start({ commandId: next(), releaseId: release.id, projectCode: CODE });
    const task = await taskOf('applicant', 'Task_file');
    const values = await withFiles('applicant', filing.values);
    const [scan] = (values['F-01'] as unknown as { readonly scan: readonly [{ readonly fileId: string }] }).scan;
    const send = (change: object) => {
      const command = { commandId: next(), taskId: task.taskId, revision: task.revision };
      return as('applicant').saveDraft({ ...command, values: { 'F-01': { scan: [{ ...scan, ...change }] } } as never });
    };
    const foreign = await as('rival').putFile({ name: 'x.pdf', mediaType: 'application/pdf', bytes: new Uint8Array(1024) });
    const abroad = await as('applicant', FOREIGN).putFile({ name: 'x.pdf', mediaType: 'application/pdf', bytes: new Uint8Array(1024) });
    const page = await as('applicant').putFile({ name: 'x.pdf', mediaType: 'text/html', bytes: new Uint8Array(1024) });
    for (const change of [{ fileId: foreign.fileId }, { fileId: abroad.fileId }, { fileId: page.fileId }, { fileId: 'no' }, { bytes: 1 }])
      expect([change, codes(await send(change))]).toEqual([change, ['RUNTIME_FILE_UNKNOWN']]);
    expect(codes(await send({}))).toEqual([]);
  });
});

describe('a department', () => {
  it('does nothing at the task of another, nor does an administrator', async () => {
    const caseId = await until('Task_natural_resources');
    const task = await taskOf('nr', 'Task_natural_resources');
    const before = await snapshot(caseId);
    for (const who of ['ms', 'window', 'admin', 'applicant', 'rival']) {
      const command = { taskId: task.taskId, revision: task.revision };
      expect(codes(await complete(who, task, {}))).toEqual(['RUNTIME_TASK_NOT_YOURS']);
      expect(codes(await as(who).saveDraft({ commandId: next(), ...command, values: {} }))).toEqual(['RUNTIME_TASK_NOT_YOURS']);
      for (const kind of ['claim', 'return', 'reject', 'transfer', 'delegate', 'withdraw'] as const)
        expect(codes(await as(who).operate({ commandId: next(), ...command, kind, target: 'Task_file', reason: 'x', to: who }))).toEqual([
          'RUNTIME_TASK_NOT_YOURS',
        ]);
      await expect(as(who).preview({ taskId: task.taskId, kind: 'return', target: 'Task_file' })).rejects.toMatchObject({
        code: 'RUNTIME_TASK_NOT_YOURS',
      });
    }
    expect(await snapshot(caseId)).toBe(before);
  });

  it('returns, transfers and decides only as its task offers', async () => {
    const caseId = await until('Task_natural_resources');
    const task = await taskOf('nr', 'Task_natural_resources');
    const before = await snapshot(caseId);
    const command = { taskId: task.taskId, revision: task.revision, reason: 'x' };
    for (const target of ['Task_natural_resources', 'Task_accept', 'Task_review', 'Start_apply', '__proto__', ''])
      expect(codes(await as('nr').operate({ commandId: next(), ...command, kind: 'return', target }))).toEqual([
        'RUNTIME_OPERATION_NOT_ALLOWED',
      ]);
    for (const kind of ['transfer', 'delegate', 'withdraw', 'addSigner', 'constructor' as 'copy'])
      expect(codes(await as('nr').operate({ commandId: next(), ...command, kind: kind as 'copy', to: 'ms' }))).toEqual([
        'RUNTIME_OPERATION_NOT_ALLOWED',
      ]);
    expect(codes(await as('nr').operate({ commandId: next(), ...command, kind: 'reject', reason: '  ' }))).toEqual([
      'RUNTIME_REASON_NEEDED',
    ]);
    expect(codes(await complete('nr', task, {}, { outcome: 'accept' }))).toContain('RUNTIME_OUTCOME_NEEDED');
    expect(codes(await complete('nr', task, {}, { revision: task.revision + 1 }))).toEqual(['RUNTIME_TASK_STALE']);
    expect(await snapshot(caseId)).toBe(before);
  });

  it('writes its own opinion, in its own name', async () => {
    const caseId = await until('Task_natural_resources');
    const task = await taskOf('nr', 'Task_natural_resources');
    const step = acts.find((one) => one.do === 'complete' && one.task === 'Task_natural_resources') as { readonly values: Values };
    const own = step.values['F-01'] as object;
    const forged = { choice: 'agree', text: '同意', by: 'ms', byName: '赵志强', department: 'market-supervision', day: '2020-01-01' };
    const before = await snapshot(caseId);
    for (const change of [{ opinionMarketSupervision: forged }, { projectName: '改掉' }, { investment: 1 }, { items: [] }])
      expect(codes(await complete('nr', task, { ...step.values, 'F-01': { ...own, ...change } }))).toContain('FORM_FIELD_NOT_WRITABLE');
    expect(await snapshot(caseId)).toBe(before);
    expect(codes(await complete('nr', task, { ...step.values, 'F-01': { opinionNaturalResources: forged } }))).toEqual([]);
    expect((await engine.load(TENANT, caseId))?.state.data['application']?.values['opinionNaturalResources']).toEqual({
      ...{ choice: 'agree', text: '同意', by: 'nr', byName: '李文海', department: 'natural-resources', day: '2026-11-23' },
    });
  });

  it('writes its own row of the circulation sheet, whatever it does to the rows', async () => {
    const caseId = await until('Task_review');
    const task = await taskOf('eco', 'Task_review', 'HJ-01');
    const step = acts.find((one) => one.do === 'complete' && one.as === 'eco') as { readonly values: Values };
    const [mine] = (step.values['F-04'] as unknown as { readonly rows: readonly [Record<string, unknown>] }).rows;
    const send = (rows: unknown) => complete('eco', task, { 'F-04': { rows } }, { outcome: 'approve' });
    const before = await snapshot(caseId);
    const other = { ...mine, rowId: 'FG-01' };
    const attempts: readonly (readonly [unknown, string])[] = [
      [[mine, other], 'FORM_FIELD_NOT_WRITABLE'],
      [[mine, mine], 'FORM_ROW_ID_INVALID'],
      [[mine, { ...mine, rowId: 'XX-99' }], 'FORM_ROWS_NOT_EXTENSIBLE'],
      [[{ ...mine, itemCode: 'FG-01' }], 'FORM_FIELD_NOT_WRITABLE'],
      [[{ ...mine, rowId: '__proto__' }], 'FORM_ROW_ID_INVALID'],
      [[JSON.parse('{"rowId":"HJ-01","__proto__":{"itemCode":"FG-01"}}')], 'FORM_NAME_FORBIDDEN'],
      [[{ ...mine, constructor: 1 }], 'FORM_NAME_FORBIDDEN'],
      [[{ ...mine, mockDay: '2026-11-26' }], 'FORM_VALUE_TYPE'],
      [[{ ...mine, remark: 'x'.repeat(1_000_000) }], 'FORM_VALUE_TYPE'],
      [Array.from({ length: 100_000 }, () => other), 'FORM_ROWS_TOO_MANY'],
      [{ length: 1 }, 'FORM_VALUE_TYPE'],
    ];
    for (const [rows, code] of attempts) expect(codes(await send(rows))).toContain(code);
    expect(await snapshot(caseId)).toBe(before);

    const forged = { ...(mine['mockSignature'] as object), name: '县长', day: '2020-01-01' };
    expect(codes(await send([{ ...mine, mockSignature: forged }]))).toEqual([]);
    const rows = (await engine.load(TENANT, caseId))?.state.data['circulation']?.values['rows'] as readonly Record<string, unknown>[];
    expect(rows.map(({ rowId }) => rowId)).toHaveLength(3);
    expect(rows.find(({ rowId }) => rowId === 'HJ-01')?.['mockSignature']).toMatchObject({ name: '周明', day: '2026-11-23' });
    expect(rows.filter(({ rowId }) => rowId !== 'HJ-01').every((row) => row['mockDay'] === undefined)).toBe(true);
  });

  it('hands in nothing that is no value', async () => {
    await as('applicant').start({ commandId: next(), releaseId: release.id, projectCode: CODE });
    const task = await taskOf('applicant', 'Task_file');
    const send = (values: unknown) =>
      as('applicant').saveDraft({ commandId: next(), taskId: task.taskId, revision: task.revision, values: values as Values });
    let deep: unknown = 1;
    for (let depth = 0; depth < 5_000; depth++) deep = [deep];
    for (const investment of ['3200', Number.NaN, Number.POSITIVE_INFINITY, { $decimal: '1e999' }, { $decimal: 'x' }, [3200], deep, true])
      expect(codes(await send({ 'F-01': { investment } }))).toEqual(['FORM_VALUE_TYPE']);
    for (const name of ['__proto__', 'constructor', 'prototype'])
      expect(codes(await send({ 'F-01': JSON.parse(`{"${name}":{"a":1}}`) }))).toEqual(['FORM_NAME_FORBIDDEN']);
    for (const name of ['toString', 'hasOwnProperty', 'valueOf']) expect(codes(await send({ 'F-01': { [name]: 1 } }))).toHaveLength(1);
    expect(codes(await send(JSON.parse('{"__proto__":{"a":1}}')))).toEqual(['RUNTIME_FORM_NOT_IN_TASK']);
    for (const form of [null, [], 'x', 1]) expect(codes(await send({ 'F-01': form }))).toEqual(['FORM_VALUES_INVALID']);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it('acts on no case that has ended', async () => {
    const caseId = await until('Task_natural_resources');
    const mine = await taskOf('nr', 'Task_natural_resources');
    const theirs = await taskOf('ms', 'Task_market_supervision');
    const rejected = await as('nr').operate({
      commandId: next(),
      taskId: mine.taskId,
      revision: mine.revision,
      kind: 'reject',
      reason: '不符',
    });
    expect(codes(rejected)).toEqual([]);
    await settle();
    const before = await snapshot(caseId);
    for (const [who, task] of [
      ['nr', mine],
      ['ms', theirs],
    ] as const) {
      expect(codes(await complete(who, task, {}))).toEqual(['RUNTIME_TASK_CLOSED']);
      const command = { taskId: task.taskId, revision: task.revision };
      expect(codes(await as(who).operate({ commandId: next(), ...command, kind: 'reject', reason: 'x' }))).toEqual(['RUNTIME_TASK_CLOSED']);
      expect(codes(await as(who).saveDraft({ commandId: next(), ...command, values: {} }))).toEqual(['RUNTIME_TASK_CLOSED']);
    }
    expect(await snapshot(caseId)).toBe(before);
  });
});

describe('a command id', () => {
  it('gives its own sender the first answer, whatever is sent, and others nothing of it', async () => {
    const caseId = await until('Task_accept');
    const task = await taskOf('window', 'Task_accept');
    const values = (acts.find((step) => step.do === 'complete' && step.task === 'Task_accept') as { readonly values: Values }).values;
    const first = await complete('window', task, values, { outcome: 'accept', commandId: 'same' });
    expect(codes(first)).toEqual([]);
    await settle();
    const before = await snapshot(caseId);
    expect(await complete('window', task, { 'F-01': { projectName: 'x' } }, { outcome: 'no', commandId: 'same' })).toEqual(first);
    const other = await taskOf('nr', 'Task_natural_resources');
    expect(codes(await complete('ms', other, {}, { commandId: 'same' }))).toEqual(['RUNTIME_TASK_NOT_YOURS']);
    expect(codes(await complete('rival', task, {}, { commandId: 'same' }))).toEqual(['RUNTIME_TASK_CLOSED']);
    expect(codes(await as('window', FOREIGN).complete({ commandId: 'same', taskId: task.taskId, revision: 1, values: {} }))).toEqual([
      'RUNTIME_TASK_UNKNOWN',
    ]);
    expect(await snapshot(caseId)).toBe(before);
  });
});

describe('who is no administrator', () => {
  it.each(['window', 'nr', 'applicant'])('%s reads and writes no draft, release or source', async (who) => {
    const service = createMeasureService({ storage: engine.storage, compile: compileMeasure, actor: person(who), clock });
    const calls = [
      service.measures(),
      service.draft('mock-approval'),
      service.saveDraft({ measureId: 'mock-approval', revision: 0, files: {} }),
      service.check('mock-approval'),
      service.publish({ commandId: next(), measureId: 'mock-approval', revision: 0 }),
      service.releases('mock-approval'),
      service.makeCurrent({ commandId: next(), releaseId: release.id }),
      service.sources(release.id),
    ];
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'RUNTIME_NOT_ALLOWED' });
  });
});

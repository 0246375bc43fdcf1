import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../core/event.ts';
import type { Handler } from '../engine/handlers/handler.ts';
import { VALUE_LIMITS } from '../engine/json-values.ts';
import { SYSTEM } from '../engine/own-roles.ts';
import { compare, read } from '../testing/builders/expressions.ts';
import { type FlowOptions, flow } from '../testing/builders/flow.ts';
import { rest } from '../testing/rest.ts';
import { COUNTY, OPENING, people, smallRelease } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';
import { DESK_SHAPES } from './desk-shapes.ts';

const system = { id: 'portal', name: '门户', tenant: COUNTY, roles: [SYSTEM] };
const refused = (code: string) => expect.objectContaining({ code });

// An office with a flow written as text, deployed as a release of the small measure.
async function deployed(text: string, options: FlowOptions = {}, handlers: Readonly<Record<string, Handler>> = {}) {
  const office = await SmallOffice.open({ handlers, retry: { attempts: 1 } });
  const release = { ...smallRelease, id: `sha256:${text}`, program: flow(text, options) };
  await office.engine.deploy({ tenant: COUNTY, release });
  return { office, release, desk: office.engine.as(people.applicant), host: office.engine.as(system) };
}

describe('a desk', () => {
  it('starts a case of a measure with variables, completes its tasks, and tells of the case', async () => {
    const { office, desk, host } = await deployed('start > apply > x; exclusive:x > pay > end; x > endFree', {
      nodes: { apply: { task: { performer: { starter: true }, filings: [], operations: [] } } },
      conditions: { 'x>pay': compare('amount', '>', 100) },
      defaults: { x: 'endFree' },
    });
    const started = mustBeDone(await desk.start({ commandId: 'c1', measureId: 'small', variables: { amount: 50 } }));
    expect(mustBeDone(await desk.start({ commandId: 'c1', measureId: 'small', variables: { amount: 50 } }))).toEqual(started);
    const task = await desk.task(started.taskId ?? '');
    const order = { commandId: 'c2', taskId: task.taskId, revision: task.revision, variables: { amount: 500 } };
    expect(mustBeDone(await desk.complete(order)).next.map(({ name }) => name)).toEqual(['pay']);
    expect(await desk.cases()).toMatchObject({ total: 1, entries: [{ caseId: started.caseId, measureId: 'small', incidents: 0 }] });
    expect((await office.engine.as(people.other).cases()).total).toBe(0);
    expect((await host.cases({ open: true })).total).toBe(1);
    const kinds = (await host.history(started.caseId)).entries.map(({ kind }) => kind);
    expect(kinds).toEqual(['caseStarted', 'taskOpened', 'taskCompleted', 'taskOpened']);
  });

  it('pages through the history, which only operators read', async () => {
    const { desk, host } = await deployed('start > a > end');
    const { caseId } = mustBeDone(await desk.start({ commandId: 'c1', measureId: 'small' }));
    const first = await host.history(caseId, { limit: 1 });
    expect(first).toMatchObject({ total: 2, cursor: '1', entries: [{ kind: 'caseStarted' }] });
    const second = await host.history(caseId, { after: Number(first.cursor), limit: 1 });
    expect(second.entries.map(({ kind }) => kind)).toEqual(['taskOpened']);
    expect(second.cursor).toBeUndefined();
    await expect(desk.history(caseId)).rejects.toEqual(refused('RUNTIME_NOT_ALLOWED'));
    const elsewhere = (await SmallOffice.open()).engine.as({ ...system, tenant: 'elsewhere' });
    await expect(elsewhere.history(caseId)).rejects.toEqual(refused('RUNTIME_CASE_UNKNOWN'));
  });

  it('gives a starter to a case that a window or an operator enters, and to nobody else', async () => {
    const { office, desk, host } = await deployed('start > a > end');
    const starter = { id: people.other.id, name: people.other.name };
    expect(codesOf(await desk.start({ commandId: 'c1', measureId: 'small', starter }))).toEqual(['RUNTIME_NOT_ALLOWED']);
    const { caseId } = mustBeDone(await host.start({ commandId: 'c2', measureId: 'small', starter }));
    expect((await office.engine.as(people.other).cases()).entries.map((entry) => entry.caseId)).toEqual([caseId]);
    expect(codesOf(await host.start({ commandId: 'c3', measureId: 'small', startNode: 'nowhere' }))).toEqual(['RUNTIME_START_UNKNOWN']);
    expect(codesOf(await host.start({ commandId: 'c4', measureId: 'gone' }))).toEqual(['RUNTIME_RELEASE_UNKNOWN']);
    expect(codesOf(await host.start({ commandId: 'c5', measureId: 'small', data: { gone: {} } }))).toEqual(['RUNTIME_FORM_NOT_IN_TASK']);
  });

  it('delivers a message of the host with variables to the one case that waits for it', async () => {
    const { desk, host } = await deployed('start > catch:reply > end', {
      nodes: { reply: { events: [{ kind: 'message', name: '回函' }] } },
    });
    const { caseId } = mustBeDone(await desk.start({ commandId: 'c1', measureId: 'small' }));
    const order = { commandId: 'm1', name: '回函', key: caseId, variables: { number: 7 } };
    expect(codesOf(await desk.message({ ...order, commandId: 'm0' }))).toEqual(['RUNTIME_MESSAGE_NO_CASE']);
    expect(mustBeDone(await host.message(order)).caseId).toBe(caseId);
    expect(mustBeDone(await host.message(order)).caseId).toBe(caseId);
    expect(codesOf(await host.message({ ...order, commandId: 'm2' }))).toEqual(['RUNTIME_MESSAGE_NO_CASE']);
    expect((await host.cases()).entries[0]).toMatchObject({ ended: 'completed' });
  });

  it('records the form values of a message as people do, also when an operator hands them in', async () => {
    const { desk, host } = await deployed('start > catch:reply > end', {
      nodes: { reply: { events: [{ kind: 'message', name: '回函' }] } },
    });
    const { caseId } = mustBeDone(await desk.start({ commandId: 'c1', measureId: 'small' }));
    const order = { commandId: 'm1', name: '回函', key: caseId, values: { 'F-01': { reason: '早开工' } } };
    expect(codesOf(await host.message(order))).toEqual(['RUNTIME_MESSAGE_NO_CASE']);
  });

  it('broadcasts a signal to every case of the tenant that waits for it', async () => {
    const { desk, host } = await deployed('start > catch:halt > end', { nodes: { halt: { events: [{ kind: 'signal', name: '停工' }] } } });
    const first = mustBeDone(await desk.start({ commandId: 'c1', measureId: 'small' })).caseId;
    const second = mustBeDone(await desk.start({ commandId: 'c2', measureId: 'small' })).caseId;
    await expect(desk.signal({ commandId: 's0', name: '停工' })).rejects.toEqual(refused('RUNTIME_NOT_ALLOWED'));
    expect(mustBeDone(await host.signal({ commandId: 's1', name: '停工' })).caseIds).toEqual([first, second]);
    expect(mustBeDone(await host.signal({ commandId: 's2', name: '停工' })).caseIds).toEqual([]);
    expect((await host.cases({ open: true })).total).toBe(0);
  });
});

describe('incidents', () => {
  const failing: Handler = async ({ inputs }) => {
    if (inputs['to'] === null) throw new Error('no receiver');
    return { result: 'sent' };
  };
  const options: FlowOptions = { nodes: { send: { handler: { name: 'send', inputs: { to: read('receiver') }, result: 'answer' } } } };
  const flowText = 'start > service:send > end';

  it('are listed for operators and tried again with changed variables; the case goes on', async () => {
    const { office, desk, host } = await deployed(flowText, options, { send: failing });
    const { caseId } = mustBeDone(await desk.start({ commandId: 'c1', measureId: 'small' }));
    await office.engine.runDue();
    const { entries } = await host.incidents();
    expect(entries).toMatchObject([{ caseId, nodeId: 'send', problem: { code: 'RUNTIME_JOB_FAILED' } }]);
    expect((await host.cases({ incidents: true })).entries.map((row) => row.incidents)).toEqual([1]);
    await expect(desk.incidents()).rejects.toEqual(refused('RUNTIME_NOT_ALLOWED'));
    const order = { commandId: 'r1', caseId, incidentId: entries[0]?.incidentId ?? 0 };
    expect(codesOf(await desk.retryIncident(order))).toEqual(['RUNTIME_NOT_ALLOWED']);
    expect(codesOf(await host.retryIncident({ ...order, commandId: 'r0', data: { gone: {} } }))).toEqual(['RUNTIME_FORM_NOT_IN_TASK']);
    mustBeDone(await host.retryIncident({ ...order, variables: { receiver: '王一' } }));
    await office.engine.runDue();
    expect(await host.incidents()).toMatchObject({ total: 0, entries: [] });
    expect((await office.engine.load(COUNTY, caseId))?.state).toMatchObject({
      variables: { answer: 'sent' },
      ended: { kind: 'completed' },
    });
    expect(codesOf(await host.retryIncident({ ...order, commandId: 'r2' }))).toEqual(['RUNTIME_CASE_ENDED']);
  });

  it('are told in the view of the case: the cause to operators and offices, that it is worked on to applicants', async () => {
    const { office, desk, host } = await deployed(flowText, options, { send: failing });
    const { caseId } = mustBeDone(await desk.start({ commandId: 'c1', measureId: 'small' }));
    await office.engine.runDue();
    const forApplicant = (await desk.case(caseId)).incidents;
    expect(forApplicant).toMatchObject([{ nodeId: 'send', mayRetry: false }]);
    expect(forApplicant[0]?.sentences.en).toBe('"send" met a problem; the office is working on it.');
    const [seen] = (await host.case(caseId)).incidents;
    expect(seen?.mayRetry).toBe(true);
    expect(seen?.sentences.en).toContain('no receiver');
    const admin = office.as(people.admin);
    mustBeDone(await admin.retryIncident({ commandId: 'r1', caseId, incidentId: seen?.incidentId ?? 0, variables: { receiver: '王一' } }));
    await office.engine.runDue();
    expect((await admin.case(caseId)).incidents).toEqual([]);
  });

  it('come back when the retry fails again, under a new number', async () => {
    const { office, desk, host } = await deployed(flowText, options, { send: failing });
    const { caseId } = mustBeDone(await desk.start({ commandId: 'c1', measureId: 'small' }));
    await office.engine.runDue();
    const first = (await host.incidents()).entries[0]?.incidentId ?? 0;
    mustBeDone(await host.retryIncident({ commandId: 'r1', caseId, incidentId: first }));
    await office.engine.runDue();
    const second = (await host.incidents()).entries[0]?.incidentId ?? 0;
    expect(second).toBeGreaterThan(first);
    expect(codesOf(await host.retryIncident({ commandId: 'r2', caseId, incidentId: first }))).toEqual(['RUNTIME_INCIDENT_CLOSED']);
  });

  it('tell of a handler whose result is no JSON', async () => {
    const date = async () => ({ result: new Date(0) as never });
    const { office, desk, host } = await deployed(flowText, { nodes: { send: { handler: { name: 'send', inputs: {} } } } }, { send: date });
    mustBeDone(await desk.start({ commandId: 'c1', measureId: 'small' }));
    await office.engine.runDue();
    const [incident] = (await host.incidents()).entries;
    expect(incident?.problem.sentences['zh-CN']).toContain('值“result”不是 JSON：Date。');
  });
});

describe('values', () => {
  const start = async (variables: object) => {
    const { desk } = await deployed('start > a > end');
    return codesOf(await desk.start({ commandId: 'c1', measureId: 'small', variables: variables as never }));
  };
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
  const itself: Record<string, unknown> = {};
  itself['again'] = itself;

  it.each([
    ['a date', { at: new Date(0) }],
    ['a map', { map: new Map() }],
    ['a function', { run: () => 1 }],
    ['NaN', { amount: Number.NaN }],
    ['infinity', { amount: Number.POSITIVE_INFINITY }],
    ['undefined inside', { list: [undefined] }],
    ['a bigint', { amount: 1n }],
  ])('BI4 that are no JSON are refused: %s', async (_what, variables) => {
    expect(await start(variables)).toEqual(['RUNTIME_VALUE_NOT_JSON']);
  });

  it('BI5 of 1 MiB are taken, larger ones refused', async () => {
    expect(await start({ text: 'x'.repeat(VALUE_LIMITS.textLength) })).toEqual([]);
    expect(await start({ text: 'x'.repeat(VALUE_LIMITS.textLength + 1) })).toEqual(['RUNTIME_VALUE_TOO_LARGE']);
  });

  it('BI5 comments and reasons are no longer than other texts', async () => {
    const { desk } = await deployed('start > a > end');
    const { caseId } = mustBeDone(await desk.start({ commandId: 'c1', measureId: 'small' }));
    const { taskId = '' } = (await desk.case(caseId)).openTasks[0] ?? {};
    const { revision } = await desk.task(taskId);
    const order = { commandId: 'c2', taskId, revision, comment: 'x'.repeat(VALUE_LIMITS.textLength + 1) };
    expect(codesOf(await desk.complete(order))).toEqual(['RUNTIME_VALUE_TOO_LARGE']);
    expect(codesOf(await desk.complete({ ...order, comment: '同意' }))).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['half a character', '\ud800'],
    ['too much', 'x'.repeat(1_001)],
  ])('BI11 a command id of %s is refused', async (_what, commandId) => {
    const { desk } = await deployed('start > a > end');
    expect(codesOf(await desk.start({ commandId, measureId: 'small' }))).toEqual(['RUNTIME_COMMAND_ID']);
    expect(codesOf(await desk.start({ commandId: 'a\u0000b', measureId: 'small' }))).toEqual([]);
  });

  it('BI5 of 100,000 rows are taken, longer and deeper ones refused', async () => {
    expect(await start({ rows: Array(VALUE_LIMITS.listLength).fill(1) })).toEqual([]);
    expect(await start({ rows: Array(VALUE_LIMITS.listLength + 1).fill(1) })).toEqual(['RUNTIME_VALUE_TOO_LARGE']);
    expect(await start({ deep: nested(VALUE_LIMITS.depth - 1) })).toEqual([]);
    expect(await start({ deep: nested(VALUE_LIMITS.depth) })).toEqual(['RUNTIME_VALUE_TOO_LARGE']);
    expect(await start(itself)).toEqual(['RUNTIME_VALUE_TOO_LARGE']);
  });
});

describe('what comes too late or never was', () => {
  it('BI1 a command to a case that has ended is refused, whoever gives it', async () => {
    const { desk, host } = await deployed('start > task:pass > end');
    const { caseId } = mustBeDone(await desk.start({ commandId: 'c1', measureId: 'small' }));
    expect(codesOf(await host.retryIncident({ commandId: 'r1', caseId, incidentId: 1 }))).toEqual(['RUNTIME_CASE_ENDED']);
    expect(codesOf(await host.pause({ commandId: 'p1', caseId, reason: 'publicity' }))).toEqual(['RUNTIME_CASE_ENDED']);
  });

  it('BI2 a task or case that is not there, or is another tenant’s, is unknown', async () => {
    const { office, desk } = await deployed('start > a > end');
    const { caseId } = mustBeDone(await desk.start({ commandId: 'c1', measureId: 'small' }));
    const complete = (of: typeof desk, taskId: string) => of.complete({ commandId: `d ${taskId}`, taskId, revision: 1 });
    expect(codesOf(await complete(desk, `${caseId}.99`))).toEqual(['RUNTIME_TASK_UNKNOWN']);
    expect(codesOf(await complete(desk, 'nothing like a task'))).toEqual(['RUNTIME_TASK_UNKNOWN']);
    expect(codesOf(await complete(office.engine.as(people.stranger), `${caseId}.1`))).toEqual(['RUNTIME_TASK_UNKNOWN']);
    await expect(desk.clocks('gone')).rejects.toEqual(refused('RUNTIME_CASE_UNKNOWN'));
  });

  it('BI3 a task that changed since it was seen is refused with its newer revision; nothing is done', async () => {
    const { desk } = await deployed('start > a > end');
    const { caseId } = mustBeDone(await desk.start({ commandId: 'c1', measureId: 'small' }));
    const [line] = (await desk.case(caseId)).openTasks;
    const taskId = line?.taskId ?? '';
    const answer = await desk.complete({ commandId: 'd1', taskId, revision: 7 });
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'RUNTIME_TASK_STALE', details: { revision: 1 } }] });
    expect((await desk.case(caseId)).openTasks).toHaveLength(1);
  });
});

describe('a clock that shows no instant', () => {
  it.each([Number.NaN, Number.NEGATIVE_INFINITY, '1772413200000', 1_772_413_200_000_000])(
    'BI8 stops whatever asked for it: %s',
    async (shown) => {
      const faults: unknown[] = [];
      let present: unknown = OPENING;
      const office = await SmallOffice.open({ clock: { now: () => present as number }, onFault: (fault) => faults.push(fault) });
      await office.start();
      present = shown;
      const invalid = refused('RUNTIME_CLOCK_INVALID');
      const told = (await office.engine.storage.cases.eventsSince(0, 100, COUNTY)).length;
      await expect(office.complete(people.applicant, 'apply', { 'F-01': { reason: '早开工' } })).rejects.toEqual(invalid);
      await expect(office.as(people.applicant).tasks({ box: 'todo' })).rejects.toEqual(invalid);
      await expect(office.engine.runDue()).rejects.toEqual(invalid);
      expect(await office.engine.storage.cases.eventsSince(0, 100, COUNTY)).toHaveLength(told);
      office.engine.startLoop(() => () => {});
      await expect.poll(() => faults).toEqual([invalid]);
      present = OPENING;
      await office.complete(people.applicant, 'apply', { 'F-01': { reason: '早开工' } });
      await office.engine.close();
    },
  );
});

describe('ports', () => {
  it('identify finds the desk of whoever signed in', async () => {
    const identify = (token: unknown) => (token === 'li' ? people.land : undefined);
    const { engine } = await SmallOffice.open({ identify });
    expect((await engine.signIn('li')).actor).toBe(people.land);
    await expect(engine.signIn('nobody')).rejects.toEqual(refused('RUNTIME_NOT_IDENTIFIED'));
    await expect((await SmallOffice.open()).engine.signIn('li')).rejects.toEqual(refused('RUNTIME_NOT_IDENTIFIED'));
  });

  it('authorize is asked before what operators do, and may refuse it', async () => {
    const asked: string[] = [];
    const authorize = ({ action, measureId }: { readonly action: string; readonly measureId: string }) => {
      asked.push(`${action} ${measureId}`);
      return action !== 'signal';
    };
    const office = await SmallOffice.open({ authorize });
    const program = flow('start > catch:halt > end', { nodes: { halt: { events: [{ kind: 'signal', name: '停工' }] } } });
    await office.engine.deploy({ tenant: COUNTY, release: { ...smallRelease, id: 'sha256:halt', program } });
    const host = office.engine.as(system);
    mustBeDone(await host.start({ commandId: 'c1', measureId: 'small' }));
    expect(codesOf(await host.signal({ commandId: 's1', name: '停工' }))).toEqual(['RUNTIME_NOT_ALLOWED']);
    expect(asked).toEqual(['start small', 'signal small']);
  });

  it('files of the host take the place of the store’s', async () => {
    const kept = new Map<string, unknown>();
    const files = {
      put: async (file: { readonly fileId: string }) => void kept.set(file.fileId, file),
      get: async () => undefined,
    };
    const { engine } = await SmallOffice.open({ files: files as never });
    const { fileId } = await engine.as(people.land).putFile({ name: 'a.pdf', mediaType: 'application/pdf', bytes: Uint8Array.of(1) });
    expect([...kept.keys()]).toEqual([fileId]);
  });
});

it('BI14 a desk is like any other object: spread, listed, replaced in part and taken apart', async () => {
  const { engine } = await SmallOffice.open();
  const desk = engine.as(people.admin);
  const names = Object.keys(DESK_SHAPES);
  expect(names.filter((name) => !Object.keys(desk).includes(name))).toEqual([]);
  expect(['whoAmI' in desk, 'nothing' in desk, Object.hasOwn(desk, 'task'), desk.actor]).toEqual([true, false, true, people.admin]);
  const { whoAmI, cases } = desk;
  expect([await whoAmI(), (await cases()).entries, desk.cases]).toEqual([people.admin, [], cases]);
  const other = { ...desk, whoAmI: async () => people.land };
  expect([await other.whoAmI(), (await other.cases()).entries]).toEqual([people.land, []]);
  await expect(other.task(7 as never)).rejects.toEqual(refused('RUNTIME_ARGUMENT'));
});

describe('a subscription', () => {
  it('hears again of what it failed on, also when nothing else happens', async () => {
    const office = await SmallOffice.open({ onFault: () => {} });
    const heard: number[] = [];
    let failed = false;
    const subscription = office.engine.subscribe({
      tenant: COUNTY,
      cursor: 0,
      listener: (events) => {
        if (failed) heard.push(...events.map(({ cursor }) => cursor));
        else {
          failed = true;
          throw new Error('not now');
        }
      },
    });
    await office.start();
    await expect.poll(() => failed).toBe(true);
    await rest();
    office.engine.startLoop(office.clock.schedule);
    await expect.poll(() => heard.length).toBeGreaterThan(0);
    await subscription.close();
    await office.engine.close();
  });

  it('CL2 closes itself and the engine from inside its listener, also when that has waited before; the batch at hand ends it', async () => {
    const office = await SmallOffice.open();
    const { engine } = office;
    const [closed, done]: [string[], string[]] = [[], []];
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const subscription = engine.subscribe({
      tenant: COUNTY,
      cursor: 0,
      listener: async () => {
        await rest();
        await subscription.close();
        closed.push('subscription');
        await engine.close();
        closed.push('engine');
        await held;
        done.push('batch');
      },
    });
    await office.start();
    await expect.poll(() => closed).toEqual(['subscription', 'engine']);
    const ended = subscription.ended.then(() => done.push('ended'));
    await engine.close();
    expect(done).toEqual([]);
    letGo();
    await ended;
    expect(done).toEqual(['batch', 'ended']);
  });

  it('BI13 from a cursor that is none is a fault, and so is such a place in a history', async () => {
    const faults: unknown[] = [];
    const office = await SmallOffice.open({ onFault: (fault) => faults.push(fault) });
    await office.start();
    const subscription = office.engine.subscribe({ tenant: COUNTY, cursor: Number.NaN, listener: () => {} });
    await expect.poll(() => faults).toEqual([refused('RUNTIME_CURSOR_INVALID')]);
    await subscription.close();
    const history = office.engine.as(people.admin).history(office.caseId, { after: Number.NaN });
    await expect(history).rejects.toEqual(refused('RUNTIME_CURSOR_INVALID'));
  });

  it('hears of everything in order, and again of what it failed on', async () => {
    const faults: unknown[] = [];
    const office = await SmallOffice.open({ onFault: (fault) => faults.push(fault) });
    const heard: string[] = [];
    let failed = false;
    const subscription = office.engine.subscribe({
      tenant: COUNTY,
      cursor: 0,
      listener: (events) => {
        if (!failed) {
          failed = true;
          throw new Error('not now');
        }
        heard.push(...events.map((row) => (row.event as unknown as CaseEvent).kind));
      },
    });
    await office.start();
    await rest();
    await office.complete(people.applicant, 'apply', { 'F-01': { reason: '早开工' } });
    await rest();
    expect(faults).toHaveLength(1);
    expect(heard.slice(0, 2)).toEqual(['caseStarted', 'dataChanged']);
    expect(heard).toHaveLength((await office.engine.storage.cases.eventsSince(0, 100, COUNTY)).length);
    await subscription.close();
    await office.engine.close();
  });
});

/** What hosts and administrators do over HTTP, on a real engine: client, API, services and store in one process. */
import { createHash } from 'node:crypto';
import { china } from '@tongban/calendar';
import { createCaseClient, createHostClient } from '@tongban/client';
import { deployBpmn } from '@tongban/compile';
import type { Actor, Program, Release } from '@tongban/model';
import { bareRelease, createCaseService, createEngine, createMeasureService, type Digest, openMemoryStorage } from '@tongban/runtime';
import { countingIds, virtualClock } from '@tongban/runtime/testing';
import { describe, expect, it } from 'vitest';
import { createApi } from './create-api.ts';

const DAY = 86_400_000;
/** 2026-03-02, a Monday, 09:00 in China. */
const MONDAY = Date.UTC(2026, 2, 2, 1);
const COUNTY = 'county';
const CODE = '2603-622927-04-01-100001';
const person = (id: string, name: string, roles: readonly string[], department?: string): Actor => ({
  ...{ id, name, tenant: COUNTY, roles },
  ...(department === undefined ? {} : { department }),
});
const people = {
  wang: person('wang', '王一', ['applicant']),
  other: person('other', '赵二', ['applicant']),
  window: person('window', '陈窗', ['window'], 'zwfw'),
  second: person('second', '孙窗', ['clerk'], 'zwfw'),
  admin: person('admin', '管理员', ['administrator']),
  system: person('portal', '门户', ['system']),
};

const FLOW = `
  <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tb="https://tongban.dev/schema/bpmn/1">
    <process id="p">
      <startEvent id="start"/>
      <userTask id="check" name="受理"><extensionElements><tb:performer role="window"/><tb:clock limit="check"/></extensionElements></userTask>
      <serviceTask id="register" name="登记"><extensionElements><tb:handler name="register" result="number"/></extensionElements></serviceTask>
      <intermediateCatchEvent id="reply"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
      <endEvent id="end"/>
      <sequenceFlow id="a" sourceRef="start" targetRef="check"/>
      <sequenceFlow id="b" sourceRef="check" targetRef="register"/>
      <sequenceFlow id="c" sourceRef="register" targetRef="reply"/>
      <sequenceFlow id="d" sourceRef="reply" targetRef="end"/>
    </process>
    <message id="m" name="回函"/>
  </definitions>`;
const limits = [{ id: 'check', name: { 'zh-CN': '受理' }, amount: 5, unit: 'workingDay', pauses: ['publicity'] }] as const;

async function releaseOf(releaseId: string): Promise<Release> {
  const { program } = await deployBpmn(FLOW);
  return bareRelease(program as Program, { measureId: 'filing', title: '备案', releaseId, limits: [...limits] });
}

/** GB/T 32905-2016; the examples of the standard stand in the test below. */
const sm3: Digest = { algorithm: 'sm3', hash: (text) => createHash('sm3').update(text).digest('hex') };

/** An API on an engine with one case at the window, and clients of it. */
async function open(given: { readonly digest?: Digest } = {}) {
  const clock = virtualClock(MONDAY);
  const known = Object.values(people);
  const directory = { person: async (_tenant: string, id: string) => known.find((one) => one.id === id) };
  const handlers = {
    register: async () => {
      if (gateway.down) throw new Error('the register does not answer');
      return { result: 'R-1' };
    },
  };
  const gateway = { down: true };
  const engine = createEngine({
    store: openMemoryStorage(),
    clock,
    newId: countingIds('id'),
    directory,
    handlers,
    retry: { attempts: 1 },
    ...given,
  });
  await engine.deploy({ tenant: COUNTY, release: await releaseOf('filing-1') });
  const api = createApi({
    identify: async (request) => known.find(({ id }) => id === request.headers.get('x-person')),
    cases: (actor) => createCaseService(engine, actor),
    measures: (actor) => createMeasureService({ storage: engine.storage, clock, actor, compile: async () => ({ problems: [] }) }),
    host: (actor) => engine.as(actor),
    newId: countingIds('fault'),
  });
  const options = ({ id }: Actor) => ({
    baseUrl: 'http://localhost/api/v1',
    headers: () => ({ 'x-person': id }),
    fetch: (async (url: string, init: RequestInit) => api.fetch(new Request(url, init))) as typeof fetch,
  });
  const started = await engine.as(people.wang).start({ commandId: 'start', measureId: 'filing' });
  const caseId = started.ok ? started.caseId : '';
  const complete = async () => {
    const [line] = (await engine.as(people.window).tasks({ box: 'todo' })).entries;
    const { taskId, revision } = await engine.as(people.window).task(line?.taskId ?? '');
    await engine.as(people.window).complete({ commandId: 'done', taskId, revision });
    await engine.runDue();
  };
  const as = (actor: Actor) => createHostClient(options(actor));
  return { engine, clock, gateway, api, caseId, complete, as, person: (actor: Actor) => createCaseClient(options(actor)) };
}

/** Codes of a refusal. */
const codesOf = (answer: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) =>
  (answer.problems ?? []).map(({ code }) => code);

describe('the addresses of hosts', () => {
  it('list cases, their events and clocks; people see their own', async () => {
    const { as, caseId } = await open();
    expect((await as(people.system).cases({ open: true, text: '备案' })).entries.map((one) => one.caseId)).toEqual([caseId]);
    expect((await as(people.system).cases({ open: false })).total).toBe(0);
    expect((await as(people.wang).cases()).total).toBe(1);
    expect((await as(people.other).cases()).total).toBe(0);
    const page = await as(people.system).history(caseId, { limit: 2 });
    expect(page.entries.map(({ seq }) => seq)).toEqual([1, 2]);
    expect((await as(people.system).history(caseId, { after: Number(page.cursor), limit: 1 })).entries[0]?.seq).toBe(3);
    expect((await as(people.system).clocks(caseId)).map(({ limitId }) => limitId)).toEqual(['check']);
    await expect(as(people.window).history(caseId)).rejects.toMatchObject({ code: 'RUNTIME_NOT_ALLOWED' });
  });

  it('enter a case from paper, and export it as evidence that holds', async () => {
    const { as } = await open();
    const paper = {
      ...{ measureId: 'filing', starter: { id: 'wang', name: '王一' }, startedAt: MONDAY - 19 * DAY },
      places: [{ nodeId: 'check', since: MONDAY - 18 * DAY }],
    };
    const sheet = await as(people.admin).entrySheet({ measureId: 'filing' });
    expect(sheet).toMatchObject({ releaseId: 'filing-1', title: '备案', forms: [] });
    expect(sheet.elements.find(({ name }) => name === '受理')).toMatchObject({ entry: true });
    await expect(as(people.wang).entrySheet({ measureId: 'filing' })).rejects.toMatchObject({ code: 'RUNTIME_NOT_ALLOWED' });
    await expect(as(people.admin).entrySheet({ measureId: 'gone' })).rejects.toMatchObject({ code: 'RUNTIME_RELEASE_UNKNOWN' });
    await expect(as(people.admin).entrySheet({ measureId: 'filing', projectCode: 'x' })).rejects.toMatchObject({
      code: 'RUNTIME_PROJECT_UNKNOWN',
    });
    const preview = await as(people.admin).previewEnter(paper);
    expect(preview).toMatchObject({ problems: [], clocks: [{ light: 'red', nodeId: 'check' }], opens: [{ id: 'check', name: '受理' }] });
    const nowhere = await as(people.admin).previewEnter({ ...paper, places: [{ nodeId: 'x', since: MONDAY }] });
    expect(nowhere.problems.map(({ code }) => code)).toEqual(['RUNTIME_ENTRY_PLACE']);
    expect((await as(people.wang).previewEnter(paper)).problems.map(({ code }) => code)).toEqual(['RUNTIME_NOT_ALLOWED']);
    expect((await as(people.admin).cases()).total).toBe(1);
    const entered = await as(people.admin).enter({ commandId: 'e1', ...paper });
    const caseId = entered.ok ? entered.caseId : '';
    expect((await as(people.admin).clocks(caseId)).map(({ light }) => light)).toEqual(['red']);
    const exported = await as(people.admin).exportCase(caseId);
    expect([exported.caseId, exported.links.length]).toEqual([caseId, 1]);
    expect(await as(people.admin).verifyCase(caseId)).toMatchObject({ ok: true, verified: 1, problems: [] });
    await expect(as(people.window).exportCase(caseId)).rejects.toMatchObject({ code: 'RUNTIME_NOT_ALLOWED' });
    await expect(as(people.admin).verifyCase('nowhere')).rejects.toMatchObject({ code: 'RUNTIME_CASE_UNKNOWN' });
  });

  it('verify the chain by the digest of the host, here SM3 of the platform', async () => {
    expect(sm3.hash('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3.hash('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
    const { as, caseId } = await open({ digest: sm3 });
    expect((await as(people.admin).verifyCase(caseId)).ok).toBe(true);
    expect(JSON.parse((await as(people.admin).exportCase(caseId)).links[0]?.entry ?? '{}')).toMatchObject({ algorithm: 'sm3' });
  });

  it('list what stands still, and try it again with other values', async () => {
    const { engine, as, caseId, complete, gateway } = await open();
    await complete();
    const page = await as(people.admin).incidents({ measureId: 'filing' });
    expect(page.entries.map(({ nodeName, problem }) => [nodeName, problem.code])).toEqual([['登记', 'RUNTIME_JOB_FAILED']]);
    await expect(as(people.window).incidents()).rejects.toMatchObject({ code: 'RUNTIME_NOT_ALLOWED' });
    gateway.down = false;
    const incidentId = page.entries[0]?.incidentId ?? 0;
    expect(await as(people.admin).retryIncident({ commandId: 'i1', caseId, incidentId, variables: { by: 'hand' } })).toMatchObject({
      ok: true,
    });
    await engine.runDue();
    expect((await as(people.admin).incidents()).total).toBe(0);
  });

  it('show an incident with what can be corrected, and the elements there are', async () => {
    const { as, caseId, complete } = await open();
    await complete();
    const [{ incidentId } = { incidentId: 0 }] = (await as(people.admin).incidents()).entries;
    expect(await as(people.admin).incident(caseId, incidentId)).toMatchObject({ nodeName: '登记', variables: {}, forms: [] });
    await expect(as(people.admin).incident(caseId, 999)).rejects.toMatchObject({ code: 'RUNTIME_INCIDENT_CLOSED' });
    await expect(as(people.window).incident(caseId, incidentId)).rejects.toMatchObject({ code: 'RUNTIME_NOT_ALLOWED' });
    const elements = await as(people.window).flowElements('filing-1');
    expect(elements.filter(({ entry }) => entry).map(({ name, kind }) => [name, kind])).toEqual([
      ['受理', 'userTask'],
      ['登记', 'serviceTask'],
      ['reply', 'intermediateCatchEvent'],
      ['end', 'endEvent'],
    ]);
    await expect(as(people.admin).flowElements('nowhere')).rejects.toMatchObject({ code: 'RUNTIME_RELEASE_UNKNOWN' });
    await expect(as(people.wang).flowElements('filing-1')).rejects.toMatchObject({ code: 'RUNTIME_NOT_ALLOWED' });
  });

  it('take in messages and signals', async () => {
    const { as, caseId, complete, gateway } = await open();
    gateway.down = false;
    await complete();
    const order = { commandId: 'm1', name: '回函', key: caseId, variables: { answer: '同意' } };
    expect(await as(people.system).receive(order)).toEqual({ ok: true, how: 'delivered', caseId });
    expect(await as(people.system).receive(order)).toEqual({ ok: true, how: 'repeated' });
    expect(await as(people.system).receive({ ...order, commandId: 'm2', key: CODE })).toMatchObject({ ok: true, how: 'kept' });
    expect(await as(people.system).signal({ commandId: 's1', name: '停工' })).toEqual({ ok: true, caseIds: [] });
    await expect(as(people.window).receive({ ...order, commandId: 'm3' })).rejects.toMatchObject({ code: 'RUNTIME_NOT_ALLOWED' });
    expect((await as(people.system).cases({ open: false })).entries[0]?.ended).toBe('completed');
  });

  it('pause and resume clocks, or say why not', async () => {
    const { as, caseId, clock } = await open();
    const due = async () => (await as(people.admin).clocks(caseId))[0]?.dueAt ?? 0;
    const before = await due();
    const order = { caseId, reason: 'publicity', comment: '公示' };
    expect(await as(people.window).pause({ ...order, commandId: 'p1' })).toEqual({ ok: true, caseId });
    clock.advanceTo(MONDAY + 2 * DAY);
    expect(await as(people.window).resume({ ...order, commandId: 'p2' })).toEqual({ ok: true, caseId });
    expect((await due()) - before).toBe(DAY);
    expect(codesOf(await as(people.window).pause({ ...order, commandId: 'p3', reason: 'lunch' }))).toEqual(['RUNTIME_PAUSE_UNKNOWN']);
    expect(codesOf(await as(people.wang).pause({ ...order, commandId: 'p4' }))).toEqual(['RUNTIME_NOT_ALLOWED']);
  });

  it('say which cases an edition of a calendar moved', async () => {
    const { as } = await open();
    const admin = as(people.admin);
    expect(await admin.rescheduled({ calendarId: 'china', version: 1 })).toMatchObject({ entries: [] });
  });

  it('show what pauses there are and what one would move', async () => {
    const { as, caseId } = await open();
    const admin = as(people.admin);
    const query = { caseId, reason: 'publicity', to: MONDAY + 2 * DAY };
    expect((await admin.previewPause(query)).map(({ movedDays }) => movedDays)).toEqual([1]);
    expect(await admin.previewPause({ ...query, reason: 'lunch' })).toEqual([]);
    expect((await admin.pausedCases()).entries).toEqual([]);
    const move = { caseId, reason: 'publicity', until: MONDAY + 3 * DAY, comment: '延长' };
    expect(codesOf(await admin.movePause({ ...move, commandId: 'm1' }))).toEqual(['RUNTIME_PAUSE_OVER']);
    await admin.pause({ commandId: 'p1', caseId, reason: 'publicity' });
    expect(await admin.movePause({ ...move, commandId: 'm2' })).toEqual({ ok: true, caseId });
    expect(await admin.movePause({ caseId, reason: 'publicity', comment: '由人恢复', commandId: 'm3' })).toEqual({ ok: true, caseId });
    const lasting = [{ reason: 'publicity', name: '公示', since: MONDAY, byCommand: true }];
    expect(await as(people.window).pauses(caseId)).toMatchObject({ reasons: [{ id: 'publicity', name: '公示' }], lasting });
    expect((await admin.pausedCases({ limit: 10 })).entries).toMatchObject([{ caseId, pauses: lasting, clock: { paused: true } }]);
    await expect(as(people.wang).pauses(caseId)).rejects.toMatchObject({ code: 'RUNTIME_NOT_ALLOWED' });
    await expect(as(people.window).pausedCases()).rejects.toMatchObject({ code: 'RUNTIME_NOT_ALLOWED' });
  });

  it('edit a calendar after showing what it would move, and reckon the cases by it', async () => {
    const { as, caseId } = await open();
    const { id } = china;
    const holiday = { name: { 'zh-CN': '民族节日' }, from: '2026-03-06', to: '2026-03-06' };
    const calendar = { ...china, holidays: [...china.holidays, holiday] };
    expect(await as(people.admin).calendar(id)).toBeUndefined();
    expect(await as(people.admin).calendars()).toMatchObject([{ calendar: { id }, version: 0, measures: ['备案'] }]);
    const preview = await as(people.admin).previewCalendar({ calendarId: id, calendar });
    expect(preview.entries.map(({ clocks }) => clocks.map(({ movedDays }) => movedDays))).toEqual([[1]]);
    expect((await as(people.admin).saveCalendar({ calendar, version: 0 })).edition?.version).toBe(1);
    expect((await as(people.admin).saveCalendar({ calendar, version: 0 })).problems[0]?.code).toBe('RUNTIME_CALENDAR_STALE');
    expect(await as(people.admin).reschedule({ commandId: 'r1', calendarId: id })).toMatchObject({ moved: [caseId], refused: [] });
    expect((await as(people.admin).calendar(id, 1))?.savedByName).toBe('管理员');
    expect(await as(people.admin).calendars()).toMatchObject([{ calendar: { id }, version: 1 }]);
    const wrong = { ...calendar, holidays: [{ ...holiday, to: '2026-03-01' }] };
    await expect(as(people.admin).previewCalendar({ calendarId: id, calendar: wrong })).rejects.toMatchObject({
      code: 'RUNTIME_CALENDAR_WRONG',
    });
  });

  it('take cases over to another release, after saying what cannot move', async () => {
    const { engine, as, caseId } = await open();
    await engine.deploy({ tenant: COUNTY, release: await releaseOf('filing-2') });
    const plan = await as(people.admin).previewMigration({ to: 'filing-2', limit: 10 });
    expect(plan.entries.map((one) => [one.caseId, one.problems.length])).toEqual([[caseId, 0]]);
    expect(await as(people.admin).migrate({ commandId: 'g1', to: 'filing-2' })).toMatchObject({ migrated: [caseId], refused: [] });
    await expect(as(people.admin).migrate({ commandId: 'g2', to: 'nowhere' })).rejects.toMatchObject({ code: 'RUNTIME_RELEASE_UNKNOWN' });
  });

  it('set deputies', async () => {
    const { person: client } = await open();
    const order = { commandId: 'd1', deputy: people.second.id, startsAt: MONDAY, endsAt: MONDAY + DAY };
    const set = await client(people.window).setDeputy(order);
    expect(await client(people.window).deputies()).toMatchObject([{ deputy: { name: '孙窗' }, scope: {} }]);
    expect((await client(people.second).tasks({ box: 'todo' })).entries[0]?.onBehalfOf?.name).toBe('陈窗');
    expect((await client(people.window).deputyChoices()).items).toEqual([]);
    await client(people.window).endDeputy({ commandId: 'd2', deputyshipId: set.ok ? set.deputyshipId : '' });
    expect(await client(people.window).deputies()).toEqual([]);
    expect(await client(people.window).deputies({ over: true })).toHaveLength(1);
  });

  it('are not there where the host does not offer them', async () => {
    const { api } = await open();
    const withHost = await (await api.fetch(new Request('http://localhost/api/v1/openapi.json'))).json();
    expect(Object.keys((withHost as { paths: object }).paths)).toContain('/api/v1/migrations/preview');
    const services = { identify: async () => people.admin, cases: () => ({}) as never, measures: () => ({}) as never, newId: () => 'f' };
    expect((await createApi(services).fetch(new Request('http://localhost/api/v1/incidents'))).status).toBe(404);
  });
});

import { describe, expect, it } from 'vitest';
import { stepProblem } from '../in-words.ts';
import { literal, read } from '../testing/builders/expressions.ts';
import { type FlowOptions, flow } from '../testing/builders/flow.ts';
import { rest } from '../testing/rest.ts';
import { COUNTY, OPENING, people, smallRelease } from '../testing/small-measure.ts';
import { mustBeDone, SmallOffice } from '../testing/small-office.ts';
import { createEngine } from './engine.ts';
import type { Handler } from './handlers/handler.ts';

const DAY = 86_400_000;

// A case of a flow written as text, with the handlers given.
async function running(text: string, options: FlowOptions, handlers: Readonly<Record<string, Handler>> = {}) {
  const office = await SmallOffice.open({ handlers, retry: { attempts: 3, firstPauseMs: 1000 } });
  const release = { ...smallRelease, id: `sha256:${text}`, program: flow(text, options) };
  await office.engine.deploy({ tenant: COUNTY, release });
  const start = async (projectCode?: string) => {
    const command = { commandId: office.commandId, releaseId: release.id, ...(projectCode === undefined ? {} : { projectCode }) };
    office.caseId = mustBeDone(await office.as(people.applicant).start(command)).caseId;
    return office.caseId;
  };
  const live = async (caseId = office.caseId) => {
    const found = await office.engine.load(COUNTY, caseId);
    if (found === undefined) throw new Error('No case.');
    return found;
  };
  return { office, start, live };
}

const call: FlowOptions = { nodes: { call: { handler: { name: 'call', inputs: { of: literal('甲') }, result: 'answer' } } } };

describe('jobs', () => {
  const unsayable = {
    toString: () => {
      throw new Error('no words');
    },
  };

  it.each([
    ['a name that no case takes', async () => ({ variables: JSON.parse('{"__proto__":1}') }), 'RUNTIME_NAME_NOT_SAFE'],
    ['a value that is no JSON', async () => ({ variables: { at: new Date(0) } as never }), 'RUNTIME_VALUE_NOT_JSON'],
    ['nothing that can be said', () => Promise.reject(unsayable), 'object'],
    ['more than anybody reads', () => Promise.reject(new Error('x'.repeat(5_000))), 'x'.repeat(2_000)],
  ] satisfies readonly (readonly [string, Handler, string])[])('BI12 %s from a handler is an incident', async (_what, handler, reason) => {
    const { office, start, live } = await running('start > service:call > end', call, { call: handler });
    await start();
    for (let turn = 0; turn < 4; turn++) {
      await office.engine.runDue();
      office.clock.advanceTo(office.clock.now() + DAY);
    }
    const found = (await live()).state.incidents?.[0]?.problem.details['reason'];
    expect(typeof found === 'string' ? found : (found as { readonly code: string }).code).toBe(reason);
  });

  it('call the handler with its inputs and keep the result', async () => {
    const calls: string[] = [];
    const handler: Handler = async ({ inputs, key, today }) => {
      calls.push(`${key} ${inputs['of']} ${today}`);
      return { result: 42 };
    };
    const { office, start, live } = await running('start > service:call > end', call, { call: handler });
    const caseId = await start();
    expect((await live()).state.ended).toBeUndefined();
    expect(await office.engine.runDue()).toBe(1);
    expect(await office.engine.runDue()).toBe(0);
    expect(calls).toEqual([`${caseId}/2 甲 2026-03-02`]);
    expect((await live()).state).toMatchObject({ variables: { answer: 42 }, ended: { kind: 'completed' } });
  });

  it('are shared by engines on one storage: each job goes to one of them', async () => {
    const calls: string[] = [];
    const handlers: Readonly<Record<string, Handler>> = {
      call: async ({ key }) => {
        calls.push(key);
        return { result: 1 };
      },
    };
    const { office, start } = await running('start > service:call > end', call, handlers);
    const second = createEngine({ store: office.engine.storage, clock: office.clock, newId: () => 'unused', handlers });
    for (let cases = 0; cases < 5; cases++) await start();
    await Promise.all([office.engine.runDue(), second.runDue()]);
    expect(calls).toHaveLength(5);
    expect(new Set(calls).size).toBe(5);
    expect((await office.as(people.applicant).tasks({ box: 'started' })).entries.map(({ ended }) => ended)).toEqual(
      Array(5).fill('completed'),
    );
  });

  it('are tried again with growing pauses under the same key, and become an incident at last', async () => {
    const keys = new Set<string>();
    const times: number[] = [];
    const handler: Handler = async ({ key, now }) => {
      keys.add(key);
      times.push(now - OPENING);
      throw new Error('对方系统没有回应。');
    };
    const { office, start, live } = await running('start > service:call > end', call, { call: handler });
    await start();
    for (let due = await office.engine.storage.cases.nextDue(); due !== undefined; due = await office.engine.storage.cases.nextDue()) {
      office.clock.advanceTo(due);
      await office.engine.runDue();
    }
    expect([...keys]).toHaveLength(1);
    expect(times).toEqual([0, 1000, 3000]);
    expect((await live()).state.incidents).toMatchObject([
      { problem: { code: 'RUNTIME_JOB_FAILED', details: { reason: '对方系统没有回应。' } } },
    ]);
    const view = await office.as(people.admin).case(office.caseId);
    expect(view.marks.find(({ nodeId }) => nodeId === 'call')?.state).toBe('incident');
  });

  it('are an incident at once when trying again cannot help', async () => {
    const { office, start, live } = await running('start > service:call > end', call);
    await start();
    await office.engine.runDue();
    const [incident] = (await live()).state.incidents ?? [];
    expect(incident?.problem.details['reason']).toEqual({ code: 'RUNTIME_HANDLER_UNKNOWN', details: { handler: 'call' } });
    expect(incident && stepProblem(incident.problem).sentences['zh-CN']).toContain('未注册');
  });

  it('raise errors that the flow catches', async () => {
    const { office, start, live } = await running(
      'start > service:call > end; caught > endRefused',
      {
        nodes: { ...call.nodes, endRefused: { ending: 'rejected' } },
        boundary: { caught: { on: 'call', event: { kind: 'error', code: 'no' } } },
      },
      { call: async () => ({ error: { code: 'no' } }) },
    );
    await start();
    await office.engine.runDue();
    expect((await live()).state.ended?.kind).toBe('rejected');
  });
});

describe('deploying', () => {
  it('refuses what cannot be run', async () => {
    const office = await SmallOffice.open();
    const unknown = flow('start > review > end', { nodes: { review: { clocks: ['no-such-limit'] } } });
    const release = { ...smallRelease, id: 'sha256:unknown', program: unknown };
    await expect(office.engine.deploy({ tenant: COUNTY, release })).rejects.toMatchObject({ code: 'RUNTIME_REFERENCE_UNKNOWN' });
    expect(await office.engine.release(COUNTY, release.id)).toBeUndefined();
  });
});

describe('timers', () => {
  it('fire when they are due, once', async () => {
    const event = { kind: 'timer' as const, timer: 'duration' as const, value: literal({ $duration: 'P1D' }) };
    const { office, start, live } = await running('start > catch:pause > end', { nodes: { pause: { events: [event] } } });
    await start();
    expect(await office.engine.runDue()).toBe(0);
    office.clock.advanceTo(OPENING + 86_400_000);
    expect(await Promise.all([office.engine.runDue(), office.engine.runDue()])).toContain(1);
    expect((await live()).state.ended?.kind).toBe('completed');
    expect((await office.engine.storage.cases.eventsOf(COUNTY, office.caseId)).filter(({ kind }) => kind === 'timerFired')).toHaveLength(1);
  });

  it('that are overdue when an engine starts fire then, once; a clock that is set back fires nothing early', async () => {
    const event = { kind: 'timer' as const, timer: 'duration' as const, value: literal({ $duration: 'PT1H' }) };
    const { office, start, live } = await running('start > catch:pause > apply > end', { nodes: { pause: { events: [event] } } });
    await start();
    const { storage } = office.engine;
    const at = (now: number) => createEngine({ store: storage, clock: { now: () => now }, newId: () => 'unused' });
    await at(OPENING - 86_400_000).runDue();
    expect((await live()).state.timers).toHaveLength(1);
    const late = at(OPENING + 7 * 86_400_000);
    for (const engine of [late, at(OPENING + 7 * 86_400_000)]) engine.startLoop(() => () => {});
    await rest();
    await late.stop();
    expect(await at(OPENING + 8 * 86_400_000).runDue()).toBe(0);
    const fired = (await storage.cases.eventsOf(COUNTY, office.caseId)).filter(({ kind }) => kind === 'timerFired');
    expect(fired.map((row) => row.at)).toEqual([OPENING + 7 * 86_400_000]);
  });

  it('TM5 that were moved after they were found due come at their new instant', async () => {
    const review = { id: 'review', name: { 'zh-CN': '审查' }, amount: 3, unit: 'workingDay', pauses: ['publicity'] } as const;
    const program = flow('start > wait > end; late > after > end2', {
      nodes: { wait: { clocks: ['review'] } },
      boundary: { late: { on: 'wait', event: { kind: 'timer', timer: 'limit', limit: 'review' } } },
    });
    const { office } = await running('start > end', {});
    const release = { ...smallRelease, id: 'sha256:limited', program, manifest: { ...smallRelease.manifest, limits: [review] } };
    await office.engine.deploy({ tenant: COUNTY, release });
    const { storage } = office.engine;
    // Between the look for what is due and the command, somebody leaves a stretch of the past out of the clocks.
    let leave = async (): Promise<void> => {};
    const leaseTimers: typeof storage.cases.leaseTimers = async (lease) => {
      const found = await storage.cases.leaseTimers(lease);
      if (found.length > 0) await leave();
      return found;
    };
    const cases = new Proxy(storage.cases, {
      get: (target, name) => {
        if (name === 'leaseTimers') return leaseTimers;
        const found: unknown = Reflect.get(target, name);
        return typeof found === 'function' ? found.bind(target) : found;
      },
    });
    const engine = createEngine({ store: { ...storage, cases }, clock: office.clock, newId: () => 'c1' });
    const { caseId } = mustBeDone(await engine.as(people.applicant).start({ commandId: 's', releaseId: release.id }));
    leave = async () => {
      const now = office.clock.now();
      const command = {
        kind: 'pauseClocks',
        commandId: 'p',
        now,
        reason: 'publicity',
        from: OPENING + DAY,
        to: OPENING + 3 * DAY,
      } as const;
      await engine.execute({
        tenant: COUNTY,
        caseId,
        commandId: 'p',
        actorId: 'a',
        decide: () => ({ command, answer: () => ({ ok: true }) }),
      });
    };
    const open = async () =>
      (await storage.cases.tasksOf(COUNTY, caseId)).filter(({ status }) => status === 'open').map(({ nodeId }) => nodeId);
    office.clock.advanceTo((await storage.cases.nextDue()) as number);
    await engine.runDue();
    expect(await open()).toEqual(['wait']);
    leave = async () => {};
    office.clock.advanceTo((await storage.cases.nextDue()) as number);
    await engine.runDue();
    expect(await open()).toEqual(['after']);
  });

  it('that a case no longer waits for are dropped', async () => {
    const { office, start } = await running('start > task:nothing > apply > end', {});
    await start();
    const { cases } = office.engine.storage;
    const live = await office.engine.load(COUNTY, office.caseId);
    const timer = { tenant: COUNTY, caseId: office.caseId, timerId: '77', dueAt: OPENING };
    const none = { set: [], remove: [] };
    await cases.commit({
      ...{ tenant: COUNTY, caseId: office.caseId, expectedVersion: live?.version ?? 0, events: [], data: [], tasks: [], files: [] },
      ...{ row: live?.row as never, state: live?.state as never, timers: { set: [timer], remove: [] }, jobs: none, subscriptions: none },
      ...{ command: { commandId: 'x', actorId: 'x', answer: null }, link: { entry: '{"events":[]}', hash: '', personal: [] } },
    });
    expect(await office.engine.runDue()).toBe(1);
    expect(await cases.nextDue()).toBeUndefined();
  });
});

describe('messages between cases', () => {
  it('reach the case that waits with the same key, once', async () => {
    const arrival = { correlation: read('project.code'), performer: {}, filings: [] };
    const event = { kind: 'message' as const, name: 'go', arrival };
    const waiting = await running('start > catch:wait > end', { nodes: { wait: { events: [event] } } });
    const { engine } = waiting.office;
    const first = await waiting.start('2603-622927-04-01-100001');
    const program = flow('start > throw:tell > end', { nodes: { tell: { events: [event] } } });
    await engine.deploy({ tenant: COUNTY, release: { ...smallRelease, id: 'sha256:teller', program } });
    const command = { commandId: 'tell', releaseId: 'sha256:teller', projectCode: '2603-622927-04-01-100001' };
    mustBeDone(await waiting.office.as(people.applicant).start(command));
    await engine.runDue();
    expect((await waiting.live(first)).state.ended?.kind).toBe('completed');
    expect(await engine.storage.cases.nextDue()).toBeUndefined();
  });
});

describe('the loop', () => {
  it('does work as it comes and when it is due, until it is stopped', async () => {
    const event = { kind: 'timer' as const, timer: 'duration' as const, value: literal({ $duration: 'PT10M' }) };
    const { office, start, live } = await running(
      'start > catch:pause > service:call > end',
      { nodes: { ...call.nodes, pause: { events: [event] } } },
      {
        call: async () => ({ result: 1 }),
      },
    );
    office.engine.startLoop(office.clock.schedule);
    await start();
    for (let minute = 1; minute <= 11; minute++)
      for (let part = 0; part < 6; part++) {
        office.clock.advanceTo(office.clock.now() + 10_000);
        await rest();
      }
    expect((await live()).state.ended?.kind).toBe('completed');
    await office.engine.stop();
    const second = await start();
    office.clock.advanceTo(office.clock.now() + 3_600_000);
    await rest();
    expect((await live(second)).state.ended).toBeUndefined();
  });
});

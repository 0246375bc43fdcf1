import type { ProgramEvent } from '@tongban/model';
import { describe, expect, it, test } from 'vitest';
import { openMemoryStorage } from '../store/memory-store.ts';
import type { Storage } from '../store/store.ts';
import { literal, read } from '../testing/builders/expressions.ts';
import { type FlowOptions, flow } from '../testing/builders/flow.ts';
import { crashing } from '../testing/crash.ts';
import { COUNTY, OPENING, people, smallRelease } from '../testing/small-measure.ts';
import { mustBeDone, SmallOffice } from '../testing/small-office.ts';
import { countingIds, virtualClock } from '../testing/virtual-clock.ts';
import { createEngine } from './engine.ts';
import type { MessageArrival } from './inbound.ts';

const DAY = 86_400_000;
const message = (name: string): ProgramEvent => ({
  kind: 'message',
  name,
  arrival: { correlation: read('code'), performer: {}, filings: [] },
});

/** An office with one more measure, of this flow. */
async function officeWith(text: string, options: FlowOptions = {}) {
  const office = await SmallOffice.open({ messageTtlMs: DAY });
  const deploy = (id: string, program = flow(text, options)) =>
    office.engine.deploy({
      tenant: COUNTY,
      release: { ...smallRelease, id, manifest: { ...smallRelease.manifest, id: 'other' }, program, caseKey: read('code') },
    });
  await deploy('sha256:other');
  const receive = async (change: Partial<MessageArrival> = {}) => {
    const answer = await office.engine.receive({ tenant: COUNTY, id: 'm1', name: 'pushed', key: 'K', ...change });
    if (!answer.ok) throw new Error(answer.problems[0]?.sentences.en);
    return answer;
  };
  const begin = async (variables: object = {}) => {
    const command = { commandId: office.commandId, measureId: 'other', variables } as never;
    return mustBeDone(await office.engine.as(people.admin).start(command)).caseId;
  };
  const cases = async () => (await office.engine.as(people.admin).cases({ measureId: 'other' })).entries;
  const state = async (caseId: string) => (await office.engine.load(COUNTY, caseId))?.state;
  return { office, deploy, receive, begin, cases, state };
}

describe('messages', () => {
  const waiting = { nodes: { wait: { events: [message('pushed')] } } };

  test('IM1 goes to the case that waits for it, with its variables, once', async () => {
    const { receive, begin, state } = await officeWith('start > catch:wait > review > end', waiting);
    const caseId = await begin({ code: 'K' });
    expect(await receive({ variables: { area: 3 } })).toEqual({ ok: true, how: 'delivered', caseId });
    expect((await state(caseId))?.variables).toMatchObject({ area: 3 });
    expect(await receive()).toEqual({ ok: true, how: 'repeated' });
  });

  test('IM2 begins a case where nobody waits and a start waits for it; the case belongs to the sender', async () => {
    const { receive, cases, state } = await officeWith('start > review > end', {
      nodes: { start: { events: [{ kind: 'message', name: 'pushed' }] } },
    });
    const by = { id: 'u-wang', name: '王一' };
    const receipt = await receive({ variables: { code: 'K9' }, by });
    expect(receipt).toMatchObject({ how: 'started' });
    expect(await receive()).toEqual({ ok: true, how: 'repeated' });
    expect(await cases()).toMatchObject([{ key: 'K9' }]);
    expect((await state((receipt as { caseId: string }).caseId))?.starter).toEqual(by);
  });

  test('IM3 one that comes early is kept and delivered when a case waits for it', async () => {
    const { office, receive, begin, state } = await officeWith('start > catch:wait > review > end', waiting);
    expect(await receive({ variables: { area: 3 } })).toEqual({ ok: true, how: 'kept', until: OPENING + DAY });
    expect(await office.engine.runDue()).toBe(0);
    const [first, second] = [await begin({ code: 'K' }), await begin({ code: 'K' })];
    expect(await office.engine.runDue()).toBe(1);
    const standing = await Promise.all([first, second].map(async (id) => (await state(id))?.subscriptions === undefined));
    expect(standing.filter(Boolean)).toHaveLength(1);
    expect(await receive()).toEqual({ ok: true, how: 'repeated' });
  });

  test('IM3 a kept message expires', async () => {
    const { office, receive, begin, state } = await officeWith('start > catch:wait > review > end', waiting);
    await receive();
    await receive({ id: 'm2', ttlMs: 2 * DAY, variables: { second: true } });
    office.clock.advanceTo(OPENING + DAY);
    const caseId = await begin({ code: 'K' });
    await office.engine.runDue();
    expect((await state(caseId))?.variables).toMatchObject({ second: true });
  });

  test('IM4 goes from case to case, also to a case that it begins from the same release', async () => {
    const { office, begin, cases, state } = await officeWith('start > throw:tell > catch:wait > end', {
      nodes: {
        tell: { events: [message('ask')], assigns: [{ variable: 'code', value: read('code'), at: 'out' }] },
        wait: { events: [message('answer')] },
        start2: { events: [{ kind: 'message', name: 'ask' }] },
        reply: { events: [message('answer')], assigns: [{ variable: 'said', value: literal('yes'), at: 'out' }] },
      },
      processes: { helper: 'start2 > send:reply > end2' },
    });
    const caseId = await begin({ code: 'K' });
    await office.engine.runDue();
    expect(await cases()).toMatchObject([{ ended: 'completed' }, { ended: 'completed' }]);
    expect((await state(caseId))?.variables).toMatchObject({ said: 'yes' });
  });

  it.each([
    [{ variables: { amount: Number.NaN } }, 'RUNTIME_VALUE_NOT_JSON'],
    [{ variables: { amount: 1n } as never }, 'RUNTIME_VALUE_NOT_JSON'],
    [{ variables: { text: 'x'.repeat(1_048_577) } }, 'RUNTIME_VALUE_TOO_LARGE'],
    [{ variables: JSON.parse('{"__proto__":1}') }, 'RUNTIME_NAME_NOT_SAFE'],
    [{ ttlMs: Number.NaN }, 'RUNTIME_VALUE_NOT_JSON'],
    [{ ttlMs: Number.POSITIVE_INFINITY }, 'RUNTIME_VALUE_NOT_JSON'],
  ])('BI10 are refused as they come, not kept and lost: %#', async (change, code) => {
    const { office, receive } = await officeWith('start > catch:wait > review > end', waiting);
    const answer = await office.engine.receive({ tenant: COUNTY, id: 'm1', name: 'pushed', key: 'K', ...change });
    expect(answer).toMatchObject({ ok: false, problems: [{ code }] });
    expect(await receive({ ttlMs: 1e300 })).toMatchObject({ how: 'kept', until: 253_402_300_799_999 });
  });

  it('are refused when their values are none', async () => {
    const { office } = await officeWith('start > review > end', { nodes: { start: { events: [{ kind: 'message', name: 'pushed' }] } } });
    const answer = await office.engine.receive({
      tenant: COUNTY,
      id: 'm',
      name: 'pushed',
      key: '',
      variables: { ['__proto__x'.slice(0, 9)]: 1 },
    });
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'RUNTIME_NAME_NOT_SAFE' }] });
  });
});

test('IM3 a program of the host hands in a message under its command id', async () => {
  const { office, begin, state } = await officeWith('start > catch:wait > review > end', {
    nodes: { wait: { events: [message('pushed')] } },
  });
  const desk = office.engine.as(people.admin);
  const order = { commandId: 'r1', name: 'pushed', key: 'K', variables: { area: 3 }, ttlMs: DAY };
  expect(await desk.receive(order)).toMatchObject({ how: 'kept' });
  const caseId = await begin({ code: 'K' });
  await office.engine.runDue();
  expect((await state(caseId))?.variables).toMatchObject({ area: 3 });
  expect(await desk.receive(order)).toEqual({ ok: true, how: 'repeated' });
  await expect(office.engine.as(people.applicant).receive(order)).rejects.toMatchObject({ code: 'RUNTIME_NOT_ALLOWED' });
});

describe('signals', () => {
  test('IM5 a signal begins a case at every start that waits for it, and reaches those that wait', async () => {
    const { office, begin, cases, state } = await officeWith('start > throw:call > end', {
      nodes: { call: { events: [{ kind: 'signal', name: 'alarm' }] }, start2: { events: [{ kind: 'signal', name: 'alarm' }] } },
      processes: { one: 'start2 > a > end2' },
    });
    await begin();
    await office.engine.runDue();
    const begun = (await cases()).filter(({ ended }) => ended === undefined);
    expect(begun).toHaveLength(1);
    expect((await state(begun[0]?.caseId as string))?.process).toBeGreaterThan(0);
    const again = await office.engine.startBySignal({ tenant: COUNTY, id: 's1', name: 'alarm' });
    expect(await office.engine.startBySignal({ tenant: COUNTY, id: 's1', name: 'alarm' })).toEqual(again);
    expect(again).toHaveLength(1);
  });
});

describe('start timers', () => {
  const timer = (kind: 'date' | 'duration' | 'cycle', value: string): FlowOptions => ({
    nodes: { start: { events: [{ kind: 'timer', timer: kind, value: literal(value) }] } },
  });
  const text = 'start > review > end';

  test('IM6 begin a case at an instant, after a duration from publishing, or again and again', async () => {
    const date = await officeWith(text, timer('date', '2026-03-03T09:00:00+08:00'));
    expect(await date.office.engine.runDue()).toBe(0);
    date.office.clock.advanceTo(OPENING + DAY);
    expect(await date.office.engine.runDue()).toBe(1);
    expect(await date.cases()).toHaveLength(1);
    const daily = await officeWith(text, timer('cycle', 'R3/P1D'));
    for (let day = 1; day <= 5; day++) {
      daily.office.clock.advanceTo(OPENING + day * DAY);
      await daily.office.engine.runDue();
    }
    expect(await daily.cases()).toHaveLength(3);
    expect(await daily.office.engine.storage.measures.nextStart()).toBeUndefined();
  });

  test('IM6 times that passed while nothing ran are not made up for, and an old date begins nothing', async () => {
    const hourly = await officeWith(text, timer('cycle', 'R/PT1H'));
    hourly.office.clock.advanceTo(OPENING + DAY + 60_000);
    await hourly.office.engine.runDue();
    expect(await hourly.cases()).toHaveLength(1);
    expect(await hourly.office.engine.storage.measures.nextStart()).toBe(OPENING + DAY + 3_600_000);
    const past = await officeWith(text, timer('date', '2026-01-01'));
    expect(await past.office.engine.storage.measures.nextStart()).toBeUndefined();
  });

  test('IM6 a value that is no time is refused when it is published', async () => {
    await expect(officeWith(text, timer('duration', '3 days'))).rejects.toMatchObject({ code: 'RUNTIME_TIMER_VALUE_INVALID' });
  });

  test('IM6 those of a new release take the place of the old ones', async () => {
    const { office, deploy, cases } = await officeWith(text, timer('cycle', 'R/PT1H'));
    await deploy('sha256:newer', flow(text));
    office.clock.advanceTo(OPENING + DAY);
    expect(await office.engine.runDue()).toBe(0);
    expect(await cases()).toEqual([]);
  });
});

test('BI10 a signal with values that no case would take reaches nobody', async () => {
  const { office, cases } = await officeWith('start > a > end', { nodes: { start: { events: [{ kind: 'signal', name: 'alarm' }] } } });
  const answer = await office.engine.as(people.admin).signal({ commandId: 's', name: 'alarm', variables: JSON.parse('{"__proto__":1}') });
  expect(answer).toMatchObject({ ok: false, problems: [{ code: 'RUNTIME_NAME_NOT_SAFE' }] });
  expect(await cases()).toEqual([]);
});

describe('a process that dies', () => {
  const program = flow('start > throw:tell > catch:wait > end', {
    nodes: {
      tell: { events: [message('ask')] },
      wait: { events: [message('pushed')] },
      start2: { events: [{ kind: 'message', name: 'ask' }] },
      start3: { events: [{ kind: 'timer', timer: 'duration', value: literal('P1D') }] },
    },
    processes: { helper: 'start2 > a > end2', timed: 'start3 > b > end3' },
  });
  const release = {
    ...smallRelease,
    id: 'sha256:dying',
    manifest: { ...smallRelease.manifest, id: 'other' },
    program,
    caseKey: read('code'),
  };

  /** Does it all; whoever gets no answer asks again, of a new engine on what was kept. */
  async function runDying(n: number, when: 'before' | 'after') {
    const storage = openMemoryStorage();
    const crash = crashing(storage, n, when);
    const clock = virtualClock(OPENING);
    const newId = countingIds('id');
    const engineOn = (store: Storage) => createEngine({ store, clock, newId, leaseMs: 1 });
    let engine = engineOn(crash.storage);
    const steps = [
      () => engine.deploy({ tenant: COUNTY, release }),
      () => engine.receive({ tenant: COUNTY, id: 'early', name: 'pushed', key: 'K' }),
      () => engine.as(people.admin).start({ commandId: 's', measureId: 'other', variables: { code: 'K' } }),
      () => engine.runDue(),
      () => engine.runDue(),
    ];
    for (const step of steps) {
      await step().catch(async (error: unknown) => {
        crash.expect(error);
        engine = engineOn(storage);
        clock.advanceTo(clock.now() + 1000);
        return step();
      });
      clock.advanceTo(clock.now() + DAY / 2);
    }
    return { crash, engine };
  }

  test.each(['before', 'after'] as const)('IM1 %s any write loses no message and begins no case twice', async (when) => {
    const { crash: count } = await runDying(Number.POSITIVE_INFINITY, when);
    expect(count.writes()).toBeGreaterThan(10);
    for (let n = 1; n <= count.writes(); n++) {
      const { crash, engine } = await runDying(n, when);
      expect(crash.happened(), `crash ${n}`).toBe(true);
      const { entries } = await engine.as(people.admin).cases({ measureId: 'other' });
      const states = await Promise.all(entries.map(async ({ caseId }) => (await engine.load(COUNTY, caseId))?.state));
      const stand = states.map((state) => `${program.nodes[state?.process ?? -1]?.id} ${state?.ended?.kind ?? 'open'}`).sort();
      expect(stand, `crash ${n}`).toEqual(['helper open', 'process completed', 'timed open']);
    }
  });
});

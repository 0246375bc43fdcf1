/** The edge of the engine: whatever is handed in has a stated answer; after closing, everything is refused. */
import { isTongbanError } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { createProcess } from '../process/bpmn-process.ts';
import { createCaseService } from '../services/case-service.ts';
import type { Desk } from '../services/desk.ts';
import { CASE_SHAPES, DESK_SHAPES, MEASURE_SHAPES } from '../services/desk-shapes.ts';
import { createMeasureService } from '../services/measure-service.ts';
import { openMemoryStorage } from '../store/memory-store.ts';
import { flow } from '../testing/builders/flow.ts';
import { COUNTY, OPENING, people, smallRelease } from '../testing/small-measure.ts';
import { SmallOffice } from '../testing/small-office.ts';
import { virtualClock } from '../testing/virtual-clock.ts';
import { createEngine, type Engine } from './engine.ts';

type Method = (...given: readonly unknown[]) => unknown;

const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;
const throwing = {
  get commandId(): string {
    throw new Error('a getter');
  },
};
const angry = new Proxy(
  {},
  {
    ownKeys() {
      throw new Error('a proxy');
    },
    get() {
      throw new Error('a proxy');
    },
  },
);
/** What nobody should hand in, by name. */
const HOSTILE: Readonly<Record<string, unknown>> = {
  ...{ nothing: undefined, null: null, NaN: Number.NaN, number: 7, flag: true, list: [], order: {}, date: new Date(0), call: () => {} },
  ...{ cyclic, throwing, angry, long: 'x'.repeat(1_048_577), half: '\uD800', nul: '\0', symbol: Symbol('s') },
  holes: { a: null, b: [null], 'F-01': null, id: null },
  nulls: [null],
  proto: JSON.parse('{"__proto__":{"a":1}}'),
};
const TEXT = 'nothing-such';
/** A fitting order, so that one property at a time can be wrong. */
const FITTING: Readonly<Record<string, unknown>> = {
  ...{ commandId: '', caseId: TEXT, taskId: TEXT, measureId: TEXT, releaseId: TEXT, calendarId: TEXT, copyId: TEXT, deputyshipId: TEXT },
  ...{
    uploadId: TEXT,
    nodeId: TEXT,
    kind: 'return',
    box: 'todo',
    name: TEXT,
    key: TEXT,
    reason: TEXT,
    person: TEXT,
    deputy: TEXT,
    to: TEXT,
  },
  ...{
    mediaType: TEXT,
    digest: TEXT,
    title: TEXT,
    revision: 1,
    version: 1,
    incidentId: 1,
    offset: 0,
    startsAt: 1,
    endsAt: 2,
    startedAt: 1,
  },
  ...{ values: {}, files: {}, starter: { id: 'a', name: 'a' }, places: [], calendar: {}, bytes: new Uint8Array(1) },
  ...{ signal: { aborted: true, addEventListener: () => {}, removeEventListener: () => {} } },
};

/** Every way to call a method wrongly: hostile arguments, then fitting orders with one hostile property. */
function wrongCalls(shape = '', real: Readonly<Record<string, unknown>> = {}): readonly (readonly [string, readonly unknown[]])[] {
  const whole = Object.entries(HOSTILE).map(([how, value]) => [how, shape.split(',').map(() => value)] as const);
  const names = shape
    .replace(/^\?/, '')
    .split(' ')
    .map((one) => one.replace(/[?:].*$/, ''));
  if (shape.startsWith('=')) return [...whole, ['a real case', [real['caseId'], undefined]]];
  const fitting = Object.fromEntries(names.filter((name) => name in FITTING).map((name) => [name, real[name] ?? FITTING[name]]));
  const parts = names
    .filter((name) => name !== 'commandId')
    .flatMap((name) => Object.entries(HOSTILE).map(([how, value]) => [`${name}: ${how}`, [{ ...fitting, [name]: value }]] as const));
  return [...whole, ...parts];
}

/** What came of it, when it is no stated answer. */
async function unstated(call: () => unknown): Promise<string | undefined> {
  try {
    const answer = await call();
    if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer)
      for await (const _ of answer as AsyncIterable<unknown>) break;
    return undefined;
  } catch (error) {
    return isTongbanError(error) ? undefined : String((error as Error)?.stack ?? error).slice(0, 300);
  }
}

async function findingsOf(
  service: object,
  shapes: Readonly<Record<string, string | undefined>>,
  real?: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, method] of Object.entries(service)) {
    if (typeof method !== 'function') continue;
    for (const [how, given] of wrongCalls(shapes[name], real)) {
      const because = await unstated(() => (method as Method)(...given));
      if (because !== undefined) found.push(`${name}(${how}): ${because}`);
    }
  }
  return found;
}

const measuresOf = (engine: Engine) =>
  createMeasureService({ storage: engine.storage, compile: async () => ({ problems: [] }), actor: people.admin, clock: engine.clock });

describe('the edge', () => {
  it.each(['admin', 'window'] as const)('BI14 has a stated answer to whatever %s hands in, and changes nothing', async (who) => {
    const office = await SmallOffice.open();
    await office.filed();
    const { engine, caseId } = office;
    const { taskId, revision } = await office.task('check');
    // With real ids and a command id that is none, all is looked at before it is refused.
    const real = { caseId, taskId, revision, measureId: 'small', releaseId: smallRelease.id, to: smallRelease.id, reason: 'publicity' };
    const before = await engine.storage.cases.load(COUNTY, caseId);
    expect(await findingsOf(engine.as(people[who]), DESK_SHAPES)).toEqual([]);
    expect(await findingsOf(engine.as(people[who]), DESK_SHAPES, real)).toEqual([]);
    expect(await findingsOf(createCaseService(engine, people[who]), CASE_SHAPES, real)).toEqual([]);
    expect(await findingsOf(measuresOf(engine), MEASURE_SHAPES)).toEqual([]);
    expect(await engine.storage.cases.load(COUNTY, caseId)).toEqual(before);
    expect((await engine.as(people.admin).cases()).total).toBe(1);
  });

  it('BI14 every operation of a desk and of the services is in the table, or takes nothing', async () => {
    const { engine } = await SmallOffice.open();
    const without = (service: object, shapes: object) =>
      Object.entries(service).flatMap(([name, method]) => (typeof method === 'function' && !(name in shapes) ? [name] : []));
    expect(without(engine.as(people.admin), DESK_SHAPES)).toEqual(['whoAmI', 'startable', 'deputyChoices', 'calendars']);
    expect(without(measuresOf(engine), MEASURE_SHAPES)).toEqual(['measures', 'upperMeasures']);
  });

  it('BI14 has a stated answer to whatever is handed to the engine itself', async () => {
    const { engine } = await SmallOffice.open();
    const names = [
      'as',
      'signIn',
      'deploy',
      'release',
      'load',
      'start',
      'execute',
      'erase',
      'receive',
      'startBySignal',
      'startLoop',
      'subscribe',
    ];
    const found: string[] = [];
    for (const name of names)
      for (const [how, value] of Object.entries(HOSTILE)) {
        const method = engine[name as keyof Engine] as Method;
        const given = [
          [value, value],
          ...(name === 'deploy'
            ? [[{ tenant: COUNTY, release: value }], [{ tenant: COUNTY, release: { ...smallRelease, program: value } }]]
            : []),
        ];
        for (const one of given) {
          const because = await unstated(() => method(...one));
          if (because !== undefined) found.push(`${name}(${how}): ${because}`);
        }
      }
    expect(found).toEqual([]);
    await engine.close();
  });

  it('BI14 options of another kind make no engine, and a flag is true or false', () => {
    const fitting = { store: openMemoryStorage(), clock: virtualClock(OPENING), newId: () => 'x' };
    const codeOf = (options: unknown) => {
      try {
        createEngine(options as Parameters<typeof createEngine>[0]);
        return undefined;
      } catch (error) {
        return (error as { readonly code?: string }).code;
      }
    };
    expect(codeOf(fitting)).toBeUndefined();
    const wrong = [
      null,
      undefined,
      {},
      { ...fitting, clock: null },
      { ...fitting, noticeTasks: 'yes' },
      { ...fitting, handlers: { a: 1 } },
    ];
    expect([...wrong, { ...fitting, leaseMs: Number.NaN }, { ...fitting, notify: 'sms' }].map(codeOf)).toEqual(
      Array.from({ length: 8 }, () => 'RUNTIME_ARGUMENT'),
    );
  });
});

describe('the edge of a process in memory', () => {
  const { program } = smallRelease;
  const options = { now: () => OPENING };

  it('BI14 has a stated answer to whatever is handed in', async () => {
    const process = createProcess(flow('start > review > end'), options);
    await process.start();
    const found: string[] = [];
    for (const [how, value] of Object.entries(HOSTILE)) {
      const because = await unstated(() => createProcess(value as typeof program, options));
      const bare = await unstated(() => createProcess(program, value as typeof options));
      found.push(...[because, bare].flatMap((one) => (one === undefined ? [] : [`${how}: ${one}`])));
      for (const name of ['start', 'returnTo', 'startActivity', 'message', 'signal', 'retry'] as const)
        for (const given of [[value], ['x', value], ['x', 'x', value]]) {
          const wrong = await unstated(() => (process[name] as Method)(...given));
          if (wrong !== undefined) found.push(`${name}(${how}): ${wrong}`);
        }
      for (const given of [[value], ['review', value === undefined ? null : value]]) {
        const wrong = await unstated(() => (process.complete as Method)(...given));
        if (wrong !== undefined) found.push(`complete(${how}): ${wrong}`);
      }
    }
    expect(found).toEqual([]);
  });
});

describe('a closed engine', () => {
  it('CL1 refuses every call with a code, ends its streams, and is closed once', async () => {
    const { engine } = await SmallOffice.open();
    const desk = engine.as(people.admin);
    const signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };
    const stream = engine.changes({ tenant: COUNTY, signal })[Symbol.asyncIterator]();
    const next = stream.next();
    const subscription = engine.subscribe({ tenant: COUNTY, listener: () => {} });
    expect(engine.closed).toBe(false);
    await Promise.all([engine.close(), engine.close()]);
    expect([engine.closed, (await next).done]).toEqual([true, true]);
    await subscription.close();
    await engine.stop();
    const refused = { code: 'RUNTIME_CLOSED' };
    for (const [name, method] of Object.entries(desk) as [keyof Desk, Method][]) {
      if (typeof method !== 'function') continue;
      await expect((async () => method({}))(), name).rejects.toMatchObject(refused);
    }
    await expect(engine.runDue()).rejects.toMatchObject(refused);
    expect(() => engine.startLoop(() => () => {})).toThrow(expect.objectContaining(refused));
    expect(() => engine.subscribe({ tenant: COUNTY, listener: () => {} })).toThrow(expect.objectContaining(refused));
  });
});

import { expect, test } from 'vitest';
import type { CaseEvent } from '../core/event.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { openMemoryStorage } from '../store/memory-store.ts';
import { checkClocks } from './check-clocks.ts';
import { officeAct } from './random-office.ts';
import { randomReleases } from './random-release.ts';
import { checkReplay } from './replay.ts';
import { OPENING } from './small-measure.ts';
import { countingIds } from './virtual-clock.ts';

const TENANT = 'crash';
const HOUR = 3_600_000;
const ACTOR = { id: 'u1', name: '王一', department: 'zwfw' };
const SEEDS = [1, 2, 3];
/** What must have come of it, so that the rest is worth something. */
const EXPECTED = [
  'calendarChanged',
  'caseEntered',
  'caseMigrated',
  'caseSuspended',
  'clockMoved',
  'clockResumed',
  'pauseEnded',
  'timeExcluded',
];
const ASIDE = [{ kind: 'suspend' }, { kind: 'resume' }, { kind: 'copy', nodeId: 'apply', to: [{ id: 'u3', name: '吴三' }] }];

function seededRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Somebody does a task of the case, or something that does not move it. */
async function doSomething(engine: Engine, caseId: string, below: (limit: number) => number): Promise<void> {
  const facts = { commandId: engine.newId(), now: engine.clock.now(), actor: ACTOR };
  const aside = ASIDE[below(ASIDE.length * 3)];
  await engine.execute({
    ...{ tenant: TENANT, caseId, commandId: facts.commandId, actorId: ACTOR.id },
    decide: ({ tasks }) => {
      const open = tasks.filter(({ status }) => status === 'open');
      const taskId = Number(open[below(Math.max(1, open.length))]?.taskId.split('.').at(-1));
      const order = aside ?? { kind: 'completeTask', taskId, variables: { outcome: 'done' } };
      return { command: { ...facts, ...order } as never, answer: () => ({}) };
    },
  });
}

/** Lets the offices work for a while; the kinds of events that came of it. */
async function work(seed: number): Promise<ReadonlySet<string>> {
  let now = OPENING;
  const below = seededRandom(seed);
  const storage = openMemoryStorage();
  const engine = createEngine({ store: storage, clock: { now: () => now }, newId: countingIds(String(seed)), handlers: {} });
  for (const release of randomReleases) await engine.deploy({ tenant: TENANT, release });
  const desk = engine.as({ id: 'admin', name: '管理员', tenant: TENANT, roles: ['administrator'] });
  for (let round = 0; round < 60; round++) {
    const { entries } = await desk.cases({ open: true });
    const one = entries[below(Math.max(1, entries.length))];
    if (entries.length < 4 || one === undefined) await desk.start({ commandId: engine.newId(), measureId: 'small' });
    else if (below(3) === 0) await officeAct(engine, TENANT, one.caseId, below);
    else await doSomething(engine, one.caseId, below);
    now += below(4) * (HOUR / 2);
    await engine.runDue();
  }
  const kinds = new Set<string>();
  for (const { caseId } of (await desk.cases({ limit: 200 })).entries) {
    await checkReplay(storage, TENANT, caseId);
    const rows = await storage.cases.eventsOf(TENANT, caseId);
    const live = await engine.load(TENANT, caseId);
    if (live === undefined) throw new Error(`There is no case "${caseId}".`);
    checkClocks(
      live,
      rows.map(({ event }) => event as unknown as CaseEvent),
    );
    for (const { kind } of rows) kinds.add(kind);
  }
  await engine.close();
  return kinds;
}

test('CK5 CK7 MG5 PE1 whatever the offices do around cases, each is what its commands make, and its clocks what its events say', async () => {
  const kinds = new Set<string>();
  for (const seed of SEEDS) for (const kind of await work(seed)) kinds.add(kind);
  expect([...kinds].sort()).toEqual(expect.arrayContaining(EXPECTED));
});

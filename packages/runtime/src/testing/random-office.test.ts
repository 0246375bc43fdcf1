import { expect, test } from 'vitest';
import { openMemoryStorage } from '../store/memory-store.ts';
import { checkWork } from './check-work.ts';
import type { Answered } from './random-office.ts';
import { RANDOM_TENANT } from './random-people.ts';
import { RandomWork } from './random-work.ts';

// The long run is `node scripts/random-office.mjs`.
const SEEDS = [1, 3, 4, 6, 8];
const TURNS = 60;
/** What must have come of it, so that the rest is worth something: kinds of events, and of what was answered. */
const EXPECTED = [
  ...['calendarChanged', 'caseEntered', 'caseMigrated', 'caseResumed', 'caseSuspended', 'clockMoved', 'clockNoticed', 'clockResumed'],
  ...['copied', 'copyRead', 'pauseBegan', 'pauseEnded', 'pauseMoved', 'signersAdded', 'timeExcluded', 'urged'],
  ...['done by a deputy', 'told to a deputy', 'the calendar', 'the copy', 'the deputy', 'the notice'],
];

/** Lets the offices work for a while, then to the end; what came of it. */
async function work(seed: number): Promise<ReadonlySet<string>> {
  const storage = openMemoryStorage();
  const answered: Answered[] = [];
  const random = await RandomWork.on(storage, seed, (one) => void answered.push(one));
  for (let turn = 0; turn < TURNS; turn++) await random.doSome();
  await checkWork(storage, answered);
  await random.finish();
  await checkWork(storage, answered, true);
  const events = await storage.cases.eventsSince(0, Number.MAX_SAFE_INTEGER, RANDOM_TENANT);
  await random.engine.close();
  return new Set([
    ...events.map(({ kind }) => kind),
    ...events.flatMap(({ event }) => (JSON.stringify(event).includes('"deputyship"') ? ['done by a deputy'] : [])),
    ...answered.map(({ of }) => `the ${of}`),
    ...answered.flatMap(({ of, commandId }) => (of === 'notice' && commandId.includes(' for ') ? ['told to a deputy'] : [])),
  ]);
}

test('CK5 CK7 CP3 DP1 DP3 DP6 MG5 PE1 whatever the offices do around cases, each is what its commands make', async () => {
  const kinds = new Set<string>();
  for (const seed of SEEDS) for (const kind of await work(seed)) kinds.add(kind);
  expect([...kinds].sort()).toEqual(expect.arrayContaining(EXPECTED));
});

import type { Storage } from '@tongban/runtime';
import { describe, expect, test } from 'vitest';
import { openSqlite } from './index.ts';
import { bundleProgram } from './testing/bundled-program.ts';
import { type KilledAfter, runUntilKilled } from './testing/killed-program.ts';
import { TENANT } from './testing/rows.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const CASES = 6;
const ROUNDS = 8;
const file = temporaryFolder();
const program = file('commit-forever.mjs');

describe('kill -9 while cases are committed', () => {
  test('keeps every answered commit, and none in half', { timeout: 300_000 }, async () => {
    const path = file('killed.db');
    await bundleProgram(new URL('./testing/commit-forever.ts', import.meta.url), program);
    const random = seededRandom(20261122);
    const kept = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round++) {
      const answered = await runAndKill(path, { lines: 1 + Math.floor(random() * 60), ms: random() * 20 });
      const storage = await openSqlite({ path });
      for (let at = 0; at < CASES; at++) {
        // A case that was not answered in this round stands where the round before left it, or one further.
        const caseId = `c${at}`;
        kept.set(caseId, await checkCase(storage, caseId, answered.get(caseId) ?? kept.get(caseId) ?? 0));
      }
      await checkOutbox(storage);
      await storage.close();
    }
  });
});

// Gives the last answered version of each case.
async function runAndKill(path: string, after: KilledAfter): Promise<ReadonlyMap<string, number>> {
  const lines = await runUntilKilled([program, path, String(CASES)], after);
  return new Map(lines.map((line) => [line.split(' ')[0] ?? '', Number(line.split(' ')[1])]));
}

async function checkCase({ cases }: Storage, caseId: string, answered: number): Promise<number> {
  const kept = await cases.load(TENANT, caseId);
  const version = kept?.version ?? 0;
  expect(version, `${caseId}: the last answered commit is there, and at most the one under way`).toBeOneOf([answered, answered + 1]);
  if (kept === undefined) return 0;
  expect(kept.state, caseId).toEqual({ at: version });
  expect(kept.row.title, caseId).toBe(`第 ${version} 次`);
  expect(kept.data.map((row) => [row.version, row.values['version']])).toEqual([[version, version]]);
  expect(await cases.task(TENANT, `${caseId}.1`)).toMatchObject({ revision: version, round: version });
  const events = await cases.eventsOf(TENANT, caseId);
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: version * 2 }, (_, at) => at + 1));
  expect(await cases.seen(TENANT, 'u1', `${caseId}-${version}`)).toEqual({ version });
  expect(await cases.seen(TENANT, 'u1', `${caseId}-${version + 1}`)).toBeUndefined();
  return version;
}

async function checkOutbox({ cases }: Storage): Promise<void> {
  const rows = await cases.eventsSince(0, 1_000_000);
  const perCase = new Map<string, number>();
  for (const { caseId, seq } of rows) {
    expect(seq, 'events stand in the outbox in the order of their case').toBe((perCase.get(caseId) ?? 0) + 1);
    perCase.set(caseId, seq);
  }
  expect(rows.at(-1)?.cursor).toBe(await cases.lastCursor());
}

function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

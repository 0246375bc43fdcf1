/**
 * The process dies after every write of a sample case, and a new engine goes on with the same SQLite database: nothing is
 * lost and nothing is done twice, since the sample case's expectations hold all the same.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { compileMeasure } from '@tongban/compile';
import type { Release, Scenario } from '@tongban/model';
import type { Storage } from '@tongban/runtime';
import { countingIds, crashing, runScenario, type ScenarioReport } from '@tongban/runtime/testing';
import { openSqlite, type SqliteDatabase } from '@tongban/store-sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadMeasure } from './load-measure.ts';

const folder = new URL('../mock-approval/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');
const scenarios = readdirSync(new URL('scenarios/', folder)).map((name) => JSON.parse(read(`scenarios/${name}`)) as Scenario);

/** Sample cases that go through many steps, and so through many writes. */
const LONG: ReadonlySet<string> = new Set(['accepted-and-converted', 'returned-and-filed-again', 'reapply-at-conversion']);

describe('a process that dies', () => {
  let release: Release;

  beforeAll(async () => {
    release = (await compileMeasure(await loadMeasure(async (path) => read(path)))).release as Release;
  });

  it.each(scenarios.map((scenario) => [scenario.title, scenario] as const))(
    '%s: at any write',
    { timeout: 240_000 },
    async (_title, scenario) => {
      // Dying before the first write, then after each: what is on the disk before a write is what is there after the one before it.
      const first = await runDyingAt(scenario, release, 1, 'before');
      expect(first.report.failures).toEqual([]);
      let tried = 0;
      for (let more = true; more; tried += 1) {
        const { report, happened } = await runDyingAt(scenario, release, tried + 1, 'after');
        expect({ write: tried + 1, failures: report.failures }).toEqual({ write: tried + 1, failures: [] });
        more = happened;
      }
      expect(tried).toBeGreaterThan(LONG.has(scenario.id) ? 50 : 20);
    },
  );
});

async function runDyingAt(
  scenario: Scenario,
  release: Release,
  n: number,
  when: 'before' | 'after',
): Promise<{ report: ScenarioReport; happened: boolean }> {
  const database = new DatabaseSync(':memory:') as unknown as SqliteDatabase;
  const storage: Storage = await openSqlite({ database });
  const crash = crashing(storage, n, when);
  const report = await runScenario(scenario, { release, storage: crash.storage, newId: countingIds(), restart: () => storage });
  await storage.close();
  return { report, happened: crash.happened() };
}

/**
 * The process dies at writes all over a sample case, and a new engine goes on with the same SQLite database: nothing is
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

/** How many deaths are tried in one sample case, spread over its writes; `TONGBAN_CRASHES=all` tries every one and takes its time. */
const ALL = process.env['TONGBAN_CRASHES'] === 'all';
const DEATHS = ALL ? Number.POSITIVE_INFINITY : 16;
const timeout = ALL ? 3_600_000 : 240_000;

describe('a process that dies', () => {
  let release: Release;

  beforeAll(async () => {
    release = (await compileMeasure(await loadMeasure(async (path) => read(path)))).release as Release;
  });

  it.each(scenarios.map((scenario) => [scenario.title, scenario] as const))('%s', { timeout }, async (_title, scenario) => {
    const { writes } = await runDyingAt(scenario, release, 0);
    expect(writes).toBeGreaterThan(20);
    // What is on the disk before a write is what is there after the one before it, so dying after each is enough.
    const step = Math.max(1, Math.ceil(writes / DEATHS));
    for (let write = 1; write <= writes; write += step) {
      const { report, happened } = await runDyingAt(scenario, release, write);
      expect({ write, happened, failures: report.failures }).toEqual({ write, happened: true, failures: [] });
    }
  });
});

async function runDyingAt(
  scenario: Scenario,
  release: Release,
  n: number,
): Promise<{ report: ScenarioReport; happened: boolean; writes: number }> {
  const database = new DatabaseSync(':memory:') as unknown as SqliteDatabase;
  const storage: Storage = await openSqlite({ database });
  const crash = crashing(storage, n, 'after');
  const report = await runScenario(scenario, { release, storage: crash.storage, newId: countingIds(), restart: () => storage });
  await storage.close();
  return { report, happened: crash.happened(), writes: crash.writes() };
}

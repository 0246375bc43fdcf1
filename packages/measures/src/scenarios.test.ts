/** Every sample case of every ready measure runs through the runtime alone: in memory, and on SQLite with the process dying at each write. */
import { readdirSync, readFileSync } from 'node:fs';
import { compileMeasure } from '@tongban/compile';
import type { Release, Scenario } from '@tongban/model';
import { openMemoryStorage } from '@tongban/runtime';
import { countingIds, runScenario } from '@tongban/runtime/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadMeasure } from './load-measure.ts';
import { READY_MEASURES } from './ready-measures.ts';

describe.each(READY_MEASURES)('%s', (measure) => {
  const folder = new URL(`../${measure}/`, import.meta.url);
  const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');
  const scenarios = readdirSync(new URL('scenarios/', folder)).map((name) => JSON.parse(read(`scenarios/${name}`)) as Scenario);
  let release: Release;

  beforeAll(async () => {
    const compiled = await compileMeasure(await loadMeasure(async (path) => read(path)));
    expect(compiled.problems).toEqual([]);
    release = compiled.release as Release;
  });

  it.each(scenarios.map((scenario) => [scenario.title, scenario] as const))('%s', async (_title, scenario) => {
    const report = await runScenario(scenario, { release, storage: openMemoryStorage(), newId: countingIds('id') });
    expect(report.failures).toEqual([]);
  });
});

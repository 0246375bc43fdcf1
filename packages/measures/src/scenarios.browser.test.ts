/** The sample cases run in a page as well, on the store in memory: no server, no Node. */
import { compileMeasure } from '@tongban/compile';
import type { Scenario } from '@tongban/model';
import { openMemoryStorage } from '@tongban/runtime';
import { countingIds, runScenario } from '@tongban/runtime/testing';
import { describe, expect, it } from 'vitest';
import { loadMeasure } from './load-measure.ts';

const files = import.meta.glob<string>('../mock-approval/**/*.*', { query: '?raw', import: 'default', eager: true });
const read = (path: string): string => files[`../mock-approval/${path}`] ?? '';

describe('in a page', async () => {
  const sources = await loadMeasure(async (path) => read(path));
  const { release } = await compileMeasure(sources);
  const scenarios = Object.keys(sources).filter((path) => path.startsWith('scenarios/'));

  it.each(scenarios)('%s', async (path) => {
    if (release === undefined) throw new Error('The measure does not compile.');
    const scenario = JSON.parse(read(path)) as Scenario;
    const report = await runScenario(scenario, { release, storage: openMemoryStorage(), newId: countingIds() });
    expect(report.failures).toEqual([]);
  });
});

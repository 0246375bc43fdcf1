import { describe, expect, it } from 'vitest';
import { openMemoryStorage } from '../store/memory-store.ts';
import { runScenario } from './run-scenario.ts';
import { smallRelease, smallScenario } from './small-measure.ts';
import { countingIds } from './virtual-clock.ts';

const options = () => ({ release: smallRelease, storage: openMemoryStorage(), newId: countingIds('case') });

describe('runScenario', () => {
  it('runs a case from application to conversion', async () => {
    const report = await runScenario(smallScenario, options());
    expect(report.failures).toEqual([]);
    expect(report).toMatchObject({ ok: true, caseId: 'case-1' });
  });
});

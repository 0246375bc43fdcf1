import { describe, expect, it } from 'vitest';
import { openMemoryStorage } from '../store/memory-store.ts';
import type { Storage } from '../store/store.ts';
import { crashing } from './crash.ts';
import { checkReplay } from './replay.ts';
import { runScenario } from './run-scenario.ts';
import { SCENARIO_TENANT } from './scenario-run.ts';
import { smallRelease, smallScenario } from './small-measure.ts';

// Everything that must be the same, whether the process died on the way or not.
async function kept({ cases, records }: Storage): Promise<unknown> {
  const of = { caseId: 'case-1' };
  return {
    case: await cases.load(SCENARIO_TENANT, 'case-1'),
    tasks: await cases.tasksOf(SCENARIO_TENANT, 'case-1'),
    events: await cases.eventsSince(0, 1000),
    documents: await records.documents(SCENARIO_TENANT, of),
    due: await cases.nextDue(),
  };
}

async function runDying(storage: Storage, n: number, when: 'before' | 'after') {
  const crash = crashing(storage, n, when);
  const report = await runScenario(smallScenario, {
    release: smallRelease,
    storage: crash.storage,
    newId: () => 'case-1',
    restart: () => storage,
  });
  return { crash, report };
}

describe('a process that dies', () => {
  it.each(['before', 'after'] as const)('%s any write loses nothing and does nothing twice', async (when) => {
    const undisturbed = openMemoryStorage();
    const { crash: count, report: first } = await runDying(undisturbed, Number.POSITIVE_INFINITY, when);
    expect(first.failures).toEqual([]);
    const expected = await kept(undisturbed);
    expect(count.writes()).toBeGreaterThan(20);
    for (let n = 1; n <= count.writes(); n++) {
      const storage = openMemoryStorage();
      const { crash, report } = await runDying(storage, n, when);
      expect(crash.happened(), `crash ${n}`).toBe(true);
      expect(report.failures, `crash ${n}`).toEqual([]);
      expect(await kept(storage), `crash ${n}`).toEqual(expected);
      await checkReplay(storage, SCENARIO_TENANT, 'case-1');
    }
  });
});

import { describe, expect, test } from 'vitest';
import { runCrashHarness } from './testing/crash-harness.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const file = temporaryFolder();

describe('a process that kills itself in the middle of random work', () => {
  // The long run is `node scripts/crash.mjs`.
  test('loses nothing, does nothing twice, and leaves every case whole', async () => {
    const report = await runCrashHarness({ path: file('crash.db'), deaths: 5, seed: 20, statements: 1200 });
    expect(report.cases).toBeGreaterThan(10);
    expect(report.answers).toBeGreaterThan(50);
  });
});

/**
 * `node --conditions=@tongban/source scripts/crash.mjs [files] [deaths] [seed]`: the long run of the crash harness. On each of so many database files
 * a process does random work and is killed so many times (SIGKILL, before any statement); after each death everything is checked.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCrashHarness } from '../packages/store-sqlite/src/testing/crash-harness.ts';

const [files = 20, deaths = 25, seed = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'tongban-crash-'));
const total = { deaths: 0, cases: 0, commits: 0, answers: 0 };
for (let file = 0; file < files; file += 1) {
  const report = await runCrashHarness({ path: join(folder, `${file}.db`), deaths, seed: seed + file, statements: 6_000 });
  for (const key of Object.keys(total)) total[key] += report[key];
  console.log(`${file + 1}/${files}`, JSON.stringify(total));
}
rmSync(folder, { recursive: true });

/**
 * `node --conditions=@tongban/source scripts/crash.mjs [files] [deaths] [seed] [outside]`: the long run of the crash harness. On each of so many
 * database files a process does random work and is killed so many times (SIGKILL): before any statement, or, with `outside`, every second time at any
 * moment. After each death everything is checked. File n has the seed `seed + n - 1`; what is broken ends the run with the seed that shows it again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCrashHarness } from '../packages/store-sqlite/src/testing/crash-harness.ts';

/** A child that is killed from outside has answered so often at most. */
const ANSWERS = 100;
const [files = 20, deaths = 25, seed = 1] = process.argv.slice(2, 5).map(Number);
const outside = process.argv[5] === 'outside' ? { outside: ANSWERS } : {};

const began = Date.now();
const folder = mkdtempSync(join(tmpdir(), 'tongban-crash-'));
const total = { deaths: 0, cases: 0, commits: 0, answers: 0 };
const places = {};
for (let file = 0; file < files; file += 1) {
  const report = await run(file);
  for (const key of Object.keys(total)) total[key] += report[key];
  for (const [place, count] of Object.entries(report.places)) places[place] = (places[place] ?? 0) + count;
  console.log(`${file + 1}/${files}`, JSON.stringify(total));
}
rmSync(folder, { recursive: true });
console.log(
  `\n${total.deaths} deaths on ${files} files, seeds ${seed} to ${seed + files - 1}, ${Math.round((Date.now() - began) / 1000)} s.`,
);
console.log(
  `${total.cases} cases, ${total.commits} commits, ${total.answers} answers: nothing lost, nothing done twice, every case brought to its end.`,
);
for (const [place, count] of Object.entries(places).sort((a, b) => b[1] - a[1])) console.log(`${String(count).padStart(6)}  ${place}`);

async function run(file) {
  try {
    return await runCrashHarness({ path: join(folder, `${file}.db`), deaths, seed: seed + file, statements: 6_000, ...outside });
  } catch (error) {
    console.error(`Broken with seed ${seed + file}; the file is ${join(folder, `${file}.db`)}.`);
    throw error;
  }
}

/**
 * `npm run bench [-- <names>]`: runs the benches `bench/*.bench.mjs` one after another in this process, prints each beside its peers,
 * and keeps the numbers in `bench/results/latest.json`. Machines differ and are disturbed: the ratios count, not the times.
 *
 * A bench exports `title`, `unit` and `run()`, which gives `results` (name → number) and `limits`: what ours must reach,
 * each `{ text, ratio, atLeast }` or `{ text, ratio, atMost }`.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digits, table } from './table.mjs';

const OURS = 'tongban';

const folder = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace('.bench.mjs', ''))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

const kept = { node: process.version, processor: cpus()[0]?.model ?? 'unknown', date: new Date().toISOString(), benches: {} };
let missed = 0;
for (const name of names) {
  const { title, unit, run } = await import(`./${name}.bench.mjs`);
  const { results, limits } = await run();
  kept.benches[name] = { title, unit, results, limits };
  console.log(`\n${title}\n${show(results, unit)}`);
  for (const limit of limits) console.log(verdict(limit));
}
mkdirSync(join(folder, 'results'), { recursive: true });
writeFileSync(join(folder, 'results/latest.json'), `${JSON.stringify(kept, null, 2)}\n`);
if (missed > 0) console.log(`\n未达到的目标：${missed} (limits missed)`);
process.exit(missed > 0 ? 1 : 0);

function show(results, unit) {
  const base = results[OURS];
  const rows = Object.entries(results).map(([name, value]) => [
    name,
    digits(value),
    base === undefined ? '–' : `${digits(value / base)} ×`,
  ]);
  return table(['', unit, `÷ ${OURS}`], rows);
}

function verdict({ text, ratio, atLeast, atMost }) {
  const reached = atLeast === undefined ? ratio <= atMost : ratio >= atLeast;
  if (!reached) missed += 1;
  return `${reached ? 'ok    ' : 'missed'}  ${text}: ${digits(ratio)} (${atLeast === undefined ? `≤ ${digits(atMost)}` : `≥ ${digits(atLeast)}`})`;
}

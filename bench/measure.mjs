/**
 * How a bench measures: the contenders take turns in many short rounds, and the median of the rounds counts, so that a
 * disturbance hits all of them alike and a disturbed round does not count.
 */
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const ROUNDS = 11;
const ROUND_MS = 100;

/** Name → median microseconds of one `work()` of each contender; a work may be asynchronous. */
export async function microsecondsEach(contenders) {
  const runs = [];
  for (const [name, work] of Object.entries(contenders)) runs.push({ name, work, repeats: await repeatsPerRound(work), rounds: [] });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const run of runs) run.rounds.push(((await timed(run.work, run.repeats)) / run.repeats) * 1000);
  }
  return Object.fromEntries(runs.map(({ name, rounds }) => [name, median(rounds)]));
}

/** Bytes of heap that one result of `make()` holds while it is kept. */
export async function heapBytes(make, count) {
  const collect = garbageCollector();
  const kept = new Array(count);
  for (let index = 0; index < 20; index += 1) kept[index] = await make();
  kept.fill(undefined);
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < count; index += 1) kept[index] = await make();
  collect();
  return (process.memoryUsage().heapUsed - before) / kept.length;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Doubles until a round is long enough to be timed; that warms the code up as well. */
async function repeatsPerRound(work) {
  let repeats = 1;
  while ((await timed(work, repeats)) < ROUND_MS) repeats *= 2;
  return repeats;
}

async function timed(work, repeats) {
  const began = performance.now();
  for (let index = 0; index < repeats; index += 1) {
    const result = work();
    if (result instanceof Promise) await result;
  }
  return performance.now() - began;
}

function garbageCollector() {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}

/**
 * How a bench measures: the contenders take turns in many short rounds, and the quickest round of each counts: what else the
 * machine does can only make a round slower.
 */
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const ROUNDS = 200;
const ROUND_MS = 30;

/** Milliseconds on the wall. */
const wallTime = () => performance.now();

/** Milliseconds of processor time of this process, the collection of garbage included: what others run beside it does not count. */
export const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Name → microseconds of one `work()` of each contender in its quickest round, by a clock; a work may be asynchronous. A contender
 * `{ prepare, work }` is given what it works on, `work(prepare())`, made before its round begins.
 */
export async function microsecondsEach(contenders, clock = wallTime) {
  const runs = [];
  for (const [name, contender] of Object.entries(contenders)) {
    const run = { clock, ...(typeof contender === 'function' ? { prepare: () => undefined, work: contender } : contender) };
    runs.push({ name, ...run, repeats: await repeatsPerRound(run), rounds: [] });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const run of runs) run.rounds.push(((await timed(run, run.repeats)) / run.repeats) * 1000);
  }
  return Object.fromEntries(runs.map(({ name, rounds }) => [name, Math.min(...rounds)]));
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

/** Doubles until a round is long enough to be timed; that warms the code up as well. */
async function repeatsPerRound(run) {
  let repeats = 1;
  while ((await timed(run, repeats)) < ROUND_MS) repeats *= 2;
  return repeats;
}

async function timed({ prepare, work, clock }, repeats) {
  const prepared = Array.from({ length: repeats }, prepare);
  const began = clock();
  for (const given of prepared) {
    const result = work(given);
    if (result instanceof Promise) await result;
  }
  return clock() - began;
}

function garbageCollector() {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}

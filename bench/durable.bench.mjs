/** Durable transitions on SQLite with `synchronous=FULL`: one after another, and many cases at once (group commit), beside raw transactions. */
import { microsecondsEach } from './measure.mjs';
import { openBench, rawReplay, TRANSITIONS } from './reference-flow/durable.mjs';

const AT_ONCE = 32;

export const title = 'Durable transition on SQLite (synchronous=FULL)';
export const unit = 'µs';

export async function run() {
  const bench = await openBench();
  const recorded = await bench.recorder.record(() => bench.runCase('case-recorded'));
  if (recorded.length !== TRANSITIONS) throw new Error(`Expected ${TRANSITIONS} transactions, saw ${recorded.length}.`);
  const replay = rawReplay(bench.recorder.real, recorded, 'case-recorded');
  let count = 0;
  const nextId = () => {
    count += 1;
    return `case-${count}-`;
  };
  const perCase = await microsecondsEach({
    'raw transaction of the same rows': () => replay(nextId()),
    tongban: () => bench.runCase(nextId()),
    [`tongban, ${AT_ONCE} cases at once`]: () => Promise.all(Array.from({ length: AT_ONCE }, () => bench.runCase(nextId()))),
  });
  await bench.close();
  const { 'raw transaction of the same rows': raw, tongban, ...grouped } = perCase;
  const [together] = Object.values(grouped);
  const results = {
    'raw transaction of the same rows': raw / TRANSITIONS,
    tongban: tongban / TRANSITIONS,
    [`${AT_ONCE} cases at once`]: together / TRANSITIONS / AT_ONCE,
  };
  return {
    results,
    limits: [
      { text: 'as fast as raw transactions', ratio: raw / tongban, atLeast: 0.8 },
      { text: 'with group commit', ratio: (raw * AT_ONCE) / together, atLeast: 2.5 },
    ],
  };
}

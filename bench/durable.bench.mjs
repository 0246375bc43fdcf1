/** Durable transitions on SQLite with `synchronous=FULL`: one after another, and many cases at once (group commit), beside bare transactions. */
import { microsecondsEach } from './measure.mjs';
import { caseIds, checkSameWork, openBench, pagesOf } from './reference-flow/durable.mjs';
import { TRANSITIONS } from './reference-flow/run-case.mjs';

const AT_ONCE = 32;
const RAW = 'raw transaction of the same rows';
/** Says how much of the distance to the raw ones is the machine's: a flow that is decided by nobody. */
const BY_HAND = 'with only its JSON and hashes, by hand';
const TOGETHER_BY_HAND = `the same, ${AT_ONCE} cases in one transaction`;

export const title = 'Durable transition on SQLite (synchronous=FULL)';
export const unit = 'µs';

export async function run() {
  const bench = await openBench();
  const nextId = caseIds();
  await checkSameWork(bench, nextId);
  const forAll = (make) => Array.from({ length: AT_ONCE }, make);
  const many = () => Promise.all(forAll(() => bench.runCase(nextId())));
  const perCase = await microsecondsEach({
    [RAW]: { prepare: () => bench.prepared(nextId()), work: bench.write },
    [BY_HAND]: { prepare: () => bench.unmade(nextId()), work: bench.makeAndWrite },
    [TOGETHER_BY_HAND]: { prepare: () => forAll(() => bench.unmade(nextId())), work: bench.makeAndWriteTogether },
    tongban: () => bench.runCase(nextId()),
    together: many,
  });
  const inTurn = async () => {
    for (let count = 0; count < AT_ONCE; count += 1) await bench.runCase(nextId());
  };
  const [alone, shared] = [await pagesOf(bench.database, inTurn), await pagesOf(bench.database, many)];
  await bench.close();
  const raw = perCase[RAW] / TRANSITIONS;
  const byHand = perCase[BY_HAND] / TRANSITIONS;
  const tongban = perCase.tongban / TRANSITIONS;
  const together = perCase.together / TRANSITIONS / AT_ONCE;
  const togetherByHand = perCase[TOGETHER_BY_HAND] / TRANSITIONS / AT_ONCE;
  return {
    results: { [RAW]: raw, [BY_HAND]: byHand, [TOGETHER_BY_HAND]: togetherByHand, tongban, [`${AT_ONCE} cases at once`]: together },
    limits: [
      { text: 'as fast as raw transactions', ratio: raw / tongban, atLeast: 0.8 },
      { text: 'with group commit', ratio: raw / together, atLeast: 2.5 },
      { text: 'pages of the log for a transition', ratio: alone / AT_ONCE / TRANSITIONS, atMost: 9.6 },
      { text: `pages of the log for one of ${AT_ONCE} at once`, ratio: shared / AT_ONCE / TRANSITIONS, atMost: 1.7 },
    ],
  };
}

/**
 * `node --conditions=@tongban/source scripts/random-office.mjs [offices] [seed]`: so many offices work at random on the store in memory, one after the
 * other, with the seeds from `seed` on; each is checked in the middle, brought to its end and checked again. What is broken ends the run with its seed.
 */
import { openMemoryStorage } from '@tongban/runtime';
import { checkWork, RandomWork } from '@tongban/runtime/testing';

const TURNS = 60;
const [offices = 1000, first = 1] = process.argv.slice(2).map(Number);

const began = Date.now();
const total = { cases: 0, commits: 0, answers: 0 };
for (let seed = first; seed < first + offices; seed += 1) {
  const { cases, commits, answers } = await work(seed).catch((error) => {
    console.error(`Broken with seed ${seed}.`);
    throw error;
  });
  total.cases += cases;
  total.commits += commits;
  total.answers += answers;
}
console.log(
  `${offices} offices, seeds ${first} to ${first + offices - 1}, ${Math.round((Date.now() - began) / 1000)} s: ${JSON.stringify(total)}.`,
);

async function work(seed) {
  const storage = openMemoryStorage();
  const answered = [];
  const random = await RandomWork.on(storage, seed, (one) => void answered.push(one));
  for (let turn = 0; turn < TURNS; turn += 1) await random.doSome();
  await checkWork(storage, answered);
  await random.finish();
  const checked = await checkWork(storage, answered, true);
  await random.engine.close();
  return { ...checked, answers: answered.length };
}

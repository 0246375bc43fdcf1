/**
 * `node --conditions=@tongban/source scripts/record-histories.mjs`: records the histories of this version anew, from the sample cases of the ready measures
 * and the reference flow of the benches, into packages/runtime/test/histories/<version>/. Only for a version that is not released yet: histories of
 * released versions are never edited.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { release as referenceRelease } from '../bench/reference-flow/release.mjs';
import { runReferenceCase } from '../bench/reference-flow/run-case.mjs';
import { compileMeasure } from '../packages/compile/src/index.ts';
import { loadMeasure } from '../packages/measures/src/load-measure.ts';
import { READY_MEASURES } from '../packages/measures/src/ready-measures.ts';
import { createEngine, openMemoryStorage } from '../packages/runtime/src/index.ts';
import { canonical, countingIds, recordHistory, runScenario } from '../packages/runtime/src/testing/index.ts';
import { readJson, root } from './workspace.mjs';

const { version } = readJson(join(root, 'packages/runtime/package.json'));
const folder = join(root, 'packages/runtime/test/histories', version);

/** Path → text. Nothing that was recorded goes before all is recorded anew. */
const recorded = new Map();
for (const measure of READY_MEASURES) await recordMeasure(measure);
await recordReferenceFlow();
rmSync(folder, { recursive: true, force: true });
for (const [path, text] of recorded) save(path, text);

async function recordMeasure(measure) {
  const read = (path) => readFileSync(join(root, 'packages/measures', measure, path), 'utf8');
  const { release } = await compileMeasure(await loadMeasure(async (path) => read(path)));
  for (const file of readdirSync(join(root, 'packages/measures', measure, 'scenarios'))) {
    const scenario = JSON.parse(read(`scenarios/${file}`));
    // A history stands under one release.
    if (scenario.steps.some((step) => step.do === 'migrate')) continue;
    const storage = openMemoryStorage();
    const { ok, caseId } = await runScenario(scenario, { release, storage, newId: countingIds() });
    if (!ok) throw new Error(`The sample case ${file} of ${measure} fails.`);
    if (caseId !== undefined) write(`${measure}/${file}`, await recordHistory(storage, 'scenario', caseId));
  }
}

async function recordReferenceFlow() {
  const storage = openMemoryStorage();
  const engine = createEngine({ store: storage, clock: { now: () => 0 }, newId: countingIds() });
  await engine.deploy({ tenant: 'jishishan', release: referenceRelease });
  await runReferenceCase(engine, await engine.release('jishishan', referenceRelease.id), 'case-1');
  write('reference-flow/whole-case.json', await recordHistory(storage, 'jishishan', 'case-1'));
}

function write(path, { release, ...history }) {
  const text = canonical(release);
  const releasePath = `releases/${createHash('sha256').update(text).digest('hex').slice(0, 16)}.json`;
  recorded.set(releasePath, text);
  recorded.set(path, canonical({ formatVersion: 1, release: releasePath, ...history }));
}

function save(path, text) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
}

/** Compiles the measure once, so that the page needs no BPMN, DMN or FEEL parser: it only runs the release. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { compileMeasure } from '@tongban/compile';
import { loadMeasure } from '@tongban/measures';

const measure = new URL('../../packages/measures/mock-approval/', import.meta.url);

/** Writes `public/mock-approval.release.json`. */
export async function prepare() {
  const { release, problems } = await compileMeasure(await loadMeasure((path) => readFile(new URL(path, measure), 'utf8')));
  if (release === undefined) throw new Error(problems.map((problem) => problem.sentences.en).join('\n'));
  await mkdir(new URL('public/', import.meta.url), { recursive: true });
  await writeFile(new URL('public/mock-approval.release.json', import.meta.url), JSON.stringify(release));
}

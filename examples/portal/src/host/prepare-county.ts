/** Gives a county its copy of the ready-made measure and its projects, once: on first start, or when the ready-made measure changed. */
import { readFile } from 'node:fs/promises';
import { compileMeasure } from '@tongban/compile';
import { loadMeasure } from '@tongban/measures';
import type { MeasureSources } from '@tongban/model';
import type { Engine } from '@tongban/runtime';
import type { County } from './people.ts';
import { projectsOf } from './projects.ts';

const MEASURE = new URL('../../../../packages/measures/mock-approval/', import.meta.url);

/** Deploys the measure to `county` unless it has one already, and registers its projects. */
export async function prepareCounty(engine: Engine, county: County): Promise<void> {
  const { measures, records } = engine.storage;
  for (const project of projectsOf(county.id)) await records.saveProject(project);
  if ((await measures.current(county.id, 'mock-approval')) !== undefined) return;
  const sources = withChannel(await loadMeasure((path) => readFile(new URL(path, MEASURE), 'utf8')), county.channel);
  const { release, problems } = await compileMeasure(sources);
  if (release === undefined) throw new Error(problems.map((problem) => problem.sentences['zh-CN']).join('\n'));
  await engine.deploy({ tenant: county.id, release, sources, note: '随产品提供的版本' });
}

function withChannel(sources: MeasureSources, channel: County['channel']): MeasureSources {
  const manifest = JSON.parse(sources['measure.json'] ?? '{}') as { parameters: { id: string; value: unknown }[] };
  const parameters = manifest.parameters.map((parameter) => (parameter.id === 'channel' ? { ...parameter, value: channel } : parameter));
  return { ...sources, 'measure.json': `${JSON.stringify({ ...manifest, parameters }, undefined, 2)}\n` };
}

/** Gives a county its copy of the ready-made measure and its projects, once, and the cases of the demonstration where they are wanted. */
import { readFile } from 'node:fs/promises';
import { compileMeasure } from '@tongban/compile';
import { loadMeasure } from '@tongban/measures';
import type { Actor, MeasureManifest, MeasureSources } from '@tongban/model';
import type { Engine } from '@tongban/runtime';
import { type Demonstration, STEP_BEFORE, STEP_NOW, showCases, showEarlierCase } from './demonstration-cases.ts';
import { type County, PEOPLE } from './people.ts';
import { projectsOf } from './projects.ts';

const MEASURE = new URL('../../../../packages/measures/mock-approval/', import.meta.url);

/** How a county is prepared. */
export interface Preparation {
  /** The present. */
  readonly now: number;
  /** With an earlier release, and cases that are worth looking at. */
  readonly demonstration: boolean;
}

/** Deploys the measure to `county` unless it has one already, and registers its projects. */
export async function prepareCounty(engine: Engine, county: County, { now, demonstration }: Preparation): Promise<void> {
  const { measures, records } = engine.storage;
  for (const project of projectsOf(county.id)) await records.saveProject(project);
  if ((await measures.current(county.id, 'mock-approval')) !== undefined) return;
  const sources = withChannel(await loadMeasure((path) => readFile(new URL(path, MEASURE), 'utf8')), county.channel);
  const shown: Demonstration = { window: engine.as(personOf(county, 'window')), applicant: personOf(county, 'applicant'), now };
  if (demonstration) {
    await deploy(engine, county, asBefore(sources), '试行版本');
    await showEarlierCase(shown);
  }
  await deploy(engine, county, sources, '随产品提供的版本');
  if (demonstration) await showCases(shown);
}

// helpers

async function deploy(engine: Engine, county: County, sources: MeasureSources, note: string): Promise<void> {
  const { release, problems } = await compileMeasure(sources);
  if (release === undefined) throw new Error(problems.map((problem) => problem.sentences['zh-CN']).join('\n'));
  await engine.deploy({ tenant: county.id, release, sources, note });
}

function withChannel(sources: MeasureSources, channel: County['channel']): MeasureSources {
  return withManifest(sources, (manifest) => {
    const parameters = manifest.parameters.map((parameter) => (parameter.id === 'channel' ? { ...parameter, value: channel } : parameter));
    return { ...manifest, parameters };
  });
}

function withManifest(sources: MeasureSources, change: (manifest: MeasureManifest) => MeasureManifest): MeasureSources {
  const manifest = change(JSON.parse(sources['measure.json'] ?? '{}') as MeasureManifest);
  return { ...sources, 'measure.json': `${JSON.stringify(manifest, undefined, 2)}\n` };
}

// A step had another id then: an operator who takes its cases over says which step it is now.
function asBefore(sources: MeasureSources): MeasureSources {
  const renamed = Object.fromEntries(Object.entries(sources).map(([path, text]) => [path, text.replaceAll(STEP_NOW, STEP_BEFORE)]));
  return withManifest(renamed, (manifest) => ({ ...manifest, version: '0.9' }));
}

function personOf({ id }: County, role: string): Actor {
  const found = PEOPLE.find((person) => person.id === `${id}.${role}`);
  if (found === undefined) throw new Error(`Nobody is ${id}.${role}.`);
  return found;
}

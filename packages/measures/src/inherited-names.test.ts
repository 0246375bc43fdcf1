/** Names are only names: a measure whose ids and keys are called like what every object inherits runs as it did before. */
import { readdirSync, readFileSync } from 'node:fs';
import { compileMeasure } from '@tongban/compile';
import type { Release, Scenario } from '@tongban/model';
import { openMemoryStorage } from '@tongban/runtime';
import { countingIds, runScenario } from '@tongban/runtime/testing';
import { expect, it } from 'vitest';
import { loadMeasure } from './load-measure.ts';

/** A name of each kind: form, field, setting, department, limit, steps of both kinds of task, template. */
const NAMES = {
  application: 'toString',
  projectName: 'valueOf',
  mockValidity: 'hasOwnProperty',
  'natural-resources': 'isPrototypeOf',
  conversion: 'propertyIsEnumerable',
  window: 'toLocaleString',
  Task_review: '__defineGetter__',
  'mock-approval': '__lookupSetter__',
} as const;

const folder = new URL('../mock-approval/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');
const whole = new RegExp(`(?<![\\w/-])(?:${Object.keys(NAMES).join('|')})(?![\\w-]|\\.(?:form|document)\\.json)`, 'g');
const renamed = (text: string): string => text.replace(whole, (name) => NAMES[name as keyof typeof NAMES]);

it('runs every sample case with inherited names', async () => {
  const sources = await loadMeasure(async (path) => renamed(read(path)));
  const all = Object.values(sources).join();
  expect(Object.values(NAMES).filter((name) => !all.includes(`"${name}"`))).toEqual([]);
  const compiled = await compileMeasure(sources);
  expect(compiled.problems).toEqual([]);
  const release = compiled.release as Release;
  for (const file of readdirSync(new URL('scenarios/', folder))) {
    const scenario = JSON.parse(renamed(read(`scenarios/${file}`))) as Scenario;
    const report = await runScenario(scenario, { release, storage: openMemoryStorage(), newId: countingIds('id') });
    expect(report.failures, scenario.title).toEqual([]);
  }
});

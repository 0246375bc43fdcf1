/** A studio on a page with the mock approval published in a memory of its own; for tests in a browser. */
import '@tongban/studio/define';
import { compileMeasure } from '@tongban/compile';
import { loadMeasure } from '@tongban/measures';
import type { MeasureService } from '@tongban/model';
import { createEngine, createMeasureService, openMemoryStorage } from '@tongban/runtime';
import { countingIds } from '@tongban/runtime/testing';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import type { MeasureStudio } from '../measure-studio.ts';

const files = import.meta.glob<string>('../../../measures/mock-approval/**/*.*', { query: '?raw', import: 'default', eager: true });
const clock = { now: () => Date.UTC(2026, 10, 23, 1) };
const actor = { id: 'admin', name: '张敏', tenant: 'jishishan', roles: ['administrator'] };

/** The service of an administrator, with the measure published as it is handed out. */
export async function publishedMeasure(): Promise<MeasureService> {
  const storage = openMemoryStorage();
  const engine = createEngine({ store: storage, clock, newId: countingIds() });
  const sources = await loadMeasure(async (path) => files[`../../../measures/mock-approval/${path}`] ?? '');
  const { release } = await compileMeasure(sources);
  if (release === undefined) throw new Error('The measure does not compile.');
  await engine.deploy({ tenant: actor.tenant, release, sources });
  return createMeasureService({ storage, clock, actor, compile: compileMeasure });
}

/** The services of a county and of the province above it, which has published the measure. */
export async function levels(): Promise<{ readonly county: MeasureService; readonly province: MeasureService }> {
  const storage = openMemoryStorage();
  const engine = createEngine({ store: storage, clock, newId: countingIds() });
  const sources = await loadMeasure(async (path) => files[`../../../measures/mock-approval/${path}`] ?? '');
  const { release } = await compileMeasure(sources);
  if (release === undefined) throw new Error('The measure does not compile.');
  await engine.deploy({ tenant: 'province', release, sources });
  const options = { storage, clock, compile: compileMeasure };
  const above = [{ tenant: 'province', name: '示范省' }];
  return {
    county: createMeasureService({ ...options, actor, above }),
    province: createMeasureService({ ...options, actor: { ...actor, tenant: 'province' } }),
  };
}

/** Puts `element` alone on the page. */
export function onlyOnPage(element: HTMLElement): void {
  document.documentElement.lang = 'zh-CN';
  document.querySelector('body > main')?.remove();
  const main = document.createElement('main');
  main.append(element);
  document.body.append(main);
}

/** The studio of `service`, alone on the page. */
export async function openStudio(
  service: MeasureService,
  properties: Partial<MeasureStudio> = {},
  title: string = '投资建设项目模拟审批',
): Promise<MeasureStudio> {
  const studio = document.createElement('tb-measure-studio');
  Object.assign(studio, { service, measureId: 'mock-approval', ...properties });
  onlyOnPage(studio);
  await expect.element(page.getByText(title).first()).toBeVisible();
  return studio;
}

/** Shows a part of the measure. */
export function surface(name: string): Promise<void> {
  return page.getByRole('navigation', { name: '措施的各个部分' }).getByRole('button', { name }).click();
}

/** The text of a file as it is kept in the draft; empty when there is none. */
export async function draftFile(service: MeasureService, path: string): Promise<string> {
  return (await service.draft('mock-approval')).sources[path] ?? '';
}

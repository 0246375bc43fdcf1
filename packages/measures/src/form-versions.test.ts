/** A form that is changed and published: new cases get it, a case under way keeps the version it began with. */
import { readFileSync } from 'node:fs';
import { compileMeasure } from '@tongban/compile';
import type { Actor, FormDocument, MeasureSources, Release, TaskView } from '@tongban/model';
import { createCaseService, createEngine, type Engine, openMemoryStorage } from '@tongban/runtime';
import { countingIds, virtualClock } from '@tongban/runtime/testing';
import { expect, it } from 'vitest';
import { loadMeasure } from './load-measure.ts';

const TENANT = 'jishishan';
const FORM = 'forms/application.form.json';
const folder = new URL('../mock-approval/', import.meta.url);
const window: Actor = { id: 'window', tenant: TENANT, name: '王玉兰', roles: ['window'], department: 'service-window' };

async function published(sources: MeasureSources): Promise<Release> {
  const { release, problems } = await compileMeasure(sources);
  if (release === undefined) throw new Error(JSON.stringify(problems));
  return release;
}

/** The published form with one label, one key and one requirement changed, and a field more. */
function changed(text: string): string {
  const form = JSON.parse(text) as FormDocument;
  const fields = form.fields.map((field) =>
    field.key === 'contact' ? { ...field, label: { 'zh-CN': '经办人' }, required: false } : field,
  );
  const more = { kind: 'text', id: 'F-01.more', key: 'more', label: { 'zh-CN': '补充说明' }, required: true };
  return JSON.stringify({ ...form, fields: [...fields, more] });
}

async function openFiling(engine: Engine, { id: releaseId }: Release, projectCode: string): Promise<TaskView> {
  const service = createCaseService(engine, window);
  const started = await service.start({ commandId: projectCode, releaseId, projectCode });
  if (!started.ok) throw new Error(JSON.stringify(started.problems));
  const { entries } = await service.tasks({ box: 'todo' });
  const views = await Promise.all(entries.map(({ taskId = '' }) => service.task(taskId)));
  return views.find(({ caseId }) => caseId === started.caseId) as TaskView;
}

it('a case under way keeps the form it began with, new cases get the changed one', async () => {
  const sources = await loadMeasure(async (path) => readFileSync(new URL(path, folder), 'utf8'));
  const engine = createEngine({ store: openMemoryStorage(), clock: virtualClock(Date.UTC(2026, 10, 23, 1)), newId: countingIds('id') });
  const codes = ['2611-622927-04-01-100001', '2611-622927-04-01-100002'] as const;
  for (const code of codes)
    await engine.storage.records.saveProject({
      tenant: TENANT,
      name: '花椒精深加工',
      enterprise: { name: '陇原花椒' },
      creditGrade: 'A-',
      code,
      owner: 'x',
    });
  const form = (view: TaskView): FormDocument | undefined =>
    view.forms.find(({ form: each }) => each.document.id === 'F-01')?.form.document;
  const keys = (view: TaskView): readonly string[] => form(view)?.fields.map(({ key }) => key) ?? [];

  const first = await published(sources);
  await engine.deploy({ tenant: TENANT, release: first });
  const before = await openFiling(engine, first, codes[0]);
  const second = await published({ ...sources, [FORM]: changed(sources[FORM] ?? '') });
  await engine.deploy({ tenant: TENANT, release: second });
  const after = await openFiling(engine, second, codes[1]);
  const again = await createCaseService(engine, window).task(before.taskId);

  expect(form(again)).toEqual(form(before));
  expect(keys(again)).not.toContain('more');
  expect(keys(after)).toContain('more');
  expect(form(after)?.fields.find(({ key }) => key === 'contact')?.label['zh-CN']).toBe('经办人');
});

/**
 * The level above the counties, made up: it has published a measure twice, and a county has made a copy of the first release and changed
 * it. So there is something to upgrade, and something that both changed.
 */
import { readFile } from 'node:fs/promises';
import { compileMeasure } from '@tongban/compile';
import { loadMeasure } from '@tongban/measures';
import type { FormDocument, Limit, MeasureManifest, MeasureSources } from '@tongban/model';
import { createMeasureService, type Engine } from '@tongban/runtime';
import { ABOVE, PEOPLE, PROVINCE } from './people.ts';

const MEASURE = new URL('../../../../packages/measures/mock-approval/', import.meta.url);
const COUNTY = 'demo-online';
const COPY = 'mock-approval-local';

/** Publishes the province's measure, and keeps the county's copy of it as a draft, once. */
export async function prepareProvince(engine: Engine): Promise<void> {
  const { measures } = engine.storage;
  if ((await measures.current(PROVINCE.id, 'mock-approval')) !== undefined) return;
  const first = managed(await loadMeasure((path) => readFile(new URL(path, MEASURE), 'utf8')), (manifest) => ({
    ...manifest,
    departments: manifest.departments.map((one) => ({ ...one, name: one.name.replace(/^县|^州(.*)积石山分局$/, '$1') })),
    locks: [
      { part: 'element', id: 'Task_accept', rule: 'stays', reason: '附件4 §三（一）' },
      { part: 'table', id: 'DT-16', rule: 'fixed', reason: '附件4 §三' },
    ],
  }));
  const releaseId = await publish(engine, first, '首次发布');
  await copyForCounty(engine, releaseId);
  await publish(engine, second(first), '压缩模拟审查时限，告知单增加办理地点，统一环节名称');
}

async function publish(engine: Engine, sources: MeasureSources, note: string): Promise<string> {
  const { release, problems } = await compileMeasure(sources);
  if (release === undefined) throw new Error(problems.map((problem) => problem.sentences['zh-CN']).join('\n'));
  await engine.deploy({ tenant: PROVINCE.id, release, sources, note });
  return release.id;
}

/** The second release of the province. */
function second(first: MeasureSources): MeasureSources {
  const form = JSON.parse(first['forms/notice.form.json'] ?? '') as FormDocument;
  const place = {
    kind: 'text',
    id: `${form.id}.place`,
    key: 'place',
    label: { 'zh-CN': '办理地点', en: 'Where to go' },
    maxLength: 200,
  } as const;
  const sources = managed(first, (manifest) => ({
    ...{ ...manifest, version: '1.1', limits: withAmount(manifest.limits, 'mock-review', 4) },
    legalBasis: [...(manifest.legalBasis ?? []), '示范省投资项目模拟审批工作指引'],
  }));
  return {
    ...sources,
    'flow.bpmn': renamed(renamed(sources, 'Task_review', '部门模拟审查'), 'Task_joint', '组织联合会审（五日内）')['flow.bpmn'] ?? '',
    'forms/notice.form.json': `${JSON.stringify({ ...form, fields: [...form.fields, place] }, undefined, 2)}\n`,
  };
}

/** The county's copy: shorter limits than the province first had, a name of its own for a step, its own departments. */
async function copyForCounty(engine: Engine, releaseId: string): Promise<void> {
  const actor = PEOPLE.find(({ id }) => id === `${COUNTY}.administrator`);
  if (actor === undefined) return;
  const clock = { now: () => Date.now() };
  const service = createMeasureService({ storage: engine.storage, compile: compileMeasure, actor, clock, above: ABOVE[COUNTY] ?? [] });
  const { sources, revision } = await service.copy({ measureId: COPY, releaseId, title: '示范县投资建设项目模拟审批' });
  const own = managed(sources, (manifest) => ({
    ...{ ...manifest, limits: withAmount(manifest.limits, 'mock-review', 3) },
    departments: manifest.departments.map((one) => (one.id === 'service-window' ? { ...one, name: '示范县政务服务中心投资窗口' } : one)),
  }));
  const files = { ...renamed(renamed(own, 'Task_joint', '县级联合会审'), 'Task_collect', '窗口发放正式批文') };
  await service.saveDraft({ measureId: COPY, revision, files });
}

function withAmount(limits: readonly Limit[], id: string, amount: number): readonly Limit[] {
  return limits.map((limit) => (limit.id === id ? { ...limit, amount } : limit));
}

function renamed(sources: MeasureSources, id: string, name: string): MeasureSources {
  const flow = sources['flow.bpmn'] ?? '';
  return { ...sources, 'flow.bpmn': flow.replace(new RegExp(`(id="${id}" name=)"[^"]*"`), `$1"${name}"`) };
}

function managed(sources: MeasureSources, change: (manifest: MeasureManifest) => MeasureManifest): MeasureSources {
  const manifest = change(JSON.parse(sources['measure.json'] ?? '{}') as MeasureManifest);
  return { ...sources, 'measure.json': `${JSON.stringify(manifest, undefined, 2)}\n` };
}

import { defineErrors, type MeasureSources } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { openMemoryStorage } from '../store/memory-store.ts';
import { COUNTY, people, smallRelease } from '../testing/small-measure.ts';
import { countingIds, virtualClock } from '../testing/virtual-clock.ts';
import { type CompileMeasure, createMeasureService } from './measure-service.ts';

const fault = defineErrors({ COMPILE_TEST: { en: 'Broken.', 'zh-CN': '有误。' } });

// Stands in for the compiler: the release is named by its sources, and the word `broken` is a problem.
async function compile(sources: MeasureSources) {
  const text = JSON.stringify(sources);
  if (text.includes('broken')) return { problems: [fault.problem('COMPILE_TEST', { file: 'flow.bpmn' })] };
  return { release: { ...smallRelease, id: `sha256:${text.length}` }, problems: [] };
}

async function open() {
  const storage = openMemoryStorage();
  const service = (actor = people.admin) => createMeasureService({ storage, compile, actor, clock: virtualClock(1000) });
  const first = { measureId: 'small', revision: 1, savedAt: 1, savedByName: '导入', sources: { 'measure.json': '{}', 'flow.bpmn': 'a' } };
  await storage.measures.saveDraft(COUNTY, first);
  return { storage, service, ids: countingIds() };
}

describe('measures', () => {
  it('are published from their draft, and a new release becomes the current one', async () => {
    const { service, ids } = await open();
    const published = await service().publish({ commandId: ids(), measureId: 'small', revision: 1, note: '首次' });
    expect(published).toMatchObject({ problems: [], release: { current: true, publishedBy: '管理员', note: '首次', title: '模拟审批' } });
    const draft = await service().saveDraft({ measureId: 'small', revision: 1, files: { 'flow.bpmn': 'longer', 'new.txt': 'x' } });
    expect(draft).toMatchObject({ revision: 2, savedByName: '管理员', sources: { 'flow.bpmn': 'longer', 'new.txt': 'x' } });
    const second = await service().publish({ commandId: ids(), measureId: 'small', revision: 2 });
    expect((await service().releases('small')).map(({ current }) => current).sort()).toEqual([false, true]);
    const back = await service().makeCurrent({ commandId: ids(), releaseId: published.release?.id ?? '' });
    expect(back.current).toBe(true);
    expect(await service().sources(second.release?.id ?? '')).toEqual(draft.sources);
    expect(await service().measures()).toMatchObject([
      { measureId: 'small', title: '模拟审批', draftRevision: 2, running: 0, current: { id: back.id } },
    ]);
  });

  it('are not published with problems, and nothing changes', async () => {
    const { service, ids } = await open();
    await service().saveDraft({ measureId: 'small', revision: 1, files: { 'flow.bpmn': 'broken' } });
    expect(await service().check('small')).toMatchObject({ errors: 1 });
    const answer = await service().publish({ commandId: ids(), measureId: 'small', revision: 2 });
    expect(answer.release).toBeUndefined();
    expect(answer.problems).toMatchObject([{ code: 'COMPILE_TEST', place: { file: 'flow.bpmn' } }]);
    expect(await service().releases('small')).toEqual([]);
  });

  it('that are copies are compiled against their base, be it their own or one of another tenant', async () => {
    const { storage, ids } = await open();
    const asked: unknown[] = [];
    const actor = people.admin;
    const compileCopy: CompileMeasure = async (sources, given) => {
      asked.push(await given.baseOf('sha256:province'), await given.baseOf('sha256:gone'));
      return compile(sources);
    };
    const province = { 'measure.json': '{"title":"省"}' };
    const baseOf = async (id: string) => (id === 'sha256:province' ? province : undefined);
    const service = createMeasureService({ storage, compile: compileCopy, actor, clock: virtualClock(1000), baseOf });
    await service.publish({ commandId: ids(), measureId: 'small', revision: 1 });
    expect(asked).toEqual([province, undefined]);
    expect(await service.sources('sha256:province')).toEqual(province);
    await expect(service.sources('sha256:gone')).rejects.toMatchObject({ code: 'RUNTIME_RELEASE_UNKNOWN' });
  });

  it('are copied from a level above only, under an id of their own, and go over to its releases', async () => {
    const { storage, ids } = await open();
    const province = { ...people.admin, tenant: 'province' };
    const actor = people.admin;
    const above = [{ tenant: 'province', name: '省' }];
    const options = { storage, compile, clock: virtualClock(1000) };
    const upper = createMeasureService({ ...options, actor: province });
    await storage.measures.saveDraft('province', {
      measureId: 'small',
      revision: 1,
      savedAt: 1,
      savedByName: '',
      sources: { 'measure.json': '{"title":{}}' },
    });
    const first = (await upper.publish({ commandId: ids(), measureId: 'small', revision: 1 })).release?.id ?? '';
    const service = createMeasureService({ ...options, actor, above });
    expect(await service.upperMeasures()).toMatchObject([{ measureId: 'small', level: '省', releases: [{ id: first, current: true }] }]);
    expect(await upper.upperMeasures()).toEqual([]);
    const order = { releaseId: first, title: '县的副本' };
    const made = await service.copy({ ...order, measureId: 'own' });
    expect(JSON.parse(made.sources['measure.json'] ?? '')).toMatchObject({ id: 'own', title: { 'zh-CN': '县的副本' }, extends: first });
    await expect(service.copy({ ...order, measureId: 'own' })).rejects.toMatchObject({ code: 'MEASURE_ID_TAKEN' });
    await expect(service.copy({ ...order, measureId: '../x' })).rejects.toMatchObject({ code: 'MEASURE_ID_SHAPE' });
    await expect(upper.copy({ ...order, measureId: 'own' })).rejects.toMatchObject({ code: 'MEASURE_NOT_ABOVE' });

    await upper.saveDraft({ measureId: 'small', revision: 1, files: { 'new.txt': '省' } });
    const second = (await upper.publish({ commandId: ids(), measureId: 'small', revision: 2 })).release?.id ?? '';
    const manifest = (base: string) => JSON.stringify({ ...JSON.parse(made.sources['measure.json'] ?? ''), extends: base });
    const change = { measureId: 'own', revision: 1, files: { 'measure.json': manifest(second), 'new.txt': '省' } };
    await expect(service.upgrade({ ...change, releaseId: first })).rejects.toMatchObject({ code: 'MEASURE_BASE_OTHER' });
    await expect(service.upgrade({ ...change, releaseId: 'gone' })).rejects.toMatchObject({ code: 'MEASURE_NOT_ABOVE' });
    const upgraded = await service.upgrade({ ...change, releaseId: second });
    expect(upgraded).toMatchObject({ revision: 2, upgraded: { from: first, to: second, byName: actor.name } });
    await service.saveDraft({ measureId: 'own', revision: 2, files: { 'own.txt': '县' } });
    expect((await service.draft('own')).upgraded).toEqual(upgraded.upgraded);
    await expect(service.undoUpgrade({ measureId: 'own', revision: 2 })).rejects.toMatchObject({ code: 'MEASURE_DRAFT_STALE' });
    const back = await service.undoUpgrade({ measureId: 'own', revision: 3 });
    expect(back).toMatchObject({ revision: 4, sources: made.sources });
    expect(back).not.toHaveProperty('upgraded');
    expect(Object.keys(back.sources)).toEqual(Object.keys(made.sources));
    await expect(service.undoUpgrade({ measureId: 'own', revision: 4 })).rejects.toMatchObject({ code: 'MEASURE_NOT_UPGRADED' });
  });

  it('keep their id', async () => {
    const { service, storage, ids } = await open();
    await storage.measures.saveDraft(COUNTY, { measureId: 'other', revision: 1, savedAt: 1, savedByName: '', sources: {} });
    const answer = await service().publish({ commandId: ids(), measureId: 'other', revision: 1 });
    expect(answer.problems).toMatchObject([{ code: 'MEASURE_ID_CHANGED' }]);
  });

  it('refuse a draft that somebody else has saved meanwhile, and answer a repeated order once', async () => {
    const { service } = await open();
    await service().saveDraft({ measureId: 'small', revision: 1, files: { 'a.txt': '一' } });
    const stale = { code: 'MEASURE_DRAFT_STALE', kind: 'conflict', details: { revision: 2 } };
    await expect(service().saveDraft({ measureId: 'small', revision: 1, files: {} })).rejects.toMatchObject(stale);
    await expect(service().publish({ commandId: 'p', measureId: 'small', revision: 1 })).rejects.toMatchObject(stale);
    const order = { commandId: 'p', measureId: 'small', revision: 2 };
    const first = await service().publish(order);
    await service().saveDraft({ measureId: 'small', revision: 2, files: { 'a.txt': null } });
    expect(await service().publish(order)).toEqual(first);
    expect((await service().draft('small')).sources).not.toHaveProperty('a.txt');
  });

  it('are for administrators only, and of their own tenant', async () => {
    const { service, ids } = await open();
    const refused = { code: 'RUNTIME_NOT_ALLOWED', kind: 'forbidden' };
    await expect(service(people.window).measures()).rejects.toMatchObject(refused);
    await expect(service(people.window).publish({ commandId: ids(), measureId: 'small', revision: 1 })).rejects.toMatchObject(refused);
    expect(await service(people.stranger).measures()).toEqual([]);
    await expect(service(people.stranger).draft('small')).rejects.toMatchObject({ code: 'MEASURE_UNKNOWN' });
    await expect(service().makeCurrent({ commandId: ids(), releaseId: 'x' })).rejects.toMatchObject({ code: 'RUNTIME_RELEASE_UNKNOWN' });
    await expect(service().sources('x')).rejects.toMatchObject({ code: 'RUNTIME_RELEASE_UNKNOWN' });
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'forms/../../x', 'c:/x', 'a\\b', 'a//b', '', '.', 'x\0y', '__proto__', 'x'.repeat(201)])(
    'do not take a file %j',
    async (path) => {
      const { service } = await open();
      const files = JSON.parse(`{${JSON.stringify(path)}:"x"}`);
      await expect(service().saveDraft({ measureId: 'small', revision: 1, files })).rejects.toMatchObject({ code: 'MEASURE_PATH_UNSAFE' });
      expect((await service().draft('small')).revision).toBe(1);
    },
  );

  it('do not grow without end', async () => {
    const { service } = await open();
    const files = { 'big.txt': 'x'.repeat(33 * 1024 * 1024) };
    await expect(service().saveDraft({ measureId: 'small', revision: 1, files })).rejects.toMatchObject({ code: 'MEASURE_TOO_LARGE' });
  });
});

import { sealedText } from '@tongban/form';
import type { FormValues } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { sha256Digest } from '../audit/digest.ts';
import type { SealCheck } from '../engine/check-seal.ts';
import { people, smallRelease } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';

const unit = { ...people.applicant, onBehalfOf: { id: 'e-1', name: '积石山光伏公司' } };
const filled = { reason: '早开工' };

describe('an e-seal', () => {
  it('is kept when it is of what is handed in, by who hands it in, and the host knows it', async () => {
    const asked: unknown[] = [];
    const checkSeal: SealCheck = (seal) => {
      asked.push(seal);
      return { ok: true };
    };
    const office = await (await SmallOffice.open({ checkSeal })).start(unit);
    const seal = sealOf(filled);
    mustBeDone(await handIn(office, { ...filled, seal }));
    expect(asked).toMatchObject([{ actor: { id: 'u-wang' }, formId: 'F-01', fieldId: 'seal', kind: 'seal', sealed: seal }]);
    const live = await office.engine.load(unit.tenant, office.caseId);
    expect(live?.state.data['application']?.values['seal']).toEqual(seal);
  });

  it.each([
    ['of other content', { ...filled, reason: '后来改的', seal: sealOf(filled) }, 'RUNTIME_SEAL_OUTDATED'],
    ['without a digest', { ...filled, seal: { method: 'eSeal', name: '积石山光伏公司', day: '2026-03-02' } }, 'RUNTIME_SEAL_OUTDATED'],
    ['of another unit', { ...filled, seal: sealOf(filled, { name: '别的公司' }) }, 'RUNTIME_SEAL_FOREIGN'],
    ['of a day to come', { ...filled, seal: sealOf(filled, { day: '2026-03-03' }) }, 'RUNTIME_SEAL_FOREIGN'],
    ['that the host does not know', { ...filled, seal: sealOf(filled, { fileId: undefined }) }, 'RUNTIME_SEAL_REFUSED'],
  ])('%s is refused beside its field, and nothing is handed in', async (_what, values, code) => {
    const office = await (await SmallOffice.open({ checkSeal: knowsNone })).start(unit);
    const answer = await handIn(office, values as FormValues);
    expect(codesOf(answer)).toEqual([code]);
    expect(answer).toMatchObject({ problems: [{ place: { elementId: 'seal' }, details: { path: 'seal', formId: 'F-01' } }] });
    expect(await office.openTasks()).toEqual(['apply']);
  });

  it('is refused where the host can check none; a draft may hold it', async () => {
    const office = await (await SmallOffice.open()).start(unit);
    expect(codesOf(await handIn(office, { ...filled, seal: sealOf(filled) }))).toEqual(['RUNTIME_SEAL_UNSUPPORTED']);
    const { taskId, revision } = await office.task('apply');
    const draft = { commandId: 'd', taskId, revision, values: { 'F-01': { ...filled, seal: sealOf(filled) } } };
    expect((await office.as(unit).saveDraft(draft)).ok).toBe(true);
  });

  it('that cannot be checked now is to be handed in again', async () => {
    const checkSeal: SealCheck = () => Promise.reject(new Error('no answer'));
    const office = await (await SmallOffice.open({ checkSeal })).start(unit);
    await expect(handIn(office, { ...filled, seal: sealOf(filled) })).rejects.toMatchObject({ code: 'RUNTIME_SEAL_NOT_CHECKED' });
    expect(await office.openTasks()).toEqual(['apply']);
  });

  it('other ways of sealing are not asked about', async () => {
    const office = await (await SmallOffice.open()).start(unit);
    mustBeDone(await handIn(office, { ...filled, seal: { method: 'original', name: '积石山光伏公司', day: '2026-03-02' } }));
  });
});

const knowsNone: SealCheck = () => ({ ok: false, reason: '印章不存在。' });

function sealOf(values: FormValues, other: object = {}): FormValues {
  const document = smallRelease.forms['F-01']!.document;
  const digest = `sha256:${sha256Digest.hash(sealedText(document, values))}`;
  return JSON.parse(JSON.stringify({ method: 'eSeal', name: '积石山光伏公司', day: '2026-03-02', digest, ...other })) as FormValues;
}

async function handIn(office: SmallOffice, values: FormValues) {
  const { taskId, revision } = await office.task('apply');
  return await office.as(unit).complete({ commandId: office.commandId, taskId, revision, values: { 'F-01': values } });
}

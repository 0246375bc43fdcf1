import { describe, expect, it } from 'vitest';
import { people, solarProject } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';

const message = (office: SmallOffice, actor = people.window, key = solarProject.code, commandId = office.commandId) =>
  office.as(actor).message({ commandId, name: 'land', key });

describe('message', () => {
  it('reaches only the case that waits with this key', async () => {
    const office = await (await SmallOffice.open()).reviewed();
    expect(codesOf(await message(office, people.window, '0000'))).toEqual(['RUNTIME_MESSAGE_NO_CASE']);
    expect(codesOf(await message(office, people.stranger))).toEqual(['RUNTIME_MESSAGE_NO_CASE']);
    expect(mustBeDone(await message(office)).caseId).toBe(office.caseId);
    await office.engine.runDue();
    expect((await office.as(people.applicant).case(office.caseId)).ended?.kind).toBe('completed');
  });

  it('is recorded only by those who may', async () => {
    const office = await (await SmallOffice.open()).reviewed();
    expect(codesOf(await message(office, people.applicant))).toEqual(['RUNTIME_NOT_ALLOWED']);
    expect((await office.as(people.applicant).case(office.caseId)).messages).toEqual([]);
    expect((await office.as(people.window).case(office.caseId)).messages).toEqual([
      { name: 'land', label: '土地手续已取得', key: solarProject.code, forms: [] },
    ]);
  });

  it('comes before its time, or twice, to nobody; repeated, it gets its first answer', async () => {
    const office = await (await SmallOffice.open()).accepted();
    expect(codesOf(await message(office))).toEqual(['RUNTIME_MESSAGE_NO_CASE']);
    const later = await (await SmallOffice.open()).reviewed();
    const first = await message(later, people.window, solarProject.code, 'm');
    expect(await message(later, people.window, solarProject.code, 'm')).toEqual(first);
    expect(codesOf(await message(later))).toEqual(['RUNTIME_MESSAGE_NO_CASE']);
  });

  it('is refused when two cases wait with the same key', async () => {
    const office = await (await SmallOffice.open()).reviewed();
    await office.reviewed();
    expect(codesOf(await message(office))).toEqual(['RUNTIME_MESSAGE_AMBIGUOUS']);
  });
});

import { describe, expect, it } from 'vitest';
import { COUNTY, people } from '../testing/small-measure.ts';
import { codesOf, SmallOffice } from '../testing/small-office.ts';

const agree = { choice: 'agree', text: '' };

describe('a page that is older than the form', () => {
  it('hands in values of others as they once were, which is no attempt to write them', async () => {
    const office = await (await SmallOffice.open()).accepted();
    await office.complete(people.land, 'landReview', { 'F-04': { land: agree } });
    const old = (await office.engine.load(COUNTY, office.caseId))?.state.data['opinions']?.values ?? {};
    await office.engine.execute({
      ...{ tenant: COUNTY, caseId: office.caseId, commandId: 'x', actorId: 'u-li' },
      decide: () => ({
        command: { kind: 'setData', commandId: 'x', now: 5, data: { opinions: { land: { ...agree, text: '补充' } } } },
        answer: () => null,
      }),
    });
    const answer = await office.tryComplete(people.plan, 'planReview', { 'F-04': { ...old, plan: agree } });
    expect(codesOf(answer)).toEqual([]);
    const values = (await office.engine.load(COUNTY, office.caseId))?.state.data['opinions']?.values;
    expect(values).toMatchObject({ land: { text: '补充' }, plan: { choice: 'agree' } });
  });

  it('is still refused what never stood there', async () => {
    const office = await (await SmallOffice.open()).accepted();
    await office.complete(people.land, 'landReview', { 'F-04': { land: agree } });
    const forged = { land: { choice: 'disagree', text: '伪造' }, plan: agree };
    expect(codesOf(await office.tryComplete(people.plan, 'planReview', { 'F-04': forged }))).toEqual(['FORM_FIELD_NOT_WRITABLE']);
  });
});

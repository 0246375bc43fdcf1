import type { CarriedValue } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { people } from '../testing/small-measure.ts';
import { SmallOffice } from '../testing/small-office.ts';

/** What the application of the office's case takes over, by key. */
async function carriedBy(office: SmallOffice): Promise<Readonly<Record<string, CarriedValue>>> {
  const service = office.as(people.applicant);
  const { entries } = await service.tasks({ box: 'todo' });
  const taskId = entries.find(({ caseId }) => caseId === office.caseId)?.taskId ?? '';
  const { forms } = await service.task(taskId);
  return Object.fromEntries(forms.flatMap(({ carried = [] }) => carried.map((one) => [one.key, one])));
}

const register = { kind: 'register' } as const;

describe('what was answered before in the project', () => {
  it('comes from the register, and says so', async () => {
    const carried = await carriedBy(await (await SmallOffice.open()).start());
    expect(carried['projectName']).toEqual({ key: 'projectName', chosen: { value: '太阳能发电项目', from: register }, others: [] });
    expect(Object.keys(carried)).not.toContain('reason');
  });

  it('comes from another case of the project that this person may read; what differs is shown beside it', async () => {
    const office = await (await SmallOffice.open()).start();
    const first = office.caseId;
    await office.complete(people.applicant, 'apply', { 'F-01': { reason: '早开工', phone: '13900000001' } });
    await office.start();
    expect(office.caseId).not.toBe(first);
    expect((await carriedBy(office))['phone']).toEqual({
      key: 'phone',
      chosen: { value: '13800000000', from: register },
      others: [{ value: '13900000001', from: { kind: 'case', title: expect.any(String), at: expect.any(Number) } }],
    });
  });

  it('comes from the host by meaning; one that fails is told and keeps nobody from filling in', async () => {
    const asked: unknown[] = [];
    const faults: unknown[] = [];
    let broken = false;
    const office = await SmallOffice.open({
      knownValues: ({ meanings, projectCode }) => {
        asked.push([meanings.includes('contact.phone'), projectCode]);
        if (broken) throw new Error('no answer');
        return { 'contact.phone': { value: '13700000002', source: '企业信用系统' } };
      },
      onFault: (fault) => faults.push(fault),
    });
    await office.start();
    expect((await carriedBy(office))['phone']?.others).toEqual([{ value: '13700000002', from: { kind: 'host', name: '企业信用系统' } }]);
    expect(asked).toEqual([[true, '2603-622927-04-01-100001']]);
    broken = true;
    expect((await carriedBy(office))['phone']?.others).toEqual([]);
    expect(faults).toHaveLength(1);
  });

  it('is left alone where somebody has answered otherwise', async () => {
    const office = await (await SmallOffice.open()).start();
    await office.complete(people.applicant, 'apply', { 'F-01': { reason: '早开工', phone: '13900000001' } });
    await office.operate(people.window, 'check', 'return', { target: 'apply', reason: '补图' });
    expect((await carriedBy(office))['phone']).toEqual({ key: 'phone', others: [{ value: '13800000000', from: register }] });
  });
});

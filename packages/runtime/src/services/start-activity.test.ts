import type { Actor, Release } from '@tongban/model';
import { expect, it } from 'vitest';
import { flow } from '../testing/builders/flow.ts';
import { people, smallRelease } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';

const task = (performer: object) => ({ task: { performer, filings: [], operations: [] } });
const surveyor: Actor = { id: 'u9', name: '测绘员', tenant: people.window.tenant, roles: ['surveyor'] };

const program = flow('start > adhoc:survey > after > end', {
  inside: { survey: 'visit ; check' },
  nodes: {
    start: { startRoles: ['applicant'] },
    survey: { adHoc: { sequential: false } },
    visit: { name: '现场踏勘', ...task({ role: 'surveyor' }) },
    check: { name: '核对资料', ...task({ role: 'nobody' }) },
    after: task({ role: 'window' }),
  },
});

async function surveying(): Promise<{ readonly office: SmallOffice; readonly caseId: string }> {
  const office = await SmallOffice.open();
  const release: Release = { ...smallRelease, id: 'with-ad-hoc', program };
  await office.engine.deploy({ tenant: people.window.tenant, release });
  const { caseId } = mustBeDone(await office.as(people.applicant).start({ commandId: 's', releaseId: release.id }));
  return { office, caseId };
}

it('AH6 shows a person the steps they may begin, by name, and begins them again and again', async () => {
  const { office, caseId } = await surveying();
  const service = office.as(surveyor);
  const { startable } = await service.case(caseId);
  expect(startable).toMatchObject([{ nodeId: 'visit', name: '现场踏勘' }]);
  const within = startable?.[0]?.within as number;
  mustBeDone(await service.startActivity({ commandId: 'a', caseId, nodeId: 'visit', within }));
  mustBeDone(await service.startActivity({ commandId: 'b', caseId, nodeId: 'visit' }));
  expect(await service.startActivity({ commandId: 'b', caseId, nodeId: 'visit' })).toMatchObject({ ok: true });
  const { openTasks, timeline } = await service.case(caseId);
  expect(openTasks.map(({ name, mine }) => [name, mine])).toEqual([
    ['现场踏勘', true],
    ['现场踏勘', true],
  ]);
  expect(timeline.map(({ text }) => text)).toContain('启动“现场踏勘”');
});

it('AH6 lets nobody else begin them, and tells strangers nothing of the case', async () => {
  const { office, caseId } = await surveying();
  expect((await office.as(people.applicant).case(caseId)).startable).toBeUndefined();
  const asApplicant = await office.as(people.applicant).startActivity({ commandId: 'x', caseId, nodeId: 'visit' });
  expect(codesOf(asApplicant)).toEqual(['RUNTIME_NOT_ALLOWED']);
  expect(codesOf(await office.as(surveyor).startActivity({ commandId: 'y', caseId, nodeId: 'check' }))).toEqual(['RUNTIME_NOT_ALLOWED']);
  expect(codesOf(await office.as(people.stranger).startActivity({ commandId: 'z', caseId, nodeId: 'visit' }))).toEqual([
    'RUNTIME_CASE_UNKNOWN',
  ]);
});

import { describe, expect, it } from 'vitest';
import { stepProblem } from '../../in-words.ts';
import { literal } from '../../testing/builders/expressions.ts';
import { flow } from '../../testing/builders/flow.ts';
import { COUNTY, people, smallRelease, solarProject } from '../../testing/small-measure.ts';
import { mustBeDone, SmallOffice } from '../../testing/small-office.ts';
import { requireEffective } from '../require-effective.ts';

type Inputs = Readonly<Record<string, unknown>>;

// A case whose service tasks call `steps` one after another, each after a task of the window.
async function running(steps: readonly (readonly [handler: string, inputs: Inputs])[]) {
  const office = await SmallOffice.open();
  const text = steps.map((_step, at) => `ask${at} > service:call${at}`).join(' > ');
  const nodes = Object.fromEntries(
    steps.map(([name, inputs], at) => {
      const parsed = Object.fromEntries(Object.entries(inputs).map(([input, value]) => [input, literal(value as never)]));
      return [`call${at}`, { handler: { name, inputs: parsed, result: `result${at}` } }];
    }),
  );
  const items = [
    { code: 'I-1', name: { 'zh-CN': '选址意见' }, department: 'zrzy', kind: 'promised' as const },
    { code: 'I-2', name: { 'zh-CN': '立项' }, department: 'fgw', kind: 'promised' as const },
  ];
  const release = { ...smallRelease, id: 'sha256:handlers', items, program: flow(`start > ${text} > end`, { nodes }) };
  await office.engine.deploy({ tenant: COUNTY, release });
  const command = { commandId: 'start', releaseId: release.id, projectCode: solarProject.code };
  office.caseId = mustBeDone(await office.as(people.window).start(command)).caseId;
  const next = async (at: number) => {
    await office.complete(people.window, `ask${at}`, {});
    await office.engine.runDue();
    const live = await office.engine.load(COUNTY, office.caseId);
    return { result: live?.state.variables[`result${at}`], incident: live?.state.incidents?.map(({ problem }) => stepProblem(problem))[0] };
  };
  const documents = () => office.engine.storage.records.documents(COUNTY, { caseId: office.caseId });
  return { office, next, documents };
}

// Builders give nodes no performer, so the flow admits everybody.
describe('project.check', () => {
  it('finds a project by its code, and says when there is none', async () => {
    const { next } = await running([
      ['project.check', { code: solarProject.code }],
      ['project.check', { code: 'none' }],
      ['project.check', { code: null }],
    ]);
    expect((await next(0)).result).toMatchObject({
      found: true,
      name: '太阳能发电项目',
      enterprise: { name: '积石山光伏公司' },
      creditGrade: null,
    });
    expect((await next(1)).result).toEqual({ found: false, code: 'none' });
    expect((await next(2)).incident).toMatchObject({ code: 'RUNTIME_JOB_FAILED' });
  });
});

describe('documents', () => {
  it('are issued per subject, marked, numbered, valid for a year', async () => {
    const { next, documents } = await running([['document.issue', { template: 'mock-opinion', subjects: ['I-1', { code: 'I-2' }] }]]);
    expect((await next(0)).result).toEqual([
      { documentId: expect.any(String), subject: 'I-1', number: '审〔2026〕1号' },
      { documentId: expect.any(String), subject: 'I-2', number: '审〔2026〕2号' },
    ]);
    expect(await documents()).toMatchObject([
      { status: 'mock', validThrough: '2027-03-02', projectCode: solarProject.code, content: { mark: '模拟', title: '模拟审批意见' } },
      { status: 'mock', subject: 'I-2' },
    ]);
  });

  it('of a template that is not there are an incident', async () => {
    const { next } = await running([['document.issue', { template: 'none' }]]);
    expect((await next(0)).incident?.sentences['zh-CN']).toContain('没有文书模板“none”');
  });

  it('are converted: effective ones issued, mock ones recalled and replaced', async () => {
    const { next, documents } = await running([
      ['document.issue', { template: 'mock-opinion', subjects: ['I-1', 'I-2'] }],
      ['document.convert', { from: 'mock-opinion', template: 'opinion', subjects: ['I-1'] }],
      ['document.convert', { from: 'mock-opinion', template: 'opinion' }],
    ]);
    await next(0);
    await next(1);
    const seen = async () => (await documents()).map(({ templateId, subject, status }) => `${templateId} ${subject} ${status}`);
    expect(await seen()).toEqual(['mock-opinion I-1 recalled', 'mock-opinion I-2 mock', 'opinion I-1 effective']);
    const all = await documents();
    expect(all[0]).toMatchObject({ replacedBy: all[2]?.id, reason: '已转换为正式文书' });
    expect(() => requireEffective(all[2] as never, '2026-03-02')).not.toThrow();
    for (const document of all.slice(0, 2))
      expect(() => requireEffective(document, '2026-03-02')).toThrow(expect.objectContaining({ code: 'RUNTIME_DOCUMENT_NOT_EFFECTIVE' }));
  });

  it('that have expired cannot be converted', async () => {
    const { office, next, documents } = await running([
      ['document.issue', { template: 'mock-opinion', subjects: ['I-1'] }],
      ['document.convert', { from: 'mock-opinion', template: 'opinion' }],
    ]);
    await next(0);
    office.clock.advanceTo(office.clock.now() + 366 * 86_400_000);
    expect((await next(1)).incident?.sentences['zh-CN']).toContain('不具有法律效力：已过有效期');
    expect((await documents()).map(({ status }) => status)).toEqual(['mock']);
    expect((await office.as(people.window).case(office.caseId)).documents.map(({ status }) => status)).toEqual(['expired']);
  });

  it('have their status set, with the reason', async () => {
    const { next, documents } = await running([
      ['document.issue', { template: 'mock-opinion', subjects: ['I-1', 'I-2'] }],
      ['document.setStatus', { template: 'mock-opinion', status: 'revoked', reason: '重新报批', subjects: ['I-1'] }],
      ['document.setStatus', { template: 'mock-opinion', status: 'recalled' }],
      ['document.setStatus', { template: 'mock-opinion', status: 'gone' }],
    ]);
    await next(0);
    expect((await next(1)).result).toHaveLength(1);
    await next(2);
    expect((await documents()).map(({ status, reason }) => ({ status, reason }))).toEqual([
      { status: 'revoked', reason: '重新报批' },
      { status: 'recalled', reason: undefined },
    ]);
    expect((await next(3)).incident).toMatchObject({ code: 'RUNTIME_JOB_FAILED' });
  });
});

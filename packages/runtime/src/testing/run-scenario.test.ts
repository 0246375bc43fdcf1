import type { Scenario } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { openMemoryStorage } from '../store/memory-store.ts';
import { runScenario } from './run-scenario.ts';
import type { ScenarioMoment } from './scenario-run.ts';
import { smallRelease, smallScenario, solarProject } from './small-measure.ts';
import { countingIds } from './virtual-clock.ts';

const options = () => ({ release: smallRelease, storage: openMemoryStorage(), newId: countingIds('case') });

const { people } = smallScenario;
const filed = smallScenario.steps.slice(0, 1);
const apply = { do: 'complete', as: 'wang', task: 'apply', values: { 'F-01': { reason: '早开工' } } } as const;

describe('runScenario', () => {
  it('knows every step that people take', async () => {
    const scenario: Scenario = {
      ...smallScenario,
      people: { ...people, sun: { name: '孙窗', roles: ['window'], department: 'zwfw' }, admin: { name: '管', roles: ['administrator'] } },
      steps: [
        ...filed,
        apply,
        { expect: { inboxes: { chen: ['check'], wang: [] } } },
        { do: 'withdraw', as: 'wang', reason: '写错了' },
        { expect: { tasks: ['apply'], round: 1 } },
        apply,
        { do: 'claim', as: 'chen', task: 'check' },
        { do: 'transfer', as: 'chen', task: 'check', person: 'sun' },
        { do: 'copy', as: 'sun', task: 'check', people: ['li'] },
        { expect: { copies: { li: 1 }, inboxes: { sun: ['check'], chen: [] } } },
        { do: 'read', as: 'li' },
        { do: 'setDeputy', as: 'sun', person: 'chen', for: 'P1D' },
        { expect: { copies: { li: 0 }, inboxes: { chen: ['check'] } } },
        { do: 'urge', as: 'wang' },
        { do: 'suspend', as: 'admin', reason: '等' },
        { do: 'editCalendar', as: 'admin', holidays: [{ name: { 'zh-CN': '节' }, from: '2026-03-04', to: '2026-03-04' }] },
        { do: 'migrate', as: 'admin' },
        { expect: { suspended: true } },
        { do: 'resume', as: 'admin' },
        { do: 'complete', as: 'chen', task: 'check', outcome: 'accept' },
        { do: 'endDeputy', as: 'sun' },
        { expect: { due: { review: '2026-03-06' }, incidents: [], held: [], suspended: false } },
        { do: 'jump', as: 'admin', from: ['landReview', 'planReview'], to: ['land'], reason: '已会签' },
        { do: 'receive', as: 'admin', name: 'land', key: solarProject.code },
        { expect: { ended: 'completed' } },
      ],
    };
    expect((await runScenario(scenario, options())).failures).toEqual([]);
  });

  it('says what is not as it should be', async () => {
    const expected = {
      tasks: ['check'],
      held: ['apply'],
      inboxes: { wang: [] },
      due: { review: '2026-03-05' },
      suspended: true,
      said: '办结',
    };
    const report = await runScenario({ ...smallScenario, steps: [...filed, { expect: expected }] }, options());
    expect(report.failures.map(({ step, text }) => `${step} ${text}`)).toEqual([
      '1 待办任务：应为 ["check"]，实际为 ["apply"]。',
      '1 等待他人的任务：应为 ["apply"]，实际为 []。',
      '1 wang 的待办：应为 []，实际为 ["apply"]。',
      '1 是否挂起：应为 true，实际为 false。',
      '1 时限 review 的到期日：应为 "2026-03-05"，实际为 null。',
      '1 办理过程的最后一条：应为 "办结"，实际为 "进入“提交申请”环节"。',
    ]);
  });

  it('runs a case from application to conversion', async () => {
    const report = await runScenario(smallScenario, options());
    expect(report.failures).toEqual([]);
    expect(report).toMatchObject({ ok: true, caseId: 'case-1' });
  });

  it('tells after each step how the case stands', async () => {
    const moments: ScenarioMoment[] = [];
    await runScenario(smallScenario, { ...options(), onStep: (moment) => moments.push(moment) });
    expect(moments.map(({ step }) => step)).toEqual(smallScenario.steps.map((_, at) => at));
    expect(moments.at(-1)?.live?.state.ended).toBeDefined();
    const seen = moments.map(({ events }) => events.length);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });
});

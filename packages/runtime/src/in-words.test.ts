import { type Finding, type JsonObject, TongbanError } from '@tongban/model';
import { describe, expect, it, test } from 'vitest';
import { allParts } from './core/parts/all-parts.ts';
import { prepareProgram } from './core/prepare-release.ts';
import { step } from './core/step.ts';
import { stepErrors } from './core/step-errors.ts';
import { reasonOf, stepError, stepProblem } from './in-words.ts';
import { flow } from './testing/builders/flow.ts';
import { runFlow } from './testing/builders/running-case.ts';

const finding = (code: string, details: JsonObject): Finding => ({ code, severity: 'error', place: {}, details });

test('DT5 neither a refusal nor an incident holds a sentence; the words are put to them by code', () => {
  const running = runFlow('start > service:call > end', { nodes: { call: { handler: { name: 'send', inputs: {} } } } });
  running.do({
    kind: 'failJob',
    jobId: running.state.jobs?.[0]?.id ?? 0,
    reason: { code: 'RUNTIME_HANDLER_UNKNOWN', details: { handler: 'send' } },
  });
  expect(JSON.stringify([running.state, running.events])).not.toContain('sentences');
  const [incident] = running.state.incidents ?? [];
  expect(incident && stepProblem(incident.problem).sentences).toEqual({
    'zh-CN': '“call”（call）执行失败：服务任务需要处理程序“send”，但系统未注册该程序。请联系系统管理员注册。 请排除原因后重试。',
    en: expect.stringMatching(/^"call" \(call\) failed: .*"send".* Correct the cause and retry\.$/),
  });
  const refused = running.do({ kind: 'completeTask', taskId: 99 }).refused?.[0];
  expect(refused && 'sentences' in refused).toBe(false);
  expect(refused && stepProblem(refused).sentences.en).toBe(
    'The task "99" (99) is no longer open: it was already finished or withdrawn. Reload your inbox.',
  );
});

test('DT5 what a step or its preparation throws tells its facts, and its sentence when it is asked for', () => {
  const thrown = caught(() =>
    step(prepareProgram(flow('start > a > end'), allParts), undefined, { kind: 'resume', commandId: 'c', now: 1 } as never),
  );
  expect(thrown).toMatchObject({ kind: 'fault', message: 'RUNTIME_CASE_NOT_STARTED {"command":"resume"}' });
  expect(stepError(thrown)).toMatchObject({ kind: 'fault', cause: thrown, message: expect.stringContaining('needs a case') });
  const unsupported = stepError(caught(() => prepareProgram(flow('start > events:wait > review > end'), allParts))) as TongbanError;
  expect(unsupported.message).toBe(
    'The element "wait" (wait) cannot be run: an event-based gateway followed by "review", which is no event that waits. Remove it or draw the step in another way.',
  );
  expect(unsupported.sentences['zh-CN']).toContain('事件网关后面的“review”不是等待事件');
});

describe('words', () => {
  it('of FEEL, decisions and calendars are known as well; any other code stands for itself', () => {
    const because = finding('RUNTIME_DECISION_FAILED', {
      nodeId: 'rate',
      nodeName: '评级',
      decision: 'level',
      reason: { code: 'FEEL_DECISION_NO_RULE', details: { decisionId: 'level' } },
    });
    expect(stepProblem(because).sentences['zh-CN']).toBe(
      '“评级”（rate）：决策“level”无法得出结果。决策“level”中没有规则命中，也没有默认值。请增加规则或默认值。',
    );
    expect(stepProblem(finding('CALENDAR_DAY_INVALID', { day: '2026-02-30' })).sentences['zh-CN']).toContain('“2026-02-30”不是有效日期');
    expect(stepProblem(finding('HOST_OWN', { a: 1 })).sentences.en).toBe('HOST_OWN {"a":1}');
  });

  it('leave what is not ours as it is', () => {
    const theirs = new TypeError('x');
    const hosts = new TongbanError('HOST_DOWN', { en: 'Down.', 'zh-CN': '故障。' });
    expect([stepError(theirs), stepError(hosts)]).toEqual([theirs, hosts]);
    expect([reasonOf(theirs), reasonOf(hosts), reasonOf('late')]).toEqual(['x', '故障。', 'late']);
  });

  it('of every term exist in both languages', () => {
    for (const { terms = {} } of Object.values<{ readonly terms?: object }>(stepErrors.table))
      for (const term of Object.values(terms).flatMap((values) => Object.values(values as object)))
        expect(Object.values(term as object).filter(Boolean)).toHaveLength(2);
  });
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

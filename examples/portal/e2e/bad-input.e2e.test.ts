/** What must not happen through the API: each is refused with a permanent code, in Chinese and English, and changes nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseOf, completed, send, startedCase, taskAt } from './past.ts';
import { type Portal, startPortal } from './portal.ts';
import { sampleCase } from './sample-case.ts';

const WINDOW = 'jishishan.window';
const RESOURCES = 'jishishan.natural-resources';
const SUPERVISION = 'jishishan.market-supervision';
const sample = sampleCase('accepted-and-converted');
let portal: Portal;
let caseId: string;
let taskId: string;

beforeAll(async () => {
  portal = await startPortal(sample.startsAt);
  caseId = await startedCase(portal, WINDOW, '2611-622927-04-01-100001');
  await completed(portal, WINDOW, caseId, 'Task_file', sample.at('Task_file'));
  await completed(portal, WINDOW, caseId, 'Task_accept', sample.at('Task_accept'), 'accept');
  taskId = await taskAt(portal, RESOURCES, caseId, 'Task_natural_resources');
});

afterAll(() => portal?.stop());

describe('what is refused', () => {
  const own = sample.at('Task_natural_resources');

  test.each([
    ['a person whose task it is not', SUPERVISION, { values: own, revision: 0 }, /RUNTIME_TASK_NOT_YOURS/],
    ['a revision that is not the present one', RESOURCES, { values: own, revision: 99 }, /RUNTIME_TASK_STALE/],
    ['the opinion of another department', RESOURCES, { values: sample.at('Task_market_supervision') }, /FORM_|RUNTIME_/],
    ['a field the form does not have', RESOURCES, { values: { 'F-01': { surprise: 1 } } }, /FORM_|RUNTIME_/],
    ['a form the task does not have', RESOURCES, { values: { 'F-99': { a: 1 } } }, /RUNTIME_|FORM_/],
    ['an outcome the task does not have', RESOURCES, { values: own, outcome: 'surprise' }, /RUNTIME_/],
  ])('%s', async (_what, person, completion, code) => {
    const before = await caseOf(portal, WINDOW, caseId);
    const answer = await send(portal, person, taskId, completion);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    const problem = answer.body.error ?? answer.body.problems[0];
    expect(problem.code).toMatch(code);
    expect(problem.sentences['zh-CN']).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(problem.sentences.en).toMatch(/[a-z].*[.?]$/i);
    expect(await caseOf(portal, WINDOW, caseId)).toEqual(before);
  });

  test.each([
    ['a value under __proto__', '{"F-01":{"__proto__":{"polluted":true}}}'],
    ['a form under __proto__', '{"__proto__":{"a":{"b":1}}}'],
  ])('%s', async (_what, values) => {
    const before = await caseOf(portal, WINDOW, caseId);
    const answer = await portal.ask(RESOURCES, `/tasks/${encodeURIComponent(taskId)}/complete`, {
      method: 'POST',
      body: `{"commandId":"p","revision":0,"values":${values}}`,
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((answer.body.error ?? answer.body.problems[0]).code).toMatch(/^[A-Z]+_[A-Z_]+$/);
    expect(await caseOf(portal, WINDOW, caseId)).toEqual(before);
  });

  test('nobody who is not signed in', async () => {
    expect((await portal.ask('nobody', '/tasks?box=todo')).status).toBe(401);
  });

  test('completing twice: the same command gets its first answer again, another one is refused', async () => {
    const completion = { commandId: 'once', values: own, revision: (await portal.ask(RESOURCES, `/tasks/${taskId}`)).body.revision };
    const first = await send(portal, RESOURCES, taskId, completion);
    expect(first.body).toMatchObject({ ok: true, caseId });
    const again = await send(portal, RESOURCES, taskId, completion);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    const other = await send(portal, RESOURCES, taskId, { ...completion, commandId: 'twice' });
    expect(other.status).toBeGreaterThanOrEqual(400);
    const { timeline } = await caseOf(portal, WINDOW, caseId);
    expect(timeline.filter((entry) => entry.kind === 'completed' && entry.nodeId === 'Task_natural_resources')).toHaveLength(1);
  });
});

import { expect, test } from 'vitest';
import { defineErrors, fillPlaceholders, fromWireError, isTongbanError, sentencesOf, TongbanError, toWireError } from './errors.ts';

const raise = defineErrors({
  STEP_UNKNOWN: { en: 'There is no step "{step}". Add it.', 'zh-CN': '没有步骤“{step}”。请添加。', kind: 'notFound' },
  STEP_FAILED: {
    en: '{who} failed: {reason}',
    'zh-CN': '{who}失败：{reason}',
    terms: { who: { department: { en: 'The department', 'zh-CN': '部门' }, step: { en: 'Step "{step}"', 'zh-CN': '步骤“{step}”' } } },
  },
});

test('an error has its code, kind, facts, and a sentence in each language', () => {
  const error = raise('STEP_UNKNOWN', { step: 'review' });
  expect(error).toMatchObject({ code: 'STEP_UNKNOWN', kind: 'notFound', details: { step: 'review' } });
  expect(error.message).toBe('There is no step "review". Add it.');
  expect(error.sentences['zh-CN']).toBe('没有步骤“review”。请添加。');
});

test('without a kind it is the fault of the input; the cause goes along', () => {
  const cause = new Error('inside');
  const error = raise('STEP_FAILED', { who: 'department' }, cause);
  expect(error.kind).toBe('invalid');
  expect(error.cause).toBe(cause);
});

test('a problem says the same, with its place and how grave it is', () => {
  const place = { file: 'flow.bpmn', elementId: 'review' };
  expect(raise.problem('STEP_UNKNOWN', place, { step: 'x' })).toMatchObject({ code: 'STEP_UNKNOWN', severity: 'error', place });
  expect(raise.problem('STEP_UNKNOWN', place, {}, 'warning').severity).toBe('warning');
});

test('an error of another copy of this package is known by its brand', () => {
  const other = Object.assign(new Error('x'), { code: 'STEP_UNKNOWN', [Symbol.for('tongban.error')]: true });
  expect(isTongbanError(other)).toBe(true);
  expect(isTongbanError(other, 'STEP_UNKNOWN')).toBe(true);
  expect(isTongbanError(other, 'STEP_FAILED')).toBe(false);
  for (const stranger of [new Error('x'), undefined, null, 'STEP_UNKNOWN', { code: 'STEP_UNKNOWN' }]) {
    expect(isTongbanError(stranger)).toBe(false);
  }
});

test('placeholders: facts as text, lists with commas, objects as JSON; what is not known stays', () => {
  expect(fillPlaceholders('{a} {b} {c} {d}', { a: 1, b: ['x', true], c: { k: null } })).toBe('1 x, true {"k":null} {d}');
});

test('what a fact inherits fills nothing, and what it holds is not filled again', () => {
  expect(fillPlaceholders('{toString} {constructor}', {})).toBe('{toString} {constructor}');
  expect(fillPlaceholders('{a}', { a: '{b} $& $1', b: 'no' })).toBe('{b} $& $1');
});

test('terms put words to facts, and may hold placeholders themselves', () => {
  const { table } = raise;
  expect(sentencesOf(table, 'STEP_FAILED', { who: 'department', reason: '!' })['zh-CN']).toBe('部门失败：!');
  expect(sentencesOf(table, 'STEP_FAILED', { who: 'step', step: 's1', reason: '!' })['zh-CN']).toBe('步骤“s1”失败：!');
  expect(sentencesOf(table, 'STEP_FAILED', { who: 'constructor', reason: '!' }).en).toBe('constructor failed: !');
});

test('a fact in both languages is read in that of the sentence, and a reason as the sentence of its code', () => {
  const { table } = raise;
  const details = { who: { 'zh-CN': '网关', en: 'The gateway' }, reason: { code: 'STEP_UNKNOWN', details: { step: 's' } } };
  expect(sentencesOf(table, 'STEP_FAILED', details).en).toBe('The gateway failed: There is no step "s". Add it.');
  expect(sentencesOf(table, 'STEP_FAILED', details)['zh-CN']).toBe('网关失败：没有步骤“s”。请添加。');
  const unknown = { who: 'x', reason: { code: 'OTHER', details: {} } };
  expect(sentencesOf(table, 'STEP_FAILED', unknown).en).toBe('x failed: {"code":"OTHER","details":{}}');
});

test('an error comes back from its travel as it was', () => {
  const error = raise('STEP_UNKNOWN', { step: 'review' });
  const back = fromWireError(JSON.parse(JSON.stringify(toWireError(error))));
  expect(back).toBeInstanceOf(TongbanError);
  expect(isTongbanError(back, 'STEP_UNKNOWN')).toBe(true);
  expect(toWireError(back)).toEqual(toWireError(error));
});

import type { ProgramVote } from '@tongban/model';
import { expect, test } from 'vitest';
import { literal, read } from '../testing/builders/expressions.ts';
import { type RunningCase, runFlow } from '../testing/builders/running-case.ts';
import type { SignerPosition } from './command.ts';
import { lookupIn } from './lookup.ts';

const outcomes = { result: 'said', choices: ['agree', 'refuse'].map((value) => ({ value, label: value })) };
const task = { performer: {}, filings: [], operations: [], outcomes };
const text = 'start > sign > after > end ; late > x > end2';
const boundary = { late: { on: 'sign', event: { kind: 'timer', timer: 'duration', value: literal('P1D') } as const } };
const limits = [{ id: 'review', name: { 'zh-CN': '审查' }, amount: 3, unit: 'workingDay' as const }];
const wu = { id: 'wu', name: '吴' };
const xu = { id: 'xu', name: '徐' };

const single = (): RunningCase => runFlow(text, { nodes: { sign: { task, clocks: ['review'] } }, boundary, limits });
const add = (running: RunningCase, position: SignerPosition, signers: readonly object[] = [wu], of?: string): RunningCase =>
  running.do({ kind: 'addSigner', taskId: running.task('sign', of), position, signers: signers as never, comment: '请把关' });
/** The open task of a person. */
const taskOf = (running: RunningCase, person: string): number =>
  running.state.tokens.find(({ assignee, performer }) => assignee?.id === person || performer?.persons?.includes(person))?.id as number;
const done = (running: RunningCase, taskId: number, outcome?: string): RunningCase =>
  running.do({ kind: 'completeTask', taskId, outcome, comment: '已阅' });

function many(rules: Partial<ProgramVote> = {}, more: object = {}): RunningCase {
  const vote = { rule: 'all', result: 'decided', agree: ['agree'], choice: read('said'), ...rules } as const;
  const loop = { kind: 'multiInstance', sequential: false, collection: read('signers'), element: 'signer', vote, ...more } as const;
  return runFlow('start > sign > after > end', { nodes: { sign: { task, loop } }, variables: { signers: ['a', 'b'] } });
}
const decided = (running: RunningCase): unknown => running.state.variables['decided'];

test('SN1 a signer before a task: it stands still with its clock and boundary events, and goes on with the answer', () => {
  const running = single();
  const own = running.task('sign');
  add(running, 'before', [wu, xu]);
  expect(running.effects).toContainEqual({ kind: 'holdTask', taskId: own, held: true });
  expect(running.effects.at(-1)).toMatchObject({
    kind: 'openTask',
    performer: { persons: ['xu'] },
    asked: { task: own, how: 'before' },
    clocks: [expect.any(Number)],
  });
  expect(done(running, own, 'agree').refused?.[0]?.code).toBe('RUNTIME_TASK_HELD');
  done(done(running, taskOf(running, 'wu'), 'refuse'), taskOf(running, 'xu'), 'agree');
  expect(running.state.variables['said']).toBeUndefined();
  expect(running.state.tokens[0]?.answers).toMatchObject([{ outcome: 'refuse', comment: '已阅' }, { how: 'before' }]);
  expect([running.state.clocks?.length, running.state.timers?.length]).toEqual([1, 1]);
  expect(done(running, own, 'agree').tasks).toEqual(['after']);
});

test('SN1 what interrupts the task takes those who were asked with it', () => {
  const running = add(single(), 'before').fire('late');
  expect(running.tasks).toEqual(['x']);
  expect(running.state.tokens).toHaveLength(1);
});

test('SN2 a delegated task comes back with the answer of who prepared it, who decides nothing', () => {
  const running = single();
  const own = running.task('sign');
  running.do({ kind: 'delegate', taskId: own, to: wu, comment: '请核' });
  expect(running.events.at(-2)).toMatchObject({ kind: 'signersAdded', position: 'delegate', signers: [wu] });
  running.do({ kind: 'delegate', taskId: taskOf(running, 'wu'), to: xu });
  expect(running.refused?.[0]?.code).toBe('RUNTIME_SIGNER_ASKED');
  done(running, taskOf(running, 'wu'));
  expect(running.tasks).toEqual(['sign']);
  expect(running.state.tokens[0]?.answers).toMatchObject([{ how: 'delegate', comment: '已阅', by: { id: 'li' } }]);
});

test('SN3 those after a task sign one by one before the flow goes on, and the last outcome counts', () => {
  const running = single();
  add(add(running, 'after'), 'after', [xu]);
  done(running, running.task('sign'), 'agree');
  expect([running.tasks, running.state.tokens[0]?.signed]).toEqual([['sign'], true]);
  done(running, taskOf(running, 'wu'), 'agree');
  expect(running.state.clocks?.[0]?.stoppedAt).toBeUndefined();
  done(running, taskOf(running, 'xu'), 'refuse');
  expect([running.tasks, running.state.variables['said']]).toEqual([['after'], 'refuse']);
});

test('SN4 a signer beside the others has an instance, and the vote is counted with their votes', () => {
  const running = many({ rule: 'share', needed: [1, 2], more: true }, { results: 'all', result: read('said') });
  add(running, 'beside', [{ ...wu, votes: 3 }], 'a');
  expect(running.tasks).toEqual(['sign(a)', 'sign(b)', 'sign(wu)']);
  expect(running.state.loops?.[0]?.vote).toMatchObject({ total: 5, left: 3, weights: [1, 1, 3] });
  running.complete('sign', { of: 'wu', outcome: 'agree' });
  expect([running.tasks, decided(running)]).toEqual([['after'], expect.objectContaining({ decision: 'approved', agreed: 3, total: 5 })]);
  expect(running.state.variables['all']).toEqual([null, null, 'agree']);
});

test('SN4 the flow reads right counters after a signer came and one went', () => {
  const completion = read('nobody');
  const running = add(many({}, { completion }), 'beside', [wu], 'a');
  const scope = running.state.scopes?.[0]?.id as number;
  const counters = (): readonly unknown[] =>
    ['numberOfInstances', 'numberOfActiveInstances'].map((name) => lookupIn(running.prepared, running.state, scope)(name));
  expect(counters()).toEqual([3, 3]);
  running.do({ kind: 'removeSigner', taskId: running.task('sign', 'a'), signer: running.task('sign', 'b') });
  expect(counters()).toEqual([2, 2]);
});

test('SN5 in a sequential vote a signer is put into the line before or after', () => {
  const before = add(many({}, { sequential: true }), 'before');
  expect(before.tasks).toEqual(['sign(wu)']);
  before.complete('sign', { outcome: 'agree' }).complete('sign', { of: 'a', outcome: 'agree' });
  expect(before.complete('sign', { of: 'b', outcome: 'agree' }).state.variables['decided']).toMatchObject({ total: 3, agreed: 3 });
  const after = add(many({ weight: literal(2) }, { sequential: true }), 'after', [{ ...wu, votes: 5 }]);
  expect(after.state.loops?.[0]?.vote?.weights).toEqual([2, 5, 2]);
  expect(after.complete('sign', { outcome: 'agree' }).tasks).toEqual(['sign(wu)']);
  expect(after.state.tokens.at(-1)?.performer).toEqual({ persons: ['wu'] });
});

test('SN6 a removed signer is not counted, and what is then certain is decided', () => {
  const running = many({}).complete('sign', { of: 'a', outcome: 'agree' });
  const b = running.task('sign', 'b');
  running.do({ kind: 'removeSigner', taskId: b, signer: b, comment: '出差' });
  expect([running.tasks, decided(running)]).toEqual([['after'], expect.objectContaining({ decision: 'approved', total: 1 })]);
  expect(running.events).toContainEqual(expect.objectContaining({ kind: 'signerRemoved', of: 'b', comment: '出差' }));
});

test('SN6 the votes of a removed signer count as abstaining, when the flow says so', () => {
  const running = many({ rule: 'share', needed: [2, 3], removed: 'abstain' });
  running.do({ kind: 'removeSigner', taskId: running.task('sign', 'a'), signer: running.task('sign', 'b') });
  expect(decided(running)).toMatchObject({ decision: 'rejected', total: 2, abstained: 1 });
});

test('SN6 what is certain without somebody still to come is decided at once', () => {
  const running = many({ rule: 'share', needed: [1, 2] }, { sequential: true, collection: literal(['a', 'b', 'c', 'd']) });
  running.complete('sign', { outcome: 'agree' });
  const taskId = running.task('sign');
  running.do({ kind: 'removeSigner', taskId, upcoming: 3 });
  expect(running.tasks).toEqual(['sign(b)']);
  running.do({ kind: 'removeSigner', taskId, upcoming: 2 });
  expect([running.tasks, decided(running)]).toEqual([['after'], expect.objectContaining({ decision: 'approved', total: 2, agreed: 1 })]);
  expect(running.events.map(({ kind }) => kind).slice(-5)).toContain('voteDecided');
});

test('SN6 somebody still to come is taken out of the line', () => {
  const running = many({}, { sequential: true });
  running.do({ kind: 'removeSigner', taskId: running.task('sign'), upcoming: 1 });
  expect(running.complete('sign', { outcome: 'agree' }).tasks).toEqual(['after']);
  const behind = add(single(), 'after', [wu, xu]);
  behind.do({ kind: 'removeSigner', taskId: behind.task('sign'), upcoming: 0 });
  done(behind, behind.task('sign'), 'agree');
  behind.do({ kind: 'removeSigner', taskId: behind.state.tokens[0]?.id as number, signer: taskOf(behind, 'xu') });
  expect(behind.tasks).toEqual(['after']);
});

test('SN6 who was asked before a task is taken back, and it goes on', () => {
  const running = single();
  const own = running.task('sign');
  add(running, 'before').do({ kind: 'removeSigner', taskId: own, signer: taskOf(running, 'wu') });
  expect([running.tasks, running.state.tokens[0]?.held]).toEqual([['sign'], undefined]);
});

test('SN7 refuses what makes no sense, and changes nothing', () => {
  const running = single();
  const before = running.state;
  const taskId = running.task('sign');
  const code = (): string | undefined => running.refused?.[0]?.code;
  expect([add(running, 'beside'), code()][1]).toBe('RUNTIME_SIGNER_NOT_MANY');
  expect([add(running, 'before', []), code()][1]).toBe('RUNTIME_SIGNER_INVALID');
  expect([add(running, 'before', [{ ...wu, votes: 0.5 }]), code()][1]).toBe('RUNTIME_SIGNER_INVALID');
  expect([running.do({ kind: 'removeSigner', taskId, upcoming: 0 }), code()][1]).toBe('RUNTIME_SIGNER_UNKNOWN');
  expect([running.do({ kind: 'removeSigner', taskId: 99, upcoming: 0 }), code()][1]).toBe('RUNTIME_TASK_CLOSED');
  expect(running.state).toBe(before);
  const counted = many({}, { collection: undefined, cardinality: literal(1), element: undefined });
  expect(add(counted, 'beside').refused?.[0]?.code).toBe('RUNTIME_SIGNER_NO_LIST');
  const last = counted.task('sign');
  expect(counted.do({ kind: 'removeSigner', taskId: last, signer: last }).refused?.[0]?.code).toBe('RUNTIME_SIGNER_LAST');
});

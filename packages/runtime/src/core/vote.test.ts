import type { ProgramVote } from '@tongban/model';
import { expect, test } from 'vitest';
import { read } from '../testing/builders/expressions.ts';
import { type RunningCase, runFlow } from '../testing/builders/running-case.ts';

const each = { kind: 'multiInstance', sequential: false, collection: read('signers'), element: 'signer' } as const;
const outcomes = {
  result: 'said',
  choices: ['agree', 'refuse', 'abstain', 'veto'].map((value) => ({ value, label: value })),
};
const vote = (more: Partial<ProgramVote> = {}): ProgramVote => ({
  rule: 'all',
  result: 'decided',
  agree: ['agree'],
  abstain: ['abstain'],
  choice: read('said'),
  ...more,
});

function running(rules: Partial<ProgramVote>, more: object = {}, signers: readonly unknown[] = ['a', 'b', 'c']): RunningCase {
  const task = { performer: {}, filings: [], operations: [], outcomes };
  const loop = { ...each, vote: vote(rules), ...more };
  return runFlow('start > sign > after > end', { nodes: { sign: { task, loop } }, variables: { signers: signers as never } });
}

const said = (started: RunningCase, choices: Readonly<Record<string, string>>): RunningCase => {
  for (const [of, outcome] of Object.entries(choices)) started.complete('sign', { of, outcome });
  return started;
};
const decision = (started: RunningCase): unknown => started.state.variables['decided'];
const weighted = [
  { id: 'a', votes: 5 },
  { id: 'b', votes: 3 },
  { id: 'c', votes: 2 },
];

test('VO1 all must agree: the first refusal decides and cancels the rest', () => {
  const started = said(running({}), { a: 'agree', b: 'refuse' });
  expect(started.tasks).toEqual(['after']);
  expect(decision(started)).toEqual({ decision: 'rejected', total: 3, agreed: 1, refused: 1, abstained: 0, vetoed: false });
  expect(started.events).toContainEqual(expect.objectContaining({ kind: 'voteDecided', nodeId: 'sign' }));
  expect(started.state.loops).toBeUndefined();
});

test('VO1 who abstains does not stand in the way, but somebody must agree', () => {
  expect(decision(said(running({}), { a: 'agree', b: 'abstain', c: 'agree' }))).toMatchObject({ decision: 'approved', abstained: 1 });
  expect(decision(said(running({}), { a: 'abstain', b: 'abstain', c: 'abstain' }))).toMatchObject({ decision: 'rejected' });
});

test('VO2 one is enough: the first agreement decides, and only the last refusal does', () => {
  expect(said(running({ rule: 'any' }), { b: 'agree' }).tasks).toEqual(['after']);
  const refused = said(running({ rule: 'any' }), { a: 'refuse', b: 'refuse' });
  expect(refused.tasks).toEqual(['sign(c)']);
  expect(decision(said(refused, { c: 'refuse' }))).toMatchObject({ decision: 'rejected' });
});

test('VO3 a part of the votes decides as soon as it is reached or out of reach, exactly', () => {
  const rules = { rule: 'share', needed: [2, 3] } as const;
  expect(decision(said(running(rules), { a: 'agree', b: 'agree' }))).toMatchObject({ decision: 'approved', total: 3 });
  expect(decision(said(running(rules), { a: 'refuse', b: 'refuse' }))).toMatchObject({ decision: 'rejected' });
  expect(said(running({ ...rules, more: true }), { a: 'agree', b: 'agree' }).tasks).toEqual(['sign(c)']);
  expect(decision(said(running({ rule: 'share', needed: [1, 0] }), { c: 'agree' }))).toMatchObject({ decision: 'approved' });
});

test('VO3 of the votes cast, those who abstain are not counted', () => {
  const rules = { rule: 'share', needed: [1, 2], more: true, of: 'cast' } as const;
  expect(decision(said(running(rules), { a: 'abstain', b: 'abstain', c: 'agree' }))).toMatchObject({ decision: 'approved' });
  expect(decision(said(running({ ...rules, of: 'all' }), { a: 'abstain', b: 'abstain' }))).toMatchObject({ decision: 'rejected' });
});

test('VO4 votes have weights, worked out for each signer before the first is asked', () => {
  const rules = { rule: 'share', needed: [6, 10], weight: read('signer.votes') } as const;
  const started = running(rules, {}, weighted).complete('sign', { outcome: 'agree' });
  expect(started.state.loops?.[0]?.vote).toEqual({ total: 10, left: 2, agreed: 5, refused: 0, abstained: 0, weights: [5, 3, 2] });
  expect(decision(started.complete('sign', { outcome: 'agree' }))).toMatchObject({ decision: 'approved', agreed: 8 });
  expect(running({ ...rules, weight: read('signer.shares') }, {}, weighted).incidents).toEqual(['RUNTIME_WEIGHT_INVALID@sign']);
});

test('VO5 a veto rejects at once, and nothing is approved while one may still come', () => {
  const rules = { rule: 'any', veto: ['veto'] } as const;
  const started = said(running(rules), { a: 'agree', b: 'agree' });
  expect(started.tasks).toEqual(['sign(c)']);
  expect(decision(said(started, { c: 'veto' }))).toMatchObject({ decision: 'rejected', vetoed: true });
  expect(said(running(rules), { a: 'veto' }).tasks).toEqual(['after']);
});

test('VO6 nothing but a veto decides before the quorum has voted', () => {
  const rules = { rule: 'any', quorum: [2, 3] } as const;
  const started = said(running(rules), { a: 'agree' });
  expect(started.tasks).toEqual(['sign(b)', 'sign(c)']);
  expect(decision(said(started, { b: 'refuse' }))).toMatchObject({ decision: 'approved' });
});

test('VO7 everyone is heard first, when the flow says so', () => {
  const started = said(running({ until: 'everyone', veto: ['veto'] }), { a: 'veto', b: 'agree' });
  expect(started.tasks).toEqual(['sign(c)']);
  expect(decision(said(started, { c: 'agree' }))).toMatchObject({ decision: 'rejected', agreed: 2 });
});

test('VO8 one after another: who comes later is not asked once it is certain', () => {
  const started = said(running({}, { sequential: true }), { a: 'refuse' });
  expect([started.tasks, started.opened.filter((id) => id === 'sign')]).toEqual([['after'], ['sign']]);
  const rules = { rule: 'share', needed: [1, 2], weight: read('signer.votes') } as const;
  expect(running(rules, { sequential: true }, weighted).complete('sign', { outcome: 'agree' }).tasks).toEqual(['after']);
});

test('VO9 nobody to vote approves nothing', () => {
  expect(decision(running({}, {}, []))).toMatchObject({ decision: 'rejected', total: 0 });
});

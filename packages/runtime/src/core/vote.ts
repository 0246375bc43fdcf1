/**
 * Votes (VO1–VO8): how the choices of the instances of a multi-instance activity become one decision, as soon as nothing that is still to
 * come can change it. Votes are whole numbers and parts are fractions of them, so that two thirds of nine are six, exactly.
 */
import type { Json, VotePart } from '@tongban/model';
import type { PreparedNode, PreparedVote } from './prepared.ts';
import { raise } from './raise.ts';
import type { Run } from './run.ts';
import type { VoteState } from './state.ts';

/** Most votes of one signer. */
const MOST_VOTES = 10_000;

/** The vote before anybody was heard; `weights` only when the votes of signers differ. */
export function openVote(signers: number, weights: readonly number[] | undefined): VoteState {
  const total = weights === undefined ? signers : weights.reduce((sum, weight) => sum + weight, 0);
  return { total, left: signers, agreed: 0, refused: 0, abstained: 0, ...(weights === undefined ? {} : { weights }) };
}

/** The votes of the signer that a scope instance stands for. */
export function weightIn(run: Run, node: PreparedNode, { weight }: PreparedVote, scope: number): number {
  const value = weight === undefined ? 1 : run.evaluate(weight, scope);
  if (isWeight(value)) return value;
  const expression = node.spec.loop?.kind === 'multiInstance' ? (node.spec.loop.vote?.weight?.text ?? '') : '';
  throw raise('RUNTIME_WEIGHT_INVALID', { nodeId: node.id, nodeName: node.name, expression, most: MOST_VOTES });
}

/** Whether a value can be the votes of a signer. */
export function isWeight(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_VOTES;
}

/** The vote after the signer at `index` has chosen. */
export function heard(run: Run, spec: PreparedVote, vote: VoteState, index: number, scope: number): VoteState {
  const choice = spec.choice === undefined ? null : run.evaluate(spec.choice, scope);
  const votes = vote.weights?.[index] ?? 1;
  const left = vote.left - 1;
  if (spec.agree.includes(choice as string)) return { ...vote, left, agreed: vote.agreed + votes };
  if (spec.abstain?.includes(choice as string) === true) return { ...vote, left, abstained: vote.abstained + votes };
  const vetoed = spec.veto?.includes(choice as string) === true ? { vetoed: true as const } : {};
  return { ...vote, left, refused: vote.refused + votes, ...vetoed };
}

/** The vote with a further signer. */
export function withSigner(vote: VoteState, index: number, votes: number, signers: number): VoteState {
  const weights = vote.weights ?? (votes === 1 ? undefined : new Array<number>(signers).fill(1));
  const more = weights === undefined ? {} : { weights: [...weights.slice(0, index), votes, ...weights.slice(index)] };
  return { ...vote, total: vote.total + votes, left: vote.left + 1, ...more };
}

/** The vote without the signer at `index`, who has not chosen yet. */
export function withoutSigner({ removed }: PreparedVote, vote: VoteState, index: number): VoteState {
  const votes = vote.weights?.[index] ?? 1;
  const left = vote.left - 1;
  return removed === 'abstain' ? { ...vote, left, abstained: vote.abstained + votes } : { ...vote, left, total: vote.total - votes };
}

/** What is decided; undefined while it is open. */
export function decisionOf(spec: PreparedVote, vote: VoteState): 'approved' | 'rejected' | undefined {
  const { total, left, agreed, refused, abstained, vetoed } = vote;
  const pending = total - agreed - refused - abstained;
  if (left > 0 && spec.until === 'everyone') return undefined;
  if (vetoed === true) return 'rejected';
  if (left > 0 && spec.quorum !== undefined && !reaches(spec.quorum, total - pending, total)) return undefined;
  const base = spec.rule === 'all' || spec.of === 'cast' ? total - abstained : total;
  const enough = (votes: number): boolean =>
    votes > 0 && (spec.rule === 'any' || reaches(spec.rule === 'all' ? undefined : spec.needed, votes, base, spec.more));
  const mayStillBeVetoed = left > 0 && spec.veto !== undefined;
  if (enough(agreed) && !mayStillBeVetoed) return 'approved';
  return left === 0 || !enough(agreed + pending) ? 'rejected' : undefined;
}

/** The decision with its counts, as the flow reads it. */
export function resultOf(spec: PreparedVote, vote: VoteState): Json {
  const { total, agreed, refused, abstained, vetoed } = vote;
  return { decision: decisionOf(spec, vote) ?? 'rejected', total, agreed, refused, abstained, vetoed: vetoed === true };
}

function reaches(part: VotePart | undefined, votes: number, total: number, more = false): boolean {
  if (part === undefined) return votes >= total;
  const [amount, of] = part;
  const [have, need] = of === 0 ? [votes, amount] : [votes * of, amount * total];
  return more ? have > need : have >= need;
}

/**
 * Loops: an activity done for each element of a list, or a number of times, together or one after another (10.3.8, 13.3.7), and the
 * standard loop (13.3.6). The token at the activity stands for the whole; each instance has a scope instance of its own,
 * with the element in it, and variables set inside stay inside (MI4).
 */

import type { PreparedExpression } from '@tongban/feel';
import type { Json, JsonObject } from '@tongban/model';
import { cancelBelow } from './cancel.ts';
import { finishActivity } from './finish-activity.ts';
import type { PreparedLoop, PreparedNode, PreparedVote } from './prepared.ts';
import { raise } from './raise.ts';
import type { Run } from './run.ts';
import { throwEscalation, throwSignal } from './signals.ts';
import type { LoopState, PersonName, ScopeInstance, Token } from './state.ts';
import { decisionOf, heard, openVote, resultOf, weightIn } from './vote.ts';

/** Most instances of one activity. */
export const MOST_INSTANCES = 20_000;

/** Begins the loop of an activity; `token` stands for the whole. */
export function beginLoop(run: Run, node: PreparedNode, token: Token): void {
  const loop = node.loop as PreparedLoop;
  if (loop.kind === 'standard') {
    beginStandard(run, node, loop, token);
    return;
  }
  const elements = loop.collection === undefined ? undefined : elementsOf(run, node, loop.collection, token.scope);
  const total = elements?.length ?? countOf(run, node, loop.cardinality, token.scope);
  const results = loop.results === undefined ? undefined : new Array<Json>(total).fill(null);
  const sequential = loop.kind === 'sequential';
  const vote = loop.vote && openVote(total, weightsOf(run, node, loop.vote, token, total, elements));
  run.add('loops', {
    token: token.id,
    total,
    started: sequential ? Math.min(1, total) : total,
    done: 0,
    cancelled: 0,
    ...(sequential && elements !== undefined ? { elements } : {}),
    ...(results === undefined ? {} : { results }),
    ...(vote === undefined ? {} : { vote }),
  });
  if (total === 0) {
    endLoop(run, node, token.id);
    return;
  }
  for (let index = 0; index < (sequential ? 1 : total); index++) openInstance(run, node, token, index, elements?.[index]);
}

/** One instance is done: its result is kept, and the whole goes on or ends. */
export function finishInstance(run: Run, node: PreparedNode, instance: ScopeInstance): void {
  const spec = node.loop as PreparedLoop;
  const before = run.loop(instance.owner) as LoopState;
  const results =
    spec.result === undefined || before.results === undefined
      ? before.results
      : withResult(run, before.results, instance.index as number, run.evaluate(spec.result, instance.id));
  const vote = spec.vote && before.vote && heard(run, spec.vote, before.vote, instance.index as number, instance.id);
  const loop: LoopState = {
    ...before,
    done: before.done + 1,
    ...(results === undefined ? {} : { results }),
    ...(vote === undefined ? {} : { vote }),
  };
  run.replaceLoop(loop);
  if (spec.throws.length > 0 && !throwAtEnd(run, node, spec, loop, instance.id)) return;
  const complete = spec.completion !== undefined && run.test(spec.completion, instance.id);
  const again = spec.kind !== 'parallel' && !complete && loop.started < loop.total && goesOn(run, spec, instance.id);
  if (run.prepared.compensates) run.part('compensation').handOnCompleted(run, instance.id);
  run.removeScope(instance.id);
  goOnWithLoop(run, node, loop, { complete, again });
}

/** Opens the next instance, or ends the loop when it is complete, decided, or nothing is left to do. */
export function goOnWithLoop(
  run: Run,
  node: PreparedNode,
  loop: LoopState,
  { complete, again }: { readonly complete: boolean; readonly again: boolean },
): void {
  const spec = node.loop as PreparedLoop;
  const over = complete || isDecided(spec, loop);
  if (again && !over) {
    openNext(run, node, loop);
    return;
  }
  const gone = loop.done + (loop.removed ?? 0);
  if (over && gone < loop.started) {
    cancelBelow(run, loop.token);
    run.replaceLoop({ ...loop, cancelled: loop.started - gone });
  }
  if (spec.kind !== 'parallel' || over || gone === loop.total) endLoop(run, node, loop.token);
}

/** Throws what is to be thrown when an instance has ended; false when what caught it took the whole activity away (MI10). */
function throwAtEnd(run: Run, node: PreparedNode, { throws }: PreparedLoop, loop: LoopState, instance: number): boolean {
  for (const { when, condition, event } of throws) {
    const holds = when === 'first' ? loop.done === 1 : condition === undefined || run.test(condition, instance);
    if (holds && event.kind === 'signal') throwSignal(run, node, instance, event.name);
    if (holds && event.kind === 'escalation') throwEscalation(run, node, event.code, instance);
    if (run.token(loop.token) === undefined) return false;
  }
  return true;
}

function beginStandard(run: Run, node: PreparedNode, loop: PreparedLoop, token: Token): void {
  run.add('loops', { token: token.id, total: loop.maximum, started: 1, done: 0, cancelled: 0 });
  const skipped = loop.maximum < 1 || (loop.testBefore && !goesOn(run, loop, token.scope));
  if (skipped) endLoop(run, node, token.id);
  else openInstance(run, node, token, 0, undefined);
}

/** A standard loop goes on while its condition holds; without one, up to its maximum. */
function goesOn(run: Run, loop: PreparedLoop, scope: number): boolean {
  return loop.kind !== 'standard' || loop.condition === undefined || run.test(loop.condition, scope);
}

function openNext(run: Run, node: PreparedNode, loop: LoopState): void {
  run.replaceLoop({ ...loop, started: loop.started + 1 });
  const token = run.token(loop.token) as Token;
  expireAgain(run, node, token.id);
  openInstance(run, node, token, loop.started, loop.elements?.[loop.started], loop.signers?.[loop.started] ?? undefined);
}

// The limit is over for those who follow, too (EX6).
function expireAgain(run: Run, node: PreparedNode, owner: number): void {
  const { expiry } = node.spec.task ?? {};
  const waits = run.draft.timers?.some((timer) => timer.owner === owner && timer.node === node.index);
  if (expiry !== undefined && waits !== true) run.part('time').armLimit(run, expiry.limit, { owner, node: node.index });
}

/** Opens one instance; with `signer`, for that person alone. */
export function openInstance(
  run: Run,
  node: PreparedNode,
  token: Token,
  index: number,
  element: Json | undefined,
  signer?: PersonName,
): void {
  const id = run.nextId();
  const scope = { id, node: node.index, parent: token.scope, owner: token.id, variables: instanceVariables(node, element), index };
  run.add('scopes', signer === undefined ? scope : { ...scope, signer });
  run.enterLater(node.index, id);
}

function endLoop(run: Run, node: PreparedNode, tokenId: number): void {
  const token = run.token(tokenId) as Token;
  const ended = run.takeFrom('loops', (loop) => loop.token === tokenId)[0];
  const { results, vote } = node.loop as PreparedLoop;
  if (results !== undefined) run.setVariable(token.scope, results, ended?.results ?? [], node);
  if (vote !== undefined && ended?.vote !== undefined) {
    const result = resultOf(vote, ended.vote);
    run.note({ kind: 'voteDecided', seq: run.nextSeq(), at: run.now, nodeId: node.id, result });
    run.setVariable(token.scope, vote.result, result, node);
  }
  finishActivity(run, token);
}

// Asked before the first instance opens, so that a vote is certain of its total; the scope in which it is asked does not stay.
function weightsOf(
  run: Run,
  node: PreparedNode,
  vote: PreparedVote,
  token: Token,
  total: number,
  elements: readonly Json[] | undefined,
): readonly number[] | undefined {
  if (vote.weight === undefined) return undefined;
  const scope = { id: run.nextId(), node: node.index, parent: token.scope, owner: token.id, variables: {}, index: 0 };
  run.add('scopes', scope);
  const weights: number[] = [];
  for (let index = 0; index < total; index++) {
    run.replaceScope({ ...scope, index, variables: instanceVariables(node, elements?.[index]) });
    weights.push(weightIn(run, node, vote, scope.id));
  }
  run.removeScope(scope.id);
  return weights;
}

function instanceVariables(node: PreparedNode, element: Json | undefined): JsonObject {
  const name = node.loop?.element;
  return name === undefined || element === undefined ? {} : { [name]: element };
}

/** Whether nothing can change the outcome of a vote any more. */
export function isDecided({ vote }: PreparedLoop, loop: LoopState): boolean {
  return vote !== undefined && loop.vote !== undefined && decisionOf(vote, loop.vote) !== undefined;
}

function elementsOf(run: Run, node: PreparedNode, expression: PreparedExpression, scope: number): readonly Json[] {
  const value = run.evaluate(expression, scope);
  const facts = {
    nodeId: node.id,
    nodeName: node.name,
    expression: node.spec.loop?.kind === 'multiInstance' ? (node.spec.loop.collection?.text ?? '') : '',
  };
  if (!Array.isArray(value)) throw raise('RUNTIME_COLLECTION_NOT_A_LIST', facts);
  if (value.length > MOST_INSTANCES) throw raise('RUNTIME_COLLECTION_TOO_LONG', { ...facts, count: value.length, most: MOST_INSTANCES });
  return value;
}

function countOf(run: Run, node: PreparedNode, expression: PreparedExpression | undefined, scope: number): number {
  const value = expression === undefined ? null : run.evaluate(expression, scope);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_INSTANCES) return value;
  const text = node.spec.loop?.kind === 'multiInstance' ? (node.spec.loop.cardinality?.text ?? '') : '';
  throw raise('RUNTIME_CARDINALITY_NOT_A_NUMBER', { nodeId: node.id, nodeName: node.name, expression: text, most: MOST_INSTANCES });
}

// Copied once in a step, however many instances end in it.
function withResult(run: Run, results: readonly Json[], index: number, result: Json): readonly Json[] {
  if (run.freshResults !== results) run.freshResults = results.slice();
  (run.freshResults as Json[])[index] = result;
  return run.freshResults as Json[];
}

/**
 * Signers of a task of many while it runs (SN4–SN6): further instances are put beside the others or into the line, and those who have not signed
 * are taken away. The counters stay right, votes are counted anew, and what is certain then is decided at once.
 */
import { isJsonObject, type Json } from '@tongban/model';
import { cancelTokens } from './cancel.ts';
import type { NewSigner, SignerPosition } from './command.ts';
import { goOnWithLoop, isDecided, openInstance } from './multi-instance.ts';
import type { PreparedLoop, PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';
import type { LoopState, PersonName, ScopeInstance, Token } from './state.ts';
import { withoutSigner, withSigner } from './vote.ts';

/** Adds instances for people; false when the activity has no list to add to. */
export function addInstances(
  run: Run,
  node: PreparedNode,
  instance: ScopeInstance,
  position: SignerPosition,
  signers: readonly NewSigner[],
): boolean {
  const { element, kind } = node.loop as PreparedLoop;
  const sample = element === undefined ? undefined : instance.variables[element];
  if (sample === undefined) return false;
  let loop = run.loop(instance.owner) as LoopState;
  const whole = run.token(instance.owner) as Token;
  const index = instance.index as number;
  if (kind === 'parallel') {
    for (const signer of signers) {
      loop = inserted(loop, loop.total, signer, sample);
      loop = { ...loop, started: loop.started + 1 };
      openInstance(run, node, whole, loop.total - 1, elementFor(signer, sample), nameOf(signer));
    }
    run.replaceLoop(loop);
    return true;
  }
  const first = position === 'before' ? index : index + 1;
  for (const [at, signer] of signers.entries()) loop = inserted(loop, first + at, signer, sample);
  if (position === 'before') {
    // The open instance waits until those before it have signed, and is then opened anew.
    cancelInstance(run, instance);
    loop = { ...loop, started: index };
  }
  run.replaceLoop(loop);
  if (position === 'before') goOnWithLoop(run, node, loop, { complete: false, again: true });
  return true;
}

/** Takes an open instance away; false when nobody else would be left. */
export function dropInstance(run: Run, node: PreparedNode, instance: ScopeInstance): boolean {
  const before = run.loop(instance.owner) as LoopState;
  const removed = (before.removed ?? 0) + 1;
  if (removed === before.total) return false;
  cancelInstance(run, instance);
  const loop = { ...before, removed, ...withVote(node, before, instance.index as number) };
  run.replaceLoop(loop);
  goOnWithLoop(run, node, loop, { complete: false, again: loop.started < loop.total });
  return true;
}

/** An instance was left, and is gone, while others are open: it counts as removed. */
export function abandonInstance(run: Run, node: PreparedNode, instance: ScopeInstance): void {
  const before = run.loop(instance.owner);
  if (before === undefined) return;
  const loop = { ...before, removed: (before.removed ?? 0) + 1, ...withVote(node, before, instance.index as number) };
  run.replaceLoop(loop);
  goOnWithLoop(run, node, loop, { complete: false, again: false });
}

/** Takes an instance of a sequential loop away that is still to come, and says whom; undefined when there is none. */
export function dropUpcoming(
  run: Run,
  node: PreparedNode,
  whole: number,
  index: number,
): { readonly signer?: PersonName; readonly of?: Json } | undefined {
  const before = run.loop(whole);
  if (before?.elements === undefined || !(index >= before.started && index < before.total)) return undefined;
  const signer = before.signers?.[index];
  const of = before.elements[index] as Json;
  const vote = withVote(node, before, index);
  run.replaceLoop({
    ...before,
    ...vote,
    total: before.total - 1,
    elements: without(before.elements, index),
    ...(before.signers === undefined ? {} : { signers: without(before.signers, index) }),
    ...(before.results === undefined ? {} : { results: without(before.results, index) }),
    ...(vote.vote?.weights === undefined ? {} : { vote: { ...vote.vote, weights: without(vote.vote.weights, index) } }),
  });
  return signer === undefined || signer === null ? { of } : { signer };
}

/** Ends a loop that is certain without the one who was to come (SN6). */
export function endWhenDecided(run: Run, node: PreparedNode, whole: number): void {
  const loop = run.loop(whole) as LoopState;
  if (isDecided(node.loop as PreparedLoop, loop)) goOnWithLoop(run, node, loop, { complete: false, again: false });
}

// helpers

function cancelInstance(run: Run, instance: ScopeInstance): void {
  const inside = run.draft.tokens.filter(({ scope }) => scope === instance.id).map(({ id }) => id);
  cancelTokens(run, inside);
  run.removeScope(instance.id);
}

function inserted(loop: LoopState, at: number, signer: NewSigner, sample: Json): LoopState {
  const { total, elements, results, vote } = loop;
  const signers = loop.signers ?? (elements === undefined ? undefined : new Array<PersonName | null>(total).fill(null));
  return {
    ...loop,
    total: total + 1,
    ...(elements === undefined ? {} : { elements: withAt(elements, at, elementFor(signer, sample)) }),
    ...(signers === undefined ? {} : { signers: withAt(signers, at, nameOf(signer)) }),
    ...(results === undefined ? {} : { results: withAt(results, at, null) }),
    ...(vote === undefined ? {} : { vote: withSigner(vote, at, signer.votes ?? 1, total) }),
  };
}

function withVote(node: PreparedNode, { vote }: LoopState, index: number): Pick<LoopState, 'vote'> {
  const spec = node.loop?.vote;
  return spec === undefined || vote === undefined ? {} : { vote: withoutSigner(spec, vote, index) };
}

/** An added signer as the list has its elements: a text, or a context with id and name. */
function elementFor({ id, name }: NewSigner, sample: Json): Json {
  return isJsonObject(sample) ? { id, name } : id;
}

function nameOf({ id, name }: NewSigner): PersonName {
  return { id, name };
}

function withAt<T>(list: readonly T[], at: number, entry: T): readonly T[] {
  return [...list.slice(0, at), entry, ...list.slice(at)];
}

function without<T>(list: readonly T[], gone: number): readonly T[] {
  return list.filter((_, at) => at !== gone);
}

/** The engine and the reference interpreter at the same case: what can be done now, by both, and whether they stand at the same places. */
import type { Json, JsonObject } from '@tongban/model';
import { canonicalJson } from '../../audit/canonical-json.ts';
import { startableActivities } from '../../core/ad-hoc.ts';
import { isTask } from '../../core/cancel.ts';
import type { SignerPosition } from '../../core/command.ts';
import { draftOf } from '../../core/draft.ts';
import { Run } from '../../core/run.ts';
import type { SubscriptionState, TimerState, Token } from '../../core/state.ts';
import type { RunningCase } from '../builders/running-case.ts';
import type { Reference } from './reference.ts';
import type { Awaited, RefToken, Scope } from './reference-case.ts';

/** The reference tries every way in which a vote can end. */
const MOST_SIGNERS = 5;

/** The same to be done by both. */
export interface Act {
  readonly key: string;
  readonly byEngine: () => unknown;
  /** `false`: it cannot be done. */
  readonly byReference: () => unknown;
}

/** Where a case stands, in words that engine and reference share; in an order that is theirs as well. */
export interface Standing {
  readonly ended: string | undefined;
  readonly round: number;
  readonly tokens: readonly string[];
  readonly timers: readonly string[];
  readonly messages: readonly string[];
  readonly startable: readonly string[];
  readonly values: readonly string[];
}

/** Where the engine has the case. */
export function engineStanding(running: RunningCase): Standing {
  const { state, prepared } = running;
  const owned = ({ owner, node, which = 0 }: TimerState | SubscriptionState): string =>
    `${prepared.nodes[node]?.id} ${which} of ${ownerPath(running, owner)}`;
  const messages = (state.subscriptions ?? []).filter((one) => eventKind(running, one) !== 'conditional').map(owned);
  const timers = (state.timers ?? []).map((timer) => `${owned(timer)} at ${timer.dueAt}`);
  const startable = state.ended === undefined ? startableActivities(prepared, state) : [];
  const scopes = [{ id: 0, variables: state.variables }, ...(state.scopes ?? [])];
  return {
    ended: state.ended?.kind,
    round: state.round,
    tokens: state.tokens.map((token) => tokenPath(running, token)).sort(),
    timers: timers.sort(),
    messages: messages.sort(),
    startable: startable.map(({ node, scope }) => `${scopePath(running, scope)}/${node.id}`).sort(),
    values: scopes.map(({ id, variables }) => `${scopePath(running, id)} ${written(Object.entries(variables))}`).sort(),
  };
}

/** Where the reference has it. */
export function referenceStanding(running: RunningCase, reference: Reference): Standing {
  const idOf = (node: number): string => running.prepared.nodes[node]?.id ?? '';
  const owned = ({ event, owner, which }: Awaited): string =>
    `${idOf(event)} ${which} of ${'values' in owner ? reference.pathOfScope(owner) : refTokenPath(running, reference, owner)}`;
  const isOpen = reference.ended === undefined;
  return {
    ended: reference.ended,
    round: reference.round,
    tokens: reference.tokens.map((token) => refTokenPath(running, reference, token)).sort(),
    timers: isOpen ? reference.timers.map((timer) => `${owned(timer)} at ${timer.dueAt}`).sort() : [],
    messages: isOpen ? reference.awaited.map(owned).sort() : [],
    startable: isOpen ? reference.startable.map(({ node, scope }) => `${reference.pathOfScope(scope)}/${idOf(node)}`).sort() : [],
    values: reference.scopes.map((scope) => `${reference.pathOfScope(scope)} ${written([...scope.values])}`).sort(),
  };
}

/** Everything that can be done now, as the engine sees it, with the same for the reference; in a fixed order. */
export function acts(running: RunningCase, reference: Reference, values: JsonObject): readonly Act[] {
  const twins = twinTokens(running, reference);
  return [
    ...running.state.tokens.flatMap((token) => workAt(running, reference, token, twins.get(token.id), values)),
    ...messages(running, reference, twins),
    ...signal(running, reference),
    ...firstTimer(running, reference, twins),
    ...begun(running, reference),
    changed(running, reference, values),
  ];
}

// helpers

function workAt(running: RunningCase, reference: Reference, token: Token, other: RefToken | undefined, values: JsonObject): readonly Act[] {
  const { state, prepared } = running;
  const key = tokenPath(running, token);
  if (other === undefined) return [];
  const incident = state.incidents?.find((one) => one.token === token.id);
  if (incident !== undefined) {
    const byEngine = (): unknown => running.do({ kind: 'retryIncident', incidentId: incident.id, variables: { ...values } });
    return [{ key: `retry ${key}`, byEngine, byReference: () => reference.retry(other, values) }];
  }
  if (isTask(new Run(prepared, draftOf(state), { kind: 'setData', commandId: '', now: running.now }), token)) {
    if (token.held === true) return [];
    const byEngine = (): unknown => running.do({ kind: 'completeTask', taskId: token.id, variables: { ...values } });
    return [
      { key: `complete ${key}`, byEngine, byReference: () => reference.complete(other, values) },
      ...signers(running, reference, token, other),
    ];
  }
  const job = state.jobs?.find((one) => one.token === token.id);
  if (job === undefined) return [];
  const byEngine = (): unknown => running.do({ kind: 'finishJob', jobId: job.id });
  const failing = (): unknown => running.do({ kind: 'raiseError', jobId: job.id, code: 'E' });
  return [
    { key: `finish ${key}`, byEngine, byReference: () => reference.complete(other, {}) },
    { key: `fail ${key}`, byEngine: failing, byReference: () => reference.fail(other) },
  ];
}

function signers(running: RunningCase, reference: Reference, { id: taskId, node }: Token, other: RefToken): readonly Act[] {
  const possible = reference.signersOf(other);
  if (possible === undefined) return [];
  const { sequential, count, upcoming } = possible;
  const key = `${running.prepared.nodes[node]?.id} ${count}`;
  const add = (position: SignerPosition, votes: number): Act => ({
    key: `add ${position} ${key}`,
    byEngine: () => running.do({ kind: 'addSigner', taskId, position, signers: [{ id: 'u1', name: '人', votes }] }),
    byReference: () => reference.addSigner(other, position === 'before', 'u1', votes),
  });
  const remove = (last: boolean): Act => ({
    key: `remove ${last ? 'upcoming' : 'open'} ${key}`,
    byEngine: () =>
      running.do({ kind: 'removeSigner', taskId, ...(last ? { upcoming: (loopTotal(running, taskId) ?? 0) - 1 } : { signer: taskId }) }),
    byReference: () => reference.removeSigner(other, last),
  });
  const adding = count >= MOST_SIGNERS ? [] : [add('beside', 1), ...(sequential ? [add('before', 2), add('after', 1)] : [])];
  return [...adding, ...(count > 1 ? [remove(false)] : []), ...(sequential && upcoming > 0 ? [remove(true)] : [])];
}

function loopTotal({ state }: RunningCase, task: number): number | undefined {
  const scope = state.scopes?.find(({ id }) => id === state.tokens.find((token) => token.id === task)?.scope);
  return state.loops?.find(({ token }) => token === scope?.owner)?.total;
}

function messages(running: RunningCase, reference: Reference, twins: ReadonlyMap<number, RefToken>): readonly Act[] {
  const subscriptions = (running.state.subscriptions ?? []).filter((one) => eventKind(running, one) === 'message');
  return subscriptions.map(({ id, owner, node, which = 0 }) => {
    const who = twins.get(owner) ?? twinScope(running, reference, owner);
    const byEngine = (): unknown => running.do({ kind: 'deliverMessage', subscriptionId: id });
    return {
      key: `message ${running.prepared.nodes[node]?.id} ${which}`,
      byEngine,
      byReference: () => reference.message({ event: node, owner: who, which }),
    };
  });
}

function signal(running: RunningCase, reference: Reference): readonly Act[] {
  const heard = running.state.subscriptions?.some((one) => eventKind(running, one) === 'signal');
  const byEngine = (): unknown => running.do({ kind: 'deliverSignal', name: 'S' });
  return heard === true ? [{ key: 'signal', byEngine, byReference: () => reference.signal() }] : [];
}

// Timers come in their order; of those of one instant, by where they are.
function firstTimer(running: RunningCase, reference: Reference, twins: ReadonlyMap<number, RefToken>): readonly Act[] {
  const place = ({ owner, node, which = 0 }: TimerState): string => `${ownerPath(running, owner)} ${node} ${which}`;
  const timers = [...(running.state.timers ?? [])];
  timers.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || (place(a) < place(b) ? -1 : 1));
  const [first] = timers;
  if (first === undefined) return [];
  const byEngine = (): unknown => {
    running.now = Math.max(running.now, first.dueAt ?? 0);
    return running.do({ kind: 'fireTimer', timerId: first.id });
  };
  const who = twins.get(first.owner) ?? twinScope(running, reference, first.owner);
  const byReference = (): void => {
    const same = reference.timers.find(
      ({ event, owner, dueAt, which }) => event === first.node && owner === who && dueAt === first.dueAt && which === (first.which ?? 0),
    );
    if (same === undefined) throw new Error(`the reference has no timer ${place(first)}`);
    reference.fire(same);
  };
  return [{ key: `timer ${running.prepared.nodes[first.node]?.id} ${first.dueAt}`, byEngine, byReference }];
}

function begun(running: RunningCase, reference: Reference): readonly Act[] {
  return startableActivities(running.prepared, running.state).map(({ node, within, scope }) => {
    const place = { node: node.index, scope: twinScope(running, reference, scope) };
    const byEngine = (): unknown => running.do({ kind: 'startActivity', nodeId: node.id, within });
    return { key: `begin ${node.id}`, byEngine, byReference: () => reference.startActivity(place) };
  });
}

function changed(running: RunningCase, reference: Reference, values: JsonObject): Act {
  const byEngine = (): unknown => running.do({ kind: 'setData', variables: { ...values } });
  return { key: 'change values', byEngine, byReference: () => reference.change(values) };
}

function eventKind({ prepared }: RunningCase, { node, which = 0 }: SubscriptionState): string | undefined {
  return prepared.nodes[node]?.triggers[which]?.event.kind;
}

/** The tokens of the reference by the ids of the engine's: those at the same place, in order. */
export function twinTokens(running: RunningCase, reference: Reference): ReadonlyMap<number, RefToken> {
  const left = new Map<string, RefToken[]>();
  for (const token of reference.tokens) {
    const path = refTokenPath(running, reference, token);
    left.set(path, [...(left.get(path) ?? []), token]);
  }
  const twins = new Map<number, RefToken>();
  for (const token of running.state.tokens) {
    const twin = left.get(tokenPath(running, token))?.shift();
    if (twin !== undefined) twins.set(token.id, twin);
  }
  return twins;
}

export function twinScope(running: RunningCase, reference: Reference, id: number): Scope {
  const path = scopePath(running, id);
  const found = reference.scopes.find((scope) => reference.pathOfScope(scope) === path);
  if (found === undefined) throw new Error(`the reference has no scope ${path}`);
  return found;
}

function ownerPath(running: RunningCase, owner: number): string {
  const token = running.state.tokens.find(({ id }) => id === owner);
  return token === undefined ? scopePath(running, owner) : tokenPath(running, token);
}

function scopePath({ state, prepared }: RunningCase, id: number): string {
  if (id === 0) return `/${prepared.nodes[state.process]?.id}#0`;
  const scopes = state.scopes ?? [];
  const scope = scopes.find((one) => one.id === id);
  if (scope === undefined) throw new Error(`no scope ${id}`);
  const { node, parent, index, undoes } = scope;
  const twins = scopes.filter((one) => one.parent === parent && one.node === node && one.index === index);
  const around = scopePath({ state, prepared } as RunningCase, parent);
  return `${around}/${prepared.nodes[node]?.id}${index ?? ''}${undoes === true ? '~' : ''}#${twins.indexOf(scope)}`;
}

function tokenPath(running: RunningCase, token: Token): string {
  const { state, prepared } = running;
  const failed = state.incidents?.some((one) => one.token === token.id) === true;
  const by = failed ? '!' : token.flow === undefined ? '' : `<${prepared.flows[token.flow]?.id}`;
  const signing = `${token.asked?.how ?? ''}${token.held === true ? '=' : ''}${token.signed === true ? '.' : ''}${token.after?.length ?? 0}`;
  return `${scopePath(running, token.scope)}/${prepared.nodes[token.node]?.id}${by}${signing === '0' ? '' : ` (${signing})`}`;
}

function refTokenPath({ prepared }: RunningCase, reference: Reference, token: RefToken): string {
  const by = token.incident !== undefined ? '!' : token.flow === undefined ? '' : `<${prepared.flows[token.flow]?.id}`;
  const signing = `${token.asked?.how ?? ''}${reference.isHeld(token) ? '=' : ''}${token.signed === true ? '.' : ''}${token.after ?? 0}`;
  return `${reference.pathOfScope(token.scope)}/${prepared.nodes[token.node]?.id}${by}${signing === '0' ? '' : ` (${signing})`}`;
}

function written(values: readonly (readonly [string, unknown])[]): string {
  return values
    .map(([name, value]) => `${name}=${canonicalJson(value as Json)}`)
    .sort()
    .join(' ');
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTask } from '../../core/cancel.ts';
import { Run } from '../../core/run.ts';
import type { CaseState, Token } from '../../core/state.ts';
import { flow } from '../builders/flow.ts';
import { type RunningCase, runProgram } from '../builders/running-case.ts';
import { AROUND, EVENTS, KINDS, NAMES, writeFlow } from './random-flow.ts';
import { Reference, type RefToken } from './reference.ts';

const STEPS = 400;

const step = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 3 }) }, { weight: 1, arbitrary: fc.integer({ min: -3, max: -1 }) });

const node = fc.record({
  kind: fc.constantFrom(...KINDS),
  to: fc.array(step, { minLength: 1, maxLength: 3 }),
  condition: fc.array(fc.constantFrom(...NAMES, 'true', 'true'), { minLength: 3, maxLength: 3 }),
  otherwise: fc.boolean(),
  around: fc.constantFrom(...AROUND),
  several: fc.nat(3),
  sequential: fc.boolean(),
});

const scope = fc.record({ nodes: fc.array(node, { minLength: 2, maxLength: 7 }), event: fc.constantFrom(...EVENTS) });

const randomFlow = fc.array(scope, { minLength: 1, maxLength: 4 }).map(writeFlow);

/** Where the engine's tokens are, written like the reference's. */
function engineToken(running: RunningCase, token: Token): string {
  const { state, prepared } = running;
  const around = (id: number): string => {
    if (id === 0) return '/process#0';
    const scopes = state.scopes ?? [];
    const scope = scopes.find((one) => one.id === id);
    if (scope === undefined) throw new Error(`no scope ${id}`);
    const { node, parent, index, undoes } = scope;
    const twins = scopes.filter((one) => one.parent === parent && one.node === node && one.index === index);
    return `${around(parent)}/${prepared.nodes[node]?.id}${index ?? ''}${undoes === true ? '~' : ''}#${twins.indexOf(scope)}`;
  };
  const incident = state.incidents?.some((one) => one.token === token.id) === true ? '!' : '';
  const flowId = token.flow === undefined || incident !== '' ? '' : `<${prepared.flows[token.flow]?.id}`;
  return `${around(token.scope)}/${prepared.nodes[token.node]?.id}${flowId}${incident}`;
}

function referenceToken(running: RunningCase, reference: Reference, token: RefToken): string {
  const flowId = token.flow === undefined ? '' : `<${running.prepared.flows[token.flow]?.id}`;
  return `${reference.pathOf(token)}${token.incident === true ? '!' : flowId}`;
}

function compare(running: RunningCase, reference: Reference): void {
  const { state } = running;
  expect(state.ended?.kind).toBe(reference.ended);
  const own = state.tokens.map((token) => engineToken(running, token)).sort();
  expect(own).toEqual(reference.tokens.map((token) => referenceToken(running, reference, token)).sort());
}

interface Act {
  readonly key: string;
  readonly byEngine: (running: RunningCase) => void;
  readonly byReference: () => void;
}

/** Everything that can be done now, as the engine sees it, with the same for the reference; in a fixed order. */
function acts(running: RunningCase, reference: Reference, values: Readonly<Record<string, boolean>>): readonly Act[] {
  const { state, prepared } = running;
  const run = new Run(prepared, state, { kind: 'setData', commandId: '', now: running.now });
  const found: Act[] = [];
  const seen = new Map<string, number>();
  const twin = (path: string): RefToken => {
    const before = seen.get(path) ?? 0;
    seen.set(path, before + 1);
    const all = reference.tokens.filter((token) => referenceToken(running, reference, token) === path);
    return all[before] as RefToken;
  };
  const twins = new Map(state.tokens.map((token) => [token.id, twin(engineToken(running, token))]));
  for (const token of state.tokens) {
    const key = engineToken(running, token);
    const other = twins.get(token.id);
    const job = state.jobs?.find((one) => one.token === token.id);
    if (other === undefined) continue;
    if (isTask(run, token)) {
      const byEngine = (): unknown => running.do({ kind: 'completeTask', taskId: token.id, variables: { ...values } });
      found.push({ key: `complete ${key}`, byEngine, byReference: () => reference.complete(other, values) });
    }
    if (job !== undefined) {
      const byEngine = (): unknown => running.do({ kind: 'finishJob', jobId: job.id });
      found.push({ key: `finish ${key}`, byEngine, byReference: () => reference.complete(other, {}) });
      const failing = (): unknown => running.do({ kind: 'raiseError', jobId: job.id, code: 'E' });
      found.push({ key: `fail ${key}`, byEngine: failing, byReference: () => reference.fail(other) });
    }
  }
  for (const { id, owner, node } of state.subscriptions ?? []) {
    const other = twins.get(owner);
    const key = `message ${prepared.nodes[node]?.id}`;
    const byEngine = (): unknown => running.do({ kind: 'deliverMessage', subscriptionId: id });
    if (other !== undefined) found.push({ key, byEngine, byReference: () => reference.message(other, node) });
    else {
      const place = reference.awaited.find(
        (one) =>
          one.event === node &&
          one.scope !== undefined &&
          scopePath(state, running, owner) === reference.pathOf({ node, scope: one.scope }),
      );
      if (place?.scope === undefined) throw new Error(`the reference does not wait for ${key}`);
      const scope = place.scope;
      found.push({ key, byEngine, byReference: () => reference.startEventSubProcess(scope, node) });
    }
  }
  return found;
}

/** The path of an event that a scope instance waits for. */
function scopePath(state: CaseState, running: RunningCase, scope: number): string {
  const node = state.subscriptions?.find(({ owner }) => owner === scope)?.node as number;
  return engineToken(running, { id: -1, node, scope });
}

test('RE1 beside a reference interpreter, random flows go the same way after every command', () => {
  const counts = { commands: 0 };
  const until = Date.now() + 8000;
  fc.assert(
    fc.property(randomFlow, fc.array(fc.nat(9999), { minLength: 1, maxLength: 25 }), ({ text, options }, choices) => {
      if (Date.now() > until) return;
      const program = flow(text, options);
      const running = runProgram(program, { stepLimit: STEPS });
      // Loops that wait nowhere are stopped by the engine (IN3), and tokens may grow without end: not compared.
      const isWild = (): boolean => running.state.tokens.length > 60 || running.incidents.some((one) => one.startsWith('RUNTIME_TOO_MANY'));
      if (isWild()) return;
      const reference = new Reference(program);
      compare(running, reference);
      for (const choice of choices) {
        if (running.ended !== undefined) break;
        const values = Object.fromEntries(NAMES.map((name, at) => [name, ((choice >> at) & 1) === 1]));
        const possible = acts(running, reference, values);
        const act = possible[(choice >> 3) % Math.max(1, possible.length)];
        if (act === undefined) break;
        act.byEngine(running);
        if (running.refused !== undefined) throw new Error(`${act.key}: ${running.refused[0]?.code}`);
        if (isWild()) return;
        act.byReference();
        counts.commands += 1;
        compare(running, reference);
      }
    }),
    { seed: 20261122, numRuns: 1500 },
  );
  expect(counts.commands).toBeGreaterThan(300);
}, 30_000);

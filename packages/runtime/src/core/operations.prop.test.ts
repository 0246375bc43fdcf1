import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flow } from '../testing/builders/flow.ts';
import { type RunningCase, runFlow, runProgram } from '../testing/builders/running-case.ts';
import { brokenPromises } from '../testing/reference/broken-promises.ts';
import { randomFlow } from '../testing/reference/random-flow.ts';
import { randomOrder } from '../testing/reference/random-order.ts';
import { planMigration } from './migration-plan.ts';
import { allParts } from './parts/all-parts.ts';
import { prepareProgram } from './prepare-release.ts';
import { step } from './step.ts';

const faults = ({ prepared, state, effects }: RunningCase): readonly string[] => brokenPromises(prepared, state, effects);

/** Tokens may grow without end, and loops that wait nowhere are stopped (IN3): not looked at. */
function isWild(running: RunningCase): boolean {
  return running.state.tokens.length > 60 || running.incidents.some((one) => one.startsWith('RUNTIME_TOO_MANY'));
}

function restored(running: RunningCase): unknown {
  let state: RunningCase['state'] | undefined;
  for (const command of running.commands) {
    const outcome = step(running.prepared, state, command);
    if (outcome.refused !== undefined) throw new Error(`refused on replay: ${outcome.refused[0]?.code}`);
    state = JSON.parse(JSON.stringify(outcome.state));
  }
  return state;
}

/** Moves everything in the process itself to its end; whether it has one. */
function jumpToEnd(running: RunningCase): boolean {
  const { state, prepared } = running;
  const end = prepared.nodes.find(
    ({ spec, kind }) => spec.scope === state.process && kind.kind === 'endEvent' && spec.events === undefined,
  );
  const from = state.tokens.filter(({ scope }) => scope === 0).map(({ id }) => id);
  if (end !== undefined) running.do({ kind: 'jump', from, to: [{ nodeId: end.id }] });
  return end !== undefined;
}

test('OP11 whatever is done with a case, it stays whole, comes out the same again, and can be closed by a jump to its end', () => {
  const done = new Set<string>();
  fc.assert(
    fc.property(randomFlow, fc.array(fc.nat(99_999_999), { minLength: 3, maxLength: 20 }), ({ text, options }, lots) => {
      const running = runProgram(flow(text, options), { stepLimit: 400 });
      for (const lot of lots) {
        if (isWild(running)) return;
        expect(faults(running)).toEqual([]);
        if (running.ended !== undefined) break;
        const order = randomOrder(running, lot);
        if (order !== undefined && running.do(order).refused === undefined) done.add(order.kind);
      }
      if (isWild(running)) return;
      expect(faults(running)).toEqual([]);
      expect(restored(running)).toEqual(JSON.parse(JSON.stringify(running.state)));
      if (running.ended !== undefined) return;
      if (running.state.suspended !== undefined) running.do({ kind: 'resume' });
      if (jumpToEnd(running)) expect([running.ended === undefined, faults(running)]).toEqual([false, []]);
    }),
    { seed: 20261122, numRuns: 200 },
  );
  expect([...done].sort()).toEqual(
    expect.arrayContaining(['addSigner', 'completeTask', 'delegate', 'fireTimer', 'jump', 'retryIncident', 'return', 'withdraw']),
  );
}, 60_000);

test('MG3 a case taken over to the same flow is the same case, with nothing to do for the shell but its tasks', () => {
  let moved = 0;
  fc.assert(
    fc.property(randomFlow, fc.array(fc.nat(99_999_999), { minLength: 3, maxLength: 12 }), ({ text, options }, lots) => {
      const program = flow(text, options);
      const running = runProgram(program, { stepLimit: 400 });
      for (const lot of lots) {
        const order = running.ended === undefined && !isWild(running) ? randomOrder(running, lot) : undefined;
        if (order !== undefined) running.do(order);
      }
      if (running.ended !== undefined || isWild(running)) return;
      const next = prepareProgram(program, allParts, { releaseId: 'next' });
      const { problems, ...plan } = planMigration(running.prepared, next, running.state);
      expect(problems).toEqual([]);
      const order = { kind: 'migrate', commandId: 'm', now: running.now, from: 'program', to: 'next', ...plan } as const;
      const result = step(next, running.state, order);
      if (result.refused !== undefined) throw new Error(result.refused[0]?.code);
      expect({ ...result.state, releaseId: 'program', seq: running.state.seq }).toEqual(running.state);
      expect(result.effects.filter(({ kind }) => kind !== 'moveTask')).toEqual([]);
      moved += 1;
    }),
    { seed: 20261122, numRuns: 150 },
  );
  expect(moved).toBeGreaterThan(50);
}, 60_000);

test('what belongs to nothing is noticed', () => {
  const running = runFlow('start > sub:part > after > end', { inside: { part: 'startP > a > endP' } });
  const { prepared, state, effects } = running;
  expect(brokenPromises(prepared, state, effects)).toEqual([]);
  expect(brokenPromises(prepared, { ...state, scopes: [] }, effects)).toContain('token 3 of 2');
  expect(brokenPromises(prepared, { ...state, tokens: state.tokens.slice(0, 1) }, effects)).toEqual(
    expect.arrayContaining(['nothing goes on in scope 2 of part', 'tasks: the row 3 is for nothing']),
  );
  expect(brokenPromises(prepared, state, [])).toEqual(['tasks: 3 has no row']);
});

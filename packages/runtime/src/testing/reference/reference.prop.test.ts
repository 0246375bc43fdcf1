import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flow } from '../builders/flow.ts';
import { type RunningCase, runProgram } from '../builders/running-case.ts';
import { NAMES, VOICES } from './names.ts';
import { BothCases } from './operations-by-both.ts';
import { randomFlow } from './random-flow.ts';
import { Reference } from './reference.ts';
import { type Act, acts, engineStanding, referenceStanding } from './side-by-side.ts';

const STEPS = 400;
const SEED = 20261122;

/** Loops that wait nowhere are stopped by the engine (IN3), and tokens may grow without end: not compared. */
function isWild(running: RunningCase): boolean {
  return running.state.tokens.length > 60 || running.incidents.some((one) => one.startsWith('RUNTIME_TOO_MANY'));
}

function compare({ running, reference }: BothCases): void {
  expect(engineStanding(running)).toEqual(referenceStanding(running, reference));
}

/** What a number stands for among all that can be done now. */
function drawnAct({ running, reference }: BothCases, choice: number): Act | undefined {
  const values = {
    ...Object.fromEntries(NAMES.map((name, at) => [name, ((choice >> at) & 1) === 1])),
    voice: VOICES[(choice >> 5) % 4] ?? 'no',
  };
  const possible = acts(running, reference, values);
  return possible[(choice >> 3) % Math.max(1, possible.length)];
}

/** Lets both do it; whether the case can still be compared. */
function doneByBoth({ running }: BothCases, { key, byEngine, byReference }: Act): boolean {
  byEngine();
  const refused = running.refused?.[0]?.code;
  if (isWild(running)) return false;
  if ((byReference() === false) !== (refused !== undefined)) throw new Error(`${key}: ${refused ?? 'done'} by the engine alone`);
  return true;
}

test.each([
  { name: 'command', runs: 800, operations: false },
  { name: 'approval operation', runs: 400, operations: true },
])('RE1 beside a reference interpreter, random flows go the same way after every $name', ({ runs, operations }) => {
  const done: Record<string, number> = {};
  fc.assert(
    fc.property(randomFlow, fc.array(fc.nat(99_999_999), { minLength: 1, maxLength: 25 }), ({ text, options }, choices) => {
      const program = flow(text, options);
      const running = runProgram(program, { stepLimit: STEPS });
      if (isWild(running)) return;
      const both = new BothCases(running, new Reference(program, running.now));
      compare(both);
      for (const choice of choices) {
        if (running.ended !== undefined) break;
        const act =
          operations && choice % 2 === 0 ? both.operation(Math.floor(choice / 2)) : drawnAct(both, Math.floor(choice / 2) % 10_000);
        if (act === undefined) continue;
        if (!doneByBoth(both, act)) return;
        const [kind = ''] = act.key.split(' ');
        done[kind] = (done[kind] ?? 0) + (running.refused === undefined ? 1 : 0);
        compare(both);
        both.meet();
      }
    }),
    { seed: SEED, numRuns: runs },
  );
  expect(done['complete']).toBeGreaterThan(100);
  if (operations)
    for (const kind of ['return', 'jump', 'withdraw', 'ask', 'dismiss']) expect([kind, (done[kind] ?? 0) > 0]).toEqual([kind, true]);
});

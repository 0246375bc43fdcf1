import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flow } from '../builders/flow.ts';
import { type RunningCase, runProgram } from '../builders/running-case.ts';
import { NAMES, VOICES } from './names.ts';
import { randomFlow } from './random-flow.ts';
import { Reference } from './reference.ts';
import { acts, engineStanding, referenceStanding } from './side-by-side.ts';

const STEPS = 400;
const SEED = 20261122;
const RUNS = 1000;

/** Loops that wait nowhere are stopped by the engine (IN3), and tokens may grow without end: not compared. */
function isWild(running: RunningCase): boolean {
  return running.state.tokens.length > 60 || running.incidents.some((one) => one.startsWith('RUNTIME_TOO_MANY'));
}

function compare(running: RunningCase, reference: Reference): void {
  expect(engineStanding(running)).toEqual(referenceStanding(running, reference));
}

test('RE1 beside a reference interpreter, random flows go the same way after every command', () => {
  const counts = { commands: 0 };
  fc.assert(
    fc.property(randomFlow, fc.array(fc.nat(9999), { minLength: 1, maxLength: 25 }), ({ text, options }, choices) => {
      const program = flow(text, options);
      const running = runProgram(program, { stepLimit: STEPS });
      if (isWild(running)) return;
      const reference = new Reference(program, running.now);
      compare(running, reference);
      for (const choice of choices) {
        if (running.ended !== undefined) break;
        const values = {
          ...Object.fromEntries(NAMES.map((name, at) => [name, ((choice >> at) & 1) === 1])),
          voice: VOICES[(choice >> 5) % 4] ?? 'no',
        };
        const possible = acts(running, reference, values);
        const act = possible[(choice >> 3) % Math.max(1, possible.length)];
        if (act === undefined) break;
        act.byEngine();
        if (running.refused !== undefined) throw new Error(`${act.key}: ${running.refused[0]?.code}`);
        if (isWild(running)) return;
        act.byReference();
        counts.commands += 1;
        compare(running, reference);
      }
    }),
    { seed: SEED, numRuns: RUNS },
  );
  expect(counts.commands).toBeGreaterThan(300);
});

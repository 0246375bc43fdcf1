import { expect, test } from 'vitest';
import { compare } from '../testing/builders/expressions.ts';
import { type FlowOptions, flow } from '../testing/builders/flow.ts';
import { type RunningCase, runFlow } from '../testing/builders/running-case.ts';
import type { CaseCommand } from './command.ts';
import { planMigration } from './migration-plan.ts';
import { allParts } from './parts/all-parts.ts';
import { prepareProgram } from './prepare-release.ts';
import { step } from './step.ts';

/** The nodes of the tokens after the case moved to `next` and its task there was completed. */
function afterMigration(running: RunningCase, text: string, options: FlowOptions): readonly string[] {
  const next = prepareProgram(flow(text, options), allParts, { releaseId: 'next' });
  const { problems, ...plan } = planMigration(running.prepared, next, running.state);
  expect(problems).toEqual([]);
  const order = (state: RunningCase['state'], command: object) => {
    const outcome = step(next, state, { commandId: 'm', now: running.now, ...command } as CaseCommand);
    if (outcome.refused !== undefined) throw new Error(outcome.refused[0]?.code);
    return outcome.state;
  };
  const moved = order(running.state, { kind: 'migrate', from: 'program', to: 'next', ...plan });
  const task = moved.tokens.find(({ node, flow }) => next.nodes[node]?.kind.kind === 'userTask' && flow === undefined);
  const done = order(moved, { kind: 'completeTask', taskId: task?.id });
  return done.tokens.map(({ node }) => next.nodes[node]?.id ?? '');
}

test('MG1 what a completed sub-process can undo goes along', () => {
  const compensate = { kind: 'compensate' } as const;
  const options: FlowOptions = {
    inside: { inner: 'start1 > a > end1 ; ua ; xa' },
    boundary: { ua: { on: 'a', event: compensate, handler: 'xa' } },
    nodes: { undo: { events: [compensate] } },
  };
  const running = runFlow('start > sub:inner > b > throw:undo > end', options).complete('a');
  expect(afterMigration(running, 'start > extra > sub:inner > b > throw:undo > end', options)).toEqual(['undo', 'xa']);
});

test('MG1 a complex gateway that waits to begin anew goes along', () => {
  const options: FlowOptions = { nodes: { meet: { activation: compare('activationCount', '>=', 1) } } };
  const text = 'parallel:split > a > complex:meet > end ; split > b > meet';
  const running = runFlow(`start > ${text}`, options).complete('a');
  expect(running.state.resets).toHaveLength(1);
  expect(afterMigration(running, `start > task:extra > ${text}`, options)).toEqual([]);
});

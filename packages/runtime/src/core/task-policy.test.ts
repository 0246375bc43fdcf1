import type { TaskPolicy } from '@tongban/model';
import { expect, test } from 'vitest';
import { read } from '../testing/builders/expressions.ts';
import { type RunningCase, runFlow } from '../testing/builders/running-case.ts';

function running(policy: TaskPolicy, who: string | null): RunningCase {
  const outcomes = { result: 'said', choices: [{ value: 'agree', label: '同意' }] };
  const task = { performer: { person: read('who') }, filings: [], operations: [], outcomes, policy };
  return runFlow('start > apply > sign > after > end', { nodes: { sign: { task } }, variables: { who } }).complete('apply');
}
const skipped = (started: RunningCase): unknown => started.events.find(({ kind }) => kind === 'taskSkipped');

test('PO1 nobody found: an incident, the administrators, or the task is skipped with its outcome', () => {
  expect(running({}, null).incidents).toEqual(['RUNTIME_PERFORMER_EMPTY@sign']);
  expect(running({ empty: 'administrator' }, null).effects.at(-1)).toMatchObject({ performer: { role: 'administrator' } });
  const started = running({ empty: 'skip', outcome: 'agree' }, null);
  expect([started.tasks, started.state.variables['said']]).toEqual([['after'], 'agree']);
  expect(skipped(started)).toMatchObject({ nodeId: 'sign', why: 'nobody' });
});

test('PO2 who has acted already is not asked again, but after a return', () => {
  expect(running({ same: 'ask' }, 'li').tasks).toEqual(['sign']);
  expect(running({ same: 'skip' }, 'wu').tasks).toEqual(['sign']);
  expect(skipped(running({ same: 'skip' }, 'li'))).toMatchObject({ why: 'starter' });
  const started = running({ same: 'skip' }, 'wu').do({ kind: 'setData', variables: { who: 'li' } });
  started.complete('sign').return('after', 'sign');
  expect(started.tasks).toEqual(['sign']);
});

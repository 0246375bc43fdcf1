import { expect, test } from 'vitest';
import { literal, read } from '../../testing/builders/expressions.ts';
import { runFlow } from '../../testing/builders/running-case.ts';

const task = { performer: { role: 'window' }, filings: [], operations: [], outcomes: { result: 'decision', choices: [] } } as const;

test('UT1 opens with its performer, and goes on when it is completed', () => {
  const running = runFlow('start > review > end', { nodes: { review: { task } } });
  expect(running.effects).toContainEqual({
    kind: 'openTask',
    taskId: running.task('review'),
    nodeId: 'review',
    performer: { role: 'window' },
    round: 1,
  });
  expect(running.complete('review').ended).toBe('completed');
});

test('UT2 puts the outcome into the variable the flow names, and takes over the values', () => {
  const running = runFlow('start > review > next > end', {
    nodes: { review: { task } },
    formKeys: ['application'],
    data: { application: { a: 1, b: 1 } },
  });
  running.complete('review', { outcome: 'agree', data: { application: { b: 2 } } });
  expect(running.state.variables).toEqual({ decision: 'agree' });
  expect(running.state.data['application']).toEqual({ version: 2, values: { a: 1, b: 2 } });
  expect(running.events).toContainEqual(expect.objectContaining({ kind: 'taskCompleted', outcome: 'agree', by: { id: 'li', name: '李' } }));
});

test('UT3 finds starter, department and persons in the case; nobody is an incident', () => {
  const nodes = {
    mine: { task: { ...task, performer: { starter: true } } },
    theirs: { task: { ...task, performer: { role: 'clerk', department: read('department'), person: literal(['w1', 'w2']) } } },
  };
  const running = runFlow('start > mine > theirs > end', { nodes }).complete('mine', { variables: { department: 'water' } });
  const performers = running.effects.flatMap((effect) => (effect.kind === 'openTask' ? [effect.performer] : []));
  expect(performers).toEqual([{ persons: ['li'] }, { persons: ['w1', 'w2'], role: 'clerk', department: 'water' }]);
  expect(runFlow('start > theirs > end', { nodes }).incidents).toEqual(['RUNTIME_PERFORMER_EMPTY@theirs']);
});

test('UT4 refuses what is done to a task that is not open any more, and changes nothing', () => {
  const running = runFlow('start > review > next > end');
  const taskId = running.task('review');
  const before = running.complete('review').state;
  running.do({ kind: 'completeTask', taskId });
  expect(running.refused?.[0]?.code).toBe('RUNTIME_TASK_CLOSED');
  expect(running.state).toBe(before);
});

test('UT5 refuses every command once the case has ended', () => {
  const running = runFlow('start > review > end').complete('review');
  running.do({ kind: 'terminate' });
  expect(running.refused?.[0]?.code).toBe('RUNTIME_CASE_ENDED');
});

test('OP4 a claimed task is not claimed by another, and can be put back', () => {
  const running = runFlow('start > review > end');
  const taskId = running.task('review');
  running.do({ kind: 'claim', taskId }).do({ kind: 'claim', taskId, actor: { id: 'wang', name: '王' } });
  expect(running.refused?.[0]?.code).toBe('RUNTIME_TASK_CLAIMED');
  running.do({ kind: 'unclaim', taskId }).do({ kind: 'claim', taskId, actor: { id: 'wang', name: '王' } });
  expect(running.refused).toBeUndefined();
  expect(running.state.tokens[0]?.assignee).toEqual({ id: 'wang', name: '王' });
});

test('OP5 a task can be handed to a person', () => {
  const running = runFlow('start > review > end');
  running.do({ kind: 'assign', taskId: running.task('review'), to: { id: 'zhao', name: '赵' }, comment: '请代办' });
  expect(running.state.tokens[0]?.assignee).toEqual({ id: 'zhao', name: '赵' });
});

test('UT6 the superior of the starter is known by the case, and nobody where there is none', () => {
  const nodes = { sign: { task: { performer: { person: read('case.starter.superior') }, filings: [], operations: [] } } };
  const started = (superior?: string) => runFlow('start > sign > end', { nodes, starter: { id: 'li', name: '李', superior } });
  expect(started('wu').effects.at(-1)).toMatchObject({ performer: { persons: ['wu'] } });
  expect(started().incidents).toEqual(['RUNTIME_PERFORMER_EMPTY@sign']);
});

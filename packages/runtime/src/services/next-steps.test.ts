import { expect, test } from 'vitest';
import { allParts } from '../core/parts/all-parts.ts';
import { prepareProgram } from '../core/prepare-release.ts';
import { flow } from '../testing/builders/flow.ts';
import { nextSteps } from './next-steps.ts';

test('what comes next is looked for inside of what is called, and after it', () => {
  const program = flow('start > apply > call:ask > review > end', {
    processes: { opinion: 'start1 > give > end1', task: 'only' },
    calls: { ask: 'opinion' },
  });
  const prepared = prepareProgram(program, allParts);
  expect(nextSteps(prepared, 'apply')).toEqual(['give']);
  expect(nextSteps(prepared, 'end1')).toEqual(['review']);
  const global = prepareProgram(
    flow('start > apply > call:ask > review > end', { processes: { task: 'only' }, calls: { ask: 'task' } }),
    allParts,
  );
  expect(nextSteps(global, 'apply')).toEqual(['only']);
  expect(nextSteps(global, 'only')).toEqual(['review']);
});

import { expect, test } from 'vitest';
import { formTasks } from './form-tasks.ts';
import { flowAround } from './read-flow.ts';
import { mockContext } from './test-support/measure.ts';

test('every task is named with what it may do with the form; where the form does not show, nothing is said', async () => {
  const flow = await flowAround(mockContext);
  const tasks = formTasks(flow!, 'F-01');
  expect(tasks.map(({ name, access }) => `${name} ${access?.default ?? '-'}`).slice(0, 4)).toEqual([
    '填写申请并作出承诺 write',
    '受理并一次性告知 read',
    '自然资源部门意见 read',
    '市场监管部门意见 read',
  ]);
  const land = tasks.find(({ id }) => id === 'Task_natural_resources');
  expect(land).toMatchObject({
    performer: { role: 'handler', department: 'natural-resources' },
    access: { fields: { 'F-01.opinionNaturalResources': 'write' } },
  });
  const inside = formTasks(flow!, 'F-04').map(({ name }) => name);
  expect(inside).toContain('正式批复');
  expect(formTasks(flow!, 'nothing').every(({ access }) => access === undefined)).toBe(true);
});

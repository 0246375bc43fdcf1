/** A text read out. */
import { expect, test } from 'vitest';
import { feelInWords } from './feel-in-words.ts';
import type { FeelName } from './feel-name.ts';

const NAMES: readonly FeelName[] = [
  {
    name: 'project',
    label: '项目申请表',
    entries: [
      { name: 'kind', label: { 'zh-CN': '项目类别', en: 'Kind of project' }, values: [{ feel: '"A"', label: '备案类' }] },
      { name: 'amount', label: '总投资' },
    ],
  },
];

test('names by their labels, a chosen value by its own, and and or in Chinese', () => {
  expect(feelInWords('project.amount >= 500 and project.kind = "A"', NAMES, 'zh-CN')).toBe('总投资 >= 500 且 项目类别 = 备案类');
  expect(feelInWords('project.kind != "B" or 1 > 2', NAMES, 'en')).toBe('Kind of project != "B" or 1 > 2');
});

test('what is not known stays as it is written; nothing known, nothing read', () => {
  expect(feelInWords('project.other > sum(project.amount)', NAMES, 'zh-CN')).toBe('项目申请表.other > sum(总投资)');
  expect(feelInWords('a > 1', NAMES, 'zh-CN')).toBe('');
  expect(feelInWords('project.amount > "', NAMES, 'zh-CN')).toBe('总投资 > "');
});

import { expect, test } from 'vitest';
import { subjectsIn } from './condition-subjects.ts';

const opinion = (name: string, label: string) => ({
  name,
  label,
  type: 'context' as const,
  entries: [
    { name: 'choice', label: '意见', type: 'string' as const },
    { name: 'day', label: `${label}的日期`, type: 'date' as const },
  ],
});

test('what has the same name as something else says in what it stands', () => {
  const names = [{ name: 'form', label: '申请表', entries: [opinion('a', '自然资源局意见'), opinion('b', '住建局意见')] }];
  expect(subjectsIn(names, 'zh-CN', String).map(({ feel, label }) => [feel, label])).toEqual([
    ['form.a.choice', '自然资源局意见：意见'],
    ['form.a.day', '自然资源局意见的日期'],
    ['form.b.choice', '住建局意见：意见'],
    ['form.b.day', '住建局意见的日期'],
  ]);
});

test('a list is asked for its number of elements, too', () => {
  const names = [{ name: 'entry', label: '不符合的条件', type: 'list' as const }];
  expect(subjectsIn(names, 'zh-CN', (label) => `${label}（项数）`).map(({ feel, label }) => [feel, label])).toEqual([
    ['entry', '不符合的条件'],
    ['count(entry)', '不符合的条件（项数）'],
  ]);
});

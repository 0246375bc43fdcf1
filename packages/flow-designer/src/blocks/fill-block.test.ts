import { expect, test } from 'vitest';
import type { FlowBlock } from './block.ts';
import { fillBlock, valueFaults } from './fill-block.ts';

const block = {
  parameters: [
    { id: 'role', kind: 'role', label: { 'zh-CN': '审查人' }, value: '' },
    { id: 'second', kind: 'role', label: { 'zh-CN': '复核人' }, value: '', differs: 'role' },
    { id: 'unit', kind: 'department', label: { 'zh-CN': '部门' }, value: '', optional: true },
    { id: 'days', kind: 'number', label: { 'zh-CN': '几日' }, value: 5 },
    { id: 'when', kind: 'feel', label: { 'zh-CN': '条件' }, value: 'true' },
  ],
} as unknown as FlowBlock;

test('values are asked for, and checked as their kind is', () => {
  const good = { role: 'a', second: 'b' };
  expect([...valueFaults(block, good)]).toEqual([]);
  expect([...valueFaults(block, {})]).toEqual([
    ['role', 'required'],
    ['second', 'required'],
  ]);
  expect([...valueFaults(block, { ...good, second: 'a' })]).toEqual([['second', 'same']]);
  for (const days of ['0', '-1', '1.5', 'five', '', '100000'])
    expect([...valueFaults(block, { ...good, days })]).toEqual([['days', 'number']]);
  expect([...valueFaults(block, { ...good, when: 'amount > ' })]).toEqual([['when', 'feel']]);
});

test('a limit that stands still is asked for by its name and becomes the reason; left out, nothing stands still', () => {
  const stops = { id: 'stops', kind: 'limit', reason: 'onePlusX', optional: true, label: { 'zh-CN': '时限' }, value: '' };
  const coordination = {
    ...block,
    limits: [],
    parameters: [stops],
    nodes: [{ id: 'a', extension: { pauses: '{stops}' } }],
  } as unknown as FlowBlock;
  expect(fillBlock(coordination, { stops: 'review' }, '').nodes[0]?.extension).toEqual({ pauses: 'onePlusX' });
  expect(fillBlock(coordination, {}, '').nodes[0]?.extension).toEqual({});
});

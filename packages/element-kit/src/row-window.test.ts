import { expect, test } from 'vitest';
import { rowWindow } from './row-window.ts';

test('a long table is drawn a window at a time, a short one whole', () => {
  expect(rowWindow(200, 5_000, 600, 36, 200)).toEqual({ from: 0, to: 200 });
  expect(rowWindow(10_000, 36_000, 600, 36, 200)).toEqual({ from: 992, to: 1025 });
  expect(rowWindow(201, 1_000_000, 600, 36, 200)).toEqual({ from: 201, to: 201 });
});

test('rows of different heights are drawn where they are', () => {
  const height = (row: number) => (row === 100 ? 500 : 50);
  expect(rowWindow(1_000, 5_000, 400, height, 50)).toEqual({ from: 92, to: 109 });
  expect(rowWindow(1_000, 5_500, 400, height, 50)).toEqual({ from: 93, to: 118 });
  expect(rowWindow(1_000, 1_000_000, 400, height, 50)).toEqual({ from: 992, to: 1_000 });
});

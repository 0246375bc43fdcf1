import { expect, test } from 'vitest';
import { GRID_LIMITS, gridOf, rowsOfGrid } from './table-grid.ts';

test('cells stand where no cell from above reaches, and merged ones fill all their places', () => {
  const grid = gridOf([
    [
      { text: '甲', rowSpan: 3 },
      { text: '乙', columnSpan: 2 },
    ],
    [{ text: '丙' }, { text: ' 丁\t戊 ' }],
    [{ text: '己', columnSpan: 2 }],
  ]);
  expect(rowsOfGrid(grid)).toEqual([
    ['甲', '乙', '乙'],
    ['甲', '丙', '丁 戊'],
    ['甲', '己', '己'],
  ]);
});

test('an enormous table ends at the limits', () => {
  const row = Array.from({ length: 250 }, () => ({ text: 'x', rowSpan: 1, columnSpan: 1 }));
  const grid = gridOf([row, ...Array.from({ length: 30_000 }, () => [{ text: 'y' }])]);
  expect([grid.rows, grid.columns]).toEqual([GRID_LIMITS.rows, GRID_LIMITS.columns]);
  expect(gridOf([[{ text: 'x', rowSpan: 1e9, columnSpan: 1e9 }]]).cells).toMatchObject([{ rowSpan: 1, columnSpan: GRID_LIMITS.columns }]);
});

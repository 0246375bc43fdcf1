import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeColumn, insertColumn, moveColumn, removeColumn } from '../commands/change-columns.ts';
import { duplicateRows, insertRows, moveRows, removeRows } from '../commands/change-rows.ts';
import { changeHitPolicy } from '../commands/change-table.ts';
import { setCells } from '../commands/set-cells.ts';
import type { SheetCommand } from '../commands/sheet-command.ts';
import { THREE_GRADES } from '../test-support/table.ts';
import { CellReader } from './read-cell.ts';
import { SheetHistory } from './sheet-history.ts';
import { sheetOfTable } from './sheet-of-table.ts';
import { tableOfSheet } from './table-of-sheet.ts';
import type { TableSheet } from './table-sheet.ts';

const reader = new CellReader();

test('a table becomes a sheet and the same table again', () => {
  const { table, problems } = tableOfSheet(sheetOfTable(THREE_GRADES), reader);
  expect(table).toEqual(THREE_GRADES);
  expect(problems).toEqual([]);
});

test('what a rule says of itself is a remark column, and stays its description', () => {
  const rules = THREE_GRADES.rules.map((rule, at) => (at === 1 ? { ...rule, description: '003 附件2 第二十条' } : rule));
  const sheet = sheetOfTable({ ...THREE_GRADES, rules });
  expect(sheet.columns.map(({ id }) => id)).toEqual(['score', 'kind', 'result', 'remark_1', 'description']);
  expect(tableOfSheet(sheet, reader).table).toEqual({ ...THREE_GRADES, rules });
  const moved = moveColumn(4, -1).apply(sheet);
  expect(tableOfSheet(moved, reader).table).toEqual({ ...THREE_GRADES, rules });
});

test('a text that cannot be read is kept, and reported with its row and column', () => {
  const broken = setCells({ row: 1, column: 0 }, [['[1..']]).apply(sheetOfTable(THREE_GRADES));
  const { table, problems } = tableOfSheet(broken, reader);
  expect(table.rules[1]?.inputEntries[0]?.text).toBe('[1..');
  expect(problems.map(({ row, column, problem }) => [row, column, problem.severity])).toEqual([[1, 0, 'error']]);
});

test('inputs stay before outputs, outputs before remarks, and the cells go with their columns', () => {
  const sheet = sheetOfTable(THREE_GRADES);
  const more = insertColumn(sheet, 'input', { label: '面积' }).apply(sheet);
  expect(more.columns.map(({ kind }) => kind)).toEqual(['input', 'input', 'input', 'output', 'annotation']);
  expect(more.rows[0]?.cells).toEqual(['(90..100]', '-', '-', '"A"', '第二十条']);
  expect(moveColumn(2, 1).apply(more)).toBe(more);
  const swapped = moveColumn(0, 1).apply(sheet);
  expect(swapped.rows[1]?.cells.slice(0, 2)).toEqual(['"工业","农业"', '[60..90]']);
  expect(removeColumn(2).apply(more)).toEqual(sheet);
});

test('letters typed into one property are one step', () => {
  const history = new SheetHistory(sheetOfTable(THREE_GRADES));
  history.run(changeColumn(0, { label: '评' }));
  history.run(changeColumn(0, { label: '评分' }));
  history.undo();
  expect(history.sheet.columns[0]?.label).toBe('得分');
  expect(history.canUndo).toBe(false);
  history.redo();
  expect(history.sheet.columns[0]?.label).toBe('评分');
});

const cell = fc.constantFrom('-', '"A"', '> 5', '', '[1..');
const command = fc.oneof(
  fc.tuple(fc.nat(6), fc.nat(4), fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })).map(
    ([row, column, grid]): Make =>
      () =>
        setCells({ row, column }, grid),
  ),
  fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 3 })).map(
    ([at, count]): Make =>
      () =>
        insertRows(at, count, 0),
  ),
  fc.tuple(fc.nat(4), fc.nat(2)).map(
    ([top, more]): Make =>
      () =>
        duplicateRows(top, top + more, 0),
  ),
  fc.tuple(fc.nat(4), fc.nat(2)).map(
    ([top, more]): Make =>
      () =>
        removeRows(top, top + more, 0),
  ),
  fc.tuple(fc.nat(4), fc.constantFrom(-1 as const, 1 as const)).map(
    ([row, step]): Make =>
      () =>
        moveRows(row, row, step, 0),
  ),
  fc.constantFrom('input' as const, 'output' as const, 'annotation' as const).map(
    (kind): Make =>
      (sheet) =>
        insertColumn(sheet, kind),
  ),
  fc.nat(5).map(
    (at): Make =>
      () =>
        removeColumn(at),
  ),
  fc.tuple(fc.nat(5), fc.constantFrom(-1 as const, 1 as const)).map(
    ([at, step]): Make =>
      () =>
        moveColumn(at, step),
  ),
  fc.constantFrom('F' as const, 'C' as const).map(
    (policy): Make =>
      () =>
        changeHitPolicy(policy, undefined),
  ),
);

type Make = (sheet: TableSheet) => SheetCommand;

test('whatever is done, every row has a cell for each column, ids are never given twice, and undoing all gives the first sheet', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 15 }), (makes) => {
      const first = sheetOfTable(THREE_GRADES);
      const history = new SheetHistory(first);
      for (const make of makes) {
        history.run(make(history.sheet));
        const { columns, rows } = history.sheet;
        expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
      }
      const last = history.sheet;
      while (history.canUndo) history.undo();
      expect(history.sheet).toEqual(first);
      while (history.canRedo) history.redo();
      expect(history.sheet).toEqual(last);
    }),
    { seed: 20261122, numRuns: 300 },
  );
});

import { cellWords } from '@tongban/feel-parser';
import { expect, test } from 'vitest';
import { findCells, SPOKEN } from './find-cells.ts';
import { ColumnCells } from './sheet/column-cells.ts';
import { CellReader } from './sheet/read-cell.ts';
import { sheetOfTable } from './sheet/sheet-of-table.ts';
import { feel, gradeTable } from './test-support/table.ts';

test.each(['zh-CN', 'en'] as const)(
  'the words of a cell in %s hold nothing that neither its text nor the list of such words has',
  (locale) => {
    const texts = [
      ...[
        '-',
        'not(null)',
        'null',
        '(90..100]',
        '[1..2]',
        '< 5',
        '>= 5000000',
        '1, 2',
        'not(3)',
        'true',
        'not(false)',
        '"甲", "乙"',
        'not("甲")',
      ],
      ...[
        'date("2026-01-02")',
        '[date("2026-01-02")..date("2026-02-03")]',
        '> date("2026-01-02")',
        '<= duration("P1Y2M")',
        'duration("P3DT4H5M")',
      ],
      ...['time("10:30:00")', '? > 1 and ? < a', '@"2026-01-02"', '120000000', '< date and time("2026-01-02T03:04:05")'],
    ];
    for (const text of texts) {
      const words = cellWords(feel(text), { dialect: 'unaryTests' }, locale).toLowerCase();
      const strange = [...words].filter((character) => !SPOKEN.has(character) && !text.toLowerCase().includes(character));
      expect({ text, words, strange }).toEqual({ text, words, strange: [] });
    }
  },
);

test('texts are found in words, in FEEL and in remarks', () => {
  const sheet = sheetOfTable(
    gradeTable([
      ['(90..100]', '"工业"', '"A"', '第二十条'],
      ['< 60', '-', '"C"', ''],
    ]),
  );
  const reader = new CellReader();
  const columns = sheet.columns.map((column) => new ColumnCells(column, { fields: [] }, reader, 'zh-CN'));
  const places = (wanted: string): readonly string[] => findCells(sheet, columns, wanted).map(({ row, column }) => `${row} ${column}`);
  expect(places('大于 90')).toEqual(['0 0']);
  expect(places('90..')).toEqual(['0 0']);
  expect(places('工业')).toEqual(['0 1']);
  expect(places('二十条')).toEqual(['0 3']);
  expect(places('不限')).toEqual(['1 1']);
  expect(places('农业')).toEqual([]);
  expect(places(' ')).toEqual([]);
});

import { expect, test } from 'vitest';
import { analyseTable, guessColumns, guessHeading, tableFromGrid } from '../index.ts';

const dt05 = [
  ['表 5 信用等次', '', '', '', ''],
  ['序号', '等次', '等级', '分值区间', '底色'],
  ['1', '优', 'A', '90＜X≤100', '绿色'],
  ['2', '优', 'A-', '80<X≤90', '绿色'],
  ['', '', '', '', ''],
  ['3', '良', 'B', '大于75且不超过80', '蓝色'],
  ['4', '差', 'D', '看情况', '红色'],
];
const fields = [{ expression: 'company.score', label: '分值区间（分）', type: 'number' as const }];

test('TG1 the columns of DT-05 are known by their cells, and by the fields of a form', () => {
  const guess = guessColumns(dt05.slice(0, 6));
  expect(guess.map(({ role }) => role)).toEqual(['ignored', 'output', 'output', 'input', 'output']);
  expect(guess[3]).toEqual({ role: 'input', heading: '分值区间', name: '分值区间', type: 'number' });
  expect(guessColumns(dt05, fields)[3]).toMatchObject({ role: 'input', name: 'company.score', type: 'number' });
});

test('TG1 without intervals and fields the last column is the result', () => {
  const guess = guessColumns([
    ['类别', '低风险', '审查时点', '依据'],
    ['特殊工程', '√', '施工许可前', '第8行'],
    ['其他', '×', '免予审查', ''],
  ]);
  expect(guess.map(({ role, type }) => [role, type])).toEqual([
    ['input', 'string'],
    ['input', 'boolean'],
    ['output', 'string'],
    ['remark', 'string'],
  ]);
});

test('TG2 rows become rules; one that cannot be read is named', () => {
  const { table, problems } = tableFromGrid(dt05, guessColumns(dt05, fields), { id: 'DT05' });
  expect(table.inputs).toMatchObject([
    { id: 'DT05_in1', label: '分值区间', expression: { text: 'company.score', reads: ['company'] }, type: { name: 'number' } },
  ]);
  expect(table.outputs.map(({ name }) => name)).toEqual(['等次', '等级', '底色']);
  expect(table.rules.map(({ inputEntries, outputEntries }) => [...inputEntries, ...outputEntries].map(({ text }) => text))).toEqual([
    ['(90..100]', '"优"', '"A"', '"绿色"'],
    ['(80..90]', '"优"', '"A-"', '"绿色"'],
    ['(75..80]', '"良"', '"B"', '"蓝色"'],
  ]);
  expect(problems).toMatchObject([{ code: 'TABLES_GRID_CELL', details: { row: 7, column: '分值区间', value: '看情况' } }]);
  expect(analyseTable(table).findings).toMatchObject([{ kind: 'gap', cells: ['<= 75, > 100'] }]);
});

test('TG1 a column of intervals stays one when a cell of it is a remark', () => {
  expect(guessColumns(dt05)[3]).toMatchObject({ role: 'input', type: 'number' });
  expect(
    guessColumns([
      ['代码', '结果'],
      ['12', 'x'],
      ['A3', 'y'],
      ['B4', 'z'],
    ])[0]?.type,
  ).toBe('string');
});

test('TG2 a heading that is no name, and marks for yes and no', () => {
  const grid = [
    ['1+', '低风险', '结果'],
    ['-', '√', ''],
    ['甲', '×', '乙'],
  ];
  const columns = guessColumns(grid);
  const { table, problems } = tableFromGrid(grid, columns, { id: 't', hitPolicy: 'F' });
  expect(problems.map(({ code }) => code)).toEqual(['TABLES_GRID_NAME']);
  expect(table.rules.map(({ inputEntries, outputEntries }) => [...inputEntries, ...outputEntries].map(({ text }) => text))).toEqual([
    ['-', 'true', 'null'],
    ['"甲"', 'false', '"乙"'],
  ]);
});

test('TG3 a title over all columns is no heading, and two rows of merged headings are one', () => {
  const title = '事项清单';
  const grid = [
    [title, title, title, title],
    ['部门', '时限', '时限', '备注'],
    ['部门', '法定', '承诺', '备注'],
    ['住建局', '20', '5', ''],
    ['水务局', '15', '3', ''],
  ];
  expect(guessHeading(grid)).toEqual({ row: 1, rows: 2 });
  expect(guessColumns(grid).map(({ heading }) => heading)).toEqual(['部门', '时限 法定', '时限 承诺', '备注']);
  const { problems } = tableFromGrid([...grid, ['甲局', '多', '1', '']], guessColumns(grid), { id: 't' });
  expect(problems.map(({ details }) => details?.['row'])).toEqual([6]);
  expect(guessColumns(grid, [], { row: 2, rows: 1 })[1]?.heading).toBe('法定');
  expect(guessHeading([])).toEqual({ row: 0, rows: 1 });
});

test('TG4 few texts that come again are the allowed values', () => {
  const grid = [['类别', '级别'], ...['甲', '乙', '甲', '乙'].map((kind, at) => [kind, `${at}级`])];
  const columns = guessColumns(grid);
  expect(columns.map(({ isClosed }) => isClosed)).toEqual([true, undefined]);
  const { inputs, outputs } = tableFromGrid(grid, columns, { id: 't' }).table;
  expect(inputs[0]?.allowedValues?.text).toBe('"甲", "乙"');
  expect(outputs[0]?.allowedValues).toBeUndefined();
});

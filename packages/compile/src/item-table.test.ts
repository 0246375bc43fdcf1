import { describe, expect, test } from 'vitest';
import { readItemTable } from './item-table.ts';

const HEAD = '事项编码,事项名称,子项,部门,类型,时限,单位,办理方式,前置事项\n';

describe('the item list', () => {
  test('IT1 reads Chinese headings', () => {
    const { items, problems } = readItemTable(
      `\uFEFF${HEAD}FG-01,节能审查,县级,water,承诺件,5,工作日,mock、tolerant,\r\nFG-02,"选址, 意见",,water,即办件,,,mock;commitment,FG-01\r\n\r\n`,
    );
    expect(problems).toEqual([]);
    expect(items).toEqual([
      {
        code: 'FG-01',
        name: { 'zh-CN': '节能审查' },
        subItem: { 'zh-CN': '县级' },
        department: 'water',
        kind: 'promised',
        limit: { amount: 5, unit: 'workingDay' },
        modes: ['mock', 'tolerant'],
      },
      {
        code: 'FG-02',
        name: { 'zh-CN': '选址, 意见' },
        department: 'water',
        kind: 'instant',
        prerequisites: ['FG-01'],
        modes: ['mock', 'commitment'],
      },
    ]);
  });

  test('IT1 reads English headings in any order, and units behind the number', () => {
    const { items, problems } = readItemTable('Department;Kind;Code;Name;Limit\nwater;reported;A-1;Water use;3个月\n');
    expect(problems).toEqual([]);
    expect(items).toEqual([
      { code: 'A-1', name: { 'zh-CN': 'Water use' }, department: 'water', kind: 'reported', limit: { amount: 3, unit: 'month' } },
    ]);
  });

  test('IT1 knows departments by id and by name', () => {
    const { items } = readItemTable(`${HEAD}A,甲,,县水务局,即办件,,,,\nB,乙,,water,即办件,,,,\n`, {
      departments: [{ id: 'water', name: '县水务局' }],
    });
    expect(items.map(({ department }) => department)).toEqual(['water', 'water']);
  });

  test('IT2 names row and column, and leaves the row out', () => {
    const { items, problems } = readItemTable(
      `${HEAD}A,甲,,water,承诺件,十,工作日,,\nB,,,water,慢办件,,,,\nC,丙,,water,即办件,3,星期,,\nD,丁,,water,即办件,,,,\n`,
    );
    expect(items.map(({ code }) => code)).toEqual(['D']);
    expect(problems.map(({ details }) => [details['row'], details['column']])).toEqual([
      [2, '时限'],
      [3, '事项名称'],
      [3, '类型'],
      [4, '单位'],
    ]);
    expect(problems[0]?.sentences['zh-CN']).toContain('第 2 行');
  });

  test('IT2 names missing columns and broken quotes', () => {
    expect(readItemTable('编码,名称\n1,2\n').problems.map(({ details }) => details['column'])).toEqual(['部门', '类型']);
    expect(readItemTable('').problems).toHaveLength(4);
    expect(readItemTable(`${HEAD}A,"甲,,water,即办件,,,,\n`).problems).toMatchObject([{ code: 'COMPILE_ITEMS_CSV' }]);
  });

  test('IT2 refuses a table that is too long', () => {
    expect(readItemTable(`${HEAD}${'A,甲,,water,即办件,,,,\n'.repeat(20_001)}`).problems).toMatchObject([
      { code: 'COMPILE_ITEMS_TOO_MANY' },
    ]);
  });

  test('IT3 checks departments, prerequisites and codes', () => {
    const { problems } = readItemTable(
      `${HEAD}A,甲,,水务局,即办件,,,,\nB,乙,,water,即办件,,,,Z\nB,丙,,water,即办件,,,,\n__proto__,丁,,water,即办件,,,,\n`,
      {
        file: 'items.csv',
        departments: [{ id: 'water', name: '县水务局' }],
      },
    );
    expect(problems.map(({ code, place }) => `${code} ${place.file} ${place.elementId}`)).toEqual([
      'COMPILE_ITEM_DEPARTMENT_UNKNOWN items.csv A',
      'COMPILE_ID_TWICE items.csv B',
      'COMPILE_ITEM_INVALID items.csv __proto__',
      'COMPILE_ITEM_PREREQUISITE_UNKNOWN items.csv B',
    ]);
  });
});

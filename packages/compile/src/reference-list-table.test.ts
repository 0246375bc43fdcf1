import { describe, expect, it } from 'vitest';
import { readReferenceList } from './reference-list-table.ts';

describe('RL reference lists', () => {
  it('RL1 reads headings, cells and the days from and to which a row holds', () => {
    const csv = '\uFEFF代码,名称,有效期起,有效期止\n061,烟煤,2023-02-20,\n062, 褐煤 ,2023/2/1,2024年12月31日\n,无代码,,\n';
    expect(readReferenceList(csv)).toEqual({
      problems: [],
      list: [
        { cells: { 代码: '061', 名称: '烟煤' }, validFrom: '2023-02-20' },
        { cells: { 代码: '062', 名称: '褐煤' }, validFrom: '2023-02-01', validTo: '2024-12-31' },
        { cells: { 代码: null, 名称: '无代码' } },
      ],
    });
  });

  it.each([
    ['代码,代码\n1,2', 'COMPILE_LIST_HEADING'],
    ['代码,\n1,2', 'COMPILE_LIST_HEADING'],
    ['代码,__proto__\n1,2', 'COMPILE_LIST_HEADING'],
    ['代码,有效期起\n1,明天', 'COMPILE_LIST_DAY'],
    ['代码\n"1', 'COMPILE_LIST_CSV'],
    ['', 'COMPILE_LIST_HEADING'],
    [`代码\n${'1\n'.repeat(20_001)}`, 'COMPILE_LIST_TOO_MANY'],
  ])('RL2 refuses what it cannot read', (csv, code) => {
    const { list, problems } = readReferenceList(csv);
    expect(list).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });
});

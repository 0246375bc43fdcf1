/** Files and clipboards as Word, Excel and LibreOffice write them. */
import { expect, test } from 'vitest';
import docx from '../test/fixtures/credit-grades.docx?url';
import libreOffice from '../test/fixtures/credit-grades.libreoffice.html?raw';
import word from '../test/fixtures/credit-grades.word.html?raw';
import csv from '../test/fixtures/list.csv?url';
import xlsx from '../test/fixtures/list.xlsx?url';
import gbk from '../test/fixtures/list-gbk.csv?url';
import { officeErrors, type PaperPart, readClipboard, readOfficeFile, rowsOfGrid, type TextRows } from './index.ts';

const GRADES = [
  ['等次', '等级', '分值区间', '备案证底色', '依据'],
  ['优', 'A', '90 < X ≤ 100', '绿色', '附件2 第十五条'],
  ['优', 'A-', '80 < X ≤ 90', '绿色', '附件2 第十五条'],
  ['良', 'B', '75 < X ≤ 80', '蓝色', '附件2 第十五条'],
  ['良', 'B-', '70 < X ≤ 75', '蓝色', '附件2 第十五条'],
  ['中', 'C+', '65 < X ≤ 70', '黄色', '附件2 第十五条'],
  ['中', 'C', '60 < X ≤ 65', '黄色', '附件2 第十五条'],
  ['中', 'C-', '55 < X ≤ 60', '黄色', '附件2 第十五条'],
  ['差', 'D', '40 < X ≤ 55', '红色', '附件2 第十五条'],
  ['差', 'D-', '0 < X ≤ 40', '红色', '附件2 第十五条'],
];

async function fileAt(url: string, name: string): Promise<File> {
  return new File([await (await fetch(url)).arrayBuffer()], name);
}

function tablesIn(parts: readonly PaperPart[]): readonly TextRows[] {
  return parts.flatMap(({ table }) => (table === undefined ? [] : [rowsOfGrid(table)]));
}

test('a table with merged cells is the same from the clipboard of Word, of LibreOffice, and from a .docx', async () => {
  expect(tablesIn(readClipboard(word, ''))).toEqual([GRADES]);
  expect(tablesIn(readClipboard(libreOffice, ''))).toEqual([GRADES]);
  const parts = await readOfficeFile(await fileAt(docx, '信用等次.docx'));
  expect(tablesIn(parts)).toEqual([GRADES]);
  expect(parts.map(({ text }) => text)).toContain('表 5 企业信用等次与等级');
});

test('the sheets of a workbook come with their names, days as days, and merged titles', async () => {
  const parts = await readOfficeFile(await fileAt(xlsx, '清单.XLSX'));
  expect(parts.map(({ sheet }) => sheet)).toEqual(['说明', '事项清单']);
  const title = '县级事项清单';
  expect(tablesIn(parts)[1]).toEqual([
    [title, title, title, title, title],
    ['事项编码', '事项名称', '生效日期', '时限（工作日）', '可容缺'],
    ['JS-001', '占道、挖掘', '2023-05-01', '3', 'TRUE'],
    ['JS-002', '临时用地', '2024-12-31', '0.5', 'FALSE'],
  ]);
});

test.each([
  ['UTF-8', csv],
  ['GBK, as Excel here saves it', gbk],
])('a CSV in %s is read', async (_, url) => {
  expect(tablesIn(await readOfficeFile(await fileAt(url, 'list.csv')))).toEqual([
    [
      ['事项编码', '事项名称', '生效日期', '时限（工作日）'],
      ['JS-001', '占道, 挖掘', '2023-05-01', '3'],
      ['JS-002', '临时用地', '2024-12-31', '0.5'],
    ],
  ]);
});

test('text with tabs is a table; text without html keeps its lines', () => {
  expect(tablesIn(readClipboard('<p>无表格</p>', 'a\tb\n1\t2'))).toEqual([
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ]);
});

test('nothing of a page is run, and what Word calls hidden is no text', () => {
  const html =
    '<table><tr><td><script>window.hurt = true</script>甲<style>td{}</style><!-- x --><br>乙<img src=x onerror="window.hurt=true"></td></tr></table>';
  expect(tablesIn(readClipboard(html, ''))).toEqual([[['甲\n乙']]]);
  expect('hurt' in window).toBe(false);
});

test.each(['旧.doc', '清单.xls', '损坏.docx', '损坏.xlsx'])('%s is refused by a sentence', async (name) => {
  const refused = readOfficeFile(new File(['no zip'], name));
  await expect(refused).rejects.toMatchObject({ code: 'OFFICE_FILES_UNREADABLE' });
  const large = new File([new Uint8Array(21 * 1024 * 1024)], name);
  await expect(readOfficeFile(large)).rejects.toMatchObject(officeErrors('OFFICE_FILES_TOO_LARGE', { limit: 20 }));
});

/** Files into a table: sheets, headings, columns and rows are guessed, shown, and corrected by a person. */
import { axeFindings, inside, onPage, settled } from '@tongban/element-kit/testing';
import { xlsx } from '@tongban/office-files/testing';
import { html } from 'lit';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import list from '../../../office-files/test/fixtures/list.xlsx?url';
import '../define.ts';
import type { TableDesigner } from '../table-designer.ts';
import { gradeTable, THREE_GRADES } from '../test-support/table.ts';

const CONTEXT = {
  fields: [
    { expression: 'application.score', label: '得分', type: { name: 'number' } },
    { expression: 'item.code', label: '事项编码', type: { name: 'string' } },
  ],
  names: ['application', 'item'],
};

interface Opened {
  readonly designer: TableDesigner;
  readonly dialog: HTMLElement;
  labelled<Found extends HTMLElement = HTMLSelectElement>(label: string): Found;
  text(selector: string): string;
  take(): Promise<void>;
}

async function opened(file: File, table = THREE_GRADES): Promise<Opened> {
  const page = await onPage(html`<tb-table-designer .table=${table} .context=${CONTEXT}></tb-table-designer>`);
  const designer = page.querySelector('tb-table-designer') as TableDesigner;
  await userEvent.click(inside(designer, '[data-tool=import]'));
  await expect.poll(() => designer.renderRoot.querySelector('tb-table-import')?.shadowRoot?.querySelector('input[type=file]')).toBeTruthy();
  const dialog = designer.renderRoot.querySelector('tb-table-import') as HTMLElement;
  await userEvent.upload(inside<HTMLInputElement>(dialog, 'input[type=file]'), file);
  await expect.poll(() => dialog.shadowRoot?.querySelector('.mapping, [role=alert]')).toBeTruthy();
  return {
    designer,
    dialog,
    labelled: (label) => inside(dialog, `[aria-label="${label}"]`),
    text: (selector) => dialog.shadowRoot?.querySelector(selector)?.textContent?.trim() ?? '',
    async take() {
      await userEvent.click(inside(dialog, '.button.primary'));
      await settled();
    },
  };
}

const RULES = xlsx(
  '规则.xlsx',
  {
    A1: '序号',
    B1: '得分',
    C1: '等级',
    D1: '依据',
    A2: '1',
    B2: '90以上',
    C2: 'A',
    D2: '第五条',
    A3: '2',
    B3: '看情况',
    C3: 'B',
    D3: '',
    A4: '3',
    B4: '不满90',
    C4: 'B',
    D4: '第六条',
  },
  [],
);

test('the largest sheet is chosen, its headings are found below a title, days and numbers are known', async () => {
  const bytes = await (await fetch(list)).arrayBuffer();
  const { designer, dialog, labelled, take } = await opened(new File([bytes], '清单.xlsx'));
  expect(inside<HTMLSelectElement>(dialog, '#heading-row').value).toBe('2');
  expect(['事项名称', '生效日期', '时限（工作日）', '可容缺'].map((column) => labelled(`“${column}”的类型`).value)).toEqual([
    'string',
    'date',
    'number',
    'boolean',
  ]);
  expect(labelled('“事项编码”取自').value).toBe('item.code');
  expect(await axeFindings()).toEqual([]);
  await userEvent.selectOptions(labelled('“生效日期”的用途'), 'input');
  await userEvent.selectOptions(labelled('“事项名称”的用途'), 'ignored');
  await take();
  const { inputs = [], outputs = [], rules = [] } = designer.table ?? {};
  expect([...inputs, ...outputs].map(({ label }) => label)).toEqual(['事项编码', '生效日期', '时限（工作日）', '可容缺']);
  expect(rules.map((rule) => [...rule.inputEntries, ...rule.outputEntries].map(({ text }) => text))).toEqual([
    ['"JS-001"', 'date("2023-05-01")', '3', 'true'],
    ['"JS-002"', 'date("2024-12-31")', '0.5', 'false'],
  ]);
});

test('rows that cannot be read are named before anything is taken', async () => {
  const { designer, text, labelled, take } = await opened(RULES, gradeTable([]));
  expect(text('.callout')).toContain('1 行无法读取');
  expect(text('.callout')).toContain('第 3 行未导入：“得分”下的“看情况”无法识别');
  expect(text('.button.primary')).toBe('导入 2 行');
  expect(labelled('“序号”的用途').value).toBe('ignored');
  await userEvent.selectOptions(labelled('“得分”的用途'), 'output');
  expect(text('[role=status] .field-error')).toContain('至少要有一列条件');
  await userEvent.selectOptions(labelled('“得分”的用途'), 'input');
  await take();
  expect(designer.table?.rules.map(({ inputEntries }) => inputEntries[0]?.text)).toEqual(['>= 90', '< 90']);
});

test('rows are added below those of the table, each column where its heading says; one step back', async () => {
  const { designer, dialog, labelled, take } = await opened(RULES);
  await userEvent.selectOptions(inside(dialog, '#how'), 'append');
  expect(['序号', '得分', '等级', '依据'].map((column) => labelled(`“${column}”放到哪一列`).value)).toEqual(['-1', '0', '2', '3']);
  await take();
  expect(designer.table?.rules).toHaveLength(6);
  const added = designer.table?.rules.at(-1);
  expect([...(added?.inputEntries ?? []), ...(added?.outputEntries ?? [])].map(({ text }) => text)).toEqual(['< 90', '-', '"B"']);
  expect(added?.annotations).toEqual(['第六条']);
  designer.undo();
  expect(designer.table).toEqual(THREE_GRADES);
});

test('a file without a table is answered by a sentence', async () => {
  const { text } = await opened(new File(['只有一句话'], '说明.csv'));
  expect(text('[role=alert]')).toContain('没有找到表格');
});

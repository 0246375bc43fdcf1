/** DT-05, the credit grades, built as an official would: from nothing by keyboard alone, and from a table pasted out of Word. */
import { inside, onPage, settled } from '@tongban/element-kit/testing';
import { decide } from '@tongban/feel';
import type { DecisionTable } from '@tongban/model';
import { analyseTable } from '@tongban/tables';
import { html } from 'lit';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import libreOffice from '../../office-files/test/fixtures/credit-grades.libreoffice.html?raw';
import word from '../../office-files/test/fixtures/credit-grades.word.html?raw';
import './define.ts';
import type { TableDesigner } from './table-designer.ts';
import { modelOfTable } from './table-trial.ts';
import { ruleFiles } from './test-support/rule-tables.ts';

const SCORE = '企业信用分值';
const CONTEXT = { fields: [{ expression: SCORE, label: '企业信用分值', type: { name: 'number' } }], names: [SCORE] };
const BLANK: DecisionTable = {
  kind: 'table',
  id: 'T',
  hitPolicy: 'F',
  inputs: [{ id: 'T_in1', expression: { text: '', tree: { kind: 'null', at: [0, 0] }, reads: [] } }],
  outputs: [{ id: 'T_out1', name: 'result' }],
  annotations: [],
  rules: [],
};
const ROWS = [
  ['大于90且不超过100', '优', 'A', '绿色'],
  ['大于80且不超过90', '优', 'A-', '绿色'],
  ['75<X≤80', '良', 'B', '蓝色'],
  ['70＜X≤75', '良', 'B-', '蓝色'],
  ['=(65..70]', '中', 'C+', '黄色'],
  ['大于60且不超过65', '中', 'C', '黄色'],
  ['大于55且不超过60', '中', 'C-', '黄色'],
  ['大于40且不超过55', '差', 'D', '红色'],
  ['大于0且不超过40', '差', 'D-', '红色'],
] as const;

beforeEach(async () => {
  await page.viewport(1440, 900);
});

async function blankOnPage(): Promise<TableDesigner> {
  const main = await onPage(html`<button>前</button><tb-table-designer .table=${BLANK} .context=${CONTEXT}></tb-table-designer>`);
  main.querySelector('button')?.focus();
  return main.querySelector('tb-table-designer') as TableDesigner;
}

/** What a table comes to: for many scores on both sides of every end, by the headings of its results; and its gaps. */
function meaning(table: DecisionTable): unknown {
  const model = modelOfTable(table);
  const scores = [
    -1,
    0,
    ...Array.from({ length: 21 }, (_, at) => at * 5 + 1),
    ...Array.from({ length: 21 }, (_, at) => at * 5),
    90.01,
    101,
  ];
  const outputs = scores.map(
    (score) => decide(model, 'table', (name) => (name === SCORE ? score : null), { now: 0, offsetMinutes: 480 }).outputs,
  );
  const gaps = analyseTable(table).findings.map(({ kind, cells }) => ({ kind, cells }));
  return { hitPolicy: table.hitPolicy, labels: table.outputs.map(({ label }) => label), outputs, gaps };
}

async function dt05(): Promise<DecisionTable> {
  const table = (await ruleFiles()).find(({ id }) => id === 'DT-05')?.decisions[0]?.table;
  if (table === undefined) throw new Error('no DT-05');
  return table;
}

async function keys(...typed: readonly string[]): Promise<void> {
  for (const one of typed) await userEvent.keyboard(one);
  await settled();
}

/** Presses Tab until what has the focus is called so. */
async function tabTo(designer: TableDesigner, name: string): Promise<void> {
  const called = (): string => {
    let active: Element | null = designer.renderRoot instanceof ShadowRoot ? designer.renderRoot.activeElement : null;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const label = active instanceof HTMLInputElement || active instanceof HTMLSelectElement ? (active.labels?.[0]?.textContent ?? '') : '';
    return `${active?.getAttribute('aria-label') ?? ''} ${label} ${active?.textContent ?? ''}`;
  };
  for (let count = 0; count < 40 && !called().includes(name); count += 1) await keys('{Tab}');
  expect(called()).toContain(name);
}

/** In the properties of a result column: its heading, name, type and values. */
async function describeResult(designer: TableDesigner, name: string, values: string): Promise<void> {
  await tabTo(designer, '列名');
  await keys('{Control>}a{/Control}', `${name}{Tab}`);
  await tabTo(designer, '结果的名称');
  await keys('{Control>}a{/Control}', `${name}{Tab}`);
  await tabTo(designer, '类型');
  await keys('{ArrowDown}');
  await tabTo(designer, '允许的值');
  await keys(`${values}{Tab}`, '{Escape}');
}

test('from nothing, by keyboard alone', async () => {
  const designer = await blankOnPage();
  await tabTo(designer, '多行符合时');
  await keys('{ArrowUp}');
  await tabTo(designer, '条件列');
  await keys('{Enter}');
  await tabTo(designer, '取自');
  await keys('企业{Enter}', '{Escape}');
  expect(inside(designer, '.heading.focused').textContent?.trim()).toBe(SCORE);
  await keys('{ArrowRight}{Enter}');
  await describeResult(designer, '等次', '优、良、中、差');
  for (const [name, values] of [
    ['等级', 'A、A-、B、B-、C+、C、C-、D、D-'],
    ['备案证底色', '绿色、蓝色、黄色、红色'],
  ] as const) {
    await keys('{Control>}{Enter}{/Control}');
    await describeResult(designer, name, values);
  }
  await tabTo(designer, '添加第一行');
  await keys('{Enter}');
  await keys('{Home}');
  for (const [at, row] of ROWS.entries()) {
    for (const [column, words] of row.entries()) await keys(words, at === ROWS.length - 1 && column === 3 ? '{Enter}' : '{Tab}');
  }
  expect(designer.table?.rules).toHaveLength(9);
  expect(designer.table?.inputs[0]).toMatchObject({ label: SCORE, expression: { text: SCORE }, type: { name: 'number' } });
  expect(designer.table?.outputs.map(({ allowedValues }) => allowedValues?.text)).toEqual(
    (await dt05()).outputs.map(({ allowedValues }) => allowedValues?.text),
  );
  expect(meaning(designer.table as DecisionTable)).toEqual(meaning(await dt05()));
});

test.each([
  ['Word', word],
  ['LibreOffice', libreOffice],
])('from a table pasted out of %s', async (_, copied) => {
  const designer = await blankOnPage();
  await tabTo(designer, '多行符合时');
  await keys('{ArrowUp}');
  await tabTo(designer, '导入');
  await keys('{Enter}');
  await expect.poll(() => designer.renderRoot.querySelector('tb-table-import')?.shadowRoot?.querySelector('#paste')).toBeTruthy();
  const dialog = designer.renderRoot.querySelector('tb-table-import') as HTMLElement;
  await expect.poll(() => dialog.shadowRoot?.activeElement?.id).toBe('paste');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/html', copied);
  inside(dialog, '#paste').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  await expect.poll(() => dialog.shadowRoot?.querySelector('.mapping')).toBeTruthy();
  const role = (column: string): string | undefined =>
    dialog.shadowRoot?.querySelector<HTMLSelectElement>(`[aria-label="“${column}”的用途"]`)?.value;
  expect(['等次', '等级', '分值区间', '备案证底色', '依据'].map(role)).toEqual(['output', 'output', 'input', 'output', 'remark']);
  await userEvent.selectOptions(inside<HTMLSelectElement>(dialog, '[aria-label="“分值区间”取自"]'), SCORE);
  await userEvent.click(inside(dialog, '.button.primary'));
  await settled();
  expect(designer.table?.annotations).toEqual(['依据']);
  expect(meaning(designer.table as DecisionTable)).toEqual(meaning(await dt05()));
  expect(new Set(designer.table?.rules.map(({ annotations }) => annotations[0]))).toEqual(new Set(['附件2 第十五条']));
  designer.undo();
  expect(designer.table).toMatchObject({ rules: [], outputs: [{ name: 'result' }] });
});

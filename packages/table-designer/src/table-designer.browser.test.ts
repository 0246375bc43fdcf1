import type { DecisionTable } from '@tongban/model';
import { html } from 'lit';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { TableExamplesEvent } from './table-events.ts';
import './define.ts';
import { axeFindings, inside, onPage, settled } from '@tongban/element-kit/testing';
import type { TableDesigner } from './table-designer.ts';
import type { TableChangeEvent } from './table-events.ts';
import { gradeTable, THREE_GRADES } from './test-support/table.ts';

const CONTEXT = {
  fields: [
    { expression: 'application.score', label: '得分', type: { name: 'number' } },
    { expression: 'application.kind', label: '项目类别', type: { name: 'string' } },
  ],
  names: ['application'],
};

async function designerOnPage(table: DecisionTable = THREE_GRADES) {
  const page = await onPage(html`<tb-table-designer .table=${table} .context=${CONTEXT}></tb-table-designer>`);
  const designer = page.querySelector('tb-table-designer') as TableDesigner;
  let told: DecisionTable | undefined;
  designer.addEventListener('tb-table-change', (event: TableChangeEvent) => {
    told = event.table;
  });
  const root = designer.shadowRoot as ShadowRoot;
  const all = <Found extends HTMLElement>(selector: string) => [...root.querySelectorAll<Found>(selector)];
  const cell = (row: number, column: number) =>
    root.querySelector<HTMLElement>(`[role=gridcell][data-row="${row}"][data-column="${column}"]`) as HTMLElement;
  return {
    designer,
    root,
    all,
    cell,
    words: (row: number, column: number) => cell(row, column).querySelector('.shown')?.textContent,
    told: () => told as DecisionTable,
    focused: () => root.activeElement?.getAttribute('aria-label') ?? '',
    async type(keys: string) {
      await userEvent.keyboard(keys);
      await settled();
    },
    async click(row: number, column: number) {
      await userEvent.click(cell(row, column));
      await settled();
    },
  };
}

test('shows the table in plain words, as a grid that a screen reader can walk', async () => {
  const { root, words, focused, click } = await designerOnPage();
  expect([words(0, 0), words(0, 1), words(1, 0), words(1, 1), words(2, 0), words(2, 1)]).toEqual([
    '大于 90 且不超过 100',
    '不限',
    '60 至 90',
    '工业、农业',
    '小于 60',
    '不是 服务业',
  ]);
  const grid = root.querySelector('[role=grid]');
  expect(grid?.getAttribute('aria-rowcount')).toBe('4');
  expect(grid?.getAttribute('aria-colcount')).toBe('5');
  await click(1, 0);
  expect(focused()).toBe('第 2 行，得分：60 至 90');
  expect(await axeFindings()).toEqual([]);
});

test('is walked with arrows, Tab, Home and End, and left with Esc and Tab', async () => {
  const { type, focused, click, root } = await designerOnPage();
  await click(0, 0);
  await type('{ArrowDown}{ArrowRight}');
  expect(focused()).toContain('第 2 行，项目类别');
  await type('{End}{Tab}');
  expect(focused()).toContain('第 3 行，得分');
  await type('{Control>}{Home}{/Control}');
  expect(focused()).toContain('第 1 行，得分');
  await type('{ArrowUp}');
  expect(focused()).toBe('条件列 得分');
  await type('{ArrowDown}{Escape}{Tab}');
  expect(root.activeElement?.classList.contains('entry')).toBe(false);
});

test('typing replaces a cell, Enter goes down, and words become FEEL', async () => {
  const { type, told, words, focused, click } = await designerOnPage();
  await click(0, 0);
  await type('大于95且不超过100{Enter}');
  expect(told().rules[0]?.inputEntries[0]?.text).toBe('(95..100]');
  expect(words(0, 0)).toBe('大于 95 且不超过 100');
  expect(focused()).toContain('第 2 行');
  await type('{F2}{Backspace}5{Enter}');
  expect(told().rules[1]?.inputEntries[0]?.text).toBe('[60..95]');
});

test('allowed values are chosen with arrows, and Esc takes the typing back', async () => {
  const { type, told, all, click, words } = await designerOnPage();
  await click(0, 3 - 1);
  await type('{F2}');
  expect(all('[role=option]').map(({ textContent }) => textContent)).toEqual(['A', 'B', 'C']);
  expect(await axeFindings()).toEqual([]);
  await type('{ArrowDown}{ArrowDown}{Enter}');
  expect(told().rules[0]?.outputEntries[0]?.text).toBe('"B"');
  await click(2, 1);
  await type('农{Escape}');
  expect(words(2, 1)).toBe('不是 服务业');
});

test('a cell that cannot be read keeps what was typed, says why, and is undone', async () => {
  const { type, told, root, cell, click, designer } = await designerOnPage();
  await click(0, 0);
  await type('=[[90..{Enter}{ArrowUp}');
  expect(cell(0, 0).classList.contains('wrong')).toBe(true);
  expect(cell(0, 0).querySelector('.shown')?.textContent).toBe('[90..');
  expect(told().rules[0]?.inputEntries[0]?.text).toBe('[90..');
  expect(inside(root.querySelector('.bar tb-feel-field'), '.field-error').textContent).toContain('字符');
  await type('{Control>}z{/Control}');
  expect(told().rules[0]?.inputEntries[0]?.text).toBe('(90..100]');
  expect(designer.shadowRoot?.activeElement?.classList.contains('entry')).toBe(true);
});

test('rows are inserted, filled down, moved and removed by keyboard', async () => {
  const { type, told, click } = await designerOnPage();
  await click(1, 1);
  await type('{Control>}{Enter}{/Control}');
  expect(told().rules).toHaveLength(4);
  expect(told().rules[2]?.inputEntries.map(({ text }) => text)).toEqual(['-', '-']);
  await type('{Control>}d{/Control}');
  expect(told().rules[2]?.inputEntries[1]?.text).toBe('"工业","农业"');
  await type('{Alt>}{ArrowUp}{/Alt}');
  expect(told().rules[1]?.inputEntries.map(({ text }) => text)).toEqual(['-', '"工业","农业"']);
  await type('{Control>}-{/Control}');
  expect(told().rules.map(({ id }) => id)).toEqual(['rule_1', 'rule_2', 'rule_3']);
});

test('cells are pasted from Excel and from a Word table; what does not fit is said', async () => {
  const { told, root, click, words } = await designerOnPage();
  const paste = async (kind: string, data: string) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(kind, data);
    root
      .querySelector('.entry')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
    await settled();
  };
  await click(2, 0);
  await paste('text/plain', '50以下\t工业\tC\r\n大于50且小于60\t农业\tB\r\n');
  expect(told().rules).toHaveLength(4);
  expect(told().rules[3]?.inputEntries[0]?.text).toBe('(50..60)');
  expect(told().rules[3]?.outputEntries[0]?.text).toBe('"B"');
  await click(0, 0);
  await paste('text/html', '<table><tr><td rowspan="2">90以上</td><td>工业</td></tr><tr><td>农业、服务业</td></tr></table>');
  expect([words(0, 0), words(1, 0), words(1, 1)]).toEqual(['不小于 90', '不小于 90', '农业、服务业']);
});

test('a column is added, bound to a field, named and removed', async () => {
  const { type, told, root, all } = await designerOnPage(gradeTable([]));
  const menu = root.querySelector('tb-menu-button') as HTMLElement & { updateComplete: Promise<unknown> };
  await userEvent.click(menu.shadowRoot?.querySelector('button') as HTMLElement);
  await settled();
  await type('{Enter}');
  expect(root.activeElement?.id).toBe('label');
  await type('投资额{Tab}');
  expect(told().inputs.map(({ label }) => label)).toEqual(['得分', '项目类别', '投资额']);
  const expression = inside<HTMLTextAreaElement>(root.querySelector('#expression'), '#text');
  expect(expression.getAttribute('aria-invalid')).toBe('true');
  await userEvent.fill(expression, 'application.amount');
  await type('{Tab}');
  expect(told().inputs[2]?.expression.text).toBe('application.amount');
  expect(await axeFindings()).toEqual([]);
  await userEvent.click(all('.panel .danger')[0] as HTMLElement);
  await settled();
  expect(told().inputs).toHaveLength(2);
});

test('a column has an English heading too, which a switch and an English page show', async () => {
  const { type, told, root, all, designer, click } = await designerOnPage();
  await click(0, 0);
  await type('{ArrowUp}{Enter}');
  await userEvent.fill(root.querySelector('#label-en') as HTMLElement, 'Score');
  await type('{Tab}');
  expect(told().inputs[0]).toMatchObject({ label: '得分', labels: { en: 'Score' } });
  const heading = (): string | undefined => all('.heading')[0]?.textContent?.trim();
  expect(heading()).toBe('得分');
  await userEvent.click(root.querySelector('[data-tool=headings]') as HTMLElement);
  await settled();
  expect(heading()).toBe('Score');
  expect(all('.heading')[1]?.textContent?.trim()).toBe('项目类别');
  expect(await axeFindings()).toEqual([]);
  await userEvent.click(root.querySelector('[data-tool=headings]') as HTMLElement);
  designer.locale = 'en';
  await settled();
  expect(heading()).toBe('Score');
});

test('a column takes its values from a reference list, which are offered in its cells', async () => {
  const { type, told, root, all, click, designer } = await designerOnPage();
  const list = { expression: 'lists.industries.code', label: '行业目录：代码', values: ['A01', 'B06'] };
  designer.context = { ...CONTEXT, names: [...CONTEXT.names, 'lists'], lists: [list] };
  await settled();
  await click(0, 1);
  await type('{Control>}{ArrowUp}{/Control}{ArrowUp}{Enter}');
  await userEvent.selectOptions(root.querySelector('#list') as HTMLElement, '行业目录：代码');
  await settled();
  expect(told().inputs[1]?.allowedValues?.text).toBe('list contains(lists.industries.code, ?)');
  await click(0, 1);
  await type('{F2}');
  expect(all('[role=option]').map(({ textContent }) => textContent)).toEqual(['A01', 'B06', '不限']);
  await type('{ArrowDown}{Enter}');
  expect(told().rules[0]?.inputEntries[1]?.text).toBe('"A01"');
});

test('ten thousand rows are drawn a window at a time, found, and the focus survives scrolling', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => [`[${at}..${at + 1})`, '-', '"A"', at === 9_876 ? '第九百条' : ''] as const);
  const { all, root, click, focused, type } = await designerOnPage(gradeTable(rows as never));
  expect(all('.row').length).toBeLessThan(60);
  await click(1, 0);
  const scroller = root.querySelector('.scroller') as HTMLElement;
  scroller.scrollTop = 200_000;
  await expect.poll(() => all('.row').some(({ dataset }) => Number(dataset['line']) > 5_000)).toBe(true);
  expect(focused()).toContain('第 2 行');
  await type('{ArrowDown}');
  expect(focused()).toContain('第 3 行');
  await userEvent.fill(root.querySelector('input[type=search]') as HTMLElement, '第九百条');
  await expect.poll(() => root.querySelector('.cell.found')?.textContent).toContain('第九百条');
  expect(root.querySelector('.search .count')?.textContent).toBe('1/1');
});

const GAPPED = gradeTable([
  ['(90..100]', '-', '"A"', ''],
  ['[60..90)', '-', '"B"', ''],
  ['[80..85]', '"工业"', '"C"', ''],
  ['< 60', '-', '"C"', ''],
  ['> 100', '-', '"A"', ''],
]);

test('says which case no row covers and which rows overlap, and closes the gap at a press', async () => {
  const { designer, root, told, focused } = await designerOnPage(GAPPED);
  await userEvent.click(await tab(designer, '检查'));
  const list = root.querySelector('tb-problem-list') as HTMLElement;
  await expect.poll(() => list.shadowRoot?.textContent).toContain('得分 = 90');
  expect(list.shadowRoot?.textContent).toContain('规则 2, 3');
  expect(root.querySelectorAll('.number.doubtful').length).toBe(2);
  expect(await axeFindings()).toEqual([]);
  const fix = [...(list.shadowRoot?.querySelectorAll<HTMLElement>('.fix') ?? [])][0] as HTMLElement;
  await userEvent.click(fix);
  await settled();
  expect(told().rules[5]?.inputEntries.map(({ text }) => text)).toEqual(['90', '-']);
  expect(focused()).toContain('第 6 行，等级');
  await userEvent.keyboard('A{Enter}');
  await expect.poll(() => list.shadowRoot?.textContent).not.toContain('得分 = 90');
});

test('a case is tried in words; rows that apply and cells that do not hold are marked; examples are kept and watched', async () => {
  const { designer, root, cell, click, type, told } = await designerOnPage();
  let saved: TableExamplesEvent['examples'] = [];
  designer.addEventListener('tb-table-examples', (event) => {
    saved = event.examples;
  });
  await userEvent.click(await tab(designer, '试一试'));
  await userEvent.fill(root.querySelector('#trial-score') as HTMLElement, '75');
  await userEvent.fill(root.querySelector('#trial-kind') as HTMLElement, '农业');
  await expect.poll(() => root.querySelector('.outcome')?.textContent).toContain('第 2 行符合');
  expect(root.querySelector('.outcome .result')?.textContent).toBe('等级：B'.slice(3));
  expect(cell(0, 0).classList.contains('failed')).toBe(true);
  expect(root.querySelectorAll('.row.matched').length).toBe(1);
  await userEvent.click(
    [...root.querySelectorAll<HTMLElement>('.button')].find(({ textContent }) => textContent?.includes('保存为样例')) as HTMLElement,
  );
  expect(saved).toEqual([{ name: '样例 1', inputs: { application: { score: 75, kind: '农业' } }, expected: 'B', rules: ['rule_2'] }]);
  await expect.poll(() => root.querySelector('.examples .badge')?.textContent).toBe('1 个全部相符');
  expect(await axeFindings()).toEqual([]);
  await click(1, 2);
  await type('C{Enter}');
  expect(told().inputs[0]?.expression.reads).toEqual(['application']);
  await expect.poll(() => root.querySelector('.examples .badge')?.textContent).toBe('1 个不相符');
  expect(root.querySelector('.examples')?.textContent).toContain('现为：C');
});

async function tab(designer: TableDesigner, name: string): Promise<HTMLElement> {
  const tabs = designer.shadowRoot?.querySelector('tb-tabs') as HTMLElement & { updateComplete: Promise<unknown> };
  await tabs.updateComplete;
  const found = [...(tabs.shadowRoot?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])].find(({ textContent }) =>
    textContent?.includes(name),
  );
  if (found === undefined) throw new Error(`no tab ${name}`);
  return found;
}

/** The negative list of Jishishan, looked up by word, by row and by exception. */
import { axeFindings, inside, onPage, settled } from '@tongban/element-kit/testing';
import type { DecisionTable } from '@tongban/model';
import { html } from 'lit';
import { beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ruleFiles } from '../test-support/rule-tables.ts';
import './define.ts';
import type { RuleList } from './rule-list.ts';

let list: DecisionTable;
let exceptions: DecisionTable;

beforeAll(async () => {
  const files = await ruleFiles();
  const table = (id: string): DecisionTable => files.find((file) => file.id === id)?.decisions[0]?.table as DecisionTable;
  [list, exceptions] = [table('DT-02'), table('DT-04')];
});

interface Opened {
  readonly element: RuleList;
  readonly titles: () => readonly string[];
  find(text: string): Promise<void>;
}

async function opened(): Promise<Opened> {
  const main = await onPage(html`<tb-rule-list
    label="不适用信用承诺制的审批事项清单" source="积政办发〔2023〕16号 附件1" effective-from="2023-02-20" numbered-by="行号"
    .table=${list} .exceptions=${{ table: exceptions, rowOf: '清单行.行号' }}
  ></tb-rule-list>`);
  const element = main.querySelector('tb-rule-list') as RuleList;
  return {
    element,
    titles: () =>
      [...element.renderRoot.querySelectorAll('.row-card')].map(
        (row) => `${row.querySelector('.badge')?.textContent} ${row.querySelector('.row-title')?.textContent}`,
      ),
    async find(text) {
      await userEvent.fill(inside(element, '#search'), text);
      await settled();
    },
  };
}

test('all 63 rows with their day and source; rows 3, 4, 18 and 29 have exceptions', async () => {
  const { element, titles } = await opened();
  expect(titles()).toHaveLength(63);
  expect(element.renderRoot.textContent).toContain('自 2023年2月20日 起执行');
  await userEvent.click(inside(element, 'input[type=checkbox]'));
  await settled();
  expect(titles().map((title) => title.split(' ')[1])).toEqual(['二-3', '二-4', '二-18', '二-29']);
});

test.each([
  ['第3行', ['第 二-3 行 市政设施建设类审批']],
  ['绿地', ['第 二-4 行 市政设施建设类审批']],
  ['水务局 许可', ['第 二-14 行 取水许可']],
  ['动物医院', ['第 二-29 行 建设项目环境影响报告表审批（州县级）']],
])('“%s” is found', async (text, expected) => {
  const { find, titles } = await opened();
  await find(text);
  for (const title of expected) expect(titles()).toContain(title);
  expect(titles().length).toBeLessThan(20);
});

test('an exception is read in plain words, and what is not found is said', async () => {
  const { element, find } = await opened();
  await find('3');
  const shown = inside(element, '.exceptions').textContent ?? '';
  expect(shown).toContain('管线长度（米）不超过 100');
  expect(shown).toContain('：是');
  await find('没有这样的词');
  expect(element.renderRoot.textContent).toContain('没有找到');
});

test.each([1440, 390])('nothing is wider than the page at %i px, and axe finds nothing', async (width) => {
  await page.viewport(width, 900);
  const { find } = await opened();
  await find('许可');
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  expect(await axeFindings()).toEqual([]);
});

import type { Problem } from '@tongban/model';
import { html } from 'lit';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import './define.ts';
import { ICON_NAMES, icon } from './icons.ts';
import type { ProblemSelectEvent } from './problem-list.ts';
import { axeFindings, inside, onPage, settled } from './testing/index.ts';

const problem = (code: string, severity: Problem['severity'], zh: string): Problem => ({
  code,
  severity,
  place: { file: 'flow.bpmn', elementId: 'review', elementName: '部门审查' },
  details: {},
  sentences: { 'zh-CN': zh, en: 'Choose a department.' },
});

afterEach(() => {
  vi.useRealTimers();
});

test('a light has a shape and a word beside its colour, compact or not', async () => {
  const page = await onPage(html`
    <tb-light color="green">剩 5 个工作日</tb-light>
    <tb-light color="yellow" compact></tb-light>
    <tb-light color="red"></tb-light>
    <tb-light color="paused" label="补正暂停"></tb-light>
  `);
  const lights = [...page.querySelectorAll('tb-light')];
  expect(lights.map((light) => inside(light, '[part=word]').textContent)).toEqual(['正常', '即将到期', '已超期', '补正暂停']);
  expect(new Set(lights.map((light) => inside(light, 'svg').firstElementChild!.outerHTML)).size).toBe(4);
  expect(await axeFindings()).toEqual([]);
});

test('problems come gravest first, are counted, and lead to their place', async () => {
  const page = await onPage(html`<tb-problem-list
    .problems=${[problem('B', 'warning', '没有设置时限。'), problem('A', 'error', '请为环节选择责任部门。')]}
  ></tb-problem-list>`);
  const list = page.querySelector('tb-problem-list')!;
  const items = [...list.shadowRoot!.querySelectorAll<HTMLElement>('.item')];
  expect(items[0]!.textContent).toContain('请为环节选择责任部门。');
  expect(items[0]!.textContent).toContain('部门审查 · flow.bpmn');
  expect(inside(list, '.summary').textContent).toBe('1 个错误1 个警告');
  const selected: string[] = [];
  page.addEventListener('tb-problem-select', (event: Event) => selected.push((event as ProblemSelectEvent).problem.code));
  items[0]!.focus();
  await userEvent.keyboard('{Enter}');
  expect(selected).toEqual(['A']);
  expect(await axeFindings()).toEqual([]);
  list.problems = [];
  await settled();
  expect(list.shadowRoot!.textContent).toContain('没有发现问题');
  expect(await axeFindings()).toEqual([]);
});

test('an empty state says what will appear and offers the first step', async () => {
  const page = await onPage(
    html`<tb-empty heading="暂无待办" icon="list">新的办件会出现在这里。<button slot="actions">查看已办</button></tb-empty>`,
  );
  expect(inside(page.querySelector('tb-empty'), '.heading').textContent).toBe('暂无待办');
  expect(await axeFindings()).toEqual([]);
});

test('a toast is a status, offers its action, and goes', async () => {
  const page = await onPage(html`<p>别处</p><tb-toast-region></tb-toast-region>`);
  const region = page.querySelector('tb-toast-region')!;
  let undone = 0;
  region.show({ text: '已删除环节', actionLabel: '撤销', onAction: () => undone++, durationMs: 600_000 });
  await settled();
  expect(inside(region, '[role=status]').textContent).toContain('已删除环节');
  expect(await axeFindings()).toEqual([]);
  await userEvent.click(inside(region, '.act'));
  await settled();
  expect(undone).toBe(1);
  // under the pointer it stays
  await userEvent.hover(page.querySelector('p')!);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  region.show({ text: '已保存' });
  vi.advanceTimersByTime(5999);
  await settled();
  expect(region.shadowRoot!.textContent).toContain('已保存');
  vi.advanceTimersByTime(1);
  await settled();
  expect(region.shadowRoot!.textContent).not.toContain('已保存');
});

test('an edge is moved by arrows within its bounds', async () => {
  const page = await onPage(html`<tb-splitter size="300" max="320"><p>左</p><p slot="panel">右</p></tb-splitter>`);
  const splitter = page.querySelector('tb-splitter')!;
  const edge = inside(splitter, '[role=separator]');
  edge.focus();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  await settled();
  expect(splitter.size).toBe(320);
  expect(edge.getAttribute('aria-valuenow')).toBe('320');
  expect(inside(splitter, '.panel').getBoundingClientRect().width).toBe(320);
  expect(await axeFindings()).toEqual([]);
});

test('every icon draws something and is silent unless it is named', async () => {
  const page = await onPage(html`${ICON_NAMES.map((name) => icon(name))}${icon('lock', { label: '锁定' })}`);
  const icons = [...page.querySelectorAll('svg')];
  expect(icons.every((drawn) => drawn.childElementCount > 0)).toBe(true);
  expect(icons.at(-1)!.getAttribute('aria-label')).toBe('锁定');
  expect(icons[0]!.getAttribute('aria-hidden')).toBe('true');
});

/** Tables with many rows: only what is in sight is drawn, and nobody notices; on paper all of it. */
import { axeFindings } from '@tongban/element-kit/testing';
import type { CompiledForm, Json } from '@tongban/model';
import { expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { FilingForm } from './filing-form.ts';
import { compiled } from './test-support/forms.ts';
import { button, control, description, settled, shown } from './test-support/page.ts';

test('of a thousand rows those in sight are drawn; the table says how many there are and which these are', async () => {
  await page.viewport(1280, 800);
  const element = await long(1000);
  expect(drawn(element).length).toBeLessThan(60);
  const table = element.renderRoot.querySelector('table')!;
  expect(table.getAttribute('aria-rowcount')).toBe('1001');
  expect(table.querySelector('thead tr')?.getAttribute('aria-rowindex')).toBe('1');
  expect(drawn(element)[0]?.getAttribute('aria-rowindex')).toBe('2');
  const box = element.renderRoot.querySelector('.scroll')!;
  expect(box.clientHeight).toBeLessThan(700);
  box.scrollTop = box.scrollHeight / 2;
  await expect.poll(() => inSight(element).some((at) => at > 450 && at < 550)).toBe(true);
  box.scrollTop = box.scrollHeight;
  await expect.poll(() => inSight(element).at(-1)).toBe(1000);
  expect(drawn(element).length).toBeLessThan(60);
  expect(element.handle.values()['list']).toHaveLength(1000);
  expect(await axeFindings()).toEqual([]);
});

test('is scrolled where motion is reduced, too: a gap has its height at once', async () => {
  await page.viewport(1280, 800);
  await reducedMotion(async () => {
    const element = await long(150);
    const box = element.renderRoot.querySelector('.scroll')!;
    box.scrollTop = box.scrollHeight / 2;
    await expect.poll(() => inSight(element).some((at) => at > 60 && at < 90)).toBe(true);
  });
});

test('the keyboard goes through rows that were not drawn; the one at hand stays when it is scrolled out of sight', async () => {
  await page.viewport(1280, 800);
  const element = await long(150);
  const last = drawn(element).length;
  control(element, `名称 第 ${last} 行`).focus();
  for (let step = 0; step < STOPS * 3; step++) await userEvent.tab();
  const at = last + 3;
  expect(focused(element)?.getAttribute('aria-label')).toBe(`名称 第 ${at} 行`);
  await userEvent.keyboard('{End}改');
  const box = element.renderRoot.querySelector('.scroll')!;
  box.scrollTop = box.scrollHeight;
  await expect.poll(() => inSight(element).at(-1)).toBe(150);
  await userEvent.keyboard('过');
  expect((element.handle.values()['list'] as { name: string }[])[at - 1]?.name).toBe(`第 ${at} 项改过`);
  await userEvent.tab({ shift: true });
  await userEvent.tab();
  expect(focused(element)?.getAttribute('aria-label')).toBe(`名称 第 ${at} 行`);
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.poll(() => focused(element)?.getAttribute('aria-label')).toBe(`名称 第 ${at + 1} 行`);
  expect((element.handle.values()['list'] as { name: string }[])[at]?.name).toBe(`第 ${at} 项改过`);
});

test('what is wrong in a row that is not drawn is summed up, and its line leads there', async () => {
  await page.viewport(1280, 800);
  const element = await long(150, (at) => (at === 119 ? { phone: '12' } : {}));
  element.handle.validate();
  await settled(element);
  await userEvent.click(
    button(element, '清单第 120 行：“电话”不是有效的电话号码。请填写 11 位手机号，或带区号的固定电话，如 0930-1234567。'),
  );
  const wrong = focused(element)!;
  expect(wrong.getAttribute('aria-label')).toBe('电话 第 120 行');
  expect(wrong.getAttribute('aria-invalid')).toBe('true');
  expect(description(element, wrong)).toContain('不是有效的电话号码');
  await expect.poll(() => inSight(element)).toContain(120);
  expect(element.handle.focus('list[20].name')).toBe(true);
  expect(focused(element)?.getAttribute('aria-label')).toBe('名称 第 21 行');
});

test('of more than a hundred things to correct the first are listed, the others counted', async () => {
  const element = await long(130, () => ({ phone: '12' }));
  element.handle.validate();
  await settled(element);
  const summary = element.renderRoot.querySelector('.error-summary')!;
  expect(summary.querySelectorAll('li')).toHaveLength(100);
  expect(summary.textContent).toContain('另有 30 处');
});

test('a row that is added has the focus at once; one that is removed leaves it to its neighbour', async () => {
  await page.viewport(1280, 800);
  const element = await long(100);
  await userEvent.click(button(element, '添加一行'));
  await expect.poll(() => focused(element)?.getAttribute('aria-label')).toBe('名称 第 101 行');
  await userEvent.keyboard('新的');
  await userEvent.click(button(element, '删除第 101 行'));
  await expect.poll(() => focused(element)?.getAttribute('aria-label')).toBe('名称 第 100 行');
});

test('on a phone rows are cards, drawn as they come into sight; on paper all rows are there', async () => {
  await page.viewport(390, 844);
  const element = await long(150);
  expect(drawn(element).length).toBeLessThan(60);
  const box = element.renderRoot.querySelector('.scroll')!;
  box.scrollTop = box.scrollHeight / 3;
  await expect.poll(() => inSight(element).some((at) => at > 40 && at < 60)).toBe(true);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  expect(await axeFindings()).toEqual([]);
  element.mode = 'print';
  await settled(element);
  expect(drawn(element)).toHaveLength(150);
  expect(drawn(element)[149]?.textContent).toContain('第 150 项');
  expect(element.renderRoot.querySelector('table')?.hasAttribute('aria-rowcount')).toBe(false);
});

async function reducedMotion(act: () => Promise<void>): Promise<void> {
  const session = cdp() as unknown as { send(method: string, params: object): Promise<unknown> };
  const prefer = (value: string) => session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] });
  await prefer('reduce');
  try {
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches).toBe(true);
    await act();
  } finally {
    await prefer('no-preference');
  }
}

/** How often the Tab key stops in a row: two cells and three buttons. */
const STOPS = 5;

async function long(count: number, more: (at: number) => object = () => ({})): Promise<FilingForm> {
  const list = Array.from({ length: count }, (_, at) => ({ rowId: `r${at + 1}`, name: `第 ${at + 1} 项`, ...more(at) }));
  return await shown(TABLE, { values: { list: list as unknown as Json } });
}

function drawn(element: FilingForm): HTMLElement[] {
  return [...element.renderRoot.querySelectorAll<HTMLElement>('tbody [data-row]')];
}

/** The numbers of the rows that are seen in the box. */
function inSight(element: FilingForm): number[] {
  const { top, bottom } = element.renderRoot.querySelector('.scroll')!.getBoundingClientRect();
  const seen = drawn(element).filter((row) => row.getBoundingClientRect().bottom > top && row.getBoundingClientRect().top < bottom);
  return seen.map((row) => Number(row.getAttribute('aria-rowindex')) - 1);
}

function focused(element: FilingForm): Element | null {
  return (element.renderRoot as ShadowRoot).activeElement;
}

const TABLE: CompiledForm = compiled({
  formatVersion: 1,
  id: 'F-L',
  key: 'long',
  title: { 'zh-CN': '设备清单' },
  layout: 'stacked',
  fields: [
    {
      kind: 'rows',
      id: 'F-L.list',
      key: 'list',
      label: { 'zh-CN': '清单' },
      columns: [
        { kind: 'text', id: 'name', key: 'name', label: { 'zh-CN': '名称' } },
        { kind: 'phone', id: 'phone', key: 'phone', label: { 'zh-CN': '电话' } },
      ],
    },
  ],
});

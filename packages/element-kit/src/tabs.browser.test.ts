import { html } from 'lit';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import './define.ts';
import type { TabSelectEvent } from './tabs.ts';
import { axeFindings, inside, onPage, settled } from './testing/index.ts';

const TABS = [
  { id: 'flow', label: '流程', icon: 'flow' },
  { id: 'form', label: '表单', badge: 4 },
  { id: 'rules', label: '规则', disabled: true },
  { id: 'limits', label: '时限' },
] as const;

async function tabsOnPage() {
  const page = await onPage(
    html`<tb-tabs label="措施" .tabs=${TABS}><p slot="flow">流程图</p><p slot="form">表单</p><p slot="limits">时限</p></tb-tabs>`,
  );
  const tabs = page.querySelector('tb-tabs')!;
  return { tabs, tab: (id: string) => inside(tabs, `#tab-${id}`), panel: (id: string) => inside(tabs, `#panel-${id}`) };
}

test('arrows, Home and End move and select over the disabled one; one tab stop', async () => {
  const { tabs, tab, panel } = await tabsOnPage();
  expect(tabs.selected).toBe('flow');
  tab('flow').focus();
  await userEvent.keyboard('{ArrowRight}');
  await settled();
  expect(tabs.selected).toBe('form');
  expect(tabs.shadowRoot!.activeElement).toBe(tab('form'));
  await userEvent.keyboard('{ArrowRight}');
  await settled();
  expect(tabs.selected).toBe('limits');
  await userEvent.keyboard('{ArrowRight}');
  await settled();
  expect(tabs.selected).toBe('flow');
  await userEvent.keyboard('{End}');
  await settled();
  expect(tab('limits').getAttribute('aria-selected')).toBe('true');
  expect(tab('limits').tabIndex).toBe(0);
  expect(tab('flow').tabIndex).toBe(-1);
  expect(tab('limits').getAttribute('aria-controls')).toBe('panel-limits');
  expect(panel('limits').getAttribute('aria-labelledby')).toBe('tab-limits');
  expect(panel('flow').hidden).toBe(true);
  expect(await axeFindings()).toEqual([]);
});

test('a listener may keep the tab', async () => {
  const { tabs, tab } = await tabsOnPage();
  const asked: string[] = [];
  tabs.addEventListener('tb-tab-select', (event: TabSelectEvent) => {
    asked.push(event.id);
    event.preventDefault();
  });
  tab('form').click();
  expect(asked).toEqual(['form']);
  expect(tabs.selected).toBe('flow');
});

import type { FeelName } from '@tongban/feel-parser';
import { html } from 'lit';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { axeFindings } from '../testing/axe-findings.ts';
import { inside } from '../testing/inside.ts';
import { onPage } from '../testing/on-page.ts';
import { settled } from '../testing/settled.ts';
import './index.ts';

const NAMES: readonly FeelName[] = [
  {
    name: 'project',
    label: '项目申请表',
    type: 'context',
    entries: [
      { name: 'amount', label: '总投资（万元）', type: 'number' },
      {
        name: 'kind',
        label: '项目类别',
        type: 'string',
        values: [
          { feel: '"A"', label: '备案类' },
          { feel: '"B"', label: '核准类' },
        ],
      },
    ],
  },
];

afterEach(() => {
  vi.useRealTimers();
});

async function fieldOnPage(value = '') {
  const page = await onPage(
    html`<tb-feel-field label="条件" hint="什么时候走这条路" .names=${NAMES} .value=${value}></tb-feel-field><button>以后</button>`,
  );
  const field = page.querySelector('tb-feel-field')!;
  const told: string[] = [];
  field.addEventListener('tb-feel-change', (event) => told.push(event.value));
  const text = inside<HTMLTextAreaElement>(field, 'textarea');
  const rows = () => [...field.shadowRoot!.querySelectorAll('[role=option] .words')].map((row) => row.textContent);
  const sentence = () => field.shadowRoot!.querySelector('.field-error')?.textContent?.trim();
  return { page, field, text, told, rows, sentence };
}

test('a field is found by what people call it, Enter writes it, and the text is read out in words', async () => {
  const { field, text, told, rows } = await fieldOnPage();
  await userEvent.click(text);
  await userEvent.keyboard('总');
  await settled();
  expect(rows()).toEqual(['总投资（万元）']);
  expect(text.getAttribute('aria-activedescendant')).toBe('option-0');
  await userEvent.keyboard('{Enter}');
  await settled();
  expect(text.value).toBe('project.amount');
  expect(rows()).toEqual([]);
  await userEvent.keyboard(' >= 500 an{Enter}project.kind = "{ArrowDown}{Enter}');
  await settled();
  expect(text.value).toBe('project.amount >= 500 and project.kind = "B"');
  expect(inside(field, '.reading').textContent).toBe('即：总投资（万元） >= 500 且 项目类别 = 核准类');
  expect(told).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(told).toEqual(['project.amount >= 500 and project.kind = "B"']);
  expect(await axeFindings()).toEqual([]);
});

test('the list by Ctrl + Space and by the button; arrows go round, Escape closes and nothing else', async () => {
  const { field, text, rows } = await fieldOnPage();
  await userEvent.click(text);
  await userEvent.keyboard('{Control>} {/Control}');
  await settled();
  expect(rows().slice(0, 3)).toEqual(['总投资（万元）', '项目类别', '项目申请表']);
  expect(await axeFindings()).toEqual([]);
  await userEvent.keyboard('{ArrowUp}');
  await settled();
  expect(text.getAttribute('aria-activedescendant')).toBe(`option-${rows().length - 1}`);
  await userEvent.keyboard('{Escape}');
  await settled();
  expect(rows()).toEqual([]);
  expect(field.shadowRoot!.activeElement).toBe(text);
  await userEvent.keyboard('{Control>} {/Control}{Tab}');
  expect(document.activeElement?.textContent).toBe('以后');
  await userEvent.click(inside(field, '.insert'));
  await userEvent.click(inside(field, '#option-1'));
  await settled();
  expect(text.value).toBe('project.kind');
});

test('what was written from the list can be taken back by the keyboard', async () => {
  const { text } = await fieldOnPage('1 > ');
  await userEvent.click(text);
  text.setSelectionRange(4, 4);
  await userEvent.keyboard('amou{Enter}');
  expect(text.value).toBe('1 > project.amount');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(text.value).toBe('1 > amou');
});

test('a function is written with its brackets and the caret between them', async () => {
  const { text } = await fieldOnPage();
  await userEvent.click(text);
  await userEvent.keyboard('string len{Enter}');
  expect(text.value).toBe('string length()');
  expect(text.selectionStart).toBe('string length('.length);
});

test('a fault is said with its place and underlined when the field is left; mended, it goes at once', async () => {
  const { field, text, page, sentence, told } = await fieldOnPage();
  await userEvent.click(text);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await userEvent.keyboard('1 == 2');
  vi.advanceTimersByTime(799);
  await settled();
  expect(sentence()).toBeUndefined();
  vi.useRealTimers();
  await userEvent.click(page.querySelector('button')!);
  await settled();
  expect(sentence()).toBe('第 3 个字符处的“==”不是 FEEL 运算符。请改为“=”。');
  expect(inside(field, '.fault').textContent).toBe('==');
  expect(text.getAttribute('aria-invalid')).toBe('true');
  expect(text.getAttribute('aria-describedby')).toBe('hint error');
  expect(told).toEqual(['1 == 2']);
  expect(await axeFindings()).toEqual([]);
  await userEvent.click(text);
  text.setSelectionRange(4, 4);
  await userEvent.keyboard('{Backspace}');
  await settled();
  expect(sentence()).toBeUndefined();
});

test('while an input method composes nothing is offered and Enter belongs to it', async () => {
  const { text, rows, told } = await fieldOnPage();
  await userEvent.click(text);
  text.dispatchEvent(new CompositionEvent('compositionstart'));
  text.value = 'zong';
  text.dispatchEvent(new InputEvent('input', { isComposing: true }));
  text.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
  await settled();
  expect(rows()).toEqual([]);
  expect(told).toEqual([]);
  text.value = '总';
  text.dispatchEvent(new CompositionEvent('compositionend'));
  await settled();
  expect(rows()).toEqual(['总投资（万元）']);
});

test('read only: nothing is offered, nothing can be typed', async () => {
  const { field, text, rows } = await fieldOnPage('project.amount > 1');
  field.readonly = true;
  await settled();
  expect(field.shadowRoot!.querySelector('.insert')).toBeNull();
  await userEvent.click(text);
  await userEvent.keyboard('{Control>} {/Control}');
  await settled();
  expect(rows()).toEqual([]);
});

test('a long text makes the field higher, and its shadow has the same lines', async () => {
  const { field, text } = await fieldOnPage('project.amount > 500 and '.repeat(12));
  await settled();
  const shadow = inside(field, '.shadow');
  expect(text.clientHeight).toBeGreaterThan(60);
  expect(text.scrollHeight).toBeLessThanOrEqual(text.clientHeight);
  expect(shadow.clientHeight).toBe(text.clientHeight);
});

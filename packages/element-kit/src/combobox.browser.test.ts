import { html } from 'lit';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ComboboxChangeEvent, ComboboxSource } from './combobox.ts';
import './define.ts';
import { axeFindings, inside, onPage, settled } from './testing/index.ts';

const DEPARTMENTS = [
  { value: 'fgj', label: '发展和改革局', keywords: 'fagaiju' },
  { value: 'zrzyj', label: '自然资源局', hint: '国土、规划' },
  { value: 'zjj', label: '住房和城乡建设局' },
];

afterEach(() => {
  vi.useRealTimers();
});

async function comboboxOnPage(source?: ComboboxSource) {
  const page = await onPage(
    html`<tb-combobox label="责任部门" hint="由谁办理" error="请选择责任部门" required .options=${DEPARTMENTS} .source=${source}></tb-combobox>`,
  );
  const combobox = page.querySelector('tb-combobox')!;
  const values: string[] = [];
  combobox.addEventListener('tb-combobox-change', (event: ComboboxChangeEvent) => values.push(event.value));
  const input = inside<HTMLInputElement>(combobox, 'input');
  const shown = () =>
    [...combobox.shadowRoot!.querySelectorAll('[role=option]')].map(
      (option) => option.querySelector('.words')!.firstChild!.nextSibling!.textContent,
    );
  return { combobox, values, input, shown };
}

test('is labelled, described and invalid as it should be', async () => {
  const { input } = await comboboxOnPage();
  expect(input.getAttribute('role')).toBe('combobox');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(input.getAttribute('aria-describedby')).toBe('hint error');
  expect(input.getAttribute('aria-required')).toBe('true');
  expect(input.getAttribute('aria-expanded')).toBe('false');
  expect(await axeFindings()).toEqual([]);
});

test('typing narrows by label, hint and keywords; Enter takes the first; Esc takes the typing back', async () => {
  const { combobox, input, values, shown } = await comboboxOnPage();
  await userEvent.click(input);
  await settled();
  expect(shown()).toHaveLength(3);
  expect(await axeFindings()).toEqual([]);
  await userEvent.keyboard('fag');
  await settled();
  expect(input.value).toBe('fag');
  expect(shown()).toEqual(['发展和改革局']);
  expect(input.getAttribute('aria-activedescendant')).toBe('option-0');
  await userEvent.keyboard('{Enter}');
  await settled();
  expect(values).toEqual(['fgj']);
  expect(input.value).toBe('发展和改革局');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await settled();
  expect(input.getAttribute('aria-activedescendant')).toBe('option-1');
  await userEvent.keyboard('x{Escape}');
  await settled();
  expect(input.value).toBe('发展和改革局');
  expect(combobox.value).toBe('fgj');
});

test('does not filter while an input method composes', async () => {
  const { input, shown } = await comboboxOnPage();
  await userEvent.click(input);
  await settled();
  input.dispatchEvent(new CompositionEvent('compositionstart'));
  input.value = 'zhu';
  input.dispatchEvent(new InputEvent('input', { isComposing: true }));
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
  await settled();
  expect(shown()).toHaveLength(3);
  input.value = '住房';
  input.dispatchEvent(new CompositionEvent('compositionend'));
  await settled();
  expect(shown()).toEqual(['住房和城乡建设局']);
});

test('asks a source once typing rests, shows the last answer only, takes nothing that was found before, and says when it fails', async () => {
  const asked: string[] = [];
  const { combobox, input, shown, values } = await comboboxOnPage(async (text) => {
    asked.push(text);
    if (text === '坏') throw new Error('offline');
    return [{ value: text, label: `马${text}` }];
  });
  await userEvent.click(input);
  await expect.poll(() => asked).toEqual(['']);
  // from here on by keyboard: while the clock is held, vitest moves it during clicks and fills
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await userEvent.keyboard('一');
  vi.advanceTimersByTime(199);
  await userEvent.keyboard('二');
  vi.advanceTimersByTime(199);
  expect(asked).toEqual(['']);
  vi.advanceTimersByTime(1);
  await expect.poll(shown).toEqual(['马一二']);
  expect(asked).toEqual(['', '一二']);
  await userEvent.keyboard('三{Enter}');
  expect(values).toEqual([]);
  vi.advanceTimersByTime(200);
  await expect.poll(shown).toEqual(['马一二三']);
  await userEvent.keyboard('{Enter}');
  expect(values).toEqual(['一二三']);
  vi.useRealTimers();
  await userEvent.fill(input, '坏');
  await expect.poll(() => inside(combobox, '.says')?.textContent).toContain('查找失败');
});

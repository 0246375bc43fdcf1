import type { FeelName } from '@tongban/feel-parser';
import { html } from 'lit';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { axeFindings } from '../testing/axe-findings.ts';
import { onPage } from '../testing/on-page.ts';
import { settled } from '../testing/settled.ts';
import type { ConditionBuilder } from './condition-builder.ts';
import './index.ts';

const NAMES: readonly FeelName[] = [
  {
    name: 'form',
    label: '申请表',
    type: 'context',
    entries: [
      { name: 'amount', label: '总投资', type: 'number' },
      { name: 'begins', label: '开工日期', type: 'date' },
      {
        name: 'kind',
        label: '类别',
        type: 'string',
        values: [
          { feel: '"A"', label: '备案' },
          { feel: '"B"', label: '核准' },
        ],
      },
      { name: 'plots', label: '地块', type: 'list', entries: [] },
    ],
  },
];

async function builderOnPage(value: string) {
  const page = await onPage(html`<tb-condition-builder .names=${NAMES} .value=${value}></tb-condition-builder>`);
  const builder = page.querySelector('tb-condition-builder') as ConditionBuilder;
  const all = <Found extends Element = HTMLElement>(selector: string) => [...builder.shadowRoot!.querySelectorAll<Found>(selector)];
  const choose = async (selector: string, at: number, option: string) => {
    await userEvent.selectOptions(all(selector)[at]!, option);
    await settled();
  };
  const fill = async (at: number, text: string) => {
    await userEvent.fill(all('input[data-value]')[at]!, text);
    await userEvent.tab();
    await settled();
  };
  const ask = async (at: number, label: string) => {
    const input = all('tb-combobox')[at]!.shadowRoot!.querySelector('input')!;
    await userEvent.click(input);
    await userEvent.keyboard(`${label}{Enter}`);
    await settled();
  };
  return { builder, all, choose, fill, ask };
}

test('a condition is built by choosing: number, day, choices, all or any, a group in it', async () => {
  const { builder, all, choose, fill, ask } = await builderOnPage('');
  await userEvent.click(all('[data-add]')[0]!);
  await settled();
  expect(builder.value).toBe('');
  await ask(0, '总投');
  await choose('[data-operator]', 0, '>=');
  await fill(0, '500');
  expect(builder.value).toBe('form.amount >= 500');
  await userEvent.click(all('[data-add-group]')[0]!);
  await settled();
  await ask(1, '类别');
  await choose('[data-operator]', 1, 'in');
  await userEvent.click(all('.choice input')[1]!);
  await ask(2, '开工');
  await choose('[data-operator]', 2, '<');
  await fill(1, '今天');
  expect(builder.value).toBe('form.amount >= 500 and (form.kind in ("A", "B") or form.begins < today())');
  expect(await axeFindings()).toEqual([]);
});

test('what is no number or no day is kept in its field and said; the condition stays as it was', async () => {
  const { builder, all, fill } = await builderOnPage('form.amount > 1 and form.begins > date("2026-01-31")');
  await fill(0, '很多');
  await fill(1, '2026-02-30');
  expect(builder.value).toBe('form.amount > 1 and form.begins > date("2026-01-31")');
  expect(all<HTMLInputElement>('input[data-value]').map((input) => input.value)).toEqual(['很多', '2026-02-30']);
  expect(all('.field-error').map((error) => error.textContent)).toEqual([
    '请填写数字，如 500 或 0.5。',
    '请写成 2026-01-31 这样的日期，或“今天”。',
  ]);
});

test('taking parts away; a text that says more than choosing can is left alone', async () => {
  const { builder, all } = await builderOnPage('form.amount > 1 or count(form.plots) > 2');
  expect(all('[data-join]')).toHaveLength(1);
  await userEvent.click(all('.test .icon-only')[0]!);
  await settled();
  expect(builder.value).toBe('count(form.plots) > 2');
  builder.value = 'sum(form.plots.area) > 1';
  await settled();
  expect(all('.test')).toHaveLength(0);
  expect(all('.hint')[0]?.textContent).toContain('表达式');
});

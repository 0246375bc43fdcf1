/** Every kind of field: its name, its help, whether it must be filled in, what is wrong with it, and filling it in with keys alone. */
import { atDoubleText, axeFindings } from '@tongban/element-kit/testing';
import type { CompiledForm, FormField } from '@tongban/model';
import { beforeEach, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { FilingForm } from './filing-form.ts';
import { compiled } from './test-support/forms.ts';
import { description, part, settled, shown } from './test-support/page.ts';

/** A kind, what stands in such a field after some keys, and how it is met. */
interface Kind {
  readonly kind: Exclude<FormField['kind'], 'section' | 'note' | 'qrCode' | 'rows'>;
  readonly more?: object;
  /** The role and name of what has the focus first; the name is the label unless said otherwise. */
  readonly role: 'textbox' | 'combobox' | 'radio' | 'checkbox' | 'button' | 'searchbox';
  readonly name?: string;
  readonly keys?: string;
  readonly value?: unknown;
  /** Its value is typed text, which an input method composes. */
  readonly typed?: boolean;
}

const CHOICES = {
  choices: [
    { value: 'a', label: { 'zh-CN': '甲类' } },
    { value: 'b', label: { 'zh-CN': '乙类' } },
  ],
};
const MATERIALS = { materials: [{ id: 'land', name: { 'zh-CN': '用地批准文件' }, needed: true, tolerable: true }] };

const KINDS: readonly Kind[] = [
  { kind: 'text', role: 'textbox', keys: '光伏发电', value: '光伏发电', typed: true },
  { kind: 'longText', role: 'textbox', keys: '一{Enter}二', value: '一\n二', typed: true },
  { kind: 'phone', role: 'textbox', keys: '13893012345', value: '13893012345', typed: true },
  { kind: 'uscc', role: 'textbox', keys: '91350100m000100y43', value: '91350100M000100Y43', typed: true },
  { kind: 'idNumber', role: 'textbox', keys: '11010519491231002x', value: '11010519491231002X', typed: true },
  { kind: 'projectCode', role: 'textbox', keys: '2305-622927-04-01-123456', value: '2305-622927-04-01-123456', typed: true },
  { kind: 'number', more: { unit: '亩' }, role: 'textbox', keys: '１２', value: 12, typed: true },
  { kind: 'money', more: { unit: '万元' }, role: 'textbox', keys: '3.50', value: { $decimal: '3.5' }, typed: true },
  { kind: 'date', role: 'textbox', keys: '20261201{Tab}', value: { $date: '2026-12-01' }, typed: true },
  {
    kind: 'dateRange',
    role: 'textbox',
    name: '字段 开始日期',
    keys: '20261201{Tab}{Tab}20261231{Tab}',
    value: { from: { $date: '2026-12-01' }, to: { $date: '2026-12-31' } },
    typed: true,
  },
  { kind: 'region', more: { within: '62', level: 'city' }, role: 'combobox', name: '市级', keys: '{ArrowDown}', value: { code: '620100' } },
  { kind: 'radio', more: CHOICES, role: 'radio', name: '甲类', keys: ' ', value: 'a' },
  { kind: 'select', more: CHOICES, role: 'combobox', keys: '{ArrowDown}', value: 'a' },
  { kind: 'checkboxes', more: CHOICES, role: 'checkbox', name: '甲类', keys: ' {Tab} ', value: ['a', 'b'] },
  { kind: 'items', more: { mode: 'mock' }, role: 'searchbox', name: '按事项名称、编码或部门查找', keys: '施工{Tab} ', value: ['ZJ-01'] },
  { kind: 'files', role: 'button', name: '选择文件' },
  {
    kind: 'materials',
    more: MATERIALS,
    role: 'combobox',
    name: '用地批准文件',
    keys: '{ArrowDown}',
    value: [{ state: 'files' }],
  },
  { kind: 'opinion', role: 'radio', name: '同意', keys: ' ', value: { choice: 'agree' } },
  { kind: 'signature', role: 'button', name: '字段：本人确认签名', keys: '{Enter}', value: { method: 'confirmed', name: '马建国' } },
  { kind: 'seal', role: 'button', name: '字段：本单位确认盖章', keys: '{Enter}', value: { method: 'confirmed' } },
  { kind: 'clause', more: { text: { 'zh-CN': '材料真实。' }, version: '1' }, role: 'checkbox', keys: ' ', value: { acknowledged: true } },
];

beforeEach(async () => {
  await page.viewport(1280, 900);
});

describe.each(KINDS)('$kind', (kind) => {
  test('has its name, its help and what is asked; keys fill it in', async () => {
    const element = await alone(kind);
    await enter(element);
    const first = focused(element)!;
    expect(await named(kind, element)).toBe(first);
    expect(heard(element, first)).toContain('这样填写。');
    expect(part(element, '字段')?.querySelector('[aria-required="true"], .visually-hidden') ?? null).not.toBeNull();
    if (kind.keys === undefined) return;
    await userEvent.keyboard(kind.keys);
    await settled(element);
    expect({ field: element.handle.values()['field'] }).toMatchObject({ field: kind.value });
    expect(element.handle.problems().filter(({ code }) => code === 'FORM_FIELD_REQUIRED')).toEqual([]);
  });

  test('says what is wrong where the focus goes', async () => {
    const element = await alone(kind);
    await enter(element);
    element.handle.validate();
    await settled(element);
    const sentence = element.handle.problems()[0]!.sentences['zh-CN'];
    const summary = element.renderRoot.querySelector<HTMLButtonElement>('.error-summary .link-button')!;
    expect(summary.textContent).toBe(sentence);
    await userEvent.click(summary);
    const first = focused(element)!;
    expect(heard(element, first)).toContain(sentence);
    // a button is nothing that can be invalid: it is described
    if (kind.role !== 'button')
      expect(part(element, '字段')?.querySelector('[aria-invalid="true"]') ?? null, 'marked as wrong').not.toBeNull();
    expect(await axeFindings()).toEqual([]);
  });
});

test.each(KINDS.filter(({ typed }) => typed === true))('an input method composes in a field of kind $kind', async (kind) => {
  const element = await alone(kind);
  const told: unknown[] = [];
  element.addEventListener('tb-form-change', ({ values }) => told.push(values['field']));
  element.handle.focus('field');
  const input = focused(element) as HTMLInputElement;
  const session = cdp() as unknown as { send(method: string, params: object): Promise<void> };
  for (const text of ['g', 'gu', 'guang']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  expect(input.value).toBe('guang');
  expect(told).toEqual([]);
  await session.send('Input.insertText', { text: '光' });
  expect(input.value).toBe('光');
  expect(told).toHaveLength(1);
});

describe.each([
  { name: 'on a phone', width: 390, theme: 'blue', double: false },
  { name: 'with text twice as large', width: 1280, theme: 'blue', double: true },
  { name: 'on a phone with text twice as large', width: 390, theme: 'blue', double: true },
  { name: 'in the dark', width: 1280, theme: 'dark', double: false },
] as const)('$name', ({ width, theme, double }) => {
  test.each(['stacked', 'bordered'] as const)('every kind has room and is accessible, with errors and to be read, %s', async (layout) => {
    await page.viewport(width, 900);
    const element = await shown(every(layout), { theme, files: FILES });
    // the page around is of the same theme
    element.parentElement!.style.background = getComputedStyle(element).getPropertyValue('--_surface');
    const look = async (): Promise<void> => {
      await expect.poll(() => element.renderRoot.querySelector('.region select, .region-fixed, .read')).not.toBeNull();
      for (const mode of ['fill', 'read'] as const) {
        element.mode = mode;
        await settled(element);
        if (mode === 'fill') element.handle.validate();
        await settled(element);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
        expect(outside(element)).toEqual([]);
        // of larger text axe asks no more than of this
        if (!double) expect(await axeFindings()).toEqual([]);
      }
      // what is read has the label as its name
      for (const value of element.renderRoot.querySelectorAll('.value[role="group"]'))
        expect(element.renderRoot.querySelector(`[id="${value.getAttribute('aria-labelledby')}"]`)?.textContent).toMatch(/字段/);
    };
    await (double ? atDoubleText(look) : look());
  });
});

const FILES = { put: () => Promise.reject(new Error('none')), get: () => Promise.reject(new Error('none')) };

function alone(kind: Kind): Promise<FilingForm> {
  return shown(documentOf('stacked', [fieldOf(kind, 'field', '字段')]), { files: FILES });
}

function every(layout: 'stacked' | 'bordered'): CompiledForm {
  return documentOf(
    layout,
    KINDS.map((kind, at) => fieldOf(kind, `k${at}`, `字段 ${kind.kind}`)),
  );
}

function fieldOf({ kind, more }: Kind, key: string, label: string): object {
  const asked = kind === 'clause' ? {} : { required: true };
  return { kind, id: `F-E.${key}`, key, label: { 'zh-CN': label }, help: { 'zh-CN': '这样填写。' }, ...asked, ...more };
}

function documentOf(layout: string, fields: readonly object[]): CompiledForm {
  return compiled({ formatVersion: 1, id: 'F-E', key: 'every', title: { 'zh-CN': '各种字段' }, layout, fields });
}

/** Puts the focus into the field, as soon as its control is there: some are loaded when they are first shown. */
async function enter(element: FilingForm): Promise<void> {
  await expect.poll(() => element.handle.focus('field') && focused(element)?.matches('input, select, textarea, button')).toBe(true);
}

function focused(element: FilingForm): HTMLElement | null {
  return (element.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
}

/** The control that assistive technology finds by role and name. */
async function named({ role, name = '字段' }: Kind, element: FilingForm): Promise<Element | null> {
  const found = page.elementLocator(element).getByRole(role, { name, exact: false }).first();
  await expect.poll(() => found.query()).not.toBeNull();
  return found.query();
}

/** What is read out with a control: its own description and that of the groups around it. */
function heard(element: FilingForm, control: Element): string {
  const around: string[] = [];
  for (let at: Element | null = control; at !== null && at !== element.renderRoot.firstElementChild; at = at.parentElement)
    around.push(description(element, at));
  return around.join(' ');
}

/** Controls that reach out of the form. */
function outside(element: FilingForm): readonly string[] {
  const { right } = element.getBoundingClientRect();
  const all = [...element.renderRoot.querySelectorAll<HTMLElement>('.input, .select, .button, .textarea, .choice, .badge')];
  return all.filter((one) => one.getBoundingClientRect().right > right + 1).map((one) => `${one.localName} ${one.textContent?.trim()}`);
}

import { axeFindings, inside, onPage, settled } from '@tongban/element-kit/testing';
import type { FormDocument } from '@tongban/model';
import { html } from 'lit';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../define.ts';
// loaded by the designer when it is first shown; here before, so that no test waits for that
import '@tongban/filing-form/define';
import type { FormDesigner } from '../form-designer.ts';
import { application, formOf, text } from '../test-support/forms.ts';
import { mockContext } from '../test-support/measure.ts';

beforeEach(async () => {
  await page.viewport(1440, 900);
});

async function opened(
  view: string,
  form: FormDocument,
  more: Partial<FormDesigner> = {},
): Promise<{ designer: FormDesigner; element: HTMLElement }> {
  const main = await onPage(html`<tb-form-designer></tb-form-designer>`);
  const designer = main.querySelector('tb-form-designer')!;
  Object.assign(designer, { form, context: mockContext, ...more });
  designer.style.height = '860px';
  await settled();
  await userEvent.click(inside(designer, `[data-view=${view}]`));
  const tag = `tb-form-${view}`;
  await expect.poll(() => designer.renderRoot.querySelector(tag)?.shadowRoot?.textContent?.trim() ?? '').not.toBe('');
  await settled();
  return { designer, element: inside(designer, tag) };
}

const circle = formOf(
  text('a', { computed: 'b' }),
  text('b', { computed: 'a' }),
  text('c', { visible: 'd != null' }),
  text('d'),
  text('dead', { visible: 'false' }),
);

test('the picture of relations: walked by keyboard, sentences beside it, circles and dead fields mended', async () => {
  const { designer, element } = await opened('relations', circle);
  const findings = () => [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-finding]')].map((one) => one.dataset['finding']);
  await expect.poll(findings).toContain('cycle');
  expect(findings()).toContain('neverShown');
  expect(element.shadowRoot!.querySelectorAll('.node')).toHaveLength(4);
  expect(await axeFindings()).toEqual([]);
  inside<SVGElement & HTMLElement>(element, '[data-node=d]').focus();
  await userEvent.keyboard('{ArrowRight}');
  await settled();
  expect((element.shadowRoot!.activeElement as SVGElement).dataset['node']).toBe('c');
  expect(inside(element, '.sentences').textContent).toContain('“c”是否显示，取决于“d”');
  const button = (words: string) => [...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent?.trim() === words)!;
  await userEvent.click(button('“a”改为由人填写'));
  await userEvent.click(button('“dead”改为总是显示'));
  await settled();
  await expect.poll(() => findings().filter((one) => one === 'cycle' || one === 'neverShown')).toEqual([]);
  await userEvent.keyboard('{Control>}z{/Control}');
  await settled();
  expect(findings()).toContain('neverShown');
  inside<SVGElement & HTMLElement>(element, '[data-node=c]').focus();
  await userEvent.keyboard('{Enter}');
  await settled();
  expect(inside(designer, '[data-pick=c]').getAttribute('aria-pressed')).toBe('true');
});

test('the table of texts: what is missing is filtered, typed, pasted from Excel and taken back in one step', async () => {
  const { designer, element } = await opened('texts', formOf(text('a'), text('b'), text('c')));
  expect(await axeFindings()).toEqual([]);
  await userEvent.selectOptions(inside(element, '#filter'), 'missingEnglish');
  await settled();
  const rows = () => [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-text]')].map((row) => row.dataset['text']);
  expect(rows()).toEqual(['form title', 'a label', 'b label', 'c label']);
  const english = (id: string) => element.shadowRoot!.querySelector<HTMLTextAreaElement>(`[data-text="${id}"] [data-language=en]`)!;
  await userEvent.fill(english('form title'), 'Plan');
  await settled();
  expect(designer.form?.title).toEqual({ 'zh-CN': '测试表', en: 'Plan' });
  expect(rows()).toContain('form title');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', 'Name\nPhone\n');
  english('a label').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  await settled();
  expect(designer.form?.fields.map(({ label }) => label.en)).toEqual(['Name', 'Phone', undefined]);
  designer.undo();
  await settled();
  expect(designer.form?.fields.map(({ label }) => label.en)).toEqual([undefined, undefined, undefined]);
  expect(designer.form?.title.en).toBe('Plan');
  const csv = new File(['id,zh-CN,en\r\nb label,乙,Second\r\nzzz,x,y\r\n'], 'texts.csv', { type: 'text/csv' });
  await userEvent.upload(inside(element, 'input[type=file]'), csv);
  await expect.poll(() => inside(element, '.head').textContent).toContain('已导入 1 条文字');
  expect(designer.form?.fields[1]?.label).toEqual({ 'zh-CN': '乙', en: 'Second' });
  await page.viewport(390, 844);
  await settled();
  expect(element.scrollWidth).toBeLessThanOrEqual(390);
  expect(await axeFindings()).toEqual([]);
});

test('two versions: what was added, removed, changed and moved, on the picture and as sentences', async () => {
  const [first, second, third, ...rest] = application.fields;
  const changed = { ...third!, required: false, label: { 'zh-CN': '经办人' } } as typeof third;
  const form = {
    ...application,
    fields: [second!, first!, changed!, ...rest.slice(1), text('F-01.more', { label: { 'zh-CN': '补充说明' } })],
  };
  const { element } = await opened('compare', form, { base: { form: application, title: '版本 1.0' } });
  const words = inside(element, '.words').textContent ?? '';
  expect(words).toContain('与版本 1.0对比');
  expect(words).toContain('新增 1，删除 1，修改 1，只移动 1');
  expect(words).toContain('新增了“补充说明”（单行文本）');
  expect(words).toContain('名称：由“联系人 / Contact”改为“经办人”');
  expect(words).toContain('必填：由“是”改为“否”');
  expect(element.shadowRoot!.querySelectorAll('.marked-removed, .marked-added, .marked-changed, .marked-moved')).toHaveLength(4);
  expect(await axeFindings()).toEqual([]);
});

test('whether everybody can fill it in: names and order by the document, targets and contrast on the real form', async () => {
  const label = { 'zh-CN': '联系人' };
  const { designer, element } = await opened('access', formOf(text('a', { label }), text('b', { label })));
  const found = () => [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-finding]')].map((one) => one.dataset['finding']);
  await expect.poll(() => inside(element, '[role=status]').textContent).toContain('发现 2 处');
  expect(found()).toEqual(['sameName', 'sameName']);
  expect(await axeFindings()).toEqual([]);
  designer.style.setProperty('--tb-text', '#aaaaaa');
  designer.form = formOf(text('a'), text('b'));
  await expect.poll(found).toContain('lowContrast');
});

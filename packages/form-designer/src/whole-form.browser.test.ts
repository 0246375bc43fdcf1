import { inside, onPage, settled } from '@tongban/element-kit/testing';
import type { FormDocument } from '@tongban/model';
import { html } from 'lit';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import './define.ts';
import { findField, placedFields } from './field-tree.ts';
import type { FormDesigner } from './form-designer.ts';
import { compileDesign } from './form-problems.ts';
import { mockContext } from './test-support/measure.ts';

const EMPTY: FormDocument = {
  formatVersion: 1,
  id: 'F-01',
  key: 'application',
  title: { 'zh-CN': '新表单' },
  layout: 'bordered',
  fields: [],
};

beforeEach(async () => {
  await page.viewport(1440, 900);
});

async function shown(form: FormDocument = EMPTY): Promise<FormDesigner> {
  const main = await onPage(html`<tb-form-designer></tb-form-designer>`);
  const designer = main.querySelector('tb-form-designer')!;
  Object.assign(designer, { form, context: { ...mockContext, sources: undefined, forms: [] } });
  designer.style.height = '860px';
  await settled();
  return designer;
}

const at = (designer: FormDesigner, selector: string): HTMLElement => inside(designer, selector);
const fields = (designer: FormDesigner): string =>
  placedFields(designer.form!)
    .map(({ field }) => `${field.label['zh-CN']}:${field.kind}`)
    .join(' ');

/** Moves the focus on by Tab until it is on what `selector` finds, as a person without a mouse does. */
async function tabTo(designer: FormDesigner, selector: string, within?: string): Promise<void> {
  for (let press = 0; press < 200; press++) {
    const host = (designer.renderRoot as ShadowRoot).activeElement;
    const focused = within === undefined ? host : host?.matches(within) ? host.shadowRoot?.activeElement : undefined;
    if (focused?.matches(selector)) return;
    await userEvent.keyboard('{Tab}');
  }
  throw new Error(`Tab never reached ${selector}`);
}

test('F-01 is made from nothing with the tools of the page, label by label as it is printed', async () => {
  const designer = await shown();
  await userEvent.fill(at(designer, '#form-title'), '投资建设项目模拟审批申请表');
  const add = async (entry: string, label?: string): Promise<void> => {
    await userEvent.click(at(designer, `[data-entry=${entry}]`));
    await settled();
    if (label === undefined) return;
    await userEvent.fill(at(designer, '#label'), label);
    await settled();
  };
  await add('projectName');
  await add('projectCode');
  await add('contact');
  await add('phone');
  await add('site');
  await add('investment');
  await add('longText', '项目基本概况及进展情况');
  await add('longText', '项目用地基本情况');
  await add('day', '土地预计取得时间');
  await add('items', '需模拟审批的事项');
  await add('seal', '申请单位（盖章）');
  await add('signature', '法定代表人（签字）');
  await add('departmentOpinion', '自然资源部门意见');
  await userEvent.selectOptions(at(designer, '#department'), 'natural-resources');
  await add('departmentOpinion', '市场监管部门意见');
  await userEvent.selectOptions(at(designer, '#department'), 'market-supervision');
  await add('attachments', '已取得的批复复印件');
  // all that the applicant fills in is required, in one step
  await userEvent.click(at(designer, '[data-pick="F-01.longText"]'));
  await userEvent.click(at(designer, '[data-pick="F-01.signature"]'), { modifiers: ['Shift'] });
  await userEvent.selectOptions(at(designer, '#many-required'), 'yes');
  await settled();
  expect(fields(designer)).toBe(
    '项目名称:text 项目代码:projectCode 联系人:text 联系电话:phone 建设地点:text 总投资:money 项目基本概况及进展情况:longText ' +
      '项目用地基本情况:longText 土地预计取得时间:date 需模拟审批的事项:items 申请单位（盖章）:seal 法定代表人（签字）:signature ' +
      '自然资源部门意见:opinion 市场监管部门意见:opinion 已取得的批复复印件:files',
  );
  const form = designer.form!;
  expect(form.title['zh-CN']).toBe('投资建设项目模拟审批申请表');
  expect(form.fields.slice(0, 12).every(({ required }) => required === true)).toBe(true);
  expect(findField(form, 'F-01.departmentOpinion2')?.field).toMatchObject({ department: 'market-supervision' });
  expect(compileDesign(form, { forms: [], items: [] }).problems).toEqual([]);
});

test('by keyboard alone: five fields, a table with rows among them, and a condition', async () => {
  const designer = await shown({ ...EMPTY, layout: 'stacked' });
  await userEvent.click(document.body);
  const add = async (entry: string): Promise<void> => {
    await tabTo(designer, `[data-entry=${entry}]`);
    await userEvent.keyboard('{Enter}');
    await settled();
  };
  await add('projectName');
  await add('investment');
  await add('option');
  await add('contacts');
  await add('attachments');
  expect(fields(designer)).toBe('项目名称:text 总投资:money 单选:radio 联系人员:rows 姓名:text 联系电话:phone 文件:files');
  await tabTo(designer, '#choice', '#visible');
  await userEvent.keyboard('{ArrowDown}');
  await settled();
  await tabTo(designer, '#subject', '#visible');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  await settled();
  await tabTo(designer, '#value', '#visible');
  await userEvent.keyboard('{ArrowDown}');
  await settled();
  expect(findField(designer.form!, 'F-01.attachments')?.field.visible).toBe('option = "yes"');
  await tabTo(designer, '[data-pick="F-01.attachments"]');
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await settled();
  expect(fields(designer)).toBe('项目名称:text 总投资:money 单选:radio 文件:files 联系人员:rows 姓名:text 联系电话:phone');
  expect(compileDesign(designer.form!, { forms: [], items: [] }).problems).toEqual([]);
});

test('a finger drags a field by its handle, and a field of the palette by its sign', async () => {
  const designer = await shown({ ...EMPTY, layout: 'stacked' });
  for (const entry of ['projectName', 'contact']) await userEvent.click(at(designer, `[data-entry=${entry}]`));
  await settled();
  const touch = (x: number, y: number) => ({
    bubbles: true,
    composed: true,
    pointerId: 7,
    pointerType: 'touch',
    button: 0,
    clientX: x,
    clientY: y,
  });
  const drag = async (from: Element, to: HTMLElement, below: number): Promise<void> => {
    const [start, end] = [from.getBoundingClientRect(), to.getBoundingClientRect()];
    from.dispatchEvent(new PointerEvent('pointerdown', touch(start.left + 4, start.top + 4)));
    window.dispatchEvent(new PointerEvent('pointermove', touch(start.left + 30, start.top + 30)));
    window.dispatchEvent(new PointerEvent('pointermove', touch(end.left + 40, end.top + below)));
    await settled();
    window.dispatchEvent(new PointerEvent('pointerup', touch(end.left + 40, end.top + below)));
    await settled();
  };
  await drag(
    at(designer, '[data-cell="F-01.projectName"] .grip'),
    at(designer, '[data-cell="F-01.contact"]'),
    at(designer, '[data-cell="F-01.contact"]').clientHeight - 4,
  );
  expect(fields(designer)).toBe('联系人:text 项目名称:text');
  await drag(at(designer, '[data-entry=day] .grip'), at(designer, '[data-cell="F-01.contact"]'), 4);
  expect(fields(designer)).toBe('日期:date 联系人:text 项目名称:text');
});

import { axeFindings, inside, settled } from '@tongban/element-kit/testing';
import type { FilingForm } from '@tongban/filing-form';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import './define.ts';
// loaded by the designer when it is first shown; here before, so that no test waits for that
import '@tongban/filing-form/define';
import type { FormPreview } from './form-preview.ts';
import { compileDesign } from './form-problems.ts';
import { application } from './test-support/forms.ts';
import { mockContext } from './test-support/measure.ts';

beforeEach(async () => {
  await page.viewport(1440, 900);
});

async function shown(): Promise<FormPreview> {
  document.documentElement.lang = 'zh-CN';
  document.title = '测试';
  const preview = document.createElement('tb-form-design-preview');
  preview.context = mockContext;
  preview.compilation = compileDesign(application, mockContext);
  document.body.replaceChildren(preview);
  await expect.poll(() => preview.renderRoot.querySelector('#task')).not.toBeNull();
  await expect.poll(() => preview.renderRoot.querySelector('tb-form')?.shadowRoot?.textContent ?? '').toContain('项目名称');
  await settled();
  return preview;
}

function form(preview: FormPreview): FilingForm {
  return inside<FilingForm>(preview, 'tb-form');
}

function boxes(preview: FormPreview): readonly string[] {
  const boxesThere = form(preview).renderRoot.querySelectorAll('input:not([readonly], [disabled]), textarea:not([readonly], [disabled])');
  return [...boxesThere].map((box) => box.id);
}

test('at a task and as who does it, only what the task allows can be filled in; what was typed stays', async () => {
  const preview = await shown();
  expect(boxes(preview).length).toBeGreaterThan(8);
  form(preview).handle.set('projectName', '花椒加工项目');
  await userEvent.selectOptions(inside(preview, '#task'), 'Task_natural_resources');
  await expect.poll(() => inside(preview, '.says').textContent).toContain('可填 1 项');
  await settled();
  expect(inside<HTMLSelectElement>(preview, '#role').value).toBe('handler');
  expect(inside<HTMLSelectElement>(preview, '#department').value).toBe('natural-resources');
  const shadow = form(preview).renderRoot as ShadowRoot;
  await expect.poll(() => shadow.textContent).toContain('花椒加工项目');
  expect(shadow.textContent).toContain('自然资源部门意见');
  // the two answers of the opinion, and its words
  expect(boxes(preview)).toHaveLength(3);
  await userEvent.selectOptions(inside(preview, '#department'), 'water');
  await expect.poll(() => boxes(preview)).toEqual([]);
  await userEvent.selectOptions(inside(preview, '#task'), 'Task_file');
  await expect.poll(() => shadow.textContent).not.toContain('自然资源部门意见');
  expect(await axeFindings()).toEqual([]);
});

test('a task that does not show the form says so; samples change; the page is as narrow as a phone', async () => {
  const preview = await shown();
  const before = JSON.stringify(form(preview).handle.values());
  await userEvent.click(inside(preview, '[aria-label="换一组示例"]'));
  await expect.poll(() => JSON.stringify(form(preview).handle.values())).not.toBe(before);
  await userEvent.click(inside(preview, '[data-width=phone]'));
  await settled();
  expect(inside(preview, '.page').clientWidth).toBeLessThanOrEqual(390);
  expect(form(preview).scrollWidth).toBeLessThanOrEqual(390);
  await userEvent.selectOptions(inside(preview, '#task'), 'Task_late');
  await expect.poll(() => inside(preview, '.page').textContent).toContain('不显示这张表单');
  expect(await axeFindings()).toEqual([]);
});

/** The administrator changes the measure in the designers and publishes it: new cases run on the new release, old ones finish on theirs. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { dialog, openCase, startCase } from './desk.ts';
import { box, formOf } from './fill.ts';
import { look } from './look.ts';
import { openOffice } from './office.ts';
import { caseOf, completed, startedCase, taskAt } from './past.ts';
import { sampleCase } from './sample-case.ts';

const WINDOW = 'jishishan.window';
const sample = sampleCase('accepted-and-converted');
let oldCase: string;

const office = openOffice('studio', sample.startsAt);

beforeAll(async () => {
  oldCase = await startedCase(office.portal, WINDOW, '2611-622927-04-01-100001');
});

describe('a measure is changed and published', () => {
  test('the flow is opened; a step is renamed', async () => {
    const studio = await office.people.at('jishishan.administrator');
    await studio.getByRole('link', { name: '措施管理' }).click();
    await shape(studio, 'Task_accept').waitFor();
    await look(studio, 'studio');
    await showFlow(studio);
    await shape(studio, 'Task_accept').click();
    const name = studio.locator('tb-flow-designer #name');
    await name.fill('受理、告知');
    await name.blur();
    await kept(studio);
  });

  test('a step dropped on the flow by pointer lacks what it needs; taken back, nothing is missing', async () => {
    const studio = await office.people.at('jishishan.administrator');
    const before = await shapes(studio).count();
    const from = await middleOf(studio.locator('tb-flow-designer [data-kind="userTask"]'));
    const canvas = await studio.locator('tb-flow-designer .djs-container').boundingBox();
    await studio.mouse.move(from.x, from.y);
    await studio.mouse.down();
    await studio.mouse.move((canvas?.x ?? 0) + 420, (canvas?.y ?? 0) + 70, { steps: 10 });
    await studio.mouse.up();
    await expect.poll(() => shapes(studio).count()).toBeGreaterThan(before);
    await studio.getByRole('button', { name: /^检查/ }).first().click();
    const problems = studio.getByRole('complementary', { name: '检查结果' });
    await expect.poll(() => problems.getByRole('listitem').count()).toBeGreaterThan(0);
    await look(studio, 'studio-problems');
    await showFlow(studio);
    await studio.locator('tb-flow-designer').getByRole('button', { name: '撤销', exact: true }).click();
    await expect.poll(() => shapes(studio).count()).toBe(before);
    await expect.poll(() => problems.getByRole('listitem').count()).toBe(0);
    await problems.getByRole('button', { name: '关闭' }).click();
  });

  test('a step added by keyboard stands in the line; it is given to a department with a limit', async () => {
    const studio = await office.people.at('jishishan.administrator');
    const designer = studio.locator('tb-flow-designer');
    await shape(studio, 'Task_accept').click();
    await designer.locator('[data-kind="userTask"]').focus();
    await studio.keyboard.press('Enter');
    const name = designer.locator('#name');
    await expect.poll(() => name.inputValue()).toBe('新环节');
    await name.fill('合规审查');
    await name.blur();
    await designer.locator('#performer-role').selectOption({ label: '部门经办人' });
    await designer.locator('#performer-department').selectOption({ label: '县发改局' });
    await designer.locator('#limit-0').selectOption({ label: '新建时限…' });
    await designer.locator('#limit-0-amount').fill('2');
    await designer.locator('#limit-0-amount').blur();
    await kept(studio);
    await look(studio, 'studio-step');
  });

  test('a field is added to the form, taken back, and brought again', async () => {
    const studio = await office.people.at('jishishan.administrator');
    await studio.getByRole('button', { name: '表单', exact: true }).click();
    const designer = studio.locator('tb-form-designer');
    const added = designer.locator('[data-pick="F-01.industry"]');
    await designer.locator('[data-pick="F-01.site"]').click();
    await designer.locator('[data-entry="industry"]').click();
    await added.waitFor();
    await designer.getByRole('button', { name: '撤销', exact: true }).click();
    await added.waitFor({ state: 'detached' });
    await designer.getByRole('button', { name: '重做', exact: true }).click();
    await added.waitFor();
    await kept(studio);
    await look(studio, 'studio-form');
  });

  test('what is loaded when it is first opened is there in the built page: every view, the import, the preview', async () => {
    const studio = await office.people.at('jishishan.administrator');
    const designer = studio.locator('tb-form-designer');
    const shows: readonly (readonly [string, Locator])[] = [
      ['依赖', designer.getByText('全部依赖关系')],
      ['文字', designer.getByRole('button', { name: '导出 CSV' })],
      ['人人可填', designer.getByText('人人可填检查')],
      ['对比', designer.getByRole('heading', { name: /与已发布的版本/ })],
      ['试填', designer.locator('tb-form').getByRole('textbox', { name: '项目名称' })],
    ];
    for (const [view, shown] of shows) {
      await designer.getByRole('button', { name: view, exact: true }).click();
      await shown.first().waitFor();
    }
    await designer.getByRole('button', { name: '设计', exact: true }).click();
    await designer.getByRole('button', { name: '导入', exact: true }).click();
    await designer.getByRole('textbox', { name: /粘贴/ }).waitFor();
    await studio.keyboard.press('Escape');
    await designer.getByRole('textbox', { name: /粘贴/ }).waitFor({ state: 'hidden' });
  });

  test('it is published as a new release', async () => {
    const studio = await office.people.at('jishishan.administrator');
    await studio.getByRole('button', { name: '发布', exact: true }).click();
    await dialog(studio).getByLabel('本次修改说明').fill('增加合规审查环节');
    await dialog(studio).getByRole('button', { name: '发布', exact: true }).click();
    await studio.getByText('已发布版本 1.1').waitFor();
    await studio.getByRole('button', { name: '版本', exact: true }).click();
    await studio.getByText('增加合规审查环节').waitFor();
    await look(studio, 'studio-releases');
  });

  test('a new case has the new field and step; the old one finishes on its release', async () => {
    const window = await office.people.at(WINDOW);
    await startCase(window, '2611-622927-04-01-100002');
    await window.getByText(/第 1\.1 版/).waitFor();
    await box(formOf(window, 'F-01'), '所属行业')
      .or(box(formOf(window, 'F-01'), '行业'))
      .first()
      .waitFor();
    const newCase = await openCase(window);
    for (const [caseId, next, person] of [
      [oldCase, 'Task_natural_resources', 'jishishan.natural-resources'],
      [newCase, undefined, 'jishishan.development-reform'],
    ] as const) {
      await completed(office.portal, WINDOW, caseId, 'Task_file', sample.at('Task_file'));
      await completed(office.portal, WINDOW, caseId, 'Task_accept', sample.at('Task_accept'), 'accept');
      if (next !== undefined) await taskAt(office.portal, person, caseId, next);
      else
        await expect
          .poll(async () => (await caseOf(office.portal, WINDOW, caseId)).openTasks.map((task) => task.name))
          .toEqual(['合规审查']);
    }
    const versions = [await caseOf(office.portal, WINDOW, oldCase), await caseOf(office.portal, WINDOW, newCase)].map(
      (view) => view.releaseVersion,
    );
    expect(versions).toEqual(['1.0', '1.1']);
  });

  test('nothing went wrong in any window', () => {
    expect(office.people.wrong).toEqual([]);
  });
});

function shape(page: Page, id: string): Locator {
  return page.locator(`tb-flow-designer .djs-shape[data-element-id="${id}"]`);
}

function shapes(page: Page): Locator {
  return page.locator('tb-flow-designer .djs-shape');
}

/** A narrow window shows the list of steps, and it stays when there is room again. */
async function showFlow(page: Page): Promise<void> {
  await page.locator('tb-flow-designer').getByRole('button', { name: '流程图', exact: true }).click();
}

async function kept(page: Page): Promise<void> {
  await page
    .locator('tb-measure-studio')
    .getByText(/^已自动保存/)
    .waitFor();
}

async function middleOf(element: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await element.boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

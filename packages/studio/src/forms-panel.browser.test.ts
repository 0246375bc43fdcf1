import { axeFindings } from '@tongban/element-kit/testing';
import type { FormDocument, MeasureService } from '@tongban/model';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import certificate from '../../measures/forms/F-08.form.json';
import { draftFile, openStudio, publishedMeasure, surface } from './test-support/open-studio.ts';

let service: MeasureService;

const draft = (path: string): Promise<string> => draftFile(service, path);
const formList = () => page.getByRole('combobox', { name: '选择表单' });
const newForm = () => page.getByRole('button', { name: '新建表单' });

beforeEach(async () => {
  await page.viewport(1440, 900);
  service = await publishedMeasure();
});

describe('the forms of a measure', () => {
  it('a new one is named, begun empty, filled with fields and kept; what nothing shows is deleted again', async () => {
    await openStudio(service);
    await surface('表单');
    await newForm().click();
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await expect.element(page.getByText('请填写标题，例如“项目登记表”。')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await userEvent.fill(page.getByRole('textbox', { name: '表单标题' }), '项目登记表');
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await expect.element(formList()).toHaveValue('forms/F-05.form.json');
    await page.getByRole('button', { name: '项目信息（整组）' }).last().click();
    await expect.poll(() => draft('forms/F-05.form.json')).toContain('F-05.projectName');
    expect(await draft('measure.json')).toContain('forms/F-05.form.json');
    await page.getByRole('button', { name: '删除这张表单' }).click();
    await page.getByRole('button', { name: '删除这张表单' }).last().click();
    await expect.poll(() => draft('measure.json')).not.toContain('forms/F-05.form.json');
    expect(await draft('forms/F-05.form.json')).toBe('');
    await expect.element(page.getByRole('button', { name: /流程中有 \d+ 处使用这张表单/ })).toBeVisible();
  });

  it('a new one begins with a paper form; a number that is taken is said where it is typed', async () => {
    await openStudio(service, { papers: [certificate as unknown as FormDocument] });
    await surface('表单');
    await newForm().click();
    await page.getByRole('radio', { name: '现成的表单' }).click();
    await expect.element(page.getByRole('textbox', { name: '表单标题' })).toHaveValue('企业投资项目信用备案证');
    await page.getByText('编号 F-08，关键字 creditCertificate').click();
    await userEvent.fill(page.getByRole('textbox', { name: '编号' }), 'F-01');
    await expect.element(page.getByText('已有编号为“F-01”的表单，请换一个编号。')).toBeVisible();
    await userEvent.fill(page.getByRole('textbox', { name: '编号' }), 'F-80');
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await expect.poll(() => draft('forms/F-80.form.json')).toContain('F-80.certificateNumber');
    await expect.element(page.getByRole('button', { name: '信用等级，下拉选择，必填' })).toBeVisible();
  });

  it('a key is renamed in the whole measure: first it is shown where it is read; taken back, every file is as it was', async () => {
    const before = (await service.draft('mock-approval')).sources;
    await openStudio(service);
    await surface('表单');
    await page.getByRole('button', { name: '项目名称，单行文本，必填' }).click();
    await userEvent.fill(page.getByRole('textbox', { name: '关键字' }), '工程名称');
    await userEvent.keyboard('{Enter}');
    const uses = page.getByRole('group', { name: '关键字' });
    for (const where of [/流程：/, /文书：/, /试办样例：/, /案件的标题/, /告知单：“项目名称”的计算公式/]) {
      await expect.element(uses.getByRole('listitem').filter({ hasText: where }).first()).toBeVisible();
    }
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '改名并全部更新' }).click();
    await expect.poll(() => draft('measure.json')).toContain('application.工程名称');
    const after = (await service.draft('mock-approval')).sources;
    const reading = Object.keys(before).filter((path) => before[path]?.includes('application.projectName'));
    expect(reading.length).toBeGreaterThan(8);
    for (const path of reading) {
      expect(after[path], path).toContain('application.工程名称');
      expect(after[path], path).not.toContain('application.projectName');
    }
    await page.getByRole('button', { name: '检查', exact: true }).click();
    await expect.element(page.getByRole('complementary', { name: '检查结果' })).toBeVisible();
    await expect.element(page.getByText('没有发现问题').last()).toBeVisible();
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await expect.poll(() => draft('measure.json')).toBe(before['measure.json']);
    const restored = (await service.draft('mock-approval')).sources;
    for (const path of reading) expect(restored[path], path).toBe(before[path]);
  });
});

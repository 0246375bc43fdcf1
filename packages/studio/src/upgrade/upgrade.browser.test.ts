import { untranslated } from '@tongban/element-kit';
import { axeFindings } from '@tongban/element-kit/testing';
import type { Limit, MeasureManifest, MeasureService } from '@tongban/model';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as support from '../test-support/open-studio.ts';
import { upgradeMessages } from './upgrade-messages.ts';

const COPY = 'mock-approval-local';
let county: MeasureService;
let province: MeasureService;

beforeEach(async () => {
  await page.viewport(1440, 900);
  ({ county, province } = await support.levels());
});

it('has every word in both languages', () => {
  expect(untranslated(upgradeMessages)).toEqual([]);
});

describe('<tb-upper-measures>', () => {
  it('makes a local copy under a name and an id, and says when the id is taken', async () => {
    const opened: string[] = [];
    const list = document.createElement('tb-upper-measures');
    list.service = county;
    list.addEventListener('tb-measure-open', (event) => opened.push(event.measureId));
    support.onlyOnPage(list);
    await page.getByRole('button', { name: '建立本地副本' }).click();
    await userEvent.fill(page.getByRole('textbox', { name: '副本的名称' }), '积石山县模拟审批');
    await userEvent.fill(page.getByRole('textbox', { name: '标识' }), '大写');
    await page.getByRole('button', { name: '建立本地副本' }).last().click();
    await expect.element(page.getByText(/标识“大写”不能使用/)).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await userEvent.fill(page.getByRole('textbox', { name: '标识' }), COPY);
    await page.getByRole('button', { name: '建立本地副本' }).last().click();
    await expect.poll(() => opened).toEqual([COPY]);
    expect(await manifest()).toMatchObject({ id: COPY, title: { 'zh-CN': '积石山县模拟审批' } });
  });
});

describe('the upgrade of a copy', () => {
  beforeEach(async () => {
    const [upper] = await county.upperMeasures();
    await county.copy({ measureId: COPY, releaseId: upper?.releases[0]?.id ?? '', title: '积石山县模拟审批' });
  });

  it('says when the level above has published nothing new', async () => {
    await open();
    await expect.element(page.getByText('上级版本没有更新')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
  });

  it('lists what both changed, keeps the result when all is chosen and checked, and goes back in one step', async () => {
    await amount(county, COPY, 3);
    await publishAmount(4);
    await open();
    await expect.element(page.getByText('还有 1 处待选择')).toBeVisible();
    const keep = page.getByRole('button', { name: '检查并保留升级结果' });
    await expect.element(keep).toBeDisabled();
    expect(await axeFindings()).toEqual([]);
    const group = page.getByRole('group', { name: '时限“模拟审查”：数量' });
    await group.getByRole('radio', { name: '用上级的 4 个工作日' }).click();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(group.getByRole('radio', { name: '保留本级的 3 个工作日' })).toBeChecked();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(page.getByText('双方都改的地方已全部选择')).toBeVisible();
    await keep.click();
    await expect.element(page.getByRole('button', { name: '回到升级前' })).toBeVisible();
    expect(await days()).toBe(4);
    expect((await manifest()).extends).toBe((await province.releases('mock-approval')).find(({ current }) => current)?.id);
    await expect.element(page.getByText('上级版本没有更新')).toBeVisible();
    await page.getByRole('button', { name: '回到升级前' }).click();
    await expect.element(page.getByText('回到升级前的草稿？')).toBeVisible();
    await page.getByRole('button', { name: '回到升级前' }).last().click();
    await expect.element(page.getByText('还有 1 处待选择')).toBeVisible();
    expect(await days()).toBe(3);
  });

  it('shows the flow as it will be, compared with the draft', async () => {
    await publishFlow((xml) => xml.replace('name="模拟审查"', 'name="部门模拟审查"'));
    await open();
    await expect.element(page.getByText('环节“部门模拟审查”：名称：由“模拟审查”改为“部门模拟审查”')).toBeVisible();
    await page.getByRole('group', { name: '对照图' }).getByRole('button', { name: '流程' }).click();
    await expect.element(page.getByRole('heading', { name: '与升级前对比' })).toBeVisible();
  });
});

async function open(): Promise<void> {
  await support.openStudio(county, { measureId: COPY }, '积石山县模拟审批');
  await support.surface('升级');
}

async function manifest(): Promise<MeasureManifest> {
  return JSON.parse((await county.draft(COPY)).sources['measure.json'] ?? '') as MeasureManifest;
}

async function days(): Promise<number | undefined> {
  return (await manifest()).limits.find(({ id }) => id === 'mock-review')?.amount;
}

async function amount(service: MeasureService, measureId: string, value: number): Promise<number> {
  const draft = await service.draft(measureId);
  const before = JSON.parse(draft.sources['measure.json'] ?? '') as MeasureManifest;
  const limits = before.limits.map((limit): Limit => (limit.id === 'mock-review' ? { ...limit, amount: value } : limit));
  const files = { 'measure.json': JSON.stringify({ ...before, limits }) };
  return (await service.saveDraft({ measureId, revision: draft.revision, files })).revision;
}

async function publishAmount(value: number): Promise<void> {
  const revision = await amount(province, 'mock-approval', value);
  expect((await province.publish({ commandId: 'amount', measureId: 'mock-approval', revision })).problems.filter(isError)).toEqual([]);
}

async function publishFlow(change: (xml: string) => string): Promise<void> {
  const { sources, revision } = await province.draft('mock-approval');
  const files = { 'flow.bpmn': change(sources['flow.bpmn'] ?? '') };
  const saved = await province.saveDraft({ measureId: 'mock-approval', revision, files });
  await province.publish({ commandId: 'flow', measureId: 'mock-approval', revision: saved.revision });
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error';
}

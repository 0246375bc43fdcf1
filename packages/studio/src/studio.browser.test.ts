import { untranslated } from '@tongban/element-kit';
import { axeFindings } from '@tongban/element-kit/testing';
import type { MeasureService } from '@tongban/model';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { MeasureStudio } from './measure-studio.ts';
import { studioMessages } from './studio-messages.ts';
import * as support from './test-support/open-studio.ts';

const { surface } = support;
let service: MeasureService;

const openStudio = (): Promise<MeasureStudio> => support.openStudio(service);
const draft = (path: string): Promise<string> => support.draftFile(service, path);

beforeEach(async () => {
  await page.viewport(1440, 900);
  service = await support.publishedMeasure();
});

it('has every word in both languages', () => {
  expect(untranslated(studioMessages)).toEqual([]);
});

describe('<tb-measure-studio>', () => {
  it.each(['规则', '时限', '参数', '事项', '版本'])('shows %s without a finding of axe', async (name) => {
    await openStudio();
    await surface(name);
    expect(await axeFindings()).toEqual([]);
  });

  it('tells the flow what its decisions are called and give', async () => {
    const studio = await openStudio();
    const known = (id: string) => studio.renderRoot.querySelector('tb-flow-designer')?.context?.decisions.find((one) => one.id === id);
    await expect.poll(() => known('DT-07')?.name).toBe('信用等级对模拟审批的影响');
    const [allowed] = known('DT-07')?.result?.entries ?? [];
    expect([allowed?.name, allowed?.type]).toEqual(['allowed', 'boolean']);
    expect(known('DT-15')?.result?.type).toBe('list');
  });

  it('locks parts of a measure for its copies, with the reason', async () => {
    await openStudio();
    await surface('时限');
    await page.getByText('锁定（0 项）').click();
    await page.getByRole('combobox', { name: '下级的副本对“文件转换”' }).selectOptions('只能缩短');
    await userEvent.fill(page.getByRole('textbox', { name: '锁定“文件转换”的依据' }), '附件4第四条');
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByText('锁定（1 项）')).toBeVisible();
    const locks = async () => JSON.parse(await draft('measure.json')).locks;
    await expect.poll(locks).toEqual([{ part: 'limit', id: 'conversion', rule: 'shorter', reason: '附件4第四条' }]);
    expect(await axeFindings()).toEqual([]);
  });

  it('shows a copy what its base locks, keeps it from being changed, and puts it back', async () => {
    const before = JSON.parse(await draft('measure.json'));
    const locks = [
      { part: 'limit', id: 'conversion', rule: 'shorter', reason: '附件4第四条' },
      { part: 'table', id: 'DT-16', rule: 'fixed' },
    ];
    const save = (revision: number, manifest: object) =>
      service.saveDraft({ measureId: 'mock-approval', revision, files: { 'measure.json': JSON.stringify(manifest) } });
    await save(0, { ...before, locks });
    const { release } = await service.publish({ commandId: 'province', measureId: 'mock-approval', revision: 1 });
    const longer = before.limits.map((limit: { readonly id: string }) => (limit.id === 'conversion' ? { ...limit, amount: 30 } : limit));
    await save(1, { ...before, locks, limits: longer, extends: release?.id });
    await openStudio();
    await surface('时限');
    await expect.element(page.getByRole('listitem').filter({ hasText: '附件4第四条' })).toBeVisible();
    expect(page.getByRole('combobox', { name: '文件转换 单位' }).element()).toHaveProperty('disabled', true);
    await page.getByRole('button', { name: /^检查/ }).first().click();
    await expect.element(page.getByText(/时限“文件转换”只能缩短：《.+》1\.0规定为 3 个工作日/)).toBeVisible();
    expect((await service.publish({ commandId: 'county', measureId: 'mock-approval', revision: 2 })).release).toBeUndefined();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '恢复上级的内容' }).click();
    await expect.poll(async () => JSON.parse(await draft('measure.json')).limits).toEqual(before.limits);
    await expect.element(page.getByText(/只能缩短：《/)).not.toBeInTheDocument();
  });

  it('edits a decision table in words, says what is wrong with a cell, and keeps the file as DMN', async () => {
    await openStudio();
    await surface('规则');
    await page.getByRole('gridcell').filter({ hasText: 'A、A-、B、B-' }).click();
    await userEvent.keyboard('A、A-{Enter}');
    await expect.poll(() => draft('tables/dt-07.dmn')).toContain('"A", "A-"');
    expect(await draft('tables/dt-07.dmn')).toContain('003 附件2 第二十、二十一条');
    await userEvent.keyboard('=(1{Enter}');
    await expect.poll(() => draft('tables/dt-07.dmn')).toContain('<text>(1</text>');
    await page.getByRole('button', { name: /^检查/ }).first().click();
    await expect.element(page.getByRole('button', { name: /错误 表达式在第/ })).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => draft('tables/dt-07.dmn')).not.toContain('<text>(1</text>');
  });

  it('tries a table with the parameters of the measure, and keeps the case as an example', async () => {
    await openStudio();
    await surface('规则');
    await page.getByRole('tab', { name: '试一试' }).click();
    await userEvent.fill(page.getByRole('combobox', { name: '信用等级' }).or(page.getByRole('textbox', { name: '信用等级' })), 'A');
    await expect.element(page.getByText('第 2 行符合。')).toBeVisible();
    await page.getByRole('button', { name: '保存为样例' }).click();
    await expect.poll(() => draft('tables/dt-07.examples.json')).toContain('"creditGrade": "A"');
    await expect.poll(() => draft('measure.json')).toContain('tables/dt-07.examples.json');
    await expect.element(page.getByText('1 个全部相符')).toBeVisible();
  });

  it('binds a column of a table to a reference list: its rows that hold are offered, and the table is tried with them', async () => {
    const manifest = JSON.parse(await draft('measure.json'));
    manifest.parts.lists = ['lists/grades.csv'];
    const grades = '等级,名称 说明,有效期止\nA,优,\nB,良,\nC,中,2001-01-01\n';
    await service.saveDraft({
      measureId: 'mock-approval',
      revision: 0,
      files: { 'measure.json': JSON.stringify(manifest), 'lists/grades.csv': grades },
    });
    await openStudio();
    await surface('规则');
    await page.getByRole('gridcell').filter({ hasText: 'A、A-、B、B-' }).click();
    await userEvent.keyboard('{Control>}{ArrowUp}{/Control}{ArrowUp}{Enter}');
    await page.getByRole('combobox', { name: '取值来自清单' }).selectOptions('grades：等级');
    await expect.poll(() => draft('tables/dt-07.dmn')).toContain('list contains(lists.grades.等级, ?)');
    expect(page.getByRole('option', { name: 'grades：名称' }).elements()).toHaveLength(0);
    await page.getByRole('gridcell').filter({ hasText: 'A、A-、B、B-' }).click();
    await userEvent.keyboard('{F2}');
    const offered = page.getByRole('listbox').getByRole('option');
    await expect.poll(() => offered.elements().map(({ textContent }) => textContent)).toEqual(['A', 'B', '不限']);
    await userEvent.keyboard('{Escape}');
    await page.getByRole('tab', { name: '试一试' }).click();
    await userEvent.fill(page.getByRole('combobox', { name: '信用等级' }).or(page.getByRole('textbox', { name: '信用等级' })), 'A');
    await expect.element(page.getByText(/第 \d 行符合。/)).toBeVisible();
  });

  it('makes a new decision table by keyboard, asking a field of the form', async () => {
    await openStudio();
    await surface('规则');
    await page.getByRole('button', { name: '新建决策表' }).click();
    await expect.element(page.getByRole('textbox', { name: '名称', exact: true })).toHaveValue('新决策表');
    await userEvent.fill(page.getByRole('textbox', { name: '名称', exact: true }), '投资规模');
    await userEvent.keyboard('{Tab}');
    await page.getByRole('button', { name: '添加第一行' }).click();
    await userEvent.keyboard('{ArrowUp}{Enter}');
    await userEvent.fill(page.getByRole('combobox', { name: '取自' }), '项目名称');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => draft('tables/dt-new-4.dmn')).toContain('application.projectName');
    expect(await draft('tables/dt-new-4.dmn')).toContain('name="投资规模"');
    await expect.poll(() => draft('measure.json')).toContain('tables/dt-new-4.dmn');
  });

  it('changes a limit, keeps the draft by itself and publishes a release', async () => {
    await openStudio();
    await surface('时限');
    await userEvent.fill(page.getByRole('textbox', { name: '文件转换 数量' }), '5');
    await userEvent.keyboard('{Tab}');
    await expect.poll(() => draft('measure.json')).toContain('"amount": 5');
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await userEvent.fill(page.getByRole('textbox', { name: '本次修改说明' }), '转换时限改为 5 个工作日');
    await page.getByRole('button', { name: '发布', exact: true }).last().click();
    await expect.element(page.getByText('已发布版本 1.1')).toBeVisible();
    const releases = await service.releases('mock-approval');
    expect(releases.map(({ version, current, note }) => ({ version, current, note }))).toContainEqual({
      version: '1.1',
      current: true,
      note: '转换时限改为 5 个工作日',
    });
  });

  it('publishes what was edited in the flow a moment ago, and not told yet', async () => {
    const studio = await openStudio();
    const designer = studio.renderRoot.querySelector('tb-flow-designer');
    await designer?.select('Task_accept');
    const name = designer?.renderRoot.querySelector<HTMLInputElement>('#name') as HTMLInputElement;
    const publish = () => page.getByRole('button', { name: '发布', exact: true }).elements() as HTMLElement[];
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      // pressed in the page: while a locator presses, the clock would go on
      name.value = '窗口受理';
      name.dispatchEvent(new Event('change', { bubbles: true }));
      publish()[0]?.click();
      await studio.updateComplete;
      publish()[1]?.click();
      await expect.poll(async () => (await service.releases('mock-approval')).length).toBe(2);
    } finally {
      vi.useRealTimers();
    }
    const current = (await service.releases('mock-approval')).find((release) => release.current);
    expect((await service.sources(current?.id ?? ''))['flow.bpmn']).toContain('name="窗口受理"');
  });

  it('says for what reasons the clocks may stand still, how long, and keeps the rest of the measure', async () => {
    await openStudio();
    await surface('时限');
    const before = JSON.parse(await draft('measure.json'));
    const measure = async () => JSON.parse(await draft('measure.json'));
    const reason = (name: string) => page.getByRole('group', { name, exact: true });
    await page.getByRole('combobox', { name: '添加事由' }).selectOptions('公示');
    await page.getByRole('button', { name: '添加', exact: true }).click();
    await reason('公示').getByRole('checkbox', { name: '文件转换' }).click();
    await reason('公示').getByRole('combobox', { name: '怎样结束' }).selectOptions('满一定期限自动恢复');
    const amount = reason('公示').getByRole('textbox', { name: '暂停多长' });
    await userEvent.fill(amount, '两');
    await userEvent.keyboard('{Tab}');
    await expect.element(amount).toHaveValue('5');
    await userEvent.fill(amount, '10');
    await userEvent.keyboard('{Tab}');
    await reason('公示').getByRole('checkbox', { name: '结束以前提醒' }).click();
    await userEvent.fill(reason('公示').getByRole('textbox', { name: '依据' }), '003 第十九条');
    await userEvent.keyboard('{Tab}');
    expect(await axeFindings()).toEqual([]);
    const publicity = { id: 'publicity', term: { amount: 10, unit: 'workingDay' }, ahead: 1, source: '003 第十九条' };
    await expect.poll(async () => (await measure()).pauses).toEqual([...before.pauses, publicity]);
    expect((await measure()).limits.find(({ id }: { readonly id: string }) => id === 'conversion').pauses).toContain('publicity');
    await reason('公示').getByRole('button', { name: '删除“公示”' }).click();
    await expect.poll(measure).toEqual(before);
  });

  it('says what is missing, goes there, and does not publish it', async () => {
    const broken = JSON.parse(await draft('measure.json')) as { limits: { unit?: string | undefined }[] };
    broken.limits = broken.limits.map((limit, at) => (at === 0 ? { ...limit, unit: undefined } : limit));
    await service.saveDraft({ measureId: 'mock-approval', revision: 0, files: { 'measure.json': JSON.stringify(broken) } });
    await openStudio();
    await page.getByRole('button', { name: /^检查/ }).first().click();
    const problem = page.getByRole('complementary', { name: '检查结果' }).getByRole('button').nth(1);
    await expect.element(problem).toBeVisible();
    await problem.click();
    await expect.element(page.getByRole('combobox', { name: '文件转换 单位' })).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await expect.element(page.getByRole('button', { name: '发布', exact: true }).last()).toBeDisabled();
  });

  it('goes back to an earlier release', async () => {
    await openStudio();
    await surface('参数');
    await page.getByRole('combobox', { name: '办理渠道' }).selectOptions('线上线下均可');
    await expect.poll(() => draft('measure.json')).toContain('"value": "online"');
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('button', { name: '发布', exact: true }).last().click();
    await expect.element(page.getByText('已发布版本 1.1')).toBeVisible();
    await surface('版本');
    await page.getByRole('button', { name: '恢复使用此版本' }).click();
    await page.getByRole('button', { name: '恢复使用此版本' }).last().click();
    await expect.poll(async () => (await service.releases('mock-approval')).find(({ current }) => current)?.version).toBe('1.0');
  });

  it('tells when somebody else changed the draft, and loses nothing', async () => {
    await openStudio();
    await service.saveDraft({
      measureId: 'mock-approval',
      revision: 0,
      files: { 'items.csv': '事项编码,事项名称,部门,类型\nA,甲,water,承诺件\n' },
    });
    await surface('时限');
    await userEvent.fill(page.getByRole('textbox', { name: '文件转换 数量' }), '7');
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByText(/此草稿已被他人修改/)).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: '文件转换 数量' })).toHaveValue('7');
  });
});

import '@tongban/portal/operators';
import { axeFindings, onPage } from '@tongban/element-kit/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openRunningOffice, type RunningOffice } from '../test-support/running-office.ts';

let office: RunningOffice;
let caseId: string;

const show = () => {
  const element = document.createElement('tb-pauses');
  void onPage(element);
  element.service = office.host();
};

async function choose(): Promise<void> {
  await page.getByRole('combobox', { name: '办件' }).click();
  await userEvent.keyboard('备案');
  await page.getByRole('option', { name: /备案/ }).click();
  await expect.element(page.getByRole('combobox', { name: '暂停事由' })).toBeVisible();
}

beforeEach(async () => {
  await page.viewport(1280, 1000);
  office = await openRunningOffice();
  caseId = await office.start();
});

describe('<tb-pauses>', () => {
  it('pauses a case for a reason of the measure after showing what that moves, and lets it go on', async () => {
    show();
    await expect.element(page.getByText('没有暂停计时的办件。')).toBeVisible();
    await choose();
    await expect.element(page.getByRole('heading', { name: '如果在预计日期恢复，到期日将这样调整' })).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('combobox', { name: '暂停事由' }).selectOptions('专家评审');
    await expect.element(page.getByRole('radio', { name: '从现在起，由人恢复' })).toBeChecked();
    await page.getByRole('textbox', { name: '说明（可不填）' }).fill('邀请专家');
    await page.getByRole('button', { name: '暂停计时' }).click();
    await expect.element(page.getByText(/^专家评审，.*起暂停$/)).toBeVisible();
    expect((await office.host().pauses(caseId)).lasting).toMatchObject([{ reason: 'expertReview', byCommand: true }]);
    await page.getByRole('button', { name: /^结束“专家评审” / }).click();
    await expect.element(page.getByText('结束“专家评审”，恢复计时？')).toBeVisible();
    await expect.element(page.getByRole('heading', { name: '到期日不变' })).toBeVisible();
    await page.getByRole('button', { name: '恢复计时', exact: true }).click();
    await expect.element(page.getByText('没有暂停计时的办件。')).toBeVisible();
    expect((await office.host().pauses(caseId)).lasting).toEqual([]);
  });

  it('pauses until a day, or for the time that the measure says, and says when it goes on', async () => {
    const publicity = { id: 'publicity', term: { amount: 3, unit: 'workingDay' } } as const;
    office = await openRunningOffice([publicity]);
    caseId = await office.start();
    show();
    await choose();
    await expect.element(page.getByText('措施规定这一事由暂停 3 个工作日')).toBeVisible();
    await expect.element(page.getByRole('radio', { name: '从现在起，满一定期限自动恢复' })).toBeChecked();
    await expect.element(page.getByText(/起恢复计时。$/)).toBeVisible();
    const amount = page.getByRole('textbox', { name: '暂停多长时间' });
    await amount.fill('两');
    await page.getByRole('button', { name: '暂停计时' }).click();
    await expect.element(page.getByText('请填写1至10000的整数。')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('radio', { name: '从现在起，到某一天自动恢复' }).click();
    await page.getByRole('textbox', { name: '结束日期（含当天）' }).fill('2099-03-05');
    await page.getByRole('button', { name: '暂停计时' }).click();
    await expect.element(page.getByText(/^公示，.*起暂停，2099年3月6日起自动恢复$/)).toBeVisible();
    await expect.element(page.getByRole('heading', { name: '正在暂停计时的办件' })).toBeVisible();
    expect((await office.host().pauses(caseId)).lasting).toMatchObject([{ until: Date.parse('2099-03-06T00:00:00+08:00') }]);
    expect(await axeFindings()).toEqual([]);
  });

  it('prolongs a pause with a reason, and ends it before its time; both show the due days before and after', async () => {
    const until = Date.parse('2099-03-06T00:00:00+08:00');
    await office.host().pause({ commandId: 'p1', caseId, reason: 'expertReview', until });
    show();
    const move = page.getByRole('button', { name: /^调整“专家评审”的结束时间/ });
    await expect.element(move).toBeVisible();
    expect(move.element().scrollWidth).toBeLessThanOrEqual(move.element().clientWidth);
    await move.click();
    const day = page.getByRole('textbox', { name: '结束日期（含当天）' });
    await expect.element(day).toHaveValue('2099-03-05');
    await expect.element(page.getByRole('heading', { name: '到期日不变' })).toBeVisible();
    await day.fill('2099-03-12');
    await expect.element(page.getByRole('heading', { name: '到期日将这样调整' })).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '调整', exact: true }).click();
    await expect.element(page.getByText('请写明调整的理由。')).toBeVisible();
    await page.getByRole('textbox', { name: '调整的理由' }).fill('专家改期');
    await page.getByRole('button', { name: '调整', exact: true }).click();
    await expect.element(page.getByText(/^专家评审，.*起暂停，2099年3月13日起自动恢复$/)).toBeVisible();
    await page.getByRole('button', { name: /^结束“专家评审” / }).click();
    await expect.element(page.getByRole('heading', { name: '到期日将这样调整' })).toBeVisible();
    await page.getByRole('button', { name: '恢复计时', exact: true }).click();
    await expect.element(page.getByText('没有暂停计时的办件。')).toBeVisible();
    expect((await office.host().pauses(caseId)).lasting).toEqual([]);
  });

  it('takes a stretch that is over, and says what is wrong with its days', async () => {
    show();
    await choose();
    await page.getByRole('radio', { name: '补记一段已经结束的时间' }).click();
    const to = page.getByRole('textbox', { name: '结束日期（含当天）' });
    await to.fill('2099-01-01');
    await page.getByRole('button', { name: '不计入时限' }).click();
    await expect.element(page.getByText('这一段必须已经结束，请填写今天以前的日期。')).toBeVisible();
    await to.fill('2020-01-01');
    await page.getByRole('button', { name: '不计入时限' }).click();
    await expect.element(page.getByText('结束日期不能早于开始日期。')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    expect((await office.host().pauses(caseId)).lasting).toEqual([]);
  });

  it('fits a phone', async () => {
    await page.viewport(390, 844);
    show();
    await choose();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

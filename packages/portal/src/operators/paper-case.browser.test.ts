import '@tongban/portal/operators';
import { axeFindings, onPage } from '@tongban/element-kit/testing';
import { addDays, dayAt } from '@tongban/filing-form';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Office, openOffice } from '../test-support/office.ts';

let office: Office;
const TODAY = dayAt(Date.now(), 480);
const entered: string[] = [];

const show = (who = 'window') => {
  const element = document.createElement('tb-paper-case');
  void onPage(element);
  element.addEventListener('tb-case-started', ({ caseId }) => entered.push(caseId));
  element.service = office.engine.as(office.actor(who));
  element.cases = office.service(who);
};
const chooseProject = async () => {
  await page.getByRole('combobox', { name: /^项目/ }).click();
  await userEvent.keyboard('花椒');
  await page.getByRole('option', { name: /花椒精深加工/ }).click();
};

beforeEach(async () => {
  await page.viewport(1280, 1000);
  entered.length = 0;
  office = await openOffice(() => Date.now());
});

describe('<tb-paper-case>', () => {
  it('says what is wrong with what is typed, and goes there', async () => {
    show();
    await expect.element(page.getByRole('heading', { name: '现在办到哪里' })).toBeVisible();
    await page.getByRole('textbox', { name: '收件日期' }).fill('2099-01-01');
    await page.getByRole('button', { name: '核对时限' }).click();
    await expect.element(page.getByText('请选择项目。')).toBeVisible();
    await expect.element(page.getByText('请填写今天或今天以前的日期。').first()).toBeVisible();
    expect(await axeFindings()).toEqual([]);
  });

  it('shows the limits a case from paper will have, then enters it where it stands', async () => {
    show();
    await chooseProject();
    const [received, since] = [addDays(TODAY, -40), addDays(TODAY, -30)];
    await page.getByRole('textbox', { name: '收件日期' }).fill(received);
    await page.getByRole('combobox', { name: '环节' }).selectOptions('受理并一次性告知');
    await page.getByRole('textbox', { name: '到达日期' }).fill(since);
    await page.getByRole('button', { name: '核对时限' }).click();
    await expect.element(page.getByRole('heading', { name: '录入后的时限' })).toBeVisible();
    await expect.element(page.getByText('将打开的环节：受理并一次性告知')).toBeVisible();
    await expect.element(page.getByText(/^已超/).first()).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    expect((await office.engine.as(office.actor('window')).cases()).total).toBe(0);
    await page.getByRole('button', { name: '确认录入' }).click();
    await expect.poll(() => entered.length).toBe(1);
    const view = await office.service('window').case(entered[0] ?? '');
    expect([view.title, dayAt(view.startedAt, 480), view.openTasks.map(({ since: at }) => dayAt(at, 480))]).toEqual([
      '积石山县花椒精深加工项目',
      received,
      [since],
    ]);
  });

  it('checks again after a change', async () => {
    show();
    await chooseProject();
    await page.getByRole('button', { name: '核对时限' }).click();
    await expect.element(page.getByRole('button', { name: '确认录入' })).toBeVisible();
    await page.getByRole('textbox', { name: '补录说明（可不填）' }).fill('上线前受理');
    await expect.element(page.getByRole('button', { name: '确认录入' })).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: '核对时限' })).toBeVisible();
  });

  it('is not for those who may start nothing', async () => {
    show('nr');
    await expect.element(page.getByText('没有可以补录的措施')).toBeVisible();
  });
});

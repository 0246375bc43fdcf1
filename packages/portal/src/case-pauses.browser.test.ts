import '@tongban/portal/define';
import { axeFindings, onPage } from '@tongban/element-kit/testing';
import type { Actor } from '@tongban/model';
import { createCaseService } from '@tongban/runtime';
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openRunningOffice, PEOPLE, type RunningOffice } from './test-support/running-office.ts';

let office: RunningOffice;
let caseId: string;

const show = (actor: Actor) => {
  const element = document.createElement('tb-case');
  void onPage(element);
  element.service = createCaseService(office.engine, actor);
  element.host = office.desk(actor);
  element.caseId = caseId;
};

beforeEach(async () => {
  await page.viewport(1280, 1000);
  office = await openRunningOffice();
  caseId = await office.start();
});

it('whoever may pauses the clocks of the case with a reason, after seeing the new due day, and lets them go on', async () => {
  show(PEOPLE.window);
  await page.getByRole('button', { name: '暂停计时…' }).click();
  await page.getByRole('combobox', { name: '暂停事由' }).selectOptions('公示');
  await page.getByRole('radio', { name: '从现在起，满一定期限自动恢复' }).click();
  await expect.element(page.getByRole('heading', { name: '到期日将这样调整' })).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  await page.getByRole('textbox', { name: '说明（可不填）' }).fill('在网站公示');
  await page.getByRole('button', { name: '暂停计时', exact: true }).click();
  await expect.element(page.getByText(/^因公示，有关时限暂停计算，.*起自动恢复。$/)).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  await page.getByRole('button', { name: '结束“公示”' }).click();
  await expect.element(page.getByRole('table')).toBeVisible();
  await page.getByRole('button', { name: '恢复计时', exact: true }).click();
  await expect.element(page.getByText(/^因公示，有关时限暂停计算/)).not.toBeInTheDocument();
  expect((await office.host().pauses(caseId)).lasting).toEqual([]);
});

it('an applicant sees that the clocks stand still and until when, and no button', async () => {
  const until = Date.parse('2099-03-06T00:00:00+08:00');
  await office.host().pause({ commandId: 'p1', caseId, reason: 'publicity', until });
  show(PEOPLE.wang);
  await expect.element(page.getByText('因公示，有关时限暂停计算，2099年3月6日起自动恢复。')).toBeVisible();
  await expect.element(page.getByText(/2099年3月6日起恢复计时/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: '暂停计时…' })).not.toBeInTheDocument();
});

import '@tongban/portal/operators';
import { axeFindings, onPage } from '@tongban/element-kit/testing';
import type { HostService, RetryOrder } from '@tongban/model';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openOffice } from '../test-support/office.ts';
import { openRunningOffice, PEOPLE, type RunningOffice } from '../test-support/running-office.ts';

let office: RunningOffice;

function show(service: HostService = office.host()): HTMLElementTagNameMap['tb-incidents'] {
  const element = document.createElement('tb-incidents');
  void onPage(element);
  element.service = service;
  return element;
}

beforeEach(async () => {
  await page.viewport(1280, 900);
  office = await openRunningOffice();
});

describe('<tb-incidents>', () => {
  it('says that there are none', async () => {
    show();
    await expect.element(page.getByText('没有异常件')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
  });

  it('says what stands still and why, opens the case, and tries it again', async () => {
    office.register.down = true;
    const caseId = await office.start();
    await office.check(caseId);
    const element = show();
    const opened: string[] = [];
    element.addEventListener('tb-case-open', (event) => opened.push(event.caseId));
    await expect.element(page.getByText(/停在“登记入库”/)).toBeVisible();
    await expect.element(page.getByText(/登记系统没有应答/)).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: /^查看办件/ }).click();
    expect(opened).toEqual([caseId]);
    office.register.down = false;
    await page.getByRole('button', { name: /^重新执行/ }).click();
    await expect.element(page.getByText('没有异常件')).toBeVisible();
    await office.engine.runDue();
    expect((await office.desk(PEOPLE.admin).case(caseId)).ended?.kind).toBe('completed');
  });

  it('tries all of them again after asking', async () => {
    office.register.down = true;
    for (const caseId of [await office.start(), await office.start()]) await office.check(caseId);
    show();
    await page.getByRole('button', { name: '全部重新执行' }).click();
    await expect.element(page.getByText('重新执行这 2 处？')).toBeVisible();
    await page.getByRole('button', { name: '全部重新执行' }).last().click();
    await expect.element(page.getByText('没有异常件')).toBeVisible();
    office.register.down = false;
    await office.engine.runDue();
    expect((await office.host().incidents()).total).toBe(0);
  });

  it('corrects values in fields of their kind, and tries again with them', async () => {
    const caseId = await office.start({ amount: 45, urgent: false, day: { $date: '2026-11-23' } });
    await office.check(caseId);
    show();
    await page.getByRole('button', { name: /^更正后重试/ }).click();
    const amount = page.getByRole('textbox', { name: 'amount' });
    await expect.element(amount).toHaveValue('45');
    expect(await axeFindings()).toEqual([]);
    await amount.fill('四百五');
    await page.getByRole('button', { name: '保存更正并重新执行' }).click();
    await expect.element(page.getByText('请按“数字”填写。')).toBeVisible();
    await amount.fill('450');
    await page.getByRole('combobox', { name: 'urgent' }).selectOptions('true');
    await page.getByRole('button', { name: '增加一项' }).click();
    await page.getByRole('textbox', { name: '名称' }).fill('note');
    await page.getByRole('textbox', { name: '内容' }).fill('电话核对');
    await page.getByRole('button', { name: '保存更正并重新执行' }).click();
    await expect.element(page.getByText('没有异常件')).toBeVisible();
    await office.engine.runDue();
    const live = await office.engine.load('county', caseId);
    expect(live?.state.variables).toMatchObject({
      amount: 450,
      urgent: true,
      day: { $date: '2026-11-23' },
      note: '电话核对',
      number: 'R-1',
    });
  });

  it('asks before corrections are given up', async () => {
    await office.check(await office.start({ amount: 45 }));
    show();
    await page.getByRole('button', { name: /^更正后重试/ }).click();
    await page.getByRole('textbox', { name: 'amount' }).fill('46');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('放弃更正？')).toBeVisible();
    await page.getByRole('button', { name: '放弃更正' }).click();
    await expect.element(page.getByRole('textbox', { name: 'amount' })).not.toBeInTheDocument();
    expect((await office.host().incidents()).total).toBe(1);
  });

  it('corrects forms as they are filled in, and sends what was changed', async () => {
    const county = await openOffice();
    const view = await county.service('window').case(await county.play(2));
    const forms = view.forms.filter(({ form }) => form.document.key === 'application');
    const written = forms.map((form) => ({ ...form, access: { default: 'write' as const, fields: {} } }));
    await office.check(await office.start({ amount: 45 }));
    const host = office.host();
    const sent: RetryOrder[] = [];
    show({
      ...host,
      incident: async (caseId, incidentId) => ({
        ...(await host.incident(caseId, incidentId)),
        ...{ forms: written, items: view.items, departments: view.departments, calendar: view.calendar, context: view.context },
      }),
      retryIncident: async (order) => {
        sent.push(order);
        return { ok: true, caseId: order.caseId };
      },
    });
    await page.getByRole('button', { name: /^更正后重试/ }).click();
    const title = forms[0]?.form.document.title['zh-CN'] ?? '';
    await page.getByText(title, { exact: true }).click();
    await page.getByRole('textbox', { name: /联系电话/ }).fill('13893009999');
    await page.getByRole('button', { name: '保存更正并重新执行' }).click();
    await expect
      .poll(() => sent.map(({ data, variables }) => ({ data, variables })))
      .toEqual([{ data: { application: { phone: '13893009999' } }, variables: undefined }]);
  });
});

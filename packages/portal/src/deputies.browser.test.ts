import '@tongban/portal/define';
import { axeFindings, onPage } from '@tongban/element-kit/testing';
import type { Actor } from '@tongban/model';
import { createCaseService, createEngine } from '@tongban/runtime';
import { countingIds } from '@tongban/runtime/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Office, openOffice } from './test-support/office.ts';

let office: Office;
let clerk: Actor;

/** The service of somebody, on an engine whose directory knows a clerk beside the window. */
function serviceOf(actor: Actor) {
  const { engine } = office;
  const staff = [office.actor('window'), clerk];
  const directory = { person: async (_tenant: string, id: string) => staff.find((one) => one.id === id), search: async () => staff };
  const beside = createEngine({ store: engine.storage, clock: { now: () => Date.now() }, newId: countingIds('d'), directory });
  return createCaseService(beside, actor);
}

beforeEach(async () => {
  await page.viewport(1280, 900);
  office = await openOffice();
  clerk = { ...office.actor('window'), id: 'clerk', name: '张晓梅', roles: ['clerk'] };
});

describe('<tb-deputies>', () => {
  const show = (actor: Actor) => {
    const element = document.createElement('tb-deputies');
    void onPage(element);
    element.service = serviceOf(actor);
    return element;
  };

  it('sets a colleague as deputy by name and days, and ends it after asking', async () => {
    show(office.actor('window'));
    await expect.element(page.getByText('没有设置代理人。')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('combobox').click();
    await userEvent.keyboard('张');
    await page.getByRole('option', { name: /张晓梅/ }).click();
    await page.getByRole('button', { name: '设置代理人' }).click();
    await expect.element(page.getByText('生效中')).toBeVisible();
    expect((await serviceOf(clerk).deputies()).map(({ principal, scope }) => [principal.id, scope])).toEqual([['window', {}]]);
    await page.getByRole('button', { name: '结束代理' }).click();
    await page.getByRole('button', { name: '结束代理' }).last().click();
    await expect.element(page.getByText('没有设置代理人。')).toBeVisible();
  });

  it('says what is missing, and goes there', async () => {
    const element = show(office.actor('window'));
    await page.getByRole('textbox', { name: '结束日期（含当天）' }).fill('明天');
    await page.getByRole('radio', { name: '只代理一部分' }).click();
    await page.getByRole('button', { name: '设置代理人' }).click();
    await expect.element(page.getByText('请选择代理人。')).toBeVisible();
    await expect.element(page.getByText('请按“2026-03-02”的样子填写日期。')).toBeVisible();
    await expect.element(page.getByText('请至少勾选一项，或选择“全部待办”。')).toBeVisible();
    expect(element.shadowRoot?.querySelector('#to')?.getAttribute('aria-invalid')).toBe('true');
    expect(element.shadowRoot?.activeElement?.localName).toBe('tb-combobox');
    expect(await axeFindings()).toEqual([]);
  });

  it('shows the deputy whose tasks they are, in the inbox and at the task', async () => {
    await office.play(2);
    const now = Date.now();
    await serviceOf(office.actor('window')).setDeputy({ commandId: 's', deputy: 'clerk', startsAt: now - 1000, endsAt: now + 86_400_000 });
    const inbox = document.createElement('tb-inbox');
    void onPage(inbox);
    inbox.service = serviceOf(clerk);
    await expect.element(page.getByText('代 王玉兰 办理')).toBeVisible();
    const [line] = (await serviceOf(clerk).tasks({ box: 'todo' })).entries;
    inbox.remove();
    const task = document.createElement('tb-task');
    void onPage(task);
    task.service = serviceOf(clerk);
    task.taskId = line?.taskId ?? '';
    await expect.element(page.getByText('代 王玉兰 办理')).toBeVisible();
  });
});

import '@tongban/portal/define';
import { axeFindings, onPage } from '@tongban/element-kit/testing';
import type { FilingForm } from '@tongban/filing-form';
import { type CaseService, TongbanError } from '@tongban/model';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TaskElement } from './task.ts';
import { type Office, openOffice } from './test-support/office.ts';

let office: Office;
/** What becomes of the next calls: they reach the service, the net is gone, or the session has ended. */
let net: 'there' | 'gone' | 'signedOut';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 900);
  office = await openOffice();
  await office.play(1);
  net = 'there';
});

afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

function reached<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  if (net === 'there') return call();
  const kind = net === 'gone' ? 'unavailable' : 'unauthenticated';
  return Promise.reject(new TongbanError('TEST', { 'zh-CN': '尚未登录。', en: 'Nobody is signed in.' }, { kind }));
}

async function taskOf(short: string): Promise<TaskElement> {
  const direct = office.service(short);
  const taskId = (await direct.tasks({ box: 'todo' })).entries[0]?.taskId ?? '';
  const service: CaseService = { ...direct, saveDraft: (command) => reached(() => direct.saveDraft(command)) };
  const task = document.createElement('tb-task');
  task.service = service;
  task.taskId = taskId;
  await onPage(task);
  await expect.poll(() => formOf(task)).toBeTruthy();
  await expect.poll(() => task.shadowRoot?.querySelector('.draft-state')).toBeTruthy();
  return task;
}

const formOf = (task: TaskElement): FilingForm => task.shadowRoot?.querySelector('tb-form') as FilingForm;
const site = () => page.getByRole('textbox', { name: '建设地点' });
const onDevice = (): number => Object.keys(localStorage).filter((name) => name.startsWith('tb-draft:')).length;
const kept = async (task: TaskElement): Promise<unknown> =>
  (await office.service('window').task(task.taskId)).draft?.values['F-01']?.['site'];

it('keeps what was typed without the net on the device, takes it up after a reload, and sends it when the net is back', async () => {
  const task = await taskOf('window');
  net = 'gone';
  await userEvent.fill(site(), '吹麻滩镇西侧');
  await expect.element(page.getByText(/所填内容已存在本机/)).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(await kept(task)).toBeUndefined();
  task.remove();
  const again = await taskOf('window');
  await expect.element(site()).toHaveValue('吹麻滩镇西侧');
  net = 'there';
  dispatchEvent(new Event('online'));
  await expect.element(page.getByText(/草稿已自动保存/)).toBeVisible();
  expect(await kept(again)).toBe('吹麻滩镇西侧');
  expect(onDevice()).toBe(0);
});

it('leaves nothing on a device that strangers share', async () => {
  const task = await taskOf('window');
  task.sharedDevice = true;
  await task.reload();
  net = 'gone';
  await userEvent.fill(site(), '吹麻滩镇西侧');
  await expect.element(page.getByText(/草稿没有保存成功/)).toBeVisible();
  expect(onDevice()).toBe(0);
});

it('says that the session has ended, and sends what was typed once somebody has signed in again', async () => {
  const task = await taskOf('window');
  net = 'signedOut';
  await userEvent.fill(site(), '大河家镇');
  await expect.element(page.getByText(/登录已过期。所填内容已存在本机/)).toBeVisible();
  net = 'there';
  await page.getByRole('button', { name: '立即保存' }).click();
  await expect.element(page.getByText(/草稿已自动保存/)).toBeVisible();
  expect(await kept(task)).toBe('大河家镇');
});

it('does not take an answer that was lost for somebody else', async () => {
  const task = await taskOf('window');
  const { service } = task;
  let lost = 0;
  task.service = {
    ...(service as CaseService),
    saveDraft: async (command) => {
      const answer = await (service as CaseService).saveDraft(command);
      if (lost++ === 0) throw new TypeError('Failed to fetch');
      return answer;
    },
  };
  await expect.element(site()).toBeVisible();
  await userEvent.fill(site(), '一');
  await expect.element(page.getByText(/所填内容已存在本机/)).toBeVisible();
  await userEvent.fill(site(), '一二');
  await expect.element(page.getByText(/草稿已自动保存/)).toBeVisible();
  expect(await kept(task)).toBe('一二');
});

it('shows who else went on with the draft, with what differs, and keeps the one that is chosen', async () => {
  const task = await taskOf('window');
  for (const [which, left] of [
    ['改用另一份', '别处改的'],
    ['保留本页所填', '这里改的'],
  ] as const) {
    const view = await office.service('window').task(task.taskId);
    office.clock.advanceTo(office.clock.now() + 60_000);
    const values = { 'F-01': { site: '别处改的' } };
    await office.service('window').saveDraft({ commandId: which, taskId: task.taskId, revision: view.revision, values, comment: '' });
    await userEvent.fill(site(), '这里改的');
    await expect.element(page.getByText('这份草稿在别处也有修改，请选择保留哪一份。')).toBeVisible();
    await expect.element(page.getByText(/不同之处：.*建设地点/)).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('button', { name: which }).click();
    await expect.element(page.getByText(/草稿已自动保存/)).toBeVisible();
    await expect.element(site()).toHaveValue(left);
    await expect.poll(() => kept(task)).toBe(left);
  }
});

it('says how many working days away a day is, by the calendar of the county', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: office.clock.now() });
  await taskOf('window');
  await userEvent.fill(page.getByRole('textbox', { name: '土地预计取得时间' }), '2026-12-01');
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByText(/6 个工作日/)).toBeVisible();
});

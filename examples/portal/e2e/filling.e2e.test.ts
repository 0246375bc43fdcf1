/**
 * Filling in when things go wrong: the net goes, the page is loaded anew, the draft was changed elsewhere, the session ends, the server dies
 * in the middle of an upload. Nothing that was typed or sent is lost.
 */
import type { JsonObject, TaskView } from '@tongban/model';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PERSON_HEADER } from '../src/host/development-identity.ts';
import { doneHeading, openTask, pressSubmit, shownId, startCase } from './desk.ts';
import { box, fill, formOf, group } from './fill.ts';
import { look } from './look.ts';
import { openOffice } from './office.ts';
import { sampleCase } from './sample-case.ts';

const STEP = '填写申请并作出承诺';
const DRAFT = /\/draft$/;
const sample = sampleCase('accepted-and-converted');
let page: Page;
let taskId: string;

const office = openOffice('filling', sample.startsAt);

const view = async (): Promise<TaskView> =>
  (await office.portal.ask('jishishan.window', `/tasks/${encodeURIComponent(taskId)}`)).body as unknown as TaskView;
const kept = async (): Promise<JsonObject | undefined> => (await view()).draft?.values['F-01'];

/** Back on the net the page sends what is on the device at once, maybe before it is loaded anew. */
const keepFromSending = (): Promise<unknown> => page.route(DRAFT, (route) => route.abort('connectionreset'));

/** Somebody else at the same window goes on with the draft. */
async function saveElsewhere(site: string): Promise<void> {
  const { revision, draft } = await view();
  const values = { 'F-01': { ...draft?.values['F-01'], site } };
  const body = { commandId: `elsewhere ${site}`, revision, values };
  const answer = await office.portal.ask('jishishan.window', `/tasks/${encodeURIComponent(taskId)}/draft`, { method: 'PUT', body });
  expect(answer.status).toBe(200);
}

describe('the net goes while somebody fills in', () => {
  test('what is typed stays on the device, says so, outlives a reload, and is sent', async () => {
    page = await office.people.at('jishishan.window');
    await startCase(page, '2611-622927-04-01-100001');
    taskId = shownId(page);
    await page.context().setOffline(true);
    await box(formOf(page, 'F-01'), '建设地点').fill('吹麻滩镇西侧');
    await page.getByText(/暂时连不上服务器。所填内容已存在本机/).waitFor();
    await look(page, 'draft-offline');
    await keepFromSending();
    await page.context().setOffline(false);
    await page.reload();
    await expect.poll(() => box(formOf(page, 'F-01'), '建设地点').inputValue()).toBe('吹麻滩镇西侧');
    expect((await kept())?.['site']).not.toBe('吹麻滩镇西侧');
    await page.unroute(DRAFT);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.getByText(/草稿已自动保存/).waitFor();
    await expect.poll(async () => (await kept())?.['site']).toBe('吹麻滩镇西侧');
  });

  test('somebody else went on meanwhile: both are shown, with what differs, and one is chosen', async () => {
    await page.context().setOffline(true);
    await box(formOf(page, 'F-01'), '建设地点').fill('我写的地点');
    await page.getByText(/所填内容已存在本机/).waitFor();
    await saveElsewhere('别处写的地点');
    await keepFromSending();
    await page.context().setOffline(false);
    await page.reload();
    await page.getByText('这份草稿在别处也有修改，请选择保留哪一份。').waitFor();
    await page.unroute(DRAFT);
    expect(await page.locator('tb-task .draft-conflict').innerText()).toContain('不同之处：建设地点。');
    expect(await box(formOf(page, 'F-01'), '建设地点').inputValue()).toBe('我写的地点');
    await look(page, 'draft-conflict');
    await page.getByRole('button', { name: '改用另一份' }).click();
    await expect.poll(() => box(formOf(page, 'F-01'), '建设地点').inputValue()).toBe('别处写的地点');
  });
});

describe('a large file is sent', () => {
  test('the server dies in the middle; the upload waits, goes on where it was, and the file is whole', async () => {
    const contents = Buffer.alloc(3 * 1024 * 1024, 'tongban');
    const offsets: number[] = [];
    page.on('request', (request) => {
      const offset = new URL(request.url()).searchParams.get('offset');
      if (offset !== null) offsets.push(Number(offset));
    });
    let parts = 0;
    await page.route(/\/uploads\/[^/]+\?offset=/, async (route) => {
      if (parts++ !== 2) return route.continue();
      await office.portal.kill();
      return route.abort('connectionreset');
    });
    const files = group(formOf(page, 'F-01'), '已取得的批复复印件');
    const chooser = page.waitForEvent('filechooser');
    await files.getByRole('button', { name: '选择文件' }).click();
    await (await chooser).setFiles({ name: '用地图纸.pdf', mimeType: 'application/pdf', buffer: contents });
    await files.getByText(/网络中断，已上传 \d+%/).waitFor();
    await look(page, 'upload-waiting');
    await office.portal.restart('2026-11-23T09:30');
    await files.getByRole('button', { name: '下载 用地图纸.pdf' }).waitFor();
    expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
    await page.getByText(/草稿已自动保存/).waitFor();
    const approvals = (await kept())?.['approvals'] as readonly { readonly fileId: string; readonly bytes: number }[];
    expect(approvals).toMatchObject([{ name: '用地图纸.pdf', bytes: contents.byteLength }]);
    expect(JSON.stringify(await view()).length).toBeLessThan(contents.byteLength);
    await page.unroute(/\/uploads\//);
  });

  test('the same file again is known again and not kept twice', async () => {
    const files = group(formOf(page, 'F-01'), '已取得的批复复印件');
    const chooser = page.waitForEvent('filechooser');
    await files.getByRole('button', { name: '选择文件' }).click();
    await (await chooser).setFiles({ name: '用地图纸.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(3 * 1024 * 1024, 'tongban') });
    await files.getByText(/内容相同，不必重复上传/).waitFor();
  });
});

describe('the session ends while somebody fills in', () => {
  test('the form stays; after signing in again the same button sends it', async () => {
    await fill(page, sample.at('Task_file'));
    let signedIn = false;
    await page.route(/\/api\/v1\//, (route) => {
      const { [PERSON_HEADER]: person, ...headers } = route.request().headers();
      return route.continue(signedIn ? {} : { headers });
    });
    await box(formOf(page, 'F-01'), '建设地点').fill('会话过期后写的');
    await page.getByText(/登录已过期。所填内容已存在本机/).waitFor();
    await pressSubmit(page);
    await page.getByText(/尚未登录/).waitFor();
    expect(await box(formOf(page, 'F-01'), '建设地点').inputValue()).toBe('会话过期后写的');
    await look(page, 'session-ended');
    await page.reload();
    signedIn = true;
    await page.reload();
    await openTask(page, STEP);
    await expect.poll(() => box(formOf(page, 'F-01'), '建设地点').inputValue()).toBe('会话过期后写的');
    await pressSubmit(page);
    await doneHeading(page).waitFor();
    const drafts = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('tb-draft:')));
    await expect.poll(drafts).toEqual([]);
  });

  test('nothing went wrong that was not meant to', () => {
    expect(office.people.wrong.filter((line) => !/401|503/.test(line))).toEqual([]);
  });
});

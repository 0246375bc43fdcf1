/**
 * The ways to sign and seal: drawn by hand, confirmed by a click, and the e-seal of the host (here its demonstration). An e-seal that the
 * service did not make, or that was put on other content, is refused beside its field, and nothing that was filled in is lost.
 */
import type { CaseView, FormValues, JsonObject, TaskView } from '@tongban/model';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dialog, doneHeading, openCase, pressSubmit, shownId, showTab, startCase } from './desk.ts';
import { box, fill, formOf, group, PDF } from './fill.ts';
import { look } from './look.ts';
import { openOffice } from './office.ts';
import { caseOf } from './past.ts';
import { sampleCase } from './sample-case.ts';

const APPLICANT = 'demo-online.applicant';
const ENTERPRISE = '积石山县陇原花椒有限公司';
const STEP = '填写申请并作出承诺';
const sample = sampleCase('online-filing');
let page: Page;
let taskId: string;

const office = openOffice('sealing', sample.startsAt);

/** What the server keeps of the application while it is filled in. */
const kept = async (): Promise<JsonObject | undefined> => {
  const view = (await office.portal.ask(APPLICANT, `/tasks/${encodeURIComponent(taskId)}`)).body as TaskView;
  return view.draft?.values['F-01'];
};
const seal = (): Locator => group(formOf(page, 'F-01'), '申请单位（盖章）');
const undoing = (): Locator => seal().getByRole('button', { name: /撤销$/ });
const site = (): Locator => box(formOf(page, 'F-01'), '建设地点');
/** A sentence beside a field of the application. */
const beside = (words: RegExp): Locator => formOf(page, 'F-01').locator('.field-error').filter({ hasText: words });

/** Presses the e-seal and confirms; then the undoing of it has the focus. */
async function putSeal(): Promise<void> {
  await seal()
    .getByRole('button', { name: /使用电子印章$/ })
    .click();
  await dialog(page)
    .getByText(/仅供演示，不具有法律效力/)
    .waitFor();
  await dialog(page).getByRole('button', { name: '加盖印章', exact: true }).click();
  await seal().getByText('电子签章', { exact: true }).waitFor();
  expect(await seal().innerText()).toContain(ENTERPRISE);
  await expect.poll(() => undoing().evaluate((button) => button.matches(':focus'))).toBe(true);
}

/** Loads the page again; what was filled in and sealed is there. */
async function loadAnew(): Promise<void> {
  await page.reload();
  await page.locator('tb-task').getByRole('heading', { level: 1, name: STEP }).waitFor();
  await expect.poll(() => site().inputValue()).toBe('盖章以后改的地点');
  await seal().getByText('电子签章', { exact: true }).waitFor();
}

describe('signing', () => {
  test('by hand with the pointer, and by a click', async () => {
    page = await office.people.at(APPLICANT);
    await startCase(page, '2611-622927-04-01-100001');
    taskId = shownId(page);
    await fill(page, unsigned(sample.at('Task_file')));
    const drawn = group(formOf(page, 'F-01'), '法定代表人（签字）');
    await drawn.getByRole('button', { name: /手写签名$/ }).click();
    const pad = drawn.locator('canvas');
    await pad.hover({ position: { x: 20, y: 20 } });
    await page.mouse.down();
    await pad.hover({ position: { x: 90, y: 50 } });
    await page.mouse.up();
    await drawn.getByRole('button', { name: '确认签名', exact: true }).click();
    await drawn.getByText('手写', { exact: true }).waitFor();
    const confirmed = group(formOf(page, 'F-02'), '单位法人（签名）');
    await confirmed.getByRole('button', { name: /本人确认签名$/ }).click();
    await confirmed.getByText('电子确认', { exact: true }).waitFor();
  });
});

describe('an e-seal', () => {
  test('that the service did not make is refused by the server', async () => {
    const forged = await office.portal.upload(APPLICANT, '自制印章.pdf', PDF);
    const answer = /\/development\/seals$/;
    await page.route(answer, async (route) => {
      const real = await route.fetch({ url: office.portal.atLoopback(route.request().url()) });
      await route.fulfill({ json: { ...(await real.json()), fileId: forged['fileId'] } });
    });
    await putSeal();
    await page.unroute(answer);
    await pressSubmit(page);
    await beside(/电子印章未通过核验：演示电子印章服务没有加盖过这枚印章。/).waitFor();
    await undoing().click();
  });

  test('that was put on other content is refused, and what was typed stays, also when the page is loaded anew', async () => {
    await putSeal();
    await site().fill('盖章以后改的地点');
    await pressSubmit(page);
    await beside(/加盖电子印章后表中内容有改动，印章不再有效。请撤销后重新加盖。/).waitFor();
    expect(await site().inputValue()).toBe('盖章以后改的地点');
    await look(page, 'seal-outdated');
    await expect.poll(async () => (await kept())?.['site']).toBe('盖章以后改的地点');
    await loadAnew();
  });

  test('put on again it is accepted, also when the page is loaded anew before, and stays with the case', async () => {
    await undoing().click();
    await expect.poll(async () => (await kept())?.['seal']).toBeNull();
    await putSeal();
    await expect.poll(async () => (await kept())?.['seal']).toMatchObject({ method: 'eSeal' });
    await loadAnew();
    await pressSubmit(page);
    await doneHeading(page).waitFor();
    const view = await caseOf(office.portal, APPLICANT, await openCase(page));
    expect(signaturesOf(view)).toEqual({
      'F-01 seal': ['eSeal', ENTERPRISE],
      'F-01 legalPerson': ['drawn', '马建国'],
      'F-02 seal': ['original', ENTERPRISE],
      'F-02 legalPerson': ['confirmed', '马建国'],
    });
    await showTab(page, '申报内容');
    await page.locator('tb-case').getByText('电子签章', { exact: true }).waitFor();
    await look(page, 'case-sealed');
  });

  test('nothing went wrong that was not meant to', () => {
    expect(office.people.wrong).toEqual([]);
  });
});

/** Without what the tests sign and seal themselves. */
function unsigned(values: Readonly<Record<string, FormValues>>): Readonly<Record<string, FormValues>> {
  const { seal: _seal, legalPerson: _drawn, ...application } = values['F-01'] ?? {};
  const { legalPerson: _confirmed, ...promise } = values['F-02'] ?? {};
  return { ...values, 'F-01': application, 'F-02': promise };
}

function signaturesOf({ forms }: CaseView): Readonly<Record<string, readonly unknown[]>> {
  const entries = forms.flatMap(({ form, values }) =>
    ['seal', 'legalPerson'].flatMap((key) => {
      const signature = values[key] as { readonly method: string; readonly name: string } | null | undefined;
      return signature?.method === undefined ? [] : [[`${form.document.id} ${key}`, [signature.method, signature.name]] as const];
    }),
  );
  return Object.fromEntries(entries);
}

import '@tongban/portal/operators';
import { axeFindings, onPage } from '@tongban/element-kit/testing';
import type { CaseExport } from '@tongban/model';
import { verifyCaseExport } from '@tongban/runtime';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openRunningOffice, type RunningOffice } from '../test-support/running-office.ts';

let office: RunningOffice;
let caseId: string;

const show = () => {
  const element = document.createElement('tb-case-file');
  void onPage(element);
  element.service = office.host();
  element.verify = verifyCaseExport;
};
const choose = async () => {
  await page.getByRole('combobox', { name: '办件' }).click();
  await userEvent.keyboard('备案');
  await page.getByRole('option', { name: /备案/ }).click();
};
const upload = (file: unknown) =>
  userEvent.upload(page.getByLabelText('选择档案文件'), new File([JSON.stringify(file)], '档案.json', { type: 'application/json' }));

beforeEach(async () => {
  await page.viewport(1280, 1000);
  office = await openRunningOffice();
  caseId = await office.start();
});

describe('<tb-case-file>', () => {
  it('verifies the chain where it is kept, and exports the case with its last hash', async () => {
    show();
    await choose();
    await page.getByRole('button', { name: '核对审计链' }).click();
    await expect.element(page.getByText('审计链完整，1 条记录没有被改动。')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    const saved: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function save() {
      saved.push(this.download);
    };
    try {
      await page.getByRole('button', { name: '导出档案' }).click();
      await expect.element(page.getByText('档案已导出，共 1 条记录。')).toBeVisible();
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved).toEqual(['办件档案 备案.json']);
    await expect.element(page.getByText((await office.host().exportCase(caseId)).hash)).toBeVisible();
  });

  it('verifies a file without the server, and says what was changed', async () => {
    const file = await office.host().exportCase(caseId);
    show();
    await upload(file);
    await expect.element(page.getByText('审计链完整，1 条记录没有被改动。')).toBeVisible();
    await page.getByRole('textbox', { name: '当时保存的校验值（可不填）' }).fill('sha256:0');
    await expect.element(page.getByText(/末尾校验值与填写的不一致/)).toBeVisible();
    const changed = file.links.map((link) => ({ ...link, entry: `${link.entry} ` }));
    await upload({ ...file, links: changed } satisfies CaseExport);
    await expect.element(page.getByText(/第 1 条：内容被改动。/)).toBeVisible();
    expect(await axeFindings()).toEqual([]);
  });

  it('does not take other files', async () => {
    show();
    await upload({ formatVersion: 1, hello: '你好' });
    await expect.element(page.getByText(/^“档案.json”不是办件档案，或已损坏/)).toBeVisible();
    await upload({ formatVersion: 1, hash: '', links: [{ entry: 3 }], documents: [] });
    await expect.element(page.getByRole('alert')).toBeVisible();
  });
});

/** A county takes its copy of a measure over to the province's new release: what both changed is chosen, the result is kept, and one step leads back. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dialog } from './desk.ts';
import { look } from './look.ts';
import { openOffice } from './office.ts';

const ADMIN = 'demo-online.administrator';
const DRAFT = '/measures/mock-approval-local/draft';

const office = openOffice('upgrade', '2026-11-23T10:00', { demonstration: true });

describe('a copy goes over to a new release of the level above', () => {
  test('the copy is found beside the measure that it was made from', async () => {
    const page = await office.people.at(ADMIN);
    await page.getByRole('link', { name: '上级措施' }).click();
    await page.getByText(/示范省，当前版本 1\.1/).waitFor();
    await look(page, 'upper-measures');
    await page.getByRole('button', { name: /^打开副本/ }).click();
    await part(page, '升级').click();
    await page.getByText('还有 2 处待选择').waitFor();
    await look(page, 'upgrade');
  });

  test('the flow is shown as it will be, compared with the draft', async () => {
    const page = await office.people.at(ADMIN);
    await page.getByRole('group', { name: '对照图' }).getByRole('button', { name: '流程' }).click();
    await page.getByRole('heading', { name: '与升级前对比' }).waitFor();
    await page.getByRole('group', { name: '对照图' }).getByRole('button', { name: '不看图' }).click();
  });

  test('what both changed is chosen, and the result is kept as the draft', async () => {
    const page = await office.people.at(ADMIN);
    await page
      .getByRole('group', { name: '时限“模拟审查”：数量' })
      .getByRole('radio', { name: /^保留本级的/ })
      .check();
    await page.getByText('还有 1 处待选择').waitFor();
    await page
      .getByRole('group', { name: '环节“县级联合会审”：名称' })
      .getByRole('radio', { name: /^用上级的/ })
      .check();
    await page.getByRole('button', { name: '检查并保留升级结果' }).click();
    await page.getByRole('button', { name: '回到升级前' }).waitFor();
    await look(page, 'upgraded');
    const { sources } = await draft();
    const manifest = JSON.parse(sources['measure.json']);
    expect(manifest.limits.find((limit: { id: string }) => limit.id === 'mock-review').amount).toBe(3);
    expect(manifest.departments[0].name).toBe('示范县政务服务中心投资窗口');
    expect(sources['flow.bpmn']).toContain('name="组织联合会审（五日内）"');
    expect(sources['flow.bpmn']).toContain('name="窗口发放正式批文"');
    expect(sources['flow.bpmn']).toContain('name="部门模拟审查"');
    expect(sources['forms/notice.form.json']).toContain('办理地点');
  });

  test('it is published, and goes back in one step', async () => {
    const page = await office.people.at(ADMIN);
    const { revision } = await draft();
    const published = await office.portal.ask(ADMIN, '/measures/mock-approval-local/publish', {
      method: 'POST',
      body: { commandId: 'published', revision },
    });
    expect(published.body.release).toMatchObject({ measureId: 'mock-approval-local', current: true });
    await page.getByRole('button', { name: '回到升级前' }).click();
    await dialog(page).getByRole('button', { name: '回到升级前' }).click();
    await page.getByText('还有 2 处待选择').waitFor();
    expect((await draft()).sources['flow.bpmn']).toContain('name="县级联合会审"');
  });

  test('nobody else reads what the province published, nor upgrades the draft', async () => {
    const { revision } = await draft();
    const body = { revision, releaseId: 'sha256:x', files: {} };
    expect((await office.portal.ask('demo-online.window', '/upper-measures')).status).toBe(403);
    expect((await office.portal.ask(ADMIN, '/measures/mock-approval-local/upgrade', { method: 'PUT', body })).body.error.code).toBe(
      'MEASURE_NOT_ABOVE',
    );
    expect((await office.portal.ask('demo-province.administrator', '/upper-measures')).body).toEqual([]);
  });

  test('nothing went wrong in any window', () => {
    expect(office.people.wrong).toEqual([]);
  });
});

function part(page: Page, name: string) {
  return page.getByRole('navigation', { name: '措施的各个部分' }).getByRole('button', { name });
}

async function draft() {
  return (await office.portal.ask(ADMIN, DRAFT)).body;
}

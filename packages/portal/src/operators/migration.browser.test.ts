import '@tongban/portal/operators';
import { china } from '@tongban/calendar';
import { axeFindings, onPage } from '@tongban/element-kit/testing';
import { createMeasureService } from '@tongban/runtime';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openRunningOffice, PEOPLE, type RunningOffice, releaseOf } from '../test-support/running-office.ts';
import { portionsOf } from './migration-plan.ts';

let office: RunningOffice;
let atWindow: string;
let atRegister: string;
const releaseIdOf = async (caseId: string) => (await office.engine.load('county', caseId))?.row.releaseId;

const show = () => {
  const element = document.createElement('tb-migration');
  const { storage, clock } = office.engine;
  void onPage(element);
  element.service = office.host();
  element.measures = createMeasureService({ storage, clock, actor: PEOPLE.admin, compile: async () => ({ problems: [] }) });
};

beforeEach(async () => {
  await page.viewport(1280, 1000);
  office = await openRunningOffice();
  office.register.down = true;
  atWindow = await office.start({ amount: 450 });
  atRegister = await office.start({ amount: 450 });
  await office.check(atRegister);
  await office.engine.deploy({ tenant: 'county', release: { ...(await releaseOf('filing-2', 'archive')), calendar: china } });
});

describe('<tb-migration>', () => {
  it('says what cannot move and why, and takes over what can', async () => {
    show();
    await page.getByRole('button', { name: '查看方案' }).click();
    await expect.element(page.getByRole('heading', { name: '1 件可以迁移，1 件不能迁移' })).toBeVisible();
    await expect.element(page.getByText(/办件停在“登记入库”.*新版本中没有该环节/)).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '迁移 1 件' }).click();
    await expect.element(page.getByText(/要么整体转过去，要么原样不动/)).toBeVisible();
    expect(await releaseIdOf(atWindow)).toBe('filing-1');
    await page.getByRole('button', { name: '迁移 1 件' }).last().click();
    await expect.element(page.getByText('已迁移 1 件。').first()).toBeVisible();
    expect([await releaseIdOf(atWindow), await releaseIdOf(atRegister)]).toEqual(['filing-2', 'filing-1']);
  });

  it('names a step that vanished anew, and takes all over', async () => {
    show();
    await page.getByRole('button', { name: '查看方案' }).click();
    await page.getByRole('combobox', { name: '“登记入库”转到' }).selectOptions('archive');
    await expect.element(page.getByRole('heading', { name: '2 件可以迁移' })).toBeVisible();
    await expect.element(page.getByText('登记入库：register → archive')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '迁移 2 件' }).click();
    await expect.element(page.getByText(/要么整体转过去，要么原样不动/)).toBeVisible();
    await page.getByRole('button', { name: '迁移 2 件' }).last().click();
    await expect.element(page.getByText('已迁移 2 件。').first()).toBeVisible();
    expect([await releaseIdOf(atWindow), await releaseIdOf(atRegister)]).toEqual(['filing-2', 'filing-2']);
  });

  it('leaves out what is not ticked, and fits a phone', async () => {
    await page.viewport(390, 844);
    show();
    await page.getByRole('button', { name: '查看方案' }).click();
    await page.getByRole('checkbox').click();
    await expect.element(page.getByRole('button', { name: '迁移', exact: true })).toBeDisabled();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

it('takes cases over in portions of which progress can be seen', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`);
  expect(portionsOf(ids(12)).map(({ length }) => length)).toEqual([5, 5, 2]);
  expect(portionsOf(ids(120)).map(({ length }) => length)).toEqual(Array.from({ length: 10 }, () => 12));
  expect(portionsOf(ids(5000))[0]).toHaveLength(200);
  expect(portionsOf([])).toEqual([]);
});

import '@tongban/portal/define';
import { axeFindings, onPage } from '@tongban/element-kit/testing';
import type { CaseService } from '@tongban/model';
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openOffice } from './test-support/office.ts';

beforeEach(() => page.viewport(1280, 900));

it('<tb-case> begins the steps of an ad-hoc part by button, and says so', async () => {
  const office = await openOffice();
  const caseId = await office.play(2);
  const service = office.service('window');
  const asked: unknown[] = [];
  const startable = [{ nodeId: 'visit', name: '现场踏勘', within: 7 }];
  const adHoc: CaseService = {
    ...service,
    case: async (id) => ({ ...(await service.case(id)), startable }),
    startActivity: async ({ commandId: _, ...command }) => {
      asked.push(command);
      return { ok: true, caseId };
    },
  };
  const element = document.createElement('tb-case');
  void onPage(element);
  element.service = adHoc;
  element.caseId = caseId;
  await expect.element(page.getByText('以下环节可以根据需要启动，次数不限：')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  await page.getByRole('button', { name: '启动“现场踏勘”' }).click();
  await expect.poll(() => asked).toEqual([{ caseId, nodeId: 'visit', within: 7 }]);
});

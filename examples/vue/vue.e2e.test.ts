/** The Vue host as people meet it: what is drawn in one designer is seen in the other. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openServed, type ServedPage } from '../test-support/served-page.ts';

let served: ServedPage;

beforeAll(async () => {
  served = await openServed(new URL('./dist/', import.meta.url));
});

afterAll(() => served.close());

it('two designers on one page share a flow', async () => {
  const { page, complaints } = served;
  await page.getByRole('checkbox').check();
  await page.locator('tb-flow-designer').first().getByRole('button', { name: '空白流程' }).click();
  await expect.poll(() => page.locator('output').textContent()).toBe('办理环节：办理环节');
  const other = page.locator('tb-flow-designer').nth(1);
  await expect.poll(() => other.locator('[data-element-id="Task_1"]').count()).toBe(1);
  const one = page.locator('tb-flow-designer').first();
  await one.getByRole('button', { name: '流程清单' }).click();
  await one
    .getByRole('button', { name: /办理环节/ })
    .first()
    .click();
  await page.keyboard.press('Insert');
  await expect.poll(() => page.locator('output').textContent()).toBe('办理环节：办理环节、新环节');
  await expect.poll(() => other.locator('.djs-shape[data-element-id^="Activity"]').count()).toBe(1);
  expect(complaints).toEqual([]);
});

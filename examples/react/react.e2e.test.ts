/** The React host as people meet it: a flow is drawn, React hears of it and sets the theme. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openServed, type ServedPage } from '../test-support/served-page.ts';

let served: ServedPage;

beforeAll(async () => {
  served = await openServed(new URL('./dist/', import.meta.url));
});

afterAll(() => served.close());

it('keeps the flow in a state of React, and hands the theme down', async () => {
  const { page, complaints } = served;
  await page.getByRole('button', { name: '空白流程' }).click();
  await expect.poll(() => page.locator('output').textContent()).toBe('办理环节：办理环节');
  await page.getByRole('button', { name: '流程清单' }).click();
  await page
    .getByRole('button', { name: /办理环节/ })
    .first()
    .click();
  await page.keyboard.press('Insert');
  await expect.poll(() => page.locator('output').textContent()).toBe('办理环节：办理环节、新环节');
  await page.getByLabel('配色').selectOption('dark');
  await expect.poll(() => page.locator('tb-flow-designer').getAttribute('theme')).toBe('dark');
  expect(complaints).toEqual([]);
});

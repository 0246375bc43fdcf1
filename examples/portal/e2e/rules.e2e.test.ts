/** Anybody looks up what the commitment system does not cover. */
import { expect, test } from 'vitest';
import { look } from './look.ts';
import { openOffice } from './office.ts';

const office = openOffice('rules', '2026-11-23T09:00');

test('the negative list is in the navigation of an applicant, searched by word, with its exceptions', async () => {
  const page = await office.people.at('demo-online.applicant');
  await page.getByRole('link', { name: '规则清单' }).click();
  await page.getByText('共 63 行').waitFor();
  await page.getByRole('searchbox').fill('绿地');
  await page.getByText('第 二-4 行').waitFor();
  await page.getByText('种例外情形').first().waitFor();
  await look(page, 'rules');
  expect(office.people.wrong).toEqual([]);
});

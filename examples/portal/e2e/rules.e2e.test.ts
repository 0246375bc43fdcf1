/** Anybody looks up what the commitment system does not cover. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { look } from './look.ts';
import { type People, startPeople } from './people.ts';
import { type Portal, startPortal } from './portal.ts';

let portal: Portal;
let people: People;

beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00');
  people = await startPeople(portal);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await people.photograph('failed-rules');
});

afterAll(async () => {
  await people?.close();
  await portal?.stop();
});

test('the negative list is in the navigation of an applicant, searched by word, with its exceptions', async () => {
  const page = await people.at('demo-online.applicant');
  await page.getByRole('link', { name: '规则清单' }).click();
  await page.getByText('共 63 行').waitFor();
  await page.getByRole('searchbox').fill('绿地');
  await page.getByText('第 二-4 行').waitFor();
  await page.getByText('种例外情形').first().waitFor();
  await look(page, 'rules');
  expect(people.wrong).toEqual([]);
});

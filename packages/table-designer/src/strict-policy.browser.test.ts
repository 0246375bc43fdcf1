import { underStrictPolicy } from '@tongban/element-kit/testing';
import { expect, test } from 'vitest';

test('a strict policy blocks nothing of it: headings, cells and what is typed into them', async () => {
  const page = new URL('./test-support/strict-page.ts', import.meta.url).href;
  expect(await underStrictPolicy(page)).toEqual({ blocked: [], columns: 5, editing: true });
});

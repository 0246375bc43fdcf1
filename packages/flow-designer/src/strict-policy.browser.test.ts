import { underStrictPolicy } from '@tongban/element-kit/testing';
import { expect, test } from 'vitest';

test('a strict policy blocks nothing of the designer, and the icon font comes from a file', async () => {
  const page = new URL('./test-support/strict-page.ts', import.meta.url).href;
  expect(await underStrictPolicy(page)).toEqual({ blocked: [], font: 'loaded', shapes: true });
});

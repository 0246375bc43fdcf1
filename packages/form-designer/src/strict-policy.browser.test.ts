import { underStrictPolicy } from '@tongban/element-kit/testing';
import { expect, test } from 'vitest';

test('a strict policy blocks nothing of it: canvas, outline, drag and conditions', async () => {
  const page = new URL('./test-support/strict-page.ts', import.meta.url).href;
  expect(await underStrictPolicy(page)).toEqual({ blocked: [], ghost: 'translate(212px, 308px)' });
});

import type { MeasureSources } from '@tongban/model';
import { expect, test } from 'vitest';
import { compileMeasure } from './compile-measure.ts';

const folder = '../../measures/mock-approval/';
const sources: MeasureSources = Object.fromEntries(
  Object.entries(import.meta.glob('../../measures/mock-approval/**/*', { query: '?raw', import: 'default', eager: true })).map(
    ([path, text]) => [path.slice(folder.length), text],
  ),
);

test('CM1 compiles the mock approval in a browser as in Node', async () => {
  const { release, problems } = await compileMeasure(sources);
  expect(problems).toEqual([]);
  expect(release?.id).toMatch(/^sha256:[0-9a-f]{64}$/);
});

import type { MeasureSources } from '@tongban/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileMeasure } from './compile-measure.ts';

const folder = '../../measures/mock-approval/';
const sources: MeasureSources = Object.fromEntries(
  Object.entries(import.meta.glob('../../measures/mock-approval/**/*', { query: '?raw', import: 'default', eager: true })).map(
    ([path, text]) => [path.slice(folder.length), text],
  ),
);

const inserted = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom(
    'null',
    '[]',
    '{}',
    '"__proto__": 1,',
    '-1',
    '1e999',
    '"\\u0000"',
    '<',
    '&',
    '"',
    ',',
    '\u0024{x}',
    '=',
    '(',
    'constructor',
  ),
);

test('CM13 never throws, whatever is cut out of a file or put into it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(sources)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(30),
      inserted,
      async (file, share, cut, text) => {
        const before = sources[file] ?? '';
        const at = Math.floor(before.length * share);
        const { release, problems } = await compileMeasure({ ...sources, [file]: before.slice(0, at) + text + before.slice(at + cut) });
        expect(release === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
      },
    ),
    { seed: 20261122, numRuns: 60 },
  );
});

test('CM13 never throws, whatever value stands in the manifest', async () => {
  const manifest = JSON.parse(sources['measure.json'] ?? '{}') as Record<string, unknown>;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(manifest)), fc.jsonValue({ maxDepth: 3 }), async (property, value) => {
      const { release, problems } = await compileMeasure({
        ...sources,
        'measure.json': JSON.stringify({ ...manifest, [property]: value }),
      });
      expect(release === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
    }),
    { seed: 20261122, numRuns: 150 },
  );
});

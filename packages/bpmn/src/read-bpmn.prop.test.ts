import fc from 'fast-check';
import { expect, test } from 'vitest';
import xml from '../test/fixtures/every-extension.bpmn?raw';
import { readBpmn } from './read-bpmn.ts';

test('BR6 never throws, whatever is cut out of a file or put into it', async () => {
  const place = fc.nat(xml.length);
  const inserted = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '<',
      '>',
      '"',
      '&',
      '<!--',
      ']]>',
      '</',
      ' __proto__="x"',
      ' constructor="x"',
      '<bpmn:__proto__/>',
      '<tb:constructor/>',
      ' id="toString"',
    ),
  );
  await fc.assert(
    fc.asyncProperty(place, fc.nat(40), inserted, async (at, cut, text) => {
      const { flow, problems } = await readBpmn(xml.slice(0, at) + text + xml.slice(at + cut));
      expect(flow !== undefined || problems.some(({ severity }) => severity === 'error')).toBe(true);
    }),
    { seed: 20261122, numRuns: 150 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonicalJson', () => {
  it('sorts keys at every depth and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [{ z: 1, a: null, u: undefined }], a: '甲' })).toBe('{"a":"甲","b":[{"a":null,"z":1}]}');
    expect(canonicalJson({ a: { c: 1, b: 2 }, u: undefined })).toBe('{"a":{"b":2,"c":1}}');
    expect(canonicalJson([undefined, 1])).toBe('[null,1]');
  });

  it('sorts keys that look like numbers as texts', () => {
    expect(canonicalJson({ 10: 1, 9: 2 })).toBe('{"10":1,"9":2}');
  });

  it('does not depend on the order in which keys were set', () => {
    const shuffled = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return value.map(shuffled);
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, part]) => [key, shuffled(part)]),
      );
    };
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value = JSON.parse(text);
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

import { describe, expect, test } from 'vitest';
import { canonicalJson, canonicalSources, releaseId } from './canonical-sources.ts';

describe('canonical sources', () => {
  test('CS1 sorts keys and writes one way', () => {
    expect(canonicalJson({ b: [{ z: 1, a: null }], a: '甲' })).toBe(
      '{\n  "a": "甲",\n  "b": [\n    {\n      "a": null,\n      "z": 1\n    }\n  ]\n}\n',
    );
    expect(canonicalSources({ 'b.json': '\uFEFF{"y":1,"x":2}', 'a.bpmn': '<a/>\r\n<b/>\r' })).toEqual({
      'a.bpmn': '<a/>\n<b/>\n',
      'b.json': '{\n  "x": 2,\n  "y": 1\n}\n',
    });
    expect(canonicalSources({ 'x.json': '{' })).toEqual({ 'x.json': '{' });
  });

  test('CS2 hashes paths and texts apart', () => {
    expect(releaseId({ ab: 'c' })).not.toBe(releaseId({ a: 'bc' }));
    expect(releaseId({ a: '1', b: '2' })).toBe(releaseId({ b: '2', a: '1' }));
    // printf '1:a1:1' | sha256sum
    expect(releaseId({ a: '1' })).toBe('sha256:4e05abd6911b81cca42657fbc9599aa8c54ec2edbae550401d8479871cb5ca0f');
  });
});

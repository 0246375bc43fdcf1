/** Assertions of the testing kit: plain errors, so that any test runner (and the studio) can show them. */

import { canonicalJson } from '../audit/canonical-json.ts';

/** Throws unless both are the same JSON: keys in any order, absent and `undefined` alike. */
export function checkEqual(actual: unknown, expected: unknown, what: string): void {
  const [is, shouldBe] = [canonical(actual), canonical(expected)];
  if (is !== shouldBe) throw new Error(`${what}: expected ${shouldBe}, got ${is}.`);
}

/** Throws unless `condition` holds. */
export function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

/** A value as JSON text with sorted keys. */
export function canonical(value: unknown): string {
  return value === undefined ? 'undefined' : canonicalJson(value);
}

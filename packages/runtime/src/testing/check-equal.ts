/** Assertions of the testing kit: plain errors, so that any test runner (and the studio) can show them. */

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
  return JSON.stringify(value, (_key, part: unknown) => (isRecord(part) ? sorted(part) : part)) ?? 'undefined';
}

// helpers

function isRecord(part: unknown): part is Record<string, unknown> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** FEEL against the standard's clauses, with feelin as the second opinion: where it says otherwise, the case says why. */
import { evaluate as feelin } from 'feelin';
import { describe, expect, test } from 'vitest';
import { equals } from '../equality.ts';
import { evaluate } from '../test-support/evaluate.ts';
import { fromWire } from '../wire.ts';
import { FEEL_CLAUSES } from './clause-10-3.ts';

describe.each(Object.entries(FEEL_CLAUSES))('%s', (_, cases) => {
  test.each(cases.map(([text, expected]) => [text, expected] as const))('%s gives %s', (text, expected) => {
    expect(evaluate(text)).toEqual(evaluate(expected));
  });

  test.each(cases.map(([text, expected, because]) => [text, expected, because] as const))(
    '%s is what feelin says, or the clause is named',
    (text, expected, because) => {
      const agrees = saysFeelin(text, expected);
      expect(agrees, because ?? 'no reason is given').toBe(because === undefined);
    },
  );
});

/** Whether feelin gives the same, as far as its values are JSON. */
function saysFeelin(text: string, expected: string): boolean {
  try {
    const { value } = feelin(text, {}) as { value: unknown };
    const wanted = evaluate(expected);
    if (wanted === null || value === null || value === undefined) return wanted === null && (value === null || value === undefined);
    return equals(fromWire(JSON.parse(JSON.stringify(value))), fromWire(wanted)) === true;
  } catch {
    return false;
  }
}

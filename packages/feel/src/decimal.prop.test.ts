import { Decimal as Reference } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  compareNumbers,
  divide,
  exponentialOf,
  type FeelNumber,
  logarithm,
  modulo,
  multiply,
  numberText,
  parseNumber,
  power,
  type Rounding,
  roundTo,
  squareRoot,
  subtract,
} from './decimal.ts';

/** decimal.js is the second opinion: the same precision and rounding, a wider range. */
const Exact = Reference.clone({ precision: 34, rounding: Reference.ROUND_HALF_EVEN, toExpNeg: -9e15, toExpPos: 9e15 });
const run = { seed: 20261122, numRuns: 3000 };

const text = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.stringMatching(/^\d{1,34}$/),
    fc.oneof(fc.integer({ min: -40, max: 10 }), fc.constantFrom(0, -2, -1, 1)),
  )
  .map(([sign, digits, exponent]) => `${sign}${digits}e${exponent}`);
const small = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -3, max: 1 })).map(([n, e]) => `${n}e${e}`);
const operand = fc.oneof(text, small, fc.maxSafeInteger().map(String));

const number = (value: string): FeelNumber => parseNumber(value) as FeelNumber;
const canonical = (value: Reference | FeelNumber | null): string => {
  if (value === null) return 'null';
  const exact = new Exact(value instanceof Reference ? value : numberText(value));
  return exact.isZero() ? '0' : exact.toString();
};

test.each([
  ['add', add, (a: Reference, b: Reference) => Exact.add(a, b)],
  ['subtract', subtract, (a: Reference, b: Reference) => Exact.sub(a, b)],
  ['multiply', multiply, (a: Reference, b: Reference) => Exact.mul(a, b)],
  ['divide', divide, (a: Reference, b: Reference) => (b.isZero() ? null : Exact.div(a, b))],
] as const)('FEEL1 %s agrees with decimal.js', (_, ours, theirs) => {
  fc.assert(
    fc.property(operand, operand, (a, b) => {
      expect(canonical(ours(number(a), number(b)))).toBe(canonical(theirs(new Exact(a), new Exact(b))));
    }),
    run,
  );
});

test('FEEL1 comparing agrees with decimal.js', () => {
  fc.assert(
    fc.property(operand, operand, (a, b) => {
      expect(Math.sign(compareNumbers(number(a), number(b)))).toBe(new Exact(a).comparedTo(b) + 0);
    }),
    run,
  );
});

test('FEEL1 a number has one form only: a safe integer, or a decimal', () => {
  fc.assert(
    fc.property(operand, operand, (a, b) => {
      for (const result of [add(number(a), number(b)), multiply(number(a), number(b))]) {
        const isSafe = Number.isSafeInteger(Number(canonical(result))) && new Exact(canonical(result)).isInteger();
        expect(typeof result).toBe(isSafe ? 'number' : 'object');
        expect(Object.is(result, -0)).toBe(false);
        expect(parseNumber(numberText(result as FeelNumber))).toEqual(result);
      }
    }),
    run,
  );
});

test('FEEL16 modulo is what its definition says', () => {
  fc.assert(
    fc.property(small, small, (a, b) => {
      const divisor = new Exact(b);
      const expected = divisor.isZero() ? null : Exact.sub(a, divisor.mul(Exact.div(a, divisor).floor()));
      expect(canonical(modulo(number(a), number(b)))).toBe(canonical(expected));
    }),
    run,
  );
});

test('FEEL16 rounding agrees with decimal.js', () => {
  const modes: Readonly<Record<Rounding, Reference.Rounding>> = {
    up: Reference.ROUND_UP,
    down: Reference.ROUND_DOWN,
    ceiling: Reference.ROUND_CEIL,
    floor: Reference.ROUND_FLOOR,
    'half up': Reference.ROUND_HALF_UP,
    'half down': Reference.ROUND_HALF_DOWN,
    'half even': Reference.ROUND_HALF_EVEN,
  };
  const mode = fc.constantFrom(...(Object.keys(modes) as Rounding[]));
  fc.assert(
    fc.property(fc.oneof(small, text), fc.integer({ min: 0, max: 20 }), mode, (a, scale, rounding) => {
      expect(canonical(roundTo(number(a), scale, rounding))).toBe(
        canonical(new Exact(new Exact(a).toDecimalPlaces(scale, modes[rounding]))),
      );
    }),
    run,
  );
});

test('FEEL16 roots agree with decimal.js', () => {
  fc.assert(
    fc.property(operand, (a) => {
      expect(canonical(squareRoot(number(a)))).toBe(
        new Exact(a).isNegative() && !new Exact(a).isZero() ? 'null' : canonical(Exact.sqrt(a)),
      );
    }),
    run,
  );
});

test('FEEL16 logarithms and exponentials agree with decimal.js to 33 digits', () => {
  const near = (ours: FeelNumber | null, theirs: Reference): void => {
    const distance = Exact.sub(canonical(ours), theirs).abs();
    expect(distance.lessThanOrEqualTo(theirs.abs().times('1e-33')), `${canonical(ours)} and ${theirs}`).toBe(true);
  };
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (value) => {
      near(logarithm(number(String(value))), Exact.ln(value));
    }),
    { ...run, numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (value) => {
      near(exponentialOf(number(String(value))), Exact.exp(value));
    }),
    { ...run, numRuns: 300 },
  );
});

test('FEEL1 powers agree with decimal.js to 33 digits', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), fc.integer({ min: -60, max: 60 }), (base, exponent) => {
      const wide = Reference.clone({ precision: 60 });
      const exact = new wide(base).pow(exponent);
      const ours = new wide(canonical(power(number(String(base)), exponent)));
      expect(ours.minus(exact).abs().lessThanOrEqualTo(exact.times('1e-33')), `${base} ** ${exponent}`).toBe(true);
    }),
    { ...run, numRuns: 500 },
  );
});

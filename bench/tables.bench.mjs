/** One decision by tables of 10, 1,000 and 10,000 rules: by an equality, by an interval, and the same table by feelin, which asks every rule. */
import { prepareDecisions } from '@tongban/feel';
import { parseFeel } from '@tongban/feel-parser';
import { unaryTest } from 'feelin';
import { microsecondsEach } from './measure.mjs';

const environment = { now: 1_795_395_600_000, offsetMinutes: 480 };
const SIZES = [10, 1_000, 10_000];

export const title = 'Decision tables: one decision';
export const unit = 'µs';

export async function run() {
  const results = {};
  for (const size of SIZES) {
    const equality = prepared(size, (rule) => `"c${rule}"`);
    const interval = prepared(size, (rule) => `[${rule}..${rule + 1})`);
    const cells = Array.from({ length: size }, (_, rule) => `[${rule}..${rule + 1})`);
    const last = size - 1;
    const runs = {
      [`equality, ${size} rules`]: () => check(equality.decide('d', () => `c${last}`, environment).outputs, last),
      [`interval, ${size} rules`]: () => check(interval.decide('d', () => last, environment).outputs, last),
    };
    // feelin parses every cell at every decision: 10,000 rules take seconds.
    if (size <= 1_000)
      runs[`feelin, ${size} rules`] = () =>
        check(
          cells.findIndex((cell) => unaryTest(cell, { '?': last }).value === true),
          last,
        );
    Object.assign(results, await microsecondsEach(runs));
  }
  const growth = (kind) => results[`${kind}, 10000 rules`] / results[`${kind}, 10 rules`];
  return {
    results,
    limits: [
      { text: 'times as long for 1,000 times as many rules, by an equality', ratio: growth('equality'), atMost: 10 },
      { text: 'times as long for 1,000 times as many rules, by an interval', ratio: growth('interval'), atMost: 10 },
    ],
  };
}

function prepared(size, cellOf) {
  const feel = (text, dialect = 'expression') => parseFeel(text, { dialect }).expression;
  const rules = Array.from({ length: size }, (_, rule) => ({
    id: `r${rule}`,
    inputEntries: [feel(cellOf(rule), 'unaryTests'), feel('-', 'unaryTests')],
    outputEntries: [feel(String(rule))],
    annotations: [],
  }));
  const inputs = [
    { id: 'a', expression: feel('x') },
    { id: 'b', expression: feel('x') },
  ];
  const logic = { kind: 'table', hitPolicy: 'U', inputs, outputs: [{ id: 'o' }], annotations: [], rules };
  const decision = { id: 'd', name: 'd', variable: { name: 'd' }, requires: [], requiresInputs: [], requiresFunctions: [], logic };
  return prepareDecisions({ id: 'm', name: 'm', types: [], inputs: [], functions: [], decisions: [decision] });
}

function check(actual, expected) {
  if (actual !== expected) throw new Error(`The table gave ${actual}, not ${expected}.`);
}

/** Functions on lists (DMN 1.5, 10.3.4.4), and `sort` (10.3.4.8). */
import { add, compareNumbers, divide, type FeelNumber, multiply, squareRoot, subtract } from '../decimal.ts';
import { anyOf, compare, equals } from '../equality.ts';
import { LimitReached, RUN_LIMITS, type Run } from '../run.ts';
import { type FeelFunction, type FeelValue, isList, isNumber } from '../value.ts';
import { type Body, type Family, overload } from './built-in.ts';

type List = readonly FeelValue[];

export const listFunctions: Family = {
  'list contains': [
    overload('list: list, element: any', (list: List, element: FeelValue) => list.some((item) => equals(item, element) === true)),
  ],
  count: [overload('list: list', (list: List) => list.length)],
  min: listed((list) => extreme(list, -1)),
  max: listed((list) => extreme(list, 1)),
  sum: listed((list) => folded(list, add)),
  product: listed((list) => folded(list, multiply)),
  mean: listed((list) => mean(list)),
  median: listed(median),
  stddev: listed(deviation),
  mode: listed(mode),
  all: listed((list) => {
    const result = anyOf(list.map(opposite));
    return result === null ? null : !result;
  }),
  any: listed((list) => anyOf(list.map((item) => (typeof item === 'boolean' ? item : null)))),
  sublist: [
    overload('list: list, start position: number, length?: number', (list: List, start: FeelNumber, length?: FeelNumber) => {
      const from = position(list, start);
      if (from === undefined) return undefined;
      if (length === undefined) return list.slice(from);
      return typeof length === 'number' && length >= 0 && from + length <= list.length ? list.slice(from, from + length) : undefined;
    }),
  ],
  append: [overload('list: list, item...: any', (list: List, items: List) => [...list, ...items])],
  concatenate: [overload('list...: any', (lists: List) => lists.flat())],
  union: [overload('list...: any', (lists: List, run: Run) => distinct(lists.flat(), run))],
  'insert before': [
    overload('list: list, position: number, newItem: any', (list: List, at: FeelNumber, item: FeelValue) => {
      const index = position(list, at);
      return index === undefined ? undefined : [...list.slice(0, index), item, ...list.slice(index)];
    }),
  ],
  remove: [
    overload('list: list, position: number', (list: List, at: FeelNumber) => {
      const index = position(list, at);
      return index === undefined ? undefined : list.filter((_, at) => at !== index);
    }),
  ],
  'list replace': [
    overload('list: list, position: number, newItem: any', (list: List, at: FeelNumber, item: FeelValue) => {
      const index = position(list, at);
      return index === undefined ? undefined : list.map((old, at) => (at === index ? item : old));
    }),
    overload('list: list, match: function, newItem: any', (list: List, match: FeelFunction, item: FeelValue, run: Run) => {
      const matches = list.map((old) => match.invoke([old, item], run));
      return matches.every((result) => typeof result === 'boolean') ? list.map((old, index) => (matches[index] ? item : old)) : undefined;
    }),
  ],
  reverse: [overload('list: list', (list: List) => [...list].reverse())],
  'index of': [
    overload('list: list, match: any', (list: List, match: FeelValue) =>
      list.flatMap((item, index) => (equals(item, match) === true ? [index + 1] : [])),
    ),
  ],
  'distinct values': [overload('list: list', distinct)],
  flatten: [overload('list: list', (list: List) => flat(list))],
  'is empty': [overload('list: list', (list: List) => list.length === 0)],
  sort: [
    overload('list: list, precedes?: function', (list: List, precedes: FeelFunction | undefined, run: Run) =>
      merged(list, (a, b) => (precedes ? precedes.invoke([b, a], run) === true : (compare(b, a) ?? 0) < 0), run),
    ),
  ],
};

/** A function of a list, or of its items one by one. */
function listed(body: (list: List) => FeelValue | undefined): Family[string] {
  const wrapped: Body = (list: List) => body(list);
  return [overload('list: list', wrapped), overload('n...: any', wrapped)];
}

function position(list: List, at: FeelNumber): number | undefined {
  if (typeof at !== 'number' || at === 0 || Math.abs(at) > list.length) return undefined;
  return at > 0 ? at - 1 : list.length + at;
}

function extreme(list: List, direction: 1 | -1): FeelValue | undefined {
  let best: FeelValue | undefined;
  for (const item of list) {
    if (item === null) return null;
    const order: number | null = best === undefined ? 1 : compare(item, best);
    if (order === null) return undefined;
    if (best === undefined || order * direction > 0) best = item;
  }
  return best ?? null;
}

/** Folds numbers; null when the list is empty or has a null (the standard: the sum of an empty cell is null). */
function folded(list: List, operation: (a: FeelNumber, b: FeelNumber) => FeelNumber | null): FeelNumber | null | undefined {
  let result: FeelNumber | null | undefined;
  for (const item of list) {
    if (item === null || result === null) return null;
    if (!isNumber(item)) return undefined;
    result = result === undefined ? item : operation(result, item);
  }
  return result ?? null;
}

function mean(list: List): FeelNumber | null | undefined {
  const sum = folded(list, add);
  return sum === null || sum === undefined ? sum : divide(sum, list.length);
}

function median(list: List): FeelNumber | null | undefined {
  if (!list.every(isNumber)) return list.includes(null) ? null : undefined;
  if (list.length === 0) return null;
  const sorted = [...list].sort(compareNumbers);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : mean(sorted.slice(middle - 1, middle + 1));
}

/** The sample standard deviation. */
function deviation(list: List): FeelNumber | null | undefined {
  const middle = mean(list);
  if (middle === null || middle === undefined) return middle;
  if (list.length < 2) return undefined;
  const squares = list.map((item) => {
    const distance = subtract(item as FeelNumber, middle);
    return distance === null ? null : multiply(distance, distance);
  });
  const sum = folded(squares, add);
  const variance = sum === null || sum === undefined ? null : divide(sum, list.length - 1);
  return variance === null ? null : squareRoot(variance);
}

function mode(list: List): readonly FeelNumber[] | null | undefined {
  if (!list.every(isNumber)) return list.includes(null) ? null : undefined;
  const sorted = [...list].sort(compareNumbers);
  const groups: { readonly value: FeelNumber; count: number }[] = [];
  for (const value of sorted) {
    const last = groups.at(-1);
    if (last && compareNumbers(last.value, value) === 0) last.count += 1;
    else groups.push({ value, count: 1 });
  }
  const most = groups.reduce((count, group) => Math.max(count, group.count), 0);
  return groups.filter(({ count }) => count === most).map(({ value }) => value);
}

function opposite(item: FeelValue): boolean | null {
  return typeof item === 'boolean' ? !item : null;
}

function distinct(list: List, run: Run): List {
  const found: FeelValue[] = [];
  const simple = new Set<FeelValue>();
  for (const item of list) {
    if (item === null || typeof item !== 'object') {
      if (!simple.has(item)) found.push(item);
      simple.add(item);
      continue;
    }
    run.spend(found.length);
    if (!found.some((other) => equals(other, item) === true)) found.push(item);
  }
  return found;
}

function flat(list: List): List {
  return list.flatMap((item) => (isList(item) ? flat(item) : [item]));
}

/** Merge sort: stable, and at peace with an order that contradicts itself. `isAfter(a, b)`: a belongs behind b. */
function merged(list: List, isAfter: (a: FeelValue, b: FeelValue) => boolean, run: Run): List {
  if (list.length < 2) return list;
  if (list.length > RUN_LIMITS.listLength) throw new LimitReached('listLength');
  const middle = list.length >> 1;
  const left = merged(list.slice(0, middle), isAfter, run);
  const right = merged(list.slice(middle), isAfter, run);
  run.spend(list.length);
  const result: FeelValue[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const a = left[l] as FeelValue;
    const b = right[r] as FeelValue;
    if (isAfter(a, b)) {
      result.push(b);
      r += 1;
    } else {
      result.push(a);
      l += 1;
    }
  }
  return [...result, ...left.slice(l), ...right.slice(r)];
}

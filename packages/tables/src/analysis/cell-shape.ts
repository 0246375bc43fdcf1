/**
 * What a cell asks of a value, as far as that can be known: plain values and intervals, combinations of comparisons with `?`, or
 * something that depends on more than the value.
 */
import { compileFeel, FeelRange, type FeelValue, kindOf, parseNumber } from '@tongban/feel';
import { childrenOf } from '@tongban/feel-parser';
import type { FeelComparison, FeelExpression, FeelNode } from '@tongban/model';

/** Kinds of values that have an order and a next value. */
export type OrderedKind = 'number' | 'date' | 'time' | 'date and time' | 'days and time duration' | 'years and months duration';

/** A plain test. An end that is missing is open without limit. */
export type Part =
  | { readonly kind: 'value'; readonly value: FeelValue }
  | {
      readonly kind: 'interval';
      readonly low?: FeelValue;
      readonly high?: FeelValue;
      readonly lowIncluded: boolean;
      readonly highIncluded: boolean;
    };

/** What a cell asks. */
export type CellShape =
  | { readonly kind: 'any' }
  | { readonly kind: 'parts'; readonly parts: readonly Part[]; readonly isNegated: boolean }
  /** Its truth changes only at these values. */
  | { readonly kind: 'formula'; readonly values: readonly FeelValue[] }
  | { readonly kind: 'undecided' };

const ORDERED: ReadonlySet<string> = new Set<OrderedKind>([
  'number',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
]);

export function isOrdered(kind: string): kind is OrderedKind {
  return ORDERED.has(kind);
}

const shapes = new WeakMap<FeelExpression, CellShape>();

/** The shape of a cell, or of allowed values. */
export function shapeOf(cell: FeelExpression): CellShape {
  const known = shapes.get(cell);
  if (known) return known;
  const shape = findShape(cell);
  shapes.set(cell, shape);
  return shape;
}

function findShape({ tree, reads }: FeelExpression): CellShape {
  if (reads.length > 0) return UNDECIDED;
  if (tree.kind !== 'tests') return UNDECIDED;
  if (tree.tests.length === 0) return { kind: 'any' };
  const parts = tree.tests.map(partsOf);
  if (parts.every((list) => list !== undefined)) return { kind: 'parts', parts: parts.flat(), isNegated: tree.negated };
  const values: FeelValue[] = [];
  return tree.tests.every((test) => collectFormula(test, values)) ? { kind: 'formula', values } : UNDECIDED;
}

const UNDECIDED: CellShape = { kind: 'undecided' };

function partsOf(test: FeelNode): readonly Part[] | undefined {
  if (test.kind === 'compare') return partsOfComparison(test.op, constantOf(test.end));
  if (test.kind === 'list') {
    const items = test.items.map(partsOf);
    return items.every((item) => item !== undefined) ? items.flat() : undefined;
  }
  const value = constantOf(test);
  return value === undefined ? undefined : partsOfValue(value);
}

function partsOfValue(value: FeelValue): readonly Part[] | undefined {
  if (value instanceof FeelRange) {
    const { low, high, lowIncluded, highIncluded } = value;
    const ends = { ...(low === null ? {} : { low }), ...(high === null ? {} : { high }) };
    return hasOrderedEnds(low ?? high) ? [{ kind: 'interval', ...ends, lowIncluded, highIncluded }] : undefined;
  }
  return isScalar(value) ? [{ kind: 'value', value }] : undefined;
}

function partsOfComparison(op: FeelComparison, end: FeelValue | undefined): readonly Part[] | undefined {
  if (end === undefined || op === '!=') return undefined;
  if (op === '=') return isScalar(end) ? [{ kind: 'value', value: end }] : undefined;
  if (!hasOrderedEnds(end)) return undefined;
  const isIncluded = op.endsWith('=');
  return [
    op.startsWith('<')
      ? { kind: 'interval', high: end, lowIncluded: false, highIncluded: isIncluded }
      : { kind: 'interval', low: end, lowIncluded: isIncluded, highIncluded: false },
  ];
}

/** Texts have an order, but no next text: intervals of them are not decided. */
function hasOrderedEnds(value: FeelValue): boolean {
  return isOrdered(kindOf(value));
}

function isScalar(value: FeelValue): boolean {
  return value === null || isOrdered(kindOf(value)) || typeof value === 'string' || typeof value === 'boolean';
}

/** Whether the truth of a test changes only at values that are written in it; gathers them. */
function collectFormula(node: FeelNode, values: FeelValue[]): boolean {
  const value = constantOf(node);
  if (value !== undefined) return collectValue(value, values);
  switch (node.kind) {
    case 'name':
      return node.name === '?';
    case 'compare':
      return collectEnd(node.op, node.end, values);
    case 'binary':
      if (node.op === 'and' || node.op === 'or') return collectFormula(node.left, values) && collectFormula(node.right, values);
      if (!COMPARISONS.has(node.op)) return false;
      if (isInput(node.left)) return collectEnd(node.op as FeelComparison, node.right, values);
      return isInput(node.right) && collectEnd(node.op as FeelComparison, node.left, values);
    case 'between':
      return isInput(node.value) && [node.low, node.high].every((end) => collectEnd('<=', end, values));
    case 'in':
      return isInput(node.value) && node.tests.every((test) => collectFormula(test, values));
    case 'tests':
    case 'list':
      return childrenOf(node).every((child) => collectFormula(child, values));
    case 'call':
      return (
        node.callee.kind === 'name' &&
        node.callee.name === 'not' &&
        node.args.length === 1 &&
        collectFormula(node.args[0] as FeelNode, values)
      );
    default:
      return false;
  }
}

const COMPARISONS: ReadonlySet<string> = new Set<FeelComparison>(['=', '!=', '<', '<=', '>', '>=']);

function isInput(node: FeelNode): boolean {
  return node.kind === 'name' && node.name === '?';
}

function collectEnd(op: FeelComparison, end: FeelNode, values: FeelValue[]): boolean {
  const value = constantOf(end);
  if (value === undefined) return false;
  if (op !== '=' && op !== '!=' && !hasOrderedEnds(value)) return false;
  return collectValue(value, values);
}

function collectValue(value: FeelValue, values: FeelValue[]): boolean {
  if (value instanceof FeelRange) {
    if (!hasOrderedEnds(value.low ?? value.high)) return false;
    for (const end of [value.low, value.high]) if (end !== null) values.push(end);
    return true;
  }
  if (!isScalar(value)) return false;
  values.push(value);
  return true;
}

/** The value of a node that is the same whenever it is asked; undefined when it is not. */
export function constantOf(node: FeelNode): FeelValue | undefined {
  if (node.kind === 'string' || node.kind === 'boolean') return node.value;
  if (node.kind === 'number') return parseNumber(node.text) ?? undefined;
  if (!isConstant(node)) return undefined;
  const faults: unknown[] = [];
  const value = compileFeel(node).evaluate(new Map(), { now: 0, offsetMinutes: 0 }, faults as never[]);
  return faults.length > 0 ? undefined : value;
}

function isConstant(node: FeelNode): boolean {
  switch (node.kind) {
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'at':
      return true;
    case 'negate':
    case 'range':
      return childrenOf(node).every(isConstant);
    case 'binary':
      return '+-*/**'.includes(node.op) && childrenOf(node).every(isConstant);
    case 'call':
      return node.callee.kind === 'name' && MAKERS.has(node.callee.name) && node.args.every(isConstant);
    default:
      return false;
  }
}

/** Functions that make a value of their arguments alone. */
const MAKERS: ReadonlySet<string> = new Set(['date', 'time', 'date and time', 'duration', 'years and months duration', 'number']);

/** Reads FEEL as a condition that people could have built by choosing; nothing when it says more than that. */
import type { FeelNode } from '@tongban/model';
import { parseFeel } from '../parse-feel.ts';
import { CONDITION_DEPTH, type Condition, type ConditionOperator, type ConditionTest } from './condition.ts';

/** The condition; the empty text is one without parts. */
export function readCondition(text: string, names: readonly string[] = []): Condition | undefined {
  if (text.trim() === '') return { kind: 'all', parts: [] };
  const tree = parseFeel(text, { names }).expression?.tree;
  return tree === undefined ? undefined : conditionOf(tree, text, CONDITION_DEPTH);
}

function conditionOf(node: FeelNode, text: string, levels: number): Condition | undefined {
  if (node.kind === 'binary' && (node.op === 'and' || node.op === 'or')) return groupOf(node, text, levels);
  return testOf(node, text);
}

// `a and b and c` is one group of three
function groupOf(node: Extract<FeelNode, { kind: 'binary' }>, text: string, levels: number): Condition | undefined {
  if (levels === 0) return undefined;
  const parts: Condition[] = [];
  for (const side of joinedBy(node, node.op)) {
    const part = conditionOf(side, text, levels - 1);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return { kind: node.op === 'and' ? 'all' : 'any', parts };
}

function joinedBy(node: FeelNode, op: string): readonly FeelNode[] {
  if (node.kind !== 'binary' || node.op !== op) return [node];
  return [...joinedBy(node.left, op), ...joinedBy(node.right, op)];
}

function testOf(node: FeelNode, text: string): ConditionTest | undefined {
  if (node.kind === 'binary') return comparisonOf(node, text);
  if (node.kind === 'between') return test(node.value, 'between', [node.low, node.high], text);
  if (node.kind === 'in') return test(node.value, 'in', node.tests, text);
  if (node.kind !== 'call' || node.names !== undefined) return undefined;
  const [first, second] = node.args;
  if (isCallOf(node, 'list contains') && first !== undefined && second !== undefined) return test(first, 'contains', [second], text);
  return isCallOf(node, 'not') && first !== undefined ? opposite(testOf(first, text)) : undefined;
}

function comparisonOf({ op, left, right }: Extract<FeelNode, { kind: 'binary' }>, text: string): ConditionTest | undefined {
  const isComparison = COMPARISONS.has(op);
  if (!isComparison) return undefined;
  if (right.kind !== 'null') return test(left, op as ConditionOperator, [right], text);
  if (op !== '=' && op !== '!=') return undefined;
  return test(left, op === '=' ? 'empty' : 'filled', [], text);
}

function test(subject: FeelNode, operator: ConditionOperator, literals: readonly FeelNode[], text: string): ConditionTest | undefined {
  const name = subjectOf(subject);
  const values = literals.map((node) => literalOf(node, text));
  if (name === undefined || values.some((value) => value === undefined)) return undefined;
  return { kind: 'test', subject: name, operator, values: values.filter((value) => value !== undefined) };
}

function opposite(inner: ConditionTest | undefined): ConditionTest | undefined {
  if (inner?.operator === 'in') return { ...inner, operator: 'notIn' };
  return inner?.operator === 'contains' ? { ...inner, operator: 'notContains' } : undefined;
}

function subjectOf(node: FeelNode): string | undefined {
  if (node.kind === 'name') return node.name;
  if (node.kind === 'path') {
    const of = subjectOf(node.of);
    return of === undefined || of.endsWith(')') ? undefined : `${of}.${node.name}`;
  }
  const [list] = node.kind === 'call' ? node.args : [];
  const counted = list === undefined ? undefined : subjectOf(list);
  return node.kind === 'call' && isCallOf(node, 'count') && counted !== undefined ? `count(${counted})` : undefined;
}

function literalOf(node: FeelNode, text: string): string | undefined {
  const isLiteral =
    node.kind === 'string' ||
    node.kind === 'number' ||
    node.kind === 'boolean' ||
    (node.kind === 'negate' && node.of.kind === 'number') ||
    (node.kind === 'call' && isCallOf(node, 'today') && node.args.length === 0) ||
    (node.kind === 'call' && isCallOf(node, 'date') && node.args.length === 1 && node.args[0]?.kind === 'string');
  return isLiteral ? text.slice(...node.at) : undefined;
}

function isCallOf({ callee }: Extract<FeelNode, { kind: 'call' }>, name: string): boolean {
  return callee.kind === 'name' && callee.name === name;
}

const COMPARISONS: ReadonlySet<string> = new Set(['=', '!=', '>', '>=', '<', '<=']);

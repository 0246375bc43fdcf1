/** Conditions of one field, one comparison and one value: what the condition builder makes of FEEL, and FEEL of it. */
import { parseFeel } from '@tongban/feel-parser';
import type { FeelNode, FormField } from '@tongban/model';

/** How the field is compared. */
export type ConditionOperator = 'filled' | 'empty' | '=' | '!=' | '>' | '>=' | '<' | '<=' | 'contains';

/** See the module comment. */
export interface SimpleCondition {
  /** As FEEL reads it: the key, or `row.key` of a column. */
  readonly name: string;
  readonly operator: ConditionOperator;
  /** As typed; empty with `filled` and `empty`. */
  readonly value: string;
}

/** The comparisons that make sense for values of `kind`. */
export function operatorsFor(kind: FormField['kind']): readonly ConditionOperator[] {
  switch (kind) {
    case 'number':
    case 'money':
    case 'date':
      return ['=', '!=', '>', '>=', '<', '<=', 'filled', 'empty'];
    case 'checkboxes':
    case 'items':
      return ['contains', 'filled', 'empty'];
    case 'text':
    case 'longText':
    case 'phone':
    case 'uscc':
    case 'idNumber':
    case 'projectCode':
    case 'qrCode':
    case 'radio':
    case 'select':
      return ['=', '!=', 'filled', 'empty'];
    default:
      return ['filled', 'empty'];
  }
}

/** The FEEL of `condition` on a field of `kind`; `undefined` while its value is still missing. */
export function feelOfCondition({ name, operator, value }: SimpleCondition, kind: FormField['kind']): string | undefined {
  if (name === '') return undefined;
  if (operator === 'filled') return `${name} != null`;
  if (operator === 'empty') return `${name} = null`;
  const literal = literalOf(value.trim(), kind);
  if (literal === undefined) return undefined;
  return operator === 'contains' ? `list contains(${name}, ${literal})` : `${name} ${operator} ${literal}`;
}

/** The simple condition that `text` is; `undefined` when it says more. */
export function conditionOfFeel(text: string): SimpleCondition | undefined {
  const tree = parseFeel(text).expression?.tree;
  if (tree?.kind === 'call') return containsOf(tree);
  if (tree?.kind !== 'binary' || !COMPARISONS.has(tree.op)) return undefined;
  const name = nameOf(tree.left);
  if (name === undefined) return undefined;
  if (tree.right.kind === 'null') {
    if (tree.op !== '=' && tree.op !== '!=') return undefined;
    return { name, operator: tree.op === '=' ? 'empty' : 'filled', value: '' };
  }
  const value = literalValueOf(tree.right);
  return value === undefined ? undefined : { name, operator: tree.op as ConditionOperator, value };
}

const COMPARISONS: ReadonlySet<string> = new Set(['=', '!=', '>', '>=', '<', '<=']);

function containsOf(tree: Extract<FeelNode, { readonly kind: 'call' }>): SimpleCondition | undefined {
  const [list, entry] = tree.args;
  if (tree.callee.kind !== 'name' || tree.callee.name !== 'list contains' || tree.args.length !== 2 || tree.names) return undefined;
  const name = list && nameOf(list);
  return name === undefined || entry?.kind !== 'string' ? undefined : { name, operator: 'contains', value: entry.value };
}

function nameOf(node: FeelNode): string | undefined {
  if (node.kind === 'name') return node.name;
  return node.kind === 'path' && node.of.kind === 'name' ? `${node.of.name}.${node.name}` : undefined;
}

function literalValueOf(node: FeelNode): string | undefined {
  if (node.kind === 'string') return node.value;
  if (node.kind === 'number') return node.text;
  if (node.kind === 'negate' && node.of.kind === 'number') return `-${node.of.text}`;
  if (node.kind === 'at') return node.text;
  if (node.kind === 'call' && node.callee.kind === 'name' && node.callee.name === 'date' && node.args.length === 1) {
    return node.args[0]?.kind === 'string' ? node.args[0].value : undefined;
  }
  return undefined;
}

function literalOf(value: string, kind: FormField['kind']): string | undefined {
  if (value === '') return undefined;
  if (kind === 'number' || kind === 'money') return /^-?\d+(\.\d+)?$/.test(value) ? value : undefined;
  if (kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? `date("${value}")` : undefined;
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

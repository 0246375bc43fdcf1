/** Parsed FEEL made by hand, for tests that need no parser. */
import type { FeelComparison, FeelExpression, FeelNode, FeelPlace, Json } from '@tongban/model';

const at: FeelPlace = [0, 0];

/** A value: `literal(3)`, `literal(['a', 'b'])`. */
export function literal(value: Json): FeelExpression {
  return { text: JSON.stringify(value), tree: literalNode(value), reads: [] };
}

/** A name or path: `read('application.amount')`. */
export function read(path: string): FeelExpression {
  const [first = '', ...rest] = path.split('.');
  return {
    text: path,
    tree: rest.reduce<FeelNode>((of, name) => ({ kind: 'path', at, of, name }), { kind: 'name', at, name: first }),
    reads: [first],
  };
}

/** A comparison of a path with a value: `compare('amount', '>', 5)`. */
export function compare(path: string, op: FeelComparison, value: Json): FeelExpression {
  const left = read(path);
  const tree: FeelNode = { kind: 'binary', at, op, left: left.tree, right: literalNode(value) };
  return { text: `${path} ${op} ${JSON.stringify(value)}`, tree, reads: left.reads };
}

/** A path plus a number: `plus('count', 1)`. */
export function plus(path: string, value: number): FeelExpression {
  const left = read(path);
  return {
    text: `${path} + ${value}`,
    tree: { kind: 'binary', at, op: '+', left: left.tree, right: literalNode(value) },
    reads: left.reads,
  };
}

function literalNode(value: Json): FeelNode {
  if (value === null) return { kind: 'null', at };
  if (typeof value === 'boolean') return { kind: 'boolean', at, value };
  if (typeof value === 'string') return { kind: 'string', at, value };
  if (typeof value === 'number') return { kind: 'number', at, text: String(value) };
  if (Array.isArray(value)) return { kind: 'list', at, items: value.map((item: Json) => literalNode(item)) };
  return { kind: 'context', at, entries: Object.entries(value).map(([name, entry]) => ({ name, value: literalNode(entry) })) };
}

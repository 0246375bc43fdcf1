/** The inputs of an example, of one value for each condition of a table: `a.b` asked with 1 is `{ a: { b: 1 } }`. */
import type { DecisionTable, FeelNode, Json, JsonObject } from '@tongban/model';

/** The inputs; undefined when a condition asks for more than a name or an entry of one. */
export function inputsWith({ inputs }: DecisionTable, values: readonly Json[]): JsonObject | undefined {
  let found: JsonObject = {};
  for (const [at, { expression }] of inputs.entries()) {
    const path = pathOf(expression.tree);
    if (path === undefined) return undefined;
    found = withValue(found, path, values[at] ?? null);
  }
  return found;
}

/** `a.b` as `['a', 'b']`. */
function pathOf(node: FeelNode): readonly string[] | undefined {
  if (node.kind === 'name') return [node.name];
  const before = node.kind === 'path' ? pathOf(node.of) : undefined;
  return node.kind === 'path' && before ? [...before, node.name] : undefined;
}

function withValue(data: JsonObject, [first = '', ...rest]: readonly string[], value: Json): JsonObject {
  const inner = data[first];
  const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  return { ...data, [first]: rest.length === 0 ? value : withValue(isObject ? (inner as JsonObject) : {}, rest, value) };
}

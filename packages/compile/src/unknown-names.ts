/** Finds what an expression reads that nothing gives: names, parameters of the measure, and fields of its forms. */
import { childrenOf } from '@tongban/feel-parser';
import type { FeelExpression, FeelNode } from '@tongban/model';

/** What expressions may read: names, and what is known to be in some of them. */
export interface KnownNames {
  readonly names: readonly string[];
  /** By name, e.g. the ids of the parameters by `parameters`, the keys of the fields by the key of their form. */
  readonly members?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Unknown names, and unknown members as `form.field`, each once. */
export function unknownNames(
  { tree, reads }: FeelExpression,
  { names, members }: KnownNames,
  own: readonly string[] = [],
): readonly string[] {
  const known = new Set([...names, ...own]);
  const unknown = new Set(reads.filter((name) => !known.has(name)));
  if (members !== undefined) collectMembers(tree, members, new Set(reads), unknown);
  return [...unknown];
}

function collectMembers(
  node: FeelNode,
  members: ReadonlyMap<string, ReadonlySet<string>>,
  reads: ReadonlySet<string>,
  unknown: Set<string>,
): void {
  if (node.kind === 'path' && node.of.kind === 'name' && reads.has(node.of.name)) {
    const inside = members.get(node.of.name);
    if (inside !== undefined && !inside.has(node.name)) unknown.add(`${node.of.name}.${node.name}`);
  }
  for (const child of childrenOf(node)) collectMembers(child, members, reads, unknown);
}

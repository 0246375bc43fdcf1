/** What the conditions of a program read, as paths such as `application.amount`. */
import { childrenOf } from '@tongban/feel-parser';
import type { FeelNode, Program } from '@tongban/model';

/** Each path once, in the order of the flow. `given`: names that are there anyway. */
export function namesRead({ flows }: Program, given: readonly string[]): readonly string[] {
  const paths = flows.flatMap(({ condition }) => (condition === undefined ? [] : pathsIn(condition.tree, new Set(condition.reads))));
  return [...new Set(paths)].filter((path) => !given.includes(path.split('.')[0] ?? ''));
}

function pathsIn(node: FeelNode, reads: ReadonlySet<string>): readonly string[] {
  const path = pathOf(node, reads);
  return path === undefined ? childrenOf(node).flatMap((child) => pathsIn(child, reads)) : [path];
}

function pathOf(node: FeelNode, reads: ReadonlySet<string>): string | undefined {
  if (node.kind === 'name') return reads.has(node.name) ? node.name : undefined;
  if (node.kind !== 'path') return undefined;
  const of = pathOf(node.of, reads);
  return of === undefined ? undefined : `${of}.${node.name}`;
}

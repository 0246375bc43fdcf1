/** What the conditions of a program read, and what any expression of a release reads, as paths such as `application.amount`. */
import { childrenOf } from '@tongban/feel-parser';
import type { FeelExpression, FeelNode, Program, Release } from '@tongban/model';

/** Each path once, in the order of the flow. `given`: names that are there anyway. */
export function namesRead({ flows }: Program, given: readonly string[]): readonly string[] {
  const paths = flows.flatMap(({ condition }) => (condition === undefined ? [] : pathsIn(condition.tree, new Set(condition.reads))));
  return [...new Set(paths)].filter((path) => !given.includes(path.split('.')[0] ?? ''));
}

/** What any expression of the flow and of the decisions reads: each path once. */
export function allNamesRead({ program, decisions }: Pick<Release, 'program' | 'decisions'>): readonly string[] {
  const paths = [...expressionsIn(program), ...expressionsIn(decisions)].flatMap(({ tree, reads }) => pathsIn(tree, new Set(reads)));
  return [...new Set(paths)];
}

// releases are plain data: whatever has a tree and names is an expression
function expressionsIn(data: unknown): readonly FeelExpression[] {
  if (typeof data !== 'object' || data === null) return [];
  if ('tree' in data && 'reads' in data) return [data as FeelExpression];
  return Object.values(data).flatMap((part: unknown) => expressionsIn(part));
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

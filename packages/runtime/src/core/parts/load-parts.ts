/**
 * Loads the parts that a release needs, each from a file of its own: a page that runs small flows loads little.
 *
 * @example
 * ```ts
 * const prepared = prepareRelease(release, await loadParts(release.program, 'operations'));
 * const { state } = step(prepared, undefined, start);
 * ```
 */
import type { Program } from '@tongban/model';
import { neededParts } from './needed-parts.ts';
import type { PartName } from './part.ts';
import { type AnyPart, type Parts, partsOf } from './parts.ts';

/** The core, what `program` needs, and whatever `more` is asked for: `operations`, when people do more than complete tasks. */
export async function loadParts(program: Program, ...more: readonly PartName[]): Promise<Parts> {
  const names = [...new Set([...neededParts(program), ...more])];
  return partsOf(await Promise.all(names.map((name) => LOADERS[name]())));
}

const LOADERS: { readonly [Name in PartName]: () => Promise<AnyPart> } = {
  decisions: async () => (await import('./decisions.ts')).decisions,
  time: async () => (await import('./time.ts')).time,
  loops: async () => (await import('./loops.ts')).loops,
  joins: async () => (await import('./joins.ts')).joins,
  events: async () => (await import('./events.ts')).events,
  scopes: async () => (await import('./scopes.ts')).scopes,
  compensation: async () => (await import('./compensation.ts')).compensation,
  operations: async () => (await import('./operations.ts')).operations,
};

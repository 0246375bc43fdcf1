/** The parts that a release is run with, put together: every kind of node, every command and every ability there is. */
import type { AnyCommandKind } from '../commands/command-kind.ts';
import type { NodeKind } from '../node-kind.ts';
import { core } from './core.ts';
import type { Abilities, AblePart, Part, PartName } from './part.ts';

/** Parts put together. */
export interface Parts {
  readonly nodes: ReadonlyMap<string, NodeKind>;
  /** Those that come most often first: it is looked for from the front. */
  readonly commands: readonly AnyCommandKind[];
  readonly abilities: Partial<Abilities>;
}

/** Any part. */
export type AnyPart = { readonly [Name in PartName]: AblePart<Name> }[PartName];

/** The core with these parts. */
export function partsOf(parts: readonly AnyPart[]): Parts {
  const all: readonly Part[] = [core, ...parts];
  return {
    nodes: new Map(all.flatMap(({ nodes = [] }) => nodes.map((kind) => [kind.kind, inOneShape(kind)]))),
    commands: all.flatMap(({ commands = [] }) => commands.map(alike)),
    abilities: Object.fromEntries(parts.map(({ name, ability }) => [name, ability])),
  };
}

// Every kind, and every command, with the same fields in the same order, so that asking one is as quick as asking another.

function alike({ kind, whileSuspended, run }: AnyCommandKind): AnyCommandKind {
  return { kind, whileSuspended, run } as AnyCommandKind;
}

function inOneShape({ kind, enter, leave, triggered, innerDone, join, staysOpen, cannotRun }: NodeKind): NodeKind {
  return { kind, enter, leave, triggered, innerDone, join, staysOpen, cannotRun };
}

/**
 * Both sides put steps of their own into the same line. That is a conflict about where the line leads, and besides the two sides it has
 * a third answer: first the steps of the base, then those of the copy.
 */
import type { Part, Parts } from '../parts/part.ts';
import { chosenIn, type UpgradeConflict } from './conflict.ts';
import type { Merging } from './merge-parts.ts';

/** The parts with the lines led through both; conflicts that this answers get the choice `both`. */
export function bothInserted(merged: ReadonlyMap<string, Part>, merging: Merging, conflicts: UpgradeConflict[]): Parts {
  const parts = new Map(merged);
  for (const [at, conflict] of conflicts.entries()) {
    const line = merging.base.get(conflict.partId);
    const join = line === undefined || conflict.property !== TARGET ? undefined : joinOf(line, merging);
    if (join === undefined) continue;
    const choices = ['theirs', 'ours', 'both'] as const;
    const chosen = chosenIn(merging.choices, conflict.id, choices);
    conflicts[at] = { ...conflict, choices, ...chosen };
    if (chosen.chosen !== 'both') continue;
    lead(parts, conflict.partId, String(conflict.theirs));
    lead(parts, join, String(conflict.ours));
  }
  return parts;
}

const TARGET = 'targetRef';

/** The one line of the base's own steps that leads to where `line` led. */
function joinOf(line: Part, { base, theirs, ours }: Merging): string | undefined {
  const target = line.properties[TARGET];
  const isNew = (parts: Parts, key: unknown): boolean => typeof key === 'string' && parts.has(key) && !base.has(key);
  if (!isNew(theirs, theirs.get(line.key)?.properties[TARGET]) || !isNew(ours, ours.get(line.key)?.properties[TARGET])) return undefined;
  const joins = [...theirs.values()].filter(({ key, properties }) => isNew(theirs, key) && properties[TARGET] === target);
  return joins.length === 1 ? joins[0]?.key : undefined;
}

function lead(parts: Map<string, Part>, line: string, target: string): void {
  const part = parts.get(line);
  if (part !== undefined) parts.set(line, { ...part, properties: { ...part.properties, [TARGET]: target } });
}

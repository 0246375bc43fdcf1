/**
 * A file of a measure as parts: things with an id (an element, a field, a limit, a rule of a table, a row of a list), each with its properties.
 * Whatever the format of the file, it is compared and merged as parts, and written again from them; what a format does not know is a
 * property like any other, so that nothing foreign is lost.
 */
import type { Json } from '@tongban/model';

/** Something with an id. */
export interface Part {
  /** What it is known by in its file; empty for the file itself. */
  readonly key: string;
  readonly id: string;
  /** Kind of element or field, or the list of the file that it stands in, e.g. `limits`. */
  readonly kind: string;
  /** What people call it; empty when it has no name. */
  readonly name: string;
  /** Key of what it stands in. */
  readonly parent: string;
  /** Which list of its parent. */
  readonly list: string;
  readonly properties: Properties;
}

/** Values by the names of the properties, in the order of the file. */
export type Properties = Readonly<Record<string, Json>>;

/** By key, in the order of the file. The file itself is the first. */
export type Parts = ReadonlyMap<string, Part>;

/** How files of one kind become parts, and parts a file. */
export interface PartFormat {
  /** Nothing when the text cannot be read, or two parts have the same id. */
  read(text: string): Parts | undefined;
  write(parts: Parts): string;
  /** Keys of the parts without which it cannot be: the ends of a line, the step that an event stands at. */
  needs?(part: Part): readonly string[];
  /** Names of properties that hold the key of another part, and go when that goes. */
  readonly mentions?: ReadonlySet<string>;
  /** Properties about which nobody is asked: where both sides changed one, the copy's stands. */
  readonly quiet?: ReadonlySet<string>;
  /** Makes whole what merging left in disorder, e.g. lines whose ends moved. */
  mend?(parts: Parts): Parts;
}

/** The parts by key; nothing when a key comes twice. */
export function partsByKey(list: readonly Part[]): Parts | undefined {
  const parts = new Map(list.map((part) => [part.key, part]));
  return parts.size === list.length ? parts : undefined;
}

/** Those that stand in `parent`, by the list they stand in, in order. */
export function childrenOf(parts: Parts): (parent: string, list: string) => readonly Part[] {
  const children = new Map<string, Part[]>();
  for (const part of parts.values()) {
    if (part.key === '') continue;
    const place = placeKey(part.parent, part.list);
    children.set(place, [...(children.get(place) ?? []), part]);
  }
  return (parent, list) => children.get(placeKey(parent, list)) ?? [];
}

/** One text for a list of a parent. */
export function placeKey(parent: string, list: string): string {
  return JSON.stringify([parent, list]);
}

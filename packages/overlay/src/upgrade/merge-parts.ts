/**
 * Merges three versions of a file part by part and property by property (rules UP3–UP9 in SPEC.md): what one side changed is taken, what
 * both changed alike is no conflict, what both changed otherwise is chosen. Nothing is lost without being said.
 */
import type { Json } from '@tongban/model';
import { type Part, type PartFormat, type Parts, type Properties, placeKey } from '../parts/part.ts';
import { shownName } from '../parts/xml-properties.ts';
import { same } from '../same-value.ts';
import { bothInserted } from './both-inserted.ts';
import { bypasses } from './bypasses.ts';
import { chosenIn, type UpgradeChoice, type UpgradeChoices, type UpgradeConflict } from './conflict.ts';
import { lineName } from './line-name.ts';
import { mergeOrder } from './merge-order.ts';

/** Three versions of one file. */
export interface Versions {
  readonly base: Parts;
  readonly theirs: Parts;
  readonly ours: Parts;
}

/** How a file is merged. */
export interface Merging extends Versions {
  readonly file: string;
  readonly format: PartFormat;
  readonly choices: UpgradeChoices;
  /** Properties that are the copy's own, by part: its id, its version. */
  readonly own?: (part: Part, property: string) => boolean;
}

/** What came of it. */
export interface MergedParts {
  readonly parts: Parts;
  readonly conflicts: readonly UpgradeConflict[];
  /** Parts of either side that went because what they need went: a line without its end. */
  readonly fallen: readonly Part[];
}

/** Merges. */
export function mergeParts(merging: Merging): MergedParts {
  const removals = removalsOf(merging);
  const conflicts: UpgradeConflict[] = [...removals.conflicts];
  const around = bypasses(removals.keeper, merging);
  const kept = [...allKeys(merging)].filter((key) => !removals.gone.has(key) && !around.has(key));
  const merged = new Map(kept.map((key) => [key, mergePart(key, merging, removals.keeper, conflicts)]));
  const { parts, fallen } = withoutOrphans(bothInserted(merged, merging, conflicts), merging.format);
  const ordered = inOrder(parts, merging);
  return { parts: merging.format.mend?.(ordered) ?? ordered, conflicts, fallen };
}

/** Which of the two versions. */
export type Side = 'theirs' | 'ours';

interface Removals {
  /** Keys that are in the result no more. */
  readonly gone: ReadonlySet<string>;
  /** Whose version of a part stays that the other side took out. */
  readonly keeper: ReadonlyMap<string, Side>;
  readonly conflicts: readonly UpgradeConflict[];
}

function allKeys({ base, theirs, ours }: Versions): ReadonlySet<string> {
  return new Set([...ours.keys(), ...theirs.keys(), ...base.keys()]);
}

/** What one side took out: it goes, unless the other side changed it or built on it. Then it is chosen, with all that went along with it. */
function removalsOf(merging: Merging): Removals {
  const gone = new Set([...merging.base.keys()].filter((key) => !merging.theirs.has(key) || !merging.ours.has(key)));
  const keeper = new Map<string, Side>();
  const conflicts: UpgradeConflict[] = [];
  for (const remover of ['theirs', 'ours'] as const) {
    const side = remover === 'theirs' ? 'ours' : 'theirs';
    const removed = new Set([...gone].filter((key) => !merging[remover].has(key) && merging[side].has(key)));
    for (const group of groupsOf(removed, merging)) {
      const changed = group.members.some((key) => touched(key, side, merging)) || builtOn(group.members, side, merging);
      if (!changed) continue;
      const conflict = removalConflict(group.head, remover, merging);
      conflicts.push(conflict);
      if ((conflict.chosen ?? 'ours') !== side) continue;
      for (const key of group.members) {
        gone.delete(key);
        keeper.set(key, side);
      }
    }
  }
  return { gone, keeper, conflicts };
}

interface Group {
  readonly head: Part;
  readonly members: readonly string[];
}

/** What was taken out together: a part with what stands in it, and with the lines that led to it. */
function groupsOf(removed: ReadonlySet<string>, { base, format }: Merging): readonly Group[] {
  const leads = (part: Part): readonly string[] =>
    [part.parent, ...(format.needs?.(part) ?? [])].filter((key) => key !== '' && removed.has(key));
  const headOf = new Map<string, string>();
  const find = (key: string): string => {
    const up = headOf.get(key) ?? key;
    return up === key ? key : find(up);
  };
  for (const key of removed)
    for (const lead of leads(base.get(key) as Part)) if (find(key) !== find(lead)) headOf.set(find(key), find(lead));
  const groups = new Map<string, string[]>();
  for (const key of removed) groups.set(find(key), [...(groups.get(find(key)) ?? []), key]);
  return [...groups.values()].map((members) => {
    const head = members.find((key) => leads(base.get(key) as Part).length === 0) ?? (members[0] as string);
    return { head: base.get(head) as Part, members };
  });
}

function touched(key: string, side: Side, merging: Merging): boolean {
  const [before, after] = [merging.base.get(key), merging[side].get(key)];
  if (before === undefined || after === undefined) return false;
  return !sameMeant(before, after, merging.format) || before.parent !== after.parent;
}

// where something is drawn is no reason to ask
function sameMeant(before: Part, after: Part, { quiet }: PartFormat): boolean {
  const meant = ({ properties }: Part): Properties =>
    Object.fromEntries(Object.entries(properties).filter(([name]) => quiet?.has(name) !== true));
  return same(meant(before), meant(after));
}

/** Whether `side` put something into one of the parts, or led something to it. */
function builtOn(members: readonly string[], side: Side, { base, [side]: own, format }: Merging): boolean {
  const inside = new Set(members);
  const leans = (part: Part | undefined): readonly string[] =>
    part === undefined ? [] : [part.parent, ...(format.needs?.(part) ?? [])].filter((key) => inside.has(key));
  return [...own.values()].some((part) => !inside.has(part.key) && leans(part).some((key) => !leans(base.get(part.key)).includes(key)));
}

function removalConflict(part: Part, remover: Side, { file, base, choices }: Merging): UpgradeConflict {
  const id = `${file}#${part.key}`;
  const facts = { file, partId: part.id, kind: plainKind(part), name: lineName(part, base) };
  const what = remover === 'theirs' ? 'removedThere' : 'removedHere';
  return { id, ...facts, what, choices: ['theirs', 'ours'], ...chosenIn(choices, id, ['theirs', 'ours']) };
}

function plainKind({ kind }: Part): string {
  return kind.replace(/^bpmn:/, '');
}

function mergePart(key: string, merging: Merging, keeper: ReadonlyMap<string, Side>, conflicts: UpgradeConflict[]): Part {
  const { base, theirs, ours } = merging;
  const stays = keeper.get(key);
  if (stays !== undefined) return merging[stays].get(key) as Part;
  const [before, there, here] = [base.get(key), theirs.get(key), ours.get(key)];
  if (there === undefined || here === undefined) return (there ?? here) as Part;
  const names = [...new Set([...Object.keys(here.properties), ...Object.keys(there.properties)])];
  const properties = names.flatMap((property): readonly (readonly [string, Json])[] => {
    const values: Values = [before?.properties[property], there.properties[property], here.properties[property]];
    const value = mergeValue({ property, values, part: here, keeper }, merging, conflicts);
    return value === undefined ? [] : [[property, value]];
  });
  const moved = before !== undefined && placeKey(here.parent, here.list) === placeKey(before.parent, before.list);
  const { parent, list } = moved ? there : here;
  const name = before === undefined || here.name !== before.name ? here.name : there.name;
  const kind = before === undefined || here.kind !== before.kind ? here.kind : there.kind;
  return { ...here, kind, name, parent, list, properties: Object.fromEntries(properties) };
}

type Values = readonly [before: Json | undefined, theirs: Json | undefined, ours: Json | undefined];

interface Subject {
  readonly property: string;
  readonly values: Values;
  readonly part: Part;
  readonly keeper: ReadonlyMap<string, Side>;
}

function mergeValue({ property, values, part, keeper }: Subject, merging: Merging, conflicts: UpgradeConflict[]): Json | undefined {
  const [before, theirs, ours] = values;
  if (merging.own?.(part, property) === true) return ours;
  // what stays although the other side took it out keeps the lines that led to it
  const stays = typeof before === 'string' ? keeper.get(before) : undefined;
  if (stays !== undefined && merging.format.needs?.(part).includes(before as string) === true) return stays === 'ours' ? ours : theirs;
  if (same(theirs, ours) || same(before, theirs)) return ours;
  if (same(before, ours)) return theirs;
  if (merging.format.quiet?.has(property) === true) return ours;
  const sets = values.map((value) => setOf(value ?? [])) as unknown as readonly [Texts, Texts, Texts];
  const united = sets.some((set) => set === undefined)
    ? undefined
    : unite(sets as readonly [readonly string[], readonly string[], readonly string[]]);
  if (united !== undefined && property.startsWith('parts.')) return united;
  const id = `${merging.file}#${part.key}#${property}`;
  const choices: readonly UpgradeChoice[] = united === undefined ? ['theirs', 'ours'] : ['theirs', 'ours', 'both'];
  const chosen = chosenIn(merging.choices, id, choices);
  const facts = { file: merging.file, partId: part.id, kind: plainKind(part), name: lineName(part, merging.ours) };
  const said = Object.entries({ before, theirs, ours }).filter(([, value]) => value !== undefined);
  conflicts.push({ id, ...facts, what: 'changed', property: shownName(property), ...Object.fromEntries(said), choices, ...chosen });
  return chosen.chosen === 'theirs' ? theirs : chosen.chosen === 'both' ? united : ours;
}

type Texts = readonly string[] | undefined;

function setOf(value: Json): Texts {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? (value as readonly string[]) : undefined;
}

// what either side added, without what either took out
function unite([before, theirs, ours]: readonly [readonly string[], readonly string[], readonly string[]]): readonly string[] {
  const stays = (entry: string): boolean => !before.includes(entry) || (theirs.includes(entry) && ours.includes(entry));
  return [...new Set([...theirs, ...ours])].filter(stays);
}

/** Leaves out what cannot be without what is gone, again and again; mere mentions of it are taken away. */
function withoutOrphans(parts: Parts, format: PartFormat): { readonly parts: Parts; readonly fallen: readonly Part[] } {
  const fallen: Part[] = [];
  const left = new Map(parts);
  for (let found = true; found; ) {
    found = false;
    for (const part of left.values()) {
      if (part.key === '' || (left.has(part.parent) && (format.needs?.(part) ?? []).every((key) => left.has(key)))) continue;
      left.delete(part.key);
      fallen.push(part);
      found = true;
    }
  }
  const isGone = (name: string, value: Json): boolean =>
    format.mentions?.has(name) === true && typeof value === 'string' && !left.has(value);
  const kept = [...left].map(([key, part]): readonly [string, Part] => {
    const properties = Object.entries(part.properties);
    const stays = properties.filter(([name, value]) => !isGone(name, value));
    return [key, stays.length === properties.length ? part : { ...part, properties: Object.fromEntries(stays) }];
  });
  return { parts: new Map(kept), fallen };
}

/** The parts with every list in its order. */
function inOrder(parts: Parts, versions: Versions): Parts {
  const listsOf = (version: Parts): ReadonlyMap<string, readonly string[]> => {
    const lists = new Map<string, string[]>();
    for (const { key, parent, list } of version.values()) {
      if (key === '') continue;
      const place = placeKey(parent, list);
      lists.set(place, [...(lists.get(place) ?? []), key]);
    }
    return lists;
  };
  const [base, theirs, ours] = [versions.base, versions.theirs, versions.ours].map(listsOf);
  const ordered = [...listsOf(parts)].flatMap(([place, keys]) =>
    mergeOrder(new Set(keys), { base: base?.get(place) ?? [], theirs: theirs?.get(place) ?? [], ours: ours?.get(place) ?? [] }),
  );
  const root = parts.get('');
  return new Map([...(root === undefined ? [] : [['', root] as const]), ...ordered.map((key) => [key, parts.get(key) as Part] as const)]);
}

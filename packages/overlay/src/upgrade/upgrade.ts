/**
 * A copy of a measure goes over to a new release of its base: three versions of all files are merged, what both sides changed is chosen
 * (rules UP1–UP12 in SPEC.md). Pure: the answer is files to keep, and everything that was decided without asking is in it.
 */
import type { MeasureManifest, MeasureSources } from '@tongban/model';
import { formatOf, MANIFEST } from '../parts/format-of.ts';
import type { Part } from '../parts/part.ts';
import { canonicalJson, same } from '../same-value.ts';
import { chosenIn, type UpgradeChoices, type UpgradeConflict } from './conflict.ts';
import { diffMeasures, type MeasureChange } from './diff-measures.ts';
import { keepLocks, type LockedChange, manifestOf } from './keep-locks.ts';
import { lineName } from './line-name.ts';
import { mergeOrder } from './merge-order.ts';
import { mergeParts } from './merge-parts.ts';

/** What an upgrade needs. */
export interface UpgradeOrder {
  /** The release that the copy was made from. */
  readonly base: MeasureSources;
  /** The new release, and its id. */
  readonly theirs: MeasureSources;
  readonly releaseId: string;
  /** The copy. */
  readonly ours: MeasureSources;
  readonly choices?: UpgradeChoices;
}

/** What went because what it needs went: a line without its end. */
export interface FallenPart {
  readonly file: string;
  readonly partId: string;
  readonly kind: string;
  readonly name: string;
}

/** What an upgrade comes to. */
export interface Upgrade {
  /** The files of the upgraded copy; where nothing is chosen yet, as the copy has it. */
  readonly sources: MeasureSources;
  readonly conflicts: readonly UpgradeConflict[];
  /** How many conflicts wait for a choice. */
  readonly open: number;
  /** What the base changed, and what the copy changed, since the old release. */
  readonly theirs: readonly MeasureChange[];
  readonly ours: readonly MeasureChange[];
  /** Where the new base locks what the copy had changed: there the base stands. */
  readonly locked: readonly LockedChange[];
  readonly fallen: readonly FallenPart[];
}

/** Merges. Undefined when one of the three manifests cannot be read. */
export function upgrade(order: UpgradeOrder): Upgrade | undefined {
  const { base, theirs, choices = {} } = order;
  if ([base, theirs, order.ours].some((sources) => manifestOf(sources) === undefined)) return undefined;
  const { sources: ours, locked } = keepLocks(base, theirs, order.ours);
  const paths = [...new Set([...Object.keys(ours), ...Object.keys(theirs), ...Object.keys(base)])].sort();
  const merged = paths.map((path) => mergeFile({ path, base: base[path], theirs: theirs[path], ours: ours[path], choices }));
  const files = Object.fromEntries(merged.flatMap(({ path, text }) => (text === undefined ? [] : [[path, text]])));
  const conflicts = merged.flatMap((file) => file.conflicts);
  return {
    sources: { ...files, [MANIFEST]: manifestText(files, order) },
    conflicts,
    open: conflicts.filter(({ chosen }) => chosen === undefined).length,
    theirs: diffMeasures(base, theirs).flatMap(withoutOwn),
    ours: diffMeasures(base, order.ours).flatMap(withoutOwn),
    locked,
    fallen: merged.flatMap((file) => file.fallen),
  };
}

interface FileVersions {
  readonly path: string;
  readonly base: string | undefined;
  readonly theirs: string | undefined;
  readonly ours: string | undefined;
  readonly choices: UpgradeChoices;
}

interface MergedFile {
  readonly path: string;
  readonly text: string | undefined;
  readonly conflicts: readonly UpgradeConflict[];
  readonly fallen: readonly FallenPart[];
}

function mergeFile(versions: FileVersions): MergedFile {
  const { path, base, theirs, ours, choices } = versions;
  const plain = (text: string | undefined): MergedFile => ({ path, text, conflicts: [], fallen: [] });
  if (path !== MANIFEST) {
    if (sameText(path, theirs, ours) || sameText(path, base, theirs)) return plain(ours);
    if (sameText(path, base, ours)) return plain(theirs);
  }
  if (theirs === undefined || ours === undefined) return chosenFile(versions);
  const texts = [theirs, ours, ...(base === undefined ? [] : [base])];
  const format = formatOf(path, texts);
  const [theirParts, ourParts] = [format?.read(theirs), format?.read(ours)];
  const baseParts = base === undefined ? new Map<string, Part>() : format?.read(base);
  if (format === undefined || theirParts === undefined || ourParts === undefined || baseParts === undefined) return chosenFile(versions);
  const own = path === MANIFEST ? isOwn : () => false;
  const merged = mergeParts({ file: path, format, choices, own, base: baseParts, theirs: theirParts, ours: ourParts });
  const before = new Map([...theirParts, ...ourParts]);
  const fallen = merged.fallen.map((part) => ({
    file: path,
    partId: part.id,
    kind: part.kind.replace(/^bpmn:/, ''),
    name: lineName(part, before),
  }));
  return { path, text: format.write(merged.parts), conflicts: merged.conflicts, fallen };
}

function chosenFile({ path, base, theirs, ours, choices }: FileVersions): MergedFile {
  const allowed = ['theirs', 'ours'] as const;
  const id = `${path}#`;
  const what = theirs === undefined ? 'removedThere' : ours === undefined && base !== undefined ? 'removedHere' : 'changed';
  const chosen = chosenIn(choices, id, allowed);
  const conflict: UpgradeConflict = { ...{ id, file: path, partId: '', kind: 'file', name: path, what, choices: allowed }, ...chosen };
  return { path, text: chosen.chosen === 'theirs' ? theirs : ours, conflicts: [conflict], fallen: [] };
}

/** What of its manifest is the copy's own, whatever the base says. */
function isOwn({ key }: Part, property: string): boolean {
  return key === '' && OWN.has(property);
}

const OWN: ReadonlySet<string> = new Set(['id', 'version', 'extends', 'formatVersion']);

function withoutOwn(change: MeasureChange): readonly MeasureChange[] {
  if (change.file !== MANIFEST || change.element !== 'file') return [change];
  const properties = change.properties.filter(({ property }) => !OWN.has(property));
  return properties.length === 0 ? [] : [{ ...change, properties }];
}

// how a file is written makes no difference
function sameText(path: string, one: string | undefined, other: string | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  const lines = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return lines(one) === lines(other) || (path.endsWith('.json') && sameJson(one, other));
}

function sameJson(one: string, other: string): boolean {
  try {
    return same(JSON.parse(one), JSON.parse(other));
  } catch {
    return false;
  }
}

/** The manifest names its new base, and every file that is there as one of the three has it listed. */
function manifestText(files: MeasureSources, { base, theirs, ours, releaseId }: UpgradeOrder): string {
  const manifest = manifestOf(files) ?? manifestOf(ours);
  if (manifest === undefined) return files[MANIFEST] ?? '';
  const listed = (sources: MeasureSources, name: string): readonly string[] => pathsIn(manifestOf(sources), name) ?? [];
  const parts = Object.entries(manifest.parts).map(([name, value]) => {
    if (!Array.isArray(value)) return [name, value] as const;
    const lists = { base: listed(base, name), theirs: listed(theirs, name), ours: listed(ours, name) };
    const there = [...value, ...lists.ours, ...lists.theirs].filter((path: string) => files[path] !== undefined);
    return [name, mergeOrder(new Set(there), lists)] as const;
  });
  return canonicalJson(JSON.parse(JSON.stringify({ ...manifest, extends: releaseId, parts: Object.fromEntries(parts) })));
}

function pathsIn(manifest: MeasureManifest | undefined, name: string): readonly string[] | undefined {
  const value = manifest?.parts[name as keyof MeasureManifest['parts']];
  return Array.isArray(value) ? (value as readonly string[]) : undefined;
}

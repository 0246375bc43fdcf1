/** What the new base locks stands as the base has it, before anything is merged: the locks of the base win. */
import type { Json, Lock, MeasureManifest, MeasureSources } from '@tongban/model';
import { formatOf, MANIFEST } from '../parts/format-of.ts';
import type { Part, Parts } from '../parts/part.ts';
import { same } from '../same-value.ts';

/** A lock of the new base against which the copy had something of its own. */
export interface LockedChange {
  readonly lock: Lock;
  readonly file: string;
  readonly name: string;
}

/** The copy as its new base lets it be, and what was taken back. */
export function keepLocks(base: MeasureSources, theirs: MeasureSources, ours: MeasureSources): LockedCopy {
  const locks = manifestOf(theirs)?.locks ?? [];
  return locks.reduce<LockedCopy>(
    (copy, lock) => {
      const file = fileOf(lock, theirs);
      return file === undefined ? copy : kept({ lock, file, base, theirs }, copy);
    },
    { sources: ours, locked: [] },
  );
}

interface LockedCopy {
  readonly sources: MeasureSources;
  readonly locked: readonly LockedChange[];
}

interface Locking {
  readonly lock: Lock;
  readonly file: string;
  readonly base: MeasureSources;
  readonly theirs: MeasureSources;
}

function kept({ lock, file, base, theirs }: Locking, copy: LockedCopy): LockedCopy {
  const there = theirs[file] as string;
  const here = copy.sources[file];
  const put = (text: string, name: string, own: boolean): LockedCopy => ({
    sources: { ...copy.sources, [file]: text },
    locked: own ? [...copy.locked, { lock, file, name }] : copy.locked,
  });
  if (here === there) return copy;
  const whole = lock.part === 'form' || lock.part === 'table' || lock.part === 'document';
  const format = formatOf(file, [there, ...(here === undefined ? [] : [here])]);
  const [theirParts, ourParts] = [format?.read(there), here === undefined ? undefined : format?.read(here)];
  if (whole || here === undefined) return put(there, theirParts?.get('')?.name ?? file, here !== undefined && here !== base[file]);
  const key = keyOf(lock);
  const theirPart = theirParts?.get(key);
  if (format === undefined || theirParts === undefined || ourParts === undefined || theirPart === undefined) return copy;
  const ourPart = ourParts.get(key);
  const next = lockedPart(lock, theirPart, ourPart);
  if (next === ourPart) return copy;
  const before = base[file] === undefined ? undefined : format.read(base[file])?.get(key);
  const own = ourPart === undefined ? before !== undefined : before === undefined || !same(before.properties, ourPart.properties);
  return put(format.write(withPart(ourParts, theirParts, next)), theirPart.name || theirPart.id, own);
}

/** The part as the lock lets it be. */
function lockedPart({ part, rule }: Lock, theirs: Part, ours: Part | undefined): Part {
  if (ours === undefined) return theirs;
  if (rule === 'stays') return ours;
  if (rule === 'shorter') {
    const amount = Math.min(...[theirs, ours].map(({ properties }) => Number(properties['amount'])));
    const sameUnit = ours.properties['unit'] === theirs.properties['unit'];
    const properties = { ...theirs.properties, ...(sameUnit && Number.isFinite(amount) ? { amount } : {}) };
    return same(properties, ours.properties) ? ours : { ...theirs, properties };
  }
  const free = part === 'element' ? FREE : [];
  const own = Object.entries(ours.properties).filter(([name]) => free.includes(name));
  const fixed = Object.entries(theirs.properties).filter(([name]) => !free.includes(name));
  const properties: Readonly<Record<string, Json>> = Object.fromEntries([...fixed, ...own]);
  return same(properties, ours.properties) && ours.kind === theirs.kind
    ? ours
    : { ...ours, kind: theirs.kind, name: theirs.name, properties };
}

/** Where an element is drawn, and in which lane. */
const FREE = ['place', 'lane'];

// a part that comes back stands behind what it stands behind in the base
function withPart(ours: Parts, theirs: Parts, part: Part): Parts {
  if (ours.has(part.key)) return new Map(ours).set(part.key, part);
  const before = [...theirs.keys()];
  const behind = before
    .slice(0, before.indexOf(part.key))
    .reverse()
    .find((key) => ours.has(key));
  const list = [...ours];
  list.splice(behind === undefined ? list.length : [...ours.keys()].indexOf(behind) + 1, 0, [part.key, part]);
  return new Map(list);
}

function keyOf(lock: Lock): string {
  if (lock.part === 'limit') return `limits:${lock.id}`;
  return lock.part === 'parameter' ? `parameters:${lock.id}` : lock.id;
}

function fileOf(lock: Lock, sources: MeasureSources): string | undefined {
  const parts = manifestOf(sources)?.parts;
  if (parts === undefined) return undefined;
  const found = (paths: readonly string[], is: (text: string) => boolean): string | undefined =>
    paths.find((path) => is(sources[path] ?? ''));
  const named = (id: string) => (text: string) => parse<{ readonly id?: string }>(text)?.id === id;
  switch (lock.part) {
    case 'element':
      return sources[parts.flow] === undefined ? undefined : parts.flow;
    case 'limit':
    case 'parameter':
      return MANIFEST;
    case 'form':
      return found(parts.forms, named(lock.id));
    case 'field':
      return found(parts.forms, named(lock.form));
    case 'table':
      return found(parts.tables, (text) => text.includes(`id="${lock.id}"`));
    case 'document':
      return found(parts.documents, named(lock.id));
  }
}

/** The manifest of a measure; nothing when it cannot be read. */
export function manifestOf(sources: MeasureSources): MeasureManifest | undefined {
  return parse<MeasureManifest>(sources[MANIFEST] ?? '');
}

function parse<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

/** Limits and locks of the measure edited beside the flow: an edit is taken back without touching what else has changed in the measure since. */
import type { Lock, MeasureManifest } from '@tongban/model';

/** `manifest` with its limits and locks as they are in `to`, where `to` differs from `from`; all else stays. */
export function withEditsOf(manifest: MeasureManifest, from: MeasureManifest, to: MeasureManifest): MeasureManifest {
  const limits = merged(manifest.limits, from.limits, to.limits, ({ id }) => id);
  const locks = merged(manifest.locks ?? [], from.locks ?? [], to.locks ?? [], keyOf);
  const { locks: _, ...rest } = manifest;
  return { ...rest, limits, ...(locks.length === 0 ? {} : { locks }) };
}

function keyOf(lock: Lock): string {
  return [lock.part, lock.part === 'field' ? lock.form : '', lock.id].join(' ');
}

function merged<Entry>(
  now: readonly Entry[],
  from: readonly Entry[],
  to: readonly Entry[],
  keyOf: (entry: Entry) => string,
): readonly Entry[] {
  const before = new Map(from.map((entry) => [keyOf(entry), entry]));
  const after = new Map(to.map((entry) => [keyOf(entry), entry]));
  const isSame = (key: string): boolean => JSON.stringify(before.get(key)) === JSON.stringify(after.get(key));
  const kept = now.flatMap((entry) => (isSame(keyOf(entry)) ? [entry] : (after.get(keyOf(entry)) ?? [])));
  const present = new Set(now.map(keyOf));
  return [...kept, ...to.filter((entry) => !isSame(keyOf(entry)) && !present.has(keyOf(entry)))];
}

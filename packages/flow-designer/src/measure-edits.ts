/** Limits of the measure edited beside the flow: an edit is taken back without touching what else has changed in the measure since. */
import type { Limit, MeasureManifest } from '@tongban/model';

/** `manifest` with its limits as they are in `to`, where `to` differs from `from`; all else stays. */
export function withLimitsOf(manifest: MeasureManifest, from: readonly Limit[], to: readonly Limit[]): MeasureManifest {
  const before = new Map(from.map((limit) => [limit.id, limit]));
  const after = new Map(to.map((limit) => [limit.id, limit]));
  const isSame = (id: string): boolean => JSON.stringify(before.get(id)) === JSON.stringify(after.get(id));
  const kept = manifest.limits.flatMap((limit) => (isSame(limit.id) ? [limit] : (after.get(limit.id) ?? [])));
  const present = new Set(manifest.limits.map(({ id }) => id));
  const added = to.filter(({ id }) => !isSame(id) && !present.has(id));
  return { ...manifest, limits: [...kept, ...added] };
}

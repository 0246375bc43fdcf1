/** The materials that a list asks for now: its own, and those of the items chosen; each id once. */
import type { Item, Json, Material, MaterialsField } from '@tongban/model';

/** See the module comment. A material that several items name is needed when one of them needs it, and tolerable when all of those tolerate it. */
export function listedMaterials(field: MaterialsField, chosen: Json, items: readonly Item[] | undefined): readonly Material[] {
  const codes = new Set<Json>(Array.isArray(chosen) ? (chosen as readonly Json[]) : []);
  const listed = new Map<string, Material>();
  for (const material of [
    ...(field.materials ?? []),
    ...(items ?? []).filter(({ code }) => codes.has(code)).flatMap(({ materials }) => materials ?? []),
  ]) {
    const known = listed.get(material.id);
    listed.set(material.id, known === undefined ? material : stricter(known, material));
  }
  return [...listed.values()];
}

function stricter(a: Material, b: Material): Material {
  if (a.needed !== b.needed) return a.needed ? a : b;
  return { ...a, tolerable: a.tolerable === true && b.tolerable === true };
}

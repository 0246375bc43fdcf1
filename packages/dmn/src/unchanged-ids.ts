/** Finds what did not change between two versions of a model, so that it is written as it was. */
import type { DecisionModel } from '@tongban/model';

/** Whether two models say the same; the trees of expressions follow from their texts. */
export function sameModel(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return a.trim() === b.trim();
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if ('tree' in a && 'tree' in b) return sameModel((a as { text?: unknown }).text, (b as { text?: unknown }).text);
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const key of keys) if (key !== 'model' && !sameModel(at(a, key), at(b, key))) return false;
  return true;
}

/** The ids of the elements that are the same in both. */
export function unchangedIds(base: DecisionModel, model: DecisionModel): ReadonlySet<string> {
  const before = partsById(base);
  const ids = new Set<string>();
  for (const [id, part] of partsById(model)) if (sameModel(before.get(id), part)) ids.add(id);
  return ids;
}

function at(value: object, key: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[key];
}

/** Elements, columns and rules by id. */
function partsById(model: DecisionModel): ReadonlyMap<string, unknown> {
  const tables = [...model.decisions.map(({ logic }) => logic), ...model.functions.map(({ body }) => body)];
  const parts = tables.flatMap((logic) => (logic?.kind === 'table' ? [...logic.inputs, ...logic.outputs, ...logic.rules] : []));
  const elements = [...model.types, ...model.inputs, ...model.decisions, ...model.functions, ...(model.services ?? []), ...parts];
  return new Map(elements.flatMap((element) => (element.id === undefined ? [] : [[element.id, element] as const])));
}

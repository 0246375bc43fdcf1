/** Where the fields of the picture stand: what is read on the left, what reads it on the right, in columns. */
import type { Relation } from '../uses/relations.ts';

/** A field in the picture. */
export interface PlacedNode {
  readonly id: string;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

/** The picture. */
export interface RelationLayout {
  readonly nodes: readonly PlacedNode[];
  readonly width: number;
  readonly height: number;
}

/** Sizes in px. */
export const NODE = { width: 168, height: 36, gapX: 88, gapY: 14, margin: 12 } as const;

/** Lays out the fields of `relations`; `order` is that of the form. */
export function layOutRelations(relations: readonly Relation[], order: readonly string[]): RelationLayout {
  const related = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const ids = order.filter((id) => related.has(id));
  const columns = columnsOf(ids, relations);
  const sizes: number[] = [];
  const nodes = ids.map((id): PlacedNode => {
    const column = columns.get(id) ?? 0;
    const row = sizes[column] ?? 0;
    sizes[column] = row + 1;
    return {
      id,
      column,
      x: NODE.margin + column * (NODE.width + NODE.gapX),
      y: NODE.margin + row * (NODE.height + NODE.gapY),
    };
  });
  const rows = Math.max(0, ...sizes);
  return {
    nodes,
    width: 2 * NODE.margin + sizes.length * (NODE.width + NODE.gapX) - NODE.gapX,
    height: 2 * NODE.margin + rows * (NODE.height + NODE.gapY) - NODE.gapY,
  };
}

/** The longest way to each from one that reads nothing; ways that go round in a circle end where they would begin again. */
function columnsOf(ids: readonly string[], relations: readonly Relation[]): ReadonlyMap<string, number> {
  const sources = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of relations) sources.get(to)?.push(from);
  const columns = new Map<string, number>();
  const column = (id: string, open: ReadonlySet<string>): number => {
    const known = columns.get(id);
    if (known !== undefined) return known;
    const inside = new Set([...open, id]);
    const before = (sources.get(id) ?? []).filter((source) => !inside.has(source) && sources.has(source));
    const found = before.length === 0 ? 0 : 1 + Math.max(...before.map((source) => column(source, inside)));
    columns.set(id, found);
    return found;
  };
  for (const id of ids) column(id, new Set());
  return columns;
}

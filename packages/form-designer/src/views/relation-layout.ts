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
  /** Points between two fields that are more than a column apart, so that no line runs behind a field; by {@link wayOf}. */
  readonly ways: ReadonlyMap<string, readonly PlacedNode[]>;
}

/** Sizes in px. */
export const NODE = { width: 168, height: 36, gapX: 88, gapY: 14, margin: 12 } as const;

/** Names the way from one field to another. */
export function wayOf(from: string, to: string): string {
  return `${from} > ${to}`;
}

/** Lays out the fields of `relations`; `order` is that of the form. */
export function layOutRelations(relations: readonly Relation[], order: readonly string[]): RelationLayout {
  const known = new Set(order);
  const between = relations.filter(({ from, to }) => known.has(from) && known.has(to));
  const related = new Set(between.flatMap(({ from, to }) => [from, to]));
  const ids = order.filter((id) => related.has(id));
  const columns = columnsOf(ids, between);
  const filled = filledColumns(ids, columns, between);
  const places = new Map<string, PlacedNode>();
  filled.forEach((entries, column) => {
    entries.forEach((id, row) => {
      const [x, y] = [NODE.margin + column * (NODE.width + NODE.gapX), NODE.margin + row * (NODE.height + NODE.gapY)];
      places.set(`${column} ${id}`, { id, column, x, y });
    });
  });
  const rows = Math.max(0, ...filled.map((entries) => entries.length));
  return {
    nodes: ids.flatMap((id) => places.get(`${columns.get(id)} ${id}`) ?? []),
    width: 2 * NODE.margin + filled.length * (NODE.width + NODE.gapX) - NODE.gapX,
    height: 2 * NODE.margin + rows * (NODE.height + NODE.gapY) - NODE.gapY,
    ways: new Map(
      between.map(({ from, to }) => {
        const way = wayOf(from, to);
        return [way, passed(columns, from, to).flatMap((column) => places.get(`${column} ${way}`) ?? [])];
      }),
    ),
  };
}

/** What stands in each column from top to bottom: fields, and the ways that pass it, each near what it comes from. */
function filledColumns(
  ids: readonly string[],
  columns: ReadonlyMap<string, number>,
  relations: readonly Relation[],
): readonly (readonly string[])[] {
  const filled: string[][] = Array.from({ length: 1 + Math.max(0, ...columns.values()) }, () => []);
  const sources = new Map<string, string[]>();
  for (const id of ids) filled[columns.get(id) ?? 0]?.push(id);
  for (const { from, to } of relations) {
    const way = wayOf(from, to);
    const stops = passed(columns, from, to);
    for (const column of stops) if (filled[column]?.includes(way) === false) filled[column]?.push(way);
    sources.set(way, [from]);
    sources.set(to, [...(sources.get(to) ?? []), stops.length > 0 ? way : from]);
  }
  const rows = new Map<string, number>();
  for (const [column, entries] of filled.entries()) {
    const heightOf = (entry: string): number => {
      const known = (sources.get(entry) ?? []).flatMap((source) => rows.get(source) ?? []);
      return known.length === 0 ? Number.MAX_SAFE_INTEGER : known.reduce((sum, row) => sum + row, 0) / known.length;
    };
    const heights = new Map(entries.map((entry) => [entry, heightOf(entry)]));
    if (column > 0) entries.sort((one, other) => (heights.get(one) ?? 0) - (heights.get(other) ?? 0));
    for (const [row, entry] of entries.entries()) rows.set(entry, row);
  }
  return filled;
}

/** The columns between two fields. */
function passed(columns: ReadonlyMap<string, number>, from: string, to: string): readonly number[] {
  const [first, last] = [columns.get(from) ?? 0, columns.get(to) ?? 0];
  return Array.from({ length: Math.max(0, last - first - 1) }, (_, at) => first + 1 + at);
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

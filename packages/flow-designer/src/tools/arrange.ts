/**
 * 自动排列: places the steps by the outline: a sequence from left to right, ways of a split below each other. Lanes keep their steps
 * and grow where they must; sub-processes are moved as they are. Lines are laid out anew, around the steps.
 */
import { middleOf, openSpace } from '../diagram/geometry.ts';
import { leadAround } from '../diagram/lead-around.ts';
import { elementsOf } from '../diagram/moddle.ts';
import type { DiagramElement, GetService, Point } from '../diagram/services.ts';
import type { FlowEditor } from '../flow-editor.ts';
import { isSequence, type OutlineItem } from '../steps/outline.ts';

const GAP_X = 60;
const GAP_Y = 40;

/** Arranges the whole flow, as one step of undo. */
export function arrange(editor: FlowEditor): void {
  const cells = cellsOf(editor.outline);
  if (cells.size === 0) return;
  editor.together(() => {
    const lanes = lanesOf(editor);
    const xs = columnsAt(cells);
    const ys = lanes.length === 0 ? rowsAt([...cells], originOf(cells).y) : rowsInLanes(editor.get, cells, lanes);
    for (const [element, cell] of cells) {
      const to = { x: xs.get(cell.column) ?? 0, y: ys.get(element) ?? 0 };
      const from = middleOf(element);
      const delta = { x: Math.round(to.x - from.x), y: Math.round(to.y - from.y) };
      if (delta.x !== 0 || delta.y !== 0) editor.get('modeling').moveElements([element], delta);
    }
    const lines = [...cells.keys()].flatMap((element) =>
      [element, ...(element.attachers ?? [])].flatMap((one) => one.outgoing.filter(isSequence)),
    );
    for (const line of lines) editor.get('modeling').layoutConnection(line, { waypoints: [] });
    for (const line of lines) leadAround(editor.get, line);
  });
}

interface Cell {
  readonly column: number;
  readonly row: number;
}

type Cells = ReadonlyMap<DiagramElement, Cell>;

// steps of the outermost scope only: what a sub-process holds moves with it
function cellsOf(outline: readonly OutlineItem[]): Cells {
  const cells = new Map<DiagramElement, Cell>();
  placeItems(outline, 0, 0, cells);
  return cells;
}

// how many columns and rows the items take
function placeItems(items: readonly OutlineItem[], column: number, row: number, cells: Map<DiagramElement, Cell>): Cell {
  let at = column;
  let rows = 1;
  for (const item of items) {
    if (item.kind === 'link') continue;
    const first = item.element.incoming.filter(isSequence).length === 0 && at > column;
    if (first) {
      row += rows;
      at = column;
      rows = 1;
    }
    cells.set(item.element, { column: at, row });
    at++;
    let below = 0;
    let widest = 0;
    for (const branch of item.branches) {
      const aside = branch.way.source === undefined;
      const down = aside ? Math.max(1, below) : below;
      const taken = placeItems(branch.items, aside ? at - 1 : at, row + down, cells);
      below = down + taken.row;
      widest = Math.max(widest, aside ? taken.column - 1 : taken.column);
    }
    at += widest;
    rows = Math.max(rows, below);
  }
  return { column: at - column, row: rows };
}

function originOf(cells: Cells): Point {
  const all = [...cells.keys()];
  return { x: Math.min(...all.map(({ x }) => x)), y: Math.min(...all.map((one) => middleOf(one).y)) };
}

function columnsAt(cells: Cells): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const [element, { column }] of cells) widths.set(column, Math.max(widths.get(column) ?? 0, element.width));
  let x = originOf(cells).x;
  const middles = new Map<number, number>();
  for (const [column, width] of [...widths].sort(([a], [b]) => a - b)) {
    middles.set(column, x + width / 2);
    x += width + GAP_X;
  }
  return middles;
}

type Entry = readonly [element: DiagramElement, cell: Cell];

// `top` is the middle of the first row
function rowsAt(entries: readonly Entry[], top: number): ReadonlyMap<DiagramElement, number> {
  const heights = new Map<number, number>();
  for (const [element, { row }] of entries) heights.set(row, Math.max(heights.get(row) ?? 80, element.height));
  const middles = new Map<number, number>();
  let y = top;
  let last: number | undefined;
  for (const [row, height] of [...heights].sort(([a], [b]) => a - b)) {
    if (last !== undefined) y += last / 2 + GAP_Y + height / 2;
    middles.set(row, y);
    last = height;
  }
  return new Map(entries.map(([element, { row }]) => [element, middles.get(row) ?? top]));
}

interface LaneOf {
  readonly lane: DiagramElement;
  readonly ids: ReadonlySet<string>;
}

function lanesOf(editor: FlowEditor): readonly LaneOf[] {
  return editor
    .get('elementRegistry')
    .getAll()
    .filter((one) => one.type === 'bpmn:Lane' && !(one.children ?? []).some((child) => child.type === 'bpmn:Lane'))
    .map((lane) => ({ lane, ids: new Set(elementsOf(lane.businessObject, 'flowNodeRef').map((node) => String(node['id']))) }))
    .sort((a, b) => a.lane.y - b.lane.y);
}

// each lane counts its own rows; one that is too low grows first
function rowsInLanes(get: GetService, cells: Cells, lanes: readonly LaneOf[]): ReadonlyMap<DiagramElement, number> {
  const ys = new Map<DiagramElement, number>();
  for (const { lane, ids } of lanes) {
    const entries = [...cells].filter(([element]) => ids.has(element.id));
    if (entries.length === 0) continue;
    const rows = rowsAt(entries, 0);
    const depth = Math.max(...[...rows].map(([element, y]) => y + element.height / 2));
    const head = Math.max(...entries.filter(([element]) => rows.get(element) === 0).map(([{ height }]) => height / 2));
    const needed = head + depth + GAP_Y;
    if (needed > lane.height) openSpace(get, 'y', lane.y + lane.height - 2, Math.ceil(needed - lane.height));
    const top = lane.y + (lane.height - head - depth) / 2 + head;
    for (const [element, y] of rows) ys.set(element, top + y);
  }
  for (const element of cells.keys()) if (!ys.has(element)) ys.set(element, middleOf(element).y);
  return ys;
}

/** A plain drawing for a file that has none: every process from left to right, one column for each step away from its start. */
import type { FlowNode, FlowPicture, FlowProcess, FlowScope, PictureEdge, PictureShape, SequenceFlow } from '@tongban/model';
import { present } from './present.ts';
import { PICTURE_MARGIN } from './read-picture.ts';

const COLUMN = 160;
const ROW = 120;

/** Places the nodes of every process; what is inside sub-processes is not shown. */
export function layOut(processes: readonly FlowProcess[]): FlowPicture {
  let top = PICTURE_MARGIN;
  const shapes: PictureShape[] = [];
  const edges: PictureEdge[] = [];
  for (const process of processes) {
    const placed = placeNodes(process, top);
    const byId = new Map(placed.map((shape) => [shape.id, shape]));
    for (const shape of placed) shapes.push(shape);
    for (const flow of process.flows) edges.push(...drawFlow(flow, byId));
    top = farthest(placed, (shape) => shape.y + shape.height + ROW / 2);
  }
  return {
    width: farthest(shapes, (shape) => shape.x + shape.width) + PICTURE_MARGIN,
    height: farthest(shapes, (shape) => shape.y + shape.height) + PICTURE_MARGIN,
    shapes,
    edges,
  };
}

function farthest(shapes: readonly PictureShape[], edge: (shape: PictureShape) => number): number {
  return shapes.reduce((far, shape) => Math.max(far, edge(shape)), 0);
}

function placeNodes(process: FlowProcess, top: number): readonly PictureShape[] {
  const columns = columnsOf(process);
  const filled = new Map<number, number>();
  return process.nodes.map((node) => {
    const column = columns.get(node.id) ?? 0;
    const row = filled.get(column) ?? 0;
    filled.set(column, row + 1);
    const [width, height] = sizeOf(node);
    return present<PictureShape>({
      id: node.id,
      kind: node.kind,
      name: node.name,
      x: PICTURE_MARGIN + column * COLUMN + (100 - width) / 2,
      y: top + row * ROW + (80 - height) / 2,
      width,
      height,
      event: node.events?.[0]?.kind,
      repeat: repeatOf(node),
    });
  });
}

/** How many flows away from a start each node is, at least. Boundary events stand beside their activity. */
function columnsOf(scope: FlowScope): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  const targets = new Map<string, string[]>();
  const follow = (from: string, to: string): void => void targets.set(from, [...(targets.get(from) ?? []), to]);
  for (const { source, target } of scope.flows) follow(source, target);
  for (const { id, attachedTo } of scope.nodes) if (attachedTo !== undefined) follow(attachedTo, id);
  const entered = new Set([...targets.values()].flat());
  const queue = scope.nodes.filter((node) => !entered.has(node.id)).map((node) => node.id);
  for (const id of queue) columns.set(id, 0);
  for (let at = 0; at < queue.length; at++) {
    const id = queue[at] as string;
    for (const next of targets.get(id) ?? []) {
      if (columns.has(next)) continue;
      columns.set(next, (columns.get(id) ?? 0) + 1);
      queue.push(next);
    }
  }
  return columns;
}

function sizeOf(node: FlowNode): readonly [width: number, height: number] {
  if (node.kind.endsWith('Event')) return [36, 36];
  return node.kind.endsWith('Gateway') ? [50, 50] : [100, 80];
}

function repeatOf({ loop }: FlowNode): PictureShape['repeat'] {
  if (loop === undefined) return undefined;
  if (loop.kind === 'standard') return 'loop';
  return loop.sequential ? 'sequential' : 'parallel';
}

function drawFlow(flow: SequenceFlow, shapes: ReadonlyMap<string, PictureShape>): readonly PictureEdge[] {
  const source = shapes.get(flow.source);
  const target = shapes.get(flow.target);
  if (source === undefined || target === undefined) return [];
  const start = { x: source.x + source.width, y: source.y + source.height / 2 };
  const end = { x: target.x, y: target.y + target.height / 2 };
  const middle = (start.x + end.x) / 2;
  const bends =
    start.y === end.y
      ? []
      : [
          { x: middle, y: start.y },
          { x: middle, y: end.y },
        ];
  const { id, name } = flow;
  return [present<PictureEdge>({ id, name, source: source.id, target: target.id, points: [start, ...bends, end] })];
}

/** Pools around processes that were just laid out, closed pools below them, and the messages between. */
import type { BpmnDocument, ModdleElement } from '@tongban/bpmn';
import { boundsOf, middleOf } from '../diagram/geometry.ts';
import { elementOf, elementsOf } from '../diagram/moddle.ts';
import type { Bounds } from '../diagram/services.ts';
import type { Drawing } from './drawing.ts';

const HEAD = 50;
const PADDING = 25;
const CLOSED = { width: 600, height: 60 };

export function drawPools({ definitions }: BpmnDocument, drawing: Drawing): void {
  const [collaboration] = elementsOf(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Collaboration');
  if (collaboration === undefined) return;
  for (const participant of elementsOf(collaboration, 'participants')) {
    const inside = nodesOf(elementOf(participant, 'processRef')).flatMap((node) => drawing.boundsOf(node) ?? []);
    drawing.addShape(participant, inside.length === 0 ? { ...drawing.below, ...CLOSED } : around(boundsOf(inside)));
  }
  for (const message of elementsOf(collaboration, 'messageFlows')) {
    const [from, to] = [drawing.boundsOf(elementOf(message, 'sourceRef')), drawing.boundsOf(elementOf(message, 'targetRef'))];
    if (from !== undefined && to !== undefined) drawing.addEdge(message, between(from, to));
  }
}

function nodesOf(process: ModdleElement | undefined): readonly ModdleElement[] {
  return elementsOf(process, 'flowElements');
}

function around({ x, y, width, height }: Bounds): Bounds {
  return { x: x - HEAD - PADDING, y: y - PADDING, width: width + HEAD + 2 * PADDING, height: height + 2 * PADDING };
}

// straight up or down where one is a pool; from border to border
function between(from: Bounds, to: Bounds): readonly { readonly x: number; readonly y: number }[] {
  const x = Math.round(middleOf(from.width < to.width ? from : to).x);
  const down = from.y < to.y;
  return [
    { x, y: down ? from.y + from.height : from.y },
    { x, y: down ? to.y : to.y + to.height },
  ];
}

/**
 * Draws what a file does not draw: all of it, laid out by `@tongban/bpmn`, with a pool for each participant, or only the steps and lines
 * that are missing, beside what they follow. Elements without an id get one, so that the drawing can name them.
 */
import { type BpmnDocument, type ModdleElement, readBpmn, rewriteBpmn } from '@tongban/bpmn';
import type { FlowPicture } from '@tongban/model';
import { middleOf, overlap } from '../diagram/geometry.ts';
import { elementOf, elementsOf, textOf } from '../diagram/moddle.ts';
import type { Bounds, Point } from '../diagram/services.ts';
import { drawPools } from './draw-pools.ts';
import { Drawing } from './drawing.ts';

const GAP = 60;

/** `xml` with everything in it drawn. */
export async function completeDrawing(xml: string): Promise<string> {
  const { xml: named = xml } = await rewriteBpmn(xml, giveIds);
  const { flow } = await readBpmn(named);
  if (flow === undefined) return xml;
  const { xml: drawn = xml } = await rewriteBpmn(named, (document) => complete(document, flow.picture));
  return drawn;
}

function giveIds({ definitions }: BpmnDocument): void {
  let number = 0;
  for (const element of elementsIn(definitions)) if (textOf(element, 'id') === '') Object.assign(element, { id: `Element_${++number}` });
}

function complete(document: BpmnDocument, picture: FlowPicture): void {
  const drawing = new Drawing(document);
  if (drawing.isEmpty) {
    drawAll(document, drawing, picture);
    drawPools(document, drawing);
  } else {
    const processes = elementsOf(document.definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
    for (const process of processes) drawMissing(elementsOf(process, 'flowElements'), drawing);
  }
}

function drawAll({ definitions }: BpmnDocument, drawing: Drawing, { shapes, edges }: FlowPicture): void {
  const elements = new Map(shownIn(definitions).map((element) => [textOf(element, 'id'), element]));
  for (const shape of shapes) drawing.addShape(elements.get(shape.id), shape);
  for (const { id, points } of edges) drawing.addEdge(elements.get(id), points);
}

// without pools a diagram shows one process; those it calls stay in the file
function shownIn(definitions: ModdleElement): readonly ModdleElement[] {
  const roots = elementsOf(definitions, 'rootElements');
  const pools = roots.some(({ $type }) => $type === 'bpmn:Collaboration');
  const processes = roots.filter(({ $type }) => $type === 'bpmn:Process');
  return (pools ? processes : processes.slice(0, 1)).flatMap(withContent);
}

// a process of which nothing is drawn is another diagram's, or a pool shown closed
function drawMissing(elements: readonly ModdleElement[], drawing: Drawing): void {
  const lines = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  const nodes = elements.filter(({ $type }) => /(?:Task|Event|Gateway|SubProcess|Transaction|CallActivity)$/.test($type));
  if (!nodes.some((node) => drawing.boundsOf(node) !== undefined)) return;
  for (const node of nodes) if (drawing.boundsOf(node) === undefined) drawing.addShape(node, placeFor(node, lines, drawing));
  for (const line of lines) {
    const [from, to] = [drawing.boundsOf(elementOf(line, 'sourceRef')), drawing.boundsOf(elementOf(line, 'targetRef'))];
    if (!drawing.has(line) && from !== undefined && to !== undefined) drawing.addEdge(line, [middleOf(from), middleOf(to)]);
  }
}

// on the border of its activity; else right of what leads to it, on the first height that is free
function placeFor(node: ModdleElement, lines: readonly ModdleElement[], drawing: Drawing): Bounds {
  const size = sizeOf(node);
  const host = drawing.boundsOf(elementOf(node, 'attachedToRef'));
  if (host !== undefined)
    return { x: host.x + host.width / 2 - size.x / 2, y: host.y + host.height - size.y / 2, width: size.x, height: size.y };
  const before = lines
    .filter((line) => elementOf(line, 'targetRef') === node)
    .map((line) => drawing.boundsOf(elementOf(line, 'sourceRef')))
    .find((bounds) => bounds !== undefined);
  const start = before === undefined ? drawing.below : { x: before.x + before.width + GAP, y: middleOf(before).y - size.y / 2 };
  for (let y = start.y; ; y += GAP) {
    const place = { x: start.x, y, width: size.x, height: size.y };
    if (!drawing.nodes.some((other) => overlap(other, place))) return place;
  }
}

function sizeOf({ $type }: ModdleElement): Point {
  if ($type.endsWith('Event')) return { x: 36, y: 36 };
  return $type.endsWith('Gateway') ? { x: 50, y: 50 } : { x: 100, y: 80 };
}

/** The processes and all that flows in them. */
function elementsIn(definitions: ModdleElement): readonly ModdleElement[] {
  return elementsOf(definitions, 'rootElements').flatMap(withContent);
}

function withContent(element: ModdleElement): readonly ModdleElement[] {
  return [element, ...elementsOf(element, 'flowElements').flatMap(withContent)];
}

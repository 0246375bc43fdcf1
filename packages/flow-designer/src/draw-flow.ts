/** A file without a drawing gets one, laid out by `@tongban/bpmn`; elements without an id get one, so that the drawing can name them. */
import { type BpmnDocument, type ModdleElement, readBpmn, rewriteBpmn } from '@tongban/bpmn';
import type { FlowPicture } from '@tongban/model';
import { elementsOf } from './diagram/moddle.ts';

/** `xml` with a drawing; the same text when it has one, or when it has several processes. */
export async function withDrawing(xml: string): Promise<string> {
  if (/[<:]BPMNShape[\s>]/.test(xml) || /[<:]collaboration[\s>]/.test(xml)) return xml;
  const { xml: named = xml } = await rewriteBpmn(xml, giveIds);
  const { flow } = await readBpmn(named);
  if (flow === undefined || flow.processes.length !== 1) return xml;
  const { xml: drawn = xml } = await rewriteBpmn(named, (document) => draw(document, flow.picture));
  return drawn;
}

function giveIds({ definitions }: BpmnDocument): void {
  let number = 0;
  for (const element of elementsIn(definitions)) if (idOf(element) === undefined) Object.assign(element, { id: `Element_${++number}` });
}

function draw({ definitions, create }: BpmnDocument, picture: FlowPicture): void {
  const elements = elementsIn(definitions);
  const find = (id: string): ModdleElement | undefined => elements.find((element) => idOf(element) === id);
  const shapes = picture.shapes.flatMap(({ id, x, y, width, height }) => {
    const bpmnElement = find(id);
    if (bpmnElement === undefined) return [];
    const expanded = bpmnElement.$type.endsWith('SubProcess') ? { isExpanded: true } : {};
    return [create('bpmndi:BPMNShape', { id: `${id}_di`, bpmnElement, bounds: create('dc:Bounds', { x, y, width, height }), ...expanded })];
  });
  const edges = picture.edges.flatMap(({ id, points }) => {
    const bpmnElement = find(id);
    const waypoint = points.map(({ x, y }) => create('dc:Point', { x, y }));
    return bpmnElement === undefined ? [] : [create('bpmndi:BPMNEdge', { id: `${id}_di`, bpmnElement, waypoint })];
  });
  const bpmnElement = elements.find((element) => element.$type === 'bpmn:Process');
  const plane = create('bpmndi:BPMNPlane', { id: 'Plane_1', bpmnElement, planeElement: [...shapes, ...edges] });
  Object.assign(definitions, { diagrams: [create('bpmndi:BPMNDiagram', { id: 'Diagram_1', plane })] });
}

/** The processes and all that flows in them. */
function elementsIn(definitions: ModdleElement): readonly ModdleElement[] {
  const inside = (element: ModdleElement): readonly ModdleElement[] => [element, ...elementsOf(element, 'flowElements').flatMap(inside)];
  return elementsOf(definitions, 'rootElements').flatMap(inside);
}

function idOf(element: ModdleElement): string | undefined {
  const { id } = element as { readonly id?: unknown };
  return typeof id === 'string' && id !== '' ? id : undefined;
}

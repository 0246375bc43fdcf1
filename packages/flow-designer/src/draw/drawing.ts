/** The drawing of a file while it is being completed: what is drawn where, and new shapes and lines. */
import type { BpmnDocument, ModdleElement } from '@tongban/bpmn';
import { elementOf, elementsOf, textOf } from '../diagram/moddle.ts';
import type { Bounds, Point } from '../diagram/services.ts';

export class Drawing {
  private readonly create: BpmnDocument['create'];
  private readonly plane: ModdleElement;
  private readonly bounds = new Map<ModdleElement, Bounds>();
  private readonly drawn = new Set<ModdleElement>();
  /** The rectangles of steps, pools and lanes not counted. */
  readonly nodes: Bounds[] = [];

  constructor({ definitions, create }: BpmnDocument) {
    this.create = create;
    const [first] = elementsOf(definitions, 'diagrams');
    this.plane = elementOf(first, 'plane') ?? create('bpmndi:BPMNPlane', { id: 'Plane_1' });
    if (first === undefined)
      Object.assign(definitions, { diagrams: [create('bpmndi:BPMNDiagram', { id: 'Diagram_1', plane: this.plane })] });
    else Object.assign(first, { plane: this.plane });
    Object.assign(this.plane, { bpmnElement: elementOf(this.plane, 'bpmnElement') ?? rootOf(definitions) });
    for (const diagram of elementsOf(definitions, 'diagrams')) dropPlaceless(elementOf(diagram, 'plane'));
    for (const diagram of elementsOf(definitions, 'diagrams'))
      for (const one of elementsOf(elementOf(diagram, 'plane'), 'planeElement'))
        this.note(elementOf(one, 'bpmnElement'), elementOf(one, 'bounds'));
  }

  get isEmpty(): boolean {
    return this.drawn.size === 0;
  }

  has(element: ModdleElement): boolean {
    return this.drawn.has(element);
  }

  boundsOf(element: ModdleElement | undefined): Bounds | undefined {
    return element === undefined ? undefined : this.bounds.get(element);
  }

  /** A place under everything. */
  get below(): Point {
    const all = [...this.bounds.values()];
    return { x: Math.min(...all.map(({ x }) => x)), y: Math.max(...all.map(({ y, height }) => y + height)) + 60 };
  }

  addShape(element: ModdleElement | undefined, { x, y, width, height }: Bounds): void {
    if (element === undefined) return;
    const bounds = this.create('dc:Bounds', { x, y, width, height });
    const expanded = element.$type.endsWith('SubProcess') ? { isExpanded: true } : {};
    const horizontal = element.$type === 'bpmn:Participant' ? { isHorizontal: true } : {};
    this.add(
      this.create('bpmndi:BPMNShape', { id: `${textOf(element, 'id')}_di`, bpmnElement: element, bounds, ...expanded, ...horizontal }),
    );
    this.note(element, bounds);
  }

  addEdge(element: ModdleElement | undefined, points: readonly Point[]): void {
    if (element === undefined) return;
    const waypoint = points.map(({ x, y }) => this.create('dc:Point', { x, y }));
    this.add(this.create('bpmndi:BPMNEdge', { id: `${textOf(element, 'id')}_di`, bpmnElement: element, waypoint }));
    this.drawn.add(element);
  }

  private add(one: ModdleElement): void {
    Object.assign(one, { $parent: this.plane });
    Object.assign(this.plane, { planeElement: [...elementsOf(this.plane, 'planeElement'), one] });
  }

  private note(element: ModdleElement | undefined, bounds: ModdleElement | undefined): void {
    if (element === undefined) return;
    this.drawn.add(element);
    if (bounds === undefined) return;
    const { x, y, width, height } = bounds as unknown as Bounds;
    this.bounds.set(element, { x, y, width, height });
    if (element.$type !== 'bpmn:Participant' && element.$type !== 'bpmn:Lane') this.nodes.push({ x, y, width, height });
  }
}

// a shape without a place cannot be drawn; without it, its element gets one of its own
function dropPlaceless(plane: ModdleElement | undefined): void {
  const all = elementsOf(plane, 'planeElement');
  const placed = all.filter((one) => one.$type !== 'bpmndi:BPMNShape' || elementOf(one, 'bounds') !== undefined);
  if (plane !== undefined && placed.length < all.length) Object.assign(plane, { planeElement: placed });
}

// what a plane shows: the collaboration, else the first process
function rootOf(definitions: ModdleElement): ModdleElement | undefined {
  const roots = elementsOf(definitions, 'rootElements');
  return roots.find(({ $type }) => $type === 'bpmn:Collaboration') ?? roots.find(({ $type }) => $type === 'bpmn:Process');
}

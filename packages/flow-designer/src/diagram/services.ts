/** The parts of bpmn-js that we call, described by the methods we call. */
import type { CreateElement, ModdleElement } from '@tongban/bpmn';
import type { Problem } from '@tongban/model';

/** A place on the canvas: px, origin top left, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle on the canvas. */
export interface Bounds extends Point {
  readonly width: number;
  readonly height: number;
}

/** A drawn shape, connection, label or the root. */
export interface DiagramElement extends Bounds {
  readonly id: string;
  readonly type: string;
  readonly businessObject: ModdleElement;
  readonly di?: ModdleElement;
  readonly parent?: DiagramElement;
  readonly host?: DiagramElement;
  readonly source?: DiagramElement;
  readonly target?: DiagramElement;
  readonly waypoints?: readonly Point[];
  readonly labelTarget?: DiagramElement;
  readonly collapsed?: boolean;
  /** Absent on connections. */
  readonly children?: readonly DiagramElement[];
  readonly incoming: readonly DiagramElement[];
  readonly outgoing: readonly DiagramElement[];
  readonly attachers?: readonly DiagramElement[];
}

/** What a shape to make is. */
export interface NewShape {
  readonly type: string;
  readonly eventDefinitionType?: string;
  readonly isExpanded?: boolean;
  readonly cancelActivity?: boolean;
  readonly isInterrupting?: boolean;
}

export interface Modeling {
  updateProperties(element: DiagramElement, properties: object): void;
  updateModdleProperties(element: DiagramElement, moddle: ModdleElement, properties: object): void;
  removeElements(elements: readonly DiagramElement[]): void;
  createShape(shape: object, position: Point, parent: DiagramElement, hints?: { readonly attach?: boolean }): DiagramElement;
  connect(source: DiagramElement, target: DiagramElement, attributes?: object): DiagramElement;
  reconnectStart(connection: DiagramElement, source: DiagramElement, docking: Point): void;
  reconnectEnd(connection: DiagramElement, target: DiagramElement, docking: Point): void;
  moveElements(elements: readonly DiagramElement[], delta: Point, target?: DiagramElement): void;
  resizeShape(shape: DiagramElement, bounds: Bounds): void;
  updateWaypoints(connection: DiagramElement, waypoints: readonly Point[], hints?: object): void;
  layoutConnection(connection: DiagramElement, hints?: { readonly waypoints: readonly Point[] }): void;
  createSpace(moving: readonly DiagramElement[], resizing: readonly DiagramElement[], delta: Point, direction: string, start: number): void;
  addLane(element: DiagramElement, side: 'top' | 'bottom'): DiagramElement;
  splitLane(element: DiagramElement, count: number): void;
}

export interface EventBus {
  on(events: string | readonly string[], callback: (event: DiagramEvent) => unknown): void;
  on(events: string | readonly string[], priority: number, callback: (event: DiagramEvent) => unknown): void;
  off(event: string, callback: (event: DiagramEvent) => unknown): void;
  fire(event: string, payload?: object): unknown;
}

/** What the event bus hands over; which of these are there depends on the event. */
export interface DiagramEvent {
  readonly element: DiagramElement;
  readonly gfx: SVGGElement;
  /** How something is to be drawn other than usual. */
  readonly attrs?: { readonly fill?: string; readonly stroke?: string };
  readonly newSelection: readonly DiagramElement[];
  readonly current: { readonly html: HTMLElement };
  readonly focused: boolean;
  /** What is under the pointer while something is dragged. */
  readonly hover?: DiagramElement;
  readonly keyEvent?: KeyboardEvent;
  readonly originalEvent?: Event;
  readonly tree?: object;
  readonly elements?: readonly DiagramElement[];
  readonly problem?: Problem;
  /** Keeps it from listeners of lower priority. */
  stopPropagation(): void;
  /** What a command is about; it may be changed before it runs. */
  readonly context?: {
    elements?: readonly DiagramElement[];
    newLabel?: string;
    readonly element?: DiagramElement;
    readonly connection?: DiagramElement;
    readonly parent?: DiagramElement;
    readonly newParent?: DiagramElement;
    readonly shape?: DiagramElement;
    readonly shapes?: readonly DiagramElement[];
    readonly hints?: { readonly stepName?: string };
    readonly start?: DiagramElement;
    readonly canExecute?: unknown;
    position?: Point;
    delta?: Point;
  };
}

export interface Canvas {
  getContainer(): HTMLElement;
  getRootElement(): DiagramElement;
  findRoot(element: DiagramElement): DiagramElement | undefined;
  setRootElement(root: DiagramElement): void;
  viewbox(): Bounds & { readonly inner: Bounds; readonly outer: Bounds; readonly scale: number };
  viewbox(box: Bounds): void;
  scroll(delta: { readonly dx: number; readonly dy: number }): void;
  zoom(): number;
  zoom(level: number | 'fit-viewport', center?: Point | 'auto'): number;
  scrollToElement(element: DiagramElement, padding?: number): void;
  resized(): void;
  focus(): void;
  addMarker(element: DiagramElement | string, marker: string): void;
  removeMarker(element: DiagramElement | string, marker: string): void;
  hasMarker(element: DiagramElement | string, marker: string): boolean;
  getLayer(name: string, index: number): SVGGElement;
}

export interface ElementRegistry {
  get(id: string): DiagramElement | undefined;
  getAll(): readonly DiagramElement[];
  getGraphics(element: DiagramElement): SVGGElement | undefined;
}

export interface Selection {
  get(): readonly DiagramElement[];
  select(elements: DiagramElement | readonly DiagramElement[] | null): void;
}

export interface CommandStack {
  execute(command: string, context: object): void;
  registerHandler(command: string, handler: new () => CommandHandler): void;
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
}

/** A command that is made of others. */
export interface CommandHandler {
  preExecute?(context: { readonly run: () => void }): void;
  /** Does it, and does it again; answers what has changed. */
  execute?(context: { readonly run: () => void; readonly revert: () => void }): readonly DiagramElement[];
  revert?(context: { readonly run: () => void; readonly revert: () => void }): readonly DiagramElement[];
}

export interface ElementFactory {
  createShape(attributes: object): DiagramElement;
  createParticipantShape(): DiagramElement;
}

/** All services by their names in bpmn-js. */
export interface Services {
  readonly modeling: Modeling;
  readonly eventBus: EventBus;
  readonly canvas: Canvas;
  readonly elementRegistry: ElementRegistry;
  readonly selection: Selection;
  readonly commandStack: CommandStack;
  readonly elementFactory: ElementFactory;
  readonly bpmnFactory: { readonly create: CreateElement };
  readonly bpmnReplace: { replaceElement(element: DiagramElement, target: NewShape): DiagramElement };
  readonly create: {
    start(event: Event, shape: DiagramElement | readonly DiagramElement[], context?: object): void;
  };
  readonly move: { start(event: Event, element: DiagramElement, activate: boolean): void };
  readonly connect: { start(event: Event, element: DiagramElement): void };
  readonly autoPlace: { append(source: DiagramElement, shape: DiagramElement): DiagramElement };
  readonly connectionDocking: { getCroppedWaypoints(connection: DiagramElement): readonly Point[] };
  readonly handTool: { activateHand(event: Event): void };
  readonly lassoTool: { activateSelection(event: Event): void };
  readonly globalConnect: { start(event: Event): void };
  readonly spaceTool: {
    calculateAdjustments(
      elements: readonly DiagramElement[],
      axis: 'x' | 'y',
      delta: number,
      start: number,
    ): { readonly movingShapes: readonly DiagramElement[]; readonly resizingShapes: readonly DiagramElement[] };
  };
  readonly overlays: {
    add(element: string, type: string, overlay: object): string;
    remove(filter: object): void;
  };
  readonly rules: { allowed(rule: string, context: object): unknown };
  readonly contextPad: {
    open(element: DiagramElement, force?: boolean): void;
    close(): void;
    registerProvider(provider: object): void;
    triggerEntry(id: string, action: 'click' | 'dragstart', event: Event): unknown;
  };
  readonly hoverFix: object;
  readonly directEditing: { isActive(): boolean; complete(): void; activate(element: DiagramElement): void };
  readonly copyPaste: { paste(context?: object): unknown };
  readonly clipboard: { set(tree: object): void; clear(): void };
  readonly moddle: {
    create(type: string, properties: object): ModdleElement;
    fromXML(
      xml: string,
      type: string,
    ): Promise<{ readonly rootElement: ModdleElement; readonly elementsById: Readonly<Record<string, ModdleElement>> }>;
  };
  readonly toolManager: { setActive(tool: string | null): void };
}

/** `modeler.get`, typed by name. */
export type GetService = <Name extends keyof Services>(name: Name) => Services[Name];

/**
 * A flow being edited: bpmn-js behind the few words that the designer's surfaces need. Canvas, step list and properties all edit
 * through its one command stack, so undo crosses them.
 */
import { extensionChanges, guardXml, type ModdleElement, plainFlags, setExtension, toExtension } from '@tongban/bpmn';
import type { FlowExtension, Locale } from '@tongban/model';
import { createModeler, type Diagram, parseOnce } from './diagram/create-modeler.ts';
import { middleOf } from './diagram/geometry.ts';
import { isFlowNode, KINDS, type Kind, type KindName } from './diagram/kinds.ts';
import { elementOf, elementsOf, textOf } from './diagram/moddle.ts';
import type { Preset, PresetWords } from './diagram/presets.ts';
import type { Bounds, CommandHandler, DiagramElement, GetService } from './diagram/services.ts';
import { fixHover } from './diagram/shadow-root-fixes.ts';
import { shareClipboard } from './diagram/shared-clipboard.ts';
import { type Step, stepsIn } from './diagram/step-order.ts';
import { idleTime } from './diagram/when-idle.ts';
import { writeXml } from './diagram/write-xml.ts';
import { drawFault, drawNotes } from './draw/draw-faults.ts';
import { withDrawing } from './draw/draw-flow.ts';
import { OPENED, type Opened } from './draw/opened.ts';
import { fittingParts } from './fitting-parts.ts';
import { meetingOf, type OutlineItem, outlineOf } from './steps/outline.ts';

const TOGETHER = 'tongban.together';
const BESIDE = 'tongban.beside';

/** What an edit of the parts beside our extension may be. */
export type Properties = Readonly<Record<string, unknown>>;

export class FlowEditor {
  readonly get: GetService;
  private readonly diagram: Diagram;
  private opened = false;
  private lastDrawn: string | undefined;
  private edits = 0;
  /** Whether the drawing had no size when its beginning was to be shown. */
  private unseen = false;
  private placeStep: typeof import('./diagram/place-step.ts').placeStep | undefined;
  /** Whether nothing of an element may be changed; says so where it does. */
  refuses: (element: DiagramElement) => boolean = () => false;
  private read: { readonly outline: readonly OutlineItem[]; readonly steps: readonly Step[] } | undefined;

  constructor(container: HTMLElement, locale: () => Locale) {
    this.diagram = createModeler(container, locale);
    this.get = (name) => this.diagram.get(name);
    this.get('commandStack').registerHandler(TOGETHER, RunTogether);
    this.get('commandStack').registerHandler(BESIDE, RunBeside);
    fixHover(this.get);
    shareClipboard(this.get);
    this.get('eventBus').on(['import.done', 'elements.changed', 'commandStack.changed'], 3000, () => {
      this.read = undefined;
    });
    this.get('eventBus').on(['import.done', 'commandStack.changed'], 3000, () => {
      this.edits += 1;
    });
  }

  /** Whether a flow is open. */
  get isOpen(): boolean {
    return this.opened;
  }

  /** Opens `text`; when it cannot be, what is open stays. Selection and view are kept where they can be. */
  async open(text: string): Promise<Opened> {
    const xml = await plainFlags(text);
    // nothing is awaited between the drawing and its being open: an edit made there would be taken for a part of the file
    const [read] = await Promise.all([this.doubtsAbout(xml), this.loadPlaces()]);
    if (read.refused.length > 0) return read;
    const view = this.opened ? this.get('canvas').viewbox() : undefined;
    const selected = this.opened ? this.selected?.id : undefined;
    const drawn = await this.draw(xml);
    if (drawn.refused.length > 0) return drawn;
    this.opened = true;
    this.lastDrawn = xml;
    if (view === undefined || !(view.width > 0)) this.showStart();
    else this.get('canvas').viewbox(view);
    if (selected !== undefined) this.select(selected);
    return { refused: [], notes: [...read.notes, ...drawn.notes] };
  }

  private async loadPlaces(): Promise<void> {
    const { placeStep, watchPlaces } = await import('./diagram/place-step.ts');
    if (this.placeStep !== undefined) return;
    this.placeStep = placeStep;
    watchPlaces(this.get);
  }

  // a file that bpmn-js reads without a doubt needs no second opinion; any other is asked what is wrong with it
  private async doubtsAbout(xml: string): Promise<Opened> {
    const guarded = guardXml(xml);
    if (guarded !== undefined) return { refused: [guarded], notes: [] };
    const definitions = await parseOnce(this.diagram, xml);
    if (elementsOf(definitions, 'rootElements').some(({ $type }) => $type === 'bpmn:Process')) return OPENED;
    return (await import('./draw/second-opinion.ts')).secondOpinion(xml);
  }

  // when it cannot be drawn, what was there before is drawn again, with the edits made since
  private async draw(xml: string): Promise<Opened> {
    const before = this.canUndo ? await this.save() : this.lastDrawn;
    try {
      const { warnings } = await this.diagram.importXML(await withDrawing(xml));
      return { refused: [], notes: drawNotes(warnings) };
    } catch (error) {
      if (before !== undefined) await this.diagram.importXML(await withDrawing(before));
      this.lastDrawn = before;
      return { refused: [drawFault(error)], notes: [] };
    }
  }

  /** The file as it is now, written at once; nothing is before a flow is open. */
  async save(): Promise<string> {
    return this.opened ? ((await writeXml(this.definitionsToWrite(), () => true)) ?? '') : '';
  }

  /** The file, written while the page is idle; nothing when the flow is edited before it is written. */
  async saveWhenIdle(): Promise<string | undefined> {
    const { edits } = this;
    let hasTime = await idleTime();
    if (!this.opened || edits !== this.edits) return undefined;
    return writeXml(this.definitionsToWrite(), async () => {
      if (!hasTime()) hasTime = await idleTime();
      return edits === this.edits;
    });
  }

  // bpmn-js puts the drawing in order before it is written
  private definitionsToWrite(): ModdleElement {
    const definitions = this.diagram.getDefinitions();
    this.get('eventBus').fire('saveXML.start', { definitions });
    return definitions;
  }

  /** The drawing, in colours that stand alone. */
  async saveSvg(): Promise<string> {
    if (!this.opened) return '';
    const { svg } = await this.diagram.saveSVG();
    return svg.replaceAll('var(--_surface)', '#ffffff').replaceAll('var(--_text)', '#1c2024');
  }

  /** The one selected element. */
  get selected(): DiagramElement | undefined {
    const [first, second] = this.get('selection').get();
    return second === undefined ? (first?.labelTarget ?? first) : undefined;
  }

  /** The element with this id. */
  element(id: string): DiagramElement | undefined {
    return this.opened ? this.get('elementRegistry').get(id) : undefined;
  }

  /** Selects the element and brings it into view; nothing for an unknown id. */
  select(id: string): DiagramElement | undefined {
    const element = this.element(id);
    if (element === undefined) return undefined;
    const canvas = this.get('canvas');
    const root = canvas.findRoot(element);
    if (root !== undefined && root !== canvas.getRootElement()) canvas.setRootElement(root);
    this.get('selection').select(element.parent === undefined ? null : element);
    // hidden, as behind the list on a phone, there is nothing to scroll
    if (element.parent !== undefined && canvas.getContainer().clientWidth > 0) canvas.scrollToElement(element, 80);
    return element;
  }

  /** The flow as an outline, made when it is asked for after an edit. */
  get outline(): readonly OutlineItem[] {
    return this.reading.outline;
  }

  /** All steps in their order. */
  get steps(): readonly Step[] {
    return this.reading.steps;
  }

  private get reading(): { readonly outline: readonly OutlineItem[]; readonly steps: readonly Step[] } {
    if (!this.opened) return { outline: [], steps: [] };
    if (this.read === undefined) {
      const elements = this.get('elementRegistry').getAll();
      const outline = outlineOf(elements);
      this.read = { outline, steps: stepsIn(outline, elements) };
    }
    return this.read;
  }

  /** What of ours stands on `element`. */
  extensionOf(element: DiagramElement): FlowExtension {
    return toExtension(element.businessObject);
  }

  /** Makes `extension` what of ours stands on `element`. */
  setExtension(element: DiagramElement, extension: FlowExtension): void {
    if (this.refuses(element)) return;
    const { create } = this.bpmn;
    this.together(() => {
      const { modeling } = this;
      for (const change of extensionChanges(create, element.businessObject, extension))
        modeling.updateModdleProperties(element, change.element, change.properties);
    });
  }

  rename(element: DiagramElement, name: string): void {
    if (textOf(element.businessObject, 'name') === name || this.refuses(element)) return;
    this.modeling.updateProperties(element, { name: name === '' ? undefined : name });
  }

  setProperties(element: DiagramElement, properties: Properties): void {
    if (this.refuses(element)) return;
    this.modeling.updateProperties(element, properties);
  }

  /** Changes a part of the file that is drawn with `element`. */
  setPart(element: DiagramElement, part: ModdleElement, properties: Properties): void {
    this.modeling.updateModdleProperties(element, part, properties);
  }

  /** Makes a part of the file, to be put somewhere by an edit. */
  create(type: string, properties: Properties, parent: ModdleElement): ModdleElement {
    return Object.assign(this.bpmn.create(type, properties), { $parent: parent });
  }

  /** What the file declares beside its processes: messages, signals, errors. */
  get declared(): readonly ModdleElement[] {
    return elementsOf(this.diagram.getDefinitions(), 'rootElements');
  }

  /** Names of the messages that the file declares. */
  get messages(): readonly ModdleElement[] {
    return this.declared.filter((root) => root.$type === 'bpmn:Message');
  }

  /** Adds `root` to what the file declares, with an edit of `element`. */
  declare(element: DiagramElement, root: ModdleElement): void {
    const definitions = this.diagram.getDefinitions();
    Object.assign(root, { $parent: definitions });
    this.setPart(element, definitions, { rootElements: [...this.declared, root] });
  }

  /** Lets `element` wait for the message called `name`, declaring it when the file does not have it. */
  setMessage(element: DiagramElement, name: string): void {
    const definitions = this.diagram.getDefinitions();
    const holder = elementsOf(element.businessObject, 'eventDefinitions')[0] ?? element.businessObject;
    this.together(() => {
      let message = this.messages.find((known) => textOf(known, 'name') === name);
      if (message === undefined && name !== '') {
        message = this.create('bpmn:Message', { name }, definitions);
        this.declare(element, message);
      }
      this.setPart(element, holder, { messageRef: message });
    });
  }

  /** The name of the message that `element` waits for. */
  messageOf(element: DiagramElement): string {
    const holder = elementsOf(element.businessObject, 'eventDefinitions')[0] ?? element.businessObject;
    return textOf(elementOf(holder, 'messageRef'), 'name');
  }

  /** Makes `element` another kind; what of ours does not fit it goes. */
  replace(element: DiagramElement, kind: Kind): void {
    if (this.refuses(element)) return;
    let made = element;
    this.together(() => {
      made = this.get('bpmnReplace').replaceElement(element, kind.shape);
      this.setExtension(made, fittingParts(this.extensionOf(made), kind.name));
    });
    this.get('selection').select(made);
  }

  remove(element: DiagramElement): void {
    this.modeling.removeElements([element]);
  }

  /** Whether a new element has a place behind `element`. */
  canInsertAfter(element: DiagramElement): boolean {
    if (element.type === 'bpmn:SequenceFlow') return true;
    return isFlowNode(element) && element.type !== 'bpmn:EndEvent' && element.outgoing.length < 2;
  }

  /** Whether `kind` can be added with `after` selected: some events need a step to stand on. */
  hasPlaceFor(kind: KindName, after: DiagramElement | undefined): boolean {
    if (KINDS[kind].shape.type !== BOUNDARY) return true;
    return after !== undefined && HOLDS_EVENTS.test(after.type);
  }

  /**
   * Adds an element of `kind` behind `after` (on it, beside what follows it, or where there is room), selects it and answers it. `name`:
   * of the element, or of the step inside a sub-process.
   */
  insert(kind: KindName, name: string, after: DiagramElement | undefined, ready?: DiagramElement): DiagramElement {
    let made: DiagramElement | undefined;
    const join = after === undefined ? undefined : meetingOf(this.outline, after);
    this.together(() => {
      made = this.placeStep?.(this.get, { kind, ready }, name, after, join);
    });
    return this.select((made as unknown as DiagramElement).id) ?? (made as unknown as DiagramElement);
  }

  /** A shape of a kind that is set up before it stands in the flow, to be dragged or inserted. */
  readyShape(preset: Preset, words: PresetWords): DiagramElement {
    const { create } = this.bpmn;
    const { shape } = KINDS[preset.kind];
    const ready = this.get('elementFactory').createShape(shape);
    const { businessObject } = ready;
    Object.assign(businessObject, { name: words(`preset.${preset.name}`) });
    if (preset.loop !== undefined) {
      const loop = create('bpmn:MultiInstanceLoopCharacteristics', { isSequential: preset.loop === 'sequential' });
      Object.assign(businessObject, { loopCharacteristics: Object.assign(loop, { $parent: businessObject }) });
    }
    setExtension(create, businessObject, preset.extension(businessObject['id'] as string, words));
    return ready;
  }

  /** Makes all edits in `run` one step of undo. */
  together(run: () => void): void {
    this.get('commandStack').execute(TOGETHER, { run });
  }

  /** An edit of something beside the flow, on the same stack: `run` does it (again), `revert` takes it back. */
  beside(run: () => void, revert: () => void): void {
    this.get('commandStack').execute(BESIDE, { run, revert });
  }

  get canUndo(): boolean {
    return this.opened && this.get('commandStack').canUndo();
  }

  get canRedo(): boolean {
    return this.opened && this.get('commandStack').canRedo();
  }

  undo(): void {
    if (this.canUndo) this.get('commandStack').undo();
  }

  redo(): void {
    if (this.canRedo) this.get('commandStack').redo();
  }

  /** Shows the whole flow. */
  fit(): void {
    this.get('canvas').zoom('fit-viewport', 'auto');
  }

  /** Brings a place into the middle of the view. */
  showPlace(place: Bounds): void {
    const canvas = this.get('canvas');
    const { width, height } = canvas.viewbox();
    const middle = middleOf(place);
    canvas.viewbox({ x: middle.x - width / 2, y: middle.y - height / 2, width, height });
  }

  /** Zooms by a factor, around the middle. */
  zoomBy(factor: number): void {
    const canvas = this.get('canvas');
    canvas.zoom(Math.min(3, Math.max(0.1, canvas.zoom() * factor)));
  }

  /** The drawing has another size; what was opened where it had none is shown now. */
  resized(): void {
    this.get('canvas').resized();
    if (this.unseen) this.showStart();
  }

  /** Brings what is selected into view, with the buttons beside it, e.g. after it was selected while the drawing was hidden. */
  showSelected(): void {
    const { selected } = this;
    if (selected === undefined) return;
    this.select(selected.id);
    this.get('contextPad').open(selected, true);
  }

  /** A readable size: the whole flow when that is readable, else its beginning. */
  showStart(): void {
    const canvas = this.get('canvas');
    const { clientWidth, clientHeight } = canvas.getContainer();
    this.unseen = clientWidth === 0 || clientHeight === 0;
    if (this.unseen) return;
    const { inner, outer } = canvas.viewbox();
    // worked out beforehand: every look that the canvas takes measures the whole drawing again
    if (Math.min(outer.width / inner.width, outer.height / inner.height) >= READABLE) canvas.zoom('fit-viewport', 'auto');
    else canvas.viewbox({ x: inner.x - 20, y: inner.y - 20, width: outer.width / READABLE, height: outer.height / READABLE });
  }

  private get modeling() {
    return this.get('modeling');
  }

  private get bpmn() {
    const factory = this.get('bpmnFactory');
    return { create: (type: string, properties?: object) => factory.create(type, properties) };
  }
}

const READABLE = 0.7;
const BOUNDARY = 'bpmn:BoundaryEvent';
/** What an event may stand on. */
const HOLDS_EVENTS = /(Task|SubProcess|Transaction|CallActivity)$/;

class RunTogether implements CommandHandler {
  preExecute({ run }: { readonly run: () => void }): void {
    run();
  }
}

interface Beside {
  readonly run: () => void;
  readonly revert: () => void;
}

class RunBeside implements CommandHandler {
  execute({ run }: Beside): readonly DiagramElement[] {
    run();
    return [];
  }

  revert({ revert }: Beside): readonly DiagramElement[] {
    revert();
    return [];
  }
}

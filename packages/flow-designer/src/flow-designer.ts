/** `<tb-flow-designer>`: draw and set up an approval flow, by canvas, by step list and by properties, on one undo stack. */
import { buttonStyles, fieldStyles, icon, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import { type MeasureManifest, type Problem, textIn } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { blankFlow } from './blank-flow.ts';
import { type DesignerView, designerBar } from './designer-bar.ts';
import { pressKey } from './designer-keys.ts';
import { type PadWords, provideContextPad } from './diagram/context-pad.ts';
import { diagramStyles } from './diagram/diagram.styles.ts';
import { loadIconFont } from './diagram/icon-font.ts';
import { markProblems } from './diagram/problem-marks.ts';
import type { DiagramElement } from './diagram/services.ts';
import { mirrorCursor } from './diagram/shadow-root-fixes.ts';
import { nameShapes, type ShapeNames } from './diagram/shape-names.ts';
import { watchDiagram } from './diagram/watch-diagram.ts';
import { oncePainted } from './diagram/when-idle.ts';
import { OPENED, type Opened } from './draw/opened.ts';
import type { FlowContext } from './flow-context.ts';
import { flowDesignerStyles } from './flow-designer.styles.ts';
import { FlowEditor } from './flow-editor.ts';
import { FlowChangeEvent, FlowSelectEvent, MeasureChangeEvent, ScenarioSaveEvent } from './flow-events.ts';
import { flowMessages } from './flow-messages.ts';
import { seenLock } from './locks/seen-lock.ts';
import { withEditsOf } from './measure-edits.ts';
import { importReport, startPoints } from './opening-views.ts';
import { palette } from './palette.ts';
import { insertBeside, insertStep, startDrag, useTool } from './palette-edits.ts';
import { SidePanels } from './side-panels.ts';
import type { FlowCheck, FlowTrial, FlowVersion } from './side-services.ts';
import type { StepList } from './steps/step-list.ts';
import type { SurfaceHost } from './surface-host.ts';
import { kindWord, lineWords, stepName } from './words.ts';

const TELL_AFTER_MS = 200;
const SAID_FOR_MS = 6000;
/** Below this width there is one column; in the size of the text, so larger text gets it earlier, as a zoomed page does. */
const NARROW_EM = 54;

/**
 * The designer of a flow.
 *
 * @summary BPMN without code: canvas, step list, properties.
 * @fires tb-flow-change - the flow was edited (`xml`)
 * @fires tb-flow-select - another element is selected (`elementId`)
 * @fires tb-measure-change - a limit was edited from here (`manifest`)
 * @fires tb-scenario-save - what was clicked in a trial is to be kept (`scenario`)
 * @csspart canvas - the drawing
 * @csspart panel - the properties
 */
export class FlowDesigner extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    diagramStyles,
    flowDesignerStyles,
  ];

  /** The BPMN file. Another text than the one last told by `tb-flow-change` is opened. */
  @property({ attribute: false }) xml: string = '';
  /** What the flow may refer to. */
  @property({ attribute: false }) context: FlowContext | undefined;
  /** Shown on the elements they are about. */
  @property({ attribute: false }) problems: readonly Problem[] = [];
  /** Checks the file a moment after each edit; what it finds is shown beside `problems`. */
  @property({ attribute: false }) check: FlowCheck | undefined;
  /** Another version; with it the bar offers 对比. */
  @property({ attribute: false }) base: FlowVersion | undefined;
  /** Opens a trial of the file; with it the bar offers 试办. */
  @property({ attribute: false }) trial: FlowTrial | undefined;
  /** To look at: nothing can be changed. */
  @property({ type: Boolean, reflect: true }) readonly: boolean = false;

  @state() private view: DesignerView = 'canvas';
  @state() private imported: Opened = OPENED;
  @state() private selected: DiagramElement | undefined;
  @state() private narrow = false;
  /** What was announced last, while it is shown. */
  @state() private said = '';
  @state() private allOfBpmn = false;
  @state() private found: readonly Problem[] = [];
  @state() private list: StepList | undefined;
  @state() private blocks: import('./blocks/block-gallery.ts').BlockGallery | undefined;
  @query('.canvas') private readonly canvasPlace!: HTMLElement;

  private readonly t = flowMessages.for(this);
  private readonly host: SurfaceHost = this.asHost();
  private readonly beside: SidePanels = this.makeSidePanels();
  private editor: FlowEditor | undefined;
  private opening: Promise<void> = Promise.resolve();
  private toldXml: string | undefined;
  private telling: ReturnType<typeof setTimeout> | undefined;
  private sayingEnds: ReturnType<typeof setTimeout> | undefined;
  private names: ShapeNames | undefined;
  private locks: import('./locks/element-locks.ts').ElementLocks | undefined;
  private keys: import('./canvas/canvas-keys.ts').CanvasKeys | undefined;
  private stopMirroring: (() => void) | undefined;
  /** The view on a wide page, to come back to. */
  private wideView: DesignerView = 'canvas';
  private readonly sizes = new ResizeObserver(() => requestAnimationFrame(() => this.onResize()));

  override connectedCallback(): void {
    super.connectedCallback();
    void loadIconFont();
    this.sizes.observe(this);
    window.addEventListener('beforeunload', this.onLeave, true);
    if (this.hasUpdated) this.stopMirroring = mirrorCursor(this.canvasPlace);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.stopMirroring?.();
    window.removeEventListener('beforeunload', this.onLeave, true);
    clearTimeout(this.sayingEnds);
    if (this.telling !== undefined) void this.tell(true);
  }

  protected override firstUpdated(): void {
    const editor = new FlowEditor(this.canvasPlace, () => this.locale);
    this.editor = editor;
    this.stopMirroring = mirrorCursor(this.canvasPlace);
    this.watch(editor);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('xml')) {
      if (this.xml !== this.toldXml) this.opening = this.open(this.xml);
      else if (this.imported.refused.length > 0) this.imported = OPENED;
    }
    if (changed.has('problems') || (changed as PropertyValues).has('found') || changed.has('locale')) this.showProblems();
    if (changed.has('check')) void this.runCheck();
    if (changed.has('context')) void this.showLocks();
  }

  /** Selects the element, shows it and puts the focus into the field of `property`. */
  async select(elementId: string, property?: string): Promise<void> {
    await this.updateComplete;
    await this.opening;
    if (this.editor?.select(elementId) === undefined) return;
    await this.beside.showProperties(property);
  }

  /** Takes back the last edit, wherever it was made. */
  undo(): void {
    this.editor?.undo();
  }

  /** Does again what was taken back. */
  redo(): void {
    this.editor?.redo();
  }

  /** The file as it is now; what was edited and not told yet is told first. */
  async saveXml(): Promise<string> {
    await this.opening;
    if (this.telling !== undefined) await this.tell(true);
    return this.xml;
  }

  /** The drawing as SVG text. */
  async exportSvg(): Promise<string> {
    await this.opening;
    return (await this.editor?.saveSvg()) ?? '';
  }

  // to people who listen, and for a while on the drawing
  private say(text: string): void {
    this.announce(text);
    this.said = text;
    clearTimeout(this.sayingEnds);
    this.sayingEnds = setTimeout(() => {
      this.said = '';
    }, SAID_FOR_MS);
  }

  override render(): TemplateResult {
    const empty = this.xml.trim() === '';
    const { beside } = this;
    return html`${empty ? nothing : this.renderBar()} ${this.renderReport()}
      <div class="work ${beside.sideBySide ? 'side-by-side' : ''}" @keydown=${this.onKey} @dragover=${this.onDragOver} @drop=${this.onDrop}>
        ${empty ? startPoints(this.t, this.readonly, { onBlank: () => void this.startBlank(), onFile: () => void this.beside.chooseFile() }) : nothing} ${empty || this.readonly || this.view === 'steps' || beside.sideBySide ? nothing : this.renderPalette()}
        ${beside.renderOther(this.view)}
        <div class="canvas-part" part="canvas" ?hidden=${empty || this.view === 'steps' || beside.alone}>
          <div class="canvas"></div>
          ${this.said === '' ? nothing : html`<p class="said" aria-hidden="true">${this.said}</p>`}
        </div>
        ${empty || this.view === 'canvas' || beside.alone ? nothing : this.renderSteps()} ${empty ? nothing : this.renderSide()}
      </div>
      ${this.blocks?.render()} ${beside.renderDialog()}`;
  }

  private renderBar(): TemplateResult {
    const { editor, beside } = this;
    const problems = this.allProblems;
    return designerBar({
      t: this.t,
      view: this.view,
      readonly: this.readonly,
      canUndo: editor?.canUndo === true,
      canRedo: editor?.canRedo === true,
      problems: problems.length,
      errors: problems.some((problem) => problem.severity === 'error'),
      showsProblems: beside.side === 'problems',
      onView: (view) => this.show(view),
      onUndo: () => this.undo(),
      onRedo: () => this.redo(),
      onZoom: (factor) => editor?.zoomBy(factor),
      onFit: () => editor?.fit(),
      onProblems: () => void beside.toggleProblems(),
      onBlocks: () => void this.showBlocks(),
      canCompare: this.base !== undefined,
      compares: beside.side === 'compare',
      onCompare: () => void beside.toggleCompare(),
      canTry: this.trial !== undefined,
      tries: beside.side === 'trial',
      onTry: () => void beside.toggleTrial(),
      more: beside.tools?.items() ?? [],
      onMore: (id) => void beside.tools?.run(id),
    });
  }

  private renderReport(): TemplateResult | typeof nothing {
    return importReport(this.t, this.locale, this.imported, this.editor?.isOpen === true, () => {
      this.imported = OPENED;
      this.backToFlow();
    });
  }

  private renderPalette(): TemplateResult {
    return palette({
      t: this.t,
      allOfBpmn: this.allOfBpmn,
      onDrag: (event, kind, preset) => startDrag(this.host, event, kind, preset),
      onAdd: (kind, preset) => insertStep(this.host, kind, this.selected, preset),
      onAllOfBpmn: (on) => {
        this.allOfBpmn = on;
      },
      onTool: (event, tool) => useTool(this.host.editor, event, tool),
    });
  }

  private renderSteps(): TemplateResult {
    if (this.list === undefined) void this.loadList();
    return this.list?.render() ?? html`<section class="steps" aria-busy="true"></section>`;
  }

  private renderSide(): TemplateResult | typeof nothing {
    const { selected, beside, t } = this;
    if (this.narrow && !beside.alone && !beside.sideBySide) {
      return selected === undefined || this.view === 'canvas'
        ? nothing
        : html`<div class="back"><button type="button" class="button primary block" @click=${() => beside.open()}>${icon('settings')}${t('editProperties')}</button></div>`;
    }
    const label = t(
      ({ problems: 'problems', find: 'find', trial: 'trial', compare: 'compare', properties: 'panel' } as const)[beside.side],
    );
    return html`<aside class="side" part="panel" aria-label=${label} tabindex="0">
      ${
        beside.alone
          ? html`<div class="back"><button type="button" class="button" @click=${() => beside.close()}>${icon('arrow-left')}${t('backToList')}</button></div>`
          : nothing
      }
      ${this.editor === undefined ? nothing : beside.render()}
    </aside>`;
  }

  private asHost(): SurfaceHost {
    const designer = this;
    return {
      t: this.t,
      get locale() {
        return designer.locale;
      },
      get editor() {
        return designer.editor as FlowEditor;
      },
      get context() {
        return designer.context;
      },
      get problems() {
        return designer.allProblems;
      },
      get readonly() {
        return designer.readonly;
      },
      get narrow() {
        return designer.narrow;
      },
      get selected() {
        return designer.selected;
      },
      get allOfBpmn() {
        return designer.allOfBpmn;
      },
      get renderRoot() {
        return designer.renderRoot;
      },
      get updateComplete() {
        return designer.updateComplete;
      },
      requestUpdate: () => this.requestUpdate(),
      announce: (text) => this.say(text),
      changeOf: (id) => this.beside.changeOf(id),
      labelOf: (element) => this.labelOf(element),
      select: (id, property) => void this.select(id, property),
      openPanel: (property) => {
        if (this.selected !== undefined) void this.select(this.selected.id, property);
      },
      changeManifest: (manifest) => this.changeManifest(manifest),
    };
  }

  private makeSidePanels(): SidePanels {
    const designer = this;
    return new SidePanels(this.host, {
      element: this,
      get base() {
        return designer.base;
      },
      get trial() {
        return designer.trial;
      },
      openText: (text) => this.replaceBy(text),
      backToFlow: () => this.backToFlow(),
      refuse: (problem) => this.refuse(problem),
      saveScenario: (scenario) => this.emit(new ScenarioSaveEvent(scenario)),
    });
  }

  private watch(editor: FlowEditor): void {
    watchDiagram(editor.get, {
      canDraw: () => !this.readonly && !this.narrow,
      onEdit: () => {
        if (editor.isOpen) this.tellSoon();
        this.requestUpdate();
      },
      onSelection: () => this.onSelection(),
      onChange: () => this.requestUpdate(),
      onRefused: (problem) => this.refuse(problem),
    });
    provideContextPad(editor.get, this.padWords, {
      append: (element, kind) => insertStep(this.host, kind, element),
      beside: (element) => void insertBeside(this.host, element),
      replace: (element) => void this.select(element.id, 'kind'),
    });
    this.names = nameShapes(editor.get, {
      label: (element) => this.labelOf(element),
      order: () => editor.steps.map((step) => step.element),
    });
  }

  private async open(xml: string): Promise<void> {
    const { editor } = this;
    if (editor === undefined || xml.trim() === '') {
      this.imported = OPENED;
      return;
    }
    this.imported = await editor.open(xml);
    if (xml !== this.xml || this.imported.refused.length > 0) return;
    this.toldXml = xml;
    this.onOpened(editor);
    void this.runCheck();
  }

  private onOpened(editor: FlowEditor): void {
    clearTimeout(this.telling);
    this.telling = undefined;
    this.showProblems();
    this.requestUpdate();
    oncePainted(() => {
      void this.loadKeys(editor);
      void this.beside.load();
      void this.showLocks();
    });
  }

  // what is open stays when the text cannot be read
  private async replaceBy(text: string): Promise<boolean> {
    const { editor } = this;
    if (editor === undefined) return false;
    const wasOpen = editor.isOpen;
    this.imported = await editor.open(text);
    if (this.imported.refused.length > 0) return false;
    this.onOpened(editor);
    await this.tell(true);
    await this.showFirst(editor, wasOpen);
    return true;
  }

  // the canvas has no size before there is a flow
  private async showFirst(editor: FlowEditor, wasOpen: boolean): Promise<void> {
    if (wasOpen) return;
    await this.updateComplete;
    editor.resized();
    editor.showStart();
  }

  private refuse(problem: Problem): void {
    this.imported = { refused: [problem], notes: [] };
  }

  private async loadKeys(editor: FlowEditor): Promise<void> {
    const { CanvasKeys } = await import('./canvas/canvas-keys.ts');
    if (this.names !== undefined && editor === this.editor) this.keys ??= new CanvasKeys(this.host, this.names);
  }

  private async loadList(): Promise<void> {
    const { StepList } = await import('./steps/step-list.ts');
    this.list ??= new StepList(this.host);
  }

  private async startBlank(): Promise<void> {
    const { t } = this;
    const manifest = this.context?.manifest;
    const name = manifest === undefined ? t('newFlow') : textIn(manifest.title, this.locale);
    const xml = blankFlow(manifest?.id ?? 'flow', name, { start: t('start'), step: t('step'), end: t('end') });
    this.toldXml = xml;
    this.xml = xml;
    await this.updateComplete;
    this.opening = this.open(xml);
    await this.opening;
    this.backToFlow();
    this.emit(new FlowChangeEvent(xml));
  }

  // to what is selected, in the view that is shown
  private backToFlow(): void {
    if (this.beside.alone) {
      this.beside.close();
      return;
    }
    const { editor, selected, renderRoot } = this;
    const shape = selected === undefined ? undefined : editor?.get('elementRegistry').getGraphics(selected);
    const entry = renderRoot.querySelector<HTMLElement>('.step-list .step-name[tabindex="0"]');
    const drawn = shape?.hasAttribute('tabindex') === true ? shape : this.canvasPlace.querySelector<SVGElement>('svg');
    (this.view === 'steps' ? entry : drawn)?.focus({ preventScroll: true });
  }

  private tellSoon(): void {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => void this.tell(), TELL_AFTER_MS);
  }

  // a large file takes longer to write than an edit may take: it is written while nobody works, and again when somebody did
  private async tell(now = false): Promise<void> {
    const { editor } = this;
    if (editor === undefined) return;
    clearTimeout(this.telling);
    const xml = await (now ? editor.save() : editor.saveWhenIdle());
    if (xml === undefined) return;
    clearTimeout(this.telling);
    this.telling = undefined;
    if (xml === '' || xml === this.toldXml) return;
    this.toldXml = xml;
    this.xml = xml;
    this.emit(new FlowChangeEvent(xml));
    void this.runCheck();
    this.beside.onEdit();
  }

  private onSelection(): void {
    const selected = this.editor?.selected;
    if (selected === this.selected) {
      this.requestUpdate();
      return;
    }
    this.selected = selected;
    if (this.imported.refused.some(({ code }) => code === 'FLOW_DESIGNER_LOCKED')) this.imported = OPENED;
    this.beside.onSelection();
    this.emit(new FlowSelectEvent(selected?.id ?? ''));
  }

  private showProblems(): void {
    if (this.editor?.isOpen === true) markProblems(this.editor.get, this.allProblems, (problem) => problem.sentences[this.locale]);
    this.names?.nameAll();
    this.keys?.describe();
  }

  private get allProblems(): readonly Problem[] {
    return this.found.length === 0 ? this.problems : [...this.problems, ...this.found];
  }

  private async runCheck(): Promise<void> {
    const { check, xml } = this;
    if (check === undefined || xml.trim() === '') {
      if (this.found.length > 0) this.found = [];
      return;
    }
    const found = await check(xml);
    if (xml === this.xml && check === this.check) this.found = found;
  }

  private async showLocks(): Promise<void> {
    const { context, editor } = this;
    const some = [...(context?.manifest.locks ?? []), ...(context?.lockedBy?.manifest.locks ?? [])].length > 0;
    if (editor?.isOpen !== true || (!some && this.locks === undefined)) return;
    const { ElementLocks } = await import('./locks/element-locks.ts');
    if (this.locks === undefined) this.locks = new ElementLocks(this.host, (problem) => this.refuse(problem));
    else this.locks.mark();
    this.names?.nameAll();
  }

  private async showBlocks(): Promise<void> {
    const { BlockGallery } = await import('./blocks/block-gallery.ts');
    this.blocks ??= new BlockGallery(this.host, (manifest) => this.changeManifest(manifest));
    this.blocks.show();
  }

  // on the undo stack with the edits of the flow
  private changeManifest(manifest: MeasureManifest): void {
    const { context, editor } = this;
    if (context === undefined || editor === undefined) return;
    const before = context.manifest;
    editor.beside(
      () => this.putEdits(before, manifest),
      () => this.putEdits(manifest, before),
    );
  }

  private putEdits(from: MeasureManifest, to: MeasureManifest): void {
    if (this.context === undefined) return;
    const manifest = withEditsOf(this.context.manifest, from, to);
    this.context = { ...this.context, manifest };
    this.emit(new MeasureChangeEvent(manifest));
  }

  private show(view: DesignerView): void {
    this.view = view;
    if (!this.narrow) this.wideView = view;
    this.beside.close();
    if (view !== 'canvas') return;
    void this.updateComplete.then(() => {
      this.editor?.resized();
      this.editor?.showSelected();
    });
  }

  private onResize(): void {
    const em = Number.parseFloat(getComputedStyle(this).fontSize);
    const narrow = this.clientWidth > 0 && this.clientWidth < NARROW_EM * em;
    if (narrow !== this.narrow) {
      this.narrow = narrow;
      this.toggleAttribute('narrow', narrow);
      this.view = narrow ? 'steps' : this.wideView;
      if (narrow) this.editor?.get('contextPad').close();
    }
    if (this.editor?.isOpen === true && this.view === 'canvas') this.editor.resized();
  }

  private labelOf(element: DiagramElement): string {
    const name = element.type === 'bpmn:SequenceFlow' ? lineWords(this.t, element) : stepName(this.t, element);
    const plain = this.t('shapeLabel', { kind: kindWord(this.t, element), name });
    const label = seenLock(this.context, 'element', element.id) === undefined ? plain : this.t('shapeLocked', { label: plain });
    const count = this.allProblems.filter((problem) => problem.place.elementId === element.id).length;
    return count === 0 ? label : this.t('shapeProblems', { label, count });
  }

  private readonly padWords: PadWords = (key, kind) =>
    key === 'append' || key === 'appendOnLine' ? this.t(key, { kind: kind === undefined ? '' : this.t(`kind.${kind}`) }) : this.t(key);

  // told before the host decides whether the page may be left
  private readonly onLeave = (): void => {
    if (this.telling !== undefined) void this.tell(true);
  };

  // a file dropped anywhere on the flow is imported; what is dragged from the palette is not a file
  private readonly onDragOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
  };

  private readonly onDrop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.beside.takeFiles(files);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const find = this.beside.tools === undefined ? undefined : () => this.beside.showFind(true);
    pressKey(event, { undo: () => this.undo(), redo: () => this.redo(), back: () => this.backToFlow(), find });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-flow-designer': FlowDesigner;
  }
}

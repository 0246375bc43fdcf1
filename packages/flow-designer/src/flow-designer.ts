/** `<tb-flow-designer>`: draw and set up an approval flow, by canvas, by step list and by properties, on one undo stack. */
import { buttonStyles, fieldStyles, icon, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import { type MeasureManifest, type Problem, type TrialOpening, textIn } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { blankFlow } from './blank-flow.ts';
import { type DesignerView, designerBar } from './designer-bar.ts';
import { type PadWords, provideContextPad } from './diagram/context-pad.ts';
import { diagramStyles } from './diagram/diagram.styles.ts';
import { loadIconFont } from './diagram/icon-font.ts';
import { KINDS, type KindName } from './diagram/kinds.ts';
import type { Preset } from './diagram/presets.ts';
import { markProblems } from './diagram/problem-marks.ts';
import type { DiagramElement } from './diagram/services.ts';
import { mirrorCursor } from './diagram/shadow-root-fixes.ts';
import { makeShapesReachable } from './diagram/shape-names.ts';
import { listenToFingers } from './diagram/touch.ts';
import type { FlowContext } from './flow-context.ts';
import { flowDesignerStyles } from './flow-designer.styles.ts';
import { FlowEditor } from './flow-editor.ts';
import { FlowChangeEvent, FlowSelectEvent, MeasureChangeEvent } from './flow-events.ts';
import { flowMessages } from './flow-messages.ts';
import { palette, type ToolName } from './palette.ts';
import type { PanelView } from './panel/panel-view.ts';
import type { StepList } from './steps/step-list.ts';
import type { SurfaceHost } from './surface-host.ts';
import { branchWords, kindWord, stepName } from './words.ts';

/** Checks a BPMN file, here or in a worker. */
export type FlowCheck = (xml: string) => Promise<readonly Problem[]>;

/** A version of the flow to compare with. */
export interface FlowVersion {
  readonly xml: string;
  /** What people call it, e.g. “1.3”. */
  readonly title: string;
}

/** Opens a trial of a BPMN file, on the runtime. */
export type FlowTrial = (xml: string) => Promise<TrialOpening>;

type Side = 'properties' | 'problems' | 'find' | 'trial' | 'compare';

const TELL_AFTER_MS = 200;
const NARROW_PX = 760;

/**
 * The designer of a flow.
 *
 * @summary BPMN without code: canvas, step list, properties.
 * @fires tb-flow-change - the flow was edited (`xml`)
 * @fires tb-flow-select - another element is selected (`elementId`)
 * @fires tb-measure-change - a limit was edited from here (`manifest`)
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
  @property({ type: Boolean, reflect: true }) readonly: boolean = false;

  @state() private view: DesignerView = 'canvas';
  @state() private importProblems: readonly Problem[] = [];
  @state() private selected: DiagramElement | undefined;
  @state() private narrow = false;
  @state() private showPanel = false;
  @state() private allOfBpmn = false;
  @state() private side: Side = 'properties';
  @state() private found: readonly Problem[] = [];
  @state() private rejected: ReadonlyMap<string, string> = new Map();
  @state() private panel: typeof import('./panel/flow-panel.ts') | undefined;
  @state() private list: StepList | undefined;
  @state() private comparing: import('./compare/compare-panel.ts').ComparePanel | undefined;
  @state() private trying: import('./trial/trial-panel.ts').TrialPanel | undefined;
  @state() private tools: import('./tools/designer-tools.ts').DesignerTools | undefined;
  @state() private blocks: import('./blocks/block-gallery.ts').BlockGallery | undefined;
  @state() private checking: typeof import('./check/check-panel.ts') | undefined;
  @query('.canvas') private readonly canvasPlace!: HTMLElement;

  private readonly t = flowMessages.for(this);
  private readonly host: SurfaceHost = this.asHost();
  private editor: FlowEditor | undefined;
  private opening: Promise<void> = Promise.resolve();
  private toldXml: string | undefined;
  private telling: ReturnType<typeof setTimeout> | undefined;
  private nameShapes: (() => void) | undefined;
  private stopMirroring: (() => void) | undefined;
  /** The view on a wide page, to come back to. */
  private wideView: DesignerView = 'canvas';
  private readonly sizes = new ResizeObserver(() => requestAnimationFrame(() => this.onResize()));

  override connectedCallback(): void {
    super.connectedCallback();
    void loadIconFont();
    this.sizes.observe(this);
    if (this.hasUpdated) this.stopMirroring = mirrorCursor(this.canvasPlace);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.stopMirroring?.();
    if (this.telling !== undefined) void this.tell();
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
      else if (this.importProblems.length > 0) this.importProblems = [];
    }
    if (changed.has('problems') || (changed as PropertyValues).has('found') || changed.has('locale')) this.showProblems();
    if (changed.has('check')) void this.runCheck();
  }

  /** Selects the element, shows it and puts the focus into the field of `property`. */
  async select(elementId: string, property?: string): Promise<void> {
    await this.updateComplete;
    await this.opening;
    if (this.editor?.select(elementId) === undefined) return;
    this.side = 'properties';
    this.showPanel = true;
    await this.loadPanel();
    await this.updateComplete;
    this.focusProperty(property);
  }

  undo(): void {
    this.editor?.undo();
  }

  redo(): void {
    this.editor?.redo();
  }

  /** The drawing as SVG text. */
  async exportSvg(): Promise<string> {
    await this.opening;
    return (await this.editor?.saveSvg()) ?? '';
  }

  override render(): TemplateResult {
    const empty = this.xml.trim() === '';
    return html`${empty ? nothing : this.renderBar()} ${this.renderImportProblems()}
      <div class="work" @keydown=${this.onKey} @dragover=${this.onDragOver} @drop=${this.onDrop}>
        ${empty ? this.renderStartPoints() : nothing} ${empty || this.readonly || this.view === 'steps' ? nothing : this.renderPalette()}
        <div class="canvas-part" part="canvas" ?hidden=${empty || this.view === 'steps' || this.panelAlone}>
          <div class="canvas"></div>
        </div>
        ${empty || this.view === 'canvas' || this.panelAlone ? nothing : this.renderSteps()} ${empty ? nothing : this.renderSide()}
      </div>
      ${this.blocks?.render()}`;
  }

  private renderBar(): TemplateResult {
    const { editor } = this;
    const problems = this.allProblems;
    return designerBar({
      t: this.t,
      view: this.view,
      readonly: this.readonly,
      canUndo: editor?.canUndo === true,
      canRedo: editor?.canRedo === true,
      problems: problems.length,
      errors: problems.some((problem) => problem.severity === 'error'),
      showsProblems: this.side === 'problems',
      onView: (view) => this.show(view),
      onUndo: () => this.undo(),
      onRedo: () => this.redo(),
      onZoom: (factor) => editor?.zoomBy(factor),
      onFit: () => editor?.fit(),
      onProblems: () => void this.toggleProblems(),
      onBlocks: () => void this.showBlocks(),
      canCompare: this.base !== undefined,
      compares: this.side === 'compare',
      onCompare: () => void this.toggleCompare(),
      canTry: this.trial !== undefined,
      tries: this.side === 'trial',
      onTry: () => void this.toggleTrial(),
      more: this.tools?.items() ?? [],
      onMore: (id) => void this.tools?.run(id),
    });
  }

  private renderImportProblems(): TemplateResult | typeof nothing {
    if (this.importProblems.length === 0) return nothing;
    return html`<div class="callout error" role="alert">
      ${icon('error')}
      <div>
        <p>${this.t(this.editor?.isOpen === true ? 'importFailed' : 'importFailedFirst')}</p>
        ${this.importProblems.slice(0, 5).map((problem) => html`<p>${problem.sentences[this.locale]} <span class="mono small">${problem.code}</span></p>`)}
      </div>
    </div>`;
  }

  private renderStartPoints(): TemplateResult {
    return html`<div class="start-points">
      <h2>${this.t('emptyTitle')}</h2>
      <p class="muted">${this.t('emptyHint')}</p>
      <button type="button" class="button primary" ?disabled=${this.readonly} @click=${() => void this.startBlank()}>${this.t('blank')}</button>
    </div>`;
  }

  private renderPalette(): TemplateResult {
    return palette({
      t: this.t,
      allOfBpmn: this.allOfBpmn,
      onDrag: (event, kind, preset) => this.startDrag(event, kind, preset),
      onAdd: (kind, preset) => this.insert(kind, this.selected, preset),
      onAllOfBpmn: (on) => {
        this.allOfBpmn = on;
      },
      onTool: (event, tool) => this.useTool(event, tool),
    });
  }

  private renderSteps(): TemplateResult {
    if (this.list === undefined) void this.loadList();
    return this.list?.render() ?? html`<section class="steps" aria-busy="true"></section>`;
  }

  private renderSide(): TemplateResult | typeof nothing {
    const { selected, t } = this;
    if (this.narrow && !this.panelAlone) {
      return selected === undefined || this.view === 'canvas'
        ? nothing
        : html`<div class="back"><button type="button" class="button primary block" @click=${() => {
            this.side = 'properties';
            this.showPanel = true;
          }}>${icon('settings')}${t('editProperties')}</button></div>`;
    }
    const label = t(({ problems: 'problems', find: 'find', trial: 'trial', compare: 'compare', properties: 'panel' } as const)[this.side]);
    return html`<aside class="side" part="panel" aria-label=${label} tabindex="0">
      ${
        this.panelAlone
          ? html`<div class="back"><button type="button" class="button" @click=${() => {
              this.showPanel = false;
            }}>${icon('arrow-left')}${t('backToList')}</button></div>`
          : nothing
      }
      ${this.renderSideContent()}
    </aside>`;
  }

  private renderSideContent(): unknown {
    switch (this.side) {
      case 'problems':
        return this.renderProblems();
      case 'find':
        return this.tools?.renderFind();
      case 'trial':
        return this.trying?.render();
      case 'compare':
        return this.comparing?.render();
      case 'properties':
        return this.renderProperties();
    }
  }

  private renderProperties(): unknown {
    const { selected, editor, t } = this;
    if (selected !== undefined && editor !== undefined) return this.panel?.flowPanel(this.panelView(editor, selected));
    const several = (editor?.isOpen === true ? editor.get('selection').get().length : 0) > 1;
    return html`<p>${t(several ? 'severalSelected' : 'nothingSelected')}</p>`;
  }

  private renderProblems(): TemplateResult | undefined {
    return this.checking?.checkPanel(this.host, {
      goTo: ({ place }) => {
        if (place.elementId !== undefined) void this.select(place.elementId, place.property);
      },
      close: () => void this.toggleProblems(),
    });
  }

  private panelView(editor: FlowEditor, element: DiagramElement): PanelView {
    const extension = editor.extensionOf(element);
    return {
      t: this.t,
      locale: this.locale,
      editor,
      element,
      extension,
      context: this.context,
      problems: this.allProblems,
      readonly: this.readonly,
      allOfBpmn: this.allOfBpmn,
      rejected: this.rejected,
      reject: (field, why) => {
        const next = new Map(this.rejected);
        if (why === undefined) next.delete(field);
        else next.set(field, why);
        this.rejected = next;
      },
      change: (parts) => {
        const next = Object.fromEntries(Object.entries({ ...extension, ...parts }).filter(([, part]) => part !== undefined));
        editor.setExtension(element, next);
      },
      changeManifest: (manifest) => this.changeManifest(manifest),
      select: (id) => void this.select(id),
      focusProperty: (property) => this.focusProperty(property),
    };
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
      get renderRoot() {
        return designer.renderRoot;
      },
      get updateComplete() {
        return designer.updateComplete;
      },
      requestUpdate: () => this.requestUpdate(),
      announce: (text) => this.announce(text),
      labelOf: (element) => this.labelOf(element),
      openPanel: (property) => {
        if (this.selected !== undefined) void this.select(this.selected.id, property);
      },
    };
  }

  // on a phone the panel takes the place of the list
  private get panelAlone(): boolean {
    return this.narrow && this.showPanel && (this.selected !== undefined || this.side !== 'properties');
  }

  private watch(editor: FlowEditor): void {
    const bus = editor.get('eventBus');
    bus.on('commandStack.changed', () => {
      if (editor.isOpen) this.tellSoon();
      this.requestUpdate();
    });
    bus.on('selection.changed', () => this.onSelection());
    bus.on('element.changed', () => this.requestUpdate());
    bus.on(['shape.added', 'connection.added'], () => this.requestUpdate());
    provideContextPad(editor.get, this.padWords, (element, kind) => this.insert(kind, element));
    bus.on(
      [
        'contextPad.open.allowed',
        'element.dblclick',
        'keyboard.keydown',
        'shape.move.start',
        'connectionSegment.move.start',
        'bendpoint.move.start',
        'resize.start',
      ],
      5000,
      () => (this.readonly || this.narrow ? false : undefined),
    );
    listenToFingers(editor.get, () => !this.readonly && !this.narrow);
    this.nameShapes = makeShapesReachable(editor.get, {
      label: (element) => this.labelOf(element),
      order: () => editor.steps.map((step) => step.element),
    });
  }

  private async open(xml: string): Promise<void> {
    const { editor } = this;
    if (editor === undefined || xml.trim() === '') {
      this.importProblems = [];
      return;
    }
    this.importProblems = await editor.open(xml);
    if (xml !== this.xml || this.importProblems.length > 0) return;
    this.toldXml = xml;
    this.showProblems();
    this.nameShapes?.();
    this.requestUpdate();
    void this.loadPanel();
    void this.loadTools();
    void this.runCheck();
  }

  private async loadPanel(): Promise<void> {
    this.panel ??= await import('./panel/flow-panel.ts');
  }

  private async loadTools(): Promise<void> {
    if (this.tools !== undefined) return;
    const { DesignerTools } = await import('./tools/designer-tools.ts');
    this.tools ??= new DesignerTools(this.host, {
      element: this,
      openText: (text) => this.replaceBy(text),
      showFind: (on) => this.showFind(on),
    });
  }

  // what is open stays when the text cannot be read
  private async replaceBy(text: string): Promise<boolean> {
    const { editor } = this;
    if (editor === undefined) return false;
    this.importProblems = await editor.open(text);
    if (this.importProblems.length > 0) return false;
    this.nameShapes?.();
    await this.tell();
    return true;
  }

  private showFind(on: boolean): void {
    this.side = on ? 'find' : 'properties';
    this.showPanel = on;
    if (on) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#find')?.focus());
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
    this.emit(new FlowChangeEvent(xml));
  }

  private tellSoon(): void {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => void this.tell(), TELL_AFTER_MS);
  }

  private async tell(): Promise<void> {
    clearTimeout(this.telling);
    this.telling = undefined;
    const xml = await this.editor?.save();
    if (xml === undefined || xml === '' || xml === this.toldXml) return;
    this.toldXml = xml;
    this.xml = xml;
    this.emit(new FlowChangeEvent(xml));
    void this.runCheck();
    if (this.side === 'compare') void this.comparing?.update();
  }

  private onSelection(): void {
    const selected = this.editor?.selected;
    if (selected === this.selected) {
      this.requestUpdate();
      return;
    }
    this.selected = selected;
    this.rejected = new Map();
    if (selected !== undefined && this.side === 'problems') this.side = 'properties';
    else if (this.side === 'properties') this.showPanel = false;
    this.renderRoot.querySelector('.side')?.scrollTo(0, 0);
    this.emit(new FlowSelectEvent(selected?.id ?? ''));
  }

  private showProblems(): void {
    if (this.editor?.isOpen === true) markProblems(this.editor.get, this.allProblems, (problem) => problem.sentences[this.locale]);
    this.nameShapes?.();
  }

  private get allProblems(): readonly Problem[] {
    return this.found.length === 0 ? this.problems : [...this.problems, ...this.found];
  }

  private async runCheck(): Promise<void> {
    const { check, xml } = this;
    if (check === undefined || xml.trim() === '') {
      this.found = [];
      return;
    }
    const found = await check(xml);
    if (xml === this.xml && check === this.check) this.found = found;
  }

  private async showBlocks(): Promise<void> {
    const { BlockGallery } = await import('./blocks/block-gallery.ts');
    this.blocks ??= new BlockGallery(this.host, (manifest) => this.changeManifest(manifest));
    this.blocks.show();
  }

  private changeManifest(manifest: MeasureManifest): void {
    if (this.context !== undefined) this.context = { ...this.context, manifest };
    this.emit(new MeasureChangeEvent(manifest));
  }

  private async toggleCompare(): Promise<void> {
    const { base } = this;
    if (this.side === 'compare' || base === undefined) {
      this.comparing?.end();
      this.comparing = undefined;
      this.side = 'properties';
      this.showPanel = false;
      return;
    }
    const { ComparePanel } = await import('./compare/compare-panel.ts');
    this.comparing = new ComparePanel(this.host, { base, close: () => void this.toggleCompare() });
    this.side = 'compare';
    this.showPanel = true;
    await this.comparing.update();
  }

  private async toggleTrial(): Promise<void> {
    if (this.side === 'trial') {
      this.trying?.end();
      this.side = 'properties';
      this.showPanel = false;
      return;
    }
    const { TrialPanel } = await import('./trial/trial-panel.ts');
    this.trying ??= new TrialPanel(this.host, {
      open: async () => (await this.trial?.((await this.editor?.save()) ?? this.xml)) ?? { problems: [] },
      close: () => void this.toggleTrial(),
    });
    this.side = 'trial';
    this.showPanel = true;
    await this.trying.open();
  }

  private async toggleProblems(): Promise<void> {
    const shown = this.side === 'problems';
    this.checking ??= await import('./check/check-panel.ts');
    this.side = shown ? 'properties' : 'problems';
    this.showPanel = !shown;
  }

  private show(view: DesignerView): void {
    this.view = view;
    if (!this.narrow) this.wideView = view;
    this.showPanel = false;
    if (view === 'canvas') void this.updateComplete.then(() => this.editor?.get('canvas').resized());
  }

  private onResize(): void {
    const narrow = this.clientWidth > 0 && this.clientWidth < NARROW_PX;
    if (narrow !== this.narrow) {
      this.narrow = narrow;
      this.toggleAttribute('narrow', narrow);
      this.view = narrow ? 'steps' : this.wideView;
      if (narrow) this.editor?.get('contextPad').close();
    }
    if (this.editor?.isOpen === true && this.view === 'canvas') this.editor.get('canvas').resized();
  }

  private startDrag(event: DragEvent, kind: KindName, preset?: Preset): void {
    const { editor } = this;
    if (editor?.isOpen !== true) return;
    const factory = editor.get('elementFactory');
    const plain = (): DiagramElement =>
      kind === 'participant' ? factory.createParticipantShape() : factory.createShape(KINDS[kind].shape);
    const shape = preset === undefined ? plain() : editor.readyShape(preset, this.t);
    editor.get('create').start(event, shape);
  }

  private insert(kind: KindName, after: DiagramElement | undefined, preset?: Preset): void {
    const { editor } = this;
    if (editor?.isOpen !== true || this.readonly) return;
    const ready = preset === undefined ? undefined : editor.readyShape(preset, this.t);
    const made = editor.insert(kind, kind === 'userTask' && ready === undefined ? this.t('insertedName') : '', after, ready);
    this.announce(this.t('added', { name: this.labelOf(made) }));
  }

  private useTool(event: Event, tool: ToolName): void {
    const { editor } = this;
    if (editor?.isOpen !== true) return;
    if (tool === 'select') editor.get('toolManager').setActive(null);
    else if (tool === 'hand') editor.get('handTool').activateHand(event);
    else if (tool === 'lasso') editor.get('lassoTool').activateSelection(event);
    else editor.get('globalConnect').start(event);
  }

  private focusProperty(property: string | undefined): void {
    const names = property === undefined ? ['name'] : [property, property.split(/[.[]/)[0] ?? ''];
    const sections = names.map((name) => this.renderRoot.querySelector(`[data-property~="${CSS.escape(name)}"]`));
    const section = sections.find((found) => found !== null);
    const own = section?.querySelector<HTMLElement>(`#${CSS.escape((property ?? 'name').replaceAll('.', '-'))}`);
    const field = own ?? section?.querySelector<HTMLElement>('input, select, textarea, button');
    if (property !== undefined) section?.scrollIntoView({ block: 'nearest' });
    field?.focus({ preventScroll: property === undefined });
  }

  private labelOf(element: DiagramElement): string {
    const name = element.type === 'bpmn:SequenceFlow' ? branchWords(this.t, element) : stepName(this.t, element);
    const label = this.t('shapeLabel', { kind: kindWord(this.t, element), name });
    const count = this.allProblems.filter((problem) => problem.place.elementId === element.id).length;
    return count === 0 ? label : this.t('shapeProblems', { label, count });
  }

  private readonly padWords: PadWords = (key, kind) =>
    key === 'append' ? this.t('append', { kind: kind === undefined ? '' : this.t(`kind.${kind}`) }) : this.t(key);

  // a file dropped anywhere on the flow is imported; what is dragged from the palette is not a file
  private readonly onDragOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
  };

  private readonly onDrop = (event: DragEvent): void => {
    const [file] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    void this.tools?.importFile(file);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'f' && this.tools !== undefined) {
      event.preventDefault();
      this.showFind(true);
      return;
    }
    const typing =
      event.composedPath()[0] instanceof HTMLElement &&
      (event.composedPath()[0] as HTMLElement).matches('input, textarea, [contenteditable="true"]');
    if (typing || event.defaultPrevented || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) this.redo();
    else this.undo();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-flow-designer': FlowDesigner;
  }
}

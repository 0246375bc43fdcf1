/** `<tb-form-designer>`: design a filing form without code. */
import { buttonStyles, fieldStyles, type IconName, icon, surfaceStyles, type TabSelectEvent, TongbanElement } from '@tongban/element-kit';
import type { FormCompilation } from '@tongban/form';
import { type FormDocument, type FormField, type Problem, textIn } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { canvasAct } from './canvas-keys.ts';
import { changeField } from './commands/change-field.ts';
import { DesignActs } from './design-acts.ts';
import type { DesignCommand } from './design-command.ts';
import type { DesignDesk } from './design-desk.ts';
import type { DesignHistory } from './design-history.ts';
import { DesignKeys, type KeyedDesign } from './design-keys.ts';
import { designMessages } from './design-messages.ts';
import { exportForm } from './export/export-form.ts';
import { copiedFields } from './field-clipboard.ts';
import { type ChooseHow, FieldSelection } from './field-selection.ts';
import { findField, placedFields } from './field-tree.ts';
import type { FormDesignContext, FormVersion } from './form-design-context.ts';
import { FormDesignChangeEvent, FormDesignSelectEvent } from './form-design-events.ts';
import { formDesignerStyles } from './form-designer.styles.ts';
import { FormHistories } from './form-histories.ts';
import { allProblems, compileDesign, ownId, problemsById } from './form-problems.ts';
import type { FormImportEvent } from './import/form-import.ts';
import type { Direction } from './move-steps.ts';
import { isUnnamed, type PaletteEntry } from './palette.ts';
import { panelStyles } from './panel.styles.ts';
import { canvasStyles } from './parts/canvas.styles.ts';
import { canvasStateStyles } from './parts/canvas-states.styles.ts';
import { canvasView } from './parts/canvas-view.ts';
import { controlLookStyles } from './parts/control-look.styles.ts';
import { fieldProperties } from './parts/field-properties.ts';
import { formBeginning } from './parts/form-beginning.ts';
import { formProperties } from './parts/form-properties.ts';
import { manyProperties } from './parts/many-properties.ts';
import { type OtherView, otherView, type ViewedForm } from './parts/other-view.ts';
import { outlineView } from './parts/outline-view.ts';
import { paletteStyles } from './parts/palette.styles.ts';
import { paletteView } from './parts/palette-view.ts';
import { type ProblemList, problemCount, problemList } from './parts/problem-list.ts';
import { propertiesStyles } from './parts/properties.styles.ts';
import { type MoreTool, toolBar } from './parts/tool-bar.ts';
import { PointerDrag } from './pointer-drag.ts';
import { renamedElsewhere } from './uses/rename-elsewhere.ts';
import type { ViewRunEvent } from './views/view-events.ts';

type View = 'design' | OtherView;
type Pane = 'palette' | 'canvas' | 'properties';

const VIEWS = [
  ['design', 'viewDesign', 'edit'],
  ['fill', 'viewFill', 'eye'],
  ['print', 'viewPrint', 'print'],
  ['relations', 'viewRelations', 'flow'],
  ['texts', 'viewTexts', 'file'],
  ['access', 'viewAccess', 'users'],
  ['compare', 'viewCompare', 'copy'],
] as const satisfies readonly (readonly [View, string, IconName])[];

const PANES: readonly Pane[] = ['palette', 'canvas', 'properties'];

const NO_CONTEXT: FormDesignContext = { forms: [], items: [] };

/**
 * The designer of a form.
 *
 * @summary Design a filing form: palette, canvas, properties, preview.
 * @fires tb-form-design-change - The form was edited, undone or redone.
 * @fires tb-form-design-select - Another field is selected.
 * @csspart toolbar - The row of buttons.
 * @csspart canvas - The area in which the form lies.
 * @csspart paper - The form.
 * @csspart properties - The panel of properties.
 */
export class FormDesigner extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    panelStyles,
    formDesignerStyles,
    paletteStyles,
    controlLookStyles,
    canvasStyles,
    canvasStateStyles,
    propertiesStyles,
  ];

  /** The form. Another one than that last told by `tb-form-design-change` replaces it and starts a new history; one that was open before goes on with its own. */
  @property({ attribute: false }) form: FormDocument | undefined;
  /** The measure around the form. */
  @property({ attribute: false }) context: FormDesignContext = NO_CONTEXT;
  /** Problems found by others; `place.elementId` is the id of the field. */
  @property({ attribute: false }) problems: readonly Problem[] = [];
  /** An earlier version to compare with, and what people call it, e.g. the published release. */
  @property({ attribute: false }) base: FormVersion | undefined;
  /** Nothing can be changed. */
  @property({ type: Boolean, reflect: true }) readonly: boolean = false;

  @state() private view: View = 'design';
  @state() private pane: Pane = 'canvas';
  @state() private search = '';
  /** The outline is open. */
  @state() private outlined = false;
  @state() private listsProblems = false;
  @state() private imports = false;
  @state() private views: ViewedForm['loaded'] = 'not yet';
  /** Clicks select several fields. */
  @state() private many = false;

  private readonly t = designMessages.for(this);
  readonly #histories = new FormHistories();
  #compilation: FormCompilation = { problems: [] };
  #compiledFor: readonly unknown[] = [];
  #all: readonly Problem[] = [];
  #problemsById: ReadonlyMap<string, readonly Problem[]> = new Map();
  #ids: ReadonlySet<string> = new Set();
  readonly #selection = new FieldSelection();
  readonly #drag = new PointerDrag(
    {
      addController: (controller) => this.addController(controller),
      removeController: (controller) => this.removeController(controller),
      requestUpdate: () => this.requestUpdate(),
      updateComplete: Promise.resolve(true),
      root: () => this.renderRoot as ShadowRoot,
      form: () => this.#history?.form,
    },
    (dragged, spot) => this.#acts.drop(dragged, spot),
  );
  readonly #acts: DesignActs = new DesignActs(this.#actsHost());

  constructor() {
    super();
    new DesignKeys(this, this.#keyed());
  }

  /** What was done to the form that is open. */
  get #history(): DesignHistory | undefined {
    return this.#histories.open?.history;
  }

  /** Selects the field (a column also as `rowsId/columnId`), shows it and puts the focus on it; `''` selects the form. */
  async select(fieldId: string): Promise<void> {
    await this.updateComplete;
    const form = this.#history?.form;
    if (form === undefined) return;
    this.view = 'design';
    this.pane = 'canvas';
    this.#choose([findField(form, fieldId)?.field.id ?? '']);
    await this.updateComplete;
    this.#focusSelected();
  }

  /** Takes the last edit back. */
  undo(): void {
    if (!this.readonly) this.#afterHistory(this.#history?.undo(), 'undone');
  }

  /** Does the edit taken back last again. */
  redo(): void {
    if (!this.readonly) this.#afterHistory(this.#history?.redo(), 'redone');
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('form')) this.#histories.take(this.form);
    const form = this.#history?.form;
    if (form === undefined) return;
    if (this.#compiledFor[0] !== form || this.#compiledFor[1] !== this.context) {
      this.#compilation = compileDesign(form, this.context);
      this.#compiledFor = [form, this.context];
      this.#ids = new Set(placedFields(form).map(({ field }) => field.id));
    }
    this.#all = allProblems(this.#compilation.problems, this.problems);
    this.#problemsById = problemsById(this.#all, this.#ids);
    this.#selection.keep(this.#ids);
  }

  protected override updated(): void {
    const drag = this.#drag.state;
    const ghost = this.renderRoot.querySelector<HTMLElement>('.ghost');
    // through the CSSOM: a style attribute from text would be against a strict policy
    if (drag && ghost) ghost.style.transform = `translate(${drag.x + 12}px, ${drag.y + 8}px)`;
  }

  override render(): TemplateResult {
    const form = this.#history?.form;
    if (form === undefined) return html`<p class="muted nothing">${this.t('noForm')}</p>`;
    const desk = this.#desk(form);
    return html`<section class="frame" aria-label=${this.t('designer')}>
        ${this.#toolbar(desk)} ${problemList(desk, this.#problemList, (problem) => void this.select(ownId(problem)))} ${this.view === 'design' ? this.#designView(desk) : otherView(this.view, desk, this.#viewed())}
      </section>
      ${this.#ghost()}
      <tb-form-import .open=${this.imports} .fresh=${form.fields.length === 0} @tb-form-import=${(event: FormImportEvent) => this.#acts.import(event)} @tb-form-import-close=${() => {
        this.imports = false;
      }}></tb-form-import>`;
  }

  #toolbar(desk: DesignDesk): TemplateResult {
    const { t, readonly } = this;
    const history = this.#history;
    const acts = this.#acts;
    const design = this.view === 'design';
    const canEdit = design && !readonly;
    const canUndo = (design || this.view === 'texts' || this.view === 'relations') && !readonly;
    const may = (can: boolean, act: () => void): (() => void) | undefined => (canEdit && can ? act : undefined);
    const any = desk.chosen.length > 0;
    return toolBar(desk, {
      undo: canUndo && history?.canUndo === true ? () => this.undo() : undefined,
      redo: canUndo && history?.canRedo === true ? () => this.redo() : undefined,
      up: may(any && acts.stepSpot('up') !== undefined, () => acts.step('up')),
      down: may(any && acts.stepSpot('down') !== undefined, () => acts.step('down')),
      duplicate: may(any, () => acts.duplicate()),
      remove: may(any, () => acts.remove()),
      import: may(true, () => void this.#openImport()),
      many: this.many,
      onMany: () => {
        this.many = !this.many;
      },
      onMore: (id) => this.#more(id),
      onExport: (id) => void this.#export(desk.form, id),
      hasCopied: copiedFields() !== undefined,
      end: html`${problemCount(desk, this.#problemList, () => {
        this.listsProblems = !this.listsProblems;
      })}
        <div class="views" role="group" aria-label=${t('views')}>
          ${VIEWS.filter(([view]) => view !== 'compare' || this.base !== undefined).map(
            ([view, word, name]) =>
              html`<button type="button" class="button" data-view=${view} aria-pressed=${view === this.view} @click=${() => this.#show(view)}>${icon(name)}${t(word)}</button>`,
          )}
        </div>`,
    });
  }

  get #problemList(): ProblemList {
    return { problems: this.#all, open: this.listsProblems };
  }

  #more(id: MoreTool): void {
    const acts = this.#acts;
    if (id === 'paste') acts.paste(copiedFields() ?? []);
    else if (id === 'all') acts.selectAll();
    else if (id === 'group') acts.group();
    else if (id === 'ungroup') acts.ungroup();
    else {
      acts.copy();
      if (id === 'cut') acts.remove();
    }
  }

  #designView(desk: DesignDesk): TemplateResult {
    const { t, pane } = this;
    const drag = this.#drag.state;
    return html`<div class="panes" role="group" aria-label=${t('panes')}>
        ${PANES.map(
          (each) =>
            html`<button type="button" class="button" aria-pressed=${each === pane} @click=${() => {
              this.pane = each;
            }}>${t(each)}</button>`,
        )}
      </div>
      <div class="desk">
        <div class="left ${pane === 'palette' ? 'shown' : ''}">
          <tb-tabs label=${t('left')} .tabs=${[{ id: 'palette', label: t('palette') }, { id: 'outline', label: t('outline') }]} @tb-tab-select=${(
            event: TabSelectEvent,
          ) => {
            this.outlined = event.id === 'outline';
          }}>
            <div slot="palette">${paletteView(desk, {
              search: this.search,
              onSearch: (text) => {
                this.search = text;
              },
              onAdd: (entry, byMouse) => {
                this.#acts.add(entry);
                this.pane = 'canvas';
                if (byMouse && isUnnamed(entry)) void this.#nameIt();
              },
              onGrab: (event, entry) => this.#grabEntry(event, entry),
            })}</div>
            <div slot="outline">${this.outlined ? outlineView(desk) : nothing}</div>
          </tb-tabs>
        </div>
        <div class="middle ${pane === 'canvas' ? 'shown' : ''}" part="canvas" data-scroller tabindex="-1">
          ${canvasView(desk, {
            spot: drag?.spot,
            ...(desk.editable
              ? {
                  begin: formBeginning(
                    this.t,
                    () => void this.#openImport(),
                    (entry) => this.#acts.add(entry),
                  ),
                }
              : {}),
            draggedIds: drag?.dragged.fields.map(({ id }) => id) ?? [],
            onGrab: (event, field) => this.#grabField(event, field),
            onKey: (event, field) => this.#onFieldKey(event, field),
          })}
        </div>
        <aside class="right ${pane === 'properties' ? 'shown' : ''}" part="properties" aria-label=${t('properties')}>
          ${this.#propertiesOf(desk)}
        </aside>
      </div>`;
  }

  /** What has the name of its kind still gets one of its own: it can be typed at once. */
  async #nameIt(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('#label')?.select();
  }

  #propertiesOf(desk: DesignDesk): TemplateResult {
    if (desk.chosen.length > 1) return manyProperties(desk);
    return desk.selected === undefined ? formProperties(desk) : fieldProperties(desk, desk.selected);
  }

  #viewed(): ViewedForm {
    return {
      compilation: this.#compilation,
      problems: this.#all,
      base: this.base,
      loaded: this.views,
      onGo: (fieldId) => void this.select(fieldId),
      onRun: this.#onViewRun,
    };
  }

  readonly #onViewRun = (event: ViewRunEvent): void => {
    this.#run(event.command);
    if (event.settled) this.#history?.endStep();
  };

  #show(view: View): void {
    this.view = view;
    this.#history?.endStep();
    if (view !== 'design' && view !== 'fill' && view !== 'print' && this.views !== 'ready') void this.#loadViews();
  }

  async #loadViews(): Promise<void> {
    this.views = 'not yet';
    try {
      const { defineViews } = await import('./views/define.ts');
      defineViews();
      this.views = 'ready';
    } catch {
      this.views = 'failed';
    }
  }

  async #openImport(): Promise<void> {
    try {
      const { defineImport } = await import('./import/define.ts');
      defineImport();
    } catch {
      this.announce(this.t('importFailed'), 'assertive');
      return;
    }
    this.imports = true;
  }

  async #export(form: FormDocument, what: string): Promise<void> {
    if (what === 'blank') {
      this.view = 'print';
      await this.updateComplete;
      print();
      return;
    }
    const { locale } = this;
    try {
      await exportForm(form, what, { items: this.context.items, locale });
    } catch {
      this.announce(this.t('viewFailed'), 'assertive');
    }
  }

  #ghost(): TemplateResult | typeof nothing {
    const drag = this.#drag.state;
    if (drag === undefined) return nothing;
    return html`<div class="ghost ${drag.spot === undefined ? 'no' : ''}" aria-hidden="true">
      ${drag.dragged.label}${drag.spot === undefined ? html` · ${this.t('cannotDropHere')}` : nothing}
    </div>`;
  }

  #desk(form: FormDocument): DesignDesk {
    return {
      form,
      context: this.context,
      selected: findField(form, this.#selection.id),
      chosen: this.#selection.placed(form),
      editable: !this.readonly,
      locale: this.locale,
      t: this.t,
      clauseChanged: (field) => {
        const { opened: before } = this.#histories.open ?? {};
        const opened = before && findField(before, field.id)?.field;
        return (
          opened?.kind === 'clause' &&
          opened.version === field.version &&
          (opened.text['zh-CN'] !== field.text['zh-CN'] || opened.text.en !== field.text.en)
        );
      },
      problemsOf: (id) => this.#problemsById.get(id) ?? [],
      run: (command) => this.#run(command),
      change: (changes) => this.#run(changeField(form, this.#selection.id, changes)),
      endStep: () => this.#history?.endStep(),
      choose: (id, how = 'only') => this.#select(id, how),
      howChosen: ({ shiftKey, ctrlKey, metaKey }) => (shiftKey ? 'upTo' : ctrlKey || metaKey || this.many ? 'also' : 'only'),
    };
  }

  #run(command: DesignCommand | undefined): void {
    if (command === undefined || this.readonly || this.#history === undefined) return;
    this.#history.run(command);
    this.#tell(command.subjects ?? [command.subject], command.renames);
  }

  #afterHistory(command: DesignCommand | undefined, word: 'undone' | 'redone'): void {
    if (command === undefined) return;
    const focused = (this.renderRoot as ShadowRoot).activeElement;
    const after = command.subjects ?? [command.subject];
    const before = command.subjectsBefore ?? (command.subjectBefore === undefined ? after : [command.subjectBefore]);
    const { renames } = command;
    const back = renames && { fieldId: renames.fieldId, from: renames.to, to: renames.from };
    this.#tell(word === 'undone' ? before : after, word === 'undone' ? back : renames);
    this.announce(this.t(word, { what: this.t(`did_${command.kind}`) }));
    void this.updateComplete.then(() => {
      // a field that went or moved takes the focus with it; the keys must go on working
      if (focused?.closest('.middle') || (focused !== null && !focused.isConnected)) this.#focusSelected();
    });
  }

  #tell(selected: readonly string[], renames: DesignCommand['renames']): void {
    const form = this.#history?.form;
    if (form === undefined) return;
    this.form = form;
    this.requestUpdate();
    this.#choose(selected.filter((id) => findField(form, id) !== undefined));
    this.emit(new FormDesignChangeEvent(form, renames === undefined ? {} : renamedElsewhere(this.context, form, renames)));
  }

  #choose(ids: readonly string[]): void {
    this.#selected(this.#selection.set(ids));
  }

  #select(id: string, how: ChooseHow): void {
    const form = this.#history?.form;
    if (form === undefined) return;
    this.#selected(this.#selection.choose(form, id, how));
    if (how !== 'only') this.announce(this.t('chosenCount', { count: this.#selection.ids.length }));
  }

  #selected(changed: boolean): void {
    if (!changed) return;
    this.#history?.endStep();
    this.requestUpdate();
    this.renderRoot.querySelector('.right')?.scrollTo(0, 0);
    this.emit(new FormDesignSelectEvent(this.#selection.id));
  }

  #actsHost(): ConstructorParameters<typeof DesignActs>[0] {
    const t = this.t;
    const locale = (): typeof this.locale => this.locale;
    return {
      selection: this.#selection,
      get locale() {
        return locale();
      },
      t,
      form: () => this.#history?.form,
      run: (command) => this.#run(command),
      select: (ids) => this.#choose(ids),
      announce: (words) => this.announce(words),
      focusSelected: () => void this.updateComplete.then(() => this.#focusSelected()),
      showSelected: () => void this.updateComplete.then(() => this.#selectedPick()?.scrollIntoView({ block: 'nearest' })),
    };
  }

  #grabField(event: PointerEvent, field: FormField): void {
    const form = this.#history?.form;
    const chosen = form === undefined ? [] : this.#selection.placed(form);
    const many = chosen.length > 1 && chosen.some((placed) => placed.field.id === field.id);
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const fields = many ? chosen.map((placed) => placed.field) : [field];
    const label = many ? this.t('chosenCount', { count: fields.length }) : textIn(field.label, this.locale);
    this.#drag.grab(event, { fields, label });
  }

  #grabEntry(event: PointerEvent, entry: PaletteEntry): void {
    if (this.readonly) return;
    const field = { ...entry.draft, id: '' } as unknown as FormField;
    this.#drag.grab(event, { label: textIn(entry.name, this.locale), fields: [field], entry });
  }

  #focusSelected(): void {
    this.#focusPick(this.#selection.id);
  }

  #focusPick(id: string): void {
    const pick = this.#pickOf(id);
    pick?.focus({ preventScroll: true });
    pick?.scrollIntoView({ block: 'nearest' });
  }

  #selectedPick(): HTMLElement | undefined {
    return this.#pickOf(this.#selection.id);
  }

  #pickOf(id: string): HTMLElement | undefined {
    const picks = [...this.renderRoot.querySelectorAll<HTMLElement>('.middle .pick')];
    return picks.find((pick) => (pick.dataset['pick'] ?? '') === id);
  }

  #onFieldKey(event: KeyboardEvent, field: FormField): void {
    const act = canvasAct(event, this.many);
    if (act === undefined || (this.readonly && !('walk' in act))) return;
    event.preventDefault();
    if ('walk' in act) {
      this.#walk(field.id, act.walk, act.how);
      return;
    }
    if (!this.#selection.ids.includes(field.id) && !('act' in act && act.act === 'toggle')) this.#choose([field.id]);
    if ('step' in act) this.#acts.step(act.step);
    else if (act.act === 'toggle') this.#select(field.id, 'also');
    else this.#acts[act.act]();
    if (!('act' in act && act.act === 'toggle')) void this.updateComplete.then(() => this.#focusSelected());
  }

  #walk(from: string, direction: Direction, how: ChooseHow | 'look'): void {
    const form = this.#history?.form;
    const all = form === undefined ? [] : ['', ...placedFields(form).map((placed) => placed.field.id)];
    const next = all[all.indexOf(from) + (direction === 'up' ? -1 : 1)];
    if (next === undefined) return;
    if (how !== 'look') this.#select(next, how);
    void this.updateComplete.then(() => this.#focusPick(next));
  }

  #keyed(): KeyedDesign {
    return {
      isOnCanvas: () => this.view === 'design' && (this.renderRoot as ShadowRoot).activeElement?.closest('.middle') != null,
      canGoBack: () => this.view !== 'fill' && this.view !== 'print',
      canEdit: () => !this.readonly,
      undo: () => this.undo(),
      redo: () => this.redo(),
      copy: () => this.#acts.copy(),
      remove: () => this.#acts.remove(),
      paste: (fields) => this.#acts.paste(fields),
      selectOne: () => this.#selectOne(),
    };
  }

  #selectOne(): boolean {
    if (!this.many || this.view !== 'design' || this.#drag.state !== undefined) return false;
    this.many = false;
    this.#choose([this.#selection.id]);
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-form-designer': FormDesigner;
  }
}

/** `<tb-form-designer>`: design a filing form without code. */
import { buttonStyles, fieldStyles, type IconName, icon, surfaceStyles, type TabSelectEvent, TongbanElement } from '@tongban/element-kit';
import { type FormCompilation, sampleValues } from '@tongban/form';
import { type FormDocument, type FormField, type Problem, textIn } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { canvasAct } from './canvas-keys.ts';
import { changeField } from './commands/change-field.ts';
import { DesignActs } from './design-acts.ts';
import type { DesignCommand } from './design-command.ts';
import type { DesignDesk } from './design-desk.ts';
import { DesignHistory } from './design-history.ts';
import { designMessages } from './design-messages.ts';
import { clipboardFields, copiedFields } from './field-clipboard.ts';
import { type ChooseHow, FieldSelection } from './field-selection.ts';
import { findField, placedFields } from './field-tree.ts';
import type { FormDesignContext, FormVersion } from './form-design-context.ts';
import { FormDesignChangeEvent, FormDesignSelectEvent } from './form-design-events.ts';
import { formDesignerStyles } from './form-designer.styles.ts';
import { allProblems, compileDesign, ownId, problemsById } from './form-problems.ts';
import type { FormImportEvent } from './import/form-import.ts';
import { jsonSchemaOf } from './json-schema-of.ts';
import type { Direction } from './move-steps.ts';
import { isUnnamed, type PaletteEntry, paletteEntry } from './palette.ts';
import { panelStyles } from './panel.styles.ts';
import { canvasView } from './parts/canvas-view.ts';
import { fieldProperties } from './parts/field-properties.ts';
import { formProperties } from './parts/form-properties.ts';
import { manyProperties } from './parts/many-properties.ts';
import { outlineView } from './parts/outline-view.ts';
import { paletteView } from './parts/palette-view.ts';
import { type MoreTool, toolBar } from './parts/tool-bar.ts';
import { PointerDrag } from './pointer-drag.ts';
import { sameJson } from './same-json.ts';
import { saveFile, saveJson } from './save-file.ts';
import { renamedElsewhere } from './uses/rename-elsewhere.ts';
import type { ViewGoEvent, ViewRunEvent } from './views/view-events.ts';

type View = 'design' | 'fill' | 'print' | 'relations' | 'texts' | 'access' | 'compare';
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

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** So many forms that were left can still be undone. */
const KEPT_FORMS = 20;

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
  @state() private viewsReady = false;
  @state() private viewsFailed = false;
  /** Clicks select several fields. */
  @state() private many = false;

  private readonly t = designMessages.for(this);
  #history: DesignHistory | undefined;
  #opened: FormDocument | undefined;
  /** Forms that were open before, with what was done to them. */
  readonly #leftForms = new Map<string, { readonly history: DesignHistory; readonly opened: FormDocument }>();
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

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#onKey);
    this.addEventListener('copy', this.#onCopy);
    this.addEventListener('cut', this.#onCopy);
    this.addEventListener('paste', this.#onPaste);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#onKey);
    this.removeEventListener('copy', this.#onCopy);
    this.removeEventListener('cut', this.#onCopy);
    this.removeEventListener('paste', this.#onPaste);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('form')) this.#takeForm();
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
        ${this.#toolbar(desk)} ${this.#problemBar(desk)} ${this.view === 'design' ? this.#designView(desk) : this.#otherView(desk)}
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
      onExport: (id) => this.#export(desk.form, id),
      hasCopied: copiedFields() !== undefined,
      end: html`${this.#problemButton()}
        <div class="views" role="group" aria-label=${t('views')}>
          ${VIEWS.filter(([view]) => view !== 'compare' || this.base !== undefined).map(
            ([view, word, name]) =>
              html`<button type="button" class="button" data-view=${view} aria-pressed=${view === this.view} @click=${() => this.#show(view)}>${icon(name)}${t(word)}</button>`,
          )}
        </div>`,
    });
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

  #problemButton(): TemplateResult {
    const { t } = this;
    const count = this.#all.length;
    if (count === 0) return html`<span class="muted small">${t('noProblems')}</span>`;
    const grave = this.#all.some(({ severity }) => severity === 'error');
    return html`<button type="button" class="button quiet ${grave ? 'count-red' : ''}" data-tool="problems" aria-expanded=${this.listsProblems} @click=${() => {
      this.listsProblems = !this.listsProblems;
    }}>${icon(grave ? 'error' : 'warning')}${t('problemCount', { count })}</button>`;
  }

  #problemBar({ locale }: DesignDesk): TemplateResult | typeof nothing {
    if (!this.listsProblems || this.#all.length === 0) return nothing;
    return html`<ul class="problem-bar problems">
      ${this.#all.map(
        (problem) => html`<li class=${problem.severity}>${icon(problem.severity === 'error' ? 'error' : 'warning')}
          <button type="button" class="link-button" @click=${() => void this.select(ownId(problem))}>${problem.place.elementName ? `${problem.place.elementName}：` : ''}${problem.sentences[locale]}</button></li>`,
      )}
    </ul>`;
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
            ...(desk.editable ? { begin: this.#begin() } : {}),
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

  /** An empty form offers what most forms begin with. */
  #begin(): TemplateResult {
    const { t } = this;
    const ready = (id: string, words: string): TemplateResult => {
      const entry = paletteEntry(id);
      return html`<button type="button" class="button" data-begin=${id} @click=${() => {
        if (entry !== undefined) this.#acts.add(entry);
      }}>${icon('plus')}${words}</button>`;
    };
    return html`<div class="begin" role="group" aria-label=${t('emptyForm')}>
      <button type="button" class="button primary" data-begin="import" @click=${() => void this.#openImport()}>${icon('upload')}${t('beginImport')}</button>
      ${ready('enterpriseGroup', t('beginEnterprise'))} ${ready('projectGroup', t('beginProject'))}
    </div>`;
  }

  #propertiesOf(desk: DesignDesk): TemplateResult {
    if (desk.chosen.length > 1) return manyProperties(desk);
    return desk.selected === undefined ? formProperties(desk) : fieldProperties(desk, desk.selected);
  }

  #otherView(desk: DesignDesk): TemplateResult {
    if (this.view === 'fill' || this.view === 'print') return this.#preview();
    if (!this.viewsReady)
      return html`<div class="whole"><p class="muted" role="status">${this.t(this.viewsFailed ? 'viewFailed' : 'loading')}</p></div>`;
    return html`<div class="whole" @tb-view-go=${(event: ViewGoEvent) => void this.select(event.fieldId)} @tb-view-run=${this.#onViewRun}>${this.#loadedView(desk)}</div>`;
  }

  #loadedView({ form, context }: DesignDesk): TemplateResult {
    const { readonly } = this;
    if (this.view === 'texts') return html`<tb-form-texts .form=${form} .readonly=${readonly}></tb-form-texts>`;
    if (this.view === 'access')
      return html`<tb-form-access .form=${form} .compilation=${this.#compilation} .context=${context}></tb-form-access>`;
    if (this.view === 'compare') return html`<tb-form-compare .form=${form} .base=${this.base}></tb-form-compare>`;
    return html`<tb-form-relations .form=${form} .context=${context} .problems=${this.#all} .readonly=${readonly}></tb-form-relations>`;
  }

  #preview(): TemplateResult {
    return html`<div class="whole">
      <tb-form-design-preview .compilation=${this.#compilation} .context=${this.context} mode=${this.view === 'print' ? 'print' : 'fill'}></tb-form-design-preview>
    </div>`;
  }

  readonly #onViewRun = (event: ViewRunEvent): void => {
    this.#run(event.command);
    if (event.settled) this.#history?.endStep();
  };

  #show(view: View): void {
    this.view = view;
    this.#history?.endStep();
    if (view !== 'design' && view !== 'fill' && view !== 'print' && !this.viewsReady) void this.#loadViews();
  }

  async #loadViews(): Promise<void> {
    this.viewsFailed = false;
    try {
      const { defineViews } = await import('./views/define.ts');
      defineViews();
      this.viewsReady = true;
    } catch {
      this.viewsFailed = true;
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

  #export(form: FormDocument, what: string): void {
    if (what === 'blank') {
      this.view = 'print';
      void this.updateComplete.then(() => print());
    } else if (what === 'word') void this.#saveWord(form);
    else if (what === 'schema') saveJson(`${form.id}.schema.json`, jsonSchemaOf(form));
    else if (what === 'sample') saveJson(`${form.id}.sample.json`, sampleValues(form, 1, this.context.items));
    else saveJson(`${form.id}.form.json`, form);
  }

  async #saveWord(form: FormDocument): Promise<void> {
    try {
      const { formWord } = await import('./export/form-word.ts');
      saveFile(
        `${textIn(form.title, this.locale) || form.id}.docx`,
        formWord(form, { items: this.context.items, locale: this.locale }),
        WORD,
      );
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
        const opened = this.#opened && findField(this.#opened, field.id)?.field;
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

  #takeForm(): void {
    const { form } = this;
    if (form !== undefined && this.#history !== undefined && sameJson(form, this.#history.form)) return;
    if (this.#history !== undefined && this.#opened !== undefined) this.#put(this.#history, this.#opened);
    const left = form && this.#leftForms.get(form.id);
    // who comes back to a form that nobody changed meanwhile can still undo
    const resumes = left !== undefined && sameJson(left.history.form, form);
    this.#history = form === undefined ? undefined : resumes ? left.history : new DesignHistory(form);
    this.#opened = resumes ? left.opened : form;
  }

  #put(history: DesignHistory, opened: FormDocument): void {
    history.endStep();
    this.#leftForms.delete(opened.id);
    this.#leftForms.set(opened.id, { history, opened });
    const [oldest] = this.#leftForms.keys();
    if (this.#leftForms.size > KEPT_FORMS && oldest !== undefined) this.#leftForms.delete(oldest);
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

  /** Whether the keys are on a field of the canvas, and not in a box that is typed into. */
  #isOnCanvas(): boolean {
    return this.view === 'design' && (this.renderRoot as ShadowRoot).activeElement?.closest('.middle') != null;
  }

  readonly #onCopy = (event: ClipboardEvent): void => {
    const cuts = event.type === 'cut' && !this.readonly;
    const text = this.#isOnCanvas() ? this.#acts.copy() : undefined;
    if (text === undefined) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    if (cuts) this.#acts.remove();
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    if (this.readonly || !this.#isOnCanvas()) return;
    const fields = clipboardFields(event.clipboardData?.getData('text/plain') ?? '');
    if (fields === undefined) return;
    event.preventDefault();
    this.#acts.paste(fields);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.many && this.view === 'design' && this.#drag.state === undefined) {
      this.many = false;
      this.#choose([this.#selection.id]);
      return;
    }
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey) || this.view === 'fill' || this.view === 'print') return;
    const key = event.key.toLowerCase();
    const back = key === 'z' && !event.shiftKey;
    const again = key === 'y' || (key === 'z' && event.shiftKey);
    if (!back && !again) return;
    event.preventDefault();
    if (back) this.undo();
    else this.redo();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-form-designer': FormDesigner;
  }
}

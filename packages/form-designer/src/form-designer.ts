/** `<tb-form-designer>`: design a filing form without code. */
import { buttonStyles, fieldStyles, type IconName, icon, type MenuSelectEvent, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import { type FormCompilation, sampleValues } from '@tongban/form';
import { type FormDocument, type FormField, type Problem, textIn } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { addField } from './commands/add-field.ts';
import { changeField } from './commands/change-field.ts';
import { duplicateField } from './commands/duplicate-field.ts';
import { importFields } from './commands/import-fields.ts';
import { moveField } from './commands/move-field.ts';
import { removeField } from './commands/remove-field.ts';
import type { DesignCommand } from './design-command.ts';
import type { DesignDesk } from './design-desk.ts';
import { DesignHistory } from './design-history.ts';
import { designMessages } from './design-messages.ts';
import { clipboardField, clipboardText } from './field-clipboard.ts';
import { type FieldSpot, findField, placedFields } from './field-tree.ts';
import type { FormDesignContext } from './form-design-context.ts';
import { FormDesignChangeEvent, FormDesignSelectEvent } from './form-design-events.ts';
import { formDesignerStyles } from './form-designer.styles.ts';
import { allProblems, compileDesign, ownId, problemsAt } from './form-problems.ts';
import type { FormImportEvent } from './import/form-import.ts';
import { jsonSchemaOf } from './json-schema-of.ts';
import { type Direction, spotAfter, stepSpot } from './move-steps.ts';
import { type FieldDraft, newField } from './new-field.ts';
import type { PaletteEntry } from './palette.ts';
import { panelStyles } from './panel.styles.ts';
import { canvasView } from './parts/canvas-view.ts';
import { fieldProperties } from './parts/field-properties.ts';
import { formProperties } from './parts/form-properties.ts';
import { outlineView } from './parts/outline-view.ts';
import { paletteView } from './parts/palette-view.ts';
import { type Dragged, PointerDrag } from './pointer-drag.ts';
import { sameJson } from './same-json.ts';
import { saveJson } from './save-json.ts';

type View = 'design' | 'fill' | 'print';
type Pane = 'palette' | 'canvas' | 'properties';

const VIEWS = [
  ['design', 'viewDesign', 'edit'],
  ['fill', 'viewFill', 'eye'],
  ['print', 'viewPrint', 'print'],
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
  ];

  /** The form. Another one than that last told by `tb-form-design-change` replaces it and starts a new history. */
  @property({ attribute: false }) form: FormDocument | undefined;
  /** The measure around the form. */
  @property({ attribute: false }) context: FormDesignContext = NO_CONTEXT;
  /** Problems found by others; `place.elementId` is the id of the field. */
  @property({ attribute: false }) problems: readonly Problem[] = [];
  /** Nothing can be changed. */
  @property({ type: Boolean, reflect: true }) readonly: boolean = false;

  @state() private selectedId = '';
  @state() private view: View = 'design';
  @state() private pane: Pane = 'canvas';
  @state() private search = '';
  @state() private listsProblems = false;
  @state() private imports = false;

  private readonly t = designMessages.for(this);
  #history: DesignHistory | undefined;
  #opened: FormDocument | undefined;
  #compilation: FormCompilation = { problems: [] };
  #compiledFor: readonly unknown[] = [];
  #all: readonly Problem[] = [];
  #ids: ReadonlySet<string> = new Set();
  readonly #drag = new PointerDrag(
    {
      addController: (controller) => this.addController(controller),
      removeController: (controller) => this.removeController(controller),
      requestUpdate: () => this.requestUpdate(),
      updateComplete: Promise.resolve(true),
      root: () => this.renderRoot as ShadowRoot,
      form: () => this.#history?.form,
    },
    (dragged, spot) => this.#drop(dragged, spot),
  );

  /** Selects the field (a column also as `rowsId/columnId`), shows it and puts the focus on it; `''` selects the form. */
  async select(fieldId: string): Promise<void> {
    await this.updateComplete;
    const form = this.#history?.form;
    if (form === undefined) return;
    this.view = 'design';
    this.pane = 'canvas';
    this.#select(findField(form, fieldId)?.field.id ?? '');
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
    this.addEventListener('paste', this.#onPaste);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#onKey);
    this.removeEventListener('copy', this.#onCopy);
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
    if (this.selectedId !== '' && !this.#ids.has(this.selectedId)) this.selectedId = '';
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
        ${this.#toolbar(form)} ${this.#problemBar(desk)} ${this.view === 'design' ? this.#designView(desk) : this.#preview()}
      </section>
      ${this.#ghost()}
      <tb-form-import .open=${this.imports} @tb-form-import=${(event: FormImportEvent) => this.#import(event)} @tb-form-import-close=${() => {
        this.imports = false;
      }}></tb-form-import>`;
  }

  #toolbar(form: FormDocument): TemplateResult {
    const { t, readonly } = this;
    const history = this.#history;
    const placed = findField(form, this.selectedId);
    const none = placed === undefined || readonly || this.view !== 'design';
    const design = this.view === 'design';
    return html`<div class="toolbar" part="toolbar" role="toolbar" aria-label=${t('tools')}>
      ${this.#tool('undo', t('undo'), 'Control+Z', readonly || !design || history?.canUndo !== true, () => this.undo())}
      ${this.#tool('redo', t('redo'), 'Control+Y', readonly || !design || history?.canRedo !== true, () => this.redo())}
      <span class="divider"></span>
      ${this.#tool('arrow-up', t('moveUp'), 'Alt+ArrowUp', none || stepSpot(form, placed, 'up') === undefined, () => this.#step('up'))}
      ${this.#tool('arrow-down', t('moveDown'), 'Alt+ArrowDown', none || stepSpot(form, placed, 'down') === undefined, () => this.#step('down'))}
      ${this.#tool('copy', t('duplicate'), 'Control+D', none, () => this.#duplicate())}
      ${this.#tool('trash', t('remove'), 'Delete', none, () => this.#remove())}
      <span class="divider"></span>
      <button type="button" class="button quiet" data-tool="import" aria-label=${t('importForm')} title=${t('importForm')} aria-disabled=${readonly || !design} @click=${readonly || !design ? undefined : () => void this.#openImport()}>${icon('upload')}<span class="word">${t('importForm')}</span></button>
      <tb-menu-button data-tool="export" label=${t('exportForm')} .items=${[
        { id: 'document', label: t('exportDocument'), icon: 'form' },
        { id: 'schema', label: t('exportSchema'), icon: 'file' },
        { id: 'sample', label: t('exportSample'), icon: 'file' },
        { id: 'blank', label: t('exportBlank'), icon: 'print', divided: true },
      ]} @tb-menu-select=${(event: MenuSelectEvent) => this.#export(form, event.id)}></tb-menu-button>
      <span class="spacer"></span>
      ${this.#problemButton()}
      <div class="views" role="group" aria-label=${t('views')}>
        ${VIEWS.map(
          ([view, word, name]) =>
            html`<button type="button" class="button" aria-pressed=${view === this.view} @click=${() => {
              this.view = view;
            }}>${icon(name)}${t(word)}</button>`,
        )}
      </div>
    </div>`;
  }

  #tool(name: IconName, label: string, keys: string, disabled: boolean, act: () => void): TemplateResult {
    return html`<button type="button" class="button quiet" data-tool=${name} aria-label=${label} aria-keyshortcuts=${keys} title="${label}（${keys.replace('Control', 'Ctrl').replace('Arrow', '')}）" aria-disabled=${disabled} @click=${disabled ? undefined : act}>
      ${icon(name)}<span class="word" aria-hidden="true">${label}</span>
    </button>`;
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
          <tb-tabs label=${t('left')} .tabs=${[{ id: 'palette', label: t('palette') }, { id: 'outline', label: t('outline') }]}>
            <div slot="palette">${paletteView(desk, {
              search: this.search,
              onSearch: (text) => {
                this.search = text;
              },
              onAdd: (entry) => this.#add(entry),
              onGrab: (event, entry) => this.#grabEntry(event, entry),
            })}</div>
            <div slot="outline">${outlineView(desk)}</div>
          </tb-tabs>
        </div>
        <div class="middle ${pane === 'canvas' ? 'shown' : ''}" part="canvas" data-scroller tabindex="-1">
          ${canvasView(desk, {
            spot: drag?.spot,
            draggedId: drag?.dragged.field.id,
            onGrab: (event, field) => this.#drag.grab(event, { field, label: textIn(field.label, this.locale) }),
            onKey: (event, field) => this.#onFieldKey(event, field),
          })}
        </div>
        <aside class="right ${pane === 'properties' ? 'shown' : ''}" part="properties" aria-label=${t('properties')}>
          ${desk.selected === undefined ? formProperties(desk) : fieldProperties(desk, desk.selected)}
        </aside>
      </div>`;
  }

  #preview(): TemplateResult {
    return html`<div class="whole">
      <tb-form-design-preview .compilation=${this.#compilation} .context=${this.context} mode=${this.view === 'print' ? 'print' : 'fill'}></tb-form-design-preview>
    </div>`;
  }

  async #openImport(): Promise<void> {
    try {
      await import('./import/define.ts');
    } catch {
      this.announce(this.t('importFailed'), 'assertive');
      return;
    }
    this.imports = true;
  }

  #import(event: FormImportEvent): void {
    const form = this.#history?.form;
    if (form === undefined) return;
    this.#run(importFields(form, event, event.how));
    this.announce(this.t('imported', { count: event.fields.length }));
    void this.updateComplete.then(() => this.#focusSelected());
  }

  #export(form: FormDocument, what: string): void {
    if (what === 'blank') {
      this.view = 'print';
      void this.updateComplete.then(() => print());
    } else if (what === 'schema') saveJson(`${form.id}.schema.json`, jsonSchemaOf(form));
    else if (what === 'sample') saveJson(`${form.id}.sample.json`, sampleValues(form, 1, this.context.items));
    else saveJson(`${form.id}.form.json`, form);
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
      selected: findField(form, this.selectedId),
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
      problemsOf: (id) => problemsAt(this.#all, id, this.#ids),
      run: (command) => this.#run(command),
      change: (changes) => this.#run(changeField(form, this.selectedId, changes)),
      endStep: () => this.#history?.endStep(),
      choose: (id) => this.#select(id),
    };
  }

  #takeForm(): void {
    const { form } = this;
    if (form !== undefined && this.#history !== undefined && sameJson(form, this.#history.form)) return;
    this.#history = form === undefined ? undefined : new DesignHistory(form);
    this.#opened = form;
  }

  #run(command: DesignCommand | undefined): void {
    if (command === undefined || this.readonly || this.#history === undefined) return;
    this.#history.run(command);
    this.#tell(command.subject);
  }

  #afterHistory(command: DesignCommand | undefined, word: 'undone' | 'redone'): void {
    if (command === undefined) return;
    const focused = (this.renderRoot as ShadowRoot).activeElement;
    this.#tell(word === 'undone' ? (command.subjectBefore ?? command.subject) : command.subject);
    this.announce(this.t(word, { what: this.t(`did_${command.kind}`) }));
    void this.updateComplete.then(() => {
      // a field that went or moved takes the focus with it; the keys must go on working
      if (focused?.closest('.middle') || (focused !== null && !focused.isConnected)) this.#focusSelected();
    });
  }

  #tell(selectedId: string): void {
    const form = this.#history?.form;
    if (form === undefined) return;
    this.form = form;
    this.requestUpdate();
    this.#select(findField(form, selectedId)?.field.id ?? '');
    this.emit(new FormDesignChangeEvent(form));
  }

  #select(fieldId: string): void {
    if (fieldId === this.selectedId) return;
    this.selectedId = fieldId;
    this.#history?.endStep();
    this.renderRoot.querySelector('.right')?.scrollTo(0, 0);
    this.emit(new FormDesignSelectEvent(fieldId));
  }

  #add(entry: PaletteEntry): void {
    const form = this.#history?.form;
    if (form === undefined) return;
    const spot = spotAfter(form, this.selectedId, entry.draft.kind);
    this.#addAt(entry, spot);
    this.pane = 'canvas';
    void this.updateComplete.then(() => this.#selectedPick()?.scrollIntoView({ block: 'nearest' }));
  }

  #addAt(entry: PaletteEntry, spot: FieldSpot): void {
    const form = this.#history?.form;
    if (form === undefined) return;
    const field = newField(form, spot.parentId, entry.draft);
    this.#run(addField(spot, field, this.selectedId));
    this.announce(this.t('added', { label: textIn(field.label, this.locale) }));
  }

  #grabEntry(event: PointerEvent, entry: PaletteEntry): void {
    if (this.readonly) return;
    this.#drag.grab(event, { label: textIn(entry.name, this.locale), field: { ...entry.draft, id: '' } as unknown as FormField, entry });
  }

  #drop(dragged: Dragged, spot: FieldSpot): void {
    const form = this.#history?.form;
    if (form === undefined) return;
    if (dragged.entry !== undefined) this.#addAt(dragged.entry, spot);
    else this.#move(dragged.field.id, spot);
    void this.updateComplete.then(() => this.#focusSelected());
  }

  #move(id: string, spot: FieldSpot): void {
    const form = this.#history?.form;
    const command = form && moveField(form, id, spot);
    if (command === undefined) return;
    this.#run(command);
    const placed = this.#history && findField(this.#history.form, id);
    if (placed) this.announce(this.t('moved', { label: textIn(placed.field.label, this.locale), position: placed.index + 1 }));
  }

  #step(direction: Direction): void {
    const form = this.#history?.form;
    const spot = form && stepSpot(form, findField(form, this.selectedId), direction);
    if (spot === undefined) return;
    this.#move(this.selectedId, spot);
    void this.updateComplete.then(() => this.#selectedPick()?.scrollIntoView({ block: 'nearest' }));
  }

  #duplicate(): void {
    const form = this.#history?.form;
    const command = form && duplicateField(form, this.selectedId);
    if (command === undefined) return;
    this.#run(command);
    const copy = this.#history && findField(this.#history.form, command.subject)?.field;
    this.announce(this.t('duplicated', { label: textIn(copy?.label, this.locale) }));
  }

  #remove(): void {
    const form = this.#history?.form;
    const placed = form && findField(form, this.selectedId);
    if (form === undefined || placed === undefined) return;
    this.#run(removeField(form, placed.field.id));
    this.announce(this.t('removed', { label: textIn(placed.field.label, this.locale) }));
    void this.updateComplete.then(() => this.#focusSelected());
  }

  #focusSelected(): void {
    const pick = this.#selectedPick();
    pick?.focus({ preventScroll: true });
    pick?.scrollIntoView({ block: 'nearest' });
  }

  #selectedPick(): HTMLElement | undefined {
    const picks = [...this.renderRoot.querySelectorAll<HTMLElement>('.middle .pick')];
    return picks.find((pick) => (pick.dataset['pick'] ?? '') === this.selectedId);
  }

  #onFieldKey(event: KeyboardEvent, field: FormField): void {
    const direction = DIRECTIONS[event.key];
    if (direction !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      const form = this.#history?.form;
      const all = form === undefined ? [] : ['', ...placedFields(form).map((placed) => placed.field.id)];
      const next = all[all.indexOf(field.id) + (direction === 'up' ? -1 : 1)];
      event.preventDefault();
      if (next === undefined) return;
      this.#select(next);
      void this.updateComplete.then(() => this.#focusSelected());
      return;
    }
    if (this.readonly) return;
    const act = this.#actOf(event, direction);
    if (act === undefined) return;
    event.preventDefault();
    this.#select(field.id);
    act();
    void this.updateComplete.then(() => this.#focusSelected());
  }

  #actOf(event: KeyboardEvent, direction: Direction | undefined): (() => void) | undefined {
    if (event.altKey && direction !== undefined) return () => this.#step(direction);
    if (event.key === 'Delete' || event.key === 'Backspace') return () => this.#remove();
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') return () => this.#duplicate();
    return undefined;
  }

  /** Whether the keys are on a field of the canvas, and not in a box that is typed into. */
  #isOnCanvas(): boolean {
    return this.view === 'design' && (this.renderRoot as ShadowRoot).activeElement?.closest('.middle') != null;
  }

  readonly #onCopy = (event: ClipboardEvent): void => {
    const form = this.#history?.form;
    const placed = form && findField(form, this.selectedId);
    if (placed === undefined || !this.#isOnCanvas()) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', clipboardText(placed.field));
    this.announce(this.t('copied', { label: textIn(placed.field.label, this.locale) }));
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    const form = this.#history?.form;
    if (form === undefined || this.readonly || !this.#isOnCanvas()) return;
    const field = clipboardField(event.clipboardData?.getData('text/plain') ?? '');
    if (field === undefined) return;
    event.preventDefault();
    const spot = spotAfter(form, this.selectedId, field.kind);
    const copy = newField(form, spot.parentId, field as unknown as FieldDraft);
    this.#run(addField(spot, copy, this.selectedId));
    this.announce(this.t('added', { label: textIn(copy.label, this.locale) }));
    void this.updateComplete.then(() => this.#focusSelected());
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey) || this.view !== 'design') return;
    const key = event.key.toLowerCase();
    const back = key === 'z' && !event.shiftKey;
    const again = key === 'y' || (key === 'z' && event.shiftKey);
    if (!back && !again) return;
    event.preventDefault();
    if (back) this.undo();
    else this.redo();
  };
}

const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowLeft: 'up', ArrowDown: 'down', ArrowRight: 'down' };

declare global {
  interface HTMLElementTagNameMap {
    'tb-form-designer': FormDesigner;
  }
}

/** `<tb-table-designer>`: a decision table edited like a spreadsheet, in plain words beside FEEL. */
import {
  buttonStyles,
  confirmDialog,
  fieldStyles,
  floatingStyles,
  icon,
  type RowWindow,
  rowWindow,
  surfaceStyles,
  type TabSelectEvent,
  TongbanElement,
} from '@tongban/element-kit';
import type { DecisionModel, DecisionTable, JsonObject, Problem } from '@tongban/model';
import type { TableExample, TableFinding } from '@tongban/tables';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { removeColumn } from './commands/change-columns.ts';
import { feelNames } from './feel-names.ts';
import { GridClipboard } from './grid-clipboard.ts';
import { GridKeys } from './grid-keys.ts';
import { drawnRowHeight, placeGrid, showCell } from './grid-place.ts';
import { GridPointer } from './grid-pointer.ts';
import type { TableImportEvent } from './import/table-import.ts';
import { checkPanel } from './parts/check-panel.ts';
import { columnPanel } from './parts/column-panel.ts';
import { contentBar } from './parts/content-bar.ts';
import { type GridHandlers, gridView } from './parts/grid-view.ts';
import { toolbarView } from './parts/toolbar-view.ts';
import { type TrialHandlers, trialPanel } from './parts/trial-panel.ts';
import { emptyCell } from './sheet/table-sheet.ts';
import { TableCheck } from './table-check.ts';
import type { TableContext } from './table-context.ts';
import { tableDesignerStyles } from './table-designer.styles.ts';
import type { TableDesk } from './table-desk.ts';
import { TableEditor } from './table-editor.ts';
import { TableChangeEvent, TableExamplesEvent } from './table-events.ts';
import { type TableWords, tableMessages } from './table-messages.ts';
import { ALONE, modelOfTable, TableTrial, type TriedDecision } from './table-trial.ts';
import { tableWorld } from './table-world.ts';

/** Tables up to this many rows are drawn whole, and their cells may wrap. */
const WHOLE_ROWS = 200;
const NO_CONTEXT: TableContext = { fields: [] };
const NONE_MATCHED: ReadonlySet<string> = new Set();
const NONE_FAILED: ReadonlyMap<string, string> = new Map();

/**
 * The designer of a decision table.
 *
 * @summary Edit a decision table like a spreadsheet.
 * @fires tb-table-change - The table was edited, undone or redone.
 * @fires tb-table-examples - An example was saved or removed.
 * @csspart toolbar - The row of buttons.
 * @csspart grid - The area that scrolls.
 * @csspart properties - The panel of the column.
 */
export class TableDesigner extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    floatingStyles,
    tableDesignerStyles,
  ];

  /** The table. Another one than that last told by `tb-table-change` replaces it and starts a new history. */
  @property({ attribute: false }) table: DecisionTable | undefined;
  /** What its conditions can ask. Another one starts a new history as well. */
  @property({ attribute: false }) context: TableContext = NO_CONTEXT;
  /** Problems found by others; `place.elementId` is the id of a rule or column. */
  @property({ attribute: false }) problems: readonly Problem[] = [];
  /** What sentences call the table; default its id. */
  @property() label: string = '';
  /** The decisions around the table, and which of them it is; without them the table stands alone when it is tried. */
  @property({ attribute: false }) model: DecisionModel | undefined;
  @property({ attribute: 'decision-id' }) decisionId: string = '';
  /** Values that hold for every trial and example that does not say otherwise, e.g. `parameters`. */
  @property({ attribute: false }) given: JsonObject = {};
  /** Saved examples: what goes in, and what must come out. */
  @property({ attribute: false }) examples: readonly TableExample[] = [];
  /** Nothing can be changed. */
  @property({ type: Boolean, reflect: true }) readonly: boolean = false;

  @state() private rows: RowWindow = { from: 0, to: WHOLE_ROWS };
  @state() private tab = 'column';
  @state() private importing = false;
  @query('.scroller') private readonly scroller!: HTMLElement | null;

  readonly t: TableWords = tableMessages.for(this);
  #editor: TableEditor | undefined;
  #told: DecisionTable | undefined;
  #wantsFocus = false;
  #wantsShow = false;
  #resized: ResizeObserver | undefined;
  readonly #check = new TableCheck(() => this.requestUpdate());
  readonly #trial = new TableTrial(() => this.requestUpdate());
  readonly #keys = new GridKeys(() => this.#editor, {
    openPanel: () => this.#focusPanel(),
    removeColumn: () => {
      if (this.#editor !== undefined) void this.#removeColumn(this.#editor, this.#editor.selection.focus.column);
    },
  });
  readonly #pointer = new GridPointer(
    () => this.#editor,
    () => this.#focusPanel(),
  );
  readonly #clipboard = new GridClipboard(() => this.#editor);
  readonly #handlers: GridHandlers = {
    onInput: (event) => this.#editor?.type((event.target as HTMLInputElement).value),
    onPick: (words) => {
      this.#editor?.type(words);
      this.#editor?.commitEdit();
    },
  };

  /** What its host and the file around it give to expressions. */
  get world(): TableContext {
    return tableWorld(this.context, this.model, this.decisionId, this.given);
  }

  /** What the check has found in the table as it stands; undefined while it runs, or when a cell cannot be read. */
  get findings(): readonly TableFinding[] | undefined {
    return this.#check.running || this.#editor === undefined || this.#unreadable(this.#editor) ? undefined : this.#check.findings;
  }

  /** Selects the rule or column with this id and puts the focus on it. */
  async select(id: string): Promise<void> {
    await this.updateComplete;
    const sheet = this.#editor?.sheet;
    const row = sheet?.rows.findIndex((each) => each.id === id) ?? -1;
    const column = sheet?.columns.findIndex((each) => each.id === id) ?? -1;
    if (row >= 0) this.#editor?.moveTo({ row, column: 0 });
    else if (column >= 0) this.#editor?.moveTo({ row: -1, column });
    await this.updateComplete;
  }

  /** Takes the last edit back. */
  undo(): void {
    this.#editor?.undo();
  }

  /** Does the edit taken back last again. */
  redo(): void {
    this.#editor?.redo();
  }

  /** Shows what the editor has changed; with `focus`, the focus goes to the selected cell. For the editor inside. */
  refresh(focus: boolean): void {
    this.#wantsFocus ||= focus;
    this.#wantsShow = true;
    this.requestUpdate();
  }

  /** Tells the host of a change. For the editor inside. */
  tell(table: DecisionTable, problems: readonly Problem[]): void {
    this.#told = table;
    this.table = table;
    this.emit(new TableChangeEvent(table, problems));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized = new ResizeObserver(() => this.#look());
    if (this.scroller !== null) this.#resized.observe(this.scroller);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized?.disconnect();
    this.#editor?.commitEdit();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const other = changed.has('table') && this.table !== this.#told;
    if (other || changed.has('context') || changed.has('locale')) this.#open();
    if (changed.has('table') || changed.has('context')) this.#checkSoon();
    if (changed.has('table') || changed.has('examples')) this.#tryAgain();
  }

  #open(): void {
    this.#editor = this.table === undefined ? undefined : new TableEditor(this.table, this);
    this.#told = this.table;
    if (this.scroller !== null) this.scroller.scrollTop = 0;
    this.rows = rowWindow(
      this.#editor?.sheet.rows.length ?? 0,
      0,
      this.scroller?.clientHeight ?? innerHeight,
      drawnRowHeight(this),
      WHOLE_ROWS,
    );
  }

  #checkSoon(): void {
    const editor = this.#editor;
    if (editor === undefined || this.table === undefined || this.#unreadable(editor)) {
      this.#check.stop();
      return;
    }
    const allowed = editor.columns.flatMap(({ column, fieldValues }) => {
      const { expression } = fieldValues === '' ? {} : editor.reader.read(fieldValues, 'unaryTests');
      return expression === undefined ? [] : [[column.id, expression] as const];
    });
    this.#check.begin(this.table, {
      allowed: Object.fromEntries(allowed),
      ...(this.label === '' ? {} : { name: this.label }),
      ...(this.context.names === undefined && this.model === undefined ? {} : { names: this.world.names ?? [] }),
    });
  }

  #unreadable({ problems }: TableEditor): boolean {
    return problems.some(({ problem }) => problem.severity === 'error');
  }

  #tried(table: DecisionTable): TriedDecision {
    const { model, decisionId, given } = this;
    const known = model?.decisions.some(({ id }) => id === decisionId) === true;
    return known && model !== undefined ? { id: decisionId, model, given } : { id: ALONE, model: modelOfTable(table), given };
  }

  #tryAgain(): void {
    const editor = this.#editor;
    if (editor === undefined || this.table === undefined) return;
    void this.#trial.run(this.#tried(this.table), this.table, editor.columns, this.examples, editor.reader, Date.now());
  }

  override render(): TemplateResult {
    const editor = this.#editor;
    if (editor === undefined) return html`<p class="muted nothing">${this.t('noTable')}</p>`;
    const desk = this.#desk(editor);
    return html`<section class="frame" aria-label=${this.t('designer')}>
      ${toolbarView(
        editor,
        () => void this.updateComplete.then(() => this.#focusPanel()),
        () => void this.#openImport(),
      )} ${contentBar(desk)}
      <div class="work">
        <div class="scroller" part="grid" @scroll=${this.#look} @keydown=${this.#keys.onKey} @focusin=${this.#keys.onFocusIn} @focusout=${this.#onFocusOut} @pointerdown=${this.#pointer.onDown} @pointerover=${this.#pointer.onOver} @dblclick=${this.#pointer.onDouble} @copy=${this.#clipboard.onCopy} @cut=${this.#clipboard.onCut} @paste=${this.#clipboard.onPaste}>
          ${gridView(desk, this.#handlers)} ${editor.sheet.rows.length > 0 ? nothing : this.#firstRow(editor)}
        </div>
        <aside class="panel" part="properties" aria-label=${this.t('panels')} @keydown=${this.#onPanelKey}>${this.#panel(editor, desk)}</aside>
      </div>
      ${this.importing ? this.#import(editor) : nothing}
    </section>`;
  }

  #import(editor: TableEditor): TemplateResult {
    const { sheet, columns } = editor;
    return html`<tb-table-import
      .open=${true}
      .context=${this.world}
      .present=${columns}
      .filled=${sheet.rows.length > 0}
      base=${sheet.id ?? 'table'}
      @tb-table-import=${(event: TableImportEvent) => {
        event.stopPropagation();
        editor.import(event.taken);
      }}
      @tb-table-import-close=${() => {
        this.importing = false;
        this.refresh(true);
      }}
    ></tb-table-import>`;
  }

  async #openImport(): Promise<void> {
    this.#editor?.commitEdit();
    const { defineImport } = await import('./import/define.ts');
    defineImport();
    this.importing = true;
  }

  #panel(editor: TableEditor, desk: TableDesk): TemplateResult {
    const { t } = this;
    const count = this.#check.findings.length;
    const tabs = [
      { id: 'column', label: t('tabColumn') },
      { id: 'check', label: t('tabCheck'), ...(count === 0 ? {} : { badge: count }) },
      { id: 'trial', label: t('tabTrial') },
    ];
    return html`<tb-tabs label=${t('panels')} .tabs=${tabs} .selected=${this.tab} @tb-tab-select=${(event: TabSelectEvent) => {
      this.tab = event.id;
    }}>
      <div slot="column" class="tab-body">${columnPanel(desk, (at) => void this.#removeColumn(editor, at))}</div>
      <div slot="check" class="tab-body">${checkPanel(editor, this.#check, this.#unreadable(editor))}</div>
      <div slot="trial" class="tab-body">${trialPanel(editor, this.#trial, this.#trialHandlers)}</div>
    </tb-tabs>`;
  }

  readonly #trialHandlers: TrialHandlers = {
    onType: (columnId, words) => {
      this.#trial.type(columnId, words);
      this.#tryAgain();
      this.requestUpdate();
    },
    onClear: () => {
      this.#trial.clear();
      this.requestUpdate();
    },
    onSave: (name) => {
      const { result } = this.#trial;
      if (result?.inputs === undefined) return;
      const { inputs, outputs, matched } = result;
      this.#saveExamples([...this.examples, { name, inputs, expected: outputs, rules: [...matched] }]);
    },
    onBoundaries: () => void this.#addBoundaries(),
    onRemove: (at) => this.#saveExamples(this.examples.filter((_, index) => index !== at)),
  };

  // one that is there already with the same inputs keeps what a person wrote
  async #addBoundaries(): Promise<void> {
    if (this.table === undefined) return;
    const made = await this.#trial.boundaries(this.#tried(this.table), this.table, Date.now());
    const known = new Set(this.examples.map(({ inputs }) => JSON.stringify(inputs)));
    this.#saveExamples([...this.examples, ...made.filter(({ inputs }) => !known.has(JSON.stringify(inputs)))]);
  }

  #saveExamples(examples: readonly TableExample[]): void {
    this.examples = examples;
    this.emit(new TableExamplesEvent(examples));
  }

  #firstRow(editor: TableEditor): TemplateResult {
    return html`<div class="first-row">
      <p>${this.t('emptyTable')}</p>
      <button type="button" class="button primary" ?disabled=${this.readonly} @click=${() => editor.insertRow()}>${icon('plus')}${this.t('addFirst')}</button>
    </div>`;
  }

  #desk(editor: TableEditor): TableDesk {
    const { sheet, columns, selection, range, edit, asFeel, problems, found } = editor;
    const { world } = this;
    return {
      sheet,
      columns,
      context: world,
      names: feelNames(world),
      selection,
      range,
      rows: this.rows,
      edit,
      asFeel,
      headings: editor.headings ?? this.locale,
      rowProblems: this.#rowProblems(editor),
      problems,
      found: new Set(found.map(({ row, column }) => `${row}:${column}`)),
      matched: this.#trial.result?.matched ?? NONE_MATCHED,
      failed: this.#trial.result?.failed ?? NONE_FAILED,
      editable: !this.readonly,
      locale: this.locale,
      t: this.t,
      run: (command) => editor.run(command),
    };
  }

  #rowProblems({ sheet }: TableEditor): ReadonlyMap<number, string> {
    const sentences = new Map<number, string>();
    const found = [
      ...this.problems.map(({ place, sentences: words }) => ({ ids: [place.elementId ?? ''], words })),
      ...this.#check.findings.map(({ ruleIds, problem }) => ({
        ids: problem.severity === 'info' ? [] : ruleIds,
        words: problem.sentences,
      })),
    ];
    if (found.length === 0) return sentences;
    const rows = new Map(sheet.rows.map(({ id }, row) => [id, row]));
    for (const { ids, words } of found) {
      for (const id of ids) {
        const row = rows.get(id);
        if (row !== undefined && !sentences.has(row)) sentences.set(row, words[this.locale]);
      }
    }
    return sentences;
  }

  protected override updated(): void {
    const { scroller } = this;
    const editor = this.#editor;
    const grid = this.renderRoot.querySelector<HTMLElement>('.grid');
    if (scroller === null || grid === null || editor === undefined) return;
    this.#resized?.observe(scroller);
    placeGrid(grid, editor.widths, editor.sheet.rows.length);
    const target = this.#focusTarget(editor);
    if (this.#wantsShow)
      showCell(scroller, target?.closest<HTMLElement>('.cell') ?? undefined, editor.selection.focus.row, editor.sheet.rows.length);
    if (this.#wantsFocus && target !== null) {
      target.focus({ preventScroll: true });
      this.#wantsFocus = false;
    }
    this.#wantsShow = false;
    this.#look();
  }

  #focusTarget({ selection }: TableEditor): HTMLElement | null {
    const { row, column } = selection.focus;
    return this.renderRoot.querySelector<HTMLElement>(row >= 0 ? '.entry' : `.heading[data-column="${column}"] > button`);
  }

  readonly #look = (): void => {
    const { scroller } = this;
    const count = this.#editor?.sheet.rows.length ?? 0;
    if (scroller === null) return;
    const next = rowWindow(count, scroller.scrollTop, scroller.clientHeight, drawnRowHeight(this), WHOLE_ROWS);
    if (next.from !== this.rows.from || next.to !== this.rows.to) this.rows = next;
  };

  // what was typed is kept when the focus goes elsewhere
  readonly #onFocusOut = (event: FocusEvent): void => {
    const editor = this.#editor;
    if (editor?.edit === undefined || event.relatedTarget === null || this.scroller?.contains(event.relatedTarget as Node)) return;
    editor.commitEdit();
    this.#wantsFocus = false;
  };

  // back to the heading one came from
  readonly #onPanelKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    this.refresh(true);
  };

  async #removeColumn(editor: TableEditor, at: number): Promise<void> {
    const column = editor.sheet.columns[at];
    if (column === undefined) return;
    const count = editor.sheet.rows.filter(({ cells }) => cells[at] !== emptyCell(column.kind)).length;
    const sure =
      count === 0 ||
      (await confirmDialog(this, {
        title: this.t('columnRemoveTitle', { column: column.label || this.t('unnamed') }),
        body: this.t('columnRemoveBody', { count }),
        confirmLabel: this.t('columnRemove'),
        danger: true,
      }));
    if (sure) editor.run(removeColumn(at));
  }

  #focusPanel(): void {
    this.tab = 'column';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('.panel .input')?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-table-designer': TableDesigner;
  }
}

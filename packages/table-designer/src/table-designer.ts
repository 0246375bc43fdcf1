/** `<tb-table-designer>`: a decision table edited like a spreadsheet, in plain words beside FEEL. */
import { buttonStyles, confirmDialog, fieldStyles, floatingStyles, icon, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { DecisionTable, Problem } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { removeColumn } from './commands/change-columns.ts';
import { GridClipboard } from './grid-clipboard.ts';
import { GridKeys } from './grid-keys.ts';
import { drawnRowHeight, placeGrid, showCell } from './grid-place.ts';
import { GridPointer } from './grid-pointer.ts';
import { columnPanel } from './parts/column-panel.ts';
import { contentBar } from './parts/content-bar.ts';
import { type GridHandlers, gridView } from './parts/grid-view.ts';
import { toolbarView } from './parts/toolbar-view.ts';
import { columnWidth } from './sheet/column-width.ts';
import { type RowWindow, rowWindow, WHOLE_ROWS } from './sheet/row-window.ts';
import { emptyCell } from './sheet/table-sheet.ts';
import type { TableContext } from './table-context.ts';
import { tableDesignerStyles } from './table-designer.styles.ts';
import type { TableDesk } from './table-desk.ts';
import { TableEditor } from './table-editor.ts';
import { TableChangeEvent } from './table-events.ts';
import { type TableWords, tableMessages } from './table-messages.ts';

const NO_CONTEXT: TableContext = { fields: [] };

/**
 * The designer of a decision table.
 *
 * @summary Edit a decision table like a spreadsheet.
 * @fires tb-table-change - The table was edited, undone or redone.
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
  /** Nothing can be changed. */
  @property({ type: Boolean, reflect: true }) readonly: boolean = false;

  @state() private rows: RowWindow = { from: 0, to: WHOLE_ROWS };
  @query('.scroller') private readonly scroller!: HTMLElement | null;

  readonly t: TableWords = tableMessages.for(this);
  #editor: TableEditor | undefined;
  #told: DecisionTable | undefined;
  #wantsFocus = false;
  #wantsShow = false;
  #resized: ResizeObserver | undefined;
  readonly #keys = new GridKeys(
    () => this.#editor,
    () => this.#focusPanel(),
  );
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
  }

  #open(): void {
    this.#editor = this.table === undefined ? undefined : new TableEditor(this.table, this);
    this.#told = this.table;
    if (this.scroller !== null) this.scroller.scrollTop = 0;
    this.rows = rowWindow(this.#editor?.sheet.rows.length ?? 0, 0, this.scroller?.clientHeight ?? innerHeight, drawnRowHeight());
  }

  override render(): TemplateResult {
    const editor = this.#editor;
    if (editor === undefined) return html`<p class="muted nothing">${this.t('noTable')}</p>`;
    const desk = this.#desk(editor);
    return html`<section class="frame" aria-label=${this.t('designer')}>
      ${toolbarView(editor, () => void this.updateComplete.then(() => this.#focusPanel()))} ${contentBar(desk, editor.reader)}
      <div class="work">
        <div class="scroller" part="grid" @scroll=${this.#look} @keydown=${this.#keys.onKey} @focusin=${this.#keys.onFocusIn} @focusout=${this.#onFocusOut} @pointerdown=${this.#pointer.onDown} @pointerover=${this.#pointer.onOver} @dblclick=${this.#pointer.onDouble} @copy=${this.#clipboard.onCopy} @cut=${this.#clipboard.onCut} @paste=${this.#clipboard.onPaste}>
          ${gridView(desk, this.#handlers)} ${editor.sheet.rows.length > 0 ? nothing : this.#firstRow(editor)}
        </div>
        <aside class="panel" part="properties" aria-label=${this.t('panel')}>${columnPanel(desk, (at) => void this.#removeColumn(editor, at))}</aside>
      </div>
    </section>`;
  }

  #firstRow(editor: TableEditor): TemplateResult {
    return html`<div class="first-row">
      <p>${this.t('emptyTable')}</p>
      <button type="button" class="button primary" ?disabled=${this.readonly} @click=${() => editor.insertRow()}>${icon('plus')}${this.t('addFirst')}</button>
    </div>`;
  }

  #desk(editor: TableEditor): TableDesk {
    const { sheet, columns, selection, range, edit, asFeel, problems, found } = editor;
    return {
      sheet,
      columns,
      context: this.context,
      selection,
      range,
      rows: this.rows,
      edit,
      asFeel,
      rowProblems: this.#rowProblems(editor),
      problems,
      found: new Set(found.map(({ row, column }) => `${row}:${column}`)),
      editable: !this.readonly,
      locale: this.locale,
      t: this.t,
      run: (command) => editor.run(command),
    };
  }

  #rowProblems({ sheet }: TableEditor): ReadonlyMap<number, string> {
    const sentences = new Map<number, string>();
    if (this.problems.length === 0) return sentences;
    const rows = new Map(sheet.rows.map(({ id }, row) => [id, row]));
    for (const { place, sentences: words } of this.problems) {
      const row = rows.get(place.elementId ?? '');
      if (row !== undefined && !sentences.has(row)) sentences.set(row, words[this.locale]);
    }
    return sentences;
  }

  protected override updated(): void {
    const { scroller } = this;
    const editor = this.#editor;
    const grid = this.renderRoot.querySelector<HTMLElement>('.grid');
    if (scroller === null || grid === null || editor === undefined) return;
    this.#resized?.observe(scroller);
    placeGrid(grid, this.#widths(editor), editor.sheet.rows.length);
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

  #widths({ columns, sheet }: TableEditor): readonly number[] {
    const rows = sheet.rows.slice(0, WHOLE_ROWS);
    return columns.map((cells, at) =>
      columnWidth(
        cells.column.label,
        rows.map((row) => cells.words(row.cells[at] ?? '')),
      ),
    );
  }

  #focusTarget({ selection }: TableEditor): HTMLElement | null {
    const { row, column } = selection.focus;
    return this.renderRoot.querySelector<HTMLElement>(row >= 0 ? '.entry' : `.heading[data-column="${column}"] > button`);
  }

  readonly #look = (): void => {
    const { scroller } = this;
    const count = this.#editor?.sheet.rows.length ?? 0;
    if (scroller === null) return;
    const next = rowWindow(count, scroller.scrollTop, scroller.clientHeight, drawnRowHeight());
    if (next.from !== this.rows.from || next.to !== this.rows.to) this.rows = next;
  };

  // what was typed is kept when the focus goes elsewhere
  readonly #onFocusOut = (event: FocusEvent): void => {
    const editor = this.#editor;
    if (editor?.edit === undefined || event.relatedTarget === null || this.scroller?.contains(event.relatedTarget as Node)) return;
    editor.commitEdit();
    this.#wantsFocus = false;
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
    this.renderRoot.querySelector<HTMLInputElement>('.panel .input')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-table-designer': TableDesigner;
  }
}

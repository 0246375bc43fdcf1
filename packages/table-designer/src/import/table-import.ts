/** `<tb-table-import>`: makes rules of a table from Excel, Word or CSV. What was understood of each column is shown and can be corrected. */
import { buttonStyles, fieldStyles, icon, SourcePicker, surfaceStyles, TongbanElement, tableStyles } from '@tongban/element-kit';
import type { DecisionTable } from '@tongban/model';
import { OFFICE_FILE_NAMES, readClipboard, readOfficeFile, type TextRows } from '@tongban/office-files';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ImportedRows } from '../commands/import-rows.ts';
import type { ColumnCells } from '../sheet/column-cells.ts';
import type { TableContext } from '../table-context.ts';
import { columnMapping } from './column-mapping.ts';
import { draftOf, type ImportDraft, rowsOfDraft, tableOfDraft } from './import-draft.ts';
import { importMessages } from './import-messages.ts';
import { importPreview } from './import-preview.ts';
import { type PaperTable, paperTables } from './paper-tables.ts';
import { tableImportStyles } from './table-import.styles.ts';

/** `tb-table-import`: a new table, or the FEEL of rows for the columns that are there. */
export class TableImportEvent extends Event {
  readonly taken: ImportedRows;

  constructor(taken: ImportedRows) {
    super('tb-table-import');
    this.taken = taken;
  }
}

/** Whether the table is replaced, or rows are added to it. */
type ImportMode = 'replace' | 'append';

/**
 * The import.
 *
 * @summary Paste or open a table, check what was understood, take it over.
 * @fires tb-table-import - What is to be taken into the table.
 * @fires tb-table-import-close - It is closed.
 */
export class TableImport extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    tableStyles,
    tableImportStyles,
  ];

  @property({ type: Boolean, reflect: true }) open: boolean = false;
  @property({ attribute: false }) context: TableContext = { fields: [] };
  /** The columns of the present table. */
  @property({ attribute: false }) present: readonly ColumnCells[] = [];
  /** The id that those of new columns and rules begin with. */
  @property() base: string = 'table';
  /** Whether the present table has rows that could be gone on with. */
  @property({ type: Boolean }) filled: boolean = false;

  @state() private tables: readonly PaperTable[] = [];
  @state() private chosen = 0;
  @state() private draft: ImportDraft | undefined;
  @state() private mode: ImportMode = 'replace';

  private readonly t = importMessages.for(this);
  private readonly source = new SourcePicker(this, async (source) => {
    const parts = source instanceof File ? await readOfficeFile(source) : readClipboard(source.html, source.text);
    this.tables = paperTables(parts).filter(({ rows }) => rows.length > 1);
    if (this.tables.length === 0) this.source.refuse(this.t('noTable'));
    // the largest is what people mean; the others are one choice away
    else this.#choose(this.tables.reduce((best, { rows }, at) => (rows.length > (this.tables[best]?.rows.length ?? 0) ? at : best), 0));
  });

  override render(): TemplateResult {
    const { t, draft } = this;
    const result = draft === undefined ? undefined : this.#result(draft);
    return html`<tb-dialog size="large" label=${t('title')} .open=${this.open} @tb-dialog-close=${this.#close}>
      ${draft === undefined || result === undefined ? this.source.view({ pasteHint: t('pasteHint'), fileHint: t('fileHint'), accept: OFFICE_FILE_NAMES }) : this.#checkView(draft, result)}
      ${
        result === undefined
          ? html`<button slot="footer" type="button" class="button" @click=${this.#close}>${t('cancel')}</button>`
          : html`<button slot="footer" type="button" class="button" @click=${this.#again}>${t('again')}</button>
            <button slot="footer" type="button" class="button primary" aria-disabled=${result.wrong !== ''} @click=${() => this.#take(result)}>${t('take', { rows: result.count })}</button>`
      }
    </tb-dialog>`;
  }

  #checkView(draft: ImportDraft, result: ImportResult): TemplateResult {
    const { t, tables, mode } = this;
    const change = (next: ImportDraft): void => {
      this.draft = next;
    };
    const many = tables.length > 1;
    return html`<div class="settings">
        ${
          many
            ? this.#select(
                'which',
                t('which'),
                `${this.chosen}`,
                tables.map(({ name, rows }, at) => [
                  `${at}`,
                  t('whichOption', { name: name || t('untitled', { number: at + 1 }), rows: rows.length }),
                ]),
                (value) => this.#choose(Number(value)),
              )
            : nothing
        }
        ${
          this.filled
            ? this.#select(
                'how',
                t('how'),
                mode,
                [
                  ['replace', t('how_replace')],
                  ['append', t('how_append')],
                ],
                (value) => {
                  this.mode = value as ImportMode;
                },
              )
            : nothing
        }
        ${this.#number('heading-row', t('headingRow'), draft.heading.row + 1, Math.max(1, Math.min(draft.rows.length, 20)), (row) => this.#heading({ ...draft.heading, row: row - 1 }))}
        ${this.#number('heading-rows', t('headingRows'), draft.heading.rows, 3, (rows) => this.#heading({ ...draft.heading, rows }))}
      </div>
      ${columnMapping({ t, draft, mode, context: this.context, present: this.present, change })}
      <p role="status">${t('ready', { rows: result.count })}${result.wrong === '' ? nothing : html` <span class="field-error">${icon('error')}${result.wrong}</span>`}</p>
      ${importPreview({ t, present: this.present, locale: this.locale, ...result })}`;
  }

  #select(
    id: string,
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
    choose: (value: string) => void,
  ): TemplateResult {
    return html`<div class="field">
      <label class="label" for=${id}>${label}</label>
      <select class="select" id=${id} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${options.map(([key, words]) => html`<option value=${key} .selected=${key === value}>${words}</option>`)}
      </select>
    </div>`;
  }

  #number(id: string, label: string, value: number, most: number, choose: (value: number) => void): TemplateResult {
    return this.#select(
      id,
      label,
      `${value}`,
      Array.from({ length: most }, (_, at) => [`${at + 1}`, `${at + 1}`] as const),
      (chosen) => choose(Number(chosen)),
    );
  }

  #result(draft: ImportDraft): ImportResult {
    const { t, present } = this;
    if (this.mode === 'append') {
      const rows = rowsOfDraft(draft, present);
      return { count: rows.length, rows, problems: [], wrong: draft.targets.some((target) => target >= 0) ? '' : t('noTarget') };
    }
    const { table, problems } = tableOfDraft(draft, this.base, this.context);
    const wrong = table.inputs.length === 0 ? t('noInput') : table.outputs.length === 0 ? t('noOutput') : '';
    return { count: table.rules.length, table, problems, wrong };
  }

  #choose(at: number): void {
    this.chosen = at;
    this.draft = draftOf(this.tables[at]?.rows ?? [], this.context, this.present);
  }

  #heading(heading: ImportDraft['heading']): void {
    this.draft = draftOf(this.tables[this.chosen]?.rows ?? [], this.context, this.present, heading);
  }

  #take({ wrong, table, rows }: ImportResult): void {
    if (wrong !== '') return;
    if (table !== undefined) this.emit(new TableImportEvent({ table }));
    else if (rows !== undefined) this.emit(new TableImportEvent({ rows }));
    this.#close();
  }

  readonly #again = (): void => {
    this.draft = undefined;
    this.source.refuse('');
  };

  readonly #close = (): void => {
    this.open = false;
    this.dispatchEvent(new Event('tb-table-import-close'));
    this.#again();
  };
}

interface ImportResult {
  readonly count: number;
  readonly table?: DecisionTable;
  readonly rows?: TextRows;
  readonly problems: ReturnType<typeof tableOfDraft>['problems'];
  /** Why it cannot be taken; empty when it can. */
  readonly wrong: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-table-import': TableImport;
  }
}

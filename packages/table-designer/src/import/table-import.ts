/** `<tb-table-import>`: makes rules of a table from Excel, Word or CSV. What was understood of each column is shown and can be corrected. */
import { buttonStyles, fieldStyles, icon, sentenceOf, surfaceStyles, TongbanElement, tableStyles } from '@tongban/element-kit';
import type { DecisionTable } from '@tongban/model';
import { OFFICE_FILE_NAMES, type PaperPart, readClipboard, readOfficeFile, type TextRows } from '@tongban/office-files';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
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
  @state() private wrong = '';
  @state() private reading = false;
  @query('input[type=file]') private readonly file!: HTMLInputElement | null;

  private readonly t = importMessages.for(this);

  override render(): TemplateResult {
    const { t, draft } = this;
    const result = draft === undefined ? undefined : this.#result(draft);
    return html`<tb-dialog size="large" label=${t('title')} .open=${this.open} @tb-dialog-close=${this.#close}>
      ${draft === undefined || result === undefined ? this.#chooseView() : this.#checkView(draft, result)}
      ${
        result === undefined
          ? html`<button slot="footer" type="button" class="button" @click=${this.#close}>${t('cancel')}</button>`
          : html`<button slot="footer" type="button" class="button" @click=${this.#again}>${t('again')}</button>
            <button slot="footer" type="button" class="button primary" aria-disabled=${result.wrong !== ''} @click=${() => this.#take(result)}>${t('take', { rows: result.count })}</button>`
      }
    </tb-dialog>`;
  }

  #chooseView(): TemplateResult {
    const { t } = this;
    return html`<div class="choose">
      <label class="label" for="paste">${t('pasteLabel')}</label>
      <p class="hint" id="paste-hint">${t('pasteHint')}</p>
      <textarea class="textarea paste" id="paste" rows="4" aria-describedby="paste-hint" autofocus @paste=${this.#onPaste}
        @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${this.#onDrop}></textarea>
      <div class="button-row">
        <button type="button" class="button" @click=${() => this.file?.click()}>${icon('upload')}${t('chooseFile')}</button>
        <span class="hint">${t('fileHint')}</span>
      </div>
      <input class="visually-hidden" type="file" tabindex="-1" aria-hidden="true" accept=${OFFICE_FILE_NAMES.join()} @change=${this.#onFile} />
      ${this.reading ? html`<p class="muted" role="status">${t('reading')}</p>` : nothing}
      ${this.wrong === '' ? nothing : html`<p class="field-error" role="alert">${this.wrong}</p>`}
    </div>`;
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

  readonly #onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const data = event.clipboardData;
    const file = data?.files[0];
    void this.#read(async () =>
      file === undefined ? readClipboard(data?.getData('text/html') ?? '', data?.getData('text/plain') ?? '') : readOfficeFile(file),
    );
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void this.#read(() => readOfficeFile(file));
  };

  readonly #onFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file !== undefined) void this.#read(() => readOfficeFile(file));
    input.value = '';
  };

  async #read(parts: () => Promise<readonly PaperPart[]>): Promise<void> {
    this.wrong = '';
    this.reading = true;
    try {
      this.tables = paperTables(await parts()).filter(({ rows }) => rows.length > 1);
      if (this.tables.length === 0) this.wrong = this.t('noTable');
      // the largest is what people mean; the others are one choice away
      else this.#choose(this.tables.reduce((best, { rows }, at) => (rows.length > (this.tables[best]?.rows.length ?? 0) ? at : best), 0));
    } catch (error) {
      this.wrong = sentenceOf(error, this);
    } finally {
      this.reading = false;
    }
  }

  #take({ wrong, table, rows }: ImportResult): void {
    if (wrong !== '') return;
    if (table !== undefined) this.emit(new TableImportEvent({ table }));
    else if (rows !== undefined) this.emit(new TableImportEvent({ rows }));
    this.#close();
  }

  readonly #again = (): void => {
    this.draft = undefined;
    this.wrong = '';
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

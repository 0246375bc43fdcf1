/**
 * `<tb-form-texts>`: every text of the form in both languages as a table: changed in place, pasted from Excel, handed to a translator as CSV; what is
 * missing or hard to read is marked. Inside the designer only.
 */
import { buttonStyles, fieldStyles, icon, sentenceOf, surfaceStyles, TongbanElement, tableStyles } from '@tongban/element-kit';
import { type FormDocument, type LocalText, textIn } from '@tongban/model';
import { readOfficeFile, rowsOfGrid, rowsOfText } from '@tongban/office-files';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { saveFile } from '../save-file.ts';
import { changeTexts } from '../texts/change-texts.ts';
import { type FormText, formTexts } from '../texts/form-texts.ts';
import { LONG_CLAUSE, LONG_SENTENCE, sentenceLengths } from '../texts/plain-words.ts';
import { type TextFinding, textFindings } from '../texts/text-findings.ts';
import { changesFromRows, textOf, textsCsv } from '../texts/texts-csv.ts';
import { formTextsStyles } from './form-texts-view.styles.ts';
import { textMessages } from './text-messages.ts';
import { ViewGoEvent, ViewRunEvent } from './view-events.ts';

const FILTERS = ['all', 'missingEnglish', 'missingHelp', 'hard'] as const;
type Filter = (typeof FILTERS)[number];

interface Row {
  readonly text: FormText;
  readonly findings: readonly TextFinding[];
}

/** See the module comment. */
export class FormTextsView extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, fieldStyles, surfaceStyles, tableStyles, formTextsStyles];

  @property({ attribute: false }) form: FormDocument | undefined;
  @property({ type: Boolean }) readonly: boolean = false;
  @state() private filter: Filter = 'all';
  @state() private search = '';
  @state() private says = '';
  /** The rows that a filter shows stay while one of them is mended. */
  @state() private held: ReadonlySet<string> | undefined;

  private readonly t = textMessages.for(this);
  #rows: readonly Row[] = [];

  protected override willUpdate(): void {
    const { form } = this;
    this.#rows = form === undefined ? [] : formTexts(form).map((text) => ({ text, findings: textFindings(form, text) }));
  }

  override render(): TemplateResult | typeof nothing {
    if (this.form === undefined) return nothing;
    const { t } = this;
    const shown = this.#shown();
    return html`<div class="head">
        ${this.#tools()}
        <p class="hint">${t('hint')}</p>
        <p role="status">${t('summary', { count: this.#rows.length, english: this.#count('missingEnglish'), help: this.#count('missingHelp'), hard: this.#count('hard') })}</p>
        <p class="hint">${this.#measure()}</p>
        ${this.says === '' ? nothing : html`<p class="callout info" role="status">${this.says}</p>`}
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('table')}>
        <table class="table">
          <thead><tr><th scope="col">${t('where')}</th><th scope="col">${t('chinese')}</th><th scope="col">${t('english')}</th><th scope="col">${t('advice')}</th></tr></thead>
          <tbody>${repeat(
            shown,
            ({ text }) => text.id,
            (row, index) => this.#row(row, index, shown),
          )}</tbody>
        </table>
        ${shown.length === 0 ? html`<p class="muted">${t('none')}</p>` : nothing}
      </div>`;
  }

  #tools(): TemplateResult {
    const { t } = this;
    return html`<div class="tools">
      <div class="field"><label class="label" for="filter">${t('filter')}</label>
        <select class="select" id="filter" @change=${(event: Event) => {
          this.filter = (event.target as HTMLSelectElement).value as Filter;
          this.held = undefined;
        }}>${FILTERS.map((filter) => html`<option value=${filter} .selected=${filter === this.filter}>${t(`filter_${filter}`)}</option>`)}</select></div>
      <div class="field"><label class="label" for="search">${t('search')}</label>
        <input class="input" type="search" id="search" .value=${this.search} @input=${(event: Event) => {
          this.search = (event.target as HTMLInputElement).value;
        }} /></div>
      <span class="spacer"></span>
      <button type="button" class="button" data-tool="save-texts" @click=${this.#save}>${icon('download')}${t('save')}</button>
      ${this.readonly ? nothing : html`<button type="button" class="button" @click=${() => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click()}>${icon('upload')}${t('open')}</button>`}
      <input class="visually-hidden" type="file" tabindex="-1" aria-hidden="true" accept=".csv,.xlsx" @change=${this.#open} />
    </div>`;
  }

  #measure(): string {
    const prose = this.#rows
      .filter(({ text }) => text.kind === 'help' || text.kind === 'note' || text.kind === 'rule')
      .map(({ text }) => text.value?.['zh-CN'] ?? '');
    return this.t('measure', { ...sentenceLengths(prose), sentence: LONG_SENTENCE, clause: LONG_CLAUSE });
  }

  #row({ text, findings }: Row, index: number, shown: readonly Row[]): TemplateResult {
    const { t, locale } = this;
    const field = text.fieldId === '' ? t('wholeForm') : textIn(text.of, locale);
    const kind = t(`kind_${text.kind}`);
    const box = (language: 'zh-CN' | 'en'): TemplateResult => {
      const value = text.value?.[language] ?? '';
      const label = t('cell', { field, kind, language: t(language === 'en' ? 'english' : 'chinese') });
      return html`<textarea class="textarea" rows=${Math.min(6, Math.max(1, Math.ceil(value.length / (language === 'en' ? 34 : 18))))} aria-label=${label} data-language=${language} ?readonly=${this.readonly} .value=${value}
        @input=${(event: Event) => this.#typed(event, text, language)} @compositionend=${(event: Event) => this.#typed(event, text, language)}
        @paste=${(event: ClipboardEvent) => this.#paste(event, index, language, shown)}></textarea>`;
    };
    return html`<tr data-text=${text.id}>
      <td><button type="button" class="link-button" @click=${() => this.emit(new ViewGoEvent(text.fieldId))}>${field}</button><br /><span class="muted small">${kind}</span></td>
      <td>${box('zh-CN')}</td><td>${box('en')}</td>
      <td class="advice">${findings.length === 0 ? nothing : html`<ul>${findings.map((finding) => html`<li>${icon('warning')}<span>${this.#advice(finding)}</span></li>`)}</ul>`}</td>
    </tr>`;
  }

  #advice(finding: TextFinding): string {
    switch (finding.kind) {
      case 'longSentence':
      case 'longClause':
        return this.t(finding.kind, { text: finding.text, length: finding.length });
      case 'officialese':
        return this.t('officialese', { text: finding.text, plain: finding.plain });
      default:
        return this.t(finding.kind);
    }
  }

  #shown(): readonly Row[] {
    const wanted = this.search.trim().toLowerCase();
    const held = this.held;
    return this.#rows.filter(({ text, findings }) => {
      if (wanted !== '' && !`${textIn(text.of)} ${text.value?.['zh-CN'] ?? ''} ${text.value?.en ?? ''}`.toLowerCase().includes(wanted))
        return false;
      return held?.has(text.id) === true || fits(findings, this.filter);
    });
  }

  #count(filter: Filter): number {
    return this.#rows.filter(({ findings }) => fits(findings, filter)).length;
  }

  #typed(event: Event, text: FormText, language: 'zh-CN' | 'en'): void {
    if ((event as InputEvent).isComposing) return;
    const typed = (event.target as HTMLTextAreaElement).value;
    this.held ??= new Set(this.#shown().map((row) => row.text.id));
    this.#run(new Map([[text.id, language === 'en' ? textOf(text, undefined, typed) : textOf(text, typed, undefined)]]), false);
  }

  /** One cell is pasted by the box itself; several fill the cells from there on. */
  #paste(event: ClipboardEvent, from: number, language: 'zh-CN' | 'en', shown: readonly Row[]): void {
    const rows = rowsOfText(event.clipboardData?.getData('text/plain') ?? '');
    if (this.readonly || (rows.length < 2 && (rows[0]?.length ?? 0) < 2)) return;
    event.preventDefault();
    const changes = new Map<string, LocalText | undefined>();
    rows.forEach((cells, at) => {
      const text = shown[from + at]?.text;
      if (text === undefined) return;
      changes.set(text.id, language === 'en' ? textOf(text, undefined, cells[0]) : textOf(text, cells[0], cells[1]));
    });
    this.held ??= new Set(shown.map((row) => row.text.id));
    this.#run(changes, true);
    this.announce(this.t('pasted', { count: changes.size }));
  }

  readonly #save = (): void => {
    const { form, t, locale } = this;
    if (form === undefined) return;
    const where = (text: FormText): string => `${text.fieldId === '' ? t('wholeForm') : textIn(text.of, locale)} ${t(`kind_${text.kind}`)}`;
    const texts = this.#rows.map(({ text }) => text);
    saveFile(`${form.id}.texts.csv`, textsCsv(texts, where), 'text/csv');
  };

  readonly #open = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (file === undefined) return;
    try {
      const parts = await readOfficeFile(file);
      const table = parts.find((part) => part.table !== undefined)?.table;
      const texts = this.#rows.map(({ text }) => text);
      const { changes, unknown } = changesFromRows(texts, table === undefined ? [] : rowsOfGrid(table));
      const left = unknown === 0 ? '' : this.t('unknown', { count: unknown });
      this.says = changes.size === 0 ? this.t('nothing') : `${this.t('opened', { count: changes.size })}${left}`;
      this.#run(changes, true);
    } catch (error) {
      this.says = sentenceOf(error, this);
    }
  };

  #run(changes: ReadonlyMap<string, LocalText | undefined>, settled: boolean): void {
    const command = this.form && changeTexts(this.form, changes);
    if (command !== undefined && !this.readonly) this.emit(new ViewRunEvent(command, settled));
  }
}

function fits(findings: readonly TextFinding[], filter: Filter): boolean {
  if (filter === 'all') return true;
  if (filter === 'hard') return findings.some(({ kind }) => kind !== 'missingEnglish' && kind !== 'missingHelp');
  return findings.some(({ kind }) => kind === filter);
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-form-texts': FormTextsView;
  }
}

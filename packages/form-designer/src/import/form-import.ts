/** `<tb-form-import>`: makes a form of a Word or Excel table or of another tool's schema; every guess is shown and can be corrected. */
import { buttonStyles, fieldStyles, SourcePicker, surfaceStyles, TongbanElement, tableStyles } from '@tongban/element-kit';
import type { FormDocument, FormField } from '@tongban/model';
import { OFFICE_FILE_NAMES } from '@tongban/office-files';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { designMessages } from '../design-messages.ts';
import type { FieldDraft } from '../new-field.ts';
import { formImportStyles } from './form-import.styles.ts';
import type { FormGuess } from './guess-form.ts';
import { importMessages } from './import-messages.ts';
import { guessOfFile, guessOfPaste } from './read-paper.ts';

/** `tb-form-import`: what is to be taken into the form. */
export class FormImportEvent extends Event {
  readonly title: string | undefined;
  readonly note: string | undefined;
  /** A document of ours. */
  readonly document: FormDocument | undefined;
  readonly layout: 'bordered' | 'stacked';
  readonly fields: readonly FieldDraft[];
  readonly how: 'append' | 'replace';

  constructor(guess: Pick<FormGuess, 'title' | 'note' | 'document' | 'layout' | 'fields'>, how: 'append' | 'replace') {
    super('tb-form-import');
    this.title = guess.title;
    this.note = guess.note;
    this.document = guess.document;
    this.layout = guess.layout;
    this.fields = guess.fields;
    this.how = how;
  }
}

/** Kinds that a guess may be corrected to. */
const KINDS = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'dateRange',
  'phone',
  'uscc',
  'idNumber',
  'projectCode',
  'region',
  'radio',
  'checkboxes',
  'items',
  'files',
  'opinion',
  'signature',
  'seal',
  'note',
] as const satisfies readonly FormField['kind'][];

const FILE_NAMES = [...OFFICE_FILE_NAMES, '.json'];

type Path = readonly number[];

/**
 * The import.
 *
 * @summary Paste or open a table, check what was understood, take it over.
 * @fires tb-form-import - What is to be taken into the form.
 * @fires tb-form-import-close - It is closed.
 */
export class FormImport extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, fieldStyles, surfaceStyles, tableStyles, formImportStyles];

  @property({ type: Boolean, reflect: true }) open: boolean = false;
  /** The form has no field yet. */
  @property({ type: Boolean }) fresh: boolean = false;

  @state() private guess: FormGuess | undefined;
  @state() private left: ReadonlySet<string> = new Set();

  private readonly t = importMessages.for(this);
  private readonly d = designMessages.for(this);
  private readonly source = new SourcePicker(this, async (source) => {
    this.guess = source instanceof File ? await guessOfFile(source) : guessOfPaste(source.html, source.text);
    this.left = new Set();
  });

  override render(): TemplateResult {
    const { t } = this;
    return html`<tb-dialog size="large" label=${t('title')} .open=${this.open} @tb-dialog-close=${this.#onClose}>
      ${this.guess === undefined ? this.source.view({ pasteHint: t('pasteHint'), fileHint: t('fileHint'), accept: FILE_NAMES }) : this.#checkView(this.guess)}
      ${
        this.guess === undefined
          ? html`<button slot="footer" type="button" class="button" @click=${this.#close}>${t('cancel')}</button>`
          : html`<button slot="footer" type="button" class="button" @click=${this.#again}>${t('again')}</button>
            ${this.#takeButtons()}`
      }
    </tb-dialog>`;
  }

  /** Into an empty form it comes with its title and note; nothing has to be chosen. */
  #takeButtons(): TemplateResult {
    const { t } = this;
    if (this.fresh)
      return html`<button slot="footer" type="button" class="button primary" @click=${() => this.#take('replace')}>${t('take')}</button>`;
    return html`<button slot="footer" type="button" class="button" @click=${() => this.#take('replace')}>${t('replace')}</button>
      <button slot="footer" type="button" class="button primary" @click=${() => this.#take('append')}>${t('append')}</button>`;
  }

  #checkView(guess: FormGuess): TemplateResult {
    const { t } = this;
    const rows = flat(guess.fields);
    return html`<p role="status">${t('found', { count: rows.length })}</p>
      ${this.#line(guess, 'title', t('formTitle'))} ${this.#line(guess, 'note', t('formNote'))}
      <div class="scroll"><table class="table guesses">
        <thead><tr><th scope="col"><span class="visually-hidden">✓</span></th><th scope="col">${t('label')}</th><th scope="col">${t('kind')}</th><th scope="col">${t('required')}</th><th scope="col">${t('because')}</th></tr></thead>
        <tbody>${rows.map(({ draft, path }, index) => this.#row(guess, draft, path, index))}</tbody>
      </table></div>`;
  }

  /** A text of the form itself, when there is one. */
  #line(guess: FormGuess, name: 'title' | 'note', label: string): TemplateResult | typeof nothing {
    const text = guess[name];
    if (text === undefined) return nothing;
    return html`<div class="field"><label class="label" for=${name}>${label}</label>
      <input class="input" id=${name} .value=${text} @input=${(event: Event) => {
        this.guess = { ...guess, [name]: (event.target as HTMLInputElement).value };
      }} /></div>`;
  }

  #row(guess: FormGuess, draft: FieldDraft, path: Path, index: number): TemplateResult {
    const { t, d } = this;
    const label = draft.label['zh-CN'];
    const name = path.join();
    const out = path.some((_, depth) => this.left.has(path.slice(0, depth + 1).join()));
    const change = (next: Partial<FieldDraft>): void => {
      this.guess = { ...guess, fields: changed(guess.fields, path, (one) => ({ ...one, ...next }) as FieldDraft) };
    };
    const holds = draft.kind === 'section' || draft.kind === 'rows';
    return html`<tr class=${out ? 'out' : ''}>
      <td><input type="checkbox" aria-label=${t('include', { label })} .checked=${!out} @change=${() => {
        const left = new Set(this.left);
        if (!left.delete(name)) left.add(name);
        this.left = left;
      }} /></td>
      <td data-depth=${path.length - 1}><input class="input" aria-label=${t('labelOf', { number: index + 1 })} .value=${label} @input=${(
        event: Event,
      ) => change({ label: { 'zh-CN': (event.target as HTMLInputElement).value } })} /></td>
      <td><select class="select" aria-label=${t('kindOf', { label })} @change=${(event: Event) =>
        change(ofKind((event.target as HTMLSelectElement).value as FormField['kind'], draft))}>
        ${[...new Set<FormField['kind']>([draft.kind, ...KINDS])].map((kind) => html`<option value=${kind} .selected=${kind === draft.kind}>${d(`kind_${kind}`)}</option>`)}
      </select></td>
      <td>${
        holds || draft.kind === 'note'
          ? nothing
          : html`<input type="checkbox" aria-label=${t('requiredOf', { label })} .checked=${draft['required'] === true} @change=${(
              event: Event,
            ) => change({ required: (event.target as HTMLInputElement).checked ? true : undefined })} />`
      }</td>
      <td class="muted small">${path.length === 1 ? t(`because_${guess.because[path[0] as number] ?? 'plain'}`) : nothing}</td>
    </tr>`;
  }

  #take(how: 'append' | 'replace'): void {
    const { guess } = this;
    if (guess === undefined) return;
    this.emit(new FormImportEvent({ ...guess, fields: kept(guess.fields, this.left, []) }, how));
    this.#close();
  }

  readonly #again = (): void => {
    this.guess = undefined;
    this.source.refuse('');
  };

  readonly #close = (): void => {
    this.open = false;
    this.dispatchEvent(new Event('tb-form-import-close'));
    this.guess = undefined;
    this.source.refuse('');
  };

  readonly #onClose = (): void => {
    this.#close();
  };
}

interface Flat {
  readonly draft: FieldDraft;
  readonly path: Path;
}

function innerOf(draft: FieldDraft): readonly FieldDraft[] {
  return (draft['fields'] ?? draft['columns'] ?? []) as readonly FieldDraft[];
}

function withInner(draft: FieldDraft, inner: readonly FieldDraft[]): FieldDraft {
  return { ...draft, [draft.kind === 'rows' ? 'columns' : 'fields']: inner };
}

function flat(fields: readonly FieldDraft[], above: Path = []): readonly Flat[] {
  return fields.flatMap((draft, index): readonly Flat[] => {
    const path = [...above, index];
    return [{ draft, path }, ...flat(innerOf(draft), path)];
  });
}

function changed(fields: readonly FieldDraft[], [at, ...rest]: Path, change: (draft: FieldDraft) => FieldDraft): readonly FieldDraft[] {
  return fields.map((draft, index) => {
    if (index !== at) return draft;
    return rest.length === 0 ? change(draft) : withInner(draft, changed(innerOf(draft), rest, change));
  });
}

/** Without what was left out. */
function kept(fields: readonly FieldDraft[], left: ReadonlySet<string>, above: Path): readonly FieldDraft[] {
  return fields.flatMap((draft, index) => {
    const path = [...above, index];
    if (left.has(path.join())) return [];
    const holds = draft.kind === 'section' || draft.kind === 'rows';
    return [holds ? withInner(draft, kept(innerOf(draft), left, path)) : draft];
  });
}

/** What a kind needs that the other kind did not have. */
function ofKind(kind: FormField['kind'], draft: FieldDraft): Partial<FieldDraft> {
  const chosen = kind === 'radio' || kind === 'checkboxes';
  const choices = draft['choices'] ?? [
    { value: 'yes', label: { 'zh-CN': '是', en: 'Yes' } },
    { value: 'no', label: { 'zh-CN': '否', en: 'No' } },
  ];
  return {
    kind,
    // a table or group that is none after all goes with what stood in it
    columns: undefined,
    fields: undefined,
    choices: chosen ? choices : undefined,
    unit: kind === 'number' || kind === 'money' ? draft['unit'] : undefined,
    text: kind === 'note' ? (draft['text'] ?? draft.label) : undefined,
    accept: kind === 'files' ? draft['accept'] : undefined,
    maxLength: kind === 'text' || kind === 'longText' ? draft['maxLength'] : undefined,
    min: undefined,
    max: undefined,
    decimals: undefined,
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-form-import': FormImport;
  }
}

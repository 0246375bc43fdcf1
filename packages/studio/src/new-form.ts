/** `<tb-new-form>`: asks what a new form is called and what it begins with. Inside the studio only. */
import { buttonStyles, fieldStyles, TongbanElement } from '@tongban/element-kit';
import { beginForm } from '@tongban/form-designer';
import { type FormDocument, textIn } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { checkFormId, checkFormKey, freeFormId, freeFormKey } from './form-name.ts';
import { studioMessages } from './studio-messages.ts';

/** `tb-new-form`: the form to be taken into the measure. */
export class NewFormEvent extends Event {
  static readonly type = 'tb-new-form';
  readonly form: FormDocument;

  constructor(form: FormDocument) {
    super(NewFormEvent.type);
    this.form = form;
  }
}

type Start = 'blank' | 'paper' | 'copy';

/**
 * See the module comment. Fires `tb-new-form`, and `tb-new-form-close` when it is over.
 *
 * @fires tb-new-form - the form to be taken into the measure
 */
export class NewForm extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    css`
      .field,
      details {
        margin-top: 16px;
      }

      fieldset {
        margin: 0;
        border: 0;
        padding: 0;
      }

      legend {
        padding: 0;
      }

      .from {
        margin: 4px 0 0 28px;
      }

      summary {
        cursor: pointer;
      }
    `,
  ];

  @property({ type: Boolean }) open: boolean = false;
  /** The forms of the measure. */
  @property({ attribute: false }) forms: readonly FormDocument[] = [];
  /** Ready forms of the host. */
  @property({ attribute: false }) papers: readonly FormDocument[] = [];
  @state() private formTitle = '';
  @state() private start: Start = 'blank';
  @state() private from = '';
  /** What is typed; until then it follows from the beginning. */
  @state() private formId: string | undefined;
  @state() private formKey: string | undefined;
  /** Somebody wanted to make it: from now on it says what is missing. */
  @state() private asked = false;

  private readonly t = studioMessages.for(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return;
    this.formTitle = '';
    this.from = '';
    this.start = 'blank';
    this.formId = undefined;
    this.formKey = undefined;
    this.asked = false;
  }

  override render(): TemplateResult {
    const { t } = this;
    return html`<tb-dialog size="medium" label=${t('newForm')} .open=${this.open} @tb-dialog-close=${() => this.dispatchEvent(new Event('tb-new-form-close'))}>
      ${this.#begin()} ${this.#line(
        'form-title',
        t('newFormTitle'),
        this.#title(),
        this.asked && this.#title().trim() === '' ? t('newFormTitleNeeded') : '',
        (text) => {
          this.formTitle = text;
        },
      )}
      ${this.#names()}
      <button slot="footer" type="button" class="button" @click=${() => this.dispatchEvent(new Event('tb-new-form-close'))}>${t('cancel')}</button>
      <button slot="footer" type="button" class="button primary" @click=${this.#make}>${t('newFormMake')}</button>
    </tb-dialog>`;
  }

  #begin(): TemplateResult {
    const { t, locale } = this;
    const start = (value: Start, words: string, forms: readonly FormDocument[]): TemplateResult | typeof nothing => {
      if (value !== 'blank' && forms.length === 0) return nothing;
      return html`<label class="choice"><input type="radio" name="start" value=${value} .checked=${this.start === value} @change=${() => {
        this.start = value;
        this.from = forms[0]?.id ?? '';
      }} />${words}</label>
        ${
          this.start !== value || value === 'blank'
            ? nothing
            : html`<div class="from"><select class="select" id="from" aria-label=${words} @change=${(event: Event) => {
                this.from = (event.target as HTMLSelectElement).value;
              }}>${forms.map(({ id, title }) => html`<option value=${id} .selected=${id === this.from}>${id}　${textIn(title, locale)}</option>`)}</select></div>`
        }`;
    };
    return html`<fieldset><legend class="label">${t('newFormStart')}</legend>
      <div class="choices column">${start('blank', t('newFormBlank'), [])}${start('paper', t('newFormPaper'), this.#papers())}${start('copy', t('newFormCopy'), this.forms)}</div>
    </fieldset>`;
  }

  #names(): TemplateResult {
    const { t, forms } = this;
    const [id, key] = [this.#id(), this.#key()];
    const [wrongId, wrongKey] = [checkFormId(forms, id), checkFormKey(forms, key)];
    const wrong = wrongId !== undefined || wrongKey !== undefined;
    return html`<details ?open=${wrong}>
      <summary>${t('newFormNames', { id, key })}</summary>
      ${this.#line('form-id', t('formId'), id, wrongId === undefined ? '' : t(wrongId, { name: id }), (text) => {
        this.formId = text.trim();
      })}
      ${this.#line('form-key', t('formKey'), key, wrongKey === undefined ? '' : t(wrongKey, { name: key }), (text) => {
        this.formKey = text.trim();
      })}
      <p class="hint">${t('formNamesHint')}</p>
    </details>`;
  }

  #line(id: string, label: string, value: string, error: string, onInput: (text: string) => void): TemplateResult {
    return html`<div class="field">
      <label class="label" for=${id}>${label}</label>
      <input class="input" id=${id} autocomplete="off" .value=${value} aria-invalid=${error === '' ? nothing : 'true'} aria-describedby=${error === '' ? nothing : `${id}-error`}
        @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)} />
      ${error === '' ? nothing : html`<p class="field-error" id="${id}-error">${error}</p>`}
    </div>`;
  }

  readonly #make = (): void => {
    this.asked = true;
    const { forms } = this;
    const [id, key, title] = [this.#id(), this.#key(), this.#title().trim()];
    const fault = title === '' ? 'form-title' : checkFormId(forms, id) ? 'form-id' : checkFormKey(forms, key) ? 'form-key' : undefined;
    if (fault !== undefined) this.renderRoot.querySelector<HTMLInputElement>(`#${fault}`)?.focus();
    else this.emit(new NewFormEvent(beginForm({ id, key, title: { 'zh-CN': title } }, this.#source())));
  };

  #source(): FormDocument | undefined {
    if (this.start === 'blank') return undefined;
    return (this.start === 'paper' ? this.papers : this.forms).find(({ id }) => id === this.from);
  }

  /** Those that the measure has not got yet; of the others it can copy its own. */
  #papers(): readonly FormDocument[] {
    return this.papers.filter(({ id }) => this.forms.every((form) => form.id !== id));
  }

  #title(): string {
    const source = this.#source();
    return this.formTitle || (this.start === 'paper' ? (source?.title['zh-CN'] ?? '') : '');
  }

  #id(): string {
    return this.formId ?? freeFormId(this.forms, this.start === 'paper' ? this.#source()?.id : undefined);
  }

  #key(): string {
    return this.formKey ?? freeFormKey(this.forms, this.start === 'paper' ? this.#source()?.key : undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-new-form': NewForm;
  }
}

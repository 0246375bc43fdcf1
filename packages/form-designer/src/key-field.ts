/** `<tb-key-field>`: the key of a field. A key that cannot be is refused beside the box and stays typed; one that is in use asks before it is changed. Inside the designer only. */
import { buttonStyles, fieldStyles, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import { type FormDocument, textIn } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { checkKey, type KeyFault } from './check-key.ts';
import { designMessages } from './design-messages.ts';
import { findField } from './field-tree.ts';
import { type KeyUse, keyUses } from './key-uses.ts';

/** `tb-key-change`: the field is to be called `key`; `withUses` changes what reads it in this form as well. */
export class KeyChangeEvent extends Event {
  static readonly type = 'tb-key-change';
  readonly key: string;
  readonly withUses: boolean;

  constructor(key: string, withUses: boolean) {
    super(KeyChangeEvent.type, { bubbles: true, composed: false });
    this.key = key;
    this.withUses = withUses;
  }
}

/** See the module comment. */
export class KeyField extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    css`
      :host {
        display: block;
      }

      .callout {
        margin-top: 8px;
      }

      ul {
        margin: 4px 0 8px;
        padding-inline-start: 18px;
      }
    `,
  ];

  @property({ attribute: false }) form: FormDocument | undefined;
  @property({ attribute: false }) fieldId: string = '';
  @property({ attribute: false }) others: readonly FormDocument[] = [];
  @property({ type: Boolean }) readonly: boolean = false;
  @state() private typed: string | undefined;
  @state() private asking = false;

  private readonly t = designMessages.for(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('form') && this.typed === this.#key()) this.#forget();
  }

  override render(): TemplateResult {
    const { t, readonly } = this;
    const key = this.#key();
    const typed = this.typed ?? key;
    const fault = this.#fault();
    const error = fault === undefined ? '' : t(fault, { key, wish: typed });
    const describedBy = ['hint', error ? 'error' : ''].filter(Boolean).join(' ');
    return html`<div class="field">
        <label class="label" for="key">${t('key')}</label>
        <p class="hint" id="hint">${t('keyHint')}</p>
        <input class="input mono" id="key" autocomplete="off" spellcheck="false" ?readonly=${readonly} .value=${typed} aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy}
          @input=${this.#onInput} @compositionend=${this.#onInput} @change=${this.#commit} @keydown=${this.#onKey} />
        <p class="field-error" id="error" role="alert" ?hidden=${error === ''}>${error}</p>
      </div>
      ${this.asking && fault === undefined ? this.#question(key, typed) : nothing}`;
  }

  #question(key: string, typed: string): TemplateResult {
    const { t, locale } = this;
    const uses = this.#uses();
    const own = uses.filter(({ form }) => form.id === this.form?.id);
    const foreign = uses.filter(({ form }) => form.id !== this.form?.id);
    const where = ({ expression }: KeyUse) => ({ field: expression.fieldName, property: t(`property_${expression.property}`) });
    return html`<div class="callout warning" role="group" aria-label=${t('key')}><div>
      ${own.length === 0 ? nothing : html`<p>${t('keyUsed', { key, count: own.length })}</p><ul>${own.map((use) => html`<li>${t('useAt', where(use))}</li>`)}</ul>`}
      ${foreign.length === 0 ? nothing : html`<p>${t('keyUsedElsewhere', { key })}</p><ul>${foreign.map((use) => html`<li>${t('useInForm', { form: textIn(use.form.title, locale), ...where(use) })}</li>`)}</ul>`}
      <div class="button-row">
        ${own.length === 0 ? nothing : html`<button type="button" class="button primary" @click=${() => this.#give(typed, true)}>${t('keyChangeAll')}</button>`}
        <button type="button" class="button" @click=${() => this.#give(typed, false)}>${t('keyChangeOnly')}</button>
        <button type="button" class="button quiet" @click=${() => this.#forget()}>${t('cancel')}</button>
      </div>
    </div></div>`;
  }

  readonly #onInput = (event: Event): void => {
    if ((event as InputEvent).isComposing) return;
    this.typed = (event.target as HTMLInputElement).value;
    this.asking = false;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter') this.#commit();
    if (event.key === 'Escape' && this.typed !== undefined) {
      event.stopPropagation();
      this.#forget();
    }
    // what is typed and not taken over yet is undone by the box itself
    if (this.typed !== undefined && (event.ctrlKey || event.metaKey)) event.stopPropagation();
  };

  readonly #commit = (): void => {
    const wish = this.typed;
    if (wish === undefined || this.#fault() !== undefined) return;
    if (wish === this.#key()) this.#forget();
    else if (this.#uses().length > 0) this.asking = true;
    else this.#give(wish, false);
  };

  #give(key: string, withUses: boolean): void {
    this.#forget();
    this.emit(new KeyChangeEvent(key, withUses));
  }

  #forget(): void {
    this.typed = undefined;
    this.asking = false;
  }

  #key(): string {
    return (this.form && findField(this.form, this.fieldId)?.field.key) ?? '';
  }

  #fault(): KeyFault | undefined {
    if (this.form === undefined || this.typed === undefined) return undefined;
    return checkKey(this.form, this.fieldId, this.typed);
  }

  #uses(): readonly KeyUse[] {
    const placed = this.form && findField(this.form, this.fieldId);
    return this.form === undefined || placed === undefined ? [] : keyUses(this.form, placed, this.others);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-key-field': KeyField;
  }
}

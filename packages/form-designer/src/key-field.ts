/** `<tb-key-field>`: the key of a field. A key that cannot be is refused beside the box and stays typed; one that is in use asks before it is changed. Inside the designer only. */
import { buttonStyles, fieldStyles, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import { type FormDocument, textIn } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { checkKey, type KeyFault } from './check-key.ts';
import { designMessages } from './design-messages.ts';
import { findField } from './field-tree.ts';
import type { FormDesignContext } from './form-design-context.ts';
import { type KeyUse, keyUses } from './uses/key-uses.ts';
import { type MeasureUse, measureUses } from './uses/measure-uses.ts';

/** `tb-key-change`: the field is to be called `key`; `withUses` changes what reads it as well. */
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

/**
 * See the module comment.
 *
 * @fires tb-key-change - the field is to be called `key`
 */
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
  @property({ attribute: false }) context: FormDesignContext = { forms: [], items: [] };
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
    const { forms, files } = this.#uses();
    const own = forms.filter(({ form }) => form.id === this.form?.id);
    const foreign = forms.filter(({ form }) => form.id !== this.form?.id);
    const where = ({ expression }: KeyUse) => ({ field: expression.fieldName, property: t(`property_${expression.property}`) });
    const elsewhere = [
      ...foreign.map((use) => t('useInForm', { form: textIn(use.form.title, locale), ...where(use) })),
      ...files.map(({ part, where: place }) => t(`useIn_${part}`, { place })),
    ];
    const changesAll = this.context.sources !== undefined;
    const able = own.length > 0 || changesAll;
    return html`<div class="callout warning" role="group" aria-label=${t('key')}><div>
      ${own.length === 0 ? nothing : html`<p>${t('keyUsed', { key, count: own.length })}</p>${list(own.map((use) => t('useAt', where(use))))}`}
      ${elsewhere.length === 0 ? nothing : html`<p>${t(changesAll ? 'keyUsedInMeasure' : 'keyUsedElsewhere', { key, count: elsewhere.length })}</p>${list(elsewhere)}`}
      <div class="button-row">
        ${able ? html`<button type="button" class="button primary" @click=${() => this.#give(typed, true)}>${t(changesAll ? 'keyChangeMeasure' : 'keyChangeAll')}</button>` : nothing}
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
    else if (this.#isUsed()) this.asking = true;
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

  #isUsed(): boolean {
    const { forms, files } = this.#uses();
    return forms.length > 0 || files.length > 0;
  }

  #uses(): { readonly forms: readonly KeyUse[]; readonly files: readonly MeasureUse[] } {
    const { form } = this;
    const { forms, manifest, sources } = this.context;
    const placed = form && findField(form, this.fieldId);
    if (form === undefined || placed === undefined) return { forms: [], files: [] };
    const files = manifest === undefined || sources === undefined ? [] : measureUses(sources, manifest, { form, placed });
    return { forms: keyUses(form, placed, forms), files };
  }
}

/** The same sentence once, with how often. */
function list(sentences: readonly string[]): TemplateResult {
  const counts = new Map<string, number>();
  for (const sentence of sentences) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  return html`<ul>${[...counts].map(([sentence, count]) => html`<li>${sentence}${count > 1 ? ` ×${count}` : ''}</li>`)}</ul>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-key-field': KeyField;
  }
}

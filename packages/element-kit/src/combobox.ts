/** `<tb-combobox>`: one choice out of many, found by typing; Chinese input methods may compose in peace. */
import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { icon } from './icons.ts';
import { kitMessages } from './kit-messages.ts';
import { closeFromOutside, placeFloating, unplaceFloating } from './place-floating.ts';
import { buttonStyles } from './styles/button.styles.ts';
import { fieldStyles } from './styles/field.styles.ts';
import { floatingStyles } from './styles/floating.styles.ts';
import { TongbanElement } from './tongban-element.ts';

/** One option of a combobox. */
export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** A second line, e.g. the department of a person. */
  readonly hint?: string;
  /** More that is searched and not shown: code, pinyin, old names. */
  readonly keywords?: string;
}

/** Finds options for what was typed, e.g. in the host's directory. */
export type ComboboxSource = (text: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>;

/** `tb-combobox-change`: another value was chosen (`''` when it was cleared). */
export class ComboboxChangeEvent extends Event {
  static readonly type = 'tb-combobox-change';
  readonly value: string;
  readonly option: ComboboxOption | undefined;

  constructor(value: string, option: ComboboxOption | undefined) {
    super(ComboboxChangeEvent.type, { bubbles: true, composed: true });
    this.value = value;
    this.option = option;
  }
}

/** How long typing rests before a source is asked. */
const REST_MS = 200;

/**
 * A searchable select.
 *
 * @summary Pick one of many by typing.
 * @fires tb-combobox-change - a value was chosen or cleared
 * @csspart input - the text field
 * @csspart listbox - the list
 */
export class Combobox extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    floatingStyles,
    css`
      .box {
        position: relative;
      }

      .input {
        padding-inline-end: calc(var(--_control) + 4px);
      }

      .end {
        position: absolute;
        inset-block: 0;
        inset-inline-end: 0;
        display: grid;
        place-items: center;
        width: var(--_control);
        color: var(--_text-2);
        pointer-events: none;
      }

      button.end {
        appearance: none;
        padding: 0;
        border: 0;
        background: none;
        cursor: pointer;
        pointer-events: auto;
      }

      .says {
        padding: 6px 10px;
        color: var(--_text-2);
      }

      .option[aria-selected='true'] {
        font-weight: var(--_weight-medium);
      }
    `,
  ];

  @property({ attribute: false }) options: readonly ComboboxOption[] = [];
  /** Asked instead of `options` when given. */
  @property({ attribute: false }) source: ComboboxSource | undefined;
  @property() value: string = '';
  /** The label of a `value` that is not among `options` (chosen earlier from a source). */
  @property({ attribute: 'value-label' }) valueLabel: string = '';
  @property() label: string = '';
  @property() hint: string = '';
  /** The sentence that says what to fix. */
  @property() error: string = '';
  @property() placeholder: string = '';
  @property({ type: Boolean }) required: boolean = false;
  @property({ type: Boolean }) disabled: boolean = false;

  @state() private open = false;
  @state() private text = '';
  @state() private active = -1;
  @state() private found: readonly ComboboxOption[] = [];
  @state() private asking: 'no' | 'asking' | 'failed' = 'no';
  @query('.input') private readonly input!: HTMLInputElement;
  @query('.floating') private readonly list!: HTMLElement;

  private readonly t = kitMessages.for(this);
  private composing = false;
  private stopClosing: (() => void) | undefined;
  private search: AbortController | undefined;
  private restTimer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hide();
  }

  override focus(options?: FocusOptions): void {
    this.input?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const touched = changed.has('value') || changed.has('options') || changed.has('valueLabel');
    if (touched && !this.open) this.text = this.labelOfValue();
  }

  override render(): TemplateResult {
    const describedBy = [this.hint && 'hint', this.error && 'error'].filter(Boolean).join(' ');
    return html`<div class="field">
      ${
        this.label
          ? html`<label class="label" for="input"
            >${this.label}${this.required ? html`<span class="required-mark" aria-hidden="true"> *</span>` : nothing}</label
          >`
          : nothing
      }
      ${this.hint ? html`<p class="hint" id="hint">${this.hint}</p>` : nothing}
      <div class="box">
        <input
          class="input"
          part="input"
          id="input"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded=${this.open}
          aria-controls="list"
          aria-activedescendant=${this.open && this.active >= 0 ? `option-${this.active}` : nothing}
          aria-invalid=${this.error ? 'true' : nothing}
          aria-describedby=${describedBy || nothing}
          aria-required=${this.required ? 'true' : nothing}
          placeholder=${this.placeholder || nothing}
          ?disabled=${this.disabled}
          .value=${this.text}
          @input=${this.onInput}
          @compositionstart=${this.onCompositionStart}
          @compositionend=${this.onCompositionEnd}
          @keydown=${this.onKey}
          @click=${this.showAll}
          @blur=${this.onBlur}
        />
        ${this.renderEnd()}
      </div>
      ${this.error ? html`<p class="field-error" id="error">${icon('error')}<span>${this.error}</span></p>` : nothing}
      ${this.renderList()}
    </div>`;
  }

  private renderEnd(): TemplateResult {
    if (this.value && !this.required && !this.disabled) {
      return html`<button
        type="button"
        class="end"
        tabindex="-1"
        aria-label=${this.t('clear')}
        @mousedown=${keepFocus}
        @click=${() => this.choose(undefined)}
      >
        ${icon('close')}
      </button>`;
    }
    return html`<span class="end">${icon(this.source ? 'search' : 'chevron-down')}</span>`;
  }

  private renderList(): TemplateResult {
    const says = this.open ? this.sentence() : '';
    return html`<div class="floating" ?hidden=${!this.open} @mousedown=${keepFocus}>
      <div role="listbox" part="listbox" id="list" aria-label=${this.label || this.placeholder || nothing}>
        ${
          this.open
            ? this.found.map(
                (option, index) => html`<div
                class="option ${index === this.active ? 'active' : ''}"
                role="option"
                id="option-${index}"
                aria-selected=${option.value === this.value}
                @click=${() => this.choose(option)}
                @mousemove=${() => {
                  this.active = index;
                }}
              >
                <span class="words">${option.label}${option.hint ? html`<span class="hint">${option.hint}</span>` : nothing}</span>
                ${option.value === this.value ? icon('check') : nothing}
              </div>`,
              )
            : nothing
        }
      </div>
      ${says ? html`<div class="says">${says}</div>` : nothing}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.open) return;
    if (changed.has('open') || changed.has('found')) placeFloating(this.list, this.input, { stretch: true });
    if (changed.has('active')) this.renderRoot.querySelector(`#option-${this.active}`)?.scrollIntoView({ block: 'nearest' });
  }

  private sentence(): string {
    if (this.asking === 'asking') return this.t('loading');
    if (this.asking === 'failed') return this.t('searchFailed');
    if (this.found.length > 0) return '';
    return this.text ? this.t('noMatch', { text: this.text }) : this.t('noOptions');
  }

  private show(): void {
    if (this.open || this.disabled) return;
    this.open = true;
    this.stopClosing ??= closeFromOutside(this, () => this.leave());
  }

  // all options at first; typing narrows them, and replaces what is there
  private showAll(): void {
    if (this.open || this.disabled) return;
    this.show();
    this.find('');
    this.input.select();
  }

  private hide(): void {
    this.stopClosing?.();
    this.stopClosing = undefined;
    this.drop();
    this.composing = false;
    if (!this.open) return;
    unplaceFloating(this.list);
    this.open = false;
  }

  /** Drops what was asked; nothing that was found before can be taken by Enter. */
  private drop(): void {
    this.search?.abort();
    clearTimeout(this.restTimer);
    this.active = -1;
  }

  /** Closes; what was typed and not chosen gives way to the value. */
  private leave(): void {
    this.hide();
    this.text = this.labelOfValue();
  }

  private find(text: string): void {
    if (this.source) this.ask(text);
    else this.settle(this.options.filter((option) => matches(option, text)));
  }

  private ask(text: string): void {
    this.drop();
    const search = new AbortController();
    this.search = search;
    this.asking = 'asking';
    this.restTimer = setTimeout(
      async () => {
        try {
          const found = (await this.source?.(text, search.signal)) ?? [];
          if (!search.signal.aborted) this.settle(found);
        } catch {
          if (search.signal.aborted) return;
          this.settle([]);
          this.asking = 'failed';
        }
      },
      text ? REST_MS : 0,
    );
  }

  private settle(found: readonly ComboboxOption[]): void {
    this.asking = 'no';
    this.found = found;
    this.active =
      this.text && this.text !== this.labelOfValue() && found.length > 0 ? 0 : found.findIndex((option) => option.value === this.value);
    this.announce(found.length > 0 ? this.t('optionsFound', { count: found.length }) : this.sentence());
  }

  private choose(option: ComboboxOption | undefined): void {
    this.hide();
    const value = option?.value ?? '';
    const changed = value !== this.value;
    this.value = value;
    this.valueLabel = option?.label ?? '';
    this.text = this.valueLabel;
    this.input.focus();
    if (changed) this.emit(new ComboboxChangeEvent(value, option));
  }

  private onInput(): void {
    // untouched while composing: writing the value back would end the composition
    if (this.composing) return;
    this.text = this.input.value;
    this.show();
    this.find(this.text.trim());
  }

  private onCompositionStart(): void {
    this.composing = true;
  }

  private onCompositionEnd(): void {
    this.composing = false;
    this.onInput();
  }

  private onBlur(): void {
    if (this.open) this.leave();
    else this.text = this.labelOfValue();
  }

  private onKey(event: KeyboardEvent): void {
    // keys belong to the input method while it composes (229 in Safari, after compositionend)
    if (this.composing || event.isComposing || event.keyCode === 229) return;
    if (this.act(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  private act({ key, altKey }: KeyboardEvent): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') return this.move(key === 'ArrowDown' ? 1 : -1, altKey);
    if (key === 'Escape' && this.open) {
      this.leave();
      return true;
    }
    const option = this.found[this.active];
    if (key !== 'Enter' || !this.open || !option) return false;
    this.choose(option);
    return true;
  }

  private move(by: 1 | -1, altKey: boolean): boolean {
    if (!this.open) this.showAll();
    else if (altKey && by === -1) this.leave();
    else if (this.found.length > 0) {
      const from = this.active < 0 && by === -1 ? 0 : this.active;
      this.active = (from + by + this.found.length) % this.found.length;
    }
    return true;
  }

  private labelOfValue(): string {
    if (!this.value) return '';
    return this.options.find((option) => option.value === this.value)?.label ?? (this.valueLabel || this.value);
  }
}

// a press on the list must not take the focus from the input
function keepFocus(event: Event): void {
  event.preventDefault();
}

function matches(option: ComboboxOption, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const searched = `${option.label} ${option.hint ?? ''} ${option.keywords ?? ''} ${option.value}`.toLowerCase();
  return words.every((word) => searched.includes(word));
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-combobox': Combobox;
  }
  interface GlobalEventHandlersEventMap {
    'tb-combobox-change': ComboboxChangeEvent;
  }
}

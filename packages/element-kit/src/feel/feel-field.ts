/**
 * `<tb-feel-field>`: FEEL for whoever writes it: what may stand at the caret is offered with what people call it, a fault is underlined
 * and said, and the text is read out in words below. Chinese input methods may compose in peace.
 */
import { allNames, type FeelName, feelInWords, parseFeel } from '@tongban/feel-parser';
import type { Problem } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { icon } from '../icons.ts';
import { closeFromOutside, placeFloating, unplaceFloating } from '../place-floating.ts';
import { fieldStyles } from '../styles/field.styles.ts';
import { floatingStyles } from '../styles/floating.styles.ts';
import { TongbanElement } from '../tongban-element.ts';
import { FeelChangeEvent, FeelInputEvent } from './feel-events.ts';
import { feelFieldStyles } from './feel-field.styles.ts';
import { feelMessages } from './feel-messages.ts';
import { moved, type Suggestions, suggestionRow, suggestionsAt } from './feel-suggestions.ts';

/** How long typing rests before a fault is said. */
const REST_MS = 800;

/**
 * A text in FEEL.
 *
 * @summary FEEL with completion, a reading in words, and faults at their place.
 * @fires tb-feel-input - the text is being typed (`value`)
 * @fires tb-feel-change - the text is settled (`value`)
 * @csspart label - the label
 * @csspart input - the text
 * @csspart listbox - what may be written
 */
export class FeelField extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, fieldStyles, floatingStyles, feelFieldStyles];

  @property() value: string = '';
  /** What the text may read. */
  @property({ attribute: false }) names: readonly FeelName[] = [];
  /** `unaryTests` for a cell of a decision table. */
  @property() dialect: 'expression' | 'unaryTests' = 'expression';
  /** Of unary tests: what they test. */
  @property({ attribute: false }) input: FeelName | undefined;
  @property() label: string = '';
  /** Heard, not seen: where a heading says it already. */
  @property({ type: Boolean, attribute: 'hide-label' }) hideLabel: boolean = false;
  @property() hint: string = '';
  /** What else is wrong with it; a fault of the text itself is found here. */
  @property() error: string = '';
  @property() placeholder: string = '';
  @property({ type: Boolean }) required: boolean = false;
  @property({ type: Boolean }) readonly: boolean = false;
  /** The least lines. With one, Enter settles the text; with more it begins a line. */
  @property({ type: Number }) rows: number = 1;

  @state() private text = '';
  @state() private fault: Problem | undefined;
  @state() private offered: Suggestions | undefined;
  @query('.textarea') private readonly field!: HTMLTextAreaElement;
  @query('.floating') private readonly list!: HTMLElement;
  @query('.caret') private readonly caretMark!: HTMLElement;
  @query('.box') private readonly box!: HTMLElement;

  private readonly t = feelMessages.for(this);
  private composing = false;
  private stopClosing: (() => void) | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hide();
    this.stopResting();
  }

  override focus(options?: FocusOptions): void {
    this.field?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') && this.value !== this.text) {
      this.text = this.value;
      this.stopResting();
    }
    // while somebody types, a fault waits until typing rests
    const other = changed.has('value') || changed.has('names') || changed.has('dialect');
    if (other && this.resting === undefined) this.fault = this.faultIn(this.text);
  }

  override render(): TemplateResult {
    const error = this.sentence();
    const reading = error === '' ? feelInWords(this.text, this.names, this.locale) : '';
    const describedBy = [this.hint && 'hint', reading && 'reading', error && 'error'].filter(Boolean).join(' ');
    return html`<div class="field">
      ${
        this.label === '' || this.hideLabel
          ? nothing
          : html`<label class="label" part="label" for="text">${this.label}${this.required ? html`<span class="required-mark" aria-hidden="true"> *</span>` : nothing}</label>`
      }
      ${this.hint === '' ? nothing : html`<p class="hint" id="hint">${this.hint}</p>`}
      <div class="box">
        ${this.renderShadow()}
        <textarea
          class="textarea"
          part="input"
          id="text"
          rows="1"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-label=${this.hideLabel ? this.label : nothing}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls="list"
          aria-activedescendant=${this.offered === undefined ? nothing : `option-${this.offered.active}`}
          aria-invalid=${error === '' ? nothing : 'true'}
          aria-describedby=${describedBy || nothing}
          aria-required=${this.required ? 'true' : nothing}
          placeholder=${this.placeholder || nothing}
          ?readonly=${this.readonly}
          .value=${this.text}
          @input=${this.onInput}
          @compositionstart=${this.onCompositionStart}
          @compositionend=${this.onCompositionEnd}
          @keydown=${this.onKey}
          @click=${this.hide}
          @blur=${this.onBlur}
        ></textarea>
        ${
          this.readonly
            ? nothing
            : html`<button type="button" class="insert" tabindex="-1" title=${this.t('insert')} aria-label=${this.t('insert')} @mousedown=${keepFocus} @click=${this.offerAll}>${icon('plus')}</button>`
        }
      </div>
      ${reading === '' ? nothing : html`<p class="reading" id="reading">${this.t('reading', { words: reading })}</p>`}
      ${error === '' ? nothing : html`<p class="field-error" id="error">${icon('error')}<span>${error}</span></p>`}
      ${this.renderList()}
    </div>`;
  }

  // the same text behind the field, which nobody sees: it makes the height, shows the place of a fault and where the list belongs
  private renderShadow(): TemplateResult {
    const { text, fault } = this;
    const place = fault?.place;
    const from = place?.from ?? text.length;
    const to = Math.max(place?.to ?? from, from);
    const caret = Math.min(this.offered?.from ?? text.length, text.length);
    const piece = (start: number, end: number): TemplateResult =>
      caret < start || caret > end || (caret === end && end !== text.length)
        ? html`${text.slice(start, end)}`
        : html`${text.slice(start, caret)}<span class="caret"></span>${text.slice(caret, end)}`;
    // a fault at the very end is underlined on the sign before it
    const begins = from >= text.length ? Math.max(0, text.trimEnd().length - 1) : from;
    if (fault === undefined || text === '') return html`<div class="shadow" aria-hidden="true">${piece(0, text.length)}${'\u200b'}</div>`;
    const ends = Math.max(to, begins + 1);
    return html`<div class="shadow" aria-hidden="true">${piece(0, begins)}<span class="fault">${piece(begins, ends)}</span>${ends < text.length ? piece(ends, text.length) : nothing}${'\u200b'}</div>`;
  }

  private renderList(): TemplateResult {
    const { offered, t, locale } = this;
    // what scrolls can be focused; Tab closes it first, so nobody comes to stand there
    return html`<div class="floating" tabindex="0" ?hidden=${offered === undefined} @mousedown=${keepFocus}>
      <div role="listbox" part="listbox" id="list" aria-label=${t('suggestions')}>
        ${offered?.items.map(
          (item, at) => html`<div
            class="option ${at === offered.active ? 'active' : ''}"
            role="option"
            id="option-${at}"
            aria-selected=${at === offered.active}
            @click=${() => this.take(at)}
          >${suggestionRow(item, t, locale)}</div>`,
        )}
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('rows')) this.box.style.setProperty('--_rows', String(this.rows));
    if (!changed.has('offered') || this.offered === undefined) return;
    placeFloating(this.list, this.caretMark ?? this.field);
    this.renderRoot.querySelector(`#option-${this.offered.active}`)?.scrollIntoView({ block: 'nearest' });
  }

  private sentence(): string {
    return this.fault?.sentences[this.locale] || this.error;
  }

  private faultIn(text: string): Problem | undefined {
    if (text.trim() === '') return undefined;
    const { problems } = parseFeel(text, { dialect: this.dialect, names: allNames(this.names) });
    return problems.find(({ severity }) => severity === 'error');
  }

  private offer(): void {
    const options = { dialect: this.dialect, ...(this.input === undefined ? {} : { input: this.input }) };
    const offered = this.readonly ? undefined : suggestionsAt(this.text, this.field.selectionStart, this.names, options);
    if (offered === undefined) {
      this.hide();
      return;
    }
    this.offered = offered;
    this.stopClosing ??= closeFromOutside(this, this.hide);
    this.announce(this.t('offered', { count: offered.items.length }));
  }

  private readonly offerAll = (): void => {
    this.focus();
    this.offer();
  };

  private readonly hide = (): void => {
    this.stopClosing?.();
    this.stopClosing = undefined;
    if (this.offered === undefined) return;
    unplaceFloating(this.list);
    this.offered = undefined;
  };

  private take(at: number): void {
    const { offered, field } = this;
    const item = offered?.items[at];
    if (offered === undefined || item === undefined) return;
    this.hide();
    field.focus();
    field.setSelectionRange(offered.from, offered.to);
    // through the editing of the page, so that Ctrl+Z takes it back
    if (!document.execCommand('insertText', false, item.insert)) field.setRangeText(item.insert, offered.from, offered.to, 'end');
    const caret = offered.from + item.caret;
    field.setSelectionRange(caret, caret);
    this.typed(field.value);
    if (item.caret < item.insert.length || item.kind === 'operator' || item.kind === 'keyword') this.offer();
    else this.hide();
  }

  private typed(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.stopResting();
    // a fault that is shown goes as soon as it is mended; a new one is said when typing rests
    if (this.fault !== undefined) this.fault = this.faultIn(text);
    this.resting = setTimeout(() => {
      this.resting = undefined;
      // while something is offered, the text is on its way
      if (this.offered === undefined) this.fault = this.faultIn(this.text);
    }, REST_MS);
    this.emit(new FeelInputEvent(text));
  }

  private stopResting(): void {
    clearTimeout(this.resting);
    this.resting = undefined;
  }

  private settle(): void {
    this.stopResting();
    this.fault = this.faultIn(this.text);
    if (this.text === this.value) return;
    this.value = this.text;
    this.emit(new FeelChangeEvent(this.text));
  }

  private onInput(): void {
    // untouched while composing: writing the value back would end the composition
    if (this.composing) return;
    this.typed(this.field.value);
    if (worthOffering(this.text.slice(0, this.field.selectionStart))) this.offer();
    else this.hide();
  }

  private onCompositionStart(): void {
    this.composing = true;
    this.hide();
  }

  private onCompositionEnd(): void {
    this.composing = false;
    this.onInput();
  }

  private onBlur(): void {
    this.hide();
    this.settle();
  }

  private onKey(event: KeyboardEvent): void {
    // keys belong to the input method while it composes (229 in Safari, after compositionend)
    if (this.composing || event.isComposing || event.keyCode === 229) return;
    if (!this.act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private act({ key, ctrlKey, altKey, shiftKey }: KeyboardEvent): boolean {
    const { offered } = this;
    if (key === 'Tab') this.hide();
    if ((key === ' ' && ctrlKey) || (key === 'ArrowDown' && altKey)) {
      this.offer();
      return true;
    }
    if (offered !== undefined && (key === 'ArrowDown' || key === 'ArrowUp')) {
      this.offered = moved(offered, key === 'ArrowDown' ? 1 : -1);
      return true;
    }
    if (offered !== undefined && key === 'Escape') {
      this.hide();
      return true;
    }
    if (key !== 'Enter' || shiftKey) return false;
    if (offered !== undefined) this.take(offered.active);
    else if (this.rows === 1 || ctrlKey) this.settle();
    else return false;
    return true;
  }
}

// while a name is being typed, behind a dot, in a text; not behind every space
function worthOffering(before: string): boolean {
  return /[\p{L}_."]$/u.test(before);
}

// a press on the list must not take the focus from the text
function keepFocus(event: Event): void {
  event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-feel-field': FeelField;
  }
}

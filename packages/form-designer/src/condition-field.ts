/** `<tb-condition-field>`: no, yes, or on a condition; the condition by choosing field, comparison and value, or as FEEL. Inside the designer only. */
import { buttonStyles, fieldStyles, TongbanElement } from '@tongban/element-kit';
import type { FeelInputEvent } from '@tongban/element-kit/feel';
import type { FeelName } from '@tongban/feel-parser';
import type { FormField } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { designMessages } from './design-messages.ts';
import { type ConditionOperator, conditionOfFeel, feelOfCondition, operatorsFor, type SimpleCondition } from './simple-condition.ts';

/** A field that a condition may ask. */
export interface ConditionSubject {
  /** As FEEL reads it. */
  readonly name: string;
  readonly label: string;
  readonly kind: FormField['kind'];
  /** Value and label of each choice. */
  readonly choices: readonly (readonly [value: string, label: string])[];
}

/** `tb-condition-change`: `value` is as the document holds it; `undefined` takes the property away. */
export class ConditionChangeEvent extends Event {
  static readonly type = 'tb-condition-change';
  readonly value: boolean | string | undefined;

  constructor(value: boolean | string | undefined) {
    super(ConditionChangeEvent.type, { bubbles: true, composed: false });
    this.value = value;
  }
}

const NOTHING_CHOSEN: SimpleCondition = { name: '', operator: '=', value: '' };

type Choice = 'no' | 'yes' | 'when';

const OPERATOR_WORDS = {
  filled: 'op_filled',
  empty: 'op_empty',
  '=': 'op_eq',
  '!=': 'op_ne',
  '>': 'op_gt',
  '>=': 'op_ge',
  '<': 'op_lt',
  '<=': 'op_le',
  contains: 'op_contains',
} as const satisfies Record<ConditionOperator, string>;

/**
 * See the module comment.
 *
 * @fires tb-condition-change - `value` is as the document holds it
 */
export class ConditionField extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    css`
      :host {
        display: block;
      }

      .when {
        display: grid;
        gap: 8px;
        margin-top: 8px;
        padding: 8px 10px;
        border-inline-start: 3px solid var(--_line);
      }

      .ways {
        display: flex;
        gap: 4px;
      }

      .ways .button[aria-pressed='true'] {
        background: var(--_accent-weak);
        color: var(--_accent-strong);
      }



    `,
  ];

  @property() label: string = '';
  @property() hint: string = '';
  @property() property: 'required' | 'visible' | 'readOnly' | 'computed' = 'required';
  @property({ attribute: false }) value: boolean | string | undefined;
  @property({ attribute: false }) subjects: readonly ConditionSubject[] = [];
  /** What it may read when it is written as an expression. */
  @property({ attribute: false }) names: readonly FeelName[] = [];
  @property({ type: Boolean }) readonly: boolean = false;
  /** A condition was chosen and is not written yet. */
  @state() private opened = false;
  @state() private asText = false;
  @state() private typed: string | undefined;
  @state() private draft: SimpleCondition = NOTHING_CHOSEN;

  private readonly t = designMessages.for(this);
  #given: boolean | string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('value')) return;
    const { value } = this;
    // changed by somebody else, e.g. taken back: what was begun here is over
    if (value !== this.#given) {
      this.opened = false;
      this.typed = undefined;
      this.draft = NOTHING_CHOSEN;
    }
    this.#given = value;
    if (typeof value !== 'string') return;
    if (this.typed !== value) this.typed = undefined;
    const simple = conditionOfFeel(value);
    if (simple !== undefined && this.#subject(simple.name) !== undefined) {
      if (feelOfCondition(this.draft, this.#kind(this.draft.name)) !== value) this.draft = simple;
    } else this.asText = true;
  }

  override render(): TemplateResult {
    const { label, hint, readonly } = this;
    const choice = this.#choice();
    return html`<div class="field">
        <label class="label" for="choice">${label}</label>
        ${hint === '' ? nothing : html`<p class="hint" id="choice-hint">${hint}</p>`}
        <select class="select" id="choice" aria-describedby=${hint === '' ? nothing : 'choice-hint'} ?disabled=${readonly} @change=${this.#choose}>
          ${this.#choices().map(([value, words]) => html`<option value=${value} .selected=${value === choice}>${words}</option>`)}
        </select>
      </div>
      ${choice === 'when' ? html`<div class="when">${this.property === 'computed' ? this.#text() : this.#condition()}</div>` : nothing}`;
  }

  #choices(): readonly (readonly [Choice, string])[] {
    const { t } = this;
    if (this.property === 'visible')
      return [
        ['no', t('always')],
        ['when', t('whenCondition')],
      ];
    if (this.property === 'computed')
      return [
        ['no', t('byPerson')],
        ['when', t('byFormula')],
      ];
    return [
      ['no', t('no')],
      ['yes', t('yes')],
      ['when', t('whenCondition')],
    ];
  }

  #choice(): Choice {
    if (typeof this.value === 'string' || this.opened) return 'when';
    return this.value === true ? 'yes' : 'no';
  }

  readonly #choose = (event: Event): void => {
    const choice = (event.target as HTMLSelectElement).value as Choice;
    this.opened = choice === 'when';
    if (choice === 'when') return;
    this.typed = undefined;
    this.#give(choice === 'yes' ? true : undefined);
  };

  #condition(): TemplateResult {
    const { t, asText } = this;
    const complex = typeof this.value === 'string' && this.#isComplex(this.value);
    return html`<div class="ways" role="group" aria-label=${t('condition')}>
        <button type="button" class="button quiet" aria-pressed=${!asText} @click=${() => {
          this.asText = false;
        }}>${t('conditionSimple')}</button>
        <button type="button" class="button quiet" aria-pressed=${asText} @click=${() => {
          this.asText = true;
        }}>${t('conditionText')}</button>
      </div>
      ${asText ? this.#text() : complex ? html`<p class="hint">${t('conditionComplex')}</p>` : this.#builder()}`;
  }

  #isComplex(text: string): boolean {
    const simple = conditionOfFeel(text);
    return simple === undefined || this.#subject(simple.name) === undefined;
  }

  #builder(): TemplateResult {
    const { t, draft, readonly, subjects } = this;
    const subject = this.#subject(draft.name);
    const operators = operatorsFor(subject?.kind ?? 'text');
    const asks = draft.operator !== 'filled' && draft.operator !== 'empty';
    const numeric = subject?.kind === 'number' || subject?.kind === 'money';
    const wrong = numeric && draft.value !== '' && feelOfCondition(draft, subject.kind) === undefined;
    return html`<div class="field">
        <label class="label" for="subject">${t('conditionField')}</label>
        <select class="select" id="subject" ?disabled=${readonly} @change=${(event: Event) => this.#setSubject((event.target as HTMLSelectElement).value)}>
          <option value="" .selected=${draft.name === ''}>${t('conditionChoose')}</option>
          ${subjects.map(({ name, label }) => html`<option value=${name} .selected=${name === draft.name}>${label}</option>`)}
        </select>
      </div>
      <div class="field">
        <label class="label" for="operator">${t('conditionOperator')}</label>
        <select class="select" id="operator" ?disabled=${readonly} @change=${(event: Event) => this.#set({ operator: (event.target as HTMLSelectElement).value as ConditionOperator })}>
          ${operators.map((operator) => html`<option value=${operator} .selected=${operator === draft.operator}>${t(OPERATOR_WORDS[operator])}</option>`)}
        </select>
      </div>
      ${asks ? this.#valueBox(subject, wrong) : nothing}`;
  }

  #valueBox(subject: ConditionSubject | undefined, wrong: boolean): TemplateResult {
    const { t, draft, readonly } = this;
    const choices = subject?.choices ?? [];
    const message = wrong ? t('conditionNumber') : draft.value.trim() === '' ? t('conditionValueNeeded') : '';
    return html`<div class="field">
      <label class="label" for="value">${t('conditionValue')}</label>
      ${
        choices.length > 0
          ? html`<select class="select" id="value" ?disabled=${readonly} @change=${(event: Event) => this.#set({ value: (event.target as HTMLSelectElement).value })}>
            <option value="" .selected=${draft.value === ''}></option>
            ${choices.map(([value, label]) => html`<option value=${value} .selected=${value === draft.value}>${label}</option>`)}
          </select>`
          : html`<input class="input" id="value" autocomplete="off" placeholder=${subject?.kind === 'date' ? '2026-01-01' : nothing} ?disabled=${readonly} .value=${draft.value} aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${message ? 'value-says' : nothing}
            @input=${this.#onValue} @compositionend=${this.#onValue} />`
      }
      ${message === '' ? nothing : html`<p class=${wrong ? 'field-error' : 'hint'} id="value-says">${message}</p>`}
    </div>`;
  }

  #text(): TemplateResult {
    const { t, readonly } = this;
    const text = this.typed ?? (typeof this.value === 'string' ? this.value : '');
    return html`<tb-feel-field id="text" label=${this.property === 'computed' ? t('formula') : t('conditionText')} hint=${this.property === 'computed' ? t('formulaHint') : ''}
      .value=${text} .names=${this.names} ?readonly=${readonly} @tb-feel-input=${this.#onText}></tb-feel-field>`;
  }

  readonly #onText = (event: FeelInputEvent): void => {
    const text = event.value;
    this.typed = text;
    this.opened = true;
    this.#give(text.trim() === '' ? undefined : text);
  };

  readonly #onValue = (event: Event): void => {
    if (!(event as InputEvent).isComposing) this.#set({ value: (event.target as HTMLInputElement).value });
  };

  #setSubject(name: string): void {
    const operators = operatorsFor(this.#kind(name));
    const keeps = operators.includes(this.draft.operator);
    const operator = keeps ? this.draft.operator : (operators[0] ?? 'filled');
    this.#set({ name, operator, value: '' });
  }

  #set(part: Partial<SimpleCondition>): void {
    this.draft = { ...this.draft, ...part };
    this.opened = true;
    this.typed = undefined;
    const feel = feelOfCondition(this.draft, this.#kind(this.draft.name));
    if (feel !== undefined) this.#give(feel);
  }

  #subject(name: string): ConditionSubject | undefined {
    return this.subjects.find((subject) => subject.name === name);
  }

  #kind(name: string): FormField['kind'] {
    return this.#subject(name)?.kind ?? 'text';
  }

  #give(value: boolean | string | undefined): void {
    if (value === this.value) return;
    this.#given = value;
    this.emit(new ConditionChangeEvent(value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-condition-field': ConditionField;
  }
}

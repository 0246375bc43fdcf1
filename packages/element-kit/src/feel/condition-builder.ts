/**
 * `<tb-condition-builder>`: a condition by choosing what is asked, how it is compared and with what; several joined by “all” or “any”.
 * It reads and writes FEEL. A text that says more than choosing can is left alone, and that is said.
 */
import {
  allNames,
  CONDITION_DEPTH,
  type Condition,
  type ConditionGroup,
  type ConditionOperator,
  type ConditionTest,
  type FeelName,
  readCondition,
  writeCondition,
} from '@tongban/feel-parser';
import { textIn } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ComboboxChangeEvent } from '../combobox.ts';
import { icon } from '../icons.ts';
import { buttonStyles } from '../styles/button.styles.ts';
import { fieldStyles } from '../styles/field.styles.ts';
import { TongbanElement } from '../tongban-element.ts';
import { conditionBuilderStyles } from './condition-builder.styles.ts';
import { type ConditionSubject, operatorsOf, subjectsIn } from './condition-subjects.ts';
import { literalOf, shownLiteral } from './condition-values.ts';
import { FeelChangeEvent } from './feel-events.ts';
import { feelMessages } from './feel-messages.ts';

const OPEN_TEST: ConditionTest = { kind: 'test', subject: '', operator: '=', values: [] };
const UNKNOWN: FeelName = { name: '', label: '' };

/** Where a part stands in the tree. */
type Place = readonly number[];

/**
 * A condition by choosing.
 *
 * @summary Field, comparison, value; all or any of several.
 * @fires tb-feel-change - another condition (`value`, FEEL)
 */
export class ConditionBuilder extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, fieldStyles, conditionBuilderStyles];

  /** The condition, as FEEL. */
  @property() value: string = '';
  /** What it may ask. */
  @property({ attribute: false }) names: readonly FeelName[] = [];
  @property({ type: Boolean }) readonly: boolean = false;

  /** What is being built; parts that nothing is chosen for are not in `value` yet. */
  @state() private draft: ConditionGroup | undefined;
  /** What was typed and is no value, by place. */
  @state() private wrong: ReadonlyMap<string, string> = new Map();

  private readonly t = feelMessages.for(this);
  private given: string | undefined;
  private subjects: readonly ConditionSubject[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('names') || changed.has('locale'))
      this.subjects = subjectsIn(this.names, this.locale, (label) => this.t('countOf', { label }));
    if (this.value === this.given && this.draft !== undefined) return;
    this.given = this.value;
    this.wrong = new Map();
    const read = readCondition(this.value, allNames(this.names));
    this.draft = read === undefined ? undefined : asGroup(read);
  }

  override render(): TemplateResult {
    const { draft, t } = this;
    if (draft === undefined) return html`<p class="hint">${t('saysMore')}</p>`;
    return this.group(draft, []);
  }

  private group(group: ConditionGroup, place: Place): TemplateResult {
    const { t, readonly } = this;
    const isInner = place.length > 0;
    return html`<div class="group" role="group" aria-label=${t(isInner ? 'innerGroup' : 'condition')}>
      ${
        group.parts.length > 1 || isInner
          ? html`<div class="head">
            <select class="select" aria-label=${t('joined')} data-join ?disabled=${readonly} @change=${(event: Event) => this.put(place, { ...group, kind: chosen(event) as ConditionGroup['kind'] })}>
              ${(['all', 'any'] as const).map((kind) => html`<option value=${kind} .selected=${kind === group.kind}>${t(`join.${kind}`)}</option>`)}
            </select>
            ${isInner ? this.removeButton(place, t('removeGroup')) : nothing}
          </div>`
          : nothing
      }
      ${group.parts.map((part, at) => {
        const inside = [...place, at];
        return part.kind === 'test' ? this.test(part, inside) : this.group(part, inside);
      })}
      ${
        readonly
          ? nothing
          : html`<div class="adds">
            <button type="button" class="button quiet" data-add @click=${() => this.put(place, { ...group, parts: [...group.parts, OPEN_TEST] })}>${icon('plus')}${t(group.parts.length === 0 ? 'addFirst' : 'addTest')}</button>
            ${
              group.parts.length > 0 && place.length < CONDITION_DEPTH - 1
                ? html`<button type="button" class="button quiet" data-add-group @click=${() => this.put(place, { ...group, parts: [...group.parts, { kind: group.kind === 'all' ? 'any' : 'all', parts: [OPEN_TEST, OPEN_TEST] }] })}>${icon('plus')}${t('addGroup')}</button>`
                : nothing
            }
          </div>`
      }
    </div>`;
  }

  private test(test: ConditionTest, place: Place): TemplateResult {
    const { t, readonly } = this;
    const subject = this.subjects.find(({ feel }) => feel === test.subject);
    const options = this.subjects.map(({ feel, label, within }) => ({ value: feel, label, hint: within, keywords: feel }));
    return html`<div class="test" role="group" aria-label=${subject?.label ?? t('newTest')}>
      <tb-combobox
        required
        placeholder=${t('chooseSubject')}
        .options=${options}
        .value=${test.subject}
        .valueLabel=${subject?.label ?? test.subject}
        ?disabled=${readonly}
        @tb-combobox-change=${(event: ComboboxChangeEvent) => {
          event.stopPropagation();
          this.putSubject(place, test, event.value);
        }}
      ></tb-combobox>
      ${this.removeButton(place, t('removeTest'))}
      ${
        test.subject === ''
          ? nothing
          : html`<div class="compare">
            <select class="select" data-operator aria-label=${t('operator')} ?disabled=${readonly} @change=${(event: Event) => this.putOperator(place, test, chosen(event) as ConditionOperator)}>
              ${this.operators(test, subject).map((operator) => html`<option value=${operator} .selected=${operator === test.operator}>${t(`op.${operator}`)}</option>`)}
            </select>
            <div class="values">${this.values(test, subject?.name ?? UNKNOWN, place)}</div>
          </div>`
      }
    </div>`;
  }

  // one that a file brings stays, even if we would not offer it
  private operators({ operator }: ConditionTest, subject: ConditionSubject | undefined): readonly ConditionOperator[] {
    const offered = operatorsOf(subject?.name ?? UNKNOWN);
    return offered.includes(operator) ? offered : [...offered, operator];
  }

  private values(test: ConditionTest, name: FeelName, place: Place): unknown {
    const choices =
      name.type === 'boolean'
        ? [
            { feel: 'true', label: this.t('yes') },
            { feel: 'false', label: this.t('no') },
          ]
        : name.values;
    switch (test.operator) {
      case 'filled':
      case 'empty':
        return nothing;
      case 'in':
      case 'notIn':
        return choices === undefined ? this.listField(test, name, place) : this.choiceBoxes(test, choices, place);
      case 'between':
        return html`<div class="pair">${this.valueField(test, name, place, 0)}<span>${this.t('and')}</span>${this.valueField(test, name, place, 1)}</div>`;
      default:
        return choices === undefined ? this.valueField(test, name, place, 0) : this.choiceField(test, choices, place);
    }
  }

  private choiceField(test: ConditionTest, choices: NonNullable<FeelName['values']>, place: Place): TemplateResult {
    const [value = ''] = test.values;
    const known = choices.some(({ feel }) => feel === value);
    const shown = known ? choices : [{ feel: value, label: shownLiteral(value, this.t('today')) }, ...choices];
    return html`<select class="select" data-value aria-label=${this.t('value')} ?disabled=${this.readonly} @change=${(event: Event) => this.put(place, { ...test, values: [chosen(event)] })}>
      ${shown.map(({ feel, label }) => html`<option value=${feel} .selected=${feel === value}>${textIn(label, this.locale)}</option>`)}
    </select>`;
  }

  private choiceBoxes(test: ConditionTest, choices: NonNullable<FeelName['values']>, place: Place): TemplateResult {
    const { values } = test;
    const gone = values
      .filter((value) => !choices.some(({ feel }) => feel === value))
      .map((feel) => ({ feel, label: shownLiteral(feel, '') }));
    const toggle = (feel: string, on: boolean): void =>
      this.put(place, { ...test, values: on ? [...values, feel] : values.filter((value) => value !== feel) });
    return html`<div class="choices" role="group" aria-label=${this.t('value')}>
      ${[...choices, ...gone].map(
        ({ feel, label }) =>
          html`<label class="choice"><input type="checkbox" .checked=${values.includes(feel)} ?disabled=${this.readonly} @change=${(event: Event) => toggle(feel, (event.target as HTMLInputElement).checked)} />${textIn(label, this.locale)}</label>`,
      )}
    </div>`;
  }

  private valueField(test: ConditionTest, name: FeelName, place: Place, at: number): TemplateResult {
    const value = shownLiteral(test.values[at] ?? '', this.t('today'));
    return this.textField(`${place.join('-')}-${at}`, value, name, (typed) => {
      const literal = literalOf(typed, name.type);
      if (literal !== undefined) this.put(place, { ...test, values: withAt(test.values, at, literal) });
      return literal !== undefined;
    });
  }

  private listField(test: ConditionTest, name: FeelName, place: Place): TemplateResult {
    const value = test.values.map((one) => shownLiteral(one, this.t('today'))).join('、');
    return this.textField(
      `${place.join('-')}-0`,
      value,
      name,
      (typed) => {
        const literals = typed.split(/[、，,;；]/).flatMap((one) => literalOf(one, name.type) ?? []);
        if (literals.length > 0) this.put(place, { ...test, values: literals });
        return literals.length > 0;
      },
      this.t('severalValues'),
    );
  }

  private textField(id: string, value: string, name: FeelName, take: (typed: string) => boolean, hint?: string): TemplateResult {
    const wrong = this.wrong.get(id);
    const shown = wrong ?? value;
    const says =
      wrong === undefined ? hint : this.t(name.type === 'number' ? 'wrongNumber' : name.type === 'date' ? 'wrongDate' : 'valueNeeded');
    return html`<input
        class="input"
        data-value
        id="value-${id}"
        autocomplete="off"
        aria-label=${this.t('value')}
        inputmode=${name.type === 'number' ? 'decimal' : nothing}
        placeholder=${name.type === 'date' ? '2026-01-31' : nothing}
        aria-invalid=${wrong === undefined ? nothing : 'true'}
        aria-describedby=${says === undefined ? nothing : `says-${id}`}
        .value=${shown}
        ?readonly=${this.readonly}
        @change=${(event: Event) => {
          const typed = (event.target as HTMLInputElement).value;
          const wrongs = new Map(this.wrong);
          if (take(typed)) wrongs.delete(id);
          else wrongs.set(id, typed);
          this.wrong = wrongs;
        }}
      />${says === undefined ? nothing : html`<p class=${wrong === undefined ? 'hint' : 'field-error'} id="says-${id}">${says}</p>`}`;
  }

  private removeButton(place: Place, label: string): TemplateResult | typeof nothing {
    if (this.readonly) return nothing;
    return html`<button type="button" class="button quiet icon-only" title=${label} aria-label=${label} @click=${() => this.put(place, undefined)}>${icon('trash')}</button>`;
  }

  private putSubject(place: Place, test: ConditionTest, feel: string): void {
    const name = this.subjects.find((subject) => subject.feel === feel)?.name ?? UNKNOWN;
    const offered = operatorsOf(name);
    const operator = offered.includes(test.operator) ? test.operator : (offered[0] ?? '=');
    const first = name.type === 'boolean' ? 'true' : name.values?.[0]?.feel;
    this.put(place, { kind: 'test', subject: feel, operator, values: first === undefined ? [] : [first] });
  }

  private putOperator(place: Place, test: ConditionTest, operator: ConditionOperator): void {
    const most =
      operator === 'filled' || operator === 'empty' ? 0 : operator === 'in' || operator === 'notIn' ? 99 : operator === 'between' ? 2 : 1;
    this.put(place, { ...test, operator, values: test.values.slice(0, most) });
  }

  private put(place: Place, part: Condition | undefined): void {
    const { draft } = this;
    if (draft === undefined) return;
    const next = place.length === 0 ? part : replacedAt(draft, place, part);
    this.draft = next === undefined ? { kind: 'all', parts: [] } : asGroup(next);
    if (part === undefined) this.wrong = new Map();
    const value = writeCondition(this.draft);
    if (value === this.value) return;
    this.given = value;
    this.value = value;
    this.emit(new FeelChangeEvent(value));
  }
}

function asGroup(condition: Condition): ConditionGroup {
  return condition.kind === 'test' ? { kind: 'all', parts: [condition] } : condition;
}

/** `group` with `part` at `place`; without what stands there when `part` is nothing. */
function replacedAt(group: ConditionGroup, [at = 0, ...deeper]: Place, part: Condition | undefined): ConditionGroup {
  const present = group.parts[at];
  const next = deeper.length > 0 && present !== undefined && present.kind !== 'test' ? replacedAt(present, deeper, part) : part;
  return { ...group, parts: [...group.parts.slice(0, at), ...(next === undefined ? [] : [next]), ...group.parts.slice(at + 1)] };
}

function withAt(values: readonly string[], at: number, value: string): readonly string[] {
  const next = [...values];
  while (next.length < at) next.push('');
  next[at] = value;
  return next;
}

function chosen(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-condition-builder': ConditionBuilder;
  }
}

/** `<tb-rule-list>`: the rows of a decision table for people who look something up, such as a negative list with its exceptions. */
import { buttonStyles, fieldStyles, formatDay, icon, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { DecisionTable } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ruleListStyles } from './rule-list.styles.ts';
import { ruleListMessages } from './rule-list-messages.ts';
import { findRows, type RuleException, type RuleExceptions, type RuleFact, type RuleRow, ruleRows } from './rule-rows.ts';

/** Beyond these rows a search is quicker than reading. */
const SHOWN_ROWS = 300;

/**
 * A searchable list of rules.
 *
 * @summary Look up a row of a list by word, number or exception.
 * @csspart row - One row.
 */
export class RuleList extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, fieldStyles, surfaceStyles, ruleListStyles];

  /** The list. */
  @property({ attribute: false }) table: DecisionTable | undefined;
  /** The table of its exceptions, and which condition there names a row. */
  @property({ attribute: false }) exceptions: RuleExceptions | undefined;
  /** The result that numbers the rows; default their places. */
  @property({ attribute: 'numbered-by' }) numberedBy: string = '';
  @property() label: string = '';
  /** Where the list comes from. */
  @property() source: string = '';
  /** The day from which it holds, `YYYY-MM-DD`. */
  @property({ attribute: 'effective-from' }) effectiveFrom: string = '';

  @state() private sought = '';
  @state() private onlyExceptions = false;
  #rows: readonly RuleRow[] = [];

  private readonly t = ruleListMessages.for(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (![...changed.keys()].some((name) => name !== 'sought' && name !== 'onlyExceptions')) return;
    const options = { locale: this.locale, numberedBy: this.numberedBy, exceptions: this.exceptions };
    this.#rows = this.table === undefined ? [] : ruleRows(this.table, options);
  }

  override render(): TemplateResult {
    const { t } = this;
    const found = findRows(this.#rows, this.sought, this.onlyExceptions);
    const count = this.#rows.length;
    return html`<section aria-label=${this.label || nothing}>
      ${this.label === '' ? nothing : html`<h2>${this.label}</h2>`}
      ${this.effectiveFrom === '' && this.source === '' ? nothing : html`<p class="muted">${this.#origin()}</p>`}
      <div class="tools" role="search">
        <div class="field">
          <label class="label" for="search">${t('search')}</label>
          <p class="hint" id="search-hint">${t('searchHint')}</p>
          <input class="input" type="search" id="search" aria-describedby="search-hint" autocomplete="off" .value=${this.sought} @input=${(
            event: InputEvent,
          ) => {
            if (!event.isComposing) this.sought = (event.target as HTMLInputElement).value;
          }} @compositionend=${(event: CompositionEvent) => {
            this.sought = (event.target as HTMLInputElement).value;
          }} />
        </div>
        ${
          this.exceptions === undefined
            ? nothing
            : html`<label class="choice"><input type="checkbox" .checked=${this.onlyExceptions} @change=${(event: Event) => {
                this.onlyExceptions = (event.target as HTMLInputElement).checked;
              }} /><span>${t('onlyExceptions')}</span></label>`
        }
      </div>
      <p role="status" class="muted">${found.length === count ? t('count', { count }) : t('found', { found: found.length, count })}</p>
      ${found.length === 0 && count > 0 ? html`<p>${t('none')}</p>` : nothing}
      <ol class="rows" role="list">${found.slice(0, SHOWN_ROWS).map((row) => this.#row(row))}</ol>
    </section>`;
  }

  #origin(): string {
    const { t, effectiveFrom, source } = this;
    const from = effectiveFrom === '' ? [] : [t('from', { day: formatDay(effectiveFrom, this.locale) })];
    return [...(source === '' ? [] : [source]), ...from].join('，') + (effectiveFrom === '' ? '' : `。${t('pinned')}`);
  }

  #row({ number, conditions, results, remarks, exceptions }: RuleRow): TemplateResult {
    const [first, ...rest] = conditions;
    const open = this.onlyExceptions || this.sought.trim() !== '';
    return html`<li class="card row-card" part="row">
      <p class="row-head"><span class="badge">${this.t('row', { number })}</span>${exceptions.length === 0 ? nothing : html`<span class="badge yellow">${this.t('exceptions', { count: exceptions.length })}</span>`}</p>
      <p class="row-title">${first?.words ?? results[0]?.words}</p>
      ${this.#facts([...rest, ...results])}
      ${remarks.length === 0 ? nothing : html`<p class="muted small">${remarks.join('；')}</p>`}
      ${exceptions.length === 0 ? nothing : html`<details ?open=${open}><summary>${this.t('exceptions', { count: exceptions.length })}</summary><ol class="exceptions">${exceptions.map((one) => this.#exception(one))}</ol></details>`}
    </li>`;
  }

  #exception({ conditions, results, remarks }: RuleException): TemplateResult {
    return html`<li>
      ${conditions.length === 0 ? html`<p>${this.t('otherwise')}</p>` : this.#facts(conditions)}
      <p class="outcome">${icon('arrow-right')}${results.map(({ label, words }) => `${label}：${words}`).join('，')}</p>
      ${remarks.length === 0 ? nothing : html`<p class="muted small">${remarks.join('；')}</p>`}
    </li>`;
  }

  #facts(facts: readonly RuleFact[]): TemplateResult | typeof nothing {
    return facts.length === 0
      ? nothing
      : html`<dl class="facts">${facts.map(({ label, words }) => html`<div><dt>${label}</dt><dd>${words}</dd></div>`)}</dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-rule-list': RuleList;
  }
}

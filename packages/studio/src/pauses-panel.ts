/** `<tb-pauses-panel>`: for what reasons the clocks of a measure may stand still, which limits that concerns, and how such a pause ends. */
import { buttonStyles, fieldStyles, icon, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import { type LimitUnit, type Lock, lockOf, type PauseReason, type PauseTerm, type Role, textIn } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PartChangeEvent } from './part-change-event.ts';
import {
  AUTOMATIC_REASONS,
  freeReason,
  type Pauses,
  reasonsOf,
  USUAL_REASONS,
  withLimit,
  withoutReason,
  withPart,
  withReason,
} from './pause-reasons.ts';
import { studioMessages } from './studio-messages.ts';

const UNITS: readonly LimitUnit[] = ['workingDay', 'calendarDay', 'month'];
const USUAL_TERM: PauseTerm = { amount: 5, unit: 'workingDay' };
const MOST = { amount: 10_000, ahead: 1_000 } as const;

type Part = Parameters<typeof withPart>[2];

/**
 * Reasons to pause; fires `tb-part-change` with the limits and the reasons.
 *
 * @fires tb-part-change - a panel of the studio has a new value for its part of the measure
 */
export class PausesPanel extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    css`
      :host {
        display: block;
        margin-block-start: 32px;
      }

      .reason {
        margin-block-end: 16px;
      }

      .reason-title {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 8px;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 12px 20px;
        align-items: end;
        margin-block-start: 12px;
      }

      .number {
        width: 88px;
      }

      .wide {
        flex: 1 1 240px;
      }

      fieldset {
        margin: 12px 0 0;
        padding: 0;
        border: 0;
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
      }
    `,
  ];

  @property({ attribute: false }) pauses: Pauses = { limits: [] };
  @property({ attribute: false }) roles: readonly Role[] = [];
  /** Limits that a copy does not change here. */
  @property({ attribute: false }) locks: readonly Lock[] = [];

  private readonly t = studioMessages.for(this);

  override render(): TemplateResult {
    const reasons = reasonsOf(this.pauses);
    return html`<section aria-labelledby="pauses">
      <h2 id="pauses">${this.t('pauses')}</h2>
      <p class="muted">${this.t('pausesHint')}</p>
      ${reasons.length === 0 ? html`<p class="muted">${this.t('pausesNone')}</p>` : reasons.map((reason) => this.renderReason(reason))}
      ${this.renderAdd(reasons)}
    </section>`;
  }

  private renderReason(reason: PauseReason): TemplateResult {
    const { id } = reason;
    const name = this.nameOf(reason);
    const automatic = AUTOMATIC_REASONS.some((one) => one === id);
    return html`<div class="card reason" role="group" aria-label=${name} data-reason=${id}>
      <div class="reason-title">
        <h3>${name}</h3>
        <button type="button" class="button quiet icon-only" aria-label=${this.t('removeLimit', { name })} @click=${() => this.tell(withoutReason(this.pauses, id))}>${icon('trash')}</button>
      </div>
      ${this.renderLimits(id)}
      ${automatic ? html`<p class="muted">${this.t('pauseAutomatic')}</p>` : html`${this.renderTerm(reason)}${this.renderWord(reason)}${this.renderWords(reason)}`}
    </div>`;
  }

  private renderLimits(id: string): TemplateResult {
    return html`<fieldset>
      <legend class="label">${this.t('pauseLimits')}</legend>
      <div class="choices">
        ${this.pauses.limits.map(
          (limit) =>
            html`<label class="choice"><input type="checkbox" .checked=${limit.pauses?.includes(id) === true} ?disabled=${lockOf(this.locks, 'limit', limit.id) !== undefined} @change=${(event: Event) => this.tell(withLimit(this.pauses, id, limit.id, isChecked(event)))} />${textIn(limit.name, this.locale)}</label>`,
        )}
      </div>
    </fieldset>`;
  }

  private renderTerm({ id, term }: PauseReason): TemplateResult {
    const change = (part: Partial<PauseTerm>): void => this.change(id, { term: { ...(term ?? USUAL_TERM), ...part } });
    return html`<div class="line">
      <div class="field">
        <label class="label" for="end-${id}">${this.t('pauseEnds')}</label>
        <select class="select" id="end-${id}" @change=${(event: Event) => this.change(id, { term: textOf(event) === 'term' ? USUAL_TERM : undefined })}>
          <option value="open" ?selected=${term === undefined}>${this.t('pauseEndsOpen')}</option>
          <option value="term" ?selected=${term !== undefined}>${this.t('pauseEndsTerm')}</option>
        </select>
      </div>
      ${
        term === undefined
          ? nothing
          : html`<div class="field">
                <label class="label" for="amount-${id}">${this.t('pauseTerm')}</label>
                <input class="input number" id="amount-${id}" inputmode="numeric" .value=${String(term.amount)} @change=${(event: Event) => typed(event, term.amount, 1, MOST.amount, (amount) => change({ amount }))} />
              </div>
              <div class="field">
                <label class="label" for="unit-${id}">${this.t('limitUnit')}</label>
                <select class="select" id="unit-${id}" @change=${(event: Event) => change({ unit: textOf(event) as LimitUnit })}>
                  ${[...new Set([...UNITS, term.unit])].map((unit) => html`<option value=${unit} ?selected=${unit === term.unit}>${this.t(unit)}</option>`)}
                </select>
              </div>
              <label class="choice"><input type="checkbox" .checked=${term.firstDayCounts !== false} @change=${(event: Event) => change({ firstDayCounts: isChecked(event) })} />${this.t('pauseFirstDay')}</label>`
      }
    </div>`;
  }

  // whoever paused hears of the end, unless roles are named
  private renderWord({ id, ahead, to = [] }: PauseReason): TemplateResult {
    const choose = (role: string, chosen: boolean): void => {
      const next = chosen ? [...to, role] : to.filter((one) => one !== role);
      this.change(id, { to: next.length === 0 ? undefined : next });
    };
    return html`<div class="line">
        <label class="choice"><input type="checkbox" .checked=${ahead !== undefined} @change=${(event: Event) => this.change(id, isChecked(event) ? { ahead: 1 } : { ahead: undefined, to: undefined })} />${this.t('pauseWord')}</label>
        ${
          ahead === undefined
            ? nothing
            : html`<div class="field">
                <label class="label" for="ahead-${id}">${this.t('pauseAhead')}</label>
                <input class="input number" id="ahead-${id}" inputmode="numeric" .value=${String(ahead)} @change=${(event: Event) => typed(event, ahead, 0, MOST.ahead, (days) => this.change(id, { ahead: days }))} />
              </div>`
        }
      </div>
      ${
        ahead === undefined
          ? nothing
          : html`<fieldset>
              <legend class="label">${this.t('pauseWordTo')}</legend>
              <div class="choices">
                ${this.roles.map(
                  (role) =>
                    html`<label class="choice"><input type="checkbox" .checked=${to.includes(role.id)} @change=${(event: Event) => choose(role.id, isChecked(event))} />${textIn(role.name, this.locale)}</label>`,
                )}
              </div>
            </fieldset>`
      }`;
  }

  private renderWords({ id, name, source }: PauseReason): TemplateResult {
    const usual = USUAL_REASONS.find((one) => one === id);
    const rename = (text: string): void => this.change(id, { name: text === '' ? undefined : { ...name, 'zh-CN': text } });
    return html`<div class="line">
      <div class="field wide">
        <label class="label" for="name-${id}">${this.t('pauseName')}</label>
        <input class="input" id="name-${id}" maxlength="100" placeholder=${usual === undefined ? nothing : this.t(`pause.${usual}`)} .value=${name?.['zh-CN'] ?? ''} @change=${(event: Event) => rename(textOf(event))} />
      </div>
      <div class="field wide">
        <label class="label" for="source-${id}">${this.t('limitSource')}</label>
        <input class="input" id="source-${id}" maxlength="1000" .value=${source ?? ''} @change=${(event: Event) => this.change(id, { source: textOf(event) === '' ? undefined : textOf(event) })} />
      </div>
    </div>`;
  }

  private renderAdd(reasons: readonly PauseReason[]): TemplateResult {
    const free = [...USUAL_REASONS, ...AUTOMATIC_REASONS].filter((one) => !reasons.some(({ id }) => id === one));
    return html`<div class="line">
      <div class="field">
        <label class="label" for="new">${this.t('pauseNew')}</label>
        <select class="select" id="new">
          ${free.map((one) => html`<option value=${one}>${this.t(`pause.${one}`)}</option>`)}
          <option value="">${this.t('pauseOther')}</option>
        </select>
      </div>
      <button type="button" class="button" @click=${this.add}>${icon('plus')}${this.t('pauseAdd')}</button>
    </div>`;
  }

  private add(): void {
    const chosen = this.renderRoot.querySelector<HTMLSelectElement>('#new')?.value ?? '';
    this.tell(
      withReason(this.pauses, chosen === '' ? { id: freeReason(this.pauses), name: { 'zh-CN': this.t('pauseUnnamed') } } : { id: chosen }),
    );
  }

  private nameOf({ id, name }: PauseReason): string {
    if (name !== undefined) return textIn(name, this.locale);
    const usual = [...USUAL_REASONS, ...AUTOMATIC_REASONS].find((one) => one === id);
    return usual === undefined ? id : this.t(`pause.${usual}`);
  }

  private change(id: string, part: Part): void {
    this.tell(withPart(this.pauses, id, part));
  }

  private tell(pauses: Pauses): void {
    this.pauses = pauses;
    this.emit(new PartChangeEvent(pauses));
  }
}

// helpers

function isChecked(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}

function textOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value.trim();
}

// what is no such number goes back to what it was
function typed(event: Event, before: number, least: number, most: number, take: (value: number) => void): void {
  const text = textOf(event);
  const value = Number(text);
  if (text !== '' && Number.isSafeInteger(value) && value >= least && value <= most) take(value);
  else (event.target as HTMLInputElement).value = String(before);
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-pauses-panel': PausesPanel;
  }
}

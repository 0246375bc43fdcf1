/** `<tb-limits-panel>`: the legal time limits of a measure as a table that is edited in place. */
import { buttonStyles, fieldStyles, icon, surfaceStyles, TongbanElement, tableStyles } from '@tongban/element-kit';
import { type Limit, type LimitUnit, type Lock, lockOf, textIn } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LIMIT_UNITS } from './limit-units.ts';
import { PartChangeEvent } from './part-change-event.ts';
import { studioMessages } from './studio-messages.ts';

/**
 * Limits; fires `tb-part-change` with the new list.
 *
 * @fires tb-part-change - a panel of the studio has a new value for its part of the measure
 */
export class LimitsPanel extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    tableStyles,
    css`
      .amount {
        width: 88px;
      }

      td {
        vertical-align: top;
      }

      .add {
        margin-top: 12px;
      }

      /* name and button, then amount and unit, then the source */
      @media (max-width: 40em) {
        .table thead {
          display: none;
        }

        .table tr {
          display: grid;
          grid-template-columns: 88px 1fr auto;
          gap: 6px 8px;
          padding: 10px 12px;
          border-block-end: 1px solid var(--_line);
        }

        .table td {
          padding: 0;
          border: none;
          height: auto;
        }

        .table td:nth-child(1) {
          grid-column: 1 / 3;
        }

        .table td:nth-child(3) {
          grid-column: 2 / 4;
        }

        .table td:nth-child(4) {
          grid-column: 1 / -1;
        }

        .table td:nth-child(5) {
          grid-area: 1 / 3;
        }
      }
    `,
  ];

  @property({ attribute: false }) limits: readonly Limit[] = [];
  /** Limits that a copy does not change here, and those it may only shorten. */
  @property({ attribute: false }) locks: readonly Lock[] = [];

  private readonly t = studioMessages.for(this);

  override render(): TemplateResult {
    return html`<div class="scroll">
        <table class="table">
          <thead>
            <tr>${(['limitName', 'limitAmount', 'limitUnit', 'limitSource'] as const).map((key) => html`<th scope="col">${this.t(key)}</th>`)}<th scope="col"><span class="visually-hidden">${this.t('actions')}</span></th></tr>
          </thead>
          <tbody>
            ${this.limits.map((limit, index) => this.renderRow(limit, index))}
          </tbody>
        </table>
      </div>
      <button type="button" class="button add" @click=${this.add}>${icon('plus')}${this.t('addLimit')}</button>`;
  }

  private renderRow(limit: Limit, index: number): TemplateResult {
    const name = textIn(limit.name, this.locale);
    const missing = !LIMIT_UNITS.includes(limit.unit);
    const lock = lockOf(this.locks, 'limit', limit.id);
    const isLocked = lock !== undefined;
    return html`<tr data-limit=${limit.id}>
      <td><input class="input" aria-label=${this.t('limitName')} ?readonly=${isLocked} .value=${limit.name['zh-CN']} @change=${(event: Event) => this.change(index, { name: { ...limit.name, 'zh-CN': textOf(event) } })} /></td>
      <td><input class="input number amount" inputmode="numeric" aria-label="${name} ${this.t('limitAmount')}" ?readonly=${lock?.rule === 'fixed'} .value=${String(limit.amount)} @change=${(event: Event) => this.setAmount(index, event)} /></td>
      <td>
        <select class="select" aria-label="${name} ${this.t('limitUnit')}" aria-invalid=${missing ? 'true' : nothing} ?disabled=${isLocked} @change=${(event: Event) => this.change(index, { unit: textOf(event) as LimitUnit })}>
          ${missing ? html`<option value="" selected>${this.t('unitMissing')}</option>` : nothing}
          ${LIMIT_UNITS.map((unit) => html`<option value=${unit} ?selected=${unit === limit.unit}>${this.t(unit)}</option>`)}
        </select>
      </td>
      <td class="muted">${limit.source ?? ''}</td>
      <td>${isLocked ? nothing : html`<button type="button" class="button quiet icon-only" aria-label=${this.t('removeLimit', { name })} @click=${() => this.drop(index)}>${icon('trash')}</button>`}</td>
    </tr>`;
  }

  private setAmount(index: number, event: Event): void {
    const amount = Number(textOf(event));
    if (Number.isSafeInteger(amount) && amount > 0) this.change(index, { amount });
    else (event.target as HTMLInputElement).value = String(this.limits[index]?.amount ?? 1);
  }

  private change(index: number, part: Partial<Limit>): void {
    this.tell(this.limits.map((limit, at) => (at === index ? { ...limit, ...part } : limit)));
  }

  private add(): void {
    const taken = new Set(this.limits.map((limit) => limit.id));
    let number = this.limits.length + 1;
    while (taken.has(`limit-${number}`)) number += 1;
    this.tell([
      ...this.limits,
      { id: `limit-${number}`, name: { 'zh-CN': `时限 ${number}`, en: `Limit ${number}` }, amount: 1, unit: 'workingDay' },
    ]);
  }

  private drop(index: number): void {
    this.tell(this.limits.filter((_, at) => at !== index));
  }

  private tell(limits: readonly Limit[]): void {
    this.limits = limits;
    this.emit(new PartChangeEvent(limits));
  }
}

function textOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value.trim();
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-limits-panel': LimitsPanel;
  }
}

/** `<tb-lock-panel>`: what copies of a measure may not change of the parts on a surface; in a copy, what its base locked there and why. */
import { buttonStyles, fieldStyles, icon, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import { LOCK_RULES, type Lock, type LockedPart, type LockRule, lockOf } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PartChangeEvent } from './part-change-event.ts';
import { studioMessages } from './studio-messages.ts';

/** A part that may be locked, and what people call it. */
export interface LockSubject {
  readonly part: LockedPart;
  readonly id: string;
  /** Of a field. */
  readonly form?: string;
  readonly name: string;
}

/**
 * Locks; fires `tb-part-change` with the whole list of the measure.
 *
 * @fires tb-part-change - a panel of the studio has a new value for its part of the measure
 */
export class LockPanel extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    css`
      :host {
        display: block;
        margin-bottom: 12px;
      }

      summary {
        cursor: pointer;
      }

      .rows {
        display: grid;
        grid-template-columns: minmax(8em, 1fr) minmax(8em, auto) minmax(8em, 2fr);
        gap: 8px 12px;
        align-items: center;
        max-height: 320px;
        margin-top: 8px;
        padding: 2px;
        overflow: auto;
      }

      @media (max-width: 40em) {
        .rows {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  @property({ attribute: false }) subjects: readonly LockSubject[] = [];
  /** All locks of the measure. */
  @property({ attribute: false }) locks: readonly Lock[] = [];
  /** Of a copy: what its base locks, and what people call the base. */
  @property({ attribute: false }) given: { readonly title: string; readonly locks: readonly Lock[] } | undefined;

  private readonly t = studioMessages.for(this);

  override render(): TemplateResult | typeof nothing {
    return this.given === undefined ? this.renderOwn() : this.renderGiven(this.given);
  }

  private renderOwn(): TemplateResult | typeof nothing {
    if (this.subjects.length === 0) return nothing;
    const count = this.subjects.filter((subject) => lockFor(this.locks, subject) !== undefined).length;
    return html`<details>
      <summary>${this.t('locks', { count })}</summary>
      <p class="hint">${this.t('locksHint')}</p>
      <div class="rows">${this.subjects.map((subject) => this.renderSubject(subject))}</div>
    </details>`;
  }

  private renderSubject(subject: LockSubject): TemplateResult {
    const lock = lockFor(this.locks, subject);
    const rules: readonly LockRule[] = LOCK_RULES[subject.part];
    return html`<span>${subject.name}</span>
      <select
        class="select"
        aria-label=${this.t('lockOf', { name: subject.name })}
        data-lock=${subject.id}
        @change=${(event: Event) => this.put(subject, (event.target as HTMLSelectElement).value as LockRule | '', lock?.reason ?? '')}
      >
        <option value="" ?selected=${lock === undefined}>${this.t('lock.none')}</option>
        ${[...rules].reverse().map((rule) => html`<option value=${rule} ?selected=${lock?.rule === rule}>${this.t(`lock.${rule}`)}</option>`)}
      </select>
      ${
        lock === undefined
          ? html`<span></span>`
          : html`<input
              class="input"
              aria-label=${this.t('lockReasonOf', { name: subject.name })}
              placeholder=${this.t('lockReason')}
              .value=${lock.reason ?? ''}
              @change=${(event: Event) => this.put(subject, lock.rule, (event.target as HTMLInputElement).value.trim())}
            />`
      }`;
  }

  private renderGiven({ title, locks }: { readonly title: string; readonly locks: readonly Lock[] }): TemplateResult | typeof nothing {
    const locked = this.subjects.flatMap((subject) => {
      const lock = lockFor(locks, subject);
      return lock === undefined ? [] : [{ subject, lock }];
    });
    if (locked.length === 0) return nothing;
    return html`<div class="callout">
      ${icon('lock')}
      <div>
        <p>${this.t('lockedBy', { base: title })}</p>
        <ul>
          ${locked.map(({ subject, lock }) => html`<li>${subject.name}：${this.t(`lock.${lock.rule}`)}${lock.reason === undefined ? '' : this.t('lockBecause', { reason: lock.reason })}</li>`)}
        </ul>
      </div>
    </div>`;
  }

  private put({ part, id, form }: LockSubject, rule: LockRule | '', reason: string): void {
    const before = lockOf(this.locks, part, id, form);
    const others = this.locks.filter((lock) => lock !== before);
    const next = { part, ...(form === undefined ? {} : { form }), id, rule, ...(reason === '' ? {} : { reason }) } as Lock;
    this.locks = rule === '' ? others : [...others, next];
    this.emit(new PartChangeEvent(this.locks));
  }
}

function lockFor(locks: readonly Lock[], { part, id, form }: LockSubject): Lock | undefined {
  return lockOf(locks, part, id, form);
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-lock-panel': LockPanel;
  }
}

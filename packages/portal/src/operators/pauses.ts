/** `<tb-pauses>`: the cases whose clocks stand still, and pausing one for a legal reason, with what it moves shown before. */
import { type ComboboxChangeEvent, formatDay } from '@tongban/element-kit';
import type { HostService, LastingPause, Page, PausedCase } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { dayOf } from '../china-day.ts';
import { CaseOpenEvent } from '../events.ts';
import { renderClock } from '../render-clock.ts';
import { caseSource } from './case-source.ts';
import { OperatorList } from './operator-list.ts';

/** Cases looked at. */
const PAGE_SIZE = 200;

/**
 * Pauses of clocks, for operators.
 *
 * @summary Which cases stand still and why; pause one, let one go on.
 * @fires tb-case-open - a case was chosen
 */
export class Pauses extends OperatorList<PausedCase> {
  @state() private caseId = '';
  @state() private caseTitle = '';

  protected override load(service: HostService): Promise<Page<PausedCase>> {
    return allPaused(service);
  }

  protected override forget(): void {
    this.caseId = '';
    this.caseTitle = '';
  }

  protected override renderList(page: Page<PausedCase>): TemplateResult {
    return html`<section class="card" aria-labelledby="paused">
        <h2 class="card-title" id="paused">${this.t('pausedCases')}</h2>
        ${page.entries.length === 0 ? html`<p class="muted">${this.t('pausedNone')}</p>` : html`<ul class="lines">${page.entries.map((one) => this.renderCase(one))}</ul>`}
      </section>
      <section class="card" aria-labelledby="pause">
        <h2 class="card-title" id="pause">${this.t('pauseNew')}</h2>
        <div class="column narrow">
          <p class="muted">${this.t('pauseHint')}</p>
          <tb-combobox
            label=${this.t('case')}
            hint=${this.t('caseHint')}
            required
            .source=${caseSource(() => this.service, { open: true })}
            .value=${this.caseId}
            value-label=${this.caseTitle}
            @tb-combobox-change=${this.onCase}
          ></tb-combobox>
          ${
            this.caseId === ''
              ? nothing
              : html`<tb-pause-form case-id=${this.caseId} .service=${this.service} @tb-paused=${this.onPaused}></tb-pause-form>`
          }
        </div>
      </section>`;
  }

  private renderCase(paused: PausedCase): TemplateResult {
    const { caseId, title, key, applicant, pauses, clock } = paused;
    return html`<li>
      <div class="what">
        <span class="name">${title}</span>
        <span class="muted small">${[key, applicant].filter((word) => word !== undefined).join('　')}</span>
        ${pauses.map((pause) => html`<span>${this.pauseText(pause)}</span>`)}
        <span>${renderClock(this, clock)}</span>
      </div>
      <div class="button-row">
        ${pauses.map((pause) =>
          pause.byCommand
            ? html`<tb-pause-end in-list case-id=${caseId} case-title=${title} .service=${this.service} .pause=${pause} @tb-paused=${this.onMoved}></tb-pause-end>`
            : nothing,
        )}
        <button type="button" class="button quiet" aria-label="${this.t('openCase')} ${title}" @click=${() => this.emit(new CaseOpenEvent(caseId))}>${this.t('openCase')}</button>
      </div>
    </li>`;
  }

  private pauseText({ name, since, until, byCommand }: LastingPause): string {
    const day = (instant: number): string => formatDay(dayOf(instant), this.locale);
    const said = since === undefined ? name : this.t('pausedSince', { reason: name, day: day(since) });
    if (until !== undefined) return `${said}${this.t('pausedUntil', { day: day(until) })}`;
    return byCommand ? said : `${said}${this.t('pauseByFlow')}`;
  }

  private onCase({ value, option }: ComboboxChangeEvent): void {
    this.caseId = value;
    this.caseTitle = option?.label ?? '';
  }

  private readonly onPaused = (): void => {
    this.forget();
    this.announce(this.t('pauseDone'));
    void this.reload();
  };

  private readonly onMoved = (): void => {
    void this.reload();
  };
}

// helpers

// A page may hold none of them: it counts the cases looked at.
async function allPaused(service: HostService): Promise<Page<PausedCase>> {
  const entries: PausedCase[] = [];
  let cursor: string | undefined;
  do {
    const page = await service.pausedCases({ limit: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) });
    entries.push(...page.entries);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return { entries, total: entries.length };
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-pauses': Pauses;
  }
}

/** `<tb-pauses>`: the cases whose clocks stand still, and pausing one for a legal reason, with what it moves shown before. */
import { buttonStyles, type ComboboxChangeEvent, confirmDialog, formatDay, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { CaseService, HostService, LastingPause, Page, PausedCase } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dayOf } from '../china-day.ts';
import { CaseOpenEvent } from '../events.ts';
import { followChanges } from '../follow-changes.ts';
import { Loader } from '../loader.ts';
import { renderClock } from '../render-clock.ts';
import { renderFailure, renderLoading } from '../render-state.ts';
import { caseSource } from './case-source.ts';
import { operatorMessages } from './operator-messages.ts';
import { operatorStyles } from './operators.styles.ts';
import { Sending } from './sending.ts';

/** Cases looked at. */
const PAGE_SIZE = 200;

/**
 * Pauses of clocks, for operators.
 *
 * @summary Which cases stand still and why; pause one, let one go on.
 * @fires tb-case-open - a case was chosen
 */
export class Pauses extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, surfaceStyles, operatorStyles];

  @property({ attribute: false }) service: HostService | undefined;
  /** Of the same person: the list follows its changes. */
  @property({ attribute: false }) cases: CaseService | undefined;
  @state() private caseId = '';
  @state() private caseTitle = '';

  private readonly t = operatorMessages.for(this);
  private readonly list = new Loader<Page<PausedCase>>(this);
  private readonly sending = new Sending(this);

  constructor() {
    super();
    followChanges(this, { service: () => this.cases, changed: () => void this.reload() });
  }

  /** Asks the service again. */
  reload(): Promise<void> {
    const { service } = this;
    return service === undefined ? Promise.resolve() : this.list.load(() => allPaused(service));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('service')) return;
    this.list.clear();
    this.caseId = '';
    this.caseTitle = '';
    void this.reload();
  }

  override render(): TemplateResult {
    const page = this.list.value;
    if (this.list.error !== undefined) return renderFailure(this, this.list.error, () => void this.reload());
    if (page === undefined) return renderLoading(this);
    return html`<div class="column">
      ${this.sending.render()}
      <section class="card" aria-labelledby="paused">
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
      </section>
    </div>`;
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
            ? html`<button type="button" class="button" ?disabled=${this.sending.busy} aria-label="${this.t('resumeFor', { reason: pause.name })} ${title}" @click=${() => void this.resume(paused, pause)}>${this.t('resumeFor', { reason: pause.name })}</button>`
            : nothing,
        )}
        <button type="button" class="button quiet" aria-label="${this.t('openCase')} ${title}" @click=${() => this.emit(new CaseOpenEvent(caseId))}>${this.t('openCase')}</button>
      </div>
    </li>`;
  }

  private pauseText({ name, since, byCommand }: LastingPause): string {
    const from = since === undefined ? '' : formatDay(dayOf(since), this.locale);
    const said = since === undefined ? name : this.t('pausedSince', { reason: name, day: from });
    return byCommand ? said : `${said}${this.t('pauseByFlow')}`;
  }

  private onCase({ value, option }: ComboboxChangeEvent): void {
    this.caseId = value;
    this.caseTitle = option?.label ?? '';
  }

  private readonly onPaused = (): void => {
    this.caseId = '';
    this.caseTitle = '';
    this.announce(this.t('pauseDone'));
    void this.reload();
  };

  private async resume({ caseId, title }: PausedCase, { reason, name }: LastingPause): Promise<void> {
    const { service } = this;
    const question = {
      title: this.t('resumeAsk', { reason: name }),
      body: this.t('resumeBody', { title }),
      confirmLabel: this.t('resume'),
    };
    if (service === undefined || !(await confirmDialog(this, question))) return;
    const done = await this.sending.command((commandId) => service.resume({ commandId, caseId, reason }));
    if (done !== undefined) this.announce(this.t('resumed'));
    await this.reload();
  }
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

/** `<tb-incidents>`: what stands still in running cases, why and since when; tried again as it is, or with corrected values. */
import { confirmDialog, formatInstant, icon } from '@tongban/element-kit';
import type { HostService, IncidentSummary, Page } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { CaseOpenEvent } from '../events.ts';
import type { IncidentRepair, RepairEvent } from './incident-repair.ts';
import { OperatorList } from './operator-list.ts';

/** Cases looked at. */
const PAGE_SIZE = 50;

/**
 * Incidents of all running cases, for operators.
 *
 * @summary What stands still and why; try it again, with corrected values if need be.
 * @fires tb-case-open - a case was chosen
 */
export class Incidents extends OperatorList<IncidentSummary> {
  @state() private limit = PAGE_SIZE;
  @state() private repairing: IncidentSummary | undefined;

  protected override load(service: HostService): Promise<Page<IncidentSummary>> {
    return service.incidents({ limit: this.limit });
  }

  protected override forget(): void {
    this.repairing = undefined;
  }

  protected override renderList(page: Page<IncidentSummary>): TemplateResult {
    return html`${
      page.entries.length === 0
        ? html`<tb-empty icon="check" heading=${this.t('incidentsNone')}>${this.t('incidentsNoneHint')}</tb-empty>`
        : this.renderPage(page)
    }
    ${this.renderRepair()}`;
  }

  private renderPage({ entries, cursor }: Page<IncidentSummary>): TemplateResult {
    return html`<div class="top">
        <p class="muted">${this.t('incidentsHint', { count: entries.length })}</p>
        ${
          entries.length < 2
            ? nothing
            : html`<button type="button" class="button" ?disabled=${this.sending.busy} @click=${() => void this.retryAll(entries)}>${icon('refresh')}${this.t('retryAll')}</button>`
        }
      </div>
      <section class="card">
        <ul class="lines" aria-label=${this.t('incidents')}>
          ${entries.map((incident) => this.renderIncident(incident))}
        </ul>
      </section>
      ${
        cursor === undefined
          ? nothing
          : html`<button type="button" class="button" @click=${() => {
              this.limit += PAGE_SIZE;
              void this.reload();
            }}>${this.t('more')}</button>`
      }`;
  }

  private renderIncident(incident: IncidentSummary): TemplateResult {
    const { caseId, caseTitle, nodeName, problem, since } = incident;
    const { busy } = this.sending;
    return html`<li>
      <div class="what">
        <span class="name">${caseTitle}</span>
        <span>${problem.sentences[this.locale]}</span>
        <span class="muted small">${this.t('incidentAt', { step: nodeName, time: formatInstant(since, undefined, this.locale) })}</span>
      </div>
      <div class="button-row">
        <button type="button" class="button" ?disabled=${busy} aria-label="${this.t('retry')} ${caseTitle} ${nodeName}" @click=${() => void this.retry(incident)}>${this.t('retry')}</button>
        <button type="button" class="button" ?disabled=${busy} aria-label="${this.t('repair')} ${caseTitle} ${nodeName}" @click=${() => {
          this.repairing = incident;
        }}>${this.t('repair')}</button>
        <button type="button" class="button quiet" aria-label="${this.t('openCase')} ${caseTitle}" @click=${() => this.emit(new CaseOpenEvent(caseId))}>${this.t('openCase')}</button>
      </div>
    </li>`;
  }

  private renderRepair(): TemplateResult | typeof nothing {
    const { repairing } = this;
    if (repairing === undefined) return nothing;
    return html`<tb-dialog open size="large" label=${this.t('repairOf', { step: repairing.nodeName })} @tb-dialog-close=${this.onClose}>
      <tb-incident-repair
        case-id=${repairing.caseId}
        .incidentId=${repairing.incidentId}
        .service=${this.service}
        .cases=${this.cases}
        @tb-repair=${(event: RepairEvent) => this.onRepaired(event)}
      ></tb-incident-repair>
    </tb-dialog>`;
  }

  private readonly onClose = (event: Event): void => {
    const repair = this.renderRoot.querySelector<IncidentRepair>('tb-incident-repair');
    if (repair?.isDirty() !== true) {
      this.repairing = undefined;
      return;
    }
    event.preventDefault();
    void this.leave();
  };

  private async leave(): Promise<void> {
    const question = {
      title: this.t('repairLeave'),
      body: this.t('repairLeaveBody'),
      confirmLabel: this.t('repairLeaveYes'),
      danger: true,
    };
    if (await confirmDialog(this, question)) this.repairing = undefined;
  }

  private onRepaired({ done }: RepairEvent): void {
    this.repairing = undefined;
    if (done) this.announce(this.t('retried'));
    void this.reload();
  }

  private async retry({ caseId, incidentId }: IncidentSummary): Promise<boolean> {
    const { service } = this;
    if (service === undefined) return false;
    const done = await this.sending.command((commandId) => service.retryIncident({ commandId, caseId, incidentId }));
    if (done !== undefined) this.announce(this.t('retried'));
    await this.reload();
    return done !== undefined;
  }

  // one after the other: each is a command of its own, and the first refusal is shown
  private async retryAll(incidents: readonly IncidentSummary[]): Promise<void> {
    const question = {
      title: this.t('retryAllAsk', { count: incidents.length }),
      body: this.t('retryAllBody'),
      confirmLabel: this.t('retryAll'),
    };
    if (!(await confirmDialog(this, question))) return;
    for (const incident of incidents) if (!(await this.retry(incident))) return;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-incidents': Incidents;
  }
}

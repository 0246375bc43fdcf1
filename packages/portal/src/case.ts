/** `<tb-case>`: one case for anybody entitled: progress on the picture, time line, filed forms, documents, messages to record. */
import { buttonStyles, formatInstant, newCommandId, sentenceOf, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { FilingForm } from '@tongban/filing-form';
import type {
  CaseService,
  CaseView,
  FormValues,
  HostService,
  IssuedDocument,
  Problem,
  RecordableMessage,
  StartableStep,
} from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { caseStyles } from './case.styles.ts';
import { caseHeaderStyles, renderCaseHeader } from './case-header.ts';
import { TaskOpenEvent } from './events.ts';
import { filePort } from './file-port.ts';
import { followChanges } from './follow-changes.ts';
import { formCalendar } from './form-calendar.ts';
import { STATUS_BADGE, STATUS_WORDS } from './issued-document.ts';
import { Loader } from './loader.ts';
import type { ChosenCaseOperation, OperateEvent } from './operation-bar.ts';
import { wordsOf } from './operation-words.ts';
import { portalMessages } from './portal-messages.ts';
import { renderClock } from './render-clock.ts';
import { renderFailure, renderLasting, renderLoading, renderSuspended, renderWarnings } from './render-state.ts';

/**
 * One case.
 *
 * @summary Progress, filed forms, documents; messages the person may record.
 * @fires tb-task-open - a task in hand was chosen
 */
export class CaseElement extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, surfaceStyles, caseHeaderStyles, caseStyles];

  @property({ attribute: false }) service: CaseService | undefined;
  /** Of the same person: with it, whoever may pause clocks does so here. */
  @property({ attribute: false }) host: HostService | undefined;
  @property({ attribute: 'case-id' }) caseId: string = '';
  @state() private tab = 'progress';
  @state() private shown: IssuedDocument | undefined;
  @state() private recording: RecordableMessage | undefined;
  @state() private recordProblems: readonly Problem[] = [];
  @state() private recordError = '';
  @state() private retryError = '';
  /** What the last operation left behind. */
  @state() private leftBehind: readonly Problem[] = [];
  @state() private busy = false;

  private readonly t = portalMessages.for(this);
  private readonly loader = new Loader<CaseView>(this);
  private commandId = newCommandId();

  constructor() {
    super();
    followChanges(this, {
      service: () => this.service,
      concerns: (notice) => notice.caseId === this.caseId,
      changed: () => void this.reload(),
    });
  }

  /** Asks the service again. */
  reload(): Promise<void> {
    const { service, caseId } = this;
    if (service === undefined || caseId === '') return Promise.resolve();
    return this.loader.load(() => service.case(caseId));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('service') && !changed.has('caseId')) return;
    this.loader.clear();
    this.recording = undefined;
    this.leftBehind = [];
    void this.reload();
  }

  override render(): TemplateResult {
    const view = this.loader.value;
    if (view === undefined)
      return html`<h1 class="visually-hidden">${this.t('progress')}</h1>
        ${this.loader.error === undefined ? renderLoading(this) : renderFailure(this, this.loader.error, () => void this.reload())}`;
    const tabs = [
      { id: 'progress', label: this.t('tabProgress') },
      { id: 'forms', label: this.t('tabForms'), badge: view.forms.length },
      { id: 'documents', label: this.t('tabDocuments'), badge: view.documents.length },
    ];
    return html`${renderCaseHeader(this, view)} ${renderSuspended(this, view)}
      <tb-operation-bar .case=${view} .service=${this.service} @tb-operate=${(event: OperateEvent) => void this.operate(view, event)}></tb-operation-bar>
      ${renderWarnings(this, this.leftBehind)} ${renderLasting(this, view)} ${this.renderPauses(view)}
      ${this.renderIncidents(view)} ${view.messages.length === 0 ? nothing : this.renderMessages(view)}
      <tb-tabs .tabs=${tabs} .selected=${this.tab} @tb-tab-select=${(event: Event & { readonly id: string }) => {
        this.tab = event.id;
      }}>
        <div slot="progress">${this.tab === 'progress' ? this.renderProgress(view) : nothing}</div>
        <div slot="forms">${this.tab === 'forms' ? this.renderForms(view) : nothing}</div>
        <div slot="documents">${this.renderDocuments(view)}</div>
      </tb-tabs>
      ${this.renderDocumentDialog()} ${this.renderRecordDialog(view)}`;
  }

  private renderPauses({ caseId, title, mayPause, lasting = [] }: CaseView): TemplateResult | typeof nothing {
    const { host } = this;
    if (host === undefined || mayPause !== true) return nothing;
    void loadCasePauses();
    return html`<tb-case-pauses case-id=${caseId} case-title=${title} .service=${host} .lasting=${lasting} @tb-paused=${() => void this.reload()}></tb-case-pauses>`;
  }

  private renderIncidents(view: CaseView): TemplateResult | typeof nothing {
    if (view.incidents.length === 0 && this.retryError === '') return nothing;
    return html`<div class="callout error incidents" role="status">
      ${view.incidents.map(
        (incident) => html`<p class="incident">
          ${incident.sentences[this.locale]}
          ${
            incident.mayRetry
              ? html`<button type="button" class="button" ?disabled=${this.busy} @click=${() => void this.retry(view, incident.incidentId)}>${this.t('retryIncident')}</button>`
              : nothing
          }
        </p>`,
      )}
      ${this.retryError === '' ? nothing : html`<p role="alert">${this.retryError}</p>`}
    </div>`;
  }

  private renderMessages(view: CaseView): TemplateResult {
    return html`<div class="callout info messages">
      ${view.messages.map(
        (message) =>
          html`<button type="button" class="button primary" @click=${() => this.startRecording(message)}>${message.label}</button>`,
      )}
    </div>`;
  }

  private renderProgress(view: CaseView): TemplateResult {
    return html`<section class="card" aria-labelledby="open-title">
        <h2 class="card-title" id="open-title">${this.t('openTasks')}</h2>
        ${view.openTasks.length === 0 ? html`<p class="muted">${this.waitingFor(view)}</p>` : nothing}
        <ul class="open">
          ${view.openTasks.map(
            (task) => html`<li>
              <span class="open-name">${task.name}</span><span class="muted">${task.who}</span>${renderClock(this, task.clock)}
              <span class="muted small">${this.t('since', { time: formatInstant(task.since, undefined, this.locale) })}</span>
              ${task.mine ? html`<button type="button" class="button" @click=${() => this.emit(new TaskOpenEvent(task.taskId, view.caseId))}>${this.t('openTask')}</button>` : nothing}
            </li>`,
          )}
        </ul>
        ${this.renderStartable(view)}
      </section>
      <section aria-labelledby="picture-title">
        <h2 class="card-title" id="picture-title">${this.t('progress')}</h2>
        <tb-flow-picture .picture=${view.picture} .marks=${view.marks} .label=${this.t('progress')}></tb-flow-picture>
      </section>
      <section aria-labelledby="timeline-title">
        <h2 class="card-title" id="timeline-title">${this.t('timeline')}</h2>
        <tb-timeline .entries=${view.timeline}></tb-timeline>
      </section>`;
  }

  private renderStartable({ caseId, startable = [] }: CaseView): TemplateResult | typeof nothing {
    if (startable.length === 0) return nothing;
    return html`<p class="muted" id="startable-hint">${this.t('startableHint')}</p>
      <div class="button-row" role="group" aria-labelledby="startable-hint">
        ${startable.map(
          (step) =>
            html`<button type="button" class="button" ?disabled=${this.busy} @click=${() => void this.begin(caseId, step)}>${this.t('startStep', { name: step.name })}</button>`,
        )}
      </div>`;
  }

  private renderForms(view: CaseView): TemplateResult {
    const values = Object.fromEntries(view.forms.map((form) => [form.form.document.key, form.values]));
    return html`${view.forms.map(
      (form) => html`<tb-form
        mode="read"
        .form=${form.form}
        .values=${form.values}
        .access=${form.access}
        .context=${{ ...values, ...view.context }}
        .items=${view.items}
        .departments=${view.departments}
        .files=${this.filePort}
      ></tb-form>`,
    )}`;
  }

  private renderDocuments(view: CaseView): TemplateResult {
    if (view.documents.length === 0) return html`<tb-empty icon="file" heading=${this.t('noDocuments')}></tb-empty>`;
    return html`<ul class="documents">
      ${view.documents.map(
        (document) => html`<li>
          <span class="document-title">${document.content.title}<span class="muted">　${document.content.number ?? ''}</span></span>
          <span class="badge ${STATUS_BADGE[document.status]}">${this.t(STATUS_WORDS[document.status])}</span>
          <span class="muted small">${formatInstant(document.issuedAt, undefined, this.locale)}</span>
          <button type="button" class="button" aria-label="${this.t('showDocument')} ${document.content.title} ${document.content.number ?? ''}" @click=${() => {
            this.shown = document;
          }}>${this.t('showDocument')}</button>
        </li>`,
      )}
    </ul>`;
  }

  private renderDocumentDialog(): TemplateResult | typeof nothing {
    const { shown } = this;
    if (shown === undefined) return nothing;
    return html`<tb-dialog open size="large" label=${shown.content.title} @tb-dialog-close=${() => {
      this.shown = undefined;
    }}><tb-document .document=${shown}></tb-document></tb-dialog>`;
  }

  private renderRecordDialog(view: CaseView): TemplateResult | typeof nothing {
    const { recording } = this;
    if (recording === undefined) return nothing;
    return html`<tb-dialog open size="large" label=${recording.label} @tb-dialog-close=${() => {
      this.recording = undefined;
    }}>
      ${this.recordError === '' ? nothing : html`<div class="callout error" role="alert">${this.recordError}</div>`}
      ${recording.forms.map(
        (form) => html`<tb-form
          data-form=${form.form.document.id}
          .form=${form.form}
          .values=${form.values}
          .access=${form.access}
          .context=${view.context}
          .items=${view.items}
          .departments=${view.departments}
          .files=${this.filePort}
          .calendar=${formCalendar(view.calendar)}
          offset-minutes=${view.calendar.offsetMinutes}
        ></tb-form>`,
      )}
      <div slot="footer" class="button-row end">
        <button type="button" class="button primary" ?disabled=${this.busy} @click=${() => void this.record(view, recording)}>${this.t('record')}</button>
      </div>
    </tb-dialog>`;
  }

  private async operate(view: CaseView, event: OperateEvent): Promise<void> {
    const { service } = this;
    if (service === undefined || this.busy) return;
    this.busy = true;
    this.retryError = '';
    this.leftBehind = [];
    try {
      const operation = event.operation as ChosenCaseOperation;
      const answer = await service.operateCase({ commandId: newCommandId(), caseId: view.caseId, ...operation });
      if (answer.ok) this.sayDone(operation, answer.warnings);
      else this.retryError = answer.problems.map((problem) => problem.sentences[this.locale]).join(' ');
      await this.reload();
    } catch (error) {
      this.retryError = sentenceOf(error, this);
    } finally {
      this.busy = false;
    }
  }

  private sayDone({ kind }: ChosenCaseOperation, warnings: readonly Problem[] = []): void {
    this.leftBehind = warnings;
    const said = warnings.map(({ sentences }) => sentences[this.locale]);
    this.announce([this.t('opDone', { what: this.t(wordsOf(kind).button) }), ...said].join(' '));
  }

  private async retry(view: CaseView, incidentId: number): Promise<void> {
    const { service } = this;
    if (service === undefined || this.busy) return;
    this.busy = true;
    this.retryError = '';
    try {
      const answer = await service.retryIncident({ commandId: newCommandId(), caseId: view.caseId, incidentId });
      if (answer.ok) this.announce(this.t('retryIncidentDone'));
      else this.retryError = answer.problems.map((problem) => problem.sentences[this.locale]).join(' ');
      await this.reload();
    } catch (error) {
      this.retryError = sentenceOf(error, this);
    } finally {
      this.busy = false;
    }
  }

  private async begin(caseId: string, { nodeId, name, within }: StartableStep): Promise<void> {
    const { service } = this;
    if (service === undefined || this.busy) return;
    this.busy = true;
    this.retryError = '';
    try {
      const answer = await service.startActivity({ commandId: newCommandId(), caseId, nodeId, within });
      if (answer.ok) this.announce(this.t('stepStarted', { name }));
      else this.retryError = answer.problems.map((problem) => problem.sentences[this.locale]).join(' ');
      await this.reload();
    } catch (error) {
      this.retryError = sentenceOf(error, this);
    } finally {
      this.busy = false;
    }
  }

  private startRecording(message: RecordableMessage): void {
    this.recordProblems = [];
    this.recordError = '';
    this.recording = message;
  }

  private async record(view: CaseView, message: RecordableMessage): Promise<void> {
    const { service } = this;
    const elements = [...this.renderRoot.querySelectorAll<FilingForm>('tb-dialog tb-form')];
    if (service === undefined || this.busy || elements.some((element) => element.handle.validate().length > 0)) return;
    const values: Record<string, FormValues> = {};
    for (const element of elements) values[element.dataset['form'] ?? ''] = element.handle.values();
    this.busy = true;
    try {
      const answer = await service.message({ commandId: this.commandId, name: message.name, key: view.key ?? '', values });
      this.commandId = newCommandId();
      if (answer.ok) {
        this.recording = undefined;
        this.announce(this.t('recordDone'));
        await this.reload();
      } else {
        this.recordProblems = answer.problems;
        this.recordError = answer.problems.map((problem) => problem.sentences[this.locale]).join(' ');
        for (const element of elements) element.showProblems(this.recordProblems);
      }
    } catch (error) {
      this.recordError = sentenceOf(error, this);
    } finally {
      this.busy = false;
    }
  }

  // What a case waits for that is nobody's task: a message, a day, branches that meet where nothing has a name.
  private waitingFor({ marks, picture }: CaseView): string {
    const waiting = new Set(marks.filter(({ open }) => open > 0).map(({ nodeId }) => nodeId));
    const names = picture.shapes
      .filter(({ id }) => waiting.has(id))
      .map(({ kind, name = '' }) => (name === '' && kind.endsWith('Gateway') ? this.t('branchesToMeet') : name))
      .filter((name) => name !== '');
    return names.length === 0 ? this.t('nothingOpen') : this.t('waitingFor', { what: [...new Set(names)].join('、') });
  }

  private readonly filePort = filePort(() => this.service);
}

async function loadCasePauses(): Promise<void> {
  const { defineCasePauses } = await import('./operators/define-case-pauses.ts');
  defineCasePauses();
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-case': CaseElement;
  }
}

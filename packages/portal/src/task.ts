/**
 * `<tb-task>`: one task: the forms on the left as on paper, the decision on the right. Typing is kept as a draft by itself;
 * what the person may not do is not there.
 */
import {
  buttonStyles,
  fieldStyles,
  formatInstant,
  icon,
  newCommandId,
  sentenceOf,
  surfaceStyles,
  TongbanElement,
} from '@tongban/element-kit';
import type { FilingForm } from '@tongban/filing-form';
import {
  type Actor,
  type CaseService,
  type FormValues,
  type FormView,
  isTongbanError,
  type JsonObject,
  type Outcome,
  type Problem,
  type TaskView,
} from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { caseHeaderStyles, renderCaseHeader } from './case-header.ts';
import { CaseOpenEvent, InboxOpenEvent, TaskDoneEvent, TaskOpenEvent } from './events.ts';
import { filePort } from './file-port.ts';
import { formCalendar } from './form-calendar.ts';
import { Loader } from './loader.ts';
import type { ChosenOperation, OperateEvent } from './operation-bar.ts';
import { portalMessages } from './portal-messages.ts';
import { renderFailure, renderLoading, renderSuspended } from './render-state.ts';
import { taskStyles } from './task.styles.ts';
import { TaskDraft, type TaskTyped, typedOf } from './task-draft.ts';

/** After these the task is still this person's. */
const STAYING: ReadonlySet<string> = new Set(['addSigner', 'removeSigner', 'delegate', 'copy']);
const ASKED_WORDS = { before: 'askedBy', after: 'askedAfter', delegate: 'askedDelegate', return: 'askedReturn' } as const;

interface Done {
  readonly caseId: string;
  readonly next: readonly { readonly taskId: string; readonly name: string; readonly mine: boolean }[];
}

/**
 * One task, to be worked on.
 *
 * @summary Forms, decision, operations, draft.
 * @fires tb-task-done - it was completed, returned, rejected or handed over
 * @fires tb-task-open - the person goes on with the next task
 * @fires tb-case-open - the person wants to see the case
 * @fires tb-inbox-open - the person goes back to the list
 */
export class TaskElement extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, fieldStyles, surfaceStyles, caseHeaderStyles, taskStyles];

  @property({ attribute: false }) service: CaseService | undefined;
  @property({ attribute: 'task-id' }) taskId: string = '';
  /** What was typed and not sent is not left on this device: for computers that strangers share. */
  @property({ type: Boolean, attribute: 'shared-device' }) sharedDevice: boolean = false;
  @state() private outcome = '';
  @state() private comment = '';
  @state() private missing: { readonly outcome?: string; readonly comment?: string } = {};
  @state() private failure = '';
  @state() private busy = false;
  @state() private done: Done | undefined;
  /** What the forms hold now, by form id. */
  @state() private live: Readonly<Record<string, FormValues>> = {};
  /** What the forms were handed, by form id. */
  private shown: Readonly<Record<string, FormValues>> = {};

  private readonly t = portalMessages.for(this);
  private readonly loader = new Loader<TaskView>(this);
  private readonly draft = new TaskDraft(this);
  private actor: Actor | undefined;
  private commandId = newCommandId();

  /** Whether something typed is not kept by the server yet. */
  get hasUnsaved(): boolean {
    return this.draft.pending;
  }

  /** Keeps what was typed now, for instance before the page goes elsewhere. */
  flush(): Promise<void> {
    return this.draft.flush();
  }

  /** Asks the service again; drops nothing that was kept. */
  async reload(): Promise<void> {
    const { service, taskId } = this;
    if (service === undefined || taskId === '') return;
    await this.loader.load(async () => {
      this.actor = await service.whoAmI();
      return service.task(taskId);
    });
    const view = this.loader.value;
    if (view === undefined || this.actor === undefined || service !== this.service || taskId !== this.taskId) return;
    this.showTyped(view, typedOf(view));
    if (!view.mine || !this.isConnected) return;
    this.draft.open({
      ...{ service, view, actor: this.actor, onDevice: !this.sharedDevice },
      typed: () => ({ values: this.writableOf(view, this.live), outcome: this.outcome, comment: this.comment }),
      show: (typed) => this.showTyped(view, typed),
    });
  }

  private showTyped(view: TaskView, { values, outcome, comment }: TaskTyped): void {
    this.outcome = outcome;
    this.comment = comment;
    this.shown = Object.fromEntries(
      view.forms.map((form) => [form.form.document.id, { ...form.values, ...takenOver(form), ...values[form.form.document.id] }]),
    );
    this.live = this.shown;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.loader.value?.mine === true && this.done === undefined && !this.draft.isOpen) void this.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('service') && !changed.has('taskId')) return;
    this.loader.clear();
    this.draft.close();
    this.done = undefined;
    this.failure = '';
    this.missing = {};
    void this.reload();
  }

  override render(): TemplateResult {
    if (this.done !== undefined) return this.renderDone(this.done);
    const view = this.loader.value;
    if (view === undefined)
      return html`<h1 class="visually-hidden">${this.t('openTask')}</h1>
        ${this.loader.error === undefined ? renderLoading(this) : renderFailure(this, this.loader.error, () => void this.reload())}`;
    return html`${renderCaseHeader(this, view.case, view.ofName === undefined ? view.name : `${view.name}：${view.ofName}`)}
      ${this.renderReturned(view)} ${this.renderAsked(view)} ${renderSuspended(this, view.case)} ${this.draft.inConflict ? this.draft.notice() : nothing}
      <div class="columns">
        <div class="forms">${this.renderForms(view)}</div>
        <aside class="panel" aria-label=${this.t('decide')}>${view.mine ? this.renderPanel(view) : this.renderReadOnly(view)}</aside>
      </div>`;
  }

  private renderReturned(view: TaskView): TemplateResult | typeof nothing {
    const { returned } = view;
    if (returned === undefined) return nothing;
    return html`<div class="callout warning" role="note">
      ${icon('warning')}
      <div>
        <p>${this.t('returnedHere', { name: `${returned.byName}（${returned.fromName}）`, time: formatInstant(returned.at, undefined, this.locale) })}</p>
        <p class="reason">${returned.reason}</p>
      </div>
    </div>`;
  }

  private renderAsked(view: TaskView): TemplateResult {
    const { asked, answers = [] } = view;
    return html`${
      asked === undefined
        ? nothing
        : html`<div class="callout info" role="note">
            ${icon('info')}
            <div><p>${this.t(ASKED_WORDS[asked.how], { name: asked.byName ?? '' })}</p>${asked.comment === undefined ? nothing : html`<p class="reason">${asked.comment}</p>`}</div>
          </div>`
    }
    ${
      answers.length === 0
        ? nothing
        : html`<section class="callout info" aria-labelledby="answers">
            ${icon('info')}
            <div>
              <h2 class="card-title" id="answers">${this.t('answersTitle')}</h2>
              ${answers.map((answer) => html`<p>${[answer.byName, answer.outcome, answer.comment].filter(Boolean).join('：')}<span class="muted">　${formatInstant(answer.at, undefined, this.locale)}</span></p>`)}
            </div>
          </section>`
    }`;
  }

  /** What is to be filled in stands first; what is to be read follows. */
  private renderForms(view: TaskView): TemplateResult {
    const toFill = view.mine ? view.forms.filter(isWritable) : [];
    const toRead = view.forms.filter((form) => !toFill.includes(form));
    return html`${toFill.map((form) => this.renderForm(view, form))}
      ${toFill.length === 0 || toRead.length === 0 ? nothing : html`<h2 class="to-read">${this.t('toRead')}</h2>`}
      ${toRead.map((form) => this.renderForm(view, form))}`;
  }

  private renderForm(view: TaskView, form: TaskView['forms'][number]): TemplateResult {
    const { document } = form.form;
    return html`<tb-form
      data-form=${document.id}
      mode=${view.mine ? 'fill' : 'read'}
      .form=${form.form}
      .values=${this.shown[document.id] ?? form.values}
      .access=${form.access}
      .context=${this.contextFor(view, document.id)}
      .actor=${this.actor}
      .items=${view.items}
      .departments=${view.departments}
      .files=${this.filePort}
      .calendar=${formCalendar(view.calendar)}
      offset-minutes=${view.calendar.offsetMinutes}
      .carried=${form.carried}
      .changes=${form.changes}
      .filed=${form.values}
      @tb-form-change=${(event: Event) => this.onFormChange(document.id, event)}
    ></tb-form>`;
  }

  private contextFor(view: TaskView, formId: string): JsonObject {
    const others = view.forms.filter((form) => form.form.document.id !== formId);
    return {
      ...Object.fromEntries(others.map((form) => [form.form.document.key, this.live[form.form.document.id] ?? form.values])),
      ...view.context,
    };
  }

  private renderPanel(view: TaskView): TemplateResult {
    return html`${view.onBehalfOf === undefined ? nothing : html`<div class="callout info">${icon('info')}<div>${this.t('onBehalfOf', { name: view.onBehalfOf.name })}</div></div>`}
      ${view.outcomes.length === 0 ? nothing : this.renderOutcomes(view)} ${view.outcomes.length === 0 ? nothing : this.renderComment()}
      ${this.failure === '' ? nothing : html`<div class="callout error" role="alert">${icon('error')}<div>${this.failure}</div></div>`}
      <button type="button" class="button primary block" ?disabled=${this.busy} @click=${() => void this.submit(view)}>${this.t('submit')}</button>
      ${this.draft.inConflict ? this.renderConflict() : this.draft.notice()}
      <tb-operation-bar .view=${view} .service=${this.service} @tb-operate=${(event: OperateEvent) => this.operate(view, event)} @tb-claim=${() => void this.claim()}></tb-operation-bar>
      ${view.next.length === 0 ? nothing : html`<section class="next"><h2>${this.t('whoNext')}</h2><ul>${view.next.map((line) => html`<li>${line}</li>`)}</ul></section>`}
      <button type="button" class="link-button" @click=${() => this.emit(new CaseOpenEvent(view.caseId))}>${this.t('seeCase')}</button>`;
  }

  private renderConflict(): TemplateResult {
    return html`<div class="callout warning" role="note"><div>${this.t('settleDraft')}
      <button type="button" class="link-button" @click=${() => this.showConflict()}>${this.t('goThere')}</button></div></div>`;
  }

  private showConflict(): void {
    const choice = this.renderRoot.querySelector<HTMLElement>('.draft-conflict button');
    choice?.focus({ preventScroll: true });
    choice?.scrollIntoView({ block: 'center' });
  }

  private renderReadOnly(view: TaskView): TemplateResult {
    const claimed = view.assignee === undefined ? '' : this.t('claimed', { name: view.assignee.name });
    const held = view.heldBy === undefined ? '' : this.t('heldBy', { name: view.heldBy });
    return html`<div class="callout info">${icon('info')}<div>${held || claimed || this.t('notMine')}</div></div>
      <tb-operation-bar .view=${view} .service=${this.service} @tb-operate=${(event: OperateEvent) => this.operate(view, event)}></tb-operation-bar>
      <button type="button" class="link-button" @click=${() => this.emit(new CaseOpenEvent(view.caseId))}>${this.t('seeCase')}</button>`;
  }

  private renderOutcomes(view: TaskView): TemplateResult {
    const { outcome: missing } = this.missing;
    return html`<fieldset class="outcomes" aria-describedby=${missing === undefined ? nothing : 'outcome-error'}>
      <legend class="label">${this.t('chooseOutcome')}</legend>
      ${view.outcomes.map(
        (choice) => html`<label class="choice ${choice.danger === true ? 'danger' : ''}">
          <input type="radio" name="outcome" .checked=${choice.value === this.outcome} @change=${() => this.choose(choice)} />${choice.label}
        </label>`,
      )}
      ${missing === undefined ? nothing : html`<p class="field-error" id="outcome-error">${icon('error')}<span>${missing}</span></p>`}
    </fieldset>`;
  }

  private renderComment(): TemplateResult {
    const { comment: missing } = this.missing;
    return html`<div class="field">
      <label class="label" for="comment">${this.t('comment')}</label>
      <textarea
        class="textarea"
        id="comment"
        rows="4"
        aria-invalid=${missing === undefined ? nothing : 'true'}
        aria-describedby=${missing === undefined ? nothing : 'comment-error'}
        .value=${this.comment}
        @input=${this.onComment}
      ></textarea>
      ${missing === undefined ? nothing : html`<p class="field-error" id="comment-error">${icon('error')}<span>${missing}</span></p>`}
      <div class="common" role="group" aria-label=${this.t('commonComments')}>
        ${([this.t('comment1'), this.t('comment2'), this.t('comment3')] as const).map(
          (text) => html`<button type="button" class="button quiet" @click=${() => this.useComment(text)}>${text}</button>`,
        )}
      </div>
    </div>`;
  }

  private renderDone(done: Done): TemplateResult {
    const mine = done.next.find((task) => task.mine);
    const names = [...new Set(done.next.map((task) => task.name))].join('、');
    return html`<div class="done" role="status">
      ${icon('check', { size: 20 })}
      <h1 tabindex="-1">${this.t('doneTitle')}</h1>
      <p>${names === '' ? this.t('doneEnd') : this.t('doneNext', { next: names })}</p>
      <div class="button-row">
        ${mine === undefined ? nothing : html`<button type="button" class="button primary" @click=${() => this.emit(new TaskOpenEvent(mine.taskId, done.caseId))}>${this.t('continueNext', { name: mine.name })}</button>`}
        <button type="button" class="button" @click=${() => this.emit(new InboxOpenEvent())}>${this.t('backToInbox')}</button>
        <button type="button" class="button quiet" @click=${() => this.emit(new CaseOpenEvent(done.caseId))}>${this.t('seeCase')}</button>
      </div>
    </div>`;
  }

  private choose(choice: Outcome): void {
    this.outcome = choice.value;
    this.missing = {};
    this.draft.touch();
  }

  private onComment(event: Event): void {
    this.useComment((event.target as HTMLTextAreaElement).value);
  }

  private useComment(text: string): void {
    this.comment = text;
    this.missing = this.missing.outcome === undefined ? {} : { outcome: this.missing.outcome };
    this.draft.touch();
  }

  private onFormChange(formId: string, event: Event): void {
    this.live = { ...this.live, [formId]: (event.currentTarget as FilingForm).handle.values() };
    this.draft.touch();
  }

  private formElements(): readonly FilingForm[] {
    return [...this.renderRoot.querySelectorAll<FilingForm>('.forms tb-form')];
  }

  /** Values of the forms that may be written at all; the rest is not ours to send. */
  private writtenValues(view: TaskView): Readonly<Record<string, FormValues>> {
    const entries = this.formElements().map((element) => [element.dataset['form'] ?? '', element.handle.values()] as const);
    return this.writableOf(view, Object.fromEntries(entries));
  }

  private writableOf(view: TaskView, values: Readonly<Record<string, FormValues>>): Readonly<Record<string, FormValues>> {
    const writable = new Set(view.forms.filter(isWritable).map((form) => form.form.document.id));
    return Object.fromEntries(Object.entries(values).filter(([formId]) => writable.has(formId)));
  }

  private decision(): { readonly outcome?: string; readonly comment?: string } {
    return { ...(this.outcome === '' ? {} : { outcome: this.outcome }), ...(this.comment === '' ? {} : { comment: this.comment }) };
  }

  private async submit(view: TaskView): Promise<void> {
    const { service } = this;
    if (service === undefined || this.busy || !this.checkAll(view)) return;
    if (this.draft.inConflict) {
      this.showConflict();
      return;
    }
    await this.act(async () => {
      await this.draft.settle();
      const answer = await service.complete({
        commandId: this.commandId,
        taskId: view.taskId,
        revision: this.draft.revision,
        values: this.writtenValues(view),
        ...this.decision(),
      });
      this.commandId = newCommandId();
      if (answer.ok) this.finish({ caseId: answer.caseId, next: answer.next });
      else this.refuse(answer.problems);
    });
  }

  private checkAll(view: TaskView): boolean {
    const choice = view.outcomes.find((outcome) => outcome.value === this.outcome);
    const missing = {
      ...(view.outcomes.length > 0 && choice === undefined ? { outcome: this.t('outcomeMissing') } : {}),
      ...(choice?.reason === true && this.comment.trim() === '' ? { comment: this.t('commentNeeded') } : {}),
    };
    this.missing = missing;
    const [first, ...others] = this.formElements().filter((element) => element.handle.validate().length > 0);
    // Each form with problems has taken the focus to its summary; people begin with the first.
    if (others.length > 0) requestAnimationFrame(() => first?.handle.validate());
    if (first !== undefined) return false;
    if (Object.keys(missing).length > 0)
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.panel input, .panel textarea')?.focus());
    return Object.keys(missing).length === 0;
  }

  private async operate(view: TaskView, event: OperateEvent): Promise<void> {
    const { service } = this;
    if (service === undefined) return;
    await this.act(async () => {
      await this.draft.settle();
      const answer = await service.operate({
        commandId: this.commandId,
        taskId: view.taskId,
        revision: this.draft.revision,
        ...(event.operation as ChosenOperation),
      });
      this.commandId = newCommandId();
      if (!answer.ok) this.refuse(answer.problems);
      else if (STAYING.has(event.operation.kind)) await this.reload();
      else this.finish({ caseId: answer.caseId, next: [] });
    });
  }

  private async claim(): Promise<void> {
    const { service, taskId } = this;
    if (service === undefined) return;
    await this.act(async () => {
      await this.draft.settle();
      const answer = await service.claim({ commandId: this.commandId, taskId, revision: this.draft.revision });
      this.commandId = newCommandId();
      if (answer.ok) await this.reload();
      else this.refuse(answer.problems);
    });
  }

  private async act(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.failure = '';
    try {
      await work();
    } catch (error) {
      this.failure = sentenceOf(error, this);
      if (isTongbanError(error, 'RUNTIME_TASK_STALE')) this.commandId = newCommandId();
    } finally {
      this.busy = false;
      // What was not handed in is kept, and a draft that somebody else went on with is shown.
      if (this.done === undefined) void this.draft.flush();
    }
  }

  private refuse(problems: readonly Problem[]): void {
    this.failure = problems.map((problem) => problem.sentences[this.locale]).join(' ');
    for (const element of this.formElements()) {
      const elsewhere = ({ details }: Problem): boolean =>
        details?.['formId'] !== undefined && details['formId'] !== element.dataset['form'];
      element.showProblems(problems.filter((problem) => !elsewhere(problem)));
    }
  }

  private finish(done: Done): void {
    this.done = done;
    this.draft.forget();
    this.emit(new TaskDoneEvent(this.taskId, done.caseId));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.done h1')?.focus());
  }

  private readonly filePort = filePort(() => this.service);
}

/** What is taken over from elsewhere, where nobody has answered yet. */
function takenOver({ carried = [] }: FormView): FormValues {
  return Object.fromEntries(carried.flatMap(({ key, chosen }) => (chosen === undefined ? [] : [[key, chosen.value] as const])));
}

function isWritable(form: TaskView['forms'][number]): boolean {
  return form.access.default === 'write' || Object.values(form.access.fields).includes('write');
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-task': TaskElement;
  }
}

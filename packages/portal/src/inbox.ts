/** `<tb-inbox>`: what waits for a person, what they did, what they started. */
import { buttonStyles, fieldStyles, formatInstant, icon, newCommandId, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { CaseService, Light, Page, TaskBox, TaskSummary } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ENDING_BADGE, ENDING_WORDS } from './ending-words.ts';
import { CaseOpenEvent, TaskOpenEvent } from './events.ts';
import { followChanges } from './follow-changes.ts';
import { inboxStyles } from './inbox.styles.ts';
import { Loader } from './loader.ts';
import { portalMessages } from './portal-messages.ts';
import { renderClock } from './render-clock.ts';
import { renderFailure, renderLoading } from './render-state.ts';

const PAGE_SIZE = 30;
const TYPING_REST_MS = 250;
const BOXES: readonly TaskBox[] = ['todo', 'done', 'started', 'copied'];
const LIGHTS: readonly Light[] = ['red', 'yellow', 'green'];
const LIGHT_WORDS = { green: 'lightGreen', yellow: 'lightYellow', red: 'lightRed' } as const;
const ASKED_WORDS = { before: 'op.addSigner', after: 'op.addSigner', delegate: 'op.delegate', return: 'op.return' } as const;
const EMPTY_WORDS = {
  todo: ['emptyTodo', 'emptyTodoHint'],
  done: ['emptyDone', 'emptyDoneHint'],
  started: ['emptyStarted', 'emptyStartedHint'],
  copied: ['emptyCopied', 'emptyCopiedHint'],
} as const;

/**
 * The list of a person's tasks and cases.
 *
 * @summary To do, done, started by me; search, light, live.
 * @fires tb-task-open - a task was chosen
 * @fires tb-case-open - a case was chosen (boxes without an open task)
 */
export class Inbox extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, fieldStyles, surfaceStyles, inboxStyles];

  @property({ attribute: false }) service: CaseService | undefined;
  @property({ reflect: true }) box: TaskBox = 'todo';
  @state() private text = '';
  @state() private light: Light | '' = '';
  @state() private limit = PAGE_SIZE;

  private readonly t = portalMessages.for(this);
  private readonly list = new Loader<Page<TaskSummary>>(this);
  private rest: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    followChanges(this, { service: () => this.service, changed: () => void this.reload() });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.rest);
  }

  /** Asks the service again. */
  reload(): Promise<void> {
    const { service, box, text, light, limit } = this;
    if (service === undefined) return Promise.resolve();
    return this.list.load(() => service.tasks({ box, limit, ...(text === '' ? {} : { text }), ...(light === '' ? {} : { light }) }));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service') || changed.has('box')) {
      if (changed.has('service')) this.list.clear();
      void this.reload();
    }
  }

  override render(): TemplateResult {
    const page = this.list.value;
    return html`<div class="top">
        <div class="boxes" role="group" aria-label=${this.t('inboxLabel')}>${BOXES.map((box) => this.renderBox(box))}</div>
        <div class="filters">
          <label class="search">
            <span class="visually-hidden">${this.t('searchCases')}</span>
            ${icon('search')}
            <input class="input" type="search" placeholder=${this.t('searchCases')} .value=${this.text} @input=${this.onSearch} />
          </label>
          <label>
            <span class="visually-hidden">${this.t('light')}</span>
            <select class="select" .value=${this.light} @change=${this.onLight}>
              <option value="">${this.t('lightAny')}</option>
              ${LIGHTS.map((light) => html`<option value=${light}>${this.t(LIGHT_WORDS[light])}</option>`)}
            </select>
          </label>
        </div>
      </div>
      ${this.list.error === undefined ? nothing : renderFailure(this, this.list.error, () => void this.reload())}
      ${page === undefined ? (this.list.error === undefined ? renderLoading(this) : nothing) : this.renderPage(page)}`;
  }

  private renderBox(box: TaskBox): TemplateResult {
    const chosen = box === this.box;
    const count = chosen && this.list.value !== undefined ? html`<span class="badge">${shownTotal(this.list.value)}</span>` : nothing;
    return html`<button type="button" class="button ${chosen ? 'chosen' : 'quiet'}" aria-pressed=${chosen} @click=${() => this.choose(box)}>
      ${this.t(box)}${count}
    </button>`;
  }

  private renderPage(page: Page<TaskSummary>): TemplateResult {
    if (page.entries.length === 0) return this.renderEmpty();
    return html`<p class="hint">${this.t('countCases', { count: shownTotal(page) })}<span class="keys">　${this.t('keyboardHint')}</span></p>
      <div class="head" aria-hidden="true">
        <span>${this.t('columnCase')}</span><span>${this.t('columnStep')}</span><span>${this.t('columnClock')}</span><span>${this.t('columnSince')}</span>
      </div>
      <ul class="entries" aria-label=${this.t('inboxLabel')} @keydown=${this.onKey}>
        ${page.entries.map((entry) => this.renderEntry(entry))}
      </ul>
      ${
        page.entries.length < page.total
          ? html`<button type="button" class="button block" @click=${this.more}>${this.t('more')}</button>`
          : nothing
      }`;
  }

  private renderEntry(entry: TaskSummary): TemplateResult {
    const facts = [entry.applicant, entry.key].filter(Boolean).join('　');
    return html`<li>
      <button type="button" class="entry" @click=${() => this.open(entry)}>
        <span class="what">
          <span class="title">${entry.title || entry.measureTitle}</span>
          <span class="facts">${facts}</span>
        </span>
        <span class="step">${entry.stepName}${entry.round > 1 ? html`<span class="badge yellow">${this.t('round', { count: entry.round })}</span>` : nothing}${this.renderMarks(entry)}</span>
        <span class="clock">${
          entry.ended === undefined
            ? renderClock(this, entry.clock)
            : html`<span class="badge ${ENDING_BADGE[entry.ended]}">${this.t(ENDING_WORDS[entry.ended])}</span>`
        }</span>
        <span class="time">${formatInstant(entry.since, undefined, this.locale)}</span>
      </button>
    </li>`;
  }

  private renderMarks(entry: TaskSummary): TemplateResult {
    return html`${entry.asked === undefined ? nothing : html`<span class="badge">${this.t(ASKED_WORDS[entry.asked])}</span>`}
    ${entry.onBehalfOf === undefined ? nothing : html`<span class="badge">${this.t('onBehalfOf', { name: entry.onBehalfOf.name })}</span>`}
    ${entry.doneBy === undefined ? nothing : html`<span class="badge">${this.t('doneBy', { name: entry.doneBy.name })}</span>`}
    ${entry.unread === true ? html`<span class="badge yellow">${this.t('unread')}</span>` : nothing}
    ${entry.suspended === true ? html`<span class="badge">${this.t('suspendedBadge')}</span>` : nothing}`;
  }

  private renderEmpty(): TemplateResult {
    if (this.text !== '' || this.light !== '') {
      return html`<tb-empty icon="search" heading=${this.t('emptySearch')}>
        ${this.t('emptySearchHint')}
        <button slot="actions" type="button" class="button" @click=${this.clear}>${this.t('clearFilters')}</button>
      </tb-empty>`;
    }
    const [heading, hint] = EMPTY_WORDS[this.box];
    return html`<tb-empty icon="list" heading=${this.t(heading)}>${this.t(hint)}</tb-empty>`;
  }

  private choose(box: TaskBox): void {
    this.limit = PAGE_SIZE;
    this.box = box;
  }

  private open(entry: TaskSummary): void {
    const { taskId, caseId } = entry;
    if (entry.unread === true && taskId !== undefined) void this.service?.readCopy({ commandId: newCommandId(), copyId: taskId });
    this.emit(taskId !== undefined && this.box === 'todo' ? new TaskOpenEvent(taskId, caseId) : new CaseOpenEvent(caseId));
  }

  private onSearch(event: InputEvent): void {
    if (event.isComposing) return;
    this.text = (event.target as HTMLInputElement).value.trim();
    this.reloadAfter(TYPING_REST_MS);
  }

  private onLight(event: Event): void {
    this.light = (event.target as HTMLSelectElement).value as Light | '';
    void this.reload();
  }

  private clear(): void {
    this.text = '';
    this.light = '';
    void this.reload();
  }

  private more(): void {
    this.limit += PAGE_SIZE;
    void this.reload();
  }

  private onKey(event: KeyboardEvent): void {
    const step = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.entry')];
    const at = rows.indexOf(event.target as HTMLElement);
    event.preventDefault();
    rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
  }

  private reloadAfter(ms: number): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => void this.reload(), ms);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-inbox': Inbox;
  }
}

// A long list is not counted to its end.
function shownTotal({ total, totalIsFloor }: Page<TaskSummary>): string {
  return totalIsFloor === true ? `${total}+` : String(total);
}

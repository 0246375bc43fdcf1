/** `<tb-calendar-history>`: who changed which days of a calendar and when, and the running cases that are not reckoned by its latest edition yet. */
import { buttonStyles, formatDay, icon, surfaceStyles, TongbanElement, tableStyles } from '@tongban/element-kit';
import type { CalendarInUse, HostService, MovedCase, RescheduledCase, RescheduleReport } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dayOf } from '../china-day.ts';
import { type ChangedDay, changedDays } from './calendar-edit.ts';
import { renderClockChanges } from './clock-changes.ts';
import { dayChangesStyles, renderDayChanges } from './day-changes.ts';
import { allMoved, allRescheduled } from './moved-cases.ts';
import { operatorMessages } from './operator-messages.ts';
import { operatorStyles } from './operators.styles.ts';
import { rescheduledWords } from './outcome-words.ts';
import { Sending } from './sending.ts';

/** Editions that are shown, latest first. */
const MOST_EDITIONS = 20;
/** Lines of due days that are shown. */
const MOST_LINES = 100;

interface Edition {
  readonly version: number;
  readonly savedAt: number;
  readonly savedByName: string;
  /** Absent where the edition before it is not known. */
  readonly changes?: readonly ChangedDay[];
}

/** The history of one calendar. Used inside `<tb-work-calendar>`. */
export class CalendarHistory extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    surfaceStyles,
    tableStyles,
    operatorStyles,
    dayChangesStyles,
  ];

  @property({ attribute: false }) service: HostService | undefined;
  @property({ attribute: false }) current: CalendarInUse | undefined;
  @state() private editions: readonly Edition[] | undefined;
  @state() private waiting: readonly MovedCase[] = [];
  @state() private report: RescheduleReport | undefined;
  /** What editions moved, as far as it was asked for. */
  @state() private moved: ReadonlyMap<number, readonly RescheduledCase[]> = new Map();

  private readonly t = operatorMessages.for(this);
  private readonly sending = new Sending(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('service') && !changed.has('current')) return;
    this.editions = undefined;
    this.waiting = [];
    this.report = undefined;
    this.moved = new Map();
  }

  override render(): TemplateResult | typeof nothing {
    const { current } = this;
    if (current === undefined) return nothing;
    return html`<section class="card" aria-labelledby="history">
      <h2 class="card-title" id="history">${this.t('history')}</h2>
      <div class="column">${this.sending.render()}${current.version === 0 ? html`<p class="muted">${this.t('historyNone')}</p>` : this.renderEditions(current)}</div>
    </section>`;
  }

  private renderEditions(current: CalendarInUse): TemplateResult {
    const { editions } = this;
    if (editions === undefined)
      return html`<div><button type="button" class="button" ?disabled=${this.sending.busy} @click=${() => void this.load(current)}>${this.t('historyShow')}</button></div>`;
    return html`${this.renderWaiting(current)}
      <ul class="lines">${editions.map((edition) => this.renderEdition(current, edition))}</ul>`;
  }

  private renderWaiting(current: CalendarInUse): TemplateResult {
    const { waiting, report } = this;
    if (report !== undefined)
      return html`<div class="callout success" role="status">${icon('check')}<div>${rescheduledWords(this.t, report)}</div></div>`;
    if (waiting.length === 0) return html`<p class="muted">${this.t('historyAllReckoned', { version: current.version })}</p>`;
    const lines = waiting.flatMap(({ title, clocks }) => clocks.map((clock) => ({ ...clock, title })));
    const said = this.t('historyWaiting', { count: waiting.length, version: current.version });
    return html`<div class="column">
      <div class="callout warning" role="note">${icon('warning')}<div>${said}</div></div>
      ${renderClockChanges(this, lines.slice(0, MOST_LINES), said)}
      <div><button type="button" class="button primary" ?disabled=${this.sending.busy} @click=${() => void this.reschedule(current)}>${this.t('historyReckon')}</button></div>
    </div>`;
  }

  private renderEdition(current: CalendarInUse, { version, savedAt, savedByName, changes }: Edition): TemplateResult {
    const day = formatDay(dayOf(savedAt), this.locale);
    const by = savedByName === '' ? day : this.t('editionBy', { name: savedByName, day });
    return html`<li>
      <div class="what">
        <span><span class="name">${version === 0 ? this.t('calendarOwn') : this.t('edition', { version })}</span>　<span class="muted">${by}</span></span>
        ${version === 0 || changes === undefined ? nothing : changes.length === 0 ? html`<span class="muted">${this.t('editionSame')}</span>` : renderDayChanges(this, changes)}
        ${version === 0 ? nothing : this.renderMoved(current, version)}
      </div>
    </li>`;
  }

  private renderMoved(current: CalendarInUse, version: number): TemplateResult {
    const moved = this.moved.get(version);
    if (moved === undefined)
      return html`<div><button type="button" class="button quiet" ?disabled=${this.sending.busy} aria-label="${this.t('edition', { version })} ${this.t('editionMovedShow')}" @click=${() => void this.loadMoved(current, version)}>${this.t('editionMovedShow')}</button></div>`;
    if (moved.length === 0) return html`<span class="muted">${this.t('editionMovedNone')}</span>`;
    const said = this.t('editionMoved', { count: moved.length });
    const lines = moved.flatMap(({ title, clocks }) =>
      clocks.map(({ name, before, after }) => ({ title, before: { name, dueAt: before }, after: { dueAt: after } })),
    );
    return html`<span>${said}</span>
      ${renderClockChanges(this, lines.slice(0, MOST_LINES), said)}
      ${lines.length > MOST_LINES ? html`<p class="muted">${this.t('calendarMovesMore', { count: lines.length - MOST_LINES })}</p>` : nothing}`;
  }

  private async loadMoved(current: CalendarInUse, version: number): Promise<void> {
    const { service } = this;
    if (service === undefined) return;
    const moved = await this.sending.ask(() => allRescheduled(service, current.calendar.id, version));
    if (moved !== undefined && current === this.current) this.moved = new Map([...this.moved, [version, moved]]);
  }

  private async load(current: CalendarInUse): Promise<void> {
    const { service } = this;
    if (service === undefined) return;
    const { id } = current.calendar;
    const found = await this.sending.ask(() => Promise.all([editionsOf(service, id, current.version), allMoved(service, id)]));
    if (found === undefined || current !== this.current) return;
    [this.editions, this.waiting] = found;
  }

  private async reschedule({ calendar: { id }, version }: CalendarInUse): Promise<void> {
    const { service } = this;
    if (service === undefined) return;
    this.report = await this.sending.ask(() => service.reschedule({ commandId: `calendar ${id} ${version}`, calendarId: id }));
    this.moved = new Map();
    if (this.report !== undefined) this.announce(rescheduledWords(this.t, this.report));
  }
}

// helpers

// One more than is shown, to say what the last of them changed; the oldest is the calendar that came with the measure.
async function editionsOf(service: HostService, calendarId: string, latest: number): Promise<readonly Edition[]> {
  const numbers = Array.from({ length: Math.min(latest, MOST_EDITIONS) + 1 }, (_, at) => latest - at);
  const kept = await Promise.all(numbers.map((version) => service.calendar(calendarId, version)));
  const editions = kept.flatMap((edition, at): readonly Edition[] => {
    if (edition === undefined) return [];
    const before = kept[at + 1];
    const { version, savedAt, savedByName, calendar } = edition;
    return [{ version, savedAt, savedByName, ...(before === undefined ? {} : { changes: changedDays(before.calendar, calendar) }) }];
  });
  return editions.slice(0, MOST_EDITIONS + 1);
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-calendar-history': CalendarHistory;
  }
}

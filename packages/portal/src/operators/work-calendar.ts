/** `<tb-work-calendar>`: a county's working calendar by years; an edit is shown with the due days it moves, then published as the next edition. */
import {
  buttonStyles,
  confirmDialog,
  fieldStyles,
  formatDay,
  icon,
  surfaceStyles,
  TongbanElement,
  tableStyles,
} from '@tongban/element-kit';
import { readDay } from '@tongban/filing-form';
import type { CalendarData, CalendarInUse, HostService, MovedCase } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { today } from '../china-day.ts';
import { Loader } from '../loader.ts';
import { renderFailure, renderLoading } from '../render-state.ts';
import { type ChangedDay, changedDays, dayFacts, isPublished, withDayOff, withWorkedDay } from './calendar-edit.ts';
import { nameIn, renderClockChanges } from './clock-changes.ts';
import { dayChangesStyles, renderDayChanges } from './day-changes.ts';
import { renderDayField } from './day-field.ts';
import { allMoved } from './moved-cases.ts';
import { operatorMessages } from './operator-messages.ts';
import { operatorStyles } from './operators.styles.ts';
import { rescheduledWords } from './outcome-words.ts';
import { Sending } from './sending.ts';
import { textOf } from './text-of.ts';
import type { DayEvent } from './year-view.ts';

/** Lines of the preview that are shown; all are counted. */
const MOST_LINES = 100;

/**
 * The working calendars by which cases are reckoned, for operators.
 *
 * @summary A year at a glance; edit days, see which due days move, publish.
 */
export class WorkCalendar extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    tableStyles,
    operatorStyles,
    dayChangesStyles,
    css`
      .year {
        display: flex;
        gap: 4px;
        align-items: center;
      }

      .year strong {
        min-width: 5em;
        text-align: center;
      }

      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        margin-block-end: 12px;
      }
    `,
  ];

  @property({ attribute: false }) service: HostService | undefined;
  @state() private calendarId = '';
  @state() private year = Number(today().slice(0, 4));
  @state() private edited: CalendarData | undefined;
  @state() private holidayName = '';
  @state() private through = '';
  @state() private moved: readonly MovedCase[] | undefined;
  @state() private reckon = true;
  @state() private done = '';

  private readonly t = operatorMessages.for(this);
  private readonly loader = new Loader<readonly CalendarInUse[]>(this);
  private readonly sending = new Sending(this);

  /** Asks the service again; an edit at hand stays. */
  async reload(): Promise<void> {
    const { service } = this;
    if (service === undefined) return;
    await this.loader.load(() => service.calendars());
    const { value = [] } = this.loader;
    if (!value.some(({ calendar }) => calendar.id === this.calendarId)) this.calendarId = value[0]?.calendar.id ?? '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('service')) return;
    this.loader.clear();
    this.giveUp();
    void this.reload();
  }

  override render(): TemplateResult {
    if (this.loader.error !== undefined) return renderFailure(this, this.loader.error, () => void this.reload());
    if (this.loader.value === undefined) return renderLoading(this);
    const current = this.current();
    if (current === undefined)
      return html`<tb-empty icon="clock" heading=${this.t('calendarsNone')}>${this.t('calendarsNoneHint')}</tb-empty>`;
    const shown = this.edited ?? current.calendar;
    const changes = changedDays(current.calendar, shown);
    return html`<div class="column">
      ${this.done === '' ? nothing : html`<div class="callout success" role="status">${icon('check')}<div>${this.done}</div></div>`}
      <section class="card" aria-labelledby="name">
        <div class="card-title"><h2 id="name">${nameIn(this, shown.name)}</h2>${this.renderYear()}</div>
        ${this.renderChoice(this.loader.value)}
        <p class="muted">${current.version === 0 ? this.t('calendarOwn') : this.t('edition', { version: current.version })}　${this.t('calendarFacts', { measures: current.measures.join('、') })}</p>
        ${this.renderKnown(shown)} ${this.renderLegend()}
        <tb-year-view
          .calendar=${shown}
          .year=${this.year}
          .changed=${new Set(changes.map(({ day }) => day))}
          ?editing=${this.edited !== undefined}
          @tb-day=${(event: DayEvent) => this.toggle(current.calendar, event.day)}
        ></tb-year-view>
      </section>
      ${this.edited === undefined ? this.renderBegin(current) : this.renderEdit(current, this.edited, changes)}
      ${this.edited === undefined ? html`<tb-calendar-history .service=${this.service} .current=${current}></tb-calendar-history>` : nothing}
    </div>`;
  }

  private renderYear(): TemplateResult {
    const turn = (by: number): void => {
      this.year += by;
    };
    return html`<div class="year">
      <button type="button" class="button quiet icon-only" aria-label=${this.t('yearBefore')} @click=${() => turn(-1)}>${icon('chevron-left')}</button>
      <strong aria-live="polite">${this.t('year', { year: this.year })}</strong>
      <button type="button" class="button quiet icon-only" aria-label=${this.t('yearAfter')} @click=${() => turn(1)}>${icon('chevron-right')}</button>
    </div>`;
  }

  private renderChoice(calendars: readonly CalendarInUse[]): TemplateResult | typeof nothing {
    if (calendars.length < 2) return nothing;
    return html`<div class="field narrow">
      <label class="label" for="calendar">${this.t('calendar')}</label>
      <select id="calendar" class="select" ?disabled=${this.edited !== undefined} @change=${(event: Event) => {
        this.calendarId = textOf(event);
        this.done = '';
      }}>
        ${calendars.map(({ calendar }) => html`<option value=${calendar.id} ?selected=${calendar.id === this.calendarId}>${nameIn(this, calendar.name)}</option>`)}
      </select>
    </div>`;
  }

  private renderKnown(calendar: CalendarData): TemplateResult | typeof nothing {
    const ends = [`${this.year}-01-01`, `${this.year}-12-31`].map((day) => isPublished(calendar, day));
    if (ends.every((known) => known)) return nothing;
    const part = ends.some((known) => known) || calendar.publishedThrough.startsWith(`${this.year}-`);
    return html`<div class="callout warning" role="note">
      ${icon('warning')}
      <div>${this.t(part ? 'yearPartlyKnown' : 'yearUnknown', { year: this.year, day: formatDay(calendar.publishedThrough, this.locale) })}</div>
    </div>`;
  }

  private renderLegend(): TemplateResult {
    return html`<p class="legend muted small">
      <span>${this.t('signHoliday')}　${this.t('dayHoliday')}</span><span>${this.t('signMakeUp')}　${this.t('dayMakeUp')}</span>
      <span>${this.t('legendUnknown')}</span>
    </p>`;
  }

  private renderBegin({ calendar }: CalendarInUse): TemplateResult {
    return html`<div>
      <button type="button" class="button primary" @click=${() => {
        this.edited = calendar;
        this.through = calendar.publishedThrough;
        this.done = '';
      }}>${icon('edit')}${this.t('calendarEdit')}</button>
    </div>`;
  }

  private renderEdit(current: CalendarInUse, edited: CalendarData, changes: readonly ChangedDay[]): TemplateResult {
    const wrong = readDay(this.through) === this.through ? undefined : this.t('dayWrong');
    const same = changes.length === 0 && edited.publishedThrough === current.calendar.publishedThrough;
    return html`<section class="card" aria-labelledby="edit">
      <h2 class="card-title" id="edit">${this.t('calendarEditing', { version: current.version + 1 })}</h2>
      <div class="column">
        <p class="muted">${this.t('calendarEditHint')}</p>
        <div class="pair narrow">
          <div class="field">
            <label class="label" for="holiday">${this.t('holidayName')}</label>
            <input id="holiday" class="input" maxlength="50" placeholder=${this.t('holidayUsual')} .value=${this.holidayName} @input=${(
              event: Event,
            ) => {
              this.holidayName = textOf(event);
            }} />
            <p class="hint">${this.t('holidayNameHint')}</p>
          </div>
          ${renderDayField({ id: 'through', label: this.t('publishedThrough'), hint: this.t('publishedThroughHint'), value: this.through, wrong, change: (text) => this.setThrough(text) })}
        </div>
        <div>
          <h3>${this.t('changesTitle', { count: changes.length })}</h3>
          ${changes.length === 0 ? html`<p class="muted">${this.t('changesNone')}</p>` : renderDayChanges(this, changes)}
        </div>
        ${this.sending.render()}
        <div aria-live="polite">${this.moved === undefined ? nothing : this.renderMoved(this.moved)}</div>
        <div class="button-row">
          ${
            this.moved === undefined
              ? html`<button type="button" class="button primary" ?disabled=${same || wrong !== undefined || this.sending.busy} @click=${() => void this.preview(edited)}>${this.t('calendarPreview')}</button>`
              : html`<button type="button" class="button primary" ?disabled=${this.sending.busy} @click=${() => void this.publish(current, edited)}>${this.t('calendarPublish', { version: current.version + 1 })}</button>`
          }
          <button type="button" class="button" @click=${() => void this.leave(same)}>${this.t('calendarGiveUp')}</button>
        </div>
      </div>
    </section>`;
  }

  private renderMoved(moved: readonly MovedCase[]): TemplateResult {
    if (moved.length === 0)
      return html`<div class="callout info" role="note">${icon('info')}<div>${this.t('calendarMovesNone')}</div></div>`;
    const lines = moved.flatMap(({ title, clocks }) => clocks.map((clock) => ({ ...clock, title })));
    return html`<div class="column">
      <h3>${this.t('calendarMoves', { count: moved.length })}</h3>
      ${renderClockChanges(this, lines.slice(0, MOST_LINES), this.t('calendarMoves', { count: moved.length }))}
      ${lines.length > MOST_LINES ? html`<p class="muted">${this.t('calendarMovesMore', { count: lines.length - MOST_LINES })}</p>` : nothing}
      <label class="choice"><input type="checkbox" .checked=${this.reckon} @change=${(event: Event) => {
        this.reckon = (event.target as HTMLInputElement).checked;
      }} />${this.t('calendarReckon', { count: moved.length })}</label>
    </div>`;
  }

  private current(): CalendarInUse | undefined {
    return this.loader.value?.find(({ calendar }) => calendar.id === this.calendarId);
  }

  // back to what it was, or else the other way round
  private toggle(before: CalendarData, day: string): void {
    const { edited } = this;
    if (edited === undefined) return;
    const { kind } = dayFacts(edited, day);
    const typed = this.holidayName.trim();
    const name = dayFacts(before, day).name ?? { 'zh-CN': typed === '' ? this.t('holidayUsual') : typed };
    this.edited = kind === 'work' || kind === 'makeUp' ? withDayOff(edited, day, name) : withWorkedDay(edited, day);
    this.moved = undefined;
    this.sending.clear();
    this.announce(`${formatDay(day, this.locale)} ${this.t(kind === 'work' || kind === 'makeUp' ? 'changedToOff' : 'changedToWork')}`);
  }

  private setThrough(text: string): void {
    this.through = text;
    if (this.edited === undefined || readDay(text) !== text) return;
    this.edited = { ...this.edited, publishedThrough: text };
    this.moved = undefined;
  }

  private async preview(calendar: CalendarData): Promise<void> {
    const { service } = this;
    if (service === undefined) return;
    const moved = await this.sending.ask(() => allMoved(service, calendar.id, calendar));
    if (moved !== undefined && calendar === this.edited) this.moved = moved;
  }

  private async publish({ calendar: { id }, version }: CalendarInUse, calendar: CalendarData): Promise<void> {
    const { service, moved = [], reckon } = this;
    const next = version + 1;
    const question = {
      title: this.t('calendarPublishAsk', { version: next }),
      body: this.t(reckon && moved.length > 0 ? 'calendarPublishMoves' : 'calendarPublishBody', { count: moved.length }),
      confirmLabel: this.t('calendarPublish', { version: next }),
    };
    if (service === undefined || !(await confirmDialog(this, question))) return;
    const saved = await this.sending.command<object>(async () => {
      const { edition, problems } = await service.saveCalendar({ calendar, version });
      return edition === undefined ? { ok: false, problems } : { ok: true };
    });
    if (saved === undefined) return;
    this.giveUp();
    const report = reckon
      ? await this.sending.ask(() => service.reschedule({ commandId: `calendar ${id} ${next}`, calendarId: id }))
      : undefined;
    const counted = report === undefined ? '' : rescheduledWords(this.t, report);
    this.done = `${this.t('calendarPublished', { version: next })}${counted}`;
    this.announce(this.done);
    await this.reload();
  }

  private async leave(same: boolean): Promise<void> {
    const question = {
      title: this.t('calendarGiveUpAsk'),
      body: this.t('calendarGiveUpBody'),
      confirmLabel: this.t('calendarGiveUp'),
      danger: true,
    };
    if (same || (await confirmDialog(this, question))) this.giveUp();
  }

  private giveUp(): void {
    this.edited = undefined;
    this.moved = undefined;
    this.holidayName = '';
    this.done = '';
    this.sending.clear();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-work-calendar': WorkCalendar;
  }
}

/** `<tb-year-view>`: a year of a working calendar, twelve months with 休 and 班; for editing each day is a button, moved between by arrows. */
import { formatDay, TongbanElement } from '@tongban/element-kit';
import { addDays } from '@tongban/filing-form';
import type { CalendarData } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type DayKind, dayFacts, isPublished, weeksOf } from './calendar-edit.ts';
import { nameIn } from './clock-changes.ts';
import { operatorMessages } from './operator-messages.ts';
import { yearViewStyles } from './year-view.styles.ts';

/** `tb-day`: a day was pressed. */
export class DayEvent extends Event {
  static readonly type = 'tb-day';
  readonly day: string;

  constructor(day: string) {
    super(DayEvent.type, { bubbles: true, composed: true });
    this.day = day;
  }
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const KIND_WORDS = { work: 'dayWork', weekend: 'dayWeekend', holiday: 'dayHoliday', makeUp: 'dayMakeUp' } as const;
const SIGNS: Readonly<Partial<Record<DayKind, 'signHoliday' | 'signMakeUp'>>> = { holiday: 'signHoliday', makeUp: 'signMakeUp' };
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * The year. Used inside `<tb-work-calendar>`.
 *
 * @fires tb-day - a day was pressed
 */
export class YearView extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, yearViewStyles];

  @property({ attribute: false }) calendar: CalendarData | undefined;
  @property({ type: Number }) year: number = 2026;
  /** Days that are otherwise than before. */
  @property({ attribute: false }) changed: ReadonlySet<string> = new Set();
  @property({ type: Boolean }) editing: boolean = false;
  @state() private at = '';

  private readonly t = operatorMessages.for(this);

  override render(): TemplateResult | typeof nothing {
    const { calendar, year } = this;
    if (calendar === undefined) return nothing;
    const reached = this.at.startsWith(`${year}-`) ? this.at : `${year}-01-01`;
    return html`<div class="months" @keydown=${this.onKey}>${MONTHS.map((month) => this.renderMonth(calendar, month, reached))}</div>`;
  }

  private renderMonth(calendar: CalendarData, month: number, reached: string): TemplateResult {
    return html`<table>
      <caption>${this.t('month', { month })}</caption>
      <thead>
        <tr>${WEEKDAYS.map((name) => html`<th scope="col">${this.t(name)}</th>`)}</tr>
      </thead>
      <tbody>
        ${weeksOf(this.year, month).map((week) => html`<tr>${week.map((day) => (day === undefined ? html`<td></td>` : this.renderDay(calendar, day, reached)))}</tr>`)}
      </tbody>
    </table>`;
  }

  private renderDay(calendar: CalendarData, day: string, reached: string): TemplateResult {
    const { kind, name } = dayFacts(calendar, day);
    const changed = this.changed.has(day);
    const known = isPublished(calendar, day);
    const sign = SIGNS[kind];
    const words = [
      formatDay(day, this.locale),
      this.t(KIND_WORDS[kind]),
      ...(name === undefined ? [] : [nameIn(this, name)]),
      ...(changed ? [this.t('dayChanged')] : []),
      ...(known ? [] : [this.t('dayUnknown')]),
    ].join('，');
    // what is read out is not what is seen: a figure and a sign would not be said as a day
    const body = html`<span class="visually-hidden">${words}</span
      ><span class="seen" aria-hidden="true">${Number(day.slice(8))}<span class="sign">${sign === undefined ? '' : this.t(sign)}</span></span>`;
    const look = `day ${kind} ${changed ? 'changed' : ''} ${known ? '' : 'unknown'}`;
    if (!this.editing) return html`<td><span class=${look} title=${words}>${body}</span></td>`;
    return html`<td>
      <button type="button" class=${look} data-day=${day} title=${words} tabindex=${day === reached ? 0 : -1} @click=${() => this.press(day)}>${body}</button>
    </td>`;
  }

  private press(day: string): void {
    this.at = day;
    this.emit(new DayEvent(day));
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const from = (event.target as HTMLElement).dataset['day'];
    if (step === undefined || from === undefined) return;
    event.preventDefault();
    const day = addDays(from, step);
    if (!day.startsWith(`${this.year}-`)) return;
    this.at = day;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-year-view': YearView;
  }
  interface GlobalEventHandlersEventMap {
    'tb-day': DayEvent;
  }
}

/** A clock in words: light, what is left, until when. */
import { formatDay, formatInstant, formatRemaining, type TongbanElement } from '@tongban/element-kit';
import type { ClockReading } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { dayOf } from './china-day.ts';
import { portalMessages } from './portal-messages.ts';

/** The light of `clock` with what is left. */
export function renderClock(host: TongbanElement, clock: ClockReading | undefined): TemplateResult | typeof nothing {
  if (clock === undefined) return nothing;
  const color = clock.paused ? 'paused' : clock.light;
  // On the days off after the last day no unit has begun: the word of the light says it all.
  const silent = clock.paused || clock.stopped || (clock.light === 'red' && clock.remaining >= 0);
  return html`<tb-light color=${color}>${silent ? nothing : html`<span>${formatRemaining(clock.remaining, clock.unit, host.locale)}</span>`}</tb-light>`;
}

/** The same with the limit's name and the due day. */
export function renderClockLine(host: TongbanElement, clock: ClockReading): TemplateResult {
  const t = portalMessages.for(host);
  const day = (instant: number): string => formatDay(dayOf(instant), host.locale);
  // A limit in hours ends within a day.
  const due = clock.unit === 'hour' ? formatInstant(clock.dueAt, undefined, host.locale) : day(clock.dueAt);
  const notes = [
    ...(clock.resumesAt === undefined ? [] : [t('clockResumes', { day: day(clock.resumesAt) })]),
    ...(clock.provisional ? [t('provisional')] : []),
  ];
  return html`<li class="clock">
    <span class="clock-name">${clock.name[host.locale] ?? clock.name['zh-CN']}</span>
    ${renderClock(host, clock)}
    ${clock.stopped ? nothing : html`<span class="muted small">${t('due', { day: due })}${notes.map((note) => html`　${note}`)}</span>`}
  </li>`;
}

/** Clocks as they are and as they would be: the due day before, the due day after, how far it moves. */
import { formatDay, formatInstant, type TongbanElement } from '@tongban/element-kit';
import type { LocalText } from '@tongban/model';
import { html, type TemplateResult } from 'lit';
import { dayOf } from '../china-day.ts';
import { operatorMessages } from './operator-messages.ts';

/** A clock that would move, or was moved, in the case that it belongs to. */
export interface ClockLine {
  readonly before: { readonly name: LocalText; readonly dueAt: number };
  readonly after: { readonly dueAt: number; readonly provisional?: boolean };
  /** Absent where all lines are of one case. */
  readonly title?: string;
}

/** The table. */
export function renderClockChanges(host: TongbanElement, lines: readonly ClockLine[], label: string): TemplateResult {
  const t = operatorMessages.for(host);
  const ofCases = lines.some(({ title }) => title !== undefined);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}>
    <table class="table">
      <thead>
        <tr>
          ${ofCases ? html`<th scope="col">${t('case')}</th>` : ''}
          <th scope="col">${t('limit')}</th>
          <th scope="col">${t('dueBefore')}</th>
          <th scope="col">${t('dueAfter')}</th>
        </tr>
      </thead>
      <tbody>
        ${oneOfEach(lines).map(
          ({ title, before, after }) => html`<tr>
            ${ofCases ? html`<th scope="row">${title ?? ''}</th>` : ''}
            <td>${nameIn(host, before.name)}</td>
            <td>${dueText(host, before.dueAt, after.dueAt)}</td>
            <td class="moved">${dueText(host, after.dueAt, before.dueAt)}${after.provisional === true ? html` <span class="muted small">${t('provisional')}</span>` : ''}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

// Departments that act at the same time have a clock each of one limit: where they move alike, one line says it.
function oneOfEach(lines: readonly ClockLine[]): readonly ClockLine[] {
  const key = ({ title, before, after }: ClockLine): string => JSON.stringify([title, before.name, before.dueAt, after.dueAt]);
  return [...new Map(lines.map((line) => [key(line), line])).values()];
}

// A limit in hours may move within a day.
function dueText({ locale }: TongbanElement, dueAt: number, other: number): string {
  return dayOf(dueAt) === dayOf(other) && dueAt !== other ? formatInstant(dueAt, undefined, locale) : formatDay(dayOf(dueAt), locale);
}

/** A name in the language of the element. */
export function nameIn({ locale }: TongbanElement, name: LocalText): string {
  return name[locale] ?? name['zh-CN'];
}

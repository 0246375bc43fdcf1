/** Days of a calendar that were changed: each with what it is now. */
import { formatDay, type TongbanElement } from '@tongban/element-kit';
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import type { ChangedDay } from './calendar-edit.ts';
import { nameIn } from './clock-changes.ts';
import { operatorMessages } from './operator-messages.ts';

const WORDS = { work: 'changedToWork', makeUp: 'changedToWork', holiday: 'changedToOff', weekend: 'changedToOff' } as const;

/** The days, as a list. */
export function renderDayChanges(host: TongbanElement, changes: readonly ChangedDay[]): TemplateResult {
  const t = operatorMessages.for(host);
  return html`<ul class="changes">
    ${changes.map(
      ({ day, kind, name }) =>
        html`<li>${formatDay(day, host.locale)} <span class="badge ${kind === 'holiday' || kind === 'weekend' ? 'red' : 'accent'}">${t(WORDS[kind])}</span>${name === undefined ? nothing : html` ${nameIn(host, name)}`}</li>`,
    )}
  </ul>`;
}

/** The sheet that goes with {@link renderDayChanges}. */
export const dayChangesStyles: CSSResult = css`
  .changes {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;

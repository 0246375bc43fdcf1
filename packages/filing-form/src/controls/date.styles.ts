/** Numbers and dates, as wide as they get, and the calendar. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const dateStyles: CSSResult = css`
  .input-group:has(> .number) {
    max-width: 300px;
  }

  .date {
    max-width: 240px;
  }

  .calendar {
    width: 320px;
    padding: 8px;
  }

  .calendar-head,
  .calendar-foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }

  .calendar-head > h3 {
    flex: 1;
    text-align: center;
  }

  .month {
    width: 100%;
    border-collapse: collapse;
    text-align: center;
  }

  .month th {
    padding: 4px 0;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    font-weight: var(--_weight-regular);
  }

  .month td {
    padding: 1px;
  }

  .day {
    appearance: none;
    width: 100%;
    min-height: max(36px, calc(var(--_control) - 2px));
    margin: 0;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text);
    font: inherit;
    cursor: pointer;
  }

  .day {
    position: relative;
  }

  .day[data-mark]::after {
    content: attr(data-mark);
    position: absolute;
    inset-block-start: 1px;
    inset-inline-end: 3px;
    color: var(--_accent);
    font-size: calc(0.625 * var(--_text-unit));
    line-height: calc(0.75 * var(--_text-unit));
  }

  .day[aria-pressed='true']::after {
    color: inherit;
  }

  .day.outside {
    color: var(--_text-3);
  }

  .day:hover {
    background: var(--_accent-weak);
  }

  .day[aria-current='date'] {
    border-color: var(--_accent);
  }

  .day[aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .day:disabled {
    background: none;
    color: var(--_text-3);
    text-decoration: line-through;
    cursor: not-allowed;
  }

  @container (max-width: 40em) {
    .input-group:has(> .number) {
      max-width: none;
    }

    .date {
      max-width: none;
    }
  }

  @media (forced-colors: active) {
    .day[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;

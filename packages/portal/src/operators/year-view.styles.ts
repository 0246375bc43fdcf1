import { type CSSResult, css } from 'lit';

/** Four months in a row on a desk, one on a phone. */
export const yearViewStyles: CSSResult = css`
  .months {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(252px, 100%), 1fr));
    gap: 20px 24px;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    align-self: start;
  }

  caption {
    padding-block-end: 4px;
    font-weight: var(--_weight-medium);
    text-align: start;
  }

  th {
    padding: 2px 0;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    font-weight: var(--_weight-regular);
    text-align: center;
  }

  td {
    padding: 1px;
  }

  .day,
  .seen {
    display: flex;
    gap: 1px;
    align-items: center;
    justify-content: center;
  }

  .day {
    position: relative;
    width: 100%;
    min-height: var(--_control);
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius-small);
    background: none;
    color: var(--_text);
    font: inherit;
  }

  button.day {
    border-color: var(--_line);
    cursor: pointer;
  }

  button.day:hover {
    border-color: var(--_accent);
  }

  .sign {
    font-size: calc(0.625 * var(--_text-unit));
    line-height: 1;
  }

  .weekend {
    color: var(--_text-2);
    background: var(--_surface-2);
  }

  .holiday {
    background: var(--_red-weak);
    color: var(--_red);
  }

  .makeUp {
    background: var(--_accent-weak);
    color: var(--_accent-strong);
  }

  .unknown {
    border-style: dashed;
    border-color: var(--_line-strong);
  }

  .changed {
    border: 2px solid var(--_accent);
    font-weight: var(--_weight-strong);
  }
`;

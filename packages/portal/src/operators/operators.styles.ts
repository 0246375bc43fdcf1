import { type CSSResult, css } from 'lit';

/** What the pages of operators share: cards in a column, lines with their buttons at the end, fields side by side. */
export const operatorStyles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .column {
    display: grid;
    gap: 16px;
  }

  .column > * {
    min-width: 0;
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
  }

  .lines {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .lines > li {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: flex-start;
    padding: 12px 0;
  }

  .lines > li:first-child {
    padding-block-start: 0;
  }

  .lines > li:last-child {
    padding-block-end: 0;
  }

  .lines > li + li {
    border-block-start: 1px solid var(--_line);
  }

  .what {
    flex: 1 1 320px;
    display: grid;
    gap: 4px;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .what .name {
    font-weight: var(--_weight-medium);
  }

  .button-row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .button-row.end {
    justify-content: flex-end;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
    gap: 16px;
    align-items: start;
  }

  .narrow {
    max-width: calc(45 * var(--_text-unit));
  }

  legend {
    padding: 0;
  }

  h3 {
    margin-block-end: 8px;
  }

  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }

  summary {
    min-height: var(--_control);
    padding: 4px 0;
    cursor: pointer;
    font-weight: var(--_weight-medium);
  }

  .moved {
    color: var(--_accent-strong);
    font-weight: var(--_weight-medium);
  }
`;

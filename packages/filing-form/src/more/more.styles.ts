/** How the parts look that are loaded when they are needed. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const moreStyles: CSSResult = css`
  .range,
  .region {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  .range > .date {
    flex: 0 1 200px;
    min-width: 160px;
  }

  .region > .select {
    flex: 0 1 auto;
    width: auto;
    min-width: 120px;
    max-width: 100%;
  }

  .region-fixed {
    color: var(--_text-2);
  }

  .qr {
    width: 132px;
    margin: 4px 0;
  }

  .qr > svg {
    display: block;
    width: 100%;
    border-radius: 4px;
  }

  .print .qr {
    width: 28mm;
    margin: 2mm auto;
  }

  /* materials */
  .materials {
    display: grid;
    gap: 8px;
  }

  .material-list {
    display: grid;
    padding: 0;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    list-style: none;
    counter-reset: material;
  }

  .material {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 8px 16px;
    align-items: start;
    padding: 8px 12px;
    counter-increment: material;
  }

  .material + .material {
    border-top: 1px solid var(--_line);
  }

  .material-name {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    min-height: 34px;
  }

  .material-name::before {
    content: counter(material) '.';
    color: var(--_text-2);
    font-variant-numeric: tabular-nums;
  }

  .material-badges {
    display: inline-flex;
    gap: 4px;
  }

  .material-how {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }

  .material-how > .select {
    flex: 0 0 auto;
    width: auto;
  }

  .material-how > .date {
    flex: 0 1 200px;
  }

  .material-how > .files {
    flex: 1 1 100%;
  }

  .cell.kind-materials > .cell-value {
    align-content: start;
  }

  /* steps */
  .form:has(.steps) {
    max-width: 1000px;
  }

  .steps {
    display: grid;
    grid-template-columns: 220px minmax(0, 1fr);
    gap: 32px;
    align-items: start;
  }

  .steps-nav {
    position: sticky;
    top: 16px;
  }

  .steps-nav > ol {
    display: grid;
    gap: 2px;
    padding: 0;
    list-style: none;
  }

  .step {
    appearance: none;
    display: grid;
    grid-template-columns: 28px minmax(0, 1fr);
    gap: 0 10px;
    width: 100%;
    min-height: 48px;
    padding: 8px 10px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .step:hover {
    background: var(--_surface-2);
  }

  .step[aria-current] {
    background: var(--_accent-weak);
    font-weight: var(--_weight-strong);
  }

  .step-number {
    display: grid;
    grid-row: span 2;
    place-items: center;
    width: 28px;
    height: 28px;
    border: 1px solid var(--_line-strong);
    border-radius: 50%;
    background: var(--_surface);
    font-weight: var(--_weight-medium);
    font-variant-numeric: tabular-nums;
  }

  .step[aria-current] > .step-number {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .step-state {
    grid-column: 2;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
    font-weight: var(--_weight-regular);
  }

  .step-name:last-child {
    align-self: center;
    grid-row: span 2;
  }

  .steps-page {
    display: grid;
    gap: 16px;
    min-width: 0;
  }

  .step-title {
    margin-top: -12px;
    font-size: calc(1.25 * var(--_text-unit));
    line-height: calc(1.75 * var(--_text-unit));
  }

  .step-title:focus {
    outline: none;
  }

  .step-buttons {
    justify-content: flex-start;
    margin-top: 8px;
  }

  .check-head {
    display: flex;
    gap: 16px;
    align-items: baseline;
    justify-content: space-between;
    margin-bottom: 12px;
    border-bottom: 1px solid var(--_line);
  }

  .check-head > .section-title {
    margin: 0;
    border: 0;
  }

  @container (max-width: 40em) {
    .steps {
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }

    .steps-nav {
      position: static;
      overflow-x: auto;
    }

    .steps-nav > ol {
      grid-auto-flow: column;
      grid-auto-columns: max-content;
    }

    .step-state {
      display: none;
    }

    .step-name {
      align-self: center;
    }

    .step-number {
      grid-row: auto;
    }

    .form:not(.print) .material {
      grid-template-columns: minmax(0, 1fr);
    }

    .material-how > .select,
    .material-how > .date {
      flex: 1 1 100%;
      width: 100%;
    }

    .region > .select,
    .range > .date {
      flex: 1 1 100%;
    }
  }

  .carried {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    margin-top: 2px;
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
  }

  .carried:empty {
    display: none;
  }

  .carried .link-button {
    min-height: 24px;
    margin-inline-start: 4px;
  }
`;

import { type CSSResult, css } from 'lit';

export const upgradePanelStyles: CSSResult = css`
  :host {
    display: block;
  }

  .column {
    display: grid;
    gap: 16px;
    padding: 2px;
  }

  .column > :not(.pictures) {
    max-width: calc(56 * var(--_text-unit));
  }

  h2,
  h3,
  p {
    margin: 0;
  }

  h2 {
    font-size: calc(1.125 * var(--_text-unit));
  }

  h3 {
    font-size: var(--_text-unit);
  }

  .head {
    display: grid;
    gap: 4px;
  }

  .state {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
  }

  fieldset {
    display: grid;
    gap: 6px;
    min-width: 0;
    margin: 0 0 12px;
    padding: 10px 14px 12px;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_yellow);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  fieldset.chosen {
    border-inline-start-color: var(--_green);
  }

  legend {
    float: inline-start;
    width: 100%;
    padding: 0;
    font-weight: var(--_weight-medium);
  }

  legend + * {
    clear: both;
  }

  .answer {
    display: grid;
    grid-template-columns: auto minmax(7em, auto) 1fr;
    gap: 4px 10px;
    align-items: baseline;
    padding: 6px 8px;
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .answer:has(input:checked) {
    background: var(--_accent-weak);
  }

  .answer input {
    margin: 0;
  }

  .value {
    overflow-wrap: anywhere;
  }

  ul {
    margin: 6px 0 0;
    padding-inline-start: 20px;
  }

  li {
    margin-block-end: 4px;
    overflow-wrap: anywhere;
  }

  summary {
    cursor: pointer;
    font-weight: var(--_weight-medium);
  }

  .segments {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }

  .picture {
    height: 620px;
    margin-top: 8px;
  }

  .picture > * {
    height: 100%;
  }

  .keep {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding-block: 8px 24px;
    border-top: 1px solid var(--_line);
  }

  @media (max-width: 40em) {
    .answer {
      grid-template-columns: auto 1fr;
      min-height: 44px;
    }

    .answer .value {
      grid-column: 2;
    }
  }
`;

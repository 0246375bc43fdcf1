/** How the rule list looks. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const ruleListStyles: CSSResult = css`
  :host {
    display: block;
  }

  h2 {
    margin: 0 0 4px;
    font-size: var(--_font-size-large);
    line-height: var(--_line-height-large);
  }

  p {
    margin: 0;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    align-items: end;
    margin: 12px 0;
  }

  .tools .field {
    flex: 1 1 280px;
    max-width: 480px;
  }

  .rows,
  .exceptions {
    display: grid;
    gap: 12px;
    margin: 12px 0 0;
    padding: 0;
    list-style: none;
  }

  .row-card {
    display: grid;
    gap: 6px;
  }

  .row-head {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .row-title {
    font-weight: var(--_weight-strong);
    overflow-wrap: anywhere;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 20px;
    margin: 0;
  }

  .facts > div {
    display: flex;
    gap: 6px;
    min-width: 0;
  }

  .facts dt {
    flex: none;
    color: var(--_text-2);
  }

  .facts dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  summary {
    min-height: 32px;
    color: var(--_accent-strong);
    line-height: calc(2 * var(--_text-unit));
    cursor: pointer;
  }

  .exceptions > li {
    display: grid;
    gap: 4px;
    padding: 8px 12px;
    border-inline-start: 3px solid var(--_accent);
    background: var(--_surface-2);
  }

  .outcome {
    display: flex;
    gap: 6px;
    align-items: center;
  }

  @media (pointer: coarse) {
    summary {
      min-height: 44px;
      line-height: calc(2.75 * var(--_text-unit));
    }
  }
`;

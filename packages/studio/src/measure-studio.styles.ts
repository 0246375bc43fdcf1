import { type CSSResult, css } from 'lit';

export const measureStudioStyles: CSSResult = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 640px;
    height: calc(100vh - 120px);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 20px;
    align-items: center;
    padding-bottom: 10px;
    border-bottom: 1px solid var(--_line);
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
  }

  h1 {
    margin: 0;
    font-size: calc(1.125 * var(--_text-unit));
  }

  nav,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }

  nav {
    flex: 1 1 auto;
  }

  .chosen {
    border-color: var(--_accent);
    background: var(--_accent-weak);
    color: var(--_accent-strong);
    font-weight: var(--_weight-medium);
  }

  .published {
    display: flex;
    gap: 6px;
    align-items: center;
    width: 100%;
    margin: 0;
    color: var(--_green);
  }

  .work {
    display: flex;
    flex: 1;
    gap: 16px;
    min-height: 0;
    padding-top: 12px;
  }

  .surface {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    overflow: auto;
  }

  tb-flow-designer,
  tb-forms-panel {
    flex: 1;
    min-height: 480px;
  }

  .problems {
    width: min(calc(20 * var(--_text-unit)), 45%);
    border-inline-start: 1px solid var(--_line);
    padding-inline-start: 12px;
    overflow: auto;
  }

  .problems-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }

  .problems-head h2 {
    margin: 0;
    font-size: calc(0.875 * var(--_text-unit));
  }

  .field {
    margin-top: 12px;
  }

  @media (max-width: 47.5em) {
    .work {
      flex-direction: column;
    }

    .problems {
      width: auto;
      border: 0;
      padding: 0;
    }
  }
`;

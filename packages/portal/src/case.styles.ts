import { type CSSResult, css } from 'lit';

export const caseStyles: CSSResult = css`
  :host {
    display: block;
  }

  .messages,
  .incidents,
  .lasting,
  tb-case-pauses {
    margin-bottom: 16px;
  }

  .callout + .callout {
    margin-top: 8px;
  }

  .incident {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    margin: 0;
  }

  section {
    margin-block: 16px 24px;
  }

  .open,
  .documents {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .open li,
  .documents li {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 16px;
    align-items: center;
    padding: 8px 0;
  }

  .open li + li,
  .documents li + li {
    border-top: 1px solid var(--_line);
  }

  .open-name,
  .document-title {
    font-weight: var(--_weight-medium);
  }

  .document-title {
    flex: 1;
    min-width: 220px;
  }

  tb-form {
    display: block;
    margin-block: 16px 32px;
  }
`;

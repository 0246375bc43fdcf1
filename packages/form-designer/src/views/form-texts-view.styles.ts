/** The table of texts; on a narrow page each text is a block. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const formTextsStyles: CSSResult = css`
  :host {
    display: block;
    padding: 16px;
    container: texts / inline-size;
  }

  .head {
    display: grid;
    gap: 8px;
    margin-bottom: 12px;
  }

  .head p {
    margin: 0;
  }

  .head .hint {
    color: var(--_text-2);
    font-size: var(--_font-size-small);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: end;
  }

  .tools .spacer {
    flex: 1;
  }

  .table {
    table-layout: fixed;
    background: var(--_surface);
  }

  .table th:first-child {
    width: 18%;
  }

  .table th:last-child {
    width: 22%;
  }

  .table .textarea {
    width: 100%;
    min-height: 34px;
    resize: vertical;
  }

  .table .link-button {
    text-align: start;
  }

  .advice ul {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--_font-size-small);
  }

  .advice li {
    display: flex;
    gap: 6px;
  }

  .advice svg {
    flex: none;
    margin-top: 3px;
    color: var(--_yellow);
  }

  @container texts (max-width: 50em) {
    .table thead {
      display: none;
    }

    .table tr {
      display: grid;
      gap: 4px;
      padding: 8px 0;
      border-bottom: 1px solid var(--_line);
    }

    .table td {
      padding: 0 4px;
      border: 0;
    }
  }
`;

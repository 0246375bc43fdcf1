/** Tables by class: `table` for data people scan, with `scroll` around it when it may be wider than the page. */
import { type CSSResult, css } from 'lit';

/** `<div class="scroll" tabindex="0" role="region" aria-label="…"><table class="table">…`. */
export const tableStyles: CSSResult = css`
  .scroll {
    max-width: 100%;
    overflow: auto;
  }

  .table {
    width: 100%;
    border-collapse: collapse;
    text-align: start;
  }

  .table caption {
    padding-bottom: 8px;
    color: var(--_text-2);
    text-align: start;
  }

  .table th,
  .table td {
    padding: 8px 12px;
    border-bottom: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }

  .table thead th {
    background: var(--_surface-2);
    color: var(--_text-2);
    font-weight: var(--_weight-medium);
    white-space: nowrap;
  }

  .table tbody th {
    font-weight: var(--_weight-medium);
  }

  .table .number {
    text-align: end;
    white-space: nowrap;
  }

  .table tbody tr.action:hover {
    background: var(--_surface-2);
    cursor: pointer;
  }

  .table tbody tr[aria-selected='true'] {
    background: var(--_accent-weak);
  }

  .facts {
    display: grid;
    grid-template-columns: minmax(6em, max-content) 1fr;
    gap: 6px 16px;
    margin: 0;
  }

  .facts > dt {
    color: var(--_text-2);
  }

  .facts > dd {
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;

/** Tables of rows: ruled as on paper, in a box of their own when they are long, cards on a phone. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const rowsStyles: CSSResult = css`
  .rows {
    display: grid;
    gap: 8px;
    justify-items: start;
    min-width: 0;
  }

  .rows > .scroll {
    width: 100%;
    overflow: auto;
  }

  /* a long table scrolls in its own box, under its headings */
  .rows > .scroll.long {
    max-height: 75vh;
    scroll-padding-block: calc(2.5 * var(--_control)) var(--_control);
  }

  .long thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    box-shadow: inset 0 -1px 0 var(--_line-strong);
  }

  .ruled-rows {
    width: 100%;
    border-collapse: collapse;
  }

  .ruled-rows th,
  .ruled-rows td {
    min-width: 6em;
    padding: 6px 8px;
    border: 1px solid var(--_line-strong);
    vertical-align: top;
  }

  .ruled-rows thead th {
    background: var(--_surface-2);
    font-weight: var(--_weight-medium);
    text-align: center;
    vertical-align: middle;
  }

  .form .ruled-rows .row-gap,
  .form .ruled-rows .row-gap > td {
    padding: 0;
    border: 0;
  }

  .ruled-rows .row-number {
    width: 3.5em;
    min-width: 3.5em;
    font-weight: var(--_weight-regular);
    text-align: center;
  }

  .form:not(.print) .ruled-rows tbody .row-number {
    padding-top: 12px;
  }

  .ruled-rows .date {
    min-width: 160px;
  }

  .row-cell {
    display: grid;
    gap: 4px;
    min-width: 0;
  }

  .row-cell > .value {
    padding-block: 5px;
  }

  .row-actions {
    width: 1px;
    white-space: nowrap;
  }

  .on-phone {
    display: none;
  }

  @container (max-width: 40em) {
    .form:not(.print) .ruled-rows,
    .form:not(.print) .ruled-rows tr,
    .form:not(.print) .ruled-rows tbody th,
    .form:not(.print) .ruled-rows tbody td {
      display: block;
      width: auto;
      min-width: 0;
      text-align: start;
    }

    .form:not(.print) .ruled-rows thead {
      display: none;
    }

    .form:not(.print) .ruled-rows tbody {
      display: grid;
      gap: 12px;
    }

    .form:not(.print) .ruled-rows tr {
      padding: 8px 12px 12px;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
    }

    .form:not(.print) .ruled-rows tbody th,
    .form:not(.print) .ruled-rows tbody td {
      padding: 4px 0;
      border: 0;
    }

    .form:not(.print) .ruled-rows tbody .row-number {
      padding-top: 4px;
      font-weight: var(--_weight-strong);
    }

    .cell.kind-rows .rows > .scroll {
      padding: 8px 12px;
    }

    .form:not(.print) .on-phone {
      display: revert;
    }

    .form:not(.print) .on-desk {
      display: none;
    }

    .row-actions {
      display: flex !important;
      gap: 4px;
      justify-content: flex-end;
    }
  }
`;

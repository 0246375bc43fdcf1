/** Sections, and the ruled table of the paper form; on a phone one column. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const sheetStyles: CSSResult = css`
  .section {
    min-width: 0;
  }

  .section-title {
    margin-bottom: 12px;
    padding-bottom: 6px;
    border-bottom: 1px solid var(--_line);
  }

  .sheet {
    display: grid;
    grid-template-columns: 1fr 1fr;
    border: 1px solid var(--_line-strong);
    border-width: 1px 0 0 1px;
  }

  .cell {
    display: grid;
    grid-template-columns: 9em minmax(0, 1fr);
    min-width: 0;
    border: 1px solid var(--_line-strong);
    border-width: 0 1px 1px 0;
  }

  .cell.wide {
    grid-column: 1 / -1;
  }

  .cell.across {
    grid-template-columns: minmax(0, 1fr);
  }

  .cell-label {
    display: flex;
    align-items: center;
    justify-content: center;
    padding: 10px;
    border-inline-end: 1px solid var(--_line);
    background: var(--_surface-2);
    text-align: center;
    text-wrap: balance;
  }

  .unbroken {
    display: inline-block;
  }

  .cell.across > .cell-label {
    justify-content: flex-start;
    padding: 6px 12px;
    border-inline-end: 0;
    border-block-end: 1px solid var(--_line);
  }

  .cell-value {
    display: grid;
    gap: 4px;
    align-content: center;
    padding: 8px 10px;
  }

  .cell:has(.errors) > .cell-value {
    box-shadow: inset 3px 0 0 var(--_red);
  }

  /* a table in the sheet shares its rules */
  .cell.kind-materials > .cell-value:has(> .value > table),
  .cell.kind-rows > .cell-value {
    padding: 0;
    gap: 0;
  }

  .cell.kind-rows .rows {
    gap: 0;
  }

  .cell.kind-rows .rows > :not(.scroll),
  .cell.kind-rows > .cell-value > :not(.rows) {
    margin: 8px 12px;
  }

  .cell.kind-materials .material-table,
  .cell.kind-rows .ruled-rows {
    border-style: hidden;
  }

  .note-cell {
    display: block;
    grid-column: 1 / -1;
    padding: 10px 12px;
  }

  .sheet > .section {
    grid-column: 1 / -1;
  }

  .sheet .section-title {
    margin: 0;
    padding: 8px 12px;
    border: 1px solid var(--_line-strong);
    border-width: 0 1px 1px 0;
    background: var(--_surface-3);
  }

  .sheet .sheet {
    border-width: 0;
  }

  @container (max-width: 40em) {
    .form:not(.print) .sheet {
      grid-template-columns: minmax(0, 1fr);
    }

    .form:not(.print) .cell {
      grid-column: 1 / -1;
      grid-template-columns: minmax(0, 1fr);
    }

    .form:not(.print) .cell-label {
      justify-content: flex-start;
      padding: 6px 12px;
      border-inline-end: 0;
      border-block-end: 1px solid var(--_line);
      text-align: start;
    }

    .form:not(.print) .cell:not(.kind-rows) > .cell-value {
      padding: 10px 12px;
    }
  }
`;

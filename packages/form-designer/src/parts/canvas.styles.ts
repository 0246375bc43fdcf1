/** The form as on paper: its sheet of cells, and the columns of its tables. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const canvasStyles: CSSResult = css`
  .paper {
    max-width: 960px;
    min-height: 100%;
    margin-inline: auto;
    padding: 24px 28px 64px;
    border: 1px solid var(--_line);
    background: var(--_surface);
    font-size: var(--_text-unit);
    line-height: calc(1.625 * var(--_text-unit));
  }

  .paper.stacked {
    max-width: 776px;
  }

  .paper-head {
    position: relative;
    margin-bottom: 12px;
    padding: 4px 8px;
    border-radius: var(--_radius);
  }

  .paper-title {
    margin: 0;
    font-size: calc(1.25 * var(--_text-unit));
    line-height: calc(1.875 * var(--_text-unit));
  }

  .bordered .paper-title {
    text-align: center;
  }

  .paper-note {
    margin: 10px 0 0;
    color: var(--_text-2);
  }

  .pick {
    appearance: none;
    position: absolute;
    inset: 0;
    z-index: 1;
    width: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: inherit;
    background: none;
    cursor: pointer;
  }

  .pick:focus-visible {
    outline-offset: -2px;
  }

  .sheet {
    display: grid;
    grid-template-columns: 1fr 1fr;
    border: 1px solid var(--_line-strong);
    border-width: 1px 0 0 1px;
  }

  .column {
    display: grid;
    gap: 12px;
  }

  .cell {
    position: relative;
    display: grid;
    grid-template-columns: 9em minmax(0, 1fr);
    min-width: 0;
    border: 1px solid var(--_line-strong);
    border-width: 0 1px 1px 0;
    user-select: none;
  }

  .cell.wide {
    grid-column: 1 / -1;
  }

  .cell.across,
  .column > .cell {
    grid-template-columns: minmax(0, 1fr);
  }

  .column > .cell {
    padding: 6px 12px 10px 20px;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
  }

  .cell-label {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 6px;
    align-content: center;
    align-items: center;
    justify-content: center;
    min-width: 0;
    position: relative;
    padding: 8px 16px;
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }

  .sheet > .cell > .cell-label {
    border-inline-end: 1px solid var(--_line);
    background: var(--_surface-2);
  }

  .sheet > .across > .cell-label {
    justify-content: flex-start;
    padding: 6px 20px;
    border-inline-end: 0;
    border-block-end: 1px solid var(--_line);
  }

  .column > .cell > .cell-label {
    justify-content: flex-start;
    margin-inline-start: -18px;
    padding: 0 0 4px 18px;
    text-align: start;
  }

  .sheet > .kind-section > .cell-label {
    padding: 8px 20px;
    background: var(--_surface-3);
    font-weight: var(--_weight-medium);
  }

  .sheet > .kind-note > .cell-label {
    border-block-end: 0;
    padding-block: 4px 0;
    background: none;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
  }

  .cell-value {
    display: grid;
    gap: 4px;
    align-content: center;
    min-width: 0;
    padding: 8px 10px;
  }

  .column > .cell > .cell-value {
    padding: 0;
  }

  .sheet > .kind-section > .cell-value,
  .sheet > .kind-rows > .cell-value {
    padding: 0;
    gap: 0;
  }

  /* a section in the sheet shares its rules */
  .sheet > .kind-section,
  .kind-section .sheet {
    border-width: 0;
  }

  .sheet > .kind-section > .cell-label {
    border: 1px solid var(--_line-strong);
    border-width: 0 1px 1px 0;
  }

  .kind-rows > .cell-value > .hint,
  .kind-rows > .cell-value > .problems,
  .kind-section > .cell-value > .problems {
    margin: 6px 12px;
  }

  .cell-value > .hint {
    white-space: pre-line;
  }

  .cell-label .label {
    font-weight: var(--_weight-medium);
  }

  .badge {
    font-size: calc(0.75 * var(--_text-unit));
  }

  .cell .grip {
    display: none;
    position: absolute;
    z-index: 2;
    inset-block-start: calc(50% - 8px);
    inset-inline-start: 1px;
    color: var(--_text-3);
    cursor: grab;
    touch-action: none;
  }

  .cell:hover > .cell-label > .grip,
  .selected > .cell-label > .grip,
  .selected > .column-label > .grip {
    display: flex;
  }

  .prose {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .kind-note .prose {
    padding: 0 2px;
  }

  .rows-scroll {
    overflow-x: auto;
  }

  .columns {
    display: flex;
    min-width: min-content;
  }

  .column-cell {
    position: relative;
    flex: 1 0 116px;
    min-width: 0;
    border-inline-end: 1px solid var(--_line);
    user-select: none;
  }

  .column-cell:last-child {
    border-inline-end: 0;
  }

  .column > .kind-rows .columns {
    border: 1px solid var(--_line-strong);
  }

  .column-label {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 6px;
    align-items: center;
    justify-content: center;
    min-height: 54px;
    padding: 4px 14px;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface-2);
    font-size: var(--_font-size);
    line-height: var(--_line-height);
    text-align: center;
  }

  .column-value {
    padding: 6px;
    overflow: hidden;
  }

  .column-value .look {
    padding-inline: 6px;
    overflow: hidden;
    white-space: nowrap;
  }

  .column-value .look.tall {
    min-height: 36px;
  }

  .inside {
    min-width: 0;
  }

  .column .inside {
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--_line);
  }

  @container designer (max-width: 61.4em) {
    .paper {
      padding: 12px 10px 48px;
    }
  }

  @container designer (max-width: 42.9em) {
    .sheet {
      grid-template-columns: minmax(0, 1fr);
    }

    .sheet > .cell {
      grid-column: 1 / -1;
      grid-template-columns: minmax(0, 1fr);
    }

    .sheet > .cell > .cell-label {
      justify-content: flex-start;
      padding: 6px 20px;
      border-inline-end: 0;
      border-block-end: 1px solid var(--_line);
      text-align: start;
    }
  }

`;

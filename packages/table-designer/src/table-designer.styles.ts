/** The table designer: tools and content above, the grid in the middle, the column's properties on the right; below each other in a narrow place. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const tableDesignerStyles: CSSResult = css`
  :host {
    display: block;
    height: 640px;
    max-height: 100%;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }

  .frame {
    container: table-designer / inline-size;
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }

  .toolbar {
    flex: none;
  }

  .policy {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--_text-2);
  }

  .policy > .select {
    width: auto;
  }

  .search {
    display: flex;
    align-items: center;
    gap: 2px;
  }

  .search > .input {
    width: calc(8.75 * var(--_text-unit));
  }

  .search > .count {
    min-width: 44px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    text-align: center;
  }

  .bar {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    min-height: 40px;
    padding: 4px 12px;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface-2);
  }

  .bar .where {
    color: var(--_text-2);
    white-space: nowrap;
  }

  .bar .whole {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .bar .tag {
    color: var(--_text-2);
  }

  .feel-entry {
    flex: 1;
    min-width: 160px;
  }

  .work {
    flex: 1;
    display: flex;
    min-height: 0;
  }

  .scroller {
    position: relative;
    flex: 1;
    min-width: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .panel {
    flex: none;
    width: calc(19.5 * var(--_text-unit));
    padding: 4px 16px 16px;
    overflow: auto;
    border-inline-start: 1px solid var(--_line);
  }

  .panel tb-tabs {
    height: 100%;
  }

  .tab-body {
    padding-top: 12px;
  }

  .tab-body > .fields,
  .examples > .label {
    margin-top: 12px;
  }

  .outcome {
    margin-top: 16px;
    padding: 10px 12px;
    border-radius: var(--_radius);
    background: var(--_surface-2);
  }

  .outcome .result {
    font-size: var(--_font-size-large);
    overflow-wrap: anywhere;
  }

  .examples {
    margin-top: 16px;
    padding-top: 12px;
    border-top: 1px solid var(--_line);
  }

  .examples .row {
    align-items: flex-start;
    padding-inline: 0;
  }

  .examples .words {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .examples .hint {
    display: block;
  }

  .sign.passed {
    color: var(--_green);
  }

  .sign.failed {
    color: var(--_red);
  }

  .row.matched > .cell {
    background: var(--_green-weak);
  }

  .row.matched > .number {
    background: var(--_green-weak);
    color: var(--_green);
  }

  .cell.failed {
    background: var(--_red-weak);
  }

  .cell.failed > .shown::after {
    content: ' ✕';
    color: var(--_red);
  }

  .panel h3 {
    margin: 0 0 12px;
    font-size: var(--_font-size-large);
  }

  .panel .button-row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 20px;
  }

  .keys {
    margin-top: 16px;
    color: var(--_text-2);
  }

  .keys > summary {
    min-height: 32px;
    cursor: pointer;
  }

  .grid {
    width: max-content;
    min-width: 100%;
  }

  .line {
    display: grid;
    grid-template-columns: var(--_columns);
  }

  .head {
    position: sticky;
    z-index: 3;
    top: 0;
    border-bottom: 1px solid var(--_line-strong);
    background: var(--_surface-2);
  }

  .kind {
    padding: 4px 10px 0;
    border-inline-start: 1px solid var(--_line);
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
  }

  .kind.of-output,
  .heading.of-output {
    background: var(--_accent-weak);
  }

  .corner,
  .number {
    position: sticky;
    z-index: 2;
    inset-inline-start: 0;
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 2px;
    padding: 4px 8px;
    border-inline-end: 1px solid var(--_line);
    background: var(--_surface-2);
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    font-variant-numeric: tabular-nums;
    user-select: none;
  }

  .number {
    cursor: default;
  }

  .number.selected {
    background: var(--_accent-weak);
    color: var(--_accent-strong);
    font-weight: var(--_weight-medium);
  }

  .number.doubtful {
    color: var(--_yellow);
  }

  .number > svg {
    width: 14px;
    height: 14px;
  }

  .cell {
    position: relative;
    min-height: 36px;
    border-inline-start: 1px solid var(--_line);
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
    cursor: cell;
    user-select: none;
  }

  .shown {
    display: block;
    padding: 7px 10px 6px;
    overflow-wrap: anywhere;
  }

  .windowed {
    position: relative;
  }

  .windowed > .line {
    position: absolute;
    inset: 0 0 auto;
    height: calc(var(--_line-height) + 14px);
  }

  .windowed .shown {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .cell.of-annotation {
    color: var(--_text-2);
  }

  .cell.faint > .shown {
    color: var(--_text-3);
  }

  .cell.found {
    background: var(--_yellow-weak);
  }

  .cell.selected {
    background: var(--_accent-weak);
  }

  .cell.focused {
    z-index: 1;
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .cell.wrong > .shown {
    color: var(--_red);
    text-decoration: underline wavy;
    text-underline-offset: 3px;
  }

  .heading {
    min-height: 40px;
    border-bottom: 0;
    background: var(--_surface-2);
  }

  .head-button {
    appearance: none;
    display: flex;
    align-items: center;
    gap: 4px;
    width: 100%;
    height: 100%;
    min-height: 40px;
    padding: 4px 10px;
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    font-weight: var(--_weight-medium);
    text-align: start;
    cursor: pointer;
  }

  .heading.wrong .head-button {
    color: var(--_red);
  }

  .head-button:focus-visible {
    outline: none;
  }

  .entry {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    padding: 0 10px;
    border: 0;
    outline: none;
    background: transparent;
    color: transparent;
    caret-color: transparent;
    font: inherit;
    cursor: cell;
  }

  .entry.editing {
    background: var(--_surface);
    color: var(--_text);
    caret-color: auto;
    cursor: text;
    box-shadow: inset 0 0 0 2px var(--_accent);
  }

  .choices {
    position: absolute;
    z-index: 4;
    top: 100%;
    inset-inline-start: 0;
    min-width: 100%;
    width: max-content;
  }

  .nothing {
    padding: 24px;
  }

  .first-row {
    position: sticky;
    inset-inline-start: 0;
    max-width: 480px;
    padding: 24px 16px;
  }

  .first-row > p {
    margin: 0 0 12px;
    color: var(--_text-2);
  }

  @container table-designer (max-width: 54.3em) {
    .work {
      flex-direction: column;
    }

    .panel {
      width: auto;
      max-height: 45%;
      border-inline-start: 0;
      border-top: 1px solid var(--_line);
    }

    .toolbar .word {
      display: none;
    }

    .search > .input {
      width: calc(6 * var(--_text-unit));
    }
  }

  @media (pointer: coarse) {
    .cell {
      min-height: 44px;
    }

    .windowed > .line {
      height: calc(var(--_line-height) + 22px);
    }

    .shown {
      padding-block: 11px 10px;
    }
  }

  @media (forced-colors: active) {
    .cell.selected,
    .number.selected {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
  }
`;

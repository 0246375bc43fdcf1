/** The designer: what can be added on the left, the form as on paper in the middle, properties on the right; in a narrow place one of them at a time. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const formDesignerStyles: CSSResult = css`
  :host {
    display: block;
    height: 720px;
    max-height: 100%;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }

  .frame {
    container: designer / inline-size;
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }

  .toolbar {
    flex: none;
  }

  .views,
  .panes {
    display: flex;
    gap: 2px;
    padding: 2px;
    border-radius: var(--_radius);
    background: var(--_surface-3);
  }

  .views > .button,
  .panes > .button {
    border-color: transparent;
    background: none;
  }

  .views > .button[aria-pressed='true'],
  .panes > .button[aria-pressed='true'] {
    background: var(--_surface);
    color: var(--_accent-strong);
    font-weight: var(--_weight-medium);
  }

  .panes {
    display: none;
    margin: 8px 12px 0;
  }

  .panes > .button {
    flex: 1;
  }

  .problem-bar {
    flex: none;
    margin: 0;
    max-height: 30%;
    padding: 4px 16px 10px;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface-2);
    overflow: auto;
  }

  .problem-bar .link-button {
    text-align: start;
  }

  .count-red {
    color: var(--_red);
  }

  .desk {
    flex: 1;
    display: grid;
    grid-template-columns: calc(14.75 * var(--_text-unit)) minmax(0, 1fr) calc(20 * var(--_text-unit));
    min-height: 0;
  }

  .left,
  .right,
  .middle {
    position: relative;
    min-width: 0;
    min-height: 0;
    overflow: auto;
  }

  .left {
    border-inline-end: 1px solid var(--_line);
  }

  .right {
    border-inline-start: 1px solid var(--_line);
    padding: 12px 16px 32px;
  }

  .middle {
    padding: 20px;
    background: var(--_surface-2);
  }

  .whole {
    flex: 1;
    min-height: 0;
    overflow: auto;
    background: var(--_surface-2);
  }

  /* what can be added */
  .left tb-tabs {
    height: 100%;
  }

  .palette,
  .outline {
    padding: 10px 12px 24px;
  }

  .palette-head {
    display: grid;
    gap: 6px;
  }

  .palette h2 {
    margin: 14px 0 4px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
    font-weight: var(--_weight-medium);
  }

  .palette ul {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .palette li {
    min-width: 0;
  }

  .palette-entry {
    appearance: none;
    display: flex;
    gap: 6px;
    align-items: center;
    width: 100%;
    min-height: var(--_control);
    margin: 0;
    padding: 4px 6px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: var(--_font-size-small);
    line-height: calc(1.125 * var(--_text-unit));
    text-align: start;
    cursor: grab;
    user-select: none;
  }

  .palette-entry:hover {
    border-color: var(--_accent);
    background: var(--_accent-weak);
  }

  .palette-entry:disabled {
    color: var(--_text-3);
    background: var(--_surface-2);
    cursor: not-allowed;
  }

  .palette-entry .grip {
    display: flex;
    color: var(--_text-2);
    touch-action: none;
  }

  .entry-name {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .nothing {
    margin-top: 12px;
  }

  .outline {
    margin: 0;
    list-style: none;
  }

  .outline-row {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 32px;
    padding: 3px 8px;
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .outline-row[data-depth='1'] {
    padding-inline-start: 22px;
  }

  .outline-row[data-depth='2'] {
    padding-inline-start: 36px;
  }

  .outline-row[data-depth='3'] {
    padding-inline-start: 50px;
  }

  .outline-row[data-depth='4'] {
    padding-inline-start: 64px;
  }

  .outline-row[data-depth='5'] {
    padding-inline-start: 78px;
  }

  .outline-row[data-depth='6'] {
    padding-inline-start: 92px;
  }

  .outline-row:hover {
    background: var(--_surface-2);
  }

  .outline-row[aria-selected='true'] {
    background: var(--_accent-weak);
    color: var(--_accent-strong);
  }

  .outline-label {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .outline-row > .small {
    white-space: nowrap;
  }

  .outline-row > svg {
    flex: none;
    color: var(--_red);
  }

  /* the form */
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

  /* drawn controls */
  .looks {
    display: grid;
    gap: 6px;
    min-width: 0;
  }

  .look {
    display: flex;
    gap: 6px;
    align-items: center;
    min-width: 0;
    min-height: 36px;
    flex: 1;
    padding: 3px 10px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text-3);
    font-size: var(--_font-size);
    line-height: var(--_line-height);
  }

  .look.tall {
    align-items: flex-start;
    min-height: 72px;
    padding-block: 8px;
  }

  .look.short {
    max-width: 260px;
  }

  .look.between {
    justify-content: space-between;
  }

  .look.filled {
    border-style: dashed;
    background: var(--_surface-2);
    color: var(--_text-2);
  }

  .look-group {
    display: flex;
    max-width: 300px;
  }

  .look-group > .look:not(:last-child) {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .look-unit {
    display: flex;
    align-items: center;
    padding-inline: 10px;
    border: 1px solid var(--_line);
    border-inline-start: 0;
    border-radius: 0 var(--_radius) var(--_radius) 0;
    background: var(--_surface-2);
    color: var(--_text-2);
    font-size: var(--_font-size);
    white-space: nowrap;
  }

  .look-ticks {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 20px;
  }

  .look-tick {
    display: inline-flex;
    gap: 8px;
    align-items: center;
  }

  .look-tick::before {
    content: '';
    flex: none;
    width: 16px;
    height: 16px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-small);
  }

  .look-tick.round::before {
    border-radius: 50%;
  }

  /* columns of rows */
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

  /* states */
  .pick:hover {
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .selected > .pick {
    box-shadow: inset 0 0 0 2px var(--_accent);
  }

  .wrong:not(.selected) > .pick {
    box-shadow: inset 3px 0 0 var(--_red);
  }

  .doubtful:not(.selected) > .pick {
    box-shadow: inset 3px 0 0 var(--_yellow);
  }

  .dragged {
    opacity: 0.45;
  }

  .drop-before::before,
  .drop-after::after {
    content: '';
    position: absolute;
    z-index: 3;
    inset: -2px 0 auto;
    height: 4px;
    border-radius: 2px;
    background: var(--_accent);
    pointer-events: none;
  }

  .drop-after::after {
    inset: auto 0 -2px;
  }

  [data-axis='x'].drop-before::before {
    inset: 0 auto 0 -2px;
    width: 4px;
    height: auto;
  }

  [data-axis='x'].drop-after::after {
    inset: 0 -2px 0 auto;
    width: 4px;
    height: auto;
  }

  .drop-hint {
    margin: 0;
    padding: 18px;
    border: 1px dashed var(--_line-strong);
    color: var(--_text-2);
    text-align: center;
  }

  .drop-hint.here {
    border-color: var(--_accent);
    background: var(--_accent-weak);
    color: var(--_accent-strong);
  }

  .begin {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: center;
    margin-top: 16px;
  }

  .ghost {
    position: fixed;
    z-index: 20;
    inset-block-start: 0;
    inset-inline-start: 0;
    max-width: 240px;
    padding: 6px 12px;
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_accent-strong);
    font-weight: var(--_weight-medium);
    pointer-events: none;
  }

  .ghost.no {
    color: var(--_text-3);
  }

  /* properties */
  .panel-head {
    display: flex;
    gap: 8px;
    align-items: baseline;
    justify-content: space-between;
    margin-bottom: 4px;
  }

  .panel-head h2 {
    margin: 0;
    font-size: var(--_font-size-large);
    line-height: var(--_line-height-large);
    overflow-wrap: anywhere;
  }

  .panel-head h2:focus {
    outline: none;
  }

  .panel-head p {
    margin: 0;
    white-space: nowrap;
  }

  .chosen {
    display: grid;
    gap: 2px;
    max-height: 200px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
    overflow: auto;
  }

  .chosen > li {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    min-width: 0;
  }

  .chosen .link-button {
    min-width: 0;
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .toolbar > .button[aria-pressed='true'] {
    background: var(--_accent-weak);
    color: var(--_accent-strong);
  }

  .panel-group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    min-width: 0;
    margin: 0;
    padding: 14px 0 4px;
    border: 0;
  }

  .panel-group > legend {
    float: inline-start;
    width: 100%;
    padding: 10px 0 0;
    border-top: 1px solid var(--_line);
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    font-weight: var(--_weight-medium);
  }

  .panel-group > legend + * {
    clear: both;
  }

  .panel-group .hint {
    margin: 0;
  }

  .panel-group .textarea[rows='2'] {
    min-height: 0;
  }

  .english {
    margin-top: -8px;
  }

  .english > summary {
    min-height: 32px;
    padding-block: 5px;
    overflow: hidden;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }

  .toolbar .muted {
    margin-inline-end: 8px;
  }

  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px;
  }

  .pair .input.number {
    text-align: start;
  }

  .choice-list {
    display: grid;
    gap: 10px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .choice-list > li {
    display: grid;
    gap: 4px;
    padding-bottom: 8px;
    border-bottom: 1px solid var(--_line);
  }

  .choice-list.compact > li {
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 8px;
    padding-bottom: 2px;
  }

  .choice-list summary {
    min-height: 32px;
    padding-block: 5px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  .row-buttons {
    display: flex;
    justify-content: flex-end;
  }

  .facts-list {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 2px 12px;
    margin: 0;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
  }

  .facts-list dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .mono {
    font-family: ui-monospace, Consolas, 'DejaVu Sans Mono', monospace;
  }

  @container designer (max-width: 77.1em) {
    .desk {
      grid-template-columns: calc(12.25 * var(--_text-unit)) minmax(0, 1fr) calc(17.5 * var(--_text-unit));
    }

    .palette ul {
      grid-template-columns: 1fr;
    }
  }

  @container designer (max-width: 61.4em) {
    .panes {
      display: flex;
    }

    .desk {
      grid-template-columns: minmax(0, 1fr);
      padding-top: 8px;
    }

    .desk > :not(.shown) {
      display: none;
    }

    .left,
    .right {
      border: 0;
    }

    .palette ul {
      grid-template-columns: 1fr 1fr;
    }

    .middle {
      padding: 8px;
    }

    .paper {
      padding: 12px 10px 48px;
    }

    .toolbar {
      padding: 4px 8px;
    }

    .toolbar .word {
      display: none;
    }

    .views {
      flex-wrap: wrap;
      width: 100%;
    }

    .views > .button {
      flex: 1 0 auto;
      padding-inline: 8px;
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

  @media (pointer: coarse) {
    .cell > .cell-label > .grip,
    .column-label > .grip {
      display: flex;
      inset-block-start: calc(50% - 22px);
      padding: 14px 8px;
    }

    .cell > .cell-label,
    .column-label {
      padding-inline-start: 38px;
    }
  }

  @media (forced-colors: active) {
    .selected > .pick {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .drop-before::before,
    .drop-after::after {
      background: Highlight;
    }
  }
`;

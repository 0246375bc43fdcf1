/** The form on the screen: one column, or the ruled table of the paper form; on a phone always one column. */
import { type CSSResult, css } from 'lit';

/** See the module comment. Printing is in `paper.styles.ts`. */
export const filingStyles: CSSResult = css`
  :host {
    --tb-font-size: var(--_text-unit);
    --tb-line-height: calc(1.625 * var(--_text-unit));
    --tb-font-size-small: calc(0.875 * var(--_text-unit));
    --tb-line-height-small: calc(1.375 * var(--_text-unit));
    --tb-control: calc(2.375 * var(--_text-unit));
  }

  .form {
    container-type: inline-size;
    max-width: var(--tb-form-width, 720px);
    margin-inline: auto;
  }

  .form.bordered {
    max-width: var(--tb-form-width, 960px);
  }

  .form.bordered:not(.print):has(.ruled-rows) {
    max-width: var(--tb-form-width, 1200px);
  }

  .title {
    margin-bottom: 16px;
  }

  .bordered > .title {
    text-align: center;
  }

  .note {
    margin: -8px 0 16px;
    color: var(--_text-2);
  }

  .bordered > .note {
    margin: 12px 0 0;
  }

  .error-summary {
    margin-bottom: 20px;
  }

  .error-summary .link-button {
    color: var(--_red);
  }

  .error-summary .link-button:hover {
    color: var(--_red-strong);
  }

  /* fields */
  .column {
    display: grid;
    gap: 24px;
  }

  .field,
  .cell-value {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .hint {
    white-space: pre-line;
  }

  .errors {
    display: grid;
    gap: 2px;
  }

  .field-error > svg {
    margin-top: 2px;
  }

  .column > [data-field]:has(.errors) {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_red);
  }

  .value {
    min-height: 26px;
  }

  .column > .field > .value {
    padding: 5px 0;
  }

  .prose {
    white-space: pre-wrap;
  }

  .changed {
    margin-inline-start: 8px;
    vertical-align: 1px;
  }

  .before {
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
  }

  .length {
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
    text-align: end;
  }

  .length.over {
    color: var(--_red);
  }

  .textarea {
    min-height: calc(3 * var(--_line-height) + 10px);
    field-sizing: content;
    max-height: 60vh;
  }

  .choices[aria-invalid='true'] .choice > input {
    border-color: var(--_red);
  }

  .button[data-invalid] {
    border-color: var(--_red);
    box-shadow: inset 0 0 0 1px var(--_red);
  }

  .button.attached {
    flex: none;
    border-inline-start: 0;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    color: var(--_text-2);
  }

  /* sections */
  .section {
    min-width: 0;
  }

  .section-title {
    margin-bottom: 12px;
    padding-bottom: 6px;
    border-bottom: 1px solid var(--_line);
  }

  /* the ruled table */
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

  /* numbers and dates: as wide as they get */
  .input-group:has(> .number) {
    max-width: 300px;
  }

  .date {
    max-width: 240px;
  }

  .calendar {
    width: 320px;
    padding: 8px;
  }

  .calendar-head,
  .calendar-foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }

  .calendar-head > h3 {
    flex: 1;
    text-align: center;
  }

  .month {
    width: 100%;
    border-collapse: collapse;
    text-align: center;
  }

  .month th {
    padding: 4px 0;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    font-weight: var(--_weight-regular);
  }

  .month td {
    padding: 1px;
  }

  .day {
    appearance: none;
    width: 100%;
    min-height: max(36px, calc(var(--_control) - 2px));
    margin: 0;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text);
    font: inherit;
    cursor: pointer;
  }

  .day {
    position: relative;
  }

  .day[data-mark]::after {
    content: attr(data-mark);
    position: absolute;
    inset-block-start: 1px;
    inset-inline-end: 3px;
    color: var(--_accent);
    font-size: calc(0.625 * var(--_text-unit));
    line-height: calc(0.75 * var(--_text-unit));
  }

  .day[aria-pressed='true']::after {
    color: inherit;
  }

  .day.outside {
    color: var(--_text-3);
  }

  .day:hover {
    background: var(--_accent-weak);
  }

  .day[aria-current='date'] {
    border-color: var(--_accent);
  }

  .day[aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .day:disabled {
    background: none;
    color: var(--_text-3);
    text-decoration: line-through;
    cursor: not-allowed;
  }

  /* items */
  .items {
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
  }

  .items-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 8px;
    border-bottom: 1px solid var(--_line);
  }

  .search {
    flex: 1 1 200px;
    position: relative;
  }

  .search > svg {
    position: absolute;
    inset-block-start: calc(50% - 9px);
    inset-inline-start: 10px;
    color: var(--_text-2);
    pointer-events: none;
  }

  .search > .input {
    padding-inline-start: 34px;
  }

  .count {
    color: var(--_accent-strong);
    font-weight: var(--_weight-medium);
    white-space: nowrap;
  }

  .items-list {
    max-height: 320px;
    padding: 4px 12px 10px;
    overflow: auto;
  }

  .items-list .choice {
    display: flex;
    align-items: flex-start;
    padding-block: 5px;
    min-height: 0;
  }

  .items-list .choice > input {
    margin-top: 4px;
  }

  .department {
    padding-top: 8px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
  }

  .code {
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    white-space: nowrap;
  }

  .items-text {
    display: grid;
    gap: 4px;
    padding: 0;
    list-style: none;
  }

  .items-text > li {
    display: grid;
  }

  .items-text .department {
    padding: 0;
  }

  /* files */
  .files,
  .signature {
    display: grid;
    gap: 8px;
    justify-items: start;
    position: relative;
  }

  .files-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }

  .file-list {
    display: grid;
    gap: 4px;
    width: 100%;
    padding: 0;
    list-style: none;
  }

  .file-list > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }

  .file-name {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .file-list .progress {
    flex: 1 1 120px;
    max-width: 240px;
  }

  /* opinions, signatures, clauses */
  .opinion {
    display: grid;
    gap: 6px;
  }

  .opinion-choice {
    font-weight: var(--_weight-strong);
  }

  .signed {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 4px 24px;
    color: var(--_text-2);
  }

  .signature > .button-row {
    gap: 6px 16px;
  }

  .signed-line,
  .signed-text {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }

  .signed-parts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(170px, 1fr));
    gap: 8px 12px;
    align-items: end;
    width: 100%;
  }

  .signed-parts > .signed-line,
  .signed-parts > .signed-scan {
    grid-column: 1 / -1;
  }

  .signed-parts.compact {
    grid-template-columns: minmax(150px, 1fr);
  }

  .clause .version {
    margin-inline-start: 8px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    white-space: nowrap;
  }

  .stacked:not(.print) .kind-clause {
    padding: 10px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-2);
  }

  .stacked:not(.print) .kind-clause + .kind-clause {
    margin-top: -14px;
  }

  .column > .kind-clause > .label {
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
    font-weight: var(--_weight-regular);
  }

  .drawn {
    height: 48px;
    background: #ffffff;
    vertical-align: middle;
  }

  .pad {
    display: grid;
    gap: 8px;
    width: 100%;
    max-width: 640px;
    padding: 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-2);
  }

  .pad-canvas {
    width: 100%;
    border: 1px dashed var(--_line-strong);
    border-radius: var(--_radius);
    background: #ffffff;
    touch-action: none;
    cursor: crosshair;
  }

  .pad-typed {
    display: flex;
    gap: 8px;
  }

  /* rows */
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

    .input-group:has(> .number) {
      max-width: none;
    }

    .form:not(.print) .on-phone {
      display: revert;
    }

    .form:not(.print) .on-desk {
      display: none;
    }

    .date {
      max-width: none;
    }

    .row-actions {
      display: flex !important;
      gap: 4px;
      justify-content: flex-end;
    }
  }

  @media (forced-colors: active) {
    .day[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;

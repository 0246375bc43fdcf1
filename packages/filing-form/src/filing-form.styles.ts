/** The form on the screen, one column of fields: titles, hints, errors, what was changed. Printing is in `paper.styles.ts`. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
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
`;

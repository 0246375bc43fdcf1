/**
 * Fields by class: `fields` is a column of them; `field` holds `label`, `hint`, the control and `field-error`; controls are `input`, `select`, `textarea`,
 * `choice` (a checkbox or radio with its words) and `choices`.
 */
import { type CSSResult, css } from 'lit';

/** `<div class="field"><label class="label" …><input class="input" …><p class="field-error" …></div>`. */
export const fieldStyles: CSSResult = css`
  .field {
    display: grid;
    gap: 4px;
    align-content: start;
    min-width: 0;
  }

  .fields {
    display: grid;
    gap: 16px;
  }

  .label {
    color: var(--_text);
    font-weight: var(--_weight-medium);
  }

  .label .required,
  .required-mark {
    color: var(--_red);
  }

  .optional-mark {
    color: var(--_text-3);
    font-weight: var(--_weight-regular);
  }

  .hint {
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
  }

  .field-error > svg {
    margin-top: 1px;
  }

  .field-error {
    display: flex;
    gap: 4px;
    color: var(--_red);
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
  }

  .input,
  .select,
  .textarea {
    appearance: none;
    display: block;
    width: 100%;
    min-width: 0;
    min-height: var(--_control);
    margin: 0;
    padding: 4px 10px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-variant-numeric: tabular-nums;
    text-align: start;
    transition: border-color var(--_motion);
  }

  .textarea {
    min-height: calc(3 * var(--_line-height) + 10px);
    resize: vertical;
  }

  .textarea.drop-area {
    margin-block-end: 4px;
    border-style: dashed;
    resize: none;
  }

  .input.number {
    text-align: end;
  }

  .select {
    padding-inline-end: 30px;
    background-image:
      linear-gradient(45deg, transparent 50%, currentcolor 50%), linear-gradient(135deg, currentcolor 50%, transparent 50%);
    background-position:
      right 15px center,
      right 10px center;
    background-size: 5px 5px;
    background-repeat: no-repeat;
    cursor: pointer;
  }

  .input::placeholder,
  .textarea::placeholder {
    color: var(--_text-3);
    opacity: 1;
  }

  .input:hover,
  .select:hover,
  .textarea:hover {
    border-color: var(--_text-2);
  }

  .input:focus-visible,
  .select:focus-visible,
  .textarea:focus-visible {
    border-color: var(--_accent);
    outline-offset: 2px;
  }

  .input[aria-invalid='true'],
  .select[aria-invalid='true'],
  .textarea[aria-invalid='true'] {
    border-color: var(--_red);
    box-shadow: inset 0 0 0 1px var(--_red);
  }

  .input:read-only,
  .textarea:read-only {
    border-color: var(--_line);
    background: var(--_surface-2);
  }

  .input:disabled,
  .select:disabled,
  .textarea:disabled {
    border-color: var(--_line);
    background-color: var(--_surface-2);
    color: var(--_text-3);
    cursor: not-allowed;
  }

  .input-group {
    display: flex;
    align-items: stretch;
  }

  .input-group > .input {
    flex: 1;
  }

  .input-group > .unit {
    display: flex;
    align-items: center;
    padding-inline: 10px;
    border: 1px solid var(--_line-strong);
    border-inline-start: 0;
    border-radius: 0 var(--_radius) var(--_radius) 0;
    background: var(--_surface-2);
    color: var(--_text-2);
    white-space: nowrap;
  }

  .input-group > .input:not(:last-child) {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
  }

  .choices.column {
    flex-direction: column;
  }

  .choice {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: var(--_control);
    cursor: pointer;
  }

  .choice > input {
    appearance: none;
    flex: none;
    display: grid;
    place-content: center;
    width: 18px;
    height: 18px;
    margin: 0;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_on-accent);
    cursor: inherit;
  }

  .choice > input[type='radio'] {
    border-radius: 50%;
  }

  .choice > input::before {
    content: '';
    display: block;
    transform: scale(0);
  }

  .choice > input[type='checkbox']::before {
    width: 10px;
    height: 6px;
    margin-top: -3px;
    border: solid currentcolor;
    border-width: 0 0 2px 2px;
    transform: scale(0) rotate(-45deg);
  }

  .choice > input[type='radio']::before {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: currentcolor;
  }

  .choice > input:hover {
    border-color: var(--_accent);
  }

  .choice > input:checked,
  .choice > input[type='checkbox']:indeterminate {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .choice > input[type='checkbox']:checked::before {
    transform: scale(1) rotate(-45deg);
  }

  .choice > input[type='checkbox']:indeterminate::before {
    height: 0;
    margin-top: 0;
    border-width: 0 0 2px;
    transform: none;
  }

  .choice > input[type='radio']:checked::before {
    transform: scale(1);
  }

  .choice > input[aria-invalid='true'] {
    border-color: var(--_red);
  }

  .choice > input:disabled {
    border-color: var(--_line);
    background: var(--_surface-2);
    color: var(--_text-3);
  }

  .choice:has(> input:disabled) {
    color: var(--_text-3);
    cursor: not-allowed;
  }

  .legend {
    padding: 0;
    color: var(--_text);
    font-weight: var(--_weight-medium);
  }

  @media (forced-colors: active) {
    .choice > input,
    .select {
      appearance: auto;
      background-image: none;
    }

    .choice > input::before {
      content: none;
    }
  }
`;

/** Buttons by class: `button`, with `primary`, `quiet` or `danger`, and `icon-only`; the plain one is the secondary. */
import { type CSSResult, css } from 'lit';

/** `<button class="button primary">…`: one primary on a screen, danger only for what cannot be undone. */
export const buttonStyles: CSSResult = css`
  .button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: var(--_control);
    min-width: var(--_control);
    margin: 0;
    padding: 4px 14px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: var(--_weight-medium);
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    user-select: none;
    transition:
      background-color var(--_motion),
      border-color var(--_motion),
      color var(--_motion);
  }

  .button:hover {
    border-color: var(--_accent);
    color: var(--_accent-strong);
  }

  .button:active {
    background: var(--_accent-weak);
  }

  .button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button.primary:hover,
  .button.primary:active {
    border-color: var(--_accent-strong);
    background: var(--_accent-strong);
    color: var(--_on-accent);
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_text-2);
    padding-inline: 8px;
  }

  .button.quiet:hover,
  .button.quiet[aria-expanded='true'] {
    background: var(--_surface-3);
    color: var(--_text);
  }

  .button.quiet[aria-pressed='true'],
  .button.quiet[aria-current='true'] {
    background: var(--_accent-weak);
    color: var(--_accent-strong);
  }

  .button.danger {
    border-color: var(--_red);
    color: var(--_red);
  }

  .button.danger:hover,
  .button.danger:active {
    border-color: var(--_red);
    background: var(--_red-weak);
    color: var(--_red-strong);
  }

  .button.danger.primary {
    background: var(--_red);
    color: var(--_on-red);
  }

  .button.danger.primary:hover,
  .button.danger.primary:active {
    border-color: var(--_red-strong);
    background: var(--_red-strong);
    color: var(--_on-red);
  }

  .button.icon-only {
    width: var(--_control);
    padding: 0;
  }

  .button.block {
    width: 100%;
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    border-color: var(--_line);
    background: var(--_surface-2);
    color: var(--_text-3);
    cursor: not-allowed;
  }

  .button.quiet:disabled,
  .button.quiet[aria-disabled='true'] {
    border-color: transparent;
    background: transparent;
  }

  .button[aria-busy='true'] {
    cursor: progress;
  }

  .link-button {
    appearance: none;
    display: inline;
    min-height: 24px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }

  .link-button:hover {
    color: var(--_accent-strong);
  }

  .button-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  .button-row.end {
    justify-content: flex-end;
  }

  @media (forced-colors: active) {
    .button,
    .button.quiet {
      border-color: ButtonBorder;
    }

    .button:disabled,
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;

/**
 * What holds and says things, by class: `card`, `badge`, `toolbar`, `list`, `callout`, `error-summary`, `empty`,
 * `skeleton`, `progress`, `table`, `details`.
 */
import { type CSSResult, css } from 'lit';

/** Cards, badges, toolbars, lists, callouts, empty states, and signs of waiting. */
export const surfaceStyles: CSSResult = css`
  .card {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .card.flush {
    padding: 0;
    overflow: hidden;
  }

  .card-title {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    margin-bottom: 12px;
    font-size: var(--_font-size-large);
    line-height: var(--_line-height-large);
    font-weight: var(--_weight-strong);
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 20px;
    padding: 0 7px;
    border-radius: 10px;
    background: var(--_surface-3);
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    line-height: calc(1.25 * var(--_text-unit));
    font-weight: var(--_weight-medium);
    white-space: nowrap;
  }

  .badge.accent {
    background: var(--_accent-weak);
    color: var(--_accent-strong);
  }

  .badge.info,
  .badge.change-moved {
    background: var(--_info-weak);
    color: var(--_info);
  }

  .badge.green,
  .badge.change-added {
    background: var(--_green-weak);
    color: var(--_green);
  }

  .badge.yellow,
  .badge.change-changed {
    background: var(--_yellow-weak);
    color: var(--_yellow);
  }

  .badge.red,
  .badge.change-removed {
    background: var(--_red-weak);
    color: var(--_red);
  }

  .tag {
    border-radius: var(--_radius-small);
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    min-height: calc(var(--_control) + 16px);
    padding: 8px 12px;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }

  .toolbar .divider {
    align-self: stretch;
    width: 1px;
    margin: 4px;
    background: var(--_line);
  }

  .toolbar .spacer {
    flex: 1;
  }

  .list {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .list > .row {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: var(--_control);
    padding: 6px 12px;
    border-radius: var(--_radius);
  }

  .list.ruled > .row {
    border-radius: 0;
  }

  .list.ruled > .row + .row {
    border-top: 1px solid var(--_line);
  }

  .list > .row.action:hover,
  .list > .row[aria-selected='false']:hover {
    background: var(--_surface-2);
    cursor: pointer;
  }

  .list > .row[aria-selected='true'],
  .list > .row[aria-current='true'] {
    background: var(--_accent-weak);
    color: var(--_accent-strong);
  }

  .callout {
    display: flex;
    gap: 10px;
    padding: 10px 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-2);
  }

  .callout > svg {
    margin-top: 3px;
    color: var(--_text-2);
  }

  .callout > div {
    flex: 1;
    min-width: 0;
  }

  .callout.info {
    border-color: transparent;
    background: var(--_info-weak);
  }

  .callout.info > svg {
    color: var(--_info);
  }

  .callout.success {
    border-color: transparent;
    background: var(--_green-weak);
  }

  .callout.success > svg {
    color: var(--_green);
  }

  .callout.warning {
    border-color: transparent;
    background: var(--_yellow-weak);
  }

  .callout.warning > svg {
    color: var(--_yellow);
  }

  .callout.error {
    border-color: transparent;
    background: var(--_red-weak);
  }

  .callout.error > svg {
    color: var(--_red);
  }

  .error-summary {
    padding: 14px 18px;
    border: 2px solid var(--_red);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .error-summary h2,
  .error-summary h3 {
    margin-bottom: 6px;
    font-size: var(--_font-size-large);
    line-height: var(--_line-height-large);
  }

  .error-summary ul {
    display: grid;
    gap: 4px;
    padding: 0;
    list-style: none;
  }

  .error-summary a {
    color: var(--_red);
  }

  .empty {
    display: grid;
    justify-items: center;
    gap: 4px;
    max-width: 440px;
    margin: 0 auto;
    padding: 40px 20px;
    text-align: center;
  }

  .empty > svg {
    width: 32px;
    height: 32px;
    margin-bottom: 8px;
    color: var(--_text-3);
  }

  .empty > h2,
  .empty > h3,
  .empty > .heading {
    font-size: var(--_font-size-large);
    line-height: var(--_line-height-large);
    font-weight: var(--_weight-strong);
  }

  .skeleton {
    display: block;
    min-height: 1em;
    border-radius: var(--_radius-small);
    background: var(--_surface-3);
    animation: tb-breathe 1.6s ease-in-out infinite;
  }

  @keyframes tb-breathe {
    50% {
      opacity: 0.5;
    }
  }

  .progress {
    appearance: none;
    display: block;
    width: 100%;
    height: 6px;
    overflow: hidden;
    border: 0;
    border-radius: 3px;
    background: var(--_surface-3);
  }

  .progress::-webkit-progress-bar {
    background: var(--_surface-3);
  }

  .progress::-webkit-progress-value {
    border-radius: 3px;
    background: var(--_accent);
  }

  .progress::-moz-progress-bar {
    border-radius: 3px;
    background: var(--_accent);
  }

  @media (forced-colors: active) {
    .badge,
    .callout {
      border: 1px solid CanvasText;
    }

    .list > .row[aria-selected='true'],
    .list > .row[aria-current='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .progress {
      appearance: auto;
    }
  }

  @media print {
    .card {
      break-inside: avoid;
    }
  }
`;

/** What can be added, and the outline of the form. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const paletteStyles: CSSResult = css`
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

  @container designer (max-width: 77.1em) {
    .palette ul {
      grid-template-columns: 1fr;
    }
  }

  @container designer (max-width: 61.4em) {
    .palette ul {
      grid-template-columns: 1fr 1fr;
    }
  }
`;

/** Text and its shadow lie on one another: the shadow makes the height and carries the wavy line. */
import { type CSSResult, css } from 'lit';

export const feelFieldStyles: CSSResult = css`
  :host {
    display: block;
    min-width: 0;
  }

  .box {
    display: grid;
    position: relative;
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .box > .shadow,
  .box > .textarea {
    grid-area: 1 / 1;
    min-height: max(calc(var(--_rows, 1) * var(--_line-height) + 10px), var(--_control));
    padding: 4px 10px;
    padding-inline-end: calc(var(--_control) + 4px);
    font-family: var(--_font-mono);
    font-variant-ligatures: none;
    line-height: var(--_line-height);
    letter-spacing: normal;
    text-align: start;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    tab-size: 2;
  }

  .box > .shadow {
    border: 1px solid transparent;
    color: transparent;
    pointer-events: none;
    user-select: none;
  }

  .box > .textarea {
    height: 100%;
    background: transparent;
    overflow: hidden;
    resize: none;
  }

  .box:has(.textarea:read-only) {
    background: var(--_surface-2);
  }

  .fault {
    background: none;
    color: transparent;
    text-decoration: underline wavy var(--_red);
    text-decoration-skip-ink: none;
    text-underline-offset: 3px;
  }

  .insert {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    display: grid;
    place-items: center;
    appearance: none;
    width: var(--_control);
    height: var(--_control);
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text-2);
    cursor: pointer;
  }

  .insert:hover {
    color: var(--_accent-strong);
  }

  .reading {
    margin: 0;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
    overflow-wrap: anywhere;
  }

  .floating {
    width: max-content;
    min-width: min(280px, calc(100vw - 16px));
  }

  .option {
    align-items: baseline;
  }

  .option > .beside {
    max-width: 55%;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    overflow-wrap: anywhere;
    text-align: end;
  }

  .option .code {
    font-family: var(--_font-mono);
  }
`;

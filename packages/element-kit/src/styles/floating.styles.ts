/** What floats over the page: menus and lists of suggestions. The only things with a shadow, beside dialogs. */
import { type CSSResult, css } from 'lit';

/** `floating` for the box, `option` for a row in it. `placeFloating` puts it beside its button or input. */
export const floatingStyles: CSSResult = css`
  .floating {
    position: fixed;
    z-index: var(--_z-floating);
    inset: auto;
    max-width: min(420px, calc(100vw - 16px));
    max-height: min(360px, calc(100vh - 16px));
    margin: 0;
    padding: 4px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  .option {
    appearance: none;
    display: flex;
    align-items: center;
    gap: 8px;
    width: 100%;
    min-height: var(--_control);
    margin: 0;
    padding: 4px 10px;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: var(--_text);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .option > .words {
    flex: 1;
    min-width: 0;
  }

  .option .hint {
    display: block;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
  }

  .option > svg {
    color: var(--_text-2);
  }

  .option:hover,
  .option:focus-visible,
  .option.active {
    background: var(--_accent-weak);
    color: var(--_accent-strong);
  }

  .option:focus-visible {
    outline-offset: -2px;
  }

  .option.danger,
  .option.danger > svg {
    color: var(--_red);
  }

  .option.danger:hover,
  .option.danger:focus-visible {
    background: var(--_red-weak);
  }

  .option[aria-disabled='true'] {
    background: none;
    color: var(--_text-3);
    cursor: not-allowed;
  }

  .option-group {
    padding: 6px 10px 2px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
  }

  .option-divider {
    height: 1px;
    margin: 4px 0;
    background: var(--_line);
  }

  @media (forced-colors: active) {
    .option.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

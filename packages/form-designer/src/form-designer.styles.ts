/** The frame of the designer: what can be added on the left, the form in the middle, properties on the right; in a narrow place one of them at a time. */
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

  .toolbar > .button[aria-pressed='true'] {
    background: var(--_accent-weak);
    color: var(--_accent-strong);
  }

  .toolbar .muted {
    margin-inline-end: 8px;
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

  @container designer (max-width: 77.1em) {
    .desk {
      grid-template-columns: calc(12.25 * var(--_text-unit)) minmax(0, 1fr) calc(17.5 * var(--_text-unit));
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

    .middle {
      padding: 8px;
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
`;

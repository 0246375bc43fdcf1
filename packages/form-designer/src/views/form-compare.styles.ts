/** Two versions of a form: the picture with signs on the left, sentences on the right. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const formCompareStyles: CSSResult = css`
  :host {
    display: grid;
    height: auto;
    min-height: 100%;
    max-height: none;
    border: 0;
    border-radius: 0;
    background: none;
    overflow: visible;
  }

  .words h2 {
    margin: 0 0 8px;
    font-size: var(--_font-size-large);
    line-height: var(--_line-height-large);
  }

  .words > p {
    margin: 0 0 8px;
  }

  .changes,
  .changes ul {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .changes ul {
    gap: 2px;
    margin: 4px 0 0;
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--_line);
    color: var(--_text-2);
    overflow-wrap: anywhere;
  }

  .changes p {
    margin: 0;
  }

  .changes .link-button {
    text-align: start;
  }

  .marked-added > .pick {
    box-shadow: inset 0 0 0 2px var(--_green);
  }

  .marked-removed > .pick {
    box-shadow: inset 0 0 0 2px var(--_red);
    background: repeating-linear-gradient(-45deg, transparent 0 8px, var(--_line) 8px 9px);
  }

  .marked-removed > .cell-label .label {
    text-decoration: line-through;
  }

  .marked-changed > .pick {
    box-shadow: inset 0 0 0 2px var(--_yellow);
  }

  .marked-moved > .pick {
    box-shadow: inset 0 0 0 2px var(--_info);
  }
`;

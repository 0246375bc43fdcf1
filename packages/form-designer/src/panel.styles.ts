/** Sentences of problems, as the canvas, the panel and the preview show them. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const panelStyles: CSSResult = css`
  .problems {
    display: grid;
    gap: 4px;
    margin: 6px 0 0;
    padding: 0;
    list-style: none;
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
  }

  .problems > li {
    display: flex;
    gap: 6px;
    overflow-wrap: anywhere;
  }

  .problems > li > svg {
    flex: none;
    margin-top: 3px;
  }

  .problems > .error {
    color: var(--_red);
  }

  .problems > .warning {
    color: var(--_yellow);
  }
`;

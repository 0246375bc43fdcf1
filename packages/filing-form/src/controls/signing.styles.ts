/** Opinions, signatures and clauses. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const signingStyles: CSSResult = css`
  .opinion {
    display: grid;
    gap: 6px;
  }

  .opinion-choice {
    font-weight: var(--_weight-strong);
  }

  .signed {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 4px 24px;
    color: var(--_text-2);
  }

  .signature > .button-row {
    gap: 6px 16px;
  }

  .signed-line,
  .signed-text {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }

  .signed-parts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(170px, 1fr));
    gap: 8px 12px;
    align-items: end;
    width: 100%;
  }

  .signed-parts > .signed-line,
  .signed-parts > .signed-scan {
    grid-column: 1 / -1;
  }

  .signed-parts.compact {
    grid-template-columns: minmax(150px, 1fr);
  }

  .clause .version {
    margin-inline-start: 8px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    white-space: nowrap;
  }

  .stacked:not(.print) .kind-clause {
    padding: 10px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-2);
  }

  .stacked:not(.print) .kind-clause + .kind-clause {
    margin-top: -14px;
  }

  .column > .kind-clause > .label {
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
    font-weight: var(--_weight-regular);
  }

  .drawn {
    height: 48px;
    background: #ffffff;
    vertical-align: middle;
  }

  .pad {
    display: grid;
    gap: 8px;
    width: 100%;
    max-width: 640px;
    padding: 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-2);
  }

  .pad-canvas {
    width: 100%;
    border: 1px dashed var(--_line-strong);
    border-radius: var(--_radius);
    background: #ffffff;
    touch-action: none;
    cursor: crosshair;
  }

  .pad-typed {
    display: flex;
    gap: 8px;
  }
`;

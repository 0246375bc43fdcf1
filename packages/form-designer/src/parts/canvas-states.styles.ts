/** What a field of the form is at the moment: selected, wrong, dragged, about to be dropped. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const canvasStateStyles: CSSResult = css`
  .pick:hover {
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .selected > .pick {
    box-shadow: inset 0 0 0 2px var(--_accent);
  }

  .wrong:not(.selected) > .pick {
    box-shadow: inset 3px 0 0 var(--_red);
  }

  .doubtful:not(.selected) > .pick {
    box-shadow: inset 3px 0 0 var(--_yellow);
  }

  .dragged {
    opacity: 0.45;
  }

  .drop-before::before,
  .drop-after::after {
    content: '';
    position: absolute;
    z-index: 3;
    inset: -2px 0 auto;
    height: 4px;
    border-radius: 2px;
    background: var(--_accent);
    pointer-events: none;
  }

  .drop-after::after {
    inset: auto 0 -2px;
  }

  [data-axis='x'].drop-before::before {
    inset: 0 auto 0 -2px;
    width: 4px;
    height: auto;
  }

  [data-axis='x'].drop-after::after {
    inset: 0 -2px 0 auto;
    width: 4px;
    height: auto;
  }

  .drop-hint {
    margin: 0;
    padding: 18px;
    border: 1px dashed var(--_line-strong);
    color: var(--_text-2);
    text-align: center;
  }

  .drop-hint.here {
    border-color: var(--_accent);
    background: var(--_accent-weak);
    color: var(--_accent-strong);
  }

  .begin {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: center;
    margin-top: 16px;
  }

  .ghost {
    position: fixed;
    z-index: 20;
    inset-block-start: 0;
    inset-inline-start: 0;
    max-width: 240px;
    padding: 6px 12px;
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_accent-strong);
    font-weight: var(--_weight-medium);
    pointer-events: none;
  }

  .ghost.no {
    color: var(--_text-3);
  }

  @media (pointer: coarse) {
    .cell > .cell-label > .grip,
    .column-label > .grip {
      display: flex;
      inset-block-start: calc(50% - 22px);
      padding: 14px 8px;
    }

    .cell > .cell-label,
    .column-label {
      padding-inline-start: 38px;
    }
  }

  @media (forced-colors: active) {
    .selected > .pick {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .drop-before::before,
    .drop-after::after {
      background: Highlight;
    }
  }
`;

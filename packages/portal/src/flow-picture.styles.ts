import { type CSSResult, css } from 'lit';

/** Colours by state; every state also has its own stroke, so that colour is never alone. */
export const flowPictureStyles: CSSResult = css`
  :host {
    display: block;
  }

  .frame {
    max-height: 560px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: auto;
  }

  svg {
    display: block;
  }

  .frame svg {
    max-width: none;
  }

  text {
    fill: var(--_text);
    font-family: var(--_font);
    font-size: 13px;
    text-anchor: middle;
    dominant-baseline: central;
  }

  .container {
    fill: none;
    stroke: var(--_line);
  }

  .subProcess {
    fill: var(--_surface-2);
    stroke: var(--_text-3);
  }

  .container-name {
    fill: var(--_text-2);
  }

  .sub-name {
    text-anchor: start;
    font-size: 12px;
  }

  .label {
    fill: var(--_text-2);
    font-size: 12px;
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-width: 3px;
  }

  .edge {
    fill: none;
    stroke: var(--_text-3);
    stroke-width: 1.2;
  }

  .arrow {
    fill: var(--_text-3);
  }

  .shape {
    fill: var(--_surface);
    stroke: var(--_text-3);
    stroke-width: 1.2;
  }

  .endEvent {
    stroke-width: 3;
  }

  .sign {
    fill: none;
    stroke: var(--_text-2);
    stroke-width: 1.6;
  }

  .full {
    fill: var(--_text-2);
  }

  .done .shape {
    fill: var(--_green-weak);
    stroke: var(--_green);
  }

  .active .shape,
  .waiting .shape {
    fill: var(--_accent-weak);
    stroke: var(--_accent);
    stroke-width: 3;
  }

  .active .name,
  .waiting .name {
    font-weight: 600;
  }

  .cancelled .shape {
    stroke-dasharray: 4 3;
  }

  .incident .shape {
    stroke: var(--_red);
    stroke-width: 3;
    stroke-dasharray: 7 3;
  }

  .count {
    fill: var(--_accent-strong);
    font-weight: 600;
    text-anchor: end;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 16px;
    margin: 0 0 8px;
    padding: 0;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    list-style: none;
  }

  .legend li {
    display: flex;
    align-items: center;
    gap: 6px;
  }

  .swatch {
    width: 18px;
    height: 12px;
    border: 1px solid var(--_text-3);
    border-radius: 3px;
  }

  .legendDone .swatch {
    border-color: var(--_green);
    background: var(--_green-weak);
  }

  .legendActive .swatch {
    border: 2px solid var(--_accent);
    background: var(--_accent-weak);
  }

  .legendCancelled .swatch {
    border-style: dashed;
  }

  details {
    margin-top: 8px;
  }

  summary {
    color: var(--_accent-strong);
    cursor: pointer;
  }

  .steps {
    margin: 8px 0 0;
    padding-inline-start: 24px;
  }
`;

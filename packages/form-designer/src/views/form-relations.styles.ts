/** How the picture of relations looks. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const formRelationsStyles: CSSResult = css`
  :host {
    display: grid;
    min-height: 100%;
  }

  h2 {
    margin: 0 0 8px;
    font-size: var(--_font-size-large);
    line-height: var(--_line-height-large);
  }

  .words > h2:not(:first-child) {
    margin-top: 20px;
  }

  .hint {
    margin: 0 0 8px;
    color: var(--_text-2);
  }

  .scroll {
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .scroll > svg {
    display: block;
  }

  .legend,
  .findings,
  .sentences {
    margin: 0 0 8px;
    padding: 0;
    list-style: none;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
  }

  .legend > li {
    display: flex;
    gap: 6px;
    align-items: center;
  }

  .findings,
  .sentences {
    display: grid;
    gap: 8px;
  }

  .findings p {
    margin: 0 0 4px;
  }

  .sentences .link-button {
    text-align: start;
  }

  .line {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.5;
  }

  .line.compute {
    stroke-width: 3;
  }

  .line.check {
    stroke-dasharray: 5 4;
  }

  .line.circle {
    stroke: var(--_red);
    stroke-width: 2.5;
  }

  .tip {
    fill: var(--_accent);
  }

  .tip.circle {
    fill: var(--_red);
  }

  .line.far,
  .tip.far {
    opacity: 0.18;
  }

  .node {
    cursor: pointer;
    outline: none;
  }

  .node rect {
    fill: var(--_surface-2);
    stroke: var(--_line-strong);
  }

  .node text {
    fill: var(--_text);
    font-size: calc(0.875 * var(--_text-unit));
  }

  .node.far text {
    fill: var(--_text-2);
  }

  .node:hover rect,
  .node.chosen rect {
    fill: var(--_accent-weak);
    stroke: var(--_accent);
  }

  .node.chosen text {
    fill: var(--_accent-strong);
  }

  .node.wrong rect {
    stroke: var(--_red);
    stroke-dasharray: 4 2;
  }

  .node:focus-visible rect {
    stroke: var(--_accent);
    stroke-width: 3;
  }

  @media (forced-colors: active) {
    .node:focus-visible rect {
      stroke: Highlight;
    }
  }
`;

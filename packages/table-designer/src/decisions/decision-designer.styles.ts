/** How the decision designer looks. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const decisionDesignerStyles: CSSResult = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }

  .frame {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 12px;
    min-height: 0;
  }

  .spacer {
    flex: 1;
  }

  .graph {
    flex: none;
    max-height: 240px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-2);
  }

  .plane {
    position: relative;
  }

  .edges {
    position: absolute;
    inset: 0;
  }

  .edge {
    fill: none;
    stroke: var(--_text-3);
    stroke-width: 1.5;
  }

  .edge.calls {
    stroke-dasharray: 5 4;
  }

  .edge.near {
    stroke: var(--_accent);
    stroke-width: 2;
  }

  .nodes {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .place {
    position: absolute;
    top: 0;
    left: 0;
  }

  .node {
    display: grid;
    align-content: center;
    width: 100%;
    height: 100%;
    padding: 2px 10px;
    border: 1px solid var(--_text-3);
    border-radius: 4px;
    background: var(--_surface);
    color: var(--_text);
    font: 14px / 22px var(--_font);
    text-align: start;
    cursor: pointer;
  }

  .node.of-input,
  .node.of-import {
    border-radius: 24px;
    padding-inline: 18px;
  }

  .node.of-function {
    border-style: dashed;
  }

  .node.of-service {
    border-width: 3px;
    border-style: double;
  }

  .node.selected {
    border-color: var(--_accent);
    background: var(--_accent-weak);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .node-kind {
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
  }

  .node-name {
    overflow: hidden;
    line-height: 20px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .element {
    display: grid;
    grid-template-columns: minmax(160px, 2fr) minmax(160px, 2fr) minmax(120px, 1fr) auto;
    gap: 8px 16px;
    align-items: start;
  }

  .element > .button {
    grid-row: 1;
    grid-column: 4;
    margin-top: calc(var(--_line-height) + 4px);
  }

  .wide {
    grid-column: 1 / 4;
  }

  .needs summary {
    cursor: pointer;
    min-height: 32px;
  }

  .whole {
    flex: 1;
    min-height: 420px;
  }

  @media (max-width: 40em) {
    .element {
      grid-template-columns: 1fr;
    }

    .element > .button {
      grid-row: auto;
      grid-column: 1;
      margin-top: 0;
      justify-self: start;
    }

    .wide {
      grid-column: 1;
    }
  }
`;

/** The sheets of bpmn-js, to be adopted by a shadow root, and our colours over them. */

import iconSheet from 'bpmn-js/dist/assets/bpmn-font/css/bpmn-codes.css?inline';
import bpmnSheet from 'bpmn-js/dist/assets/bpmn-js.css?inline';
import diagramSheet from 'bpmn-js/dist/assets/diagram-js.css?inline';
import { type CSSResult, css, unsafeCSS } from 'lit';

export const diagramStyles: CSSResult[] = [
  unsafeCSS(diagramSheet),
  unsafeCSS(bpmnSheet),
  unsafeCSS(iconSheet),
  css`
    [class*='bpmn-icon-']::before {
      display: inline-block;
      width: 1em;
      font-family: bpmn;
      font-style: normal;
      font-weight: 400;
      line-height: 1em;
      text-align: center;
    }

    .bio-theme-parent {
      --bio-surface: var(--_surface);
      --bio-surface-overlay: var(--_surface);
      --bio-surface-subtle: var(--_surface-2);
      --bio-surface-medium: var(--_surface-3);
      --bio-text: var(--_text);
      --bio-text-subtle: var(--_text-2);
      --bio-text-subtlest: var(--_text-3);
      --bio-border: var(--_line);
      --bio-primary: var(--_accent);
      --bio-primary-surface: var(--_accent-weak);
      --bio-focus: var(--_accent);
      --bio-focus-surface: var(--_accent-weak);
      --bio-canvas-accent: var(--_accent);
      --bio-canvas-accent-subtle: var(--_accent-weak);
      --bio-danger: var(--_red);
      --bio-danger-surface-subtle: var(--_red-weak);
    }

    .bjs-container {
      --bjs-font-family: var(--_font);
    }

    /* the mark has a colour of its own, which is not seen on dark */
    .bjs-powered-by {
      color: var(--_text-2) !important;
    }

    .djs-container > svg {
      touch-action: none;
    }

    .djs-container svg:focus {
      outline: none;
    }

    .djs-element:focus {
      outline: none;
    }

    .djs-element:focus-visible > .djs-outline {
      visibility: visible;
      stroke: var(--_accent);
      stroke-width: 3px;
    }

    .djs-connection:focus-visible > .djs-visual > path {
      stroke: var(--_accent) !important;
      stroke-width: 3px !important;
    }

    .tb-bend {
      fill: var(--_surface);
      stroke: var(--_accent);
      stroke-width: 2px;
    }

    .tb-bend.end {
      stroke-dasharray: 2 2;
    }

    .tb-bend:focus {
      fill: var(--_accent);
      stroke: var(--_accent);
      stroke-width: 5px;
      outline: none;
    }

    .tb-connecting > .djs-outline {
      visibility: visible;
      stroke: var(--_accent);
      stroke-width: 3px;
      stroke-dasharray: 4 3;
    }

    .djs-connection.selected > .djs-visual > path {
      stroke: var(--_accent) !important;
      stroke-width: 3px !important;
    }

    /* a surface of their own: they stand over lines, and at the end of a line over a step */
    .djs-context-pad {
      width: 106px;
    }

    .djs-context-pad .entry {
      width: 32px;
      height: 32px;
      margin: 0 3px 3px 0;
      font-size: 22px;
      line-height: 32px;
      cursor: pointer;
      border-radius: var(--_radius-small);
      background: var(--_surface);
      box-shadow: 0 0 0 1px var(--_line);
    }

    @media (pointer: coarse) {
      .djs-context-pad {
        width: 144px;
      }

      .djs-context-pad .entry {
        width: 44px;
        height: 44px;
        line-height: 44px;
      }
    }

    .djs-context-pad .entry:focus-visible {
      outline: 2px solid var(--_accent);
    }

    .tb-problem {
      display: grid;
      place-content: center;
      min-width: 20px;
      height: 20px;
      padding: 0 5px;
      border: 2px solid var(--_surface);
      border-radius: 10px;
      background: var(--_red);
      color: var(--_on-red);
      font: 600 12px/1 var(--_font);
      cursor: pointer;
    }

    .tb-token {
      display: grid;
      place-content: center;
      min-width: 20px;
      height: 20px;
      border: 2px solid var(--_surface);
      border-radius: 10px;
      background: var(--_green);
      color: var(--_surface);
      font: 600 12px/1 var(--_font);
    }

    .tb-done > .djs-visual > :first-child {
      fill: var(--_green-weak) !important;
    }

    .tb-added > .djs-visual > :first-child {
      stroke: var(--_green) !important;
      stroke-width: 3px !important;
    }

    .tb-changed > .djs-visual > :first-child {
      stroke: var(--_yellow) !important;
      stroke-width: 3px !important;
    }

    .tb-moved > .djs-visual > :first-child {
      stroke-dasharray: 6 4 !important;
    }

    .tb-removed > .djs-visual > :first-child {
      stroke: var(--_red) !important;
      stroke-width: 3px !important;
      stroke-dasharray: 4 4 !important;
    }

    .tb-current > .djs-outline {
      visibility: visible;
      stroke: var(--_accent);
      stroke-width: 3px;
    }

    .tb-current.djs-connection > .djs-visual > path {
      stroke-width: 5px !important;
    }

    .tb-ghost {
      pointer-events: none;
    }

    .tb-ghost rect {
      fill: var(--_red-weak);
      fill-opacity: 0.7;
      stroke: var(--_red);
      stroke-dasharray: 4 4;
    }

    .tb-ghost text {
      fill: var(--_red);
      font: 12px var(--_font);
      text-anchor: middle;
      text-decoration: line-through;
    }

    .tb-lock {
      display: grid;
      place-content: center;
      width: 20px;
      height: 20px;
      border: 1px solid var(--_line-strong);
      border-radius: 10px;
      background: var(--_surface);
      color: var(--_text-2);
    }

    .tb-lock.given {
      background: var(--_text-2);
      color: var(--_surface);
    }

    .tb-lock svg {
      width: 12px;
      height: 12px;
    }

    .tb-problem.warning {
      background: var(--_yellow);
      color: var(--_surface);
    }
  `,
];

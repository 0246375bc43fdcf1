/** How the designer is laid out: bar, palette, canvas, panel; one column on a phone. */
import { type CSSResult, css } from 'lit';

export const flowDesignerStyles: CSSResult = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 420px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    padding: 6px 8px;
    border-bottom: 1px solid var(--_line);
  }

  .bar .views,
  .bar .edits {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }

  .bar .grow {
    flex: 1;
  }

  .callout {
    margin: 8px;
  }

  .import-report {
    max-height: 40%;
    overflow: auto;
  }

  .import-report > div {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .work {
    position: relative;
    display: flex;
    flex: 1;
    min-height: 0;
  }

  .canvas-part {
    position: relative;
    flex: 1;
    min-width: 0;
    min-height: 0;
    background: var(--_surface);
  }

  .canvas {
    position: absolute;
    inset: 0;
  }

  .said {
    position: absolute;
    inset-block-end: 12px;
    inset-inline-start: 12px;
    max-width: min(60%, 36em);
    margin: 0;
    padding: 4px 10px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-2);
    color: var(--_text);
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
    pointer-events: none;
  }

  .canvas-part[hidden],
  .steps[hidden] {
    display: none;
  }

  .palette {
    flex: none;
    width: calc(7.75 * var(--_text-unit));
    padding: 6px;
    border-inline-end: 1px solid var(--_line);
    background: var(--_surface-2);
    overflow: hidden auto;
    user-select: none;
    -webkit-user-select: none;
  }

  .palette-group + .palette-group {
    margin-top: 6px;
    padding-top: 6px;
    border-top: 1px solid var(--_line);
  }

  .palette-group.tools {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
  }

  .palette button {
    appearance: none;
    display: flex;
    gap: 6px;
    align-items: center;
    width: 100%;
    min-height: 32px;
    padding: 2px 6px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .palette .tool {
    justify-content: center;
    padding: 0;
  }

  .palette .entry {
    cursor: grab;
  }

  .palette button:hover {
    background: var(--_surface-3);
  }

  .palette button:focus-visible {
    outline-offset: -2px;
  }

  .palette [class*='bpmn-icon'],
  .kind-icon {
    flex: none;
    font-size: calc(1.25 * var(--_text-unit));
    line-height: 1;
  }

  .palette svg {
    flex: none;
  }

  .side {
    flex: none;
    width: min(calc(21.25 * var(--_text-unit)), 45%);
    border-inline-start: 1px solid var(--_line);
    background: var(--_surface);
    overflow: auto;
  }

  .side > p {
    margin: 0;
    padding: 16px;
    color: var(--_text-2);
  }

  .panel-body {
    padding-bottom: 24px;
  }

  .panel-head {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    padding: 12px 16px 8px;
  }

  .panel-head .kind-icon {
    margin-top: 2px;
    font-size: calc(1.375 * var(--_text-unit));
  }

  .panel-head .grow {
    flex: 1;
  }

  .side .panel-empty {
    margin: 0;
    padding: 8px 16px;
    color: var(--_text-2);
  }

  .panel-head h2 {
    margin: 0;
    font-size: var(--_text-unit);
    font-weight: var(--_weight-strong);
    line-height: calc(1.5 * var(--_text-unit));
    overflow-wrap: anywhere;
  }

  .panel-head p,
  .hint,
  .question p {
    margin: 0;
  }

  .own-problems {
    margin: 0 8px 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .question {
    display: grid;
    gap: 10px;
    padding: 14px 16px;
    border-top: 1px solid var(--_line);
  }

  .question h3 {
    margin: 0;
    font-size: calc(0.875 * var(--_text-unit));
    font-weight: var(--_weight-strong);
    line-height: calc(1.375 * var(--_text-unit));
  }

  .question .label {
    font-weight: var(--_weight-regular);
    color: var(--_text-2);
  }

  tb-feel-field::part(label) {
    color: var(--_text-2);
    font-weight: var(--_weight-regular);
  }

  .question > .button {
    justify-self: start;
  }

  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
    align-items: start;
  }

  .entry-head {
    display: flex;
    gap: 6px;
    align-items: center;
    justify-content: space-between;
  }

  .entry-head > .select {
    width: auto;
  }

  .entry-title {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .box {
    display: grid;
    gap: 8px;
    padding: 10px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .box summary {
    min-height: 24px;
    color: var(--_text-2);
    cursor: pointer;
  }

  .access-table {
    width: 100%;
    margin-top: 4px;
    border-collapse: collapse;
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
  }

  .access-table th {
    padding: 2px 4px 2px 0;
    font-weight: var(--_weight-regular);
    text-align: start;
    overflow-wrap: anywhere;
  }

  .access-table thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    color: var(--_text-2);
  }

  .access-table td,
  .access-table thead th + th {
    width: 44px;
    padding: 0;
    text-align: center;
    white-space: nowrap;
  }

  .access-table td label {
    display: grid;
    place-items: center;
    min-height: 28px;
    cursor: pointer;
  }

  .access-table tbody tr {
    border-block-start: 1px solid var(--_line);
  }

  .access-table .group th,
  .access-table .differs th {
    font-weight: var(--_weight-medium);
  }

  .access-table .group {
    background: var(--_surface-2);
  }

  .access-table .differs th {
    color: var(--_accent-strong);
  }

  .access-table .level-1 th {
    padding-inline-start: 10px;
  }

  .access-table .level-2 th {
    padding-inline-start: 20px;
  }

  .access-table .level-3 th {
    padding-inline-start: 30px;
  }

  @media (pointer: coarse) {
    .access-table td label {
      min-height: 44px;
    }
  }

  .indented {
    display: grid;
    gap: 4px;
    padding-inline-start: 26px;
  }

  .ways {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .ways button {
    width: 100%;
    justify-content: flex-start;
    height: auto;
    text-align: start;
    white-space: normal;
  }

  .element-id {
    margin: 0;
    padding: 12px 16px;
    border-top: 1px solid var(--_line);
  }

  .steps {
    flex: 1;
    min-width: 0;
    padding: 12px 16px;
    overflow: auto;
  }

  .step-list {
    max-width: calc(47.5 * var(--_text-unit));
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }

  .step-list.inner {
    margin: 0;
  }

  .step + .step {
    border-top: 1px solid var(--_line);
  }

  .step > .step-list.inner {
    margin-inline-start: 26px;
    border-inline-start: 2px solid var(--_line);
  }

  .step.selected > .step-row,
  .step.selected > .step-actions,
  .branch.selected > .step-name,
  .branch.selected > .step-actions {
    background: var(--_accent-weak);
  }

  .step-name {
    appearance: none;
    display: flex;
    gap: 10px;
    align-items: center;
    width: 100%;
    min-height: 44px;
    padding: 6px 8px;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .step-name .number {
    flex: none;
    min-width: 22px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .step-name:hover {
    background: var(--_surface-2);
  }

  .selected > .step-row > .step-name .muted {
    color: var(--_text-2);
  }

  .selected > .step-row > .step-name:hover,
  .selected > .step-name:hover {
    background: none;
  }

  .step-name:focus-visible {
    outline-offset: -2px;
  }

  .step-name .words {
    display: grid;
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .jump .step-name {
    min-height: 36px;
    color: var(--_accent);
  }

  .step-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding: 0 8px 10px 40px;
  }

  .branches {
    margin: 0 0 8px 26px;
    padding: 0;
    border-inline-start: 2px solid var(--_line-strong);
    list-style: none;
  }

  .branch > .step-list.inner {
    margin-inline-start: 8px;
  }

  .branch > .straight {
    margin: 0;
    padding: 0 12px 8px;
  }

  .branch > .step-name {
    min-height: var(--_control);
    font-weight: var(--_weight-medium);
  }

  .branch > .step-actions {
    padding-inline-start: 8px;
  }

  .rename {
    margin: 6px 8px;
    width: calc(100% - 16px);
  }

  .minimap {
    position: absolute;
    z-index: 2;
    inset-block-end: 12px;
    inset-inline-start: 12px;
    width: 200px;
    height: 120px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: move;
    touch-action: none;
  }

  .minimap .pool {
    fill: none;
    stroke: var(--_line-strong);
    stroke-width: 4;
  }

  .minimap .node {
    fill: var(--_text-3);
  }

  .minimap .sight {
    fill: var(--_accent);
    fill-opacity: 0.12;
    stroke: var(--_accent);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }

  .find-field,
  .found {
    padding: 0 16px;
  }

  .trial .link {
    appearance: none;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .asks {
    display: grid;
    gap: 12px;
  }

  .trial-forms {
    display: grid;
    gap: 24px;
  }

  .time-line,
  .plain {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .changes .badge {
    flex: none;
  }

  .changes .button[aria-current='true'] {
    border-color: var(--_accent);
    background: var(--_accent-weak);
  }

  .was-is {
    display: grid;
    gap: 2px;
    margin: 4px 0 8px 12px;
  }

  .was-is dt {
    color: var(--_text-2);
  }

  .was-is dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .was-is del {
    color: var(--_red);
  }

  .was-is ins {
    color: var(--_green);
  }

  .segments {
    display: flex;
    gap: 4px;
    margin-bottom: 8px;
  }

  .segments .button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-weak);
    color: var(--_accent-strong);
  }

  .scenario-steps {
    display: grid;
    gap: 4px;
    max-height: 320px;
    padding-inline-start: 28px;
    overflow: auto;
  }

  .scenario-steps [aria-current='step'] {
    font-weight: 600;
  }

  .scenario-steps .link {
    text-align: start;
  }

  .moved-only {
    margin-top: 12px;
  }

  .other-part {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    border-inline-end: 2px solid var(--_line-strong);
    background: var(--_surface-2);
  }

  .other-title {
    position: absolute;
    z-index: 1;
    inset: 8px auto auto 8px;
    margin: 0;
    padding: 2px 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text-2);
  }

  .other-canvas {
    position: relative;
    flex: 1;
    min-height: 0;
  }

  .other-list {
    display: grid;
    flex: 1;
    gap: 4px;
    align-content: start;
    margin: 0;
    padding: 44px 16px 8px;
    overflow: auto;
    list-style: none;
  }

  .other-list .selected {
    background: var(--_accent-weak);
  }

  .other-list .depth-1 {
    padding-inline-start: 20px;
  }

  .other-list .depth-2 {
    padding-inline-start: 40px;
  }

  .other-list .depth-3 {
    padding-inline-start: 60px;
  }

  :host([narrow]) .side-by-side {
    overflow: auto;
  }

  :host([narrow]) .side-by-side > * {
    flex: none;
    height: 40%;
    border: 0;
    border-bottom: 2px solid var(--_line-strong);
  }

  :host([narrow]) .side-by-side > .side {
    height: auto;
    overflow: visible;
  }

  .block-list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(230px, 1fr));
    gap: 12px;
    margin: 12px 0 0;
    padding: 0;
    list-style: none;
  }

  .block-list li {
    display: grid;
  }

  .block-card {
    appearance: none;
    display: grid;
    gap: 6px;
    align-content: start;
    padding: 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .block-card:hover {
    border-color: var(--_accent);
    background: var(--_accent-weak);
  }

  .block-picture {
    max-width: 100%;
    height: auto;
    overflow: visible;
  }

  .block-picture .shape {
    fill: var(--_surface);
    stroke: var(--_accent);
    stroke-width: 1.5;
  }

  .block-picture .way {
    fill: none;
    stroke: var(--_line-strong);
    stroke-width: 1.5;
  }

  .block-form {
    display: grid;
    gap: 12px;
    max-width: 520px;
  }

  .start-points {
    display: grid;
    flex: 1;
    place-content: center;
    justify-items: center;
    gap: 12px;
    padding: 32px;
    text-align: center;
  }

  .start-points h2,
  .start-points p {
    margin: 0;
  }

  :host([narrow]) .work {
    flex-direction: column;
  }

  :host([narrow]) .palette {
    display: none;
  }

  :host([narrow]) .side {
    width: auto;
    flex: 1;
    border: 0;
  }

  :host([narrow]) .steps {
    padding: 12px 8px;
  }

  .back {
    padding: 8px 8px 0;
  }

  .label-row {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: center;
    justify-content: space-between;
  }

  .help summary {
    display: grid;
    place-content: center;
    width: 24px;
    height: 24px;
    border: 1px solid var(--_line-strong);
    border-radius: 12px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    list-style: none;
    cursor: pointer;
  }

  .help summary::-webkit-details-marker {
    display: none;
  }

  .help[open] {
    flex-basis: 100%;
    order: 1;
  }

  .help[open] summary {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
  }

  .help p {
    margin: 0 0 4px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
  }
`;

/** The panel of properties. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const propertiesStyles: CSSResult = css`
  .panel-head {
    display: flex;
    gap: 8px;
    align-items: baseline;
    justify-content: space-between;
    margin-bottom: 4px;
  }

  .panel-head h2 {
    margin: 0;
    font-size: var(--_font-size-large);
    line-height: var(--_line-height-large);
    overflow-wrap: anywhere;
  }

  .panel-head h2:focus {
    outline: none;
  }

  .panel-head p {
    margin: 0;
    white-space: nowrap;
  }

  .chosen {
    display: grid;
    gap: 2px;
    max-height: 200px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
    overflow: auto;
  }

  .chosen > li {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    min-width: 0;
  }

  .chosen .link-button {
    min-width: 0;
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .panel-group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    min-width: 0;
    margin: 0;
    padding: 14px 0 4px;
    border: 0;
  }

  .panel-group > legend {
    float: inline-start;
    width: 100%;
    padding: 10px 0 0;
    border-top: 1px solid var(--_line);
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    font-weight: var(--_weight-medium);
  }

  .panel-group > legend + * {
    clear: both;
  }

  .panel-group .hint {
    margin: 0;
  }

  .panel-group .textarea[rows='2'] {
    min-height: 0;
  }

  .english {
    margin-top: -8px;
  }

  .english > summary {
    min-height: 32px;
    padding-block: 5px;
    overflow: hidden;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }

  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px;
  }

  .pair .input.number {
    text-align: start;
  }

  .choice-list {
    display: grid;
    gap: 10px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .choice-list > li {
    display: grid;
    gap: 4px;
    padding-bottom: 8px;
    border-bottom: 1px solid var(--_line);
  }

  .choice-list.compact > li {
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 8px;
    padding-bottom: 2px;
  }

  .choice-list summary {
    min-height: 32px;
    padding-block: 5px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  .row-buttons {
    display: flex;
    justify-content: flex-end;
  }

  .facts-list {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 2px 12px;
    margin: 0;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
  }

  .facts-list dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .mono {
    font-family: ui-monospace, Consolas, 'DejaVu Sans Mono', monospace;
  }
`;

/** The list of items to choose from. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const itemsStyles: CSSResult = css`
  .items {
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
  }

  .items-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 8px;
    border-bottom: 1px solid var(--_line);
  }

  .search {
    flex: 1 1 200px;
    position: relative;
  }

  .search > svg {
    position: absolute;
    inset-block-start: calc(50% - 9px);
    inset-inline-start: 10px;
    color: var(--_text-2);
    pointer-events: none;
  }

  .search > .input {
    padding-inline-start: 34px;
  }

  .count {
    color: var(--_accent-strong);
    font-weight: var(--_weight-medium);
    white-space: nowrap;
  }

  .items-list {
    max-height: 320px;
    padding: 4px 12px 10px;
    overflow: auto;
  }

  .items-list .choice {
    display: flex;
    align-items: flex-start;
    padding-block: 5px;
    min-height: 0;
  }

  .items-list .choice > input {
    margin-top: 4px;
  }

  .department {
    padding-top: 8px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
  }

  .code {
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    white-space: nowrap;
  }

  .items-text {
    display: grid;
    gap: 4px;
    padding: 0;
    list-style: none;
  }

  .items-text > li {
    display: grid;
  }

  .items-text .department {
    padding: 0;
  }
`;

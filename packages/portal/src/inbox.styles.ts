import { type CSSResult, css } from 'lit';

/** Columns on a desk, cards on a phone. */
export const inboxStyles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    margin-bottom: 12px;
  }

  .boxes,
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .filters {
    flex: 0 1 480px;
    justify-content: end;
  }

  .chosen {
    border-color: var(--_accent);
    background: var(--_accent-weak);
    color: var(--_accent-strong);
    font-weight: var(--_weight-medium);
  }

  .search {
    position: relative;
    flex: 1;
    min-width: min(320px, 100%);
  }

  .search > svg {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 10px;
    margin-block: auto;
    color: var(--_text-3);
    pointer-events: none;
  }

  .search .input {
    padding-inline-start: 32px;
  }

  .hint {
    margin: 0 0 8px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
  }

  .head,
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 210px 200px 150px;
    gap: 16px;
    align-items: center;
    padding: 10px 16px;
  }

  .head {
    padding-block: 6px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
  }

  .entries {
    margin: 0 0 12px;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    list-style: none;
    overflow: hidden;
  }

  li + li {
    border-top: 1px solid var(--_line);
  }

  .entry {
    width: 100%;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .entry:hover {
    background: var(--_surface-2);
  }

  .entry:focus-visible {
    outline-offset: -2px;
  }

  .title {
    display: block;
    color: var(--_accent-strong);
    font-weight: var(--_weight-medium);
    overflow-wrap: anywhere;
  }

  .facts,
  .time {
    color: var(--_text-2);
    font-size: var(--_font-size-small);
  }

  .step {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
  }

  @container (max-width: 54.3em) {
    .head,
    .keys {
      display: none;
    }

    .entry {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 4px 12px;
    }

    .what {
      grid-column: 1 / -1;
    }

    .time {
      grid-column: 1 / -1;
    }

    .filters {
      flex: 1 0 100%;
    }
  }
`;

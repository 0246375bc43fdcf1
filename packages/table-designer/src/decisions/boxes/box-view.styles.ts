/** How boxed expressions look. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const boxStyles: CSSResult = css`
  .box {
    display: grid;
    gap: 8px;
    min-width: 0;
    padding: 8px 12px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .box-head {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    justify-content: space-between;
  }

  .box-label {
    font-weight: 600;
  }

  .box-head .select {
    width: auto;
    min-width: 8em;
  }

  .parts {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .part {
    display: grid;
    grid-template-columns: minmax(0, 12em) minmax(0, 1fr) auto;
    gap: 8px;
    align-items: start;
  }

  .part > .box:first-child {
    grid-column: 1 / 3;
  }

  .parameters,
  .parameter {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
  }

  .part-name {
    max-width: 14em;
  }

  .relation td,
  .relation th {
    min-width: 10em;
    vertical-align: top;
  }

  .relation td:last-child {
    min-width: 0;
  }

  .scroll {
    overflow-x: auto;
  }

  .inner {
    height: 420px;
  }

  @media (max-width: 40em) {
    .part {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .part > .box {
      grid-column: 1 / 3;
      grid-row: 2;
    }

    .part > .box:first-child {
      grid-column: 1;
      grid-row: 1;
    }
  }
`;

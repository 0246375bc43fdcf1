/** How the import looks. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const tableImportStyles: CSSResult = css`
  .settings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
    gap: 8px 16px;
  }

  h3 {
    margin: 16px 0 4px;
    font-size: inherit;
  }

  .scroll {
    overflow-x: auto;
  }

  .mapping td,
  .mapping th {
    padding: 4px 8px;
    vertical-align: middle;
  }

  .mapping .select {
    min-width: 7em;
  }

  .mapping .input,
  .mapping .source {
    min-width: 12em;
  }

  .samples {
    max-width: 16em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .out .samples,
  .out th {
    color: var(--_text-3);
  }

  .callout ul {
    margin: 4px 0;
    padding-inline-start: 20px;
  }
`;

/** How the import looks. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const formImportStyles: CSSResult = css`
  .guesses {
    width: 100%;
    margin-top: 12px;
  }

  .field {
    margin-top: 8px;
  }

  .guesses td {
    padding: 4px 8px;
    vertical-align: middle;
  }

  .guesses .out .input {
    text-decoration: line-through;
  }

  .guesses [data-depth='1'] {
    padding-inline-start: 32px;
  }

  .guesses [data-depth='2'],
  .guesses [data-depth='3'] {
    padding-inline-start: 56px;
  }

  .scroll {
    overflow-x: auto;
  }

  .guesses .input {
    min-width: 10em;
  }
`;

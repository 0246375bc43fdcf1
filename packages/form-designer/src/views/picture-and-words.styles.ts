/** A picture on the left, what it says as sentences on the right; below each other where it is narrow. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const pictureAndWordsStyles: CSSResult = css`
  :host {
    container: view / inline-size;
  }

  .both {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 380px;
    min-height: 100%;
  }

  .picture,
  .words {
    min-width: 0;
    padding: 16px;
  }

  .words {
    border-inline-start: 1px solid var(--_line);
    background: var(--_surface);
  }

  @container view (max-width: 61.4em) {
    .both {
      grid-template-columns: minmax(0, 1fr);
    }

    .words {
      grid-row: 1;
      border-inline-start: 0;
      border-block-end: 1px solid var(--_line);
    }
  }
`;

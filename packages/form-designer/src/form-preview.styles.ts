/** The preview: what is tried above, the form below it, as wide as chosen. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const formPreviewStyles: CSSResult = css`
  :host {
    display: block;
    padding: 16px;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: end;
    max-width: 1020px;
    margin: 0 auto 12px;
  }

  .bar > .field {
    min-width: 0;
  }

  .bar .select {
    max-width: 240px;
  }

  .bar > .hint {
    flex-basis: 100%;
    margin: 0;
    color: var(--_text-2);
  }

  .bar .button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-weak);
    color: var(--_accent-strong);
  }

  .says {
    max-width: 1020px;
    margin: 0 auto 12px;
  }

  .page {
    max-width: 1020px;
    margin: 0 auto;
    padding: 24px;
    border: 1px solid var(--_line);
    background: var(--_surface);
  }

  .page.tablet {
    max-width: 768px;
  }

  .page.phone {
    max-width: 390px;
    padding: 12px;
  }

  @media (max-width: 37.5em) {
    :host {
      padding: 8px;
    }

    .page {
      padding: 12px;
    }

    .bar > .field,
    .bar .select {
      width: 100%;
      max-width: none;
    }
  }

  @media print {
    .bar,
    .says {
      display: none;
    }
  }
`;

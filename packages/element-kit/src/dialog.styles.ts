/** The look of `<tb-dialog>`: a sheet that floats, on a phone the whole width at the bottom. */
import { type CSSResult, css } from 'lit';

/** Sheet of the dialog. */
export const dialogStyles: CSSResult = css`
  :host {
    display: contents;
  }

  dialog {
    width: min(480px, calc(100vw - 32px));
    max-width: none;
    max-height: min(86vh, 900px);
    margin: auto;
    padding: 0;
    overflow: hidden;
    border: 0;
    border-radius: 8px;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog.size-medium {
    width: min(720px, calc(100vw - 32px));
  }

  dialog.size-large {
    width: min(1120px, calc(100vw - 32px));
  }

  /* no token: a backdrop inherits nothing in the browsers of our floor */
  dialog::backdrop {
    background: rgb(16 24 32 / 45%);
  }

  header {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 14px 12px 6px 20px;
  }

  header h2 {
    flex: 1;
    min-width: 0;
    font-size: var(--_font-size-large);
    line-height: var(--_line-height-large);
    overflow-wrap: anywhere;
  }

  header h2:focus-visible {
    outline: none;
  }

  .body {
    flex: 1;
    min-height: 0;
    padding: 6px 20px 20px;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .body:focus-visible {
    outline-offset: -2px;
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    padding: 12px 20px;
    border-top: 1px solid var(--_line);
  }

  @media (max-width: 30em) {
    dialog,
    dialog.size-medium,
    dialog.size-large {
      width: 100vw;
      max-height: 92vh;
      margin-bottom: 0;
      border-radius: 12px 12px 0 0;
    }
  }

  @media (forced-colors: active) {
    dialog {
      border: 1px solid CanvasText;
    }
  }
`;

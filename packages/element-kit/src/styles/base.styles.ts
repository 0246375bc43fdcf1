/** What every shadow root starts from: type, box model, focus ring, hidden things, forced colours. */
import { type CSSResult, css } from 'lit';

/** Base typography and behaviour. It comes right after the tokens in every element. */
export const base: CSSResult = css`
  :host {
    display: block;
    box-sizing: border-box;
    -webkit-tap-highlight-color: transparent;
  }

  /* important, because a page's reset (* { font-size: … }) reaches hosts and would win; tokens are the way to change these */
  :host {
    color: var(--_text) !important;
    color-scheme: var(--_color-scheme) !important;
    font-family: var(--_font) !important;
    font-size: var(--_font-size) !important;
    font-style: normal !important;
    font-weight: var(--_weight-regular) !important;
    font-variant-numeric: tabular-nums !important;
    line-height: var(--_line-height) !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-transform: none !important;
    white-space: normal !important;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  h1,
  h2 {
    font-size: var(--_font-size-title);
    line-height: var(--_line-height-title);
    font-weight: var(--_weight-strong);
  }

  h3 {
    font-size: var(--_font-size-large);
    line-height: var(--_line-height-large);
    font-weight: var(--_weight-strong);
  }

  h4 {
    font-size: inherit;
    line-height: inherit;
    font-weight: var(--_weight-strong);
  }

  ul[role='list'],
  ol[role='list'] {
    list-style: none;
  }

  a {
    color: var(--_accent);
    text-underline-offset: 3px;
  }

  a:hover {
    color: var(--_accent-strong);
  }

  strong {
    font-weight: var(--_weight-strong);
  }

  code,
  .mono {
    font-family: var(--_font-mono);
    font-size: 0.93em;
  }

  svg {
    flex: none;
    display: inline-block;
    vertical-align: -3px;
  }

  :focus {
    outline: none;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .visually-hidden {
    position: absolute !important;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }

  .muted {
    color: var(--_text-2);
  }

  .small {
    font-size: var(--_font-size-small);
    line-height: var(--_line-height-small);
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }

    svg {
      forced-color-adjust: auto;
    }
  }
`;

import { type CSSResult, css } from 'lit';

/** A sheet of A4 on the screen and on paper. */
export const issuedDocumentStyles: CSSResult = css`
  :host {
    display: block;
  }

  .page {
    position: relative;
    max-width: 210mm;
    margin: 12px auto 0;
    padding: clamp(20px, 6vw, 25mm) clamp(16px, 6vw, 22mm);
    border: 1px solid var(--_line);
    background: #fff;
    color: #1c2024;
    font-family: 'SimSun', 'Songti SC', 'Noto Serif CJK SC', serif;
    font-size: var(--_text-unit);
    line-height: 1.9;
    overflow: hidden;
  }

  h1 {
    margin: 0 0 8px;
    font-size: calc(1.5 * var(--_text-unit));
    line-height: 1.4;
    text-align: center;
  }

  h2 {
    font-size: calc(1.125 * var(--_text-unit));
  }

  .number {
    margin: 0 0 20px;
    text-align: center;
  }

  .paragraph {
    margin: 0 0 8px;
    text-indent: 2em;
  }

  .addressee {
    margin: 0 0 8px;
  }

  .closing {
    margin: 40px 0 0;
    text-align: end;
  }

  table {
    width: 100%;
    margin: 12px 0;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 6px 10px;
    border: 1px solid #1c2024;
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }

  th[scope='row'] {
    width: 9em;
  }

  tr {
    break-inside: avoid;
  }

  .mark {
    margin: 0 0 4px;
    color: #98190f;
    font-weight: 600;
    text-align: center;
  }

  .watermark {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }

  .watermark text {
    fill: #c0281f;
    fill-opacity: 0.13;
    font-family: system-ui, sans-serif;
    font-size: calc(2.125 * var(--_text-unit));
    font-weight: 700;
    letter-spacing: 0.1em;
    text-anchor: middle;
    dominant-baseline: central;
  }

  @media print {
    .no-print {
      display: none;
    }

    .page {
      max-width: none;
      margin: 0;
      padding: 0;
      border: 0;
    }
  }
`;

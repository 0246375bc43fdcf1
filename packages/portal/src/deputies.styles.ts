import { type CSSResult, css } from 'lit';

export const deputiesStyles: CSSResult = css`
  :host {
    display: block;
    max-width: calc(45 * var(--_text-unit));
  }

  section {
    margin-block: 16px;
  }

  .list {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .list li {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    padding: 10px 0;
  }

  .list li + li {
    border-block-start: 1px solid var(--_line);
  }

  .who {
    flex: 1 1 280px;
    min-width: 0;
  }

  .days {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
    gap: 16px;
  }

  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  .part {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
    flex-basis: 100%;
    padding-inline-start: 26px;
  }
`;

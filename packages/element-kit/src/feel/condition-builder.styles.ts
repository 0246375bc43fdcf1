/** A condition as a small tree: one box for a test, a line beside what belongs together. */
import { type CSSResult, css } from 'lit';

export const conditionBuilderStyles: CSSResult = css`
  :host {
    display: block;
    min-width: 0;
  }

  .group {
    display: grid;
    gap: 8px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .group .group {
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--_accent-weak);
  }

  .test {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 6px;
    padding: 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .test > .compare {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 6px;
    align-items: start;
  }

  .compare > .values {
    display: grid;
    gap: 4px;
    min-width: 0;
  }

  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    gap: 6px;
    align-items: center;
  }

  .head {
    display: flex;
    gap: 6px;
    align-items: center;
  }

  .head > .select {
    flex: 1;
    min-width: 0;
  }

  .adds {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
`;

import { type CSSResult, css } from 'lit';

/** Paper on the left, decision on the right; one below the other on a phone. */
export const taskStyles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    gap: 24px;
    align-items: start;
    margin-top: 16px;
  }

  .forms > tb-form {
    display: block;
    margin-bottom: 20px;
    padding: clamp(12px, 2.5vw, 28px);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .to-read {
    margin: 8px 0 12px;
    color: var(--_text-2);
    font-size: var(--_text-unit);
    font-weight: var(--_weight-medium);
  }

  .panel {
    position: sticky;
    top: 12px;
    display: grid;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .outcomes {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .choice.danger {
    color: var(--_red);
  }

  .common {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }

  .reason {
    margin: 4px 0 0;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .next h2 {
    margin: 0 0 4px;
    color: var(--_text-2);
    font-size: var(--_font-size-small);
    font-weight: var(--_weight-regular);
  }

  .next ul {
    margin: 0;
    padding-inline-start: 18px;
  }

  .done {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 48px 16px;
    text-align: center;
  }

  .done > svg {
    width: 44px;
    height: 44px;
    padding: 10px;
    border-radius: 50%;
    background: var(--_green-weak);
    color: var(--_green);
  }

  .done h1:focus {
    outline: none;
  }

  @container (max-width: 61.4em) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }

    .panel {
      position: static;
    }
  }
`;

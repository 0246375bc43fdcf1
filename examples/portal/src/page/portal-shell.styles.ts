import { type CSSResult, css } from 'lit';

export const portalShellStyles: CSSResult = css`
  :host {
    display: block;
    min-height: 100vh;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    align-items: center;
    padding: 6px clamp(12px, 3vw, 32px);
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }

  .brand {
    color: var(--_accent-strong);
    font-size: calc(1.125 * var(--_text-unit));
    font-weight: var(--_weight-strong);
    text-decoration: none;
  }

  .brand-sub {
    margin-inline-start: 8px;
    color: var(--_text-2);
    font-size: calc(0.8125 * var(--_text-unit));
    font-weight: var(--_weight-regular);
  }

  nav {
    display: flex;
    flex: 1 1 auto;
    flex-wrap: wrap;
    gap: 4px;
  }

  nav a {
    display: grid;
    place-items: center;
    min-height: 36px;
    padding: 0 12px;
    border-radius: var(--_radius);
    color: var(--_text);
    text-decoration: none;
    white-space: nowrap;
  }

  nav a:hover {
    background: var(--_surface-2);
  }

  nav a[aria-current] {
    background: var(--_accent-weak);
    color: var(--_accent-strong);
    font-weight: var(--_weight-medium);
  }

  .identity {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }

  main {
    max-width: 1280px;
    margin: 0 auto;
    padding: 20px clamp(12px, 3vw, 32px) 48px;
  }

  main:focus {
    outline: none;
  }

  main.measures {
    max-width: none;
  }

  h1 {
    margin: 0 0 16px;
    font-size: calc(1.25 * var(--_text-unit));
  }

  /* on a phone it wraps to three rows, which would stand over what people read */
  @media (min-width: 48em) and (min-height: 30em) {
    .bar {
      position: sticky;
      z-index: 5;
      top: 0;
    }
  }

  @media print {
    .bar {
      display: none;
    }

    main {
      padding: 0;
    }
  }
`;

/** Tabs by class: `tablist` and `tab`; `<tb-tabs>` draws with it, and so may any element with its own panels. */
import { type CSSResult, css } from 'lit';

/** `<div class="tablist" role="tablist"><button class="tab" role="tab" aria-selected="true">…`. */
export const tabStyles: CSSResult = css`
  .tablist {
    display: flex;
    gap: 4px;
    overflow-x: auto;
    padding: 4px;
    border-bottom: 1px solid var(--_line);
    scrollbar-width: thin;
  }

  .tab {
    appearance: none;
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: var(--_control);
    margin: 0;
    padding: 4px 12px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text-2);
    font: inherit;
    white-space: nowrap;
    cursor: pointer;
  }

  .tab:hover {
    background: var(--_surface-2);
    color: var(--_text);
  }

  .tab:focus-visible {
    outline-offset: 0;
  }

  .tab[aria-selected='true'] {
    color: var(--_accent-strong);
    font-weight: var(--_weight-medium);
  }

  .tab[aria-selected='true']::after {
    content: '';
    position: absolute;
    inset: auto 8px -5px;
    height: 2px;
    background: var(--_accent);
  }

  .tab:disabled {
    color: var(--_text-3);
    cursor: not-allowed;
  }

  @media (forced-colors: active) {
    .tab[aria-selected='true']::after {
      background: Highlight;
    }
  }
`;

/** Drawn controls: a field looks on the canvas as it will when it is filled in, and takes no keys. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const controlLookStyles: CSSResult = css`
  .looks {
    display: grid;
    gap: 6px;
    min-width: 0;
  }

  .look {
    display: flex;
    gap: 6px;
    align-items: center;
    min-width: 0;
    min-height: 36px;
    flex: 1;
    padding: 3px 10px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text-3);
    font-size: var(--_font-size);
    line-height: var(--_line-height);
  }

  .look.tall {
    align-items: flex-start;
    min-height: 72px;
    padding-block: 8px;
  }

  .look.short {
    max-width: 260px;
  }

  .look.between {
    justify-content: space-between;
  }

  .look.filled {
    border-style: dashed;
    background: var(--_surface-2);
    color: var(--_text-2);
  }

  .look-group {
    display: flex;
    max-width: 300px;
  }

  .look-group > .look:not(:last-child) {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .look-unit {
    display: flex;
    align-items: center;
    padding-inline: 10px;
    border: 1px solid var(--_line);
    border-inline-start: 0;
    border-radius: 0 var(--_radius) var(--_radius) 0;
    background: var(--_surface-2);
    color: var(--_text-2);
    font-size: var(--_font-size);
    white-space: nowrap;
  }

  .look-ticks {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 20px;
  }

  .look-tick {
    display: inline-flex;
    gap: 8px;
    align-items: center;
  }

  .look-tick::before {
    content: '';
    flex: none;
    width: 16px;
    height: 16px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-small);
  }

  .look-tick.round::before {
    border-radius: 50%;
  }
`;

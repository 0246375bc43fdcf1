/** Files that were attached, and those on their way. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const filesStyles: CSSResult = css`
  .files,
  .signature {
    display: grid;
    gap: 8px;
    justify-items: start;
    position: relative;
  }

  .files-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }

  .file-list {
    display: grid;
    gap: 4px;
    width: 100%;
    padding: 0;
    list-style: none;
  }

  .file-list > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }

  .file-name {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .file-list .progress {
    flex: 1 1 120px;
    max-width: 240px;
  }
`;

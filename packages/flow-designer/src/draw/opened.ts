/** What came of opening a file: why it was not opened, or what of it was left out or is not drawn. */
import type { Problem } from '@tongban/model';

export interface Opened {
  /** Not empty: the file was not opened, and what was there stays. */
  readonly refused: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** Opened, and nothing to remark. */
export const OPENED: Opened = { refused: [], notes: [] };

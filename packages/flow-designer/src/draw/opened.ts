/** What came of opening a file: why it was not opened, or what of it was left out or is not drawn. */
import type { Problem } from '@tongban/model';

export interface Opened {
  /** Not empty: the file was not opened, and what was there stays. */
  readonly refused: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** Opened, and nothing to remark. */
export const OPENED: Opened = { refused: [], notes: [] };

/** Faults in the markup of a file that is read all the same: what is written there is not taken over. */
export function leftOut(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ code }) => LEFT_OUT.has(code));
}

const LEFT_OUT: ReadonlySet<string> = new Set([
  'BPMN_ELEMENT_UNKNOWN',
  'BPMN_ID_DUPLICATE',
  'BPMN_ID_ILLEGAL',
  'BPMN_NOT_XML',
  'BPMN_REFERENCE_UNRESOLVED',
  'BPMN_TOO_COMPLEX',
]);

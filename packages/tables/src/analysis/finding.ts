/** What the check of a table reports. */
import type { DecisionTable, Json, JsonObject, Problem } from '@tongban/model';
import type { Box } from './boxes.ts';
import type { TableWorld } from './table-world.ts';

/** How a finding is called in code. */
export type FindingKind =
  | 'gap'
  | 'overlap'
  | 'contradiction'
  | 'unreachable'
  | 'never'
  | 'duplicate'
  | 'cellType'
  | 'cellNotAllowed'
  | 'outputType'
  | 'outputNotAllowed'
  | 'nameUnknown'
  | 'undecided'
  | 'tooMuch';

/** Something wrong with a table, or something that could not be checked. */
export interface TableFinding {
  readonly kind: FindingKind;
  readonly problem: Problem;
  /** The rules it is about, by id; none for a gap. */
  readonly ruleIds: readonly string[];
  /** The input or output it is about, when it is one. */
  readonly columnId?: string;
  /** A value for each input for which it happens. */
  readonly witness?: readonly Json[];
  /** Cells, one for each input, that hold exactly where it happens: of a gap, the rule that would close it. */
  readonly cells?: readonly string[];
}

/** What the check of a table found. */
export interface TableAnalysis {
  readonly findings: readonly TableFinding[];
  /** Whether every cell was decided and every search ended: then there is nothing else to find. */
  readonly isComplete: boolean;
}

/** What a finding is about, before it is put into a sentence. */
export interface Found {
  readonly rules?: readonly number[];
  readonly columnId?: string;
  readonly box?: Box;
  readonly details?: JsonObject;
}

/** Takes up findings about one table. */
export interface Report {
  readonly table: DecisionTable;
  readonly world: TableWorld;
  /** False when there are enough of the kind. */
  add(kind: FindingKind, found: Found): boolean;
}

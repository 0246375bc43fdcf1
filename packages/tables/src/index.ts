/**
 * Works on decision tables: finds what is wrong with them, makes examples, says cells in words, reads grids.
 *
 * @example
 * ```ts
 * import { analyseTable } from '@tongban/tables';
 *
 * const { findings } = analyseTable(table); // gaps, overlaps, contradictions …, each with values for which it happens
 * ```
 */

// What is wrong with a table
export { ANALYSIS_LIMITS, analyseTable } from './analysis/analyse-table.ts';
export type { FindingKind, TableAnalysis, TableFinding } from './analysis/finding.ts';
export type { TableWorld } from './analysis/table-world.ts';
// Examples
export { type BoundaryOptions, boundaryExamples } from './examples/boundary-examples.ts';
export { type AcceptedFinding, type ExampleResult, type ExamplesFile, runExamples, type TableExample } from './examples/examples-file.ts';
export { inputsWith } from './examples/inputs-with.ts';
// A new table
export { blankTable } from './blank-table.ts';
// Grids from Excel, CSV and Word
export {
  bodyOf,
  type Grid,
  type GridColumn,
  type GridHeading,
  type GridType,
  guessColumns,
  guessHeading,
  type KnownField,
} from './grid/grid-columns.ts';
export { type TableFromGrid, type TableFromGridOptions, tableFromGrid } from './grid/table-from-grid.ts';
// Errors
export { raise as tablesErrors, type TablesErrorCode } from './errors.ts';

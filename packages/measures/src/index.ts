/**
 * Ready-made measures as data: each folder holds a manifest, a flow, forms, tables, documents, a calendar and scenarios.
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises';
 * import { loadMeasure } from '@tongban/measures';
 * const folder = new URL(import.meta.resolve('@tongban/measures/mock-approval/measure.json'));
 * const sources = await loadMeasure((path) => readFile(new URL(path, folder), 'utf8'));
 * ```
 */
export { loadMeasure, type ReadText } from './load-measure.ts';
export { READY_MEASURES, type ReadyMeasure } from './ready-measures.ts';
export { loadRuleTable, RULE_TABLES, type RuleTable, type RuleTableFiles } from './rule-tables.ts';

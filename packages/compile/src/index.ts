/**
 * The sources of a measure to a release: program, parsed expressions, forms, flow picture. Plain BPMN to a program.
 *
 * @example
 * ```ts
 * import { compileMeasure } from '@tongban/compile';
 * const { release, problems } = await compileMeasure({ 'measure.json': manifest, 'flow.bpmn': xml });
 * ```
 */

// A whole measure
export { type CompileOptions, compileMeasure, type MeasureCompilation } from './compile-measure.ts';
export { createChecker } from './checker.ts';
export { answerChecks, type CheckPort, remoteChecker } from './remote-checker.ts';

// A flow alone
export { compileFlow, type FlowCompilation, type FlowContext } from './compile-flow.ts';
export { deployBpmn } from './deploy-bpmn.ts';
export { CASE_NAMES, type MeasureWorld, namesOfMeasure } from './measure-world.ts';
export type { KnownNames } from './unknown-names.ts';
export { flowNames } from './flow-names.ts';

// Single files
export { type ItemTableOptions, type ItemTableReading, readItemTable } from './item-table.ts';
export { listId } from './list-id.ts';
export { type ReferenceListReading, readReferenceList } from './reference-list-table.ts';
export { isSafePath, type ManifestReading, readManifest } from './read-manifest.ts';
export { readScenario, type ScenarioWorld } from './read-scenario.ts';

// Canonical sources and their hash
export { canonicalJson, canonicalSources, releaseId } from './canonical-sources.ts';

// Errors
export { type CompileCode, raise as compileErrors } from './errors.ts';

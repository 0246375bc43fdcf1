/**
 * The sources of a measure → a release. Everything that can be checked without running a case is checked; problems name the file,
 * the element and the fix. The same sources give the same release, byte for byte.
 */
import { readBpmn } from '@tongban/bpmn';
import { type Flow, type MeasureManifest, type MeasureSources, type Problem, type Program, partPaths, type Release } from '@tongban/model';
import { canonicalSources, releaseId } from './canonical-sources.ts';
import { checkLocks } from './check-locks.ts';
import { compileFlow } from './compile-flow.ts';
import { raise } from './errors.ts';
import { expressionsOver } from './expressions.ts';
import { flowNames } from './flow-names.ts';
import { CASE_NAMES, type MeasureWorld, namesOfMeasure } from './measure-world.ts';
import { withoutEchoes } from './one-cause.ts';
import { FILE_LIMIT } from './read-json.ts';
import { MANIFEST, readManifest } from './read-manifest.ts';
import {
  compileForms,
  type Findings,
  readCalendar,
  readForms,
  readItems,
  readTables,
  readTemplates,
  startFindings,
  textOf,
  textsOf,
} from './read-parts.ts';
import { readScenario } from './read-scenario.ts';
import { readLists } from './reference-list-table.ts';

/** The release, unless an error stands in the way. */
export interface MeasureCompilation {
  readonly release?: Release;
  readonly problems: readonly Problem[];
}

/** What compiling a copy needs. */
export interface CompileOptions {
  /** The sources of a release, for measures that are copies of one (`extends`): what it locks is then checked. */
  readonly baseOf?: (releaseId: string) => Promise<MeasureSources | undefined>;
}

/** Compiles the sources of a measure, of whatever quality they are. */
export async function compileMeasure(given: MeasureSources, { baseOf }: CompileOptions = {}): Promise<MeasureCompilation> {
  const oversized = tooLarge(given);
  if (oversized.length > 0) return { problems: oversized };
  const sources = canonicalSources(given);
  const text = textOf(MANIFEST, sources);
  if (text === undefined) return { problems: [raise.problem('COMPILE_FILE_MISSING', { file: MANIFEST }, { file: MANIFEST })] };
  const { manifest, problems } = readManifest(text);
  const findings = startFindings();
  findings.add(MANIFEST, problems);
  if (manifest === undefined) return { problems: findings.problems };
  checkFiles(manifest, sources, findings);
  const content = await readContent(manifest, sources, findings);
  findings.add(MANIFEST, await checkLocks(manifest, sources, baseOf));
  const failed = content === undefined || findings.problems.some(({ severity }) => severity === 'error');
  return failed
    ? { problems: findings.problems }
    : { release: { formatVersion: 1, id: releaseId(sources), manifest, ...content }, problems: findings.problems };
}

function tooLarge(sources: MeasureSources): readonly Problem[] {
  return Object.entries(sources)
    .filter(([file, text]) => text.length > FILE_LIMIT && !file.endsWith('.bpmn'))
    .map(([file, { length }]) => raise.problem('COMPILE_FILE_TOO_LARGE', { file }, { file, length, limit: FILE_LIMIT }));
}

function checkFiles(manifest: MeasureManifest, sources: MeasureSources, findings: Findings): void {
  const named = partPaths(manifest.parts);
  for (const file of named) {
    if (textOf(file, sources) === undefined)
      findings.add(MANIFEST, [raise.problem('COMPILE_FILE_MISSING', { elementId: file, property: 'parts' }, { file })]);
  }
  for (const file of Object.keys(sources)) {
    const used = file === MANIFEST || named.includes(file) || file.startsWith('texts/');
    if (!used) findings.add(file, [raise.problem('COMPILE_FILE_UNUSED', {}, { file }, 'warning')]);
  }
}

type Content = Omit<Release, 'formatVersion' | 'id' | 'manifest'>;

async function readContent(manifest: MeasureManifest, sources: MeasureSources, findings: Findings): Promise<Content | undefined> {
  const flow = await readFlow(manifest, sources, findings);
  const forms = readForms(manifest, sources, findings);
  const given = namesOfMeasure(
    manifest,
    forms.map(({ document }) => document),
  );
  const names = [...CASE_NAMES, ...given.names, ...(flow === undefined ? [] : flowNames(flow))];
  const known = { ...given, names };
  const compiledForms = compileForms(forms, names, findings);
  const { models: decisions, ids: decisionIds } = await readTables(manifest, sources, known, findings);
  const templates = readTemplates(manifest, sources, names, findings);
  const world: MeasureWorld = {
    roles: manifest.roles.map(({ id }) => id),
    departments: manifest.departments.map(({ id }) => id),
    limits: manifest.limits.map(({ id }) => id),
    pauseReasons: [...new Set(manifest.limits.flatMap(({ pauses = [] }) => pauses))],
    forms: compiledForms,
    formIds: forms.map(({ document }) => document.id),
    known: given,
    decisions: decisionIds,
    templates: Object.keys(templates),
  };
  const program = flow === undefined ? undefined : compileFlowPart(flow, world, manifest, findings);
  const head = expressionsOver(known);
  const caseTitle = head.parse(manifest.case.title, { property: 'case.title' });
  const caseKey = head.parse(manifest.case.key, { property: 'case.key' });
  findings.add(MANIFEST, head.problems);
  const items = readItems(manifest, sources, findings);
  const lists = readLists(manifest, sources, findings);
  const calendar = readCalendar(manifest, sources, findings);
  if (flow !== undefined) checkScenarios(manifest, sources, flow, world, findings);
  if (flow === undefined || program === undefined || calendar === undefined) return undefined;
  return {
    program,
    forms: compiledForms,
    decisions,
    templates,
    items,
    ...(manifest.parts.lists === undefined ? {} : { lists }),
    calendar,
    picture: flow.picture,
    caseTitle,
    caseKey,
  };
}

async function readFlow({ parts }: MeasureManifest, sources: MeasureSources, findings: Findings): Promise<Flow | undefined> {
  const xml = textOf(parts.flow, sources);
  if (xml === undefined) return undefined;
  const { flow, problems } = await readBpmn(xml);
  findings.add(parts.flow, problems);
  return flow;
}

function compileFlowPart(flow: Flow, world: MeasureWorld, { parts }: MeasureManifest, findings: Findings): Program | undefined {
  const { program, problems } = compileFlow(flow, { world, file: parts.flow });
  findings.add(parts.flow, withoutEchoes(problems, findings.problems));
  return program;
}

function checkScenarios(
  { parts, parameters }: MeasureManifest,
  sources: MeasureSources,
  flow: Flow,
  world: MeasureWorld,
  findings: Findings,
): void {
  const nodes = new Set(flow.processes.flatMap((process) => idsIn(process)));
  const scenarioWorld = { nodes, forms: new Set(world.formIds), parameters: new Set(parameters.map(({ id }) => id)) };
  for (const [file, text] of textsOf(parts.scenarios, sources)) findings.add(file, readScenario(file, text, scenarioWorld).problems);
}

function idsIn({ nodes }: Pick<Flow['processes'][number], 'nodes'>): readonly string[] {
  return nodes.flatMap(({ id, inner }) => [id, ...(inner === undefined ? [] : idsIn(inner))]);
}

/** Makes a release ready to run: checks that every element can be run, links nodes, makes closures of expressions. Done once per release. */
import { prepare } from '@tongban/feel';
import {
  type Assign,
  type FeelExpression,
  type Json,
  type JsonObject,
  type Program,
  type ProgramEvent,
  type ProgramNode,
  type Release,
  textIn,
} from '@tongban/model';
import { checkProgram } from './check-program.ts';
import { EntryTexts } from './entry-texts.ts';
import { isActivity } from './is-activity.ts';
import type { NodeKind } from './node-kind.ts';
import { neededParts } from './parts/needed-parts.ts';
import type { Parts } from './parts/parts.ts';
import type { PreparedAssign, PreparedCompensation, PreparedFlow, PreparedNode, PreparedRelease, PreparedTrigger } from './prepared.ts';
import { prepared } from './prepared-expression.ts';
import { preparedPerformer } from './prepared-performer.ts';
import { fault, raise } from './raise.ts';
import { referenceLists } from './reference-lists.ts';

/** What stands beside a bare program. Everything may be left out. */
export interface ProgramExtras {
  /** Default: `program`. */
  readonly releaseId?: string;
  /** Default: China's offset, no holidays. */
  readonly calendar?: Release['calendar'];
  readonly limits?: Release['manifest']['limits'];
  readonly decisions?: Release['decisions'];
  /** Keys of forms. */
  readonly formKeys?: readonly string[];
  readonly parameters?: JsonObject;
  readonly items?: readonly Json[];
  readonly departments?: readonly Json[];
  readonly lists?: NonNullable<Release['lists']>;
  readonly caseTitle?: FeelExpression;
  readonly caseKey?: FeelExpression;
  /** Most nodes entered or left in one step; default 100,000. */
  readonly stepLimit?: number;
}

/** How a release is run. */
export interface PrepareOptions {
  /** In place of the release's own parameters, by id. */
  readonly parameters?: JsonObject;
  readonly stepLimit?: number;
}

/**
 * Makes a release ready to run, of these parts: `allParts`, or what `loadParts` gives.
 * @throws RUNTIME_NODE_UNSUPPORTED, RUNTIME_REFERENCE_UNKNOWN, RUNTIME_PROCESS_MISSING, RUNTIME_PART_MISSING
 */
export function prepareRelease(release: Release, parts: Parts, options: PrepareOptions = {}): PreparedRelease {
  const { manifest, program, forms, decisions, items, lists, calendar, caseTitle, caseKey } = release;
  const own = Object.fromEntries(manifest.parameters.map(({ id, value }) => [id, value]));
  return prepareProgram(program, parts, {
    releaseId: release.id,
    calendar,
    limits: manifest.limits,
    decisions,
    formKeys: Object.values(forms).map((form) => form.document.key),
    parameters: { ...own, ...options.parameters },
    items: items.map((item) => itemContext(item, manifest.departments)),
    departments: manifest.departments.map(({ id, name }) => ({ id, name })),
    ...(lists === undefined ? {} : { lists }),
    caseTitle,
    caseKey,
    ...(options.stepLimit === undefined ? {} : { stepLimit: options.stepLimit }),
  });
}

/**
 * Makes a bare program ready to run.
 * @throws RUNTIME_NODE_UNSUPPORTED, RUNTIME_REFERENCE_UNKNOWN, RUNTIME_PROCESS_MISSING, RUNTIME_PART_MISSING
 */
export function prepareProgram(program: Program, parts: Parts, extras: ProgramExtras = {}): PreparedRelease {
  const limits = Object.fromEntries((extras.limits ?? []).map((limit) => [limit.id, limit]));
  const { decisions = {}, releaseId = 'program' } = extras;
  const missing = [...neededParts(program)].filter((name) => parts.abilities[name] === undefined);
  if (missing.length > 0) throw fault('RUNTIME_PART_MISSING', { what: releaseId, parts: missing });
  const [problem] = checkProgram(program, { kinds: parts.nodes, limits, decisions });
  if (problem !== undefined) throw raise(problem.code as 'RUNTIME_NODE_UNSUPPORTED', problem.details);
  const first = program.processes[0];
  if (first === undefined) throw raise('RUNTIME_PROCESS_MISSING', { releaseId });
  const flows = program.flows.map(preparedFlow);
  const compensations = parts.abilities.compensation?.prepare(program) ?? NONE;
  const nodes = program.nodes.map((node, index) => preparedNode(node, index, flows, program, parts, compensations.get(index)));
  const title = prepared(extras.caseTitle);
  const key = prepared(extras.caseKey);
  const formKeys = new Set(extras.formKeys);
  const headReads = new Set([...(title?.reads ?? []), ...(key?.reads ?? [])]);
  return {
    releaseId,
    nodes,
    flows,
    byId: new Map(nodes.map((node) => [node.id, node])),
    process: nodes[first] as PreparedNode,
    calendar: extras.calendar ?? PLAIN_CALENDAR,
    limits,
    formKeys,
    globals: { parameters: extras.parameters ?? {}, items: extras.items ?? [], departments: extras.departments ?? [] },
    ...(extras.lists === undefined ? {} : { listsOn: referenceLists(extras.lists) }),
    parts,
    decisions: parts.abilities.decisions?.prepare(decisions),
    title,
    key,
    headReads,
    heeded: new Set([...formKeys, ...headReads, ...nodes.flatMap(({ triggers }) => triggers.flatMap(conditionReads))]),
    compensates: compensations.size > 0,
    asksConditions: nodes.some(({ triggers }) => triggers.some(({ event }) => event.kind === 'conditional')),
    joinsByReach: nodes.some(({ kind, incoming }) => kind.join !== undefined && incoming.length > 1),
    stepLimit: extras.stepLimit ?? 100_000,
    entryTexts: new EntryTexts(),
  };
}

const NONE: ReadonlyMap<number, PreparedCompensation> = new Map();

const PLAIN_CALENDAR: Release['calendar'] = {
  formatVersion: 1,
  id: 'plain',
  name: { 'zh-CN': '无节假日' },
  offsetMinutes: 480,
  weekend: [6, 7],
  holidays: [],
  makeUpDays: [],
  publishedThrough: '9999-12-31',
};

function preparedNode(
  spec: ProgramNode,
  index: number,
  flows: readonly PreparedFlow[],
  program: Program,
  parts: Parts,
  compensation: PreparedCompensation | undefined,
): PreparedNode {
  const outgoing = spec.outgoing.map((flow) => flows[flow] as PreparedFlow);
  const assigns = (at: Assign['at']): readonly PreparedAssign[] =>
    (spec.assigns ?? []).filter((assign) => assign.at === at).map(({ variable, value }) => ({ variable, value: prepare(value) }));
  const kind = parts.nodes.get(spec.kind) as NodeKind;
  const loop = parts.abilities.loops?.prepare(spec);
  const assignsAtStart = assigns('start');
  const assignsAtEnd = assigns('end');
  const { completionQuantity = 1 } = spec;
  const inAdHoc = program.nodes[spec.scope]?.kind === 'adHocSubProcess' && isActivity(spec);
  const triggers = (spec.events ?? []).map(preparedTrigger);
  const beside = [spec.loop, spec.clocks?.[0], spec.boundary?.[0], spec.pauses, spec.task?.expiry, assignsAtStart[0]];
  return {
    index,
    id: spec.id,
    name: spec.name ?? spec.id,
    usualTokens: [],
    spec,
    kind,
    incoming: spec.incoming,
    outgoing,
    default: spec.default === undefined ? undefined : flows[spec.default],
    unconditional: spec.default === undefined && outgoing.every((flow) => flow.condition === undefined),
    plain: isActivity(spec) && beside.every((one) => one === undefined),
    leavesPlainly: loop === undefined && assignsAtEnd.length === 0 && kind.leave === undefined && completionQuantity === 1 && !inAdHoc,
    start: spec.inner?.find((inside) => isPlainStart(program.nodes[inside], spec)),
    trigger: triggers[0],
    triggers,
    loop,
    startQuantity: spec.startQuantity ?? 1,
    completionQuantity,
    activation: prepared(spec.activation),
    adHoc: parts.abilities.scopes?.prepareAdHoc(spec),
    inAdHoc,
    compensation,
    assignsAtStart,
    assignsAtEnd,
    assignsIn: assigns('in'),
    assignsOut: assigns('out'),
    performer: preparedPerformer(spec.task?.performer ?? {}),
    forStarter: spec.task?.performer.starter === true,
    outcomes: spec.task?.outcomes,
    handler: preparedHandler(spec),
    script: spec.script === undefined ? undefined : { expression: prepare(spec.script.expression), result: spec.script.result },
  };
}

/** A start event that waits for nothing, or that of an event sub-process, which came already. */
function isPlainStart(node: ProgramNode | undefined, { triggeredByEvent }: ProgramNode): boolean {
  return node?.kind === 'startEvent' && (triggeredByEvent === true || (node.events ?? []).length === 0);
}

function preparedFlow({ id, name, source, target, condition }: Program['flows'][number], index: number): PreparedFlow {
  return { index, id, name, source, target, condition: prepared(condition) };
}

function preparedTrigger(event: ProgramEvent): PreparedTrigger {
  if (event.kind === 'conditional') return { event, expression: prepare(event.condition), performer: undefined };
  if (event.kind === 'timer')
    return { event, expression: event.timer === 'limit' ? undefined : prepare(event.value), performer: undefined };
  if (event.kind !== 'message' || event.arrival === undefined) return { event, expression: undefined, performer: undefined };
  const { correlation, performer } = event.arrival;
  return { event, expression: prepare(correlation), performer: preparedPerformer(performer) };
}

function conditionReads({ event, expression }: PreparedTrigger): readonly string[] {
  return event.kind === 'conditional' ? (expression?.reads ?? []) : [];
}

function preparedHandler({ handler }: ProgramNode): PreparedNode['handler'] {
  if (handler === undefined) return undefined;
  const inputs = Object.entries(handler.inputs).map(([name, value]) => ({ name, value: prepare(value) }));
  return { name: handler.name, inputs, result: handler.result };
}

/** An item as FEEL reads it: its texts in Chinese, and its department with its name. */
function itemContext(
  { name, subItem, materials, ...item }: Release['items'][number],
  departments: Release['manifest']['departments'],
): Json {
  return {
    ...(item as unknown as JsonObject),
    departmentName: departments.find(({ id }) => id === item.department)?.name ?? null,
    name: textIn(name),
    ...(subItem === undefined ? {} : { subItem: textIn(subItem) }),
    ...(materials === undefined ? {} : { materials: materials.map((material) => ({ ...material, name: textIn(material.name) })) }),
  };
}

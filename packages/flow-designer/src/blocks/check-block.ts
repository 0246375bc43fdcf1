/** Looks at a block that a county hands in before it is shown: what is wrong with it, where, in a sentence each. */
import type { Problem } from '@tongban/model';
import { KINDS } from '../diagram/kinds.ts';
import { raise } from '../errors.ts';
import type { FlowBlock } from './block.ts';

const PARAMETER_KINDS: ReadonlySet<unknown> = new Set(['text', 'number', 'role', 'department', 'task', 'limit', 'feel', 'choice']);
const UNITS: ReadonlySet<unknown> = new Set(['workingDay', 'calendarDay', 'month', 'year', 'hour']);
const MOST_NODES = 100;

type Part = Readonly<Record<string, unknown>>;

/** The block when it can be used; else what is wrong. */
export function checkBlock(value: unknown): { readonly block?: FlowBlock; readonly problems: readonly Problem[] } {
  const wrong: Wrong[] = isPart(value) ? faultsOf(value) : [['block', 'object']];
  if (wrong.length === 0) return { block: value as FlowBlock, problems: [] };
  const id = isPart(value) && typeof value['id'] === 'string' ? value['id'] : '?';
  return { problems: wrong.map(([where, reason]) => raise.problem('FLOW_DESIGNER_BLOCK_WRONG', {}, { block: id, where, reason })) };
}

/** What is wrong with a part of a block, as the error table names it. */
export type BlockFault =
  | 'object'
  | 'list'
  | 'text'
  | 'version'
  | 'kind'
  | 'place'
  | 'twice'
  | 'unknown'
  | 'unit'
  | 'number'
  | 'entry'
  | 'tooMany';

type Wrong = readonly [where: string, reason: BlockFault];

function faultsOf(block: Part): Wrong[] {
  const lists = ['parameters', 'limits', 'nodes', 'lines'].filter(
    (name) => !Array.isArray(block[name]) || !(block[name] as unknown[]).every(isPart),
  );
  if (lists.length > 0) return lists.map((name) => [name, 'list']);
  const [parameters, limits, nodes, lines] = ['parameters', 'limits', 'nodes', 'lines'].map((name) => block[name] as readonly Part[]) as [
    readonly Part[],
    readonly Part[],
    readonly Part[],
    readonly Part[],
  ];
  if (nodes.length > MOST_NODES) return [['nodes', 'tooMany']];
  return [
    ...(block['formatVersion'] === 1 ? [] : [['formatVersion', 'version'] as const]),
    ...(isText(block['id']) ? [] : [['id', 'text'] as const]),
    ...['title', 'summary'].filter((name) => !isLocalText(block[name])).map((name): Wrong => [name, 'text']),
    ...parameters.flatMap((one, at) => parameterFaults(one, parameters, `parameters[${at}]`)),
    ...limits.flatMap((one, at) => limitFaults(one, `limits[${at}]`)),
    ...nodes.flatMap((one, at) => nodeFaults(one, nodes, `nodes[${at}]`)),
    ...twice(parameters, 'parameters'),
    ...twice(nodes, 'nodes'),
    ...lineFaults(lines, new Set(nodes.map(({ id }) => id))),
    ...placeholderFaults(block, new Set([...parameters.map(({ id }) => id), 'n'])),
  ];
}

function parameterFaults({ id, kind, label, choices, value, differs, reason }: Part, others: readonly Part[], where: string): Wrong[] {
  const wrongChoices =
    kind === 'choice' &&
    !(
      Array.isArray(choices) &&
      choices.length > 0 &&
      choices.every((one) => isPart(one) && isText(one['value']) && isLocalText(one['label']))
    );
  return [
    ...(isText(id) ? [] : [[`${where}.id`, 'text'] as const]),
    ...(PARAMETER_KINDS.has(kind) ? [] : [[`${where}.kind`, 'kind'] as const]),
    ...(isLocalText(label) ? [] : [[`${where}.label`, 'text'] as const]),
    ...(typeof value === 'string' || typeof value === 'number' ? [] : [[`${where}.value`, 'text'] as const]),
    ...(kind !== 'limit' || isText(reason) ? [] : [[`${where}.reason`, 'text'] as const]),
    ...(differs === undefined || others.some((one) => one['id'] === differs && one['id'] !== id)
      ? []
      : [[`${where}.differs`, 'unknown'] as const]),
    ...(wrongChoices ? [[`${where}.choices`, 'list'] as const] : []),
  ];
}

function limitFaults({ id, name, amount, unit }: Part, where: string): Wrong[] {
  const counted = typeof amount === 'number' ? Number.isInteger(amount) && amount > 0 : isText(amount) && /^\{\w+\}$/.test(amount);
  return [
    ...(isText(id) ? [] : [[`${where}.id`, 'text'] as const]),
    ...(isLocalText(name) ? [] : [[`${where}.name`, 'text'] as const]),
    ...(counted ? [] : [[`${where}.amount`, 'number'] as const]),
    ...(UNITS.has(unit) || (isText(unit) && /^\{\w+\}$/.test(unit)) ? [] : [[`${where}.unit`, 'unit'] as const]),
  ];
}

function nodeFaults({ id, kind, at, attachedTo, extension, name }: Part, nodes: readonly Part[], where: string): Wrong[] {
  const known = typeof kind === 'string' && Object.hasOwn(KINDS, kind);
  const onGrid = Array.isArray(at) && at.length === 2 && at.every((one) => Number.isInteger(one) && one >= 0 && one < MOST_NODES);
  const boundary = known && kind.endsWith('Boundary');
  const hosted = attachedTo === undefined ? !boundary : boundary && nodes.some((one) => one['id'] === attachedTo);
  return [
    ...(isText(id) && id !== 'in' && id !== 'out' ? [] : [[`${where}.id`, 'text'] as const]),
    ...(known ? [] : [[`${where}.kind`, 'kind'] as const]),
    ...(name === undefined || typeof name === 'string' ? [] : [[`${where}.name`, 'text'] as const]),
    ...(extension === undefined || isPart(extension) ? [] : [[`${where}.extension`, 'object'] as const]),
    ...(onGrid ? [] : [[`${where}.at`, 'place'] as const]),
    ...(!known || hosted ? [] : [[`${where}.attachedTo`, 'unknown'] as const]),
  ];
}

function lineFaults(lines: readonly Part[], ids: ReadonlySet<unknown>): Wrong[] {
  const unknown = lines.flatMap(({ from, to }, at): Wrong[] => [
    ...(from === 'in' || ids.has(from) ? [] : [[`lines[${at}].from`, 'unknown'] as const]),
    ...(to === 'out' || ids.has(to) ? [] : [[`lines[${at}].to`, 'unknown'] as const]),
  ]);
  return lines.filter(({ from }) => from === 'in').length === 1 ? unknown : [...unknown, ['lines', 'entry']];
}

function twice(parts: readonly Part[], where: string): Wrong[] {
  const ids = parts.map(({ id }) => id);
  return ids.flatMap((id, at): Wrong[] => (ids.indexOf(id) === at ? [] : [[`${where}[${at}].id`, 'twice']]));
}

// `{name}` in any text stands for a parameter
function placeholderFaults(value: unknown, known: ReadonlySet<unknown>, where = 'block'): Wrong[] {
  if (typeof value === 'string') return [...value.matchAll(/\{(\w+)\}/g)].some(([, name]) => !known.has(name)) ? [[where, 'unknown']] : [];
  if (Array.isArray(value)) return value.flatMap((one, at) => placeholderFaults(one, known, `${where}[${at}]`));
  if (!isPart(value)) return [];
  return Object.entries(value).flatMap(([name, one]) => placeholderFaults(one, known, where === 'block' ? name : `${where}.${name}`));
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isLocalText(value: unknown): boolean {
  return isPart(value) && isText(value['zh-CN']);
}

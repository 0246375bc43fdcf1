/** Which parts a program needs: read off its nodes. */
import type { Program, ProgramEvent, ProgramNode } from '@tongban/model';
import type { PartName } from './part.ts';

/** The names of all parts. */
export const PART_NAMES: readonly PartName[] = ['decisions', 'time', 'loops', 'joins', 'events', 'scopes', 'compensation', 'operations'];

/** The parts that `program` cannot be run without. What people may do with its cases is not among them. */
export function neededParts({ nodes }: Program): ReadonlySet<PartName> {
  return new Set(nodes.flatMap(neededBy));
}

function neededBy({
  kind,
  events = [],
  loop,
  clocks,
  pauses,
  instantiate,
  task,
  parallel,
  startQuantity = 1,
}: ProgramNode): readonly PartName[] {
  const found = [BY_KIND[kind], ...events.map((event) => BY_EVENT[event.kind])].filter((name) => name !== undefined);
  if (instantiate === true || (kind === 'startEvent' && events.length > 0)) found.push('events');
  if (parallel === true && events.length > 1) found.push('events');
  if (loop !== undefined) found.push('loops');
  if (startQuantity > 1) found.push('joins');
  if (clocks !== undefined || pauses !== undefined) found.push('time');
  if (task?.expiry !== undefined) found.push('time', 'operations');
  return found;
}

const BY_KIND: { readonly [Kind in ProgramNode['kind']]?: PartName } = {
  businessRuleTask: 'decisions',
  inclusiveGateway: 'joins',
  complexGateway: 'joins',
  intermediateThrowEvent: 'events',
  eventBasedGateway: 'events',
  callActivity: 'scopes',
  adHocSubProcess: 'scopes',
  transaction: 'compensation',
};

const BY_EVENT: { readonly [Kind in ProgramEvent['kind']]?: PartName } = {
  timer: 'time',
  error: 'events',
  signal: 'events',
  escalation: 'events',
  conditional: 'events',
  compensate: 'compensation',
  cancel: 'compensation',
};

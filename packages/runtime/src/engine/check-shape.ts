/**
 * Looks at a program before its release is kept (BI15): whoever makes one by hand, or mends a compiled one, hears which field of which element
 * is not what it says. Every field has its kind; scopes, flows and boundary events lead to each other both ways. Loaded when something is deployed.
 */
import { prepare } from '@tongban/feel';
import type {
  Program,
  ProgramAdHoc,
  ProgramArrival,
  ProgramAssign,
  ProgramFiling,
  ProgramFlow,
  ProgramLoop,
  ProgramNode,
  ProgramOperation,
  ProgramPerformer,
  ProgramTask,
  ProgramVote,
  Release,
} from '@tongban/model';
import { raise } from '../errors.ts';
import { brokenLink, type Misfit } from './program-links.ts';
import { inShape } from './ready-release.ts';

/** Refuses a program that is not what it says. @throws RUNTIME_PROGRAM_DAMAGED, RUNTIME_RELEASE_DAMAGED */
export function checkShape(release: Pick<Release, 'id' | 'program'>): void {
  inShape(
    () => release.id,
    () => lookAt(release),
  );
}

// helpers

function lookAt({ id, program }: Pick<Release, 'id' | 'program'>): void {
  const found = misfit(program, PROGRAM) ?? firstOf(program.nodes, NODE) ?? firstOf(program.flows, FLOW) ?? brokenLink(program);
  if (found === undefined) return;
  const { elementId = '', path, expected } = found;
  throw raise('RUNTIME_PROGRAM_DAMAGED', { releaseId: String(id).slice(0, 200), elementId, field: path, expected });
}

/** What of a value is not as it should be; undefined when all is. */
type Check = (value: unknown) => Misfit | undefined;
/** A check for every property there may be: one that is new to the type is missed here. */
type Shape<T> = { readonly [Name in keyof T]-?: Check };
/** All that the members of a union may have. */
type Whole<T> = { readonly [Name in T extends unknown ? keyof T : never]: unknown };

function kind(expected: string, fits: (value: unknown) => boolean): Check {
  return (value) => (fits(value) ? undefined : { path: '', expected });
}

function maybe(check: Check): Check {
  return (value) => (value === undefined ? undefined : check(value));
}

function listOf(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return { path: '', expected: 'a list' };
    for (const [at, one] of value.entries()) {
      const found = check(one);
      if (found !== undefined) return { path: `[${at}]${dotted(found.path)}`, expected: found.expected };
    }
    return undefined;
  };
}

function tableOf(check: Check): Check {
  return (value) => (isRecord(value) ? misfit(value, Object.fromEntries(Object.keys(value).map((name) => [name, check]))) : NO_OBJECT);
}

function shaped(shape: Readonly<Record<string, Check>>): Check {
  return (value) => misfit(value, shape);
}

function misfit(value: unknown, shape: Readonly<Record<string, Check>>): Misfit | undefined {
  if (!isRecord(value)) return NO_OBJECT;
  for (const [name, check] of Object.entries(shape)) {
    const found = check(value[name]);
    if (found !== undefined) return { path: `${name}${dotted(found.path)}`, expected: found.expected };
  }
  return undefined;
}

function dotted(path: string): string {
  return path === '' || path.startsWith('[') ? path : `.${path}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isExpression(value: unknown): boolean {
  if (!isRecord(value) || typeof value['text'] !== 'string' || !Array.isArray(value['reads'])) return false;
  try {
    prepare(value as never);
    return true;
  } catch {
    return false;
  }
}

const NO_OBJECT: Misfit = { path: '', expected: 'an object' };
const text = kind('a text', (value) => typeof value === 'string');
const name = kind('a text that is not empty', (value) => typeof value === 'string' && value !== '');
const flag = kind('true or false', (value) => typeof value === 'boolean');
const count = kind('a whole number of 0 or more', (value) => Number.isSafeInteger(value) && (value as number) >= 0);
const feel = kind('a parsed expression', isExpression);
const access = kind('"write", "read" or "hidden"', (value) => /^(write|read|hidden)$/.test(String(value)));

const PERFORMER: Shape<ProgramPerformer> = {
  starter: maybe(flag),
  role: maybe(text),
  department: maybe((value) => (typeof value === 'string' ? undefined : feel(value))),
  person: maybe(feel),
};
const FILING: Shape<ProgramFiling> = { form: name, access, fields: maybe(tableOf(access)) };
const OPERATION: Shape<ProgramOperation> = {
  kind: name,
  targets: maybe(listOf(name)),
  reason: maybe(flag),
  to: maybe(shaped(PERFORMER)),
};
const TASK: Shape<ProgramTask> = {
  performer: shaped(PERFORMER),
  policy: maybe(shaped({ empty: maybe(name), same: maybe(name), outcome: maybe(text) })),
  expiry: maybe(shaped({ limit: name, does: name, outcome: maybe(text), target: maybe(text), basis: maybe(text) })),
  filings: listOf(shaped(FILING)),
  outcomes: maybe(
    shaped({ result: name, choices: listOf(shaped({ value: text, label: text, reason: maybe(flag), danger: maybe(flag) })) }),
  ),
  operations: listOf(shaped(OPERATION)),
};
const ARRIVAL: Shape<ProgramArrival> = {
  correlation: feel,
  label: maybe(text),
  performer: shaped(PERFORMER),
  filings: listOf(shaped(FILING)),
};
// What the kinds of events have, together; that each has its own is seen where the event is made ready.
const EVENT: Readonly<Record<string, Check>> = {
  kind: name,
  name: maybe(text),
  code: maybe(text),
  timer: maybe(name),
  value: maybe(feel),
  limit: maybe(name),
  condition: maybe(feel),
  arrival: maybe(shaped(ARRIVAL)),
  node: maybe(count),
  wait: maybe(flag),
};
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  message: ['name'],
  signal: ['name'],
  link: ['name'],
  conditional: ['condition'],
  timer: ['timer'],
};
const event: Check = (value) => {
  const found = misfit(value, EVENT);
  if (found !== undefined) return found;
  const { kind: what, timer } = value as Readonly<Record<string, string>>;
  const needed = timer === undefined ? (NEEDED[what ?? ''] ?? []) : [timer === 'limit' ? 'limit' : 'value'];
  return misfit(value, Object.fromEntries(needed.map((one) => [one, one === 'value' || one === 'condition' ? feel : text])));
};
const share = maybe(listOf(count));
const VOTE: Shape<ProgramVote> = {
  rule: name,
  result: name,
  agree: listOf(text),
  abstain: maybe(listOf(text)),
  veto: maybe(listOf(text)),
  needed: share,
  more: maybe(flag),
  of: maybe(name),
  quorum: share,
  weight: maybe(feel),
  choice: maybe(feel),
  until: maybe(name),
  removed: maybe(name),
};
const LOOP: Shape<Whole<ProgramLoop>> = {
  kind: name,
  sequential: maybe(flag),
  cardinality: maybe(feel),
  collection: maybe(feel),
  element: maybe(name),
  results: maybe(name),
  result: maybe(feel),
  completion: maybe(feel),
  vote: maybe(shaped(VOTE)),
  throws: maybe(listOf(shaped({ when: name, condition: maybe(feel), event }))),
  testBefore: maybe(flag),
  condition: maybe(feel),
  maximum: maybe(count),
};
const AD_HOC: Shape<ProgramAdHoc> = {
  sequential: flag,
  completion: maybe(feel),
  keepRemaining: maybe(flag),
  performer: maybe(shaped(PERFORMER)),
};
const ASSIGN: Shape<ProgramAssign> = { variable: name, value: feel, at: name };
const NODE: Shape<ProgramNode> = {
  id: name,
  name: maybe(text),
  kind: name,
  scope: kind('the index of a node before it, or -1', (value) => value === -1 || count(value) === undefined),
  incoming: listOf(count),
  outgoing: listOf(count),
  default: maybe(count),
  lane: maybe(shaped({ id: name, name: maybe(text) })),
  inner: maybe(listOf(count)),
  starts: maybe(listOf(count)),
  eventSubProcesses: maybe(listOf(count)),
  boundary: maybe(listOf(count)),
  attachedTo: maybe(count),
  interrupting: maybe(flag),
  triggeredByEvent: maybe(flag),
  events: maybe(listOf(event)),
  parallel: maybe(flag),
  instantiate: maybe(flag),
  loop: maybe(shaped(LOOP)),
  startQuantity: maybe(count),
  completionQuantity: maybe(count),
  forCompensation: maybe(flag),
  compensation: maybe(count),
  activation: maybe(feel),
  adHoc: maybe(shaped(AD_HOC)),
  task: maybe(shaped(TASK)),
  handler: maybe(shaped({ name, inputs: tableOf(feel), result: maybe(name) })),
  rule: maybe(shaped({ decision: name, result: name })),
  script: maybe(shaped({ expression: feel, result: maybe(name) })),
  assigns: maybe(listOf(shaped(ASSIGN))),
  called: maybe(count),
  call: maybe(shaped({ in: maybe(name), out: maybe(name) })),
  clocks: maybe(listOf(name)),
  pauses: maybe(name),
  ending: maybe(name),
  startRoles: maybe((value) => (Array.isArray(value) ? listOf(text)(value) : feel(value))),
};
const FLOW: Shape<ProgramFlow> = { id: name, name: maybe(text), source: count, target: count, condition: maybe(feel) };
const PROGRAM: Shape<Program> = {
  formatVersion: kind('1', (value) => value === 1),
  nodes: listOf(shaped({})),
  flows: listOf(shaped({})),
  processes: listOf(count),
};

function firstOf(elements: readonly { readonly id?: unknown }[], shape: Readonly<Record<string, Check>>): Misfit | undefined {
  for (const [at, element] of elements.entries()) {
    const found = misfit(element, shape);
    if (found !== undefined) return { ...found, elementId: typeof element.id === 'string' && element.id !== '' ? element.id : `#${at}` };
  }
  return undefined;
}

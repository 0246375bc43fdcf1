/** Checks what the extension of an element refers to: roles, departments, forms and fields, limits, decisions, templates, return targets. */
import { walkFields } from '@tongban/form';
import type {
  Arrival,
  Filing,
  FlowExtension,
  FlowNode,
  Json,
  JsonObject,
  OperationKind,
  Performer,
  Problem,
  ProblemPlace,
  TaskExpiry,
} from '@tongban/model';
import { type CompileCode, raise } from './errors.ts';
import { called, flowPlace } from './flow-place.ts';
import type { MeasureWorld } from './measure-world.ts';

/** What the checks of one element need. */
interface Subject {
  readonly element: Json;
  readonly place: ProblemPlace;
  readonly world: MeasureWorld;
}

/** The problems of what `node` refers to in the measure. `nodes`: the ids of the flow elements. */
export function checkReferences(
  node: FlowNode,
  world: MeasureWorld,
  nodes: ReadonlySet<string>,
  file: string | undefined,
): readonly Problem[] {
  const subject = { element: called(node), place: flowPlace(file, node), world };
  const { performer, filings = [], arrival, clocks = [], pauses, rule, operations = [], start, expiry } = node.extension;
  const targets = operations.flatMap((operation) => operation.targets ?? []).filter((id) => !nodes.has(id));
  return [
    ...(node.kind === 'userTask' ? checkPerformer(subject, performer, 'performer') : []),
    ...filings.flatMap((filing) => checkFiling(subject, filing)),
    ...(arrival === undefined ? [] : checkArrival(subject, arrival)),
    ...clocks.flatMap((id) => known(subject, 'COMPILE_LIMIT_UNKNOWN', 'clocks', id, world.limits)),
    ...(pauses === undefined ? [] : known(subject, 'COMPILE_PAUSE_UNKNOWN', 'pauses', pauses, world.pauseReasons ?? [])),
    ...(rule === undefined || world.decisions === undefined
      ? []
      : known(subject, 'COMPILE_DECISION_UNKNOWN', 'rule', rule.decision, world.decisions)),
    ...operations
      .filter(({ kind }) => kind === 'withdrawCase' && performer?.starter !== true)
      .map(({ kind }) => report(subject, 'COMPILE_OPERATION_NOT_SUPPORTED', 'operations', { operation: kind })),
    ...(expiry === undefined ? [] : checkExpiry(subject, node.extension, expiry, nodes)),
    ...targets.map((id) => report(subject, 'COMPILE_RETURN_TARGET_UNKNOWN', 'operations', { id })),
    ...operations.flatMap(({ kind, to }) => (to === undefined ? [] : checkReceivers(subject, kind, to))),
    ...(start === undefined
      ? []
      : startRoles(start.roles).flatMap((id) => known(subject, 'COMPILE_ROLE_UNKNOWN', 'start', id, world.roles))),
    ...checkTemplate(subject, node),
  ];
}

/** The role ids of a start rule; none when it is FEEL. */
export function startRoles(roles: string): readonly string[] {
  return roles.startsWith('=') ? [] : roles.split(/[\s,，、]+/).filter((id) => id !== '');
}

function report({ element, place }: Subject, code: CompileCode, property: string, details: JsonObject = {}): Problem {
  return raise.problem(code, { ...place, property }, { element, ...details });
}

function known(subject: Subject, code: CompileCode, property: string, id: string, ids: readonly string[]): readonly Problem[] {
  return ids.includes(id) ? [] : [report(subject, code, property, { id, known: [...ids] })];
}

function checkPerformer(subject: Subject, performer: Performer | undefined, property: string): readonly Problem[] {
  const { starter, role, department, person } = performer ?? {};
  if (starter !== true && role === undefined && department === undefined && person === undefined) {
    return [report(subject, 'COMPILE_PERFORMER_MISSING', property)];
  }
  const fixed = typeof department === 'string' && !department.startsWith('=') ? department : undefined;
  return [
    ...(role === undefined ? [] : known(subject, 'COMPILE_ROLE_UNKNOWN', `${property}.role`, role, subject.world.roles)),
    ...(fixed === undefined
      ? []
      : known(subject, 'COMPILE_DEPARTMENT_UNKNOWN', `${property}.department`, fixed, subject.world.departments)),
  ];
}

// whom an operation may go to is only asked where it goes to somebody
function checkReceivers(subject: Subject, kind: OperationKind, to: Performer): readonly Problem[] {
  if (!GIVEN.has(kind)) return [report(subject, 'COMPILE_OPERATION_NOT_GIVEN', 'operations', { operation: kind })];
  return checkPerformer(subject, to, 'operations');
}

const GIVEN: ReadonlySet<OperationKind> = new Set(['transfer', 'delegate', 'addSigner', 'copy']);

function checkFiling(subject: Subject, { form: id, fields = {} }: Filing): readonly Problem[] {
  const { world } = subject;
  const form = Object.hasOwn(world.forms, id) ? world.forms[id] : undefined;
  if (form === undefined) return known(subject, 'COMPILE_FORM_UNKNOWN', 'filings', id, world.formIds);
  const ids = new Set(walkFields(form.document).flatMap(({ accessId, field }) => [accessId, field.id]));
  const unknown = Object.keys(fields).filter((field) => !ids.has(field));
  return unknown.map((field) => report(subject, 'COMPILE_FIELD_UNKNOWN', 'filings', { id: field, form: id }));
}

function checkArrival(subject: Subject, { performer, filings = [] }: Arrival): readonly Problem[] {
  return [...checkPerformer(subject, performer, 'arrival.performer'), ...filings.flatMap((filing) => checkFiling(subject, filing))];
}

// Silence is a decision only where the law says so: whatever decides or closes names its basis (CF53).
function checkExpiry(subject: Subject, extension: FlowExtension, expiry: TaskExpiry, nodes: ReadonlySet<string>): readonly Problem[] {
  const { limit, does, outcome, target, basis = '' } = expiry;
  const choices = (extension.outcomes?.choices ?? []).map(({ value }) => value);
  const decides = does === 'complete' || does === 'reject';
  return [
    ...known(subject, 'COMPILE_EXPIRY_LIMIT', 'expiry', limit, extension.clocks ?? []),
    ...(does === 'complete' && choices.length > 0 ? known(subject, 'COMPILE_EXPIRY_OUTCOME', 'expiry', outcome ?? '', choices) : []),
    ...(does === 'return' && !nodes.has(target ?? '')
      ? [report(subject, 'COMPILE_RETURN_TARGET_UNKNOWN', 'expiry', { id: target ?? '' })]
      : []),
    ...(decides && basis.trim() === '' ? [report(subject, 'COMPILE_EXPIRY_BASIS', 'expiry')] : []),
  ];
}

/** The handlers of documents name their template by a literal; one that does not exist would only be noticed in a case. */
function checkTemplate(subject: Subject, { extension }: FlowNode): readonly Problem[] {
  const template = /^\s*"([^"\\]*)"\s*$/.exec(extension.handler?.inputs['template'] ?? '')?.[1];
  return template === undefined
    ? []
    : known(subject, 'COMPILE_TEMPLATE_UNKNOWN', 'handler.inputs.template', template, subject.world.templates);
}

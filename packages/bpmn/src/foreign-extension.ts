/**
 * The basics of other engines, read as ours so that their flows need less rewriting: who does a task, over which list, which handler,
 * which decision. Expressions in `${…}` are not translated; `compile` asks for FEEL there.
 */
import {
  type Assign,
  type CallRule,
  type Each,
  type Filing,
  type FlowExtension,
  type FlowNode,
  type FlowNodeKind,
  type Handler,
  isSafeName,
  type Performer,
} from '@tongban/model';
import { elementOf, elementsOf, foreignAttribute, type ModdleElement, textOf } from './moddle-element.ts';
import { present } from './present.ts';
import { standardCorrelation } from './standard-correlation.ts';

/** What `camunda:`, `flowable:`, `activiti:` and `zeebe:` say on `element`, as far as we have the same. */
export function foreignExtension(element: ModdleElement, kind: FlowNodeKind): FlowExtension {
  return present<FlowExtension>({
    performer: kind === 'userTask' ? readPerformer(element) : undefined,
    filings: kind === 'userTask' ? readFilings(element) : undefined,
    assigns: kind === 'callActivity' ? undefined : readOutputs(element),
    each: readEach(elementOf(element, 'loopCharacteristics')),
    handler: HANDLED.has(kind) ? readHandler(element) : undefined,
    rule: kind === 'businessRuleTask' ? readRule(element) : undefined,
    arrival: WAITING.has(kind) ? readArrival(element) : undefined,
    ...(kind === 'callActivity' ? readCall(element) : {}),
  });
}

/** The process that a call activity of Camunda 8 names. */
export function foreignCalled(element: ModdleElement): string | undefined {
  return textOf(extensionElement(element, 'zeebe:calledElement'), 'processId');
}

/** The variable that the value of a script goes to, and a script that stands in an extension. */
export function foreignScript(element: ModdleElement): { readonly text?: string; readonly result?: string } {
  const script = extensionElement(element, 'zeebe:script');
  return present({
    text: textOf(script, 'expression'),
    result: textOf(script, 'resultVariable') ?? attribute(element, 'resultVariable'),
  });
}

/** Tasks whose work a handler does. */
export const HANDLED: ReadonlySet<string> = new Set(['serviceTask', 'sendTask', 'businessRuleTask']);

const WAITING: ReadonlySet<string> = new Set(['receiveTask', 'intermediateCatchEvent', 'boundaryEvent', 'startEvent']);

const PREFIXES = ['camunda', 'flowable', 'activiti'] as const;

function attribute(element: ModdleElement, name: string): string | undefined {
  for (const prefix of PREFIXES) {
    const value = foreignAttribute(element, `${prefix}:${name}`);
    if (value !== undefined) return value;
  }
  return undefined;
}

function extensionElement(element: ModdleElement | undefined, type: string): ModdleElement | undefined {
  return extensionElements(element).find((value) => value.$type === type);
}

function extensionElements(element: ModdleElement | undefined): readonly ModdleElement[] {
  return elementsOf(elementOf(element, 'extensionElements'), 'values');
}

/** What goes into a called process and comes back: `in` and `out` of Camunda 7 and Flowable, the mappings of Camunda 8. */
function readCall(element: ModdleElement): Pick<FlowExtension, 'assigns' | 'call'> {
  const values = extensionElements(element);
  const passed = (at: 'in' | 'out'): readonly ModdleElement[] =>
    values.filter(({ $type }) => PREFIXES.some((prefix) => $type === `${prefix}:${at}`));
  const assigns = (['in', 'out'] as const).flatMap((at) => [
    ...passed(at).flatMap((value) => toAssign(value, simple(textOf(value, 'source') ?? textOf(value, 'sourceExpression')), at)),
    ...mappings(element, at === 'in' ? 'zeebe:input' : 'zeebe:output').flatMap((value) => toAssign(value, textOf(value, 'source'), at)),
  ]);
  const all = (at: 'in' | 'out'): 'all' | undefined =>
    passed(at).some((value) => textOf(value, 'variables') === 'all') ? 'all' : undefined;
  const call = present<CallRule>({ in: all('in'), out: all('out') });
  return present({ assigns: assigns.length === 0 ? undefined : assigns, call: Object.keys(call).length === 0 ? undefined : call });
}

/** What a task of Camunda 8 or 7 keeps of its results. */
function readOutputs(element: ModdleElement): readonly Assign[] | undefined {
  const assigns = [
    ...mappings(element, 'zeebe:output').flatMap((value) => toAssign(value, textOf(value, 'source'), 'end')),
    ...parameters(element, 'outputParameter').map(({ name, value }) => ({ variable: name, value, at: 'end' as const })),
  ];
  return assigns.length === 0 ? undefined : assigns;
}

/** What a service task hands to its handler. */
function readInputs(element: ModdleElement): Handler['inputs'] {
  return Object.fromEntries([
    ...mappings(element, 'zeebe:input').flatMap((value) =>
      toAssign(value, textOf(value, 'source'), 'start').map(({ variable, value: feel }) => [variable, feel] as const),
    ),
    ...parameters(element, 'inputParameter').map(({ name, value }) => [name, value] as const),
  ]);
}

function mappings(element: ModdleElement, type: string): readonly ModdleElement[] {
  return elementsOf(extensionElement(element, 'zeebe:ioMapping'), '$children').filter(({ $type }) => $type === type);
}

/** Parameters of Camunda 7 that are plain texts or name a variable; lists, maps and scripts are left alone. */
function parameters(element: ModdleElement, tag: string): readonly { readonly name: string; readonly value: string }[] {
  return elementsOf(extensionElement(element, 'camunda:inputOutput'), '$children').flatMap((parameter) => {
    const name = textOf(parameter, 'name');
    const text = textOf(parameter, '$body');
    if (parameter.$type !== `camunda:${tag}` || name === undefined || text === undefined || !isSafeName(name)) return [];
    return [{ name, value: isPlain(text) ? JSON.stringify(text) : (simple(text) as string) }];
  });
}

/** `${name}` is the same in FEEL without the braces; anything longer is left as it is, for its author to write anew. */
function simple(text: string | undefined): string | undefined {
  return text?.replace(/^[$#]\{\s*([A-Za-z_][\w.]*)\s*\}$/, '$1');
}

function toAssign(value: ModdleElement, source: string | undefined, at: Assign['at']): readonly Assign[] {
  const variable = textOf(value, 'target');
  return variable === undefined || source === undefined || !isSafeName(variable) ? [] : [{ variable, value: source, at }];
}

function readPerformer(element: ModdleElement): Performer | undefined {
  const { assignee, users, groups } = candidatesOf(element);
  if (assignee !== undefined) return STARTER.test(assignee) ? { starter: true } : { person: personFeel(assignee) };
  if (groups !== undefined && isPlain(groups) && !groups.includes(',')) return { role: groups };
  return users === undefined ? undefined : { person: personFeel(users) };
}

/** The candidates of a task when they are more than one role or some persons, which is all that we can say: the rest is left out. */
export function candidatesTooMany(element: ModdleElement): string | undefined {
  const { assignee, users, groups } = candidatesOf(element);
  const several = groups !== undefined && (users !== undefined || groups.includes(','));
  return assignee === undefined && several ? [users, groups].filter((one) => one !== undefined).join(', ') : undefined;
}

function candidatesOf(element: ModdleElement): { readonly assignee?: string; readonly users?: string; readonly groups?: string } {
  const assignment = extensionElement(element, 'zeebe:assignmentDefinition');
  const owners = standardOwners(element);
  return present({
    assignee: attribute(element, 'assignee') ?? textOf(assignment, 'assignee'),
    users: attribute(element, 'candidateUsers') ?? textOf(assignment, 'candidateUsers') ?? owners.users,
    groups: attribute(element, 'candidateGroups') ?? textOf(assignment, 'candidateGroups') ?? owners.groups,
  });
}

/** `potentialOwner` and `humanPerformer` of the standard, as files write them: `user(li), group(window)`, or a bare name. */
function standardOwners(element: ModdleElement): { readonly users?: string; readonly groups?: string } {
  const names = { users: [] as string[], groups: [] as string[] };
  for (const resource of elementsOf(element, 'resources')) {
    const text = textOf(elementOf(elementOf(resource, 'resourceAssignmentExpression'), 'expression'), 'body') ?? '';
    for (const part of text.split(',').map((one) => one.trim())) {
      const [, kind, name = part] = /^(user|group)\s*\((.*)\)$/.exec(part) ?? [];
      const isUser = kind === undefined ? resource.$type === 'bpmn:HumanPerformer' : kind === 'user';
      if (name !== '') (isUser ? names.users : names.groups).push(name.trim());
    }
  }
  const joined = (all: readonly string[]): string | undefined => (all.length === 0 ? undefined : all.join(','));
  return present({ users: joined(names.users), groups: joined(names.groups) });
}

/** The form of a task, under the id that the file gives it; an address of a page is no form of ours. */
function readFilings(element: ModdleElement): readonly Filing[] | undefined {
  const zeebe = extensionElement(element, 'zeebe:formDefinition');
  const form = attribute(element, 'formKey') ?? attribute(element, 'formRef') ?? textOf(zeebe, 'formId') ?? textOf(zeebe, 'formKey');
  return form === undefined || !isPlain(form) || /[:/]/.test(form) ? undefined : [{ form, access: 'write' }];
}

/** What files call whoever started the case. */
const STARTER = /^[=$#]?\{?\s*(?:initiator|starter|applyUserId|INITIATOR|startUserId)\s*\}?$/;

function personFeel(person: string): string {
  if (person.startsWith('=')) return person;
  if (!isPlain(person)) return simple(person) as string;
  const people = person.split(',').map((id) => JSON.stringify(id.trim()));
  return people.length === 1 ? (people[0] ?? 'null') : `[${people.join(', ')}]`;
}

function isPlain(text: string): boolean {
  return !/^=|[$#]\{/.test(text);
}

function readEach(loop: ModdleElement | undefined): Each | undefined {
  if (loop === undefined) return undefined;
  const zeebe = extensionElement(loop, 'zeebe:loopCharacteristics');
  const collection = textOf(zeebe, 'inputCollection') ?? attribute(loop, 'collection');
  if (collection === undefined) return undefined;
  return present<Each>({
    collection: simple(collection) as string,
    element: textOf(zeebe, 'inputElement') ?? attribute(loop, 'elementVariable') ?? 'element',
    results: textOf(zeebe, 'outputCollection'),
    result: textOf(zeebe, 'outputElement'),
  });
}

/** Whether the file names the handler or the decision that does the work of `element`. */
export function saysWhoWorks(element: ModdleElement): boolean {
  return handlerName(element) !== undefined || readRule(element) !== undefined;
}

/** What a task that names no handler would be handed, and the variable for its answer. */
export function foreignWork(element: ModdleElement, kind: FlowNodeKind): FlowNode['unhandled'] {
  const inputs = HANDLED.has(kind) ? readInputs(element) : {};
  const result = HANDLED.has(kind) ? resultOf(element) : undefined;
  if (saysWhoWorks(element) || (result === undefined && Object.keys(inputs).length === 0)) return undefined;
  return present<NonNullable<FlowNode['unhandled']>>({ inputs, result });
}

function readHandler(element: ModdleElement): Handler | undefined {
  const name = handlerName(element);
  return name === undefined ? undefined : present<Handler>({ name, inputs: readInputs(element), result: resultOf(element) });
}

function resultOf(element: ModdleElement): string | undefined {
  return attribute(element, 'resultVariable') ?? attribute(element, 'resultVariableName');
}

function handlerName(element: ModdleElement): string | undefined {
  const bean = attribute(element, 'delegateExpression')?.replace(/^\$\{\s*(\w+)\s*\}$/, '$1');
  return (
    attribute(element, 'topic') ?? textOf(extensionElement(element, 'zeebe:taskDefinition'), 'type') ?? bean ?? attribute(element, 'class')
  );
}

function readRule(element: ModdleElement): FlowExtension['rule'] {
  const zeebe = extensionElement(element, 'zeebe:calledDecision');
  const decision = attribute(element, 'decisionRef') ?? textOf(zeebe, 'decisionId');
  if (decision === undefined) return undefined;
  return { decision, result: attribute(element, 'resultVariable') ?? textOf(zeebe, 'resultVariable') ?? 'result' };
}

/** Under which key a message is waited for: the subscription of Camunda 8, or that of the standard. */
function readArrival(element: ModdleElement): FlowExtension['arrival'] {
  const messages = [element, ...elementsOf(element, 'eventDefinitions')].flatMap((one) => elementOf(one, 'messageRef') ?? []);
  for (const message of messages) {
    const key = textOf(extensionElement(message, 'zeebe:subscription'), 'correlationKey') ?? standardCorrelation(element, message);
    if (key !== undefined) return { correlation: key };
  }
  return undefined;
}

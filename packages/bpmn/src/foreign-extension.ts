/**
 * The basics of other engines, read as ours so that their flows need less rewriting: who does a task, over which list, which handler,
 * which decision. Expressions in `${…}` are not translated; `compile` asks for FEEL there.
 */
import {
  type Assign,
  type CallRule,
  type Each,
  type FlowExtension,
  type FlowNodeKind,
  type Handler,
  isSafeName,
  type Performer,
} from '@tongban/model';
import { elementOf, elementsOf, foreignAttribute, type ModdleElement, textOf } from './moddle-element.ts';
import { present } from './present.ts';

/** What `camunda:`, `flowable:`, `activiti:` and `zeebe:` say on `element`, as far as we have the same. */
export function foreignExtension(element: ModdleElement, kind: FlowNodeKind): FlowExtension {
  return present<FlowExtension>({
    performer: kind === 'userTask' ? readPerformer(element) : undefined,
    each: readEach(elementOf(element, 'loopCharacteristics')),
    handler: HANDLED.has(kind) ? readHandler(element) : undefined,
    rule: kind === 'businessRuleTask' ? readRule(element) : undefined,
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

const HANDLED: ReadonlySet<string> = new Set(['serviceTask', 'sendTask']);

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
    ...passed(at).flatMap((value) => toAssign(value, textOf(value, 'source') ?? textOf(value, 'sourceExpression'), at)),
    ...elementsOf(extensionElement(element, 'zeebe:ioMapping'), '$children')
      .filter(({ $type }) => $type === (at === 'in' ? 'zeebe:input' : 'zeebe:output'))
      .flatMap((value) => toAssign(value, textOf(value, 'source'), at)),
  ]);
  const all = (at: 'in' | 'out'): 'all' | undefined =>
    passed(at).some((value) => textOf(value, 'variables') === 'all') ? 'all' : undefined;
  const call = present<CallRule>({ in: all('in'), out: all('out') });
  return present({ assigns: assigns.length === 0 ? undefined : assigns, call: Object.keys(call).length === 0 ? undefined : call });
}

function toAssign(value: ModdleElement, source: string | undefined, at: 'in' | 'out'): readonly Assign[] {
  const variable = textOf(value, 'target');
  return variable === undefined || source === undefined || !isSafeName(variable) ? [] : [{ variable, value: source, at }];
}

function readPerformer(element: ModdleElement): Performer | undefined {
  const assignment = extensionElement(element, 'zeebe:assignmentDefinition');
  const assignee = attribute(element, 'assignee') ?? textOf(assignment, 'assignee');
  const groups = attribute(element, 'candidateGroups') ?? textOf(assignment, 'candidateGroups');
  const users = attribute(element, 'candidateUsers') ?? textOf(assignment, 'candidateUsers');
  if (assignee !== undefined && STARTER.test(assignee)) return { starter: true };
  const person = assignee ?? users;
  const role = groups !== undefined && isPlain(groups) && !groups.includes(',') ? groups : undefined;
  if (person === undefined && role === undefined) return undefined;
  return present<Performer>({ role, person: person === undefined ? undefined : personFeel(person) });
}

/** What files call whoever started the case. */
const STARTER = /^[=$#]?\{?\s*(?:initiator|starter|applyUserId|INITIATOR|startUserId)\s*\}?$/;

function personFeel(person: string): string {
  if (person.startsWith('=')) return person;
  if (!isPlain(person)) return person;
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
    collection: collection.replace(/^\$\{\s*([\w.]+)\s*\}$/, '$1'),
    element: textOf(zeebe, 'inputElement') ?? attribute(loop, 'elementVariable') ?? 'element',
    results: textOf(zeebe, 'outputCollection'),
    result: textOf(zeebe, 'outputElement'),
  });
}

function readHandler(element: ModdleElement): Handler | undefined {
  const bean = attribute(element, 'delegateExpression')?.replace(/^\$\{\s*(\w+)\s*\}$/, '$1');
  const name =
    attribute(element, 'topic') ?? textOf(extensionElement(element, 'zeebe:taskDefinition'), 'type') ?? bean ?? attribute(element, 'class');
  if (name === undefined) return undefined;
  return present<Handler>({ name, inputs: {}, result: attribute(element, 'resultVariable') ?? attribute(element, 'resultVariableName') });
}

function readRule(element: ModdleElement): FlowExtension['rule'] {
  const zeebe = extensionElement(element, 'zeebe:calledDecision');
  const decision = attribute(element, 'decisionRef') ?? textOf(zeebe, 'decisionId');
  if (decision === undefined) return undefined;
  return { decision, result: attribute(element, 'resultVariable') ?? textOf(zeebe, 'resultVariable') ?? 'result' };
}

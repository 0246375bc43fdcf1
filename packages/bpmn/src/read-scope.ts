/** A process or sub-process: its nodes and sequence flows, in document order. */
import type { FlowNode, FlowNodeKind, FlowScope, SequenceFlow } from '@tongban/model';
import { checkExtension } from './check-extension.ts';
import { raise } from './errors.ts';
import {
  candidatesTooMany,
  foreignCalled,
  foreignExtension,
  foreignScript,
  foreignWork,
  HANDLED,
  saysWhoWorks,
} from './foreign-extension.ts';
import { elementOf, elementsOf, flagOf, kindOf, type ModdleElement, textOf } from './moddle-element.ts';
import { placeOf } from './place.ts';
import { present } from './present.ts';
import { readEvents, refOf } from './read-events.ts';
import { readLoop, standardEach } from './read-loop.ts';
import type { Reading } from './reading.ts';
import { type StandardData, standardData } from './standard-data.ts';
import { toExtension } from './to-extension.ts';

/** Nodes and flows directly in `container`. */
export function readScope(container: ModdleElement, reading: Reading): FlowScope {
  const elements = elementsOf(container, 'flowElements');
  const nodes = elements.filter((element) => isNodeKind(kindOf(element))).map((element) => readNode(element, reading));
  const flows = elements.filter((element) => kindOf(element) === 'sequenceFlow').flatMap((element) => readFlow(element, reading));
  return { nodes, flows };
}

const NODE_KINDS: ReadonlySet<string> = new Set<FlowNodeKind>([
  'startEvent',
  'endEvent',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'boundaryEvent',
  'task',
  'manualTask',
  'userTask',
  'serviceTask',
  'scriptTask',
  'businessRuleTask',
  'sendTask',
  'receiveTask',
  'callActivity',
  'subProcess',
  'adHocSubProcess',
  'transaction',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'complexGateway',
  'eventBasedGateway',
]);

/** Whether `kind` is a node that a token can be at. */
export function isNodeKind(kind: string): kind is FlowNodeKind {
  return NODE_KINDS.has(kind);
}

/** A flow whose ends are both in the file; others are problems. */
function readFlow(element: ModdleElement, reading: Reading): readonly SequenceFlow[] {
  const source = elementOf(element, 'sourceRef');
  const target = elementOf(element, 'targetRef');
  if (source === undefined || target === undefined) {
    reading.looseEnd(element, source === undefined ? 'sourceRef' : 'targetRef');
    return [];
  }
  const ends = { source: reading.idOf(source, kindOf(source)), target: reading.idOf(target, kindOf(target)) };
  return [
    present<SequenceFlow>({
      id: textOf(element, 'id') ?? reading.freeId(`${ends.source}-${ends.target}`),
      name: textOf(element, 'name'),
      ...ends,
      condition: reading.expression(element, elementOf(element, 'conditionExpression'), 'condition'),
    }),
  ];
}

/** Global tasks, with the kind of the task that each is. */
export const GLOBAL_TASKS: ReadonlyMap<string, FlowNodeKind> = new Map<string, FlowNodeKind>([
  ['globalTask', 'task'],
  ['globalManualTask', 'manualTask'],
  ['globalUserTask', 'userTask'],
  ['globalScriptTask', 'scriptTask'],
  ['globalBusinessRuleTask', 'businessRuleTask'],
]);

/** The task that a global task is; its own id belongs to what is called. */
export function readGlobalTask(element: ModdleElement, reading: Reading): FlowNode {
  const node = readNode(element, reading, GLOBAL_TASKS.get(kindOf(element)));
  return { ...node, id: reading.freeId(`${node.id}_task`) };
}

function readNode(element: ModdleElement, reading: Reading, kind: FlowNodeKind = kindOf(element) as FlowNodeKind): FlowNode {
  const id = reading.idOf(element, kind);
  reading.problems.push(...checkExtension(element), ...checkExtension(elementOf(element, 'loopCharacteristics')));
  if (kind === 'userTask') checkCandidates(element, reading);
  const events = kind.endsWith('Event') ? readEvents(element, reading) : [];
  const own = toExtension(element);
  const foreign = foreignExtension(element, kind);
  const forHost = HANDLED.has(kind) && !saysWhoWorks(element) && own.handler === undefined && own.rule === undefined;
  const data = standardData(element, kind, reading, forHost);
  const assigns = foreign.assigns ?? (data.assigns.length === 0 ? undefined : data.assigns);
  return present<FlowNode>({
    id,
    kind,
    name: textOf(element, 'name'),
    documentation:
      elementsOf(element, 'documentation')
        .map((text) => textOf(text, 'text') ?? '')
        .join('\n') || undefined,
    default: textOf(elementOf(element, 'default'), 'id'),
    events: events.length === 0 ? undefined : events,
    ...boundary(element, kind, reading),
    ...subProcess(element, reading),
    interrupting: kind === 'startEvent' ? (flagOf(element, 'isInterrupting') ?? true) : undefined,
    instantiate: flagOf(element, 'instantiate'),
    parallel: flagOf(element, 'parallelMultiple') === true || textOf(element, 'eventGatewayType') === 'Parallel' ? true : undefined,
    loop: readLoop(element, reading),
    ...quantities(element),
    forCompensation: flagOf(element, 'isForCompensation') === true ? true : undefined,
    compensation: compensationOf(element, kind, reading),
    activation: reading.expression(element, elementOf(element, 'activationCondition'), 'activationCondition'),
    adHoc: kind === 'adHocSubProcess' ? readAdHoc(element, reading) : undefined,
    script: kind === 'scriptTask' ? readScript(element) : undefined,
    unhandled: withData(foreignWork(element, kind), data),
    messageRef: kind === 'sendTask' || kind === 'receiveTask' ? refOf(element, 'messageRef') : undefined,
    calledElement: kind === 'callActivity' ? (textOf(element, 'calledElement') ?? foreignCalled(element)) : undefined,
    extension: { ...foreign, ...present({ assigns }), ...standardEach(element), ...own },
  });
}

function withData(foreign: FlowNode['unhandled'], { work }: StandardData): FlowNode['unhandled'] {
  const result = foreign?.result ?? work.result;
  const inputs = { ...work.inputs, ...foreign?.inputs };
  return result === undefined && Object.keys(inputs).length === 0 ? undefined : present({ inputs, result });
}

/** Nothing is left out in silence; where our own extension says who, nothing is left out. */
function checkCandidates(element: ModdleElement, { problems }: Reading): void {
  const candidates = candidatesTooMany(element);
  if (candidates === undefined || toExtension(element).performer !== undefined) return;
  const place = placeOf(element);
  const details = { element: place.elementName ?? place.elementId ?? '', candidates };
  problems.push(raise.problem('BPMN_CANDIDATES_TOO_MANY', { ...place, property: 'performer' }, details, 'warning'));
}

function boundary(element: ModdleElement, kind: FlowNodeKind, reading: Reading): Pick<FlowNode, 'attachedTo' | 'cancelActivity'> {
  const activity = elementOf(element, 'attachedToRef');
  if (kind !== 'boundaryEvent' || activity === undefined) return {};
  return { attachedTo: reading.idOf(activity, kindOf(activity)), cancelActivity: flagOf(element, 'cancelActivity') ?? true };
}

function subProcess(element: ModdleElement, reading: Reading): Pick<FlowNode, 'inner' | 'triggeredByEvent'> {
  if (!SUB_PROCESSES.has(kindOf(element))) return {};
  return { inner: readScope(element, reading), triggeredByEvent: flagOf(element, 'triggeredByEvent') ?? false };
}

function quantities(element: ModdleElement): Pick<FlowNode, 'startQuantity' | 'completionQuantity'> {
  const above = (value: unknown): number | undefined => (typeof value === 'number' && value > 1 ? value : undefined);
  return present({ startQuantity: above(element['startQuantity']), completionQuantity: above(element['completionQuantity']) });
}

/** The activity that an association leads to from a compensation boundary event, whichever way it was drawn. */
function compensationOf(element: ModdleElement, kind: FlowNodeKind, reading: Reading): string | undefined {
  if (kind !== 'boundaryEvent' || !elementsOf(element, 'eventDefinitions').some((one) => kindOf(one) === 'compensateEventDefinition')) {
    return undefined;
  }
  for (let holder = element.$parent; holder !== undefined; holder = holder.$parent) {
    for (const association of elementsOf(holder, 'artifacts')) {
      const [source, target] = [elementOf(association, 'sourceRef'), elementOf(association, 'targetRef')];
      const other = source === element ? target : target === element ? source : undefined;
      if (other !== undefined && isNodeKind(kindOf(other))) return reading.idOf(other, kindOf(other));
    }
  }
  return undefined;
}

function readAdHoc(element: ModdleElement, reading: Reading): NonNullable<FlowNode['adHoc']> {
  return present<NonNullable<FlowNode['adHoc']>>({
    sequential: textOf(element, 'ordering') === 'Sequential',
    completion: reading.expression(element, elementOf(element, 'completionCondition'), 'completionCondition'),
    keepRemaining: flagOf(element, 'cancelRemainingInstances') === false ? true : undefined,
  });
}

const SUB_PROCESSES: ReadonlySet<string> = new Set(['subProcess', 'adHocSubProcess', 'transaction']);

function readScript(element: ModdleElement): NonNullable<FlowNode['script']> {
  const foreign = foreignScript(element);
  const text = textOf(element, 'script') ?? foreign.text ?? '';
  const format = textOf(element, 'scriptFormat') ?? textOf(element, 'scriptLanguage') ?? '';
  return { text, format, ...(foreign.result === undefined ? {} : { result: foreign.result }) };
}

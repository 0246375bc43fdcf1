/** The kinds of elements an approval flow is drawn with: how each is made, shown and called. Exactly what the runtime runs. */
import { elementOf, elementsOf } from './moddle.ts';
import type { DiagramElement, NewShape } from './services.ts';

/** A kind of element; its words are the messages `kind.<name>`. */
export interface Kind {
  readonly name: KindName;
  /** The class of its icon in the font of bpmn-js. */
  readonly icon: string;
  /** What BPMN calls it, for those who know. */
  readonly bpmn: string;
  readonly shape: NewShape;
}

export type KindName =
  | 'startEvent'
  | 'endEvent'
  | 'terminateEnd'
  | 'userTask'
  | 'serviceTask'
  | 'businessRuleTask'
  | 'scriptTask'
  | 'receiveTask'
  | 'exclusiveGateway'
  | 'parallelGateway'
  | 'inclusiveGateway'
  | 'eventBasedGateway'
  | 'messageCatch'
  | 'timerCatch'
  | 'messageBoundary'
  | 'timerBoundary'
  | 'errorBoundary'
  | 'subProcess'
  | 'participant';

const event = (name: KindName, icon: string, bpmn: string, type: string, definition?: string): Kind => ({
  name,
  icon,
  bpmn,
  shape: definition === undefined ? { type } : { type, eventDefinitionType: definition },
});

const node = (name: KindName, icon: string, bpmn: string, type: string): Kind => ({ name, icon, bpmn, shape: { type } });

/** All kinds, by name. */
export const KINDS: Readonly<Record<KindName, Kind>> = {
  startEvent: event('startEvent', 'bpmn-icon-start-event-none', 'Start event', 'bpmn:StartEvent'),
  endEvent: event('endEvent', 'bpmn-icon-end-event-none', 'End event', 'bpmn:EndEvent'),
  terminateEnd: event(
    'terminateEnd',
    'bpmn-icon-end-event-terminate',
    'Terminate end event',
    'bpmn:EndEvent',
    'bpmn:TerminateEventDefinition',
  ),
  userTask: node('userTask', 'bpmn-icon-user-task', 'User task', 'bpmn:UserTask'),
  serviceTask: node('serviceTask', 'bpmn-icon-service-task', 'Service task', 'bpmn:ServiceTask'),
  businessRuleTask: node('businessRuleTask', 'bpmn-icon-business-rule-task', 'Business rule task', 'bpmn:BusinessRuleTask'),
  scriptTask: node('scriptTask', 'bpmn-icon-script-task', 'Script task', 'bpmn:ScriptTask'),
  receiveTask: node('receiveTask', 'bpmn-icon-receive-task', 'Receive task', 'bpmn:ReceiveTask'),
  exclusiveGateway: node('exclusiveGateway', 'bpmn-icon-gateway-xor', 'Exclusive gateway', 'bpmn:ExclusiveGateway'),
  parallelGateway: node('parallelGateway', 'bpmn-icon-gateway-parallel', 'Parallel gateway', 'bpmn:ParallelGateway'),
  inclusiveGateway: node('inclusiveGateway', 'bpmn-icon-gateway-or', 'Inclusive gateway', 'bpmn:InclusiveGateway'),
  eventBasedGateway: node('eventBasedGateway', 'bpmn-icon-gateway-eventbased', 'Event-based gateway', 'bpmn:EventBasedGateway'),
  messageCatch: event(
    'messageCatch',
    'bpmn-icon-intermediate-event-catch-message',
    'Message catch event',
    'bpmn:IntermediateCatchEvent',
    'bpmn:MessageEventDefinition',
  ),
  timerCatch: event(
    'timerCatch',
    'bpmn-icon-intermediate-event-catch-timer',
    'Timer catch event',
    'bpmn:IntermediateCatchEvent',
    'bpmn:TimerEventDefinition',
  ),
  messageBoundary: event(
    'messageBoundary',
    'bpmn-icon-intermediate-event-catch-message',
    'Message boundary event',
    'bpmn:BoundaryEvent',
    'bpmn:MessageEventDefinition',
  ),
  timerBoundary: event(
    'timerBoundary',
    'bpmn-icon-intermediate-event-catch-timer',
    'Timer boundary event',
    'bpmn:BoundaryEvent',
    'bpmn:TimerEventDefinition',
  ),
  errorBoundary: event(
    'errorBoundary',
    'bpmn-icon-intermediate-event-catch-error',
    'Error boundary event',
    'bpmn:BoundaryEvent',
    'bpmn:ErrorEventDefinition',
  ),
  subProcess: {
    name: 'subProcess',
    icon: 'bpmn-icon-subprocess-expanded',
    bpmn: 'Sub-process',
    shape: { type: 'bpmn:SubProcess', isExpanded: true },
  },
  participant: { name: 'participant', icon: 'bpmn-icon-participant', bpmn: 'Pool', shape: { type: 'bpmn:Participant' } },
};

/** The palette, in groups. */
export const PALETTE: readonly (readonly KindName[])[] = [
  ['userTask', 'serviceTask', 'businessRuleTask', 'scriptTask'],
  ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway'],
  ['startEvent', 'messageCatch', 'timerCatch', 'endEvent'],
  ['subProcess', 'participant'],
];

const SWAPS: readonly (readonly KindName[])[] = [
  ['userTask', 'serviceTask', 'businessRuleTask', 'scriptTask', 'receiveTask'],
  ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway'],
  ['messageCatch', 'timerCatch'],
  ['messageBoundary', 'timerBoundary', 'errorBoundary'],
  ['endEvent', 'terminateEnd'],
];

/** What `element` is, or undefined for what the palette does not know. */
export function kindOf(element: DiagramElement): Kind | undefined {
  const definition = elementsOf(element.businessObject, 'eventDefinitions')[0]?.$type;
  return Object.values(KINDS).find(({ shape }) => shape.type === element.type && shape.eventDefinitionType === definition);
}

/** What `element` may become. */
export function replacementsOf(element: DiagramElement): readonly Kind[] {
  const { type } = element;
  const own = kindOf(element)?.name;
  const family = SWAPS.find((kinds) => (own === undefined ? kinds.some((kind) => KINDS[kind].shape.type === type) : kinds.includes(own)));
  if (family !== undefined) return family.map((kind) => KINDS[kind]);
  return type === 'bpmn:Task' ? (SWAPS[0] ?? []).map((kind) => KINDS[kind]) : [];
}

/** Whether `element` is a node of the flow, not a lane, label or line. */
export function isFlowNode(element: DiagramElement): boolean {
  return (
    element.labelTarget === undefined &&
    /^bpmn:(?!SequenceFlow|MessageFlow).*(Task|Event|Gateway|SubProcess|Transaction|CallActivity)$/.test(element.type)
  );
}

/** Whether `element` is one way out of a gateway that chooses. */
export function isBranch(element: DiagramElement): boolean {
  return element.type === 'bpmn:SequenceFlow' && element.source !== undefined && CHOOSING.has(element.source.type);
}

const CHOOSING: ReadonlySet<string> = new Set(['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway']);

/** The name people gave `element`. */
export function nameOf(element: DiagramElement): string {
  const { businessObject } = element;
  const name = businessObject['name'];
  if (typeof name === 'string' && name.trim() !== '') return name;
  const process = element.type === 'bpmn:Participant' ? elementOf(businessObject, 'processRef')?.['name'] : undefined;
  return typeof process === 'string' ? process : '';
}

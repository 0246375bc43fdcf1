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
  | 'participant'
  | 'manualTask'
  | 'sendTask'
  | 'callActivity'
  | 'complexGateway'
  | 'messageStart'
  | 'timerStart'
  | 'signalStart'
  | 'conditionalCatch'
  | 'signalCatch'
  | 'linkCatch'
  | 'messageThrow'
  | 'signalThrow'
  | 'escalationThrow'
  | 'compensateThrow'
  | 'linkThrow'
  | 'signalBoundary'
  | 'conditionalBoundary'
  | 'escalationBoundary'
  | 'compensateBoundary'
  | 'messageEnd'
  | 'signalEnd'
  | 'errorEnd'
  | 'escalationEnd'
  | 'transaction'
  | 'adHocSubProcess'
  | 'dataObject'
  | 'annotation'
  | 'group';

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
  manualTask: node('manualTask', 'bpmn-icon-manual-task', 'Manual task', 'bpmn:ManualTask'),
  sendTask: node('sendTask', 'bpmn-icon-send-task', 'Send task', 'bpmn:SendTask'),
  callActivity: node('callActivity', 'bpmn-icon-call-activity', 'Call activity', 'bpmn:CallActivity'),
  complexGateway: node('complexGateway', 'bpmn-icon-gateway-complex', 'Complex gateway', 'bpmn:ComplexGateway'),
  messageStart: event(
    'messageStart',
    'bpmn-icon-start-event-message',
    'Message start event',
    'bpmn:StartEvent',
    'bpmn:MessageEventDefinition',
  ),
  timerStart: event('timerStart', 'bpmn-icon-start-event-timer', 'Timer start event', 'bpmn:StartEvent', 'bpmn:TimerEventDefinition'),
  signalStart: event('signalStart', 'bpmn-icon-start-event-signal', 'Signal start event', 'bpmn:StartEvent', 'bpmn:SignalEventDefinition'),
  conditionalCatch: event(
    'conditionalCatch',
    'bpmn-icon-intermediate-event-catch-condition',
    'Conditional catch event',
    'bpmn:IntermediateCatchEvent',
    'bpmn:ConditionalEventDefinition',
  ),
  signalCatch: event(
    'signalCatch',
    'bpmn-icon-intermediate-event-catch-signal',
    'Signal catch event',
    'bpmn:IntermediateCatchEvent',
    'bpmn:SignalEventDefinition',
  ),
  linkCatch: event(
    'linkCatch',
    'bpmn-icon-intermediate-event-catch-link',
    'Link catch event',
    'bpmn:IntermediateCatchEvent',
    'bpmn:LinkEventDefinition',
  ),
  messageThrow: event(
    'messageThrow',
    'bpmn-icon-intermediate-event-throw-message',
    'Message throw event',
    'bpmn:IntermediateThrowEvent',
    'bpmn:MessageEventDefinition',
  ),
  signalThrow: event(
    'signalThrow',
    'bpmn-icon-intermediate-event-throw-signal',
    'Signal throw event',
    'bpmn:IntermediateThrowEvent',
    'bpmn:SignalEventDefinition',
  ),
  escalationThrow: event(
    'escalationThrow',
    'bpmn-icon-intermediate-event-throw-escalation',
    'Escalation throw event',
    'bpmn:IntermediateThrowEvent',
    'bpmn:EscalationEventDefinition',
  ),
  compensateThrow: event(
    'compensateThrow',
    'bpmn-icon-intermediate-event-throw-compensation',
    'Compensation throw event',
    'bpmn:IntermediateThrowEvent',
    'bpmn:CompensateEventDefinition',
  ),
  linkThrow: event(
    'linkThrow',
    'bpmn-icon-intermediate-event-throw-link',
    'Link throw event',
    'bpmn:IntermediateThrowEvent',
    'bpmn:LinkEventDefinition',
  ),
  signalBoundary: event(
    'signalBoundary',
    'bpmn-icon-intermediate-event-catch-signal',
    'Signal boundary event',
    'bpmn:BoundaryEvent',
    'bpmn:SignalEventDefinition',
  ),
  conditionalBoundary: event(
    'conditionalBoundary',
    'bpmn-icon-intermediate-event-catch-condition',
    'Conditional boundary event',
    'bpmn:BoundaryEvent',
    'bpmn:ConditionalEventDefinition',
  ),
  escalationBoundary: event(
    'escalationBoundary',
    'bpmn-icon-intermediate-event-catch-escalation',
    'Escalation boundary event',
    'bpmn:BoundaryEvent',
    'bpmn:EscalationEventDefinition',
  ),
  compensateBoundary: event(
    'compensateBoundary',
    'bpmn-icon-intermediate-event-catch-compensation',
    'Compensation boundary event',
    'bpmn:BoundaryEvent',
    'bpmn:CompensateEventDefinition',
  ),
  messageEnd: event('messageEnd', 'bpmn-icon-end-event-message', 'Message end event', 'bpmn:EndEvent', 'bpmn:MessageEventDefinition'),
  signalEnd: event('signalEnd', 'bpmn-icon-end-event-signal', 'Signal end event', 'bpmn:EndEvent', 'bpmn:SignalEventDefinition'),
  errorEnd: event('errorEnd', 'bpmn-icon-end-event-error', 'Error end event', 'bpmn:EndEvent', 'bpmn:ErrorEventDefinition'),
  escalationEnd: event(
    'escalationEnd',
    'bpmn-icon-end-event-escalation',
    'Escalation end event',
    'bpmn:EndEvent',
    'bpmn:EscalationEventDefinition',
  ),
  transaction: {
    name: 'transaction',
    icon: 'bpmn-icon-transaction',
    bpmn: 'Transaction',
    shape: { type: 'bpmn:Transaction', isExpanded: true },
  },
  adHocSubProcess: {
    name: 'adHocSubProcess',
    icon: 'bpmn-icon-ad-hoc-marker',
    bpmn: 'Ad-hoc sub-process',
    shape: { type: 'bpmn:AdHocSubProcess', isExpanded: true },
  },
  dataObject: node('dataObject', 'bpmn-icon-data-object', 'Data object', 'bpmn:DataObjectReference'),
  annotation: node('annotation', 'bpmn-icon-text-annotation', 'Text annotation', 'bpmn:TextAnnotation'),
  group: node('group', 'bpmn-icon-group', 'Group', 'bpmn:Group'),
};

/** What stands in the palette beside the steps of approval, in groups. */
export const PALETTE: readonly (readonly KindName[])[] = [
  ['userTask', 'serviceTask', 'businessRuleTask', 'scriptTask'],
  ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway'],
  ['startEvent', 'endEvent', 'subProcess', 'participant'],
];

/** What the switch for all of BPMN adds. */
export const ALL_OF_BPMN: readonly (readonly KindName[])[] = [
  ['manualTask', 'receiveTask', 'sendTask', 'callActivity', 'complexGateway'],
  ['messageStart', 'timerStart', 'signalStart'],
  ['messageCatch', 'timerCatch', 'conditionalCatch', 'signalCatch', 'linkCatch'],
  ['messageThrow', 'signalThrow', 'escalationThrow', 'compensateThrow', 'linkThrow'],
  ['terminateEnd', 'messageEnd', 'signalEnd', 'errorEnd', 'escalationEnd'],
  [
    'messageBoundary',
    'timerBoundary',
    'errorBoundary',
    'signalBoundary',
    'conditionalBoundary',
    'escalationBoundary',
    'compensateBoundary',
  ],
  ['transaction', 'adHocSubProcess', 'dataObject', 'annotation', 'group'],
];

const SWAPS: readonly (readonly KindName[])[] = [
  ['userTask', 'serviceTask', 'businessRuleTask', 'scriptTask', 'receiveTask', 'manualTask', 'sendTask', 'callActivity'],
  ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway', 'complexGateway'],
  ['messageCatch', 'timerCatch', 'conditionalCatch', 'signalCatch', 'linkCatch'],
  ['messageThrow', 'signalThrow', 'escalationThrow', 'compensateThrow', 'linkThrow'],
  [
    'messageBoundary',
    'timerBoundary',
    'errorBoundary',
    'signalBoundary',
    'conditionalBoundary',
    'escalationBoundary',
    'compensateBoundary',
  ],
  ['endEvent', 'terminateEnd', 'messageEnd', 'signalEnd', 'errorEnd', 'escalationEnd'],
  ['startEvent', 'messageStart', 'timerStart', 'signalStart'],
];

/** The kinds that are offered without the switch for all of BPMN. */
const USUAL: ReadonlySet<KindName> = new Set([
  ...PALETTE.flat(),
  ...([
    'userTask',
    'receiveTask',
    'messageCatch',
    'timerCatch',
    'messageBoundary',
    'timerBoundary',
    'errorBoundary',
    'terminateEnd',
  ] as const),
]);

/** What `element` is, or undefined for what the palette does not know. */
export function kindOf(element: DiagramElement): Kind | undefined {
  const definition = elementsOf(element.businessObject, 'eventDefinitions')[0]?.$type;
  return Object.values(KINDS).find(({ shape }) => shape.type === element.type && shape.eventDefinitionType === definition);
}

/** What `element` may become: what is usual here, or with `all` everything that BPMN has. Its own kind is always among them. */
export function replacementsOf(element: DiagramElement, all: boolean): readonly Kind[] {
  const { type } = element;
  const own = kindOf(element)?.name;
  const byType = (kinds: readonly KindName[]): boolean => kinds.some((kind) => KINDS[kind].shape.type === type);
  const family = SWAPS.find((kinds) => (own === undefined ? byType(kinds) : kinds.includes(own))) ?? (type === 'bpmn:Task' ? SWAPS[0] : []);
  return (family ?? []).filter((kind) => all || kind === own || USUAL.has(kind)).map((kind) => KINDS[kind]);
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

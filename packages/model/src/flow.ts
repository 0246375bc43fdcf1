/** BPMN 2.0 as plain data: what `bpmn` reads from XML and `compile` turns into a program. Ids are those of the XML. */
import type { FlowExtension } from './flow-extension.ts';
import type { FlowPicture } from './flow-picture.ts';

/** A whole BPMN file. */
export interface Flow {
  readonly processes: readonly FlowProcess[];
  readonly messages: readonly { readonly id: string; readonly name: string }[];
  readonly signals: readonly { readonly id: string; readonly name: string }[];
  readonly errors: readonly { readonly id: string; readonly name?: string; readonly code?: string }[];
  readonly escalations: readonly { readonly id: string; readonly name?: string; readonly code?: string }[];
  /** Between pools: what sends and what waits, by id; a pool itself can be either. */
  readonly messageFlows?: readonly { readonly source: string; readonly target: string }[];
  readonly picture: FlowPicture;
}

/** A process (BPMN 2.0.2 clause 10). */
export interface FlowProcess extends FlowScope {
  readonly id: string;
  readonly name?: string;
  readonly executable: boolean;
  /** A global task: it is only called, and its one node is the task. */
  readonly global?: true;
  readonly lanes: readonly FlowLane[];
}

/** A lane; nested lanes are flattened, the innermost wins. */
export interface FlowLane {
  readonly id: string;
  readonly name?: string;
  readonly nodes: readonly string[];
}

/** Nodes and flows of a process or sub-process. */
export interface FlowScope {
  readonly nodes: readonly FlowNode[];
  readonly flows: readonly SequenceFlow[];
}

/** A sequence flow. */
export interface SequenceFlow {
  readonly id: string;
  readonly name?: string;
  readonly source: string;
  readonly target: string;
  /** Condition text; a FEEL expression. */
  readonly condition?: string;
}

/** The element kinds of BPMN that stand in a flow. */
export type FlowNodeKind =
  | 'startEvent'
  | 'endEvent'
  | 'intermediateCatchEvent'
  | 'intermediateThrowEvent'
  | 'boundaryEvent'
  | 'task'
  | 'manualTask'
  | 'userTask'
  | 'serviceTask'
  | 'scriptTask'
  | 'businessRuleTask'
  | 'sendTask'
  | 'receiveTask'
  | 'callActivity'
  | 'subProcess'
  | 'adHocSubProcess'
  | 'transaction'
  | 'exclusiveGateway'
  | 'parallelGateway'
  | 'inclusiveGateway'
  | 'complexGateway'
  | 'eventBasedGateway';

/** What an event waits for or throws. */
export type EventDefinition =
  | { readonly kind: 'message'; readonly ref?: string }
  | { readonly kind: 'signal'; readonly ref?: string }
  | { readonly kind: 'error'; readonly ref?: string }
  | { readonly kind: 'escalation'; readonly ref?: string }
  | { readonly kind: 'timer'; readonly timer: 'date' | 'duration' | 'cycle'; readonly text: string }
  | { readonly kind: 'timer'; readonly timer: 'limit' }
  | { readonly kind: 'conditional'; readonly text: string }
  | { readonly kind: 'link'; readonly name: string }
  /** `ref`: id of the activity; without it, all of the scope. `wait: false`: the flow goes on meanwhile. */
  | { readonly kind: 'compensate'; readonly ref?: string; readonly wait?: false }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'terminate' };

/** Loop characteristics of an activity. */
export type FlowLoop =
  | {
      readonly kind: 'multiInstance';
      readonly sequential: boolean;
      readonly cardinality?: string;
      readonly completion?: string;
      readonly throws?: readonly FlowLoopThrow[];
    }
  | { readonly kind: 'standard'; readonly testBefore: boolean; readonly condition?: string; readonly maximum?: number };

/** An event that a multi-instance activity throws as its instances end: at the first, at each, or where a condition holds (`behavior`). */
export interface FlowLoopThrow {
  readonly when: 'first' | 'each' | 'condition';
  readonly condition?: string;
  /** Absent when the file names none. */
  readonly event?: EventDefinition;
}

/** How the activities of an ad-hoc sub-process may be done: one at a time or together, until the condition holds. */
export interface FlowAdHoc {
  readonly sequential: boolean;
  readonly completion?: string;
  /** What still runs when the condition holds is waited for, not cancelled. */
  readonly keepRemaining?: true;
}

/** A node of a flow. */
export interface FlowNode {
  readonly id: string;
  readonly kind: FlowNodeKind;
  readonly name?: string;
  readonly documentation?: string;
  /** Id of the default sequence flow. */
  readonly default?: string;
  readonly events?: readonly EventDefinition[];
  /** Boundary events: the activity, and whether it is cancelled. */
  readonly attachedTo?: string;
  readonly cancelActivity?: boolean;
  /** Event sub-processes and their start events. */
  readonly triggeredByEvent?: boolean;
  readonly interrupting?: boolean;
  /** Event-based gateways and receive tasks that start a process. */
  readonly instantiate?: boolean;
  /** Events with several definitions, and event-based gateways that start a process: all must come, not just one. */
  readonly parallel?: true;
  readonly loop?: FlowLoop;
  /** Activities: how many tokens begin it, and how many leave it; 1 when absent. */
  readonly startQuantity?: number;
  readonly completionQuantity?: number;
  /** Activities: stands outside the flow and undoes another one. */
  readonly forCompensation?: true;
  /** Compensation boundary events: id of the activity that undoes. */
  readonly compensation?: string;
  /** Complex gateways: when it is activated; FEEL. */
  readonly activation?: string;
  readonly adHoc?: FlowAdHoc;
  /** Script text of a script task (FEEL), and the variable for its value. */
  readonly script?: { readonly text: string; readonly format: string; readonly result?: string };
  /** Of a task that names no handler: what it would be handed, in FEEL by name, and the variable for its answer. */
  readonly unhandled?: { readonly inputs: Readonly<Record<string, string>>; readonly result?: string };
  /** Message of a send or receive task. */
  readonly messageRef?: string;
  /** Call activities: id of the process or global task. */
  readonly calledElement?: string;
  /** Inner nodes of a sub-process. */
  readonly inner?: FlowScope;
  readonly extension: FlowExtension;
}

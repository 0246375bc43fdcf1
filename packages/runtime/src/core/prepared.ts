/** A release made ready to run: links in place of indexes, closures in place of expressions. Made once, shared by all its cases. */
import type { PreparedExpression } from '@tongban/feel';
import type { CalendarData, JsonObject, Limit, Outcome, ProgramEvent, ProgramNode, ProgramVote } from '@tongban/model';
import type { DecisionMaker } from './decision-maker.ts';
import type { EntryTexts } from './entry-texts.ts';
import type { NodeKind } from './node-kind.ts';
import type { Parts } from './parts/parts.ts';
import type { ListsOn } from './reference-lists.ts';
import type { TaskPerformer, Token } from './state.ts';

/** A release ready to run. */
export interface PreparedRelease {
  readonly releaseId: string;
  readonly nodes: readonly PreparedNode[];
  readonly flows: readonly PreparedFlow[];
  readonly byId: ReadonlyMap<string, PreparedNode>;
  /** The process that is started by default. */
  readonly process: PreparedNode;
  readonly calendar: CalendarData;
  readonly limits: Readonly<Record<string, Limit>>;
  /** Form keys, by which FEEL reads a form's values. */
  readonly formKeys: ReadonlySet<string>;
  /** What every case reads alike: `parameters`, `items`, `departments`. */
  readonly globals: JsonObject;
  /** Reference lists; a case reads those rows that held on the day it started. */
  readonly listsOn?: ListsOn;
  /** What the step is made of for it. */
  readonly parts: Parts;
  readonly decisions: DecisionMaker | undefined;
  readonly title?: PreparedExpression | undefined;
  readonly key?: PreparedExpression | undefined;
  /** Names that title and key read, and all whose change is heeded: these, those that conditional events read, and the keys of forms. */
  readonly headReads: ReadonlySet<string>;
  readonly heeded: ReadonlySet<string>;
  /** Whether some event waits for a condition. */
  readonly asksConditions: boolean;
  /** Whether some gateway joins by looking at its whole scope. */
  readonly joinsByReach: boolean;
  /** Whether something in it can be undone: only then is it kept what was completed. */
  readonly compensates: boolean;
  /** Most nodes entered or left in one step. */
  readonly stepLimit: number;
  /** The texts of entry counts that its cases share. */
  readonly entryTexts: EntryTexts;
}

/** A node ready to run. */
export interface PreparedNode {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** By id: tokens that stood here in the process itself and were nothing else. The same in every case, they are made once. */
  readonly usualTokens: (Token | undefined)[];
  readonly spec: ProgramNode;
  readonly kind: NodeKind;
  /** Indexes of flows. */
  readonly incoming: readonly number[];
  readonly outgoing: readonly PreparedFlow[];
  readonly default: PreparedFlow | undefined;
  /** No outgoing flow has a condition, and there is no default. */
  readonly unconditional: boolean;
  /** An activity without loop, clocks, boundary events and assigns at its start. */
  readonly plain: boolean;
  /** Leaving it is nothing but taking its outgoing flows, once each. */
  readonly leavesPlainly: boolean;
  /** The start event with which what is inside it begins. */
  readonly start: number | undefined;
  /** What an event waits for or throws: the first of its definitions, and all of them. */
  readonly trigger: PreparedTrigger | undefined;
  readonly triggers: readonly PreparedTrigger[];
  readonly loop: PreparedLoop | undefined;
  /** How many tokens begin it, and how many leave it. */
  readonly startQuantity: number;
  readonly completionQuantity: number;
  /** Complex gateways: when it is activated. */
  readonly activation: PreparedExpression | undefined;
  readonly adHoc: PreparedAdHoc | undefined;
  /** An activity directly in an ad-hoc sub-process. */
  readonly inAdHoc: boolean;
  /** What undoes it once it is done. */
  readonly compensation: PreparedCompensation | undefined;
  readonly assignsAtStart: readonly PreparedAssign[];
  readonly assignsAtEnd: readonly PreparedAssign[];
  /** Call activities: into what is called, and out of it. */
  readonly assignsIn: readonly PreparedAssign[];
  readonly assignsOut: readonly PreparedAssign[];
  readonly performer: PreparedPerformer;
  /** The performer is whoever started the case. */
  readonly forStarter: boolean;
  readonly outcomes: { readonly result: string; readonly choices: readonly Outcome[] } | undefined;
  readonly handler: PreparedHandler | undefined;
  readonly script: { readonly expression: PreparedExpression; readonly result: string | undefined } | undefined;
}

/** An ad-hoc sub-process ready to run. */
export interface PreparedAdHoc {
  readonly sequential: boolean;
  readonly completion: PreparedExpression | undefined;
  readonly keepRemaining: boolean;
  /** Who may begin what is no user task. */
  readonly performer: PreparedPerformer | undefined;
}

/** What undoes an activity. Neither: a sub-process whose parts are undone one by one. */
export interface PreparedCompensation {
  /** Index of the activity that its boundary event names. */
  readonly handler: number | undefined;
  /** Index of the event sub-process inside it. */
  readonly eventSubProcess: number | undefined;
}

/** A sequence flow ready to run. */
export interface PreparedFlow {
  readonly index: number;
  readonly id: string;
  readonly name: string | undefined;
  readonly source: number;
  readonly target: number;
  readonly condition: PreparedExpression | undefined;
}

/** What an event waits for or throws. */
export interface PreparedTrigger {
  readonly event: ProgramEvent;
  /** Timers: the value. Messages: the correlation. Conditions: the condition. */
  readonly expression: PreparedExpression | undefined;
  /** Messages that people record. */
  readonly performer: PreparedPerformer | undefined;
}

/** A loop ready to run. */
export interface PreparedLoop {
  readonly kind: 'parallel' | 'sequential' | 'standard';
  readonly collection: PreparedExpression | undefined;
  readonly cardinality: PreparedExpression | undefined;
  readonly element: string | undefined;
  readonly results: string | undefined;
  readonly result: PreparedExpression | undefined;
  readonly completion: PreparedExpression | undefined;
  readonly vote: PreparedVote | undefined;
  readonly throws: readonly PreparedLoopThrow[];
  /** Standard loops: goes on while this holds. */
  readonly condition: PreparedExpression | undefined;
  readonly testBefore: boolean;
  readonly maximum: number;
}

/** A vote ready to run. */
export interface PreparedVote extends Omit<ProgramVote, 'weight' | 'choice'> {
  readonly weight: PreparedExpression | undefined;
  readonly choice: PreparedExpression | undefined;
}

/** An event thrown as instances end. */
export interface PreparedLoopThrow {
  readonly when: 'first' | 'each' | 'condition';
  readonly condition: PreparedExpression | undefined;
  readonly event: ProgramEvent;
}

/** An assignment. */
export interface PreparedAssign {
  readonly variable: string;
  readonly value: PreparedExpression;
}

/** A handler with its inputs. */
export interface PreparedHandler {
  readonly name: string;
  readonly inputs: readonly { readonly name: string; readonly value: PreparedExpression }[];
  readonly result: string | undefined;
}

/** Who may do a task: fixed in the flow, or found for each case. */
export interface PreparedPerformer {
  readonly fixed: TaskPerformer | undefined;
  readonly starter: boolean;
  /** Nothing but that they started the case is asked. */
  readonly onlyStarter: boolean;
  readonly role: string | undefined;
  readonly department: string | PreparedExpression | undefined;
  readonly person: PreparedExpression | undefined;
}

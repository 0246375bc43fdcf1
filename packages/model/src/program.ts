/**
 * The compiled flow: flat lists, FEEL already parsed, everything referred to by index. Made by `compile`, run by `runtime`.
 * Node 0 is the process that is started by default; a scope (process, sub-process) stands before the nodes in it.
 */
import type { FeelExpression } from './feel-tree.ts';
import type { FlowNodeKind } from './flow.ts';
import type { Assign, CallRule, EndingKind, Operation, Outcome, TaskExpiry, TaskPolicy, Vote } from './flow-extension.ts';
import type { FieldAccess } from './form.ts';

/** A compiled BPMN file. */
export interface Program {
  readonly formatVersion: 1;
  readonly nodes: readonly ProgramNode[];
  readonly flows: readonly ProgramFlow[];
  /** Indexes of the processes among the nodes, those that are only called behind the others; the first is started by default. */
  readonly processes: readonly number[];
}

/** A sequence flow. */
export interface ProgramFlow {
  readonly id: string;
  readonly name?: string;
  readonly source: number;
  readonly target: number;
  readonly condition?: FeelExpression;
}

/** A node: process, sub-process, activity, event or gateway. */
export interface ProgramNode {
  readonly id: string;
  readonly name?: string;
  readonly kind: FlowNodeKind | 'process';
  /** Index of the scope that holds it; -1 for a process. */
  readonly scope: number;
  /** Indexes of flows, in document order. */
  readonly incoming: readonly number[];
  readonly outgoing: readonly number[];
  /** Index of the default flow. */
  readonly default?: number;
  /** Id and name of the innermost lane. */
  readonly lane?: { readonly id: string; readonly name?: string };
  /** Scopes: the nodes directly in it, and its start events (without event sub-process starts). */
  readonly inner?: readonly number[];
  readonly starts?: readonly number[];
  /** Scopes: event sub-processes in it. */
  readonly eventSubProcesses?: readonly number[];
  /** Activities: attached boundary events. */
  readonly boundary?: readonly number[];
  /** Boundary events: the activity, and whether it is cancelled. */
  readonly attachedTo?: number;
  readonly interrupting?: boolean;
  readonly triggeredByEvent?: boolean;
  readonly events?: readonly ProgramEvent[];
  /** Events that wait for several things, and event-based gateways that start a process: all must come, not just one. */
  readonly parallel?: true;
  /** Receive tasks and event-based gateways that start a process. */
  readonly instantiate?: true;
  readonly loop?: ProgramLoop;
  /** Activities: how many tokens begin it, and how many leave it; 1 when absent. */
  readonly startQuantity?: number;
  readonly completionQuantity?: number;
  /** Activities: stands outside the flow and undoes another one. */
  readonly forCompensation?: true;
  /** Compensation boundary events: index of the activity that undoes. */
  readonly compensation?: number;
  /** Complex gateways: when it is activated. */
  readonly activation?: FeelExpression;
  readonly adHoc?: ProgramAdHoc;
  readonly task?: ProgramTask;
  readonly handler?: { readonly name: string; readonly inputs: Readonly<Record<string, FeelExpression>>; readonly result?: string };
  readonly rule?: { readonly decision: string; readonly result: string };
  readonly script?: { readonly expression: FeelExpression; readonly result?: string };
  readonly assigns?: readonly ProgramAssign[];
  /** Call activities: index of the process that is called, and whether all variables go in and come back. */
  readonly called?: number;
  readonly call?: CallRule;
  /** Ids of limits whose clock runs while it is open. */
  readonly clocks?: readonly string[];
  /** While it is open, clocks of limits that list this reason stand still. */
  readonly pauses?: string;
  readonly ending?: EndingKind;
  /** Start events: roles that may start, or an expression giving them. */
  readonly startRoles?: readonly string[] | FeelExpression;
}

/** An {@link Assign} with its value parsed. */
export interface ProgramAssign {
  readonly variable: string;
  readonly value: FeelExpression;
  readonly at: Assign['at'];
}

/** An event definition with its expressions parsed. */
export type ProgramEvent =
  | { readonly kind: 'message'; readonly name: string; readonly arrival?: ProgramArrival }
  | { readonly kind: 'signal'; readonly name: string }
  | { readonly kind: 'error'; readonly code?: string }
  | { readonly kind: 'escalation'; readonly code?: string }
  | { readonly kind: 'timer'; readonly timer: 'date' | 'duration' | 'cycle'; readonly value: FeelExpression }
  | { readonly kind: 'timer'; readonly timer: 'limit'; readonly limit: string }
  | { readonly kind: 'conditional'; readonly condition: FeelExpression }
  | { readonly kind: 'link'; readonly name: string }
  | { readonly kind: 'compensate'; readonly node?: number; readonly wait?: false }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'terminate' };

/** Who may record a message's arrival, with which forms. */
export interface ProgramArrival {
  readonly correlation: FeelExpression;
  readonly label?: string;
  readonly performer: ProgramPerformer;
  readonly filings: readonly ProgramFiling[];
}

/** A loop with its expressions parsed. */
export type ProgramLoop =
  | {
      readonly kind: 'multiInstance';
      readonly sequential: boolean;
      readonly cardinality?: FeelExpression;
      readonly collection?: FeelExpression;
      readonly element?: string;
      readonly results?: string;
      readonly result?: FeelExpression;
      readonly completion?: FeelExpression;
      readonly vote?: ProgramVote;
      readonly throws?: readonly ProgramLoopThrow[];
    }
  | { readonly kind: 'standard'; readonly testBefore: boolean; readonly condition?: FeelExpression; readonly maximum?: number };

/** A {@link Vote} with its expressions and parts parsed. */
export interface ProgramVote extends Omit<Vote, 'needed' | 'quorum' | 'weight' | 'choice'> {
  readonly needed?: VotePart;
  readonly quorum?: VotePart;
  readonly weight?: FeelExpression;
  readonly choice?: FeelExpression;
}

/** `[2, 3]` is two thirds of the votes; `[5, 0]` is five votes. */
export type VotePart = readonly [amount: number, of: number];

/** An event that a multi-instance activity throws as its instances end. */
export interface ProgramLoopThrow {
  readonly when: 'first' | 'each' | 'condition';
  readonly condition?: FeelExpression;
  readonly event: ProgramEvent;
}

/** How the activities of an ad-hoc sub-process may be done. */
export interface ProgramAdHoc {
  readonly sequential: boolean;
  readonly completion?: FeelExpression;
  readonly keepRemaining?: true;
  /** Who may begin what is no user task. */
  readonly performer?: ProgramPerformer;
}

/** What people meet at a user task. */
export interface ProgramTask {
  readonly performer: ProgramPerformer;
  readonly policy?: TaskPolicy;
  readonly expiry?: TaskExpiry;
  readonly filings: readonly ProgramFiling[];
  readonly outcomes?: { readonly result: string; readonly choices: readonly Outcome[] };
  readonly operations: readonly ProgramOperation[];
}

/** An operation with the expressions of whom it may go to parsed. */
export type ProgramOperation = Omit<Operation, 'to'> & { readonly to?: ProgramPerformer };

/** A performer with its expressions parsed. */
export interface ProgramPerformer {
  readonly starter?: boolean;
  readonly role?: string;
  readonly department?: string | FeelExpression;
  readonly person?: FeelExpression;
}

/** A form in a task. */
export interface ProgramFiling {
  readonly form: string;
  readonly access: FieldAccess;
  readonly fields?: Readonly<Record<string, FieldAccess>>;
}

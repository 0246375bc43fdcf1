/**
 * Parts of the step. What every release needs is the core; the rest is loaded when a release has it: kinds of nodes, commands, and the
 * abilities that the core asks for by name. The core imports no part; a part may import what it needs, the core and other parts.
 */
import type { DecisionModel, Program, ProgramEvent, ProgramNode } from '@tongban/model';
import type { FireTimerCommand } from '../command.ts';
import type { AnyCommandKind } from '../commands/command-kind.ts';
import type { DecisionMaker } from '../decision-maker.ts';
import type { NodeKind } from '../node-kind.ts';
import type { PreparedAdHoc, PreparedCompensation, PreparedLoop, PreparedNode, PreparedRelease, PreparedTrigger } from '../prepared.ts';
import type { Run } from '../run.ts';
import type { AskedFor, ScopeInstance, SubscriptionState, TimerState, Token } from '../state.ts';
import type { Catcher } from '../throw-event.ts';

/**
 * `decisions`: business rule tasks. `time`: timers, clocks of limits, pauses. `loops`: standard loops, multi-instance, votes. `joins`: inclusive
 * and complex gateways, token quantities. `events`: errors that are caught, signals, escalations, conditions, intermediate throw events, event-based
 * gateways, events that need all of several, cases begun by an event. `scopes`: call activities
 * and ad-hoc sub-processes. `compensation`: compensation and transactions. `operations`: what people and administrators do with a case
 * besides completing a task.
 */
export type PartName = keyof Abilities;

/** One part: what it brings. */
export interface Part {
  readonly nodes?: readonly NodeKind[];
  readonly commands?: readonly AnyCommandKind[];
}

/** A part with what the core asks of it. */
export interface AblePart<Name extends PartName> extends Part {
  readonly name: Name;
  readonly ability: Abilities[Name];
}

/** What the core asks of each part. */
export interface Abilities {
  readonly decisions: {
    prepare(models: Readonly<Record<string, DecisionModel>>): DecisionMaker;
  };
  readonly time: {
    startClocks(run: Run, limitIds: readonly string[], owner: number, node: number): void;
    pauseClocks(run: Run, reason: string): void;
    resumeClocks(run: Run, reason: string): void;
    beginHold(run: Run, reason: string, owner: number): void;
    /** Sets the timers of pauses that end by themselves, as a suspended case goes on. */
    setPlans(run: Run): void;
    /** Stops the clocks and ends the holds of those that are gone. */
    letGo(run: Run, isOwner: (id: number) => boolean): void;
    armTimer(run: Run, node: PreparedNode, trigger: PreparedTrigger, place: ArmedPlace, scope: number): void;
    /** Sets the timer of a limit. */
    armLimit(run: Run, limitId: string, place: ArmedPlace): void;
  };
  readonly loops: {
    prepare(node: ProgramNode): PreparedLoop | undefined;
    begin(run: Run, node: PreparedNode, token: Token): void;
    finishInstance(run: Run, node: PreparedNode, instance: ScopeInstance): void;
  };
  readonly joins: {
    /** Fires a gateway that need not wait any longer; whether one did. */
    fireReady(run: Run): boolean;
    /** A token came to an activity that several begin together. */
    gather(run: Run, node: PreparedNode, scope: number, flow: number): void;
  };
  readonly events: {
    /** Throws a signal or an escalation. */
    throwOne(run: Run, node: PreparedNode, scope: number, trigger: PreparedTrigger): boolean;
    /** Who catches an error or escalation. */
    findCatcher(run: Run, kind: 'error' | 'escalation', code: string | undefined, scope: number, token?: Token): Catcher | undefined;
    /** Whether cases may begin at a node that is no start event, and beginning them by an event. */
    beginsCases(prepared: PreparedRelease, node: PreparedNode): boolean;
    beginAt(run: Run, node: PreparedNode, which: number): void;
    /** Triggers what waited for a condition that holds now; whether anything did. */
    fireConditions(run: Run): boolean;
    /** One of several things came that an event needs all of; whether it is triggered. */
    cameOfAll(run: Run, node: PreparedNode, armed: TimerState | SubscriptionState): boolean;
    /** Waits for all of them again; whether that could be done. */
    setAgain(run: Run, node: PreparedNode, owner: number): boolean;
  };
  readonly scopes: {
    prepareAdHoc(node: ProgramNode): PreparedAdHoc | undefined;
    doneInAdHoc(run: Run, scope: number): void;
    /** A called process is over, and its call goes on. */
    goBack(run: Run, scope: number): void;
  };
  readonly compensation: {
    prepare(program: Program): ReadonlyMap<number, PreparedCompensation>;
    noteCompleted(run: Run, token: Token, inner: ScopeInstance | undefined): void;
    handOnCompleted(run: Run, scope: number): void;
    isBeingUndone(run: Run, scope: ScopeInstance): boolean;
    /** Throws compensation, or cancels the transaction around, as an event of the node says. */
    throwEvent(run: Run, node: PreparedNode, scope: number, event: ProgramEvent): void;
    undoNextOrGoOn(run: Run, node: PreparedNode, token: Token): void;
  };
  readonly operations: {
    /** What was asked of a person at somebody else's task is answered. */
    answer(run: Run, token: Token, asked: AskedFor, outcome: string | undefined, comment: string | undefined): void;
    beginAfter(run: Run, host: Token): void;
    /** Nothing asked stands before this task any more. */
    releaseHeld(run: Run, task: number): void;
    /** The case is back with its starter, or no longer. */
    beginCorrection(run: Run, task: number): void;
    endCorrection(run: Run, token: number): void;
    /** The limit of the tasks of a timer is over. */
    expire(run: Run, timer: TimerState, command: FireTimerCommand): void;
  };
}

/** Whose an armed event is, and which it is. */
export type ArmedPlace = Pick<TimerState, 'owner' | 'node' | 'which'>;

/**
 * The state of one case: all that `step` needs to go on, and nothing else. Plain JSON, immutable, shared in structure from step to step.
 * Small on purpose: nodes are indexes into the release's program, lists that are empty are left out, form values are whole immutable
 * objects (a step replaces only those it changes, so a shell may write only what changed).
 */
import type { ActedFor, Clock, EndingKind, Finding, FormVersion, Json, JsonObject, PauseTerm } from '@tongban/model';

/** Who acts, as states and events remember it. */
export interface CaseActor {
  readonly id: string;
  readonly name: string;
  /** Department id. */
  readonly department?: string | undefined;
  /** Of a starter: id of the superior when the case started. */
  readonly superior?: string | undefined;
  /** The person or enterprise acted for (代办, 代理). */
  readonly onBehalfOf?: ActedFor | undefined;
}

/** One case. Every id in it is a number counted inside the case; id 0 is the process instance itself. */
export interface CaseState {
  readonly formatVersion: 1;
  readonly caseId: string;
  readonly tenant: string;
  readonly releaseId: string;
  /** Index of the process among the program's nodes. */
  readonly process: number;
  readonly starter: CaseActor;
  /** Id of who started or entered it, when that is not the starter. */
  readonly openedBy?: string | undefined;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** How the case names itself (`release.caseTitle`), and its business key (`release.caseKey`), as of the last change of what they read. */
  readonly title?: string | undefined;
  readonly key?: string | undefined;
  /** Round of filing, from 1; grows when the case is returned to its starter's task. */
  readonly round: number;
  /** Number of the last event. */
  readonly seq: number;
  /** The last id given. */
  readonly lastId: number;
  /** Variables of the process instance. */
  readonly variables: JsonObject;
  /** Form values by form key. */
  readonly data: CaseData;
  /** Where the case stands, in order of ids. */
  readonly tokens: readonly Token[];
  /** How often each node was entered; read with `timesEntered`. */
  readonly entered: string;
  /** Scope instances inside the process instance: sub-processes and single instances of a multi-instance. */
  readonly scopes?: readonly ScopeInstance[] | undefined;
  readonly loops?: readonly LoopState[] | undefined;
  /** What was completed in the process instance and can be undone, in order of completion. Kept only in flows that can undo something. */
  readonly completed?: readonly CompletedActivity[] | undefined;
  readonly compensations?: readonly CompensationState[] | undefined;
  /** Complex gateways that were activated and wait for what may still come. */
  readonly resets?: readonly GatewayReset[] | undefined;
  readonly jobs?: readonly JobState[] | undefined;
  readonly timers?: readonly TimerState[] | undefined;
  readonly subscriptions?: readonly SubscriptionState[] | undefined;
  /** The clocks that run, and for each limit the one that stopped last. */
  readonly clocks?: readonly CaseClock[] | undefined;
  readonly incidents?: readonly IncidentState[] | undefined;
  /** While the case is suspended: nobody can act, and timers stand still. */
  readonly suspended?: Suspension | undefined;
  /** When somebody was last urged to go on. */
  readonly urgedAt?: number | undefined;
  /** While the case is returned for correction: the starter's task, and why it came back. */
  readonly correction?: Correction | undefined;
  /** Why clocks stand still, beside a correction. */
  readonly holds?: readonly Hold[] | undefined;
  /** Edition of the county's calendar by which clocks are reckoned; absent: the calendar of the release. */
  readonly calendar?: number | undefined;
  /** The ending named by an end event already reached, when other tokens are still under way. */
  readonly ending?: EndingKind | undefined;
  readonly ended?: CaseEnding | undefined;
}

/** Form values by form key, each with a version that grows with every change. */
export type CaseData = Readonly<Record<string, FormVersion>>;

/** A case that is suspended (挂起). */
export interface Suspension {
  readonly at: number;
  readonly by?: CaseActor | undefined;
  readonly reason?: string | undefined;
}

/** How a case ended. */
export interface CaseEnding {
  readonly kind: EndingKind;
  readonly at: number;
  readonly reason?: string | undefined;
}

/** A token that waits at a node. At a user task it *is* the task: the task's id is the token's. */
export interface Token {
  readonly id: number;
  /** Index of the node. */
  readonly node: number;
  /** Id of the scope instance it is in; 0 is the process instance. */
  readonly scope: number;
  /** At a joining gateway: index of the flow it came by. */
  readonly flow?: number;
  /** At a user task: who claimed it or got it assigned. */
  readonly assignee?: { readonly id: string; readonly name: string };
  /** At a user task: who may do it, when that is neither fixed in the flow nor simply the starter. */
  readonly performer?: TaskPerformer;
  /** At a user task opened by a return: why, by whom, from where. */
  readonly returned?: ReturnNote;
  /** At a user task that somebody was asked to do for another one, which does not go on without it. */
  readonly asked?: AskedFor;
  /** At a user task: stands still until those who were asked before it have answered. */
  readonly held?: true;
  /** What they answered. */
  readonly answers?: readonly Answer[];
  /** At a user task: who signs after it, in this order. */
  readonly after?: readonly PersonName[];
  /** At a user task: done itself, while those after it are not. */
  readonly signed?: true;
}

/** Why a task stands beside another one: advice before it (前加签), a further signature after it (后加签), done in its place and back (委派), or corrected and straight back (退回后直接返回). */
export interface AskedFor {
  /** Id of the other task. */
  readonly task: number;
  readonly how: 'before' | 'after' | 'delegate' | 'return';
  readonly by?: CaseActor | undefined;
  readonly comment?: string | undefined;
}

/** What somebody who was asked answered. */
export interface Answer {
  readonly by?: CaseActor | undefined;
  readonly at: number;
  readonly how: AskedFor['how'];
  readonly outcome?: string | undefined;
  readonly comment?: string | undefined;
}

/** A person by id, with the name at that time. */
export interface PersonName {
  readonly id: string;
  readonly name: string;
}

/** Why a task was opened again. */
export interface ReturnNote {
  readonly reason?: string | undefined;
  readonly by?: CaseActor | undefined;
  readonly at: number;
  /** Id of the node it was returned from. */
  readonly from: string;
}

/** Who may do a task, resolved; all that is given must hold. Nothing given: anybody whom the host admits. */
export interface TaskPerformer {
  /** Ids of persons, one of whom must act. */
  readonly persons?: readonly string[];
  readonly role?: string;
  readonly department?: string;
}

/** An open sub-process, or one instance of a multi-instance activity (then `node` is that activity and `index` is set). */
export interface ScopeInstance {
  readonly id: number;
  readonly node: number;
  /** Id of the enclosing scope instance. */
  readonly parent: number;
  /** Id of the token that stands at the activity. */
  readonly owner: number;
  readonly variables: JsonObject;
  /** Multi-instance: which instance, from 0. */
  readonly index?: number;
  /** Multi-instance: who was added as a signer, and does this instance. */
  readonly signer?: PersonName;
  /** What was completed in it and can be undone, in order of completion. */
  readonly completed?: readonly CompletedActivity[];
  /** It stands for an activity that is done and is now undone. */
  readonly undoes?: true;
  /** An ad-hoc sub-process whose condition holds, or that was interrupted: nothing more is started in it. */
  readonly closing?: true;
  /** An ad-hoc sub-process without a condition: something was done in it. */
  readonly done?: true;
}

/** A complex gateway that was activated: it begins anew when nothing can come any more by its other flows. */
export interface GatewayReset {
  readonly node: number;
  readonly scope: number;
  /** Indexes of the flows whose tokens activated it. */
  readonly flows: readonly number[];
}

/** A completed activity that can be undone. */
export interface CompletedActivity {
  readonly node: number;
  /** Of a loop: which instance. */
  readonly index?: number;
  /** Its own variables, as they were when it was completed. */
  readonly variables?: JsonObject;
  /** Of a sub-process: what was completed in it. */
  readonly completed?: readonly CompletedActivity[];
}

/** A compensation under way. */
export interface CompensationState {
  /** Id of the token at the event (or transaction) that undoes. */
  readonly token: number;
  /** What is still to be undone, the last first; for a sub-process whose parts are undone one by one there is a further level. */
  readonly levels: readonly CompensationLevel[];
}

/** What is still to be undone in one scope instance. */
export interface CompensationLevel {
  readonly scope: number;
  readonly todo: readonly CompletedActivity[];
}

/** The counters of a multi-instance activity. */
export interface LoopState {
  /** Id of the token that stands at the activity as a whole. */
  readonly token: number;
  readonly total: number;
  /** How many were started, finished, and cancelled. */
  readonly started: number;
  readonly done: number;
  readonly cancelled: number;
  /** Sequential: the collection, as it was at the start. */
  readonly elements?: readonly Json[];
  /** One entry per instance, in order; null until (and unless) it finishes. */
  readonly results?: readonly Json[];
  /** Sequential: who was added as a signer, by index; null for everybody else. */
  readonly signers?: readonly (PersonName | null)[];
  /** How many were removed before they were done (减签). */
  readonly removed?: number;
  readonly vote?: VoteState;
}

/** A vote under way: sums of votes. */
export interface VoteState {
  /** All votes there are. */
  readonly total: number;
  /** Signers not heard yet. */
  readonly left: number;
  readonly agreed: number;
  readonly refused: number;
  readonly abstained: number;
  readonly vetoed?: true;
  /** By instance, when they differ. */
  readonly weights?: readonly number[];
}

/** A job handed to a handler of the host. */
export interface JobState {
  readonly id: number;
  /** Id of the token that waits for it. */
  readonly token: number;
}

/** A running timer. */
export interface TimerState {
  readonly id: number;
  /** Id of the token (or scope instance) whose end takes the timer with it. */
  readonly owner: number;
  /** Index of the event it belongs to. */
  readonly node: number;
  /** Epoch milliseconds; absent while the limit's clock is paused. */
  readonly dueAt?: number;
  /** Of a limit timer: the clock that gives its instant. */
  readonly clock?: number;
  /** Of a cycle: how often it still fires after this time (-1 = without end), the period (ISO 8601), and the instant after which it does not. */
  readonly left?: number;
  readonly every?: string;
  readonly until?: number;
  /** Which of several event definitions, from 0; absent for the first. */
  readonly which?: number;
}

/** An open subscription to a message or signal, or a condition that is waited for. */
export interface SubscriptionState {
  readonly id: number;
  readonly owner: number;
  readonly node: number;
  /** Which of several event definitions, from 0; absent for the first. */
  readonly which?: number;
  /** Of a condition: it held when it was asked last. */
  readonly held?: true;
}

/** A limit's clock in this case. */
export interface CaseClock extends Clock {
  readonly id: number;
  /** Id of the token (a user task's is the task's id) or scope instance it belongs to; 0 = the whole case. */
  readonly owner: number;
  /** Index of the node. */
  readonly node: number;
  /** Epoch milliseconds; while paused, the instant as if the pause ended now. */
  readonly dueAt: number;
  readonly provisional: boolean;
}

/** A token that could not go on. */
export interface IncidentState {
  readonly id: number;
  readonly token: number;
  readonly at: number;
  /** What is done again on retry: entering the node, leaving it, or its job. */
  readonly stage: 'enter' | 'leave' | 'job';
  readonly problem: Finding;
  /** The event that is set again first, and what it hangs on: it came, and could not be set again. */
  readonly again?: Pick<TimerState, 'owner' | 'node'> | undefined;
}

/** A reason for which clocks stand still: as long as the owner (a token) is there, or when it is 0 until a command ends it. */
export interface Hold {
  readonly reason: string;
  readonly owner: number;
  /** It ends by itself. */
  readonly plan?: HoldPlan | undefined;
}

/** When a hold ends by itself. Epoch milliseconds. */
export interface HoldPlan {
  /** Id of its timer, which gives word first when that is asked for. */
  readonly timer: number;
  readonly from: number;
  readonly until: number;
  /** When the timer is due: for the word, else at the end. */
  readonly dueAt: number;
  /** It lasts so long by the calendar, whatever edition that is; absent: until that instant. */
  readonly term?: PauseTerm | undefined;
  /** Word to give before, until it is given. */
  readonly word?: PauseWord | undefined;
}

/** Who hears that a pause is about to end, and how many working days before. */
export interface PauseWord {
  readonly ahead: number;
  readonly to: readonly TaskPerformer[];
}

/** The case is with its starter for correction (补正). */
export interface Correction {
  /** Id of the starter's task. */
  readonly task: number;
}

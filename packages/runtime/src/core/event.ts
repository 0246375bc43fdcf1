/**
 * What happened in a step, as compact facts: for the audit chain, the time line, and whoever listens.
 * Numbered without gaps inside the case. Nodes stand in them by their ids, so they can be read without the program.
 */
import type { EndingKind, ExpiryAct, Finding, Json, JsonObject, Light, Reason } from '@tongban/model';
import type { CopyReceiver, SignerPosition } from './command.ts';
import type { CaseActor, PersonName } from './state.ts';

/** What every event has. */
export interface EventFacts {
  /** From 1, without gaps. */
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly by?: CaseActor | undefined;
}

/** What an event at a node has. */
export interface NodeEventFacts extends EventFacts {
  readonly nodeId: string;
}

/** Something that happened in a case. */
export type CaseEvent =
  | (EventFacts & { readonly kind: 'caseStarted'; readonly caseId: string; readonly releaseId: string; readonly starter: CaseActor })
  /** It ran on paper since then, and was entered afterwards: `at` is when, `by` is who. */
  | (EventFacts & {
      readonly kind: 'caseEntered';
      readonly since: number;
      readonly places: readonly { readonly nodeId: string; readonly since: number }[];
      readonly comment?: string | undefined;
    })
  /** Done on paper, before the case was entered. */
  | (NodeEventFacts & {
      readonly kind: 'stepRecorded';
      readonly byName?: string | undefined;
      readonly outcome?: string | undefined;
      readonly comment?: string | undefined;
    })
  | (NodeEventFacts & {
      readonly kind: 'taskOpened';
      readonly taskId: number;
      readonly round: number;
      /** Value of the element variable, at a task of many. */
      readonly of?: Json | undefined;
    })
  | (NodeEventFacts & {
      readonly kind: 'taskCompleted';
      readonly taskId: number;
      readonly round: number;
      readonly outcome?: string | undefined;
      readonly comment?: string | undefined;
      readonly of?: Json | undefined;
    })
  | (NodeEventFacts & { readonly kind: 'taskCancelled'; readonly taskId: number; readonly of?: Json | undefined })
  | (NodeEventFacts & { readonly kind: 'taskClaimed' | 'taskUnclaimed'; readonly taskId: number })
  | (NodeEventFacts & {
      readonly kind: 'taskAssigned';
      readonly taskId: number;
      readonly to: { readonly id: string; readonly name: string };
      readonly comment?: string | undefined;
    })
  | (NodeEventFacts & {
      readonly kind: 'signersAdded';
      readonly taskId: number;
      readonly position: SignerPosition | 'delegate';
      readonly signers: readonly PersonName[];
      readonly comment?: string | undefined;
    })
  | (NodeEventFacts & {
      readonly kind: 'signerRemoved';
      readonly taskId: number;
      /** Who, when a person was named; else the element the instance was about. */
      readonly signer?: PersonName | undefined;
      readonly of?: Json | undefined;
      readonly comment?: string | undefined;
    })
  | (NodeEventFacts & {
      readonly kind: 'returned';
      readonly taskId: number;
      readonly target: string;
      readonly reason?: string | undefined;
      /** The round that begins, when the target is the starter's task. */
      readonly round?: number | undefined;
      /** It is given straight back to this task. */
      readonly back?: true | undefined;
    })
  | (NodeEventFacts & { readonly kind: 'withdrawn'; readonly taskId: number; readonly reason?: string | undefined })
  | (EventFacts & {
      readonly kind: 'jumped';
      readonly from: readonly string[];
      readonly to: readonly string[];
      readonly reason?: string | undefined;
      /** Ids of the gateways at which it leaves something waiting for what can never come. */
      readonly waits?: readonly string[] | undefined;
    })
  | (EventFacts & { readonly kind: 'caseSuspended' | 'caseResumed'; readonly reason?: string | undefined })
  | (EventFacts & { readonly kind: 'urged'; readonly nodeIds: readonly string[]; readonly comment?: string | undefined })
  | (NodeEventFacts & {
      readonly kind: 'copied';
      readonly copyId: number;
      readonly to: CopyReceiver;
      readonly comment?: string | undefined;
    })
  | (NodeEventFacts & { readonly kind: 'copyRead'; readonly copyId: number })
  | (NodeEventFacts & { readonly kind: 'rejected'; readonly taskId: number; readonly reason?: string | undefined })
  /** Form values changed; the values themselves are documents, kept by version. */
  | (EventFacts & { readonly kind: 'dataChanged'; readonly form: string; readonly version: number; readonly nodeId?: string | undefined })
  | (NodeEventFacts & {
      readonly kind: 'decisionMade';
      readonly decision: string;
      readonly inputs: JsonObject;
      readonly result: Json;
      /** Ids of the rules that matched. */
      readonly rules: readonly string[];
    })
  /** The limit of a task was over, and this is what the flow asked for then; the operation follows. `to`: the superior, where one was found. */
  | (NodeEventFacts & {
      readonly kind: 'limitExpired';
      readonly taskId: number;
      readonly limitId: string;
      readonly does: ExpiryAct;
      readonly outcome?: string | undefined;
      readonly target?: string | undefined;
      readonly basis?: string | undefined;
      readonly to?: PersonName | undefined;
    })
  /** Nobody was found for a task, or somebody who had acted already, and the flow says to go on without. */
  | (NodeEventFacts & { readonly kind: 'taskSkipped'; readonly taskId: number; readonly why: 'nobody' | 'starter' | 'previous' })
  /** A vote came to its end; `result` is what the flow reads. */
  | (NodeEventFacts & { readonly kind: 'voteDecided'; readonly result: Json })
  | (NodeEventFacts & { readonly kind: 'jobCreated'; readonly jobId: number; readonly handler: string })
  | (NodeEventFacts & { readonly kind: 'jobFinished'; readonly jobId: number })
  | (NodeEventFacts & {
      readonly kind: 'jobFailed';
      readonly jobId: number;
      readonly reason: string | Reason;
      readonly retryAt?: number | undefined;
    })
  | (NodeEventFacts & { readonly kind: 'timerFired'; readonly timerId: number })
  | (NodeEventFacts & { readonly kind: 'messageReceived'; readonly name: string; readonly comment?: string | undefined })
  | (NodeEventFacts & { readonly kind: 'conditionMet' })
  | (NodeEventFacts & { readonly kind: 'messageSent' | 'signalThrown' | 'signalReceived'; readonly name: string })
  /** `caughtBy` is absent when nothing caught it: an escalation is then only noted, an error becomes an incident. */
  | (NodeEventFacts & {
      readonly kind: 'errorThrown' | 'escalationThrown';
      readonly code?: string | undefined;
      readonly message?: string | undefined;
      readonly caughtBy?: string | undefined;
    })
  /** Somebody began an activity of an ad-hoc sub-process. */
  | (NodeEventFacts & { readonly kind: 'activityStarted' })
  /** What the activity did is being undone. */
  | (NodeEventFacts & { readonly kind: 'compensationBegun' })
  | (NodeEventFacts & { readonly kind: 'transactionCancelled' })
  | (NodeEventFacts & { readonly kind: 'clockStarted'; readonly clockId: number; readonly limitId: string; readonly dueAt: number })
  | (NodeEventFacts & { readonly kind: 'clockStopped'; readonly clockId: number; readonly limitId: string })
  | (NodeEventFacts & { readonly kind: 'clockPaused'; readonly clockId: number; readonly limitId: string; readonly reason: string })
  | (NodeEventFacts & { readonly kind: 'clockResumed'; readonly clockId: number; readonly limitId: string; readonly dueAt: number })
  /** By another calendar, or because time was left out. */
  | (NodeEventFacts & {
      readonly kind: 'clockMoved';
      readonly clockId: number;
      readonly limitId: string;
      readonly dueAt: number;
      readonly before: number;
    })
  /** People heard of the limit: `ahead` units before its light turns, or as it turns. */
  | (NodeEventFacts & {
      readonly kind: 'clockNoticed';
      readonly clockId: number;
      readonly limitId: string;
      readonly light: Light;
      readonly ahead: number;
      readonly dueAt: number;
    })
  /** `until`: when it ends by itself. */
  | (EventFacts & {
      readonly kind: 'pauseBegan';
      readonly reason: string;
      readonly from: number;
      readonly until?: number | undefined;
      readonly comment?: string | undefined;
    })
  /** `until`: it ended by itself, then. */
  | (EventFacts & {
      readonly kind: 'pauseEnded';
      readonly reason: string;
      readonly until?: number | undefined;
      readonly comment?: string | undefined;
    })
  /** Its planned end is another: by another calendar, or because somebody moved it, who may give it an end or take it away. */
  | (EventFacts & {
      readonly kind: 'pauseMoved';
      readonly reason: string;
      readonly until?: number | undefined;
      readonly before?: number | undefined;
      readonly comment?: string | undefined;
    })
  /** Word was given that it ends soon. */
  | (EventFacts & { readonly kind: 'pauseNoticed'; readonly reason: string; readonly until: number })
  | (EventFacts & {
      readonly kind: 'timeExcluded';
      readonly reason: string;
      readonly from: number;
      readonly to: number;
      readonly comment?: string | undefined;
    })
  /** The case goes on by another release; `moves`: elements of another id there. */
  | (EventFacts & {
      readonly kind: 'caseMigrated';
      readonly from: string;
      readonly to: string;
      readonly moves: readonly { readonly from: string; readonly to: string }[];
    })
  /** Clocks are reckoned by this edition of the calendar from now on. */
  | (EventFacts & { readonly kind: 'calendarChanged'; readonly calendar: number })
  | (NodeEventFacts & { readonly kind: 'incidentRaised'; readonly incidentId: number; readonly problem: Finding })
  | (NodeEventFacts & { readonly kind: 'incidentRetried'; readonly incidentId: number })
  /** What is known of a person was erased, after the case had ended. Made by the engine, not by a step. */
  | (EventFacts & { readonly kind: 'valuesErased'; readonly person: string })
  | (EventFacts & {
      readonly kind: 'caseEnded';
      readonly ending: EndingKind;
      readonly reason?: string | undefined;
      readonly nodeId?: string | undefined;
    });

/** The discriminator of {@link CaseEvent}. */
export type CaseEventKind = CaseEvent['kind'];

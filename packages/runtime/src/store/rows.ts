/** The rows of a case store: what the engine hands in and gets back. Plain JSON, keyed by tenant first. */
import type { Clock, EndingKind, FormValues, Json, JsonObject, Light } from '@tongban/model';

/** A person as rows name them. */
export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

/**
 * When a light changes, so that a query can ask for it at any moment: green before `yellowAt`, yellow before `redAt`, then red.
 * `fixed` stands while the clock is paused or stopped. See `lightAt`.
 */
export interface LightPlan {
  readonly yellowAt: number;
  readonly redAt: number;
  readonly fixed?: Light;
}

/** A clock of a case, with its number there. */
export interface KeptClock extends Clock {
  readonly id: number;
}

/** The head of a case, as lists show it. */
export interface CaseRow {
  readonly tenant: string;
  readonly caseId: string;
  readonly measureId: string;
  readonly releaseId: string;
  readonly measureTitle: string;
  readonly title: string;
  /** Business key, e.g. the project code. */
  readonly key?: string;
  readonly applicant?: string;
  readonly startedAt: number;
  readonly startedBy: PersonRef;
  readonly round: number;
  readonly ended?: { readonly kind: EndingKind; readonly at: number; readonly reason?: string };
  /** Edition of the county's calendar by which its clocks are reckoned; absent: the release's own. */
  readonly calendar?: number;
  /** It is suspended. */
  readonly suspended?: true;
  /** How many incidents it has; absent when none. */
  readonly incidents?: number;
  /** The worst of the clocks that run. */
  readonly light?: LightPlan;
  /** The clocks of the case that run. */
  readonly clocks?: readonly KeptClock[];
  /** Lower case; what a text query looks into. */
  readonly search: string;
}

/** Who may act on a task: everything given must hold. */
export interface Candidates {
  /** Ids of persons. */
  readonly persons?: readonly string[];
  readonly role?: string;
  readonly department?: string;
}

/** A task as the engine writes it. Each write raises the task's revision by one; the first gives 1. */
export interface TaskRow {
  readonly tenant: string;
  /** Unique in the tenant: the id of its case, a dot, and its number there. */
  readonly taskId: string;
  readonly caseId: string;
  readonly nodeId: string;
  readonly name: string;
  /** `waiting`: stands still until others have answered. `copied`: a copy to read, which stays in its box. */
  readonly status: 'open' | 'waiting' | 'done' | 'cancelled' | 'copied';
  readonly candidates: Candidates;
  readonly assignee?: PersonRef;
  readonly openedAt: number;
  readonly closedAt?: number;
  readonly closedBy?: PersonRef;
  /** Whose task it was, when a standing deputy closed it. */
  readonly closedAs?: PersonRef;
  /** Department of who closed it. */
  readonly closedFor?: string;
  readonly outcome?: string;
  readonly round: number;
  /** The element of a task of many. */
  readonly of?: Json;
  /** Who was added as a signer of a task of many. */
  readonly signer?: PersonRef;
  /** Why it stands beside another task. */
  readonly asked?: 'before' | 'after' | 'delegate' | 'return';
  /** The worst of its clocks. */
  readonly light?: LightPlan;
  /** The clocks that give its light. */
  readonly clocks?: readonly KeptClock[];
  /** Place in the inbox, smallest first: when it is due, or well after its opening when no limit runs. */
  readonly urgency: number;
}

/** A task as it is kept: with its revision. */
export interface StoredTask extends TaskRow {
  readonly revision: number;
}

/** A line of a task list: the task and the head of its case. */
export interface TaskLine {
  readonly task: StoredTask;
  readonly case: CaseRow;
}

/** Values that were not submitted yet. One draft per task. */
export interface TaskDraft {
  readonly tenant: string;
  readonly taskId: string;
  /** By form id. */
  readonly values: Readonly<Record<string, FormValues>>;
  readonly outcome?: string;
  readonly comment?: string;
  readonly savedAt: number;
  readonly savedBy: PersonRef;
}

/** One version of a document beside the state (the values of a form, usually), under its key. */
export interface DataRow {
  readonly key: string;
  readonly version: number;
  readonly values: JsonObject;
  /** Makes its digest in the audit chain one that cannot be guessed; erased with the values. */
  readonly salt?: string;
}

/**
 * One commit in the audit chain of its case. `entry` is kept as it is, byte for byte; `personal` lies beside it and can be erased.
 * `eventsOfLink` reads the events from both.
 */
export interface AuditLink {
  readonly entry: string;
  readonly hash: string;
  /** A JSON text for each person that something personal is about. */
  readonly personal: readonly string[];
}

/** All of a case that an audit asks for: its links in order, and every version of its documents by key, then version. */
export interface CaseAudit {
  readonly links: readonly AuditLink[];
  readonly data: readonly DataRow[];
}

/** An event as it is kept. `seq` counts from 1 in its case without gaps; `seq`, `at` and `kind` stand in `event`, too. */
export interface EventRow {
  readonly tenant: string;
  readonly caseId: string;
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly event: JsonObject;
}

/** An event in the order of commits, with the cursor after it. */
export interface OutboxRow extends EventRow {
  readonly cursor: number;
}

/** A timer that is to fire. */
export interface TimerRow {
  readonly tenant: string;
  readonly caseId: string;
  readonly timerId: string;
  readonly dueAt: number;
}

/** Work for a handler. */
export interface JobRow {
  readonly tenant: string;
  readonly caseId: string;
  readonly jobId: string;
  readonly handler: string;
  readonly inputs: JsonObject;
  readonly dueAt: number;
  /** Failed attempts so far. */
  readonly attempts: number;
}

/** A case waiting for a message; `candidates` may record that it came. Signals are kept as `signal:<name>` with an empty key. */
export interface SubscriptionRow {
  readonly tenant: string;
  readonly caseId: string;
  readonly subscriptionId: string;
  readonly name: string;
  readonly key: string;
  readonly candidates: Candidates;
}

/** A message that came before any case waited for it. */
export interface MessageRow {
  readonly tenant: string;
  /** Given by the sender; unique in the tenant. */
  readonly messageId: string;
  readonly name: string;
  readonly key: string;
  /** What it brings: variables, and who sent it. */
  readonly content: JsonObject;
  /** Epoch milliseconds; from then on it is forgotten. */
  readonly expiresAt: number;
}

/** A kept message, and a case that waits for it now. */
export interface AwaitedMessage {
  readonly message: MessageRow;
  readonly subscription: SubscriptionRow;
}

/** A timer that starts a case of a release. */
export interface StartTimerRow {
  readonly tenant: string;
  readonly measureId: string;
  readonly releaseId: string;
  readonly nodeId: string;
  /** Which event definition of the node, from 0. */
  readonly which: number;
  readonly dueAt: number;
  /** Of a cycle: how often it still fires after this time (-1 = without end), the period (ISO 8601), and until when. */
  readonly left?: number;
  readonly every?: string;
  readonly until?: number;
}

/** A command as it is remembered: repeating it gives `answer`. */
export interface CommandRow {
  readonly commandId: string;
  readonly actorId: string;
  readonly answer: Json;
}

/** The part of the Store port that keeps cases: states, events, tasks, timers, jobs, subscriptions, drafts. */
import type { DeputyScope, Json, JsonObject, Light, Page } from '@tongban/model';
import type {
  AuditLink,
  AwaitedMessage,
  CaseAudit,
  CaseRow,
  CommandRow,
  DataRow,
  EventRow,
  JobRow,
  MessageRow,
  OutboxRow,
  StoredTask,
  SubscriptionRow,
  TaskDraft,
  TaskLine,
  TaskRow,
  TimerRow,
} from './rows.ts';

/** A case as it is kept. */
export interface StoredCase {
  /** Counts commits, from 1. */
  readonly version: number;
  /** Hash of its last link in the audit chain. */
  readonly hash: string;
  readonly row: CaseRow;
  readonly state: JsonObject;
  /** The latest version of each document of the case. */
  readonly data: readonly DataRow[];
}

/** All that one transition changes, written in one transaction. */
export interface CaseCommit {
  readonly tenant: string;
  readonly caseId: string;
  /** 0 for a new case. Another version in the store is a conflict, and nothing is written. */
  readonly expectedVersion: number;
  readonly row: CaseRow;
  readonly state: JsonObject;
  /** What `eventsOfLink(link)` gives, as rows. */
  readonly events: readonly EventRow[];
  readonly link: AuditLink;
  /** New versions only. */
  readonly data: readonly DataRow[];
  /** Changed tasks only, whole rows; a task that is done or cancelled loses its draft. */
  readonly tasks: readonly TaskRow[];
  /** The revision of the task that was acted on, as its performer saw it; another one in the store is `stale`. */
  readonly guard?: { readonly taskId: string; readonly revision: number };
  /** Set by id; a set row replaces the one of the same id and its lease. */
  readonly timers: { readonly set: readonly TimerRow[]; readonly remove: readonly string[] };
  readonly jobs: { readonly set: readonly JobRow[]; readonly remove: readonly string[] };
  readonly subscriptions: { readonly set: readonly SubscriptionRow[]; readonly remove: readonly string[] };
  /** Ids of files that the new data refers to: whoever may see the data may read them. */
  readonly files: readonly string[];
  readonly command: CommandRow;
  /** Erases what earlier links of the case keep of a person and, with `documents`, every version of its documents with their salts. */
  readonly erase?: { readonly person: string; readonly documents: boolean };
}

/** How a commit came out. `repeated`: the command was committed before, with this answer; nothing was written. */
export type CommitResult =
  | { readonly kind: 'committed'; readonly version: number; readonly cursor: number }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'stale'; readonly revision: number }
  | { readonly kind: 'repeated'; readonly answer: Json };

/** How saving a draft came out. A saved draft raises the task's revision by one. A task that is not open is `stale`. */
export type DraftResult =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'stale'; readonly revision: number }
  | { readonly kind: 'repeated'; readonly answer: Json };

/** Who asks: what candidates are compared with. */
export interface TaskSeeker {
  readonly id: string;
  readonly roles: readonly string[];
  readonly department?: string;
}

/** Somebody the seeker stands in for, and which of their tasks. */
export interface StandIn {
  readonly seeker: TaskSeeker;
  readonly scope: DeputyScope;
}

/** What every list asks. */
export interface ListQuery {
  readonly tenant: string;
  readonly text?: string;
  /** Only rows whose light at `now` is this one. */
  readonly light?: Light;
  readonly now: number;
  readonly cursor?: string;
  readonly limit: number;
  /** Rows beyond this many are not counted; default: all are. */
  readonly countUpTo?: number;
}

/**
 * `todo`: open tasks that are assigned to the seeker, or are not assigned and whose candidates include the seeker; by urgency, then task id.
 * `done`: tasks the seeker closed, latest first. `copied`: copies whose candidates include the seeker, latest first.
 */
export interface TaskListQuery extends ListQuery {
  readonly box: 'todo' | 'done' | 'copied';
  readonly seeker: TaskSeeker;
  /** In `todo` also the open tasks of these, each task once. */
  readonly standsInFor?: readonly StandIn[];
}

/** Cases, latest start first. */
export interface CaseListQuery extends ListQuery {
  readonly startedBy?: string;
  readonly measureId?: string;
  readonly open?: boolean;
  /** Only cases in which something stands still with an incident. */
  readonly incidents?: true;
}

/** Asks for work that is due: at most `limit` rows, each hidden from others until `now + leaseMs` or until it is set again or removed. */
export interface LeaseRequest {
  readonly now: number;
  readonly leaseMs: number;
  readonly limit: number;
}

/** Keeps cases. */
export interface CaseStore {
  load(tenant: string, caseId: string): Promise<StoredCase | undefined>;
  commit(commit: CaseCommit): Promise<CommitResult>;
  /** The first answer to a command of this actor. */
  seen(tenant: string, actorId: string, commandId: string): Promise<Json | undefined>;

  cases(query: CaseListQuery): Promise<Page<CaseRow>>;
  tasks(query: TaskListQuery): Promise<Page<TaskLine>>;
  task(tenant: string, taskId: string): Promise<StoredTask | undefined>;
  /** All tasks of a case, by opening, then task id. */
  tasksOf(tenant: string, caseId: string): Promise<readonly StoredTask[]>;
  /** A version of a document of a case. */
  data(tenant: string, caseId: string, key: string, version: number): Promise<DataRow | undefined>;
  /** Ids of the cases whose data refer to a file. */
  casesWithFile(tenant: string, fileId: string): Promise<readonly string[]>;
  /** Open subscriptions, by case id. */
  subscriptions(tenant: string, name: string, key: string): Promise<readonly SubscriptionRow[]>;
  /** Open subscriptions of a case, by id. */
  subscriptionsOf(tenant: string, caseId: string): Promise<readonly SubscriptionRow[]>;

  /** Keeps a message that no case waits for yet; one whose id is kept already changes nothing. Messages that expired before `now` are forgotten. */
  keepMessage(message: MessageRow, now: number): Promise<void>;
  /** The kept messages that have not expired and that some case waits for now, oldest first, each with the first of these cases; at most `limit`. */
  awaitedMessages(now: number, limit: number): Promise<readonly AwaitedMessage[]>;
  /** Takes a message away. Unknown ids are passed over. */
  dropMessage(tenant: string, messageId: string): Promise<void>;

  draft(tenant: string, taskId: string): Promise<TaskDraft | undefined>;
  saveDraft(change: { readonly draft: TaskDraft; readonly expectedRevision: number; readonly command: CommandRow }): Promise<DraftResult>;

  leaseTimers(request: LeaseRequest): Promise<readonly TimerRow[]>;
  leaseJobs(request: LeaseRequest): Promise<readonly JobRow[]>;
  /** Takes back work that its case no longer waits for. Unknown ids are passed over. */
  finish(tenant: string, caseId: string, work: { readonly timerId: string } | { readonly jobId: string }): Promise<void>;
  /** When the next timer or job is due (leased ones: when their lease is over); undefined when there is none. */
  nextDue(): Promise<number | undefined>;

  /** The audit chain of a case with what lies beside it. */
  audit(tenant: string, caseId: string): Promise<CaseAudit | undefined>;
  /** Events of a case after `seq` (default 0), in order. */
  eventsOf(tenant: string, caseId: string, after?: number): Promise<readonly EventRow[]>;
  /** Events after `cursor` in the order of commits: the outbox. Of one tenant, or of all. */
  eventsSince(cursor: number, limit: number, tenant?: string): Promise<readonly OutboxRow[]>;
  /** The cursor after the last event; 0 when there is none. */
  lastCursor(): Promise<number>;
}

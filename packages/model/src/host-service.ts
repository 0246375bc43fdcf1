/**
 * The port through which the host's own programs and administrators look after cases: lists and histories, cases from paper, messages, clocks,
 * calendars, other releases, incidents, evidence. Implemented by `runtime` (a desk) and by `client` (over HTTP). Times are epoch milliseconds.
 */
import type { ActedFor } from './actor.ts';
import type { CalendarData } from './calendar-data.ts';
import type { CommandAnswer, CommandBase, Page } from './case-service.ts';
import type { Problem } from './errors.ts';
import type { EndingKind } from './flow-extension.ts';
import type { FormValues } from './form.ts';
import type { HostViews } from './host-views.ts';
import type { JsonObject } from './json.ts';
import type { ClockReading, Light, PauseTerm } from './limit.ts';
import type { LocalText } from './text.ts';

/** Which cases are asked for. People who are no operators see those that they started. */
export interface CaseQuery {
  readonly measureId?: string;
  readonly startedBy?: string;
  readonly open?: boolean;
  /** Only cases in which something stands still with an incident. */
  readonly incidents?: true;
  /** Text in title, key or applicant. */
  readonly text?: string;
  readonly light?: Light;
  readonly cursor?: string;
  /** At most 200; default 50. */
  readonly limit?: number;
}

/** A case as lists show it. */
export interface CaseSummary {
  readonly caseId: string;
  readonly measureId: string;
  readonly releaseId: string;
  readonly title: string;
  readonly key?: string;
  readonly applicant?: string;
  readonly startedAt: number;
  readonly startedByName: string;
  readonly round: number;
  /** Absent while it runs. */
  readonly ended?: EndingKind;
  readonly endedAt?: number;
  /** How many incidents it has. */
  readonly incidents: number;
  /** Its most urgent clock. */
  readonly clock?: ClockReading;
}

/** A clock of a case, running or stopped. */
export interface CaseClockReading extends ClockReading {
  readonly clockId: number;
  readonly nodeId: string;
  readonly startedAt: number;
  readonly stoppedAt?: number;
}

/** A case that has been running on paper. Instants are epoch milliseconds. */
export interface EnterOrder extends CommandBase {
  readonly measureId: string;
  /** Whom it belongs to. */
  readonly starter: { readonly id: string; readonly name: string };
  readonly startedAt: number;
  /** Where it stands, since when, and in whose hands. */
  readonly places: readonly {
    readonly nodeId: string;
    readonly since: number;
    readonly assignee?: { readonly id: string; readonly name: string };
  }[];
  /** What was done on paper, for the time line. */
  readonly done?: readonly {
    readonly nodeId: string;
    readonly at: number;
    readonly byName?: string;
    readonly outcome?: string;
    readonly comment?: string;
  }[];
  readonly projectCode?: string;
  readonly variables?: JsonObject;
  /** Fields by form key, as they stand on the paper forms; they need not be complete. */
  readonly data?: Readonly<Record<string, FormValues>>;
  /** Why it is entered afterwards. */
  readonly comment?: string;
}

/** A message for the one case that waits for it. */
export interface MessageOrder extends CommandBase {
  readonly name: string;
  /** What the waiting case names; the case's key or id when its flow says nothing. */
  readonly key: string;
  readonly variables?: JsonObject;
}

/** A message for the case that waits for it, else to begin one, else to be kept. */
export interface ReceiveOrder extends MessageOrder {
  /** How long it is kept when nobody waits for it, in milliseconds; default the engine's `messageTtlMs`. */
  readonly ttlMs?: number;
}

/** A signal for every case of the tenant that waits for it. */
export interface SignalOrder extends CommandBase {
  readonly name: string;
  readonly variables?: JsonObject;
}

/** What became of a message. */
export type MessageReceipt =
  | { readonly how: 'delivered' | 'started'; readonly caseId: string }
  /** It is kept until `until`, in epoch milliseconds. */
  | { readonly how: 'kept'; readonly until: number }
  /** It was received before. */
  | { readonly how: 'repeated' };

/** Makes the clocks of a case stand still. */
export interface PauseOrder extends CommandBase {
  readonly caseId: string;
  /** One that limits of the measure list under `pauses`, e.g. `publicity`, `expertReview`, `onePlusX`. */
  readonly reason: string;
  /** Epoch milliseconds; default now. */
  readonly from?: number;
  /** The pause is already over: the stretch is left out of the clocks. */
  readonly to?: number;
  /** It ends by itself then; or after the term. Neither: as the measure says of the reason, else somebody ends it. */
  readonly until?: number;
  readonly term?: PauseTerm;
  /** Somebody ends it, whatever the measure says of the reason. */
  readonly openEnded?: boolean;
  readonly comment?: string;
}

/** Lets the clocks of a case go on. */
export type ResumeOrder = Omit<PauseOrder, 'from' | 'to' | 'until' | 'term' | 'openEnded'>;

/** Gives a pause of a case another end: `until`, or nothing, so that somebody ends it. */
export interface MovePauseOrder extends CommandBase {
  readonly caseId: string;
  readonly reason: string;
  /** Epoch milliseconds, after now. */
  readonly until?: number;
  /** Why; asked for. */
  readonly comment: string;
}

/** An edition of a county's working calendar: cases are reckoned by the edition they name, so an edit changes none of them by itself. */
export interface CalendarEdition {
  /** Counts from 1; 0 for the calendar that came with a measure, before anybody edited it. */
  readonly version: number;
  readonly calendar: CalendarData;
  readonly savedAt: number;
  readonly savedByName: string;
}

/** A clock that would move, as it is and as it would be. */
export interface MovedClock {
  readonly clockId: number;
  readonly before: ClockReading;
  readonly after: ClockReading;
  /** In days of 24 hours; negative when earlier. */
  readonly movedDays: number;
}

/** A case some of whose clocks would move. */
export interface MovedCase {
  readonly caseId: string;
  readonly title: string;
  readonly clocks: readonly MovedClock[];
}

/** A case whose clocks an edition of its calendar moved, as its events have it. */
export interface RescheduledCase {
  readonly caseId: string;
  readonly title: string;
  readonly at: number;
  readonly byName: string;
  readonly clocks: readonly RescheduledClock[];
}

/** A clock that was moved. Epoch milliseconds. */
export interface RescheduledClock {
  readonly clockId: number;
  readonly name: LocalText;
  readonly before: number;
  readonly after: number;
}

/** What a rescheduling did: cases reckoned by the latest edition, those of them in which a clock moved, and those that could not be (suspended ones). */
export interface RescheduleReport {
  readonly cases: number;
  readonly moved: readonly string[];
  readonly refused: readonly { readonly caseId: string; readonly problems: readonly Problem[] }[];
  readonly stopped: boolean;
}

/** A place of a case that goes to an element of another id. */
export interface MigrationMove {
  readonly from: string;
  readonly to: string;
}

/** Which cases go where. */
export interface Migration {
  /** The release they go to. */
  readonly to: string;
  /** Only cases that run on this release; default every other release of the measure. */
  readonly from?: string;
  /** Only these cases. */
  readonly caseIds?: readonly string[];
  /** New id by old id, where elements do not have the same. */
  readonly mapping?: Readonly<Record<string, string>>;
}

/** What would become of a case. */
export interface MigrationPreview {
  readonly caseId: string;
  readonly title: string;
  readonly from: string;
  /** Elements of another id to which it goes. */
  readonly moves: readonly MigrationMove[];
  /** Not empty: it cannot go over. */
  readonly problems: readonly Problem[];
}

/** What a migration did. */
export interface MigrationReport {
  readonly migrated: readonly string[];
  readonly refused: readonly { readonly caseId: string; readonly problems: readonly Problem[] }[];
  readonly stopped: boolean;
}

/** Something that stands still in a case, and why. */
export interface IncidentSummary {
  readonly caseId: string;
  readonly caseTitle: string;
  readonly incidentId: number;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly since: number;
  readonly problem: Problem;
}

/** Tries an incident again. */
export interface RetryOrder extends CommandBase {
  readonly caseId: string;
  readonly incidentId: number;
  /** Set before it is tried: variables, and fields by form key. */
  readonly variables?: JsonObject;
  readonly data?: Readonly<Record<string, FormValues>>;
}

/** Whose values are to be erased from a case. */
export interface EraseCommand extends CommandBase {
  readonly caseId: string;
  /** Id of the person. */
  readonly person: string;
}

/** A case as evidence: its audit chain with what lies beside it, as plain JSON. */
export interface CaseExport {
  readonly formatVersion: 1;
  readonly tenant: string;
  readonly caseId: string;
  /** Hash of the last link. Kept elsewhere (printed, sealed, sent to the superior), it shows whether the end was cut off. */
  readonly hash: string;
  readonly links: readonly { readonly entry: string; readonly hash: string; readonly personal: readonly string[] }[];
  /** Every version of every document. */
  readonly documents: readonly { readonly key: string; readonly version: number; readonly values: JsonObject; readonly salt?: string }[];
}

/** What is wrong with an export. `version` counts commits from 1. */
export interface AuditProblem {
  readonly kind:
    | 'formatUnknown'
    | 'entryChanged'
    | 'linkBroken'
    | 'entryMisplaced'
    | 'eventMissing'
    | 'personalChanged'
    | 'documentChanged'
    | 'headDiffers';
  readonly version: number;
  readonly text: string;
}

/** How an export was verified. What was erased is counted and is no problem. */
export interface CaseVerification {
  readonly ok: boolean;
  readonly problems: readonly AuditProblem[];
  /** Links whose hash was computed anew. */
  readonly verified: number;
  /** Links from before the chain was kept. */
  readonly unsealed: number;
  readonly erasedValues: number;
  readonly erasedDocuments: number;
}

/** Edits a calendar: `version` is that of the edition that was edited, 0 when there was none. */
export interface CalendarEdit {
  readonly calendar: CalendarData;
  readonly version: number;
}

/** Asks which running cases a calendar would move: an edit at hand, or the latest edition. `limit` counts the cases looked at. */
export interface CalendarPreviewQuery {
  readonly calendarId: string;
  readonly calendar?: CalendarData;
  readonly cursor?: string;
  readonly limit?: number;
}

/** A part of a list: `limit` at most 200, default 50. */
export interface PageQuery {
  readonly cursor?: string;
  readonly limit?: number;
}

/** An event of a case: what all of them say. More by its `kind`. */
export interface CaseHistoryEvent {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly by?:
    | { readonly id: string; readonly name: string; readonly department?: string | undefined; readonly onBehalfOf?: ActedFor | undefined }
    | undefined;
  readonly nodeId?: string | undefined;
}

type OfCase = { readonly caseId: string };

/** All that is done to cases from outside of their flow. What is not allowed throws, or is refused where the answer can say so. */
export interface HostService extends HostViews {
  /** People who are no operators see the cases they started. */
  cases(query?: CaseQuery): Promise<Page<CaseSummary>>;
  /** Events of a case after `after`, in order. @throws RUNTIME_NOT_ALLOWED, RUNTIME_CASE_UNKNOWN */
  history(caseId: string, range?: { readonly after?: number; readonly limit?: number }): Promise<Page<CaseHistoryEvent>>;
  /** @throws RUNTIME_CASE_UNKNOWN */
  clocks(caseId: string): Promise<readonly CaseClockReading[]>;

  /** Enters a case that has been running on paper, at any step, with its past dates (补录). */
  enter(order: EnterOrder): Promise<CommandAnswer<OfCase>>;
  /** Takes in a message from outside: for the case that waits for it, else to begin one, else it is kept until one waits. */
  receive(order: ReceiveOrder): Promise<CommandAnswer<MessageReceipt>>;
  /** For every case that waits for it, and every start that does. */
  signal(order: SignalOrder): Promise<CommandAnswer<{ readonly caseIds: readonly string[] }>>;

  /** Makes clocks stand still for a reason, or leaves a stretch of the past out of them. */
  pause(order: PauseOrder): Promise<CommandAnswer<OfCase>>;
  resume(order: ResumeOrder): Promise<CommandAnswer<OfCase>>;
  /** Prolongs or shortens a pause that lasts (延长、提前). */
  movePause(order: MovePauseOrder): Promise<CommandAnswer<OfCase>>;

  /** The latest edition of a county's calendar, or the one of a number; 0 is the one that came with the measure. */
  calendar(calendarId: string, version?: number): Promise<CalendarEdition | undefined>;
  /** Keeps an edit as the next edition; nothing is kept when a problem is an error. */
  saveCalendar(edit: CalendarEdit): Promise<{ readonly edition?: CalendarEdition; readonly problems: readonly Problem[] }>;
  previewCalendar(query: CalendarPreviewQuery): Promise<Page<MovedCase>>;
  /** Reckons the running cases of a calendar by its latest edition; repeating the command goes on where it stopped. */
  reschedule(order: CommandBase & { readonly calendarId: string }): Promise<RescheduleReport>;

  /** The cases that an edition moved when they were rescheduled, with their due instants before and after; `limit` counts the cases looked at. */
  rescheduled(query: PageQuery & { readonly calendarId: string; readonly version: number }): Promise<Page<RescheduledCase>>;

  /** What would become of running cases that go over to another release; `limit` counts the cases looked at. @throws RUNTIME_RELEASE_UNKNOWN */
  previewMigration(query: Migration & PageQuery): Promise<Page<MigrationPreview>>;
  /** Takes running cases over, each whole or not at all. @throws RUNTIME_RELEASE_UNKNOWN */
  migrate(order: CommandBase & Migration): Promise<MigrationReport>;

  /** What stands still, of the cases started last first; `limit` counts cases. */
  incidents(query?: PageQuery & { readonly measureId?: string }): Promise<Page<IncidentSummary>>;
  retryIncident(order: RetryOrder): Promise<CommandAnswer<OfCase>>;

  /** The case as evidence. @throws RUNTIME_CASE_UNKNOWN */
  exportCase(caseId: string): Promise<CaseExport>;
  /** Whether its audit chain is whole, reckoned anew where it is kept. @throws RUNTIME_CASE_UNKNOWN */
  verifyCase(caseId: string): Promise<CaseVerification>;
  /** Erases what is known of a person from a case that has ended; its audit chain stays valid. */
  erasePerson(order: EraseCommand): Promise<CommandAnswer<OfCase>>;
}

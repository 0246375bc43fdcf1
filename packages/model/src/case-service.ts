/**
 * The port through which the portal elements work: what one person may see and do. Implemented by `runtime` (in the page or in Node)
 * and by `client` (over HTTP). Every call acts as the person the service was made for; times are epoch milliseconds.
 */
import type { Actor, Department } from './actor.ts';
import type { CalendarData } from './calendar-data.ts';
import type {
  AllowedCaseOperation,
  AllowedOperation,
  CaseOperation,
  CaseOperationAnswer,
  CaseOperationCommand,
  NamedId,
  OperationPreview,
  PeopleQuery,
  PersonSummary,
  TaskAnswer,
  TaskOperation,
} from './case-operations.ts';
import type { DeputyChoices, DeputyQuery, Deputyship, SetDeputyCommand } from './deputyship.ts';
import type { ErrorSentences, Problem } from './errors.ts';
import type { UploadOffer, UploadPart, UploadState } from './file-upload.ts';
import type { EndingKind, Outcome } from './flow-extension.ts';
import type { FlowPicture } from './flow-picture.ts';
import type { CompiledForm, FieldAccess, FileRef, FormValues, ValueChange } from './form.ts';
import type { LastingPause } from './host-views.ts';
import type { Item } from './item.ts';
import type { Json, JsonObject } from './json.ts';
import type { ClockReading, Light } from './limit.ts';
import type { IssuedDocument, Project } from './records.ts';
import type { LocalText } from './text.ts';

/** A measure that the person may start a case of. */
export interface StartableMeasure {
  readonly measureId: string;
  readonly releaseId: string;
  readonly title: string;
  readonly summary?: string;
  /** Whether a project code is asked first. */
  readonly asksProject: boolean;
}

/** One page of a list. */
export interface Page<T> {
  readonly entries: readonly T[];
  readonly total: number;
  /** There are more than `total`; a long list is not counted to its end. */
  readonly totalIsFloor?: true;
  /** Hand it in to get the next page. */
  readonly cursor?: string;
}

/** The boxes of the inbox: 待办, 已办, 我发起, 抄送. */
export type TaskBox = 'todo' | 'done' | 'started' | 'copied';

/** What is asked of the inbox. */
export interface TaskQuery {
  readonly box: TaskBox;
  /** Text in title, project code or applicant. */
  readonly text?: string;
  readonly light?: Light;
  readonly cursor?: string;
  /** At most 200; default 50. */
  readonly limit?: number;
}

/** A line of the inbox. In the box `started` each line is a case and `taskId` is absent. */
export interface TaskSummary {
  readonly taskId?: string;
  readonly caseId: string;
  readonly title: string;
  readonly measureTitle: string;
  readonly key?: string;
  readonly applicant?: string;
  readonly stepName: string;
  readonly since: number;
  readonly clock?: ClockReading;
  readonly assignee?: { readonly id: string; readonly name: string };
  readonly round: number;
  readonly priority?: boolean;
  readonly ended?: EndingKind;
  /** The case is suspended (挂起). */
  readonly suspended?: boolean;
  /** A copy that nobody has read yet. */
  readonly unread?: boolean;
  /** Why it stands beside another task: 加签, 委派, 补正. */
  readonly asked?: TaskAnswer['how'];
  /** Whose task it is, when the person does or did it as their standing deputy (代 … 办理). */
  readonly onBehalfOf?: NamedId;
  /** Done: the standing deputy who did it in the person's place. */
  readonly doneBy?: NamedId;
}

/** A form as one person meets it in a task or case: values they may not see are left out. */
export interface FormView {
  readonly form: CompiledForm;
  readonly version: number;
  readonly values: FormValues;
  /** Access by field id, already worked out for this person and task. */
  readonly access: { readonly default: FieldAccess; readonly fields: Readonly<Record<string, FieldAccess>> };
  /** Changes since the previous round, for marking. */
  readonly changes?: readonly ValueChange[];
  /** What was answered before in this project, for fields that this person may write. */
  readonly carried?: readonly CarriedValue[];
}

/** Where an answer comes from: another form of the case, the register of projects, another case of the project, a system of the host. */
export type CarriedFrom =
  | { readonly kind: 'form'; readonly title: LocalText }
  | { readonly kind: 'register' }
  | { readonly kind: 'case'; readonly title: string; readonly at: number }
  | { readonly kind: 'host'; readonly name: string };

/** What a field takes over. */
export interface CarriedValue {
  /** Key of the field. */
  readonly key: string;
  /** Taken over where nobody has answered yet; absent when the field holds an answer of its own. */
  readonly chosen?: { readonly value: Json; readonly from: CarriedFrom };
  /** Sources that say something else. */
  readonly others: readonly { readonly value: Json; readonly from: CarriedFrom }[];
}

/** A task as its performer meets it. */
export interface TaskView {
  readonly taskId: string;
  readonly caseId: string;
  readonly nodeId: string;
  readonly name: string;
  /** Grows with every draft; hand it back when saving or completing. */
  readonly revision: number;
  readonly forms: readonly FormView[];
  readonly outcomes: readonly Outcome[];
  readonly operations: readonly AllowedOperation[];
  /** Draft values by form id, when one was kept. */
  readonly draft?: {
    readonly values: Readonly<Record<string, FormValues>>;
    readonly outcome?: string;
    readonly comment?: string;
    readonly savedAt: number;
    /** Who kept it, when it was somebody else. */
    readonly savedByName?: string;
  };
  /** The element of a task of many, e.g. the item. */
  readonly of?: Json;
  readonly ofName?: string;
  readonly assignee?: { readonly id: string; readonly name: string };
  /** Whether this person may act on it now. */
  readonly mine: boolean;
  /** Whose task it is, when the person does it as their standing deputy. */
  readonly onBehalfOf?: NamedId;
  /** Who is asked first, while the task stands still. */
  readonly heldBy?: string;
  /** Why it stands beside another task, and who asked. */
  readonly asked?: { readonly how: TaskAnswer['how']; readonly byName?: string; readonly comment?: string };
  /** What those who were asked answered. */
  readonly answers?: readonly TaskAnswer[];
  /** Why the file came back, when it was returned. */
  readonly returned?: { readonly reason: string; readonly byName: string; readonly at: number; readonly fromName: string };
  /** What comes next, in words. */
  readonly next: readonly string[];
  /** What FEEL in the forms may read beside them: `parameters`, `case`, `actor`, the element variable. */
  readonly context: JsonObject;
  readonly items: readonly Item[];
  /** The county's departments, for their names. */
  readonly departments: readonly Department[];
  /** The calendar by which the case is reckoned. */
  readonly calendar: CalendarData;
  readonly case: CaseHeader;
}

/** The head of a case. */
export interface CaseHeader {
  readonly caseId: string;
  readonly title: string;
  readonly measureTitle: string;
  readonly measureId: string;
  readonly releaseId: string;
  readonly releaseVersion: string;
  readonly key?: string;
  readonly applicant?: string;
  readonly startedAt: number;
  readonly startedByName: string;
  readonly round: number;
  readonly ended?: { readonly kind: EndingKind; readonly at: number; readonly reason?: string };
  /** While it is suspended (挂起). */
  readonly suspended?: { readonly at: number; readonly byName?: string; readonly reason?: string };
  readonly clocks: readonly ClockReading[];
  /** When it ends at the latest; absent when it has ended and when nothing ahead has a limit. */
  readonly estimate?: EstimatedEnd;
}

/** When a case ends if every step ahead takes the whole of its limit (R-089; 003 §三（三）). */
export interface EstimatedEnd {
  /** Epoch milliseconds. */
  readonly at: number;
  /** It reaches a year whose holidays are not published yet. */
  readonly provisional: boolean;
  /** Steps ahead without a limit, which were given no time. */
  readonly stepsWithoutLimit: number;
}

/** The state of an element on the flow picture. */
export interface PictureMark {
  readonly nodeId: string;
  readonly state: 'done' | 'active' | 'waiting' | 'cancelled' | 'incident';
  /** How many times it was entered, and how many are open. */
  readonly times: number;
  readonly open: number;
  readonly light?: Light;
}

/** One line of a case's time line. */
export interface TimelineEntry {
  readonly seq: number;
  readonly at: number;
  readonly kind:
    | 'started'
    | 'opened'
    | 'completed'
    | 'returned'
    | 'rejected'
    | 'message'
    | 'timer'
    | 'decision'
    | 'document'
    | 'ended'
    | 'incident'
    | 'operation'
    | 'round';
  readonly nodeId?: string;
  /** In words, Chinese. */
  readonly text: string;
  readonly byName?: string;
  /** For whom, when it was done as their standing deputy. */
  readonly forName?: string;
  readonly department?: string;
  readonly outcome?: string;
  readonly comment?: string;
  readonly round: number;
  readonly changes?: readonly ValueChange[];
}

/** A message that this person may record for the case. */
export interface RecordableMessage {
  readonly name: string;
  readonly label: string;
  /** What the message must carry to reach this case, e.g. the project code. */
  readonly key?: string;
  readonly forms: readonly FormView[];
}

/** Something that stands still in a case because it could not go on. */
export interface CaseIncident {
  readonly incidentId: number;
  readonly nodeId: string;
  readonly name: string;
  readonly since: number;
  /** In words: the cause for people of the offices, that it is being worked on for applicants. */
  readonly sentences: ErrorSentences;
  /** Whether this person may try it again. */
  readonly mayRetry: boolean;
}

/** A step of an ad-hoc sub-process that can be begun now. */
export interface StartableStep {
  readonly nodeId: string;
  readonly name: string;
  /** Which opening of the sub-process; hand it back, for it may be open several times. */
  readonly within: number;
}

/** A case as one person may see it. */
export interface CaseView extends CaseHeader {
  readonly picture: FlowPicture;
  readonly marks: readonly PictureMark[];
  readonly timeline: readonly TimelineEntry[];
  readonly openTasks: readonly {
    readonly taskId: string;
    readonly nodeId: string;
    readonly name: string;
    readonly who: string;
    readonly since: number;
    readonly clock?: ClockReading;
    readonly mine: boolean;
    /** It stands still until others have answered. */
    readonly held?: boolean;
  }[];
  /** What this person may do with the case. */
  readonly operations: readonly AllowedCaseOperation[];
  readonly incidents: readonly CaseIncident[];
  readonly documents: readonly IssuedDocument[];
  readonly forms: readonly FormView[];
  readonly messages: readonly RecordableMessage[];
  /** Steps of ad-hoc sub-processes that this person may begin now; absent when there are none. */
  readonly startable?: readonly StartableStep[];
  readonly items: readonly Item[];
  readonly departments: readonly Department[];
  /** The calendar by which the case is reckoned. */
  readonly calendar: CalendarData;
  readonly context: JsonObject;
  /** Why its clocks stand still; absent while they run. */
  readonly lasting?: readonly LastingPause[];
  /** Whether this person may make its clocks stand still and go on. */
  readonly mayPause?: boolean;
}

/** The answer to a command: done, or refused with what is wrong (and nothing changed). */
export type CommandAnswer<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly problems: readonly Problem[] };

/** What every command carries: an id made by the client; the same id gives the first answer again. */
export interface CommandBase {
  readonly commandId: string;
}

/** What acting on a task carries. */
export interface TaskCommand extends CommandBase {
  readonly taskId: string;
  readonly revision: number;
}

/** Something changed that this person may see; ask again for what is on the screen. */
export interface ChangeNotice {
  /** Position in the stream; hand it back to go on from there. */
  readonly cursor: string;
  readonly caseId: string;
  readonly kinds: readonly string[];
}

/** All a person can see and do with cases. */
export interface CaseService {
  whoAmI(): Promise<Actor>;
  startable(): Promise<readonly StartableMeasure[]>;
  projects(text?: string): Promise<readonly Project[]>;
  start(
    command: CommandBase & { readonly releaseId: string; readonly projectCode?: string },
  ): Promise<CommandAnswer<{ readonly caseId: string; readonly taskId?: string }>>;
  tasks(query: TaskQuery): Promise<Page<TaskSummary>>;
  task(taskId: string): Promise<TaskView>;
  claim(command: TaskCommand): Promise<CommandAnswer<{ readonly revision: number }>>;
  saveDraft(
    command: TaskCommand & { readonly values: Readonly<Record<string, FormValues>>; readonly outcome?: string; readonly comment?: string },
  ): Promise<CommandAnswer<{ readonly revision: number; readonly savedAt: number }>>;
  complete(
    command: TaskCommand & { readonly values: Readonly<Record<string, FormValues>>; readonly outcome?: string; readonly comment?: string },
  ): Promise<
    CommandAnswer<{
      readonly caseId: string;
      readonly next: readonly { readonly taskId: string; readonly name: string; readonly mine: boolean }[];
    }>
  >;
  /** What an operation on a task would do. @throws RUNTIME_TASK_UNKNOWN, RUNTIME_TASK_CLOSED, RUNTIME_TASK_NOT_YOURS, RUNTIME_OPERATION_NOT_ALLOWED */
  preview(operation: TaskOperation & { readonly taskId: string }): Promise<OperationPreview>;
  operate(command: TaskCommand & TaskOperation): Promise<CommandAnswer<{ readonly caseId: string }>>;
  previewCase(operation: CaseOperation): Promise<OperationPreview>;
  operateCase(command: CaseOperationCommand): Promise<CommandAnswer<CaseOperationAnswer>>;
  /** Notes that this person has read a copy (已阅); its id is the `taskId` of the line in the box `copied`. */
  readCopy(command: CommandBase & { readonly copyId: string }): Promise<CommandAnswer<{ readonly caseId: string }>>;
  /** People of the same tenant, at most 20; nobody for those who belong to no department. */
  people(query: PeopleQuery): Promise<readonly PersonSummary[]>;
  case(caseId: string): Promise<CaseView>;
  /** Who stands in for whom (代理人), by start; of the person, or for administrators of others. @throws RUNTIME_NOT_ALLOWED */
  deputies(query?: DeputyQuery): Promise<readonly Deputyship[]>;
  /** What the person's own deputy can be limited to. */
  deputyChoices(): Promise<DeputyChoices>;
  setDeputy(command: SetDeputyCommand): Promise<CommandAnswer<{ readonly deputyshipId: string }>>;
  /** Ends it now; for its principal and administrators. */
  endDeputy(command: CommandBase & { readonly deputyshipId: string }): Promise<CommandAnswer<{ readonly deputyshipId: string }>>;
  /** Records that a message came, for the one waiting case whose correlation equals `key`. */
  message(
    command: CommandBase & { readonly name: string; readonly key: string; readonly values?: Readonly<Record<string, FormValues>> },
  ): Promise<CommandAnswer<{ readonly caseId: string }>>;
  /** Begins a step of an open ad-hoc sub-process (`CaseView.startable`), as often as it is wanted. */
  startActivity(
    command: CommandBase & { readonly caseId: string; readonly nodeId: string; readonly within?: number },
  ): Promise<CommandAnswer<{ readonly caseId: string }>>;
  /** Tries again what stands still, with changed variables if need be; for administrators. */
  retryIncident(
    command: CommandBase & {
      readonly caseId: string;
      readonly incidentId: number;
      readonly variables?: JsonObject;
      readonly data?: Readonly<Record<string, FormValues>>;
    },
  ): Promise<CommandAnswer<{ readonly caseId: string }>>;
  /** Begins to send a file in parts, or goes on with it: the same person, file and name find what was begun. */
  beginUpload(offer: UploadOffer): Promise<UploadState>;
  /** Sends the next part. One that is not the next changes nothing; the answer says which is. */
  continueUpload(part: UploadPart): Promise<UploadState>;
  putFile(file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }): Promise<FileRef>;
  getFile(fileId: string): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }>;
  /** Changes from `cursor` on (from now, when absent), until `signal` aborts. */
  changes(options: { readonly cursor?: string; readonly signal: AbortSignalLike }): AsyncIterable<ChangeNotice>;
}

/** The part of `AbortSignal` that is needed, so that this room needs no DOM. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

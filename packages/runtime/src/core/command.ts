/**
 * What can be asked of a case. A command carries every outside fact that a step uses (the present, who acts, what was resolved),
 * so that the same commands always give the same case. Whether the actor *may* do it, and whether form values are valid and permitted,
 * is the shell's business and was checked before.
 */
import type { EndingKind, FormValues, Json, JsonObject, PauseTerm, Reason } from '@tongban/model';
import type { CaseActor, PauseWord, PersonName, TaskPerformer } from './state.ts';

/** What every command has. */
export interface CommandFacts {
  /** Made by the client; the shell answers a repeated one with its first answer. */
  readonly commandId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Absent when the system itself acts (jobs, timers). Hand in only these facts: they stand in events as they are. */
  readonly actor?: CaseActor | undefined;
}

/**
 * Changes that come with a command. `data`: fields to set, by form key (a field that is not named keeps its value);
 * `variables`: set in the scope of the task, job or event.
 */
export interface CommandValues {
  readonly data?: Readonly<Record<string, FormValues>> | undefined;
  readonly variables?: JsonObject | undefined;
}

/** A command to one case. */
export type CaseCommand =
  | StartCommand
  | EnterCommand
  | CompleteTaskCommand
  | ClaimCommand
  | UnclaimCommand
  | AssignCommand
  | AddSignerCommand
  | RemoveSignerCommand
  | DelegateCommand
  | SetDataCommand
  | ReturnCommand
  | WithdrawCommand
  | JumpCommand
  | SuspendCommand
  | ResumeCommand
  | UrgeCommand
  | CopyCommand
  | ReadCopyCommand
  | RejectCommand
  | StartActivityCommand
  | TerminateCommand
  | FinishJobCommand
  | FailJobCommand
  | RaiseErrorCommand
  | FireTimerCommand
  | DeliverMessageCommand
  | DeliverSignalCommand
  | RetryIncidentCommand
  | PauseClocksCommand
  | ResumeClocksCommand
  | MovePauseCommand
  | RescheduleCommand
  | GiveNoticeCommand
  | MigrateCommand;

/** Starts a case; the state must be `undefined`. */
export interface StartCommand extends CommandFacts, CommandValues {
  readonly kind: 'start';
  readonly caseId: string;
  readonly tenant: string;
  readonly actor: CaseActor;
  /** Edition of the calendar by which the program was prepared; absent: the release's own calendar. */
  readonly calendar?: number | undefined;
  /** Whom the case belongs to, when somebody else (the window) enters it; default the actor. */
  readonly starter?: CaseActor | undefined;
  /** Id of a process; default the first one of the release. */
  readonly process?: string | undefined;
  /** Id of a start event, or of a receive task or event that starts a process; default the first start event without a trigger. */
  readonly startNode?: string | undefined;
  /** Which of its event definitions came, from 0. */
  readonly startTrigger?: number | undefined;
}

/** Enters a case that has been running on paper (补录); the state must be `undefined`. */
export interface EnterCommand extends CommandFacts, CommandValues {
  readonly kind: 'enter';
  readonly caseId: string;
  readonly tenant: string;
  /** Who enters it. */
  readonly actor: CaseActor;
  /** Whom it belongs to. */
  readonly starter: CaseActor;
  /** When it began, in epoch milliseconds; nothing in it is earlier, or later than now. */
  readonly startedAt: number;
  /** Where it stands, and since when. */
  readonly places: readonly {
    readonly nodeId: string;
    readonly since: number;
    readonly assignee?: { readonly id: string; readonly name: string } | undefined;
  }[];
  /** What was done on paper. */
  readonly done?:
    | readonly {
        readonly nodeId: string;
        readonly at: number;
        readonly byName?: string | undefined;
        readonly outcome?: string | undefined;
        readonly comment?: string | undefined;
      }[]
    | undefined;
  readonly comment?: string | undefined;
  /** Edition of the calendar by which the program was prepared. */
  readonly calendar?: number | undefined;
}

/** Completes a user task. */
export interface CompleteTaskCommand extends CommandFacts, CommandValues {
  readonly kind: 'completeTask';
  readonly taskId: number;
  /** One of the task's choices; goes into the variable named by `outcomes.result`. */
  readonly outcome?: string | undefined;
  readonly comment?: string | undefined;
}

/** Takes a task for oneself (认领), or as a deputy for somebody. */
export interface ClaimCommand extends CommandFacts {
  readonly kind: 'claim';
  readonly taskId: number;
  /** Whose it is then; default the actor's. */
  readonly holder?: PersonName | undefined;
}

/** Puts a claimed task back. */
export interface UnclaimCommand extends CommandFacts {
  readonly kind: 'unclaim';
  readonly taskId: number;
}

/** Hands a task to somebody (转办). */
export interface AssignCommand extends CommandFacts {
  readonly kind: 'assign';
  readonly taskId: number;
  readonly to: { readonly id: string; readonly name: string };
  readonly comment?: string | undefined;
}

/** Where a further signer stands: before the task, after it, or beside it. */
export type SignerPosition = 'before' | 'after' | 'beside';

/** A further signer; `votes` in a vote, default 1. */
export interface NewSigner {
  readonly id: string;
  readonly name: string;
  readonly votes?: number | undefined;
}

/** Asks further people to sign (加签). */
export interface AddSignerCommand extends CommandFacts {
  readonly kind: 'addSigner';
  readonly taskId: number;
  readonly position: SignerPosition;
  readonly signers: readonly NewSigner[];
  readonly comment?: string | undefined;
}

/** Takes a signer away who has not signed (减签): the one of an open task, or one still to come. */
export interface RemoveSignerCommand extends CommandFacts {
  readonly kind: 'removeSigner';
  readonly taskId: number;
  /** Id of the signer's open task. */
  readonly signer?: number | undefined;
  /** In a sequential multi-instance the index of the instance; behind a single task the place in the line. */
  readonly upcoming?: number | undefined;
  readonly comment?: string | undefined;
}

/** Lets somebody else prepare a task, which then comes back (委派). */
export interface DelegateCommand extends CommandFacts {
  readonly kind: 'delegate';
  readonly taskId: number;
  readonly to: { readonly id: string; readonly name: string };
  readonly comment?: string | undefined;
}

/** Changes form values or variables of the case, outside any task. */
export interface SetDataCommand extends CommandFacts, CommandValues {
  readonly kind: 'setData';
}

/** Sends the case back to an earlier node (退回补正). */
export interface ReturnCommand extends CommandFacts {
  readonly kind: 'return';
  readonly taskId: number;
  /** Id of the node. */
  readonly target: string;
  readonly reason?: string | undefined;
  /** `steps` (default): what came out of the target is taken back and done anew. `back`: once corrected, the case is given straight back to this task, and all else stays. */
  readonly goOn?: 'steps' | 'back' | undefined;
  /** The number of the last task at the target: tokens that are older did not come out of it, and stay. */
  readonly since?: number | undefined;
  /** Who gets it, when it is not offered to everybody who may do it. */
  readonly to?: PersonName | undefined;
}

/** Takes back what one submitted oneself (撤回), as long as nobody has acted on what came of it. */
export interface WithdrawCommand extends CommandFacts {
  readonly kind: 'withdraw';
  /** The number of the task that was completed. */
  readonly taskId: number;
  /** Its node. */
  readonly nodeId: string;
  readonly reason?: string | undefined;
  readonly to?: PersonName | undefined;
}

/** Moves the case from any places where it waits to any nodes, at once (跳转). */
export interface JumpCommand extends CommandFacts {
  readonly kind: 'jump';
  /** Ids of tokens; a task's id is its token's. */
  readonly from: readonly number[];
  readonly to: readonly JumpTarget[];
  readonly reason?: string | undefined;
}

/** Where a jump goes. */
export interface JumpTarget {
  readonly nodeId: string;
  /** Id of a scope instance around the node, when several hold it. */
  readonly scope?: number | undefined;
  /** Ids of the call activities on the way, when the process that holds the node is called by several. */
  readonly calls?: readonly string[] | undefined;
}

/** Stops the case for a time (挂起). */
export interface SuspendCommand extends CommandFacts {
  readonly kind: 'suspend';
  readonly reason?: string | undefined;
}

/** Lets a suspended case go on (激活). */
export interface ResumeCommand extends CommandFacts {
  readonly kind: 'resume';
  readonly reason?: string | undefined;
}

/** Asks those who have open tasks to hurry (催办). */
export interface UrgeCommand extends CommandFacts {
  readonly kind: 'urge';
  /** Whose tasks; default all that are open. */
  readonly taskIds?: readonly number[] | undefined;
  readonly comment?: string | undefined;
  /** How long people are left in peace after the last time, in milliseconds. */
  readonly restMs: number;
}

/** Lets people or departments know of the case (抄送). */
export interface CopyCommand extends CommandFacts {
  readonly kind: 'copy';
  /** Id of the node it is about. */
  readonly nodeId: string;
  readonly to: readonly CopyReceiver[];
  readonly comment?: string | undefined;
}

/** A person, or a department when it says so. */
export interface CopyReceiver extends PersonName {
  readonly department?: boolean | undefined;
}

/** Somebody has read a copy (已阅). */
export interface ReadCopyCommand extends CommandFacts {
  readonly kind: 'readCopy';
  readonly copyId: number;
  readonly nodeId: string;
}

/** Closes the file from a task (退件): the case ends as rejected. */
export interface RejectCommand extends CommandFacts {
  readonly kind: 'reject';
  readonly taskId: number;
  readonly reason?: string | undefined;
}

/** Begins an activity of an open ad-hoc sub-process; `variables` are set there. */
export interface StartActivityCommand extends CommandFacts, CommandValues {
  readonly kind: 'startActivity';
  readonly nodeId: string;
  /** Id of the token at the ad-hoc sub-process, when several are open. */
  readonly within?: number | undefined;
}

/** Ends the case from outside. */
export interface TerminateCommand extends CommandFacts {
  readonly kind: 'terminate';
  /** Default `terminated`. */
  readonly ending?: EndingKind | undefined;
  readonly reason?: string | undefined;
}

/** A handler is done. */
export interface FinishJobCommand extends CommandFacts, CommandValues {
  readonly kind: 'finishJob';
  readonly jobId: number;
  /** Goes into the variable named by the handler's `result`. */
  readonly result?: Json | undefined;
}

/** A handler failed; with `retryAt` it is tried again then, else the token stands still with an incident. */
export interface FailJobCommand extends CommandFacts {
  readonly kind: 'failJob';
  readonly jobId: number;
  /** In the handler's own words, or what we ourselves found wrong. */
  readonly reason: string | Reason;
  /** Epoch milliseconds. */
  readonly retryAt?: number | undefined;
}

/** A handler raises a BPMN error for the flow to catch. */
export interface RaiseErrorCommand extends CommandFacts, CommandValues {
  readonly kind: 'raiseError';
  readonly jobId: number;
  readonly code: string;
  readonly message?: string | undefined;
}

/** A timer is due. */
export interface FireTimerCommand extends CommandFacts {
  readonly kind: 'fireTimer';
  readonly timerId: number;
  /** Of a limit whose tasks go to the superior: who that is, by task; resolved. */
  readonly to?: Readonly<Record<number, PersonName>> | undefined;
}

/** A message came for an open subscription. */
export interface DeliverMessageCommand extends CommandFacts, CommandValues {
  readonly kind: 'deliverMessage';
  readonly subscriptionId: number;
  readonly comment?: string | undefined;
}

/** A signal was broadcast by another case or the host; reaches every subscription to it in this case. */
export interface DeliverSignalCommand extends CommandFacts, CommandValues {
  readonly kind: 'deliverSignal';
  readonly name: string;
}

/** Tries again what ended in an incident, with changed values if need be. */
export interface RetryIncidentCommand extends CommandFacts, CommandValues {
  readonly kind: 'retryIncident';
  readonly incidentId: number;
}

/** Makes the clocks of limits that list the reason stand still. */
export interface PauseClocksCommand extends CommandFacts {
  readonly kind: 'pauseClocks';
  readonly reason: string;
  /** Epoch milliseconds, not after now; default now. */
  readonly from?: number | undefined;
  /** The pause is over since then: the stretch is left out of the clocks. */
  readonly to?: number | undefined;
  /** It ends by itself then, or after the term. */
  readonly until?: number | undefined;
  readonly term?: PauseTerm | undefined;
  /** Word to give before it ends by itself; resolved. */
  readonly word?: PauseWord | undefined;
  readonly comment?: string | undefined;
}

/** Ends a pause begun by command. */
export interface ResumeClocksCommand extends CommandFacts {
  readonly kind: 'resumeClocks';
  readonly reason: string;
  readonly comment?: string | undefined;
}

/** Gives a pause begun by command another end; without `until`, somebody ends it. */
export interface MovePauseCommand extends CommandFacts {
  readonly kind: 'movePause';
  readonly reason: string;
  /** Epoch milliseconds, after now. */
  readonly until?: number | undefined;
  /** Word to give before it ends by itself; resolved. */
  readonly word?: PauseWord | undefined;
  readonly comment?: string | undefined;
}

/** Reckons the clocks by another edition of the calendar; the program must have been prepared with it. */
export interface RescheduleCommand extends CommandFacts {
  readonly kind: 'reschedule';
  readonly calendar: number;
}

/** A notice of a limit is due. */
export interface GiveNoticeCommand extends CommandFacts {
  readonly kind: 'giveNotice';
  readonly clockId: number;
  /** Which of the limit's notices, from 0. */
  readonly notice: number;
  /** Who hears of it, resolved. */
  readonly to: readonly TaskPerformer[];
}

/** Takes the case over to another release; the program handed in is that release's. Made from a `MigrationPlan`. */
export interface MigrateCommand extends CommandFacts {
  readonly kind: 'migrate';
  /** Ids of the releases. */
  readonly from: string;
  readonly to: string;
  readonly nodes: readonly number[];
  readonly flows: readonly number[];
  readonly changed: readonly number[];
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** Edition of the calendar by which the program was prepared. */
  readonly calendar?: number | undefined;
}

/**
 * What can be done with a task or a case beside completing it. A task's operations are those its flow allows (`tb:operation`); a case's belong to
 * whoever started it, acted in it, or administers.
 */
import type { CommandBase } from './case-service.ts';
import type { Problem } from './errors.ts';
import type { EndingKind, OperationKind } from './flow-extension.ts';

/** Where a further signer stands: before the task, after it, or beside it. */
export type SignerPosition = 'before' | 'after' | 'beside';

/** Operations on a case: take back what one submitted (撤回), withdraw the whole case, urge, copy; for administrators the rest. */
export type CaseOperationKind = 'withdraw' | 'withdrawCase' | 'urge' | 'copy' | 'suspend' | 'resume' | 'terminate' | 'void' | 'jump';

/** Something that can be chosen, by id and name. */
export interface NamedId {
  readonly id: string;
  readonly name: string;
}

/** An operation the person may do at a task, with what it leaves to choose. */
export interface AllowedOperation {
  readonly kind: OperationKind;
  /** A reason must be given. */
  readonly reason: boolean;
  /** For `return`: the nodes it may go back to; `back`: from there it can be given straight back to this task. */
  readonly targets?: readonly { readonly nodeId: string; readonly name: string; readonly back?: boolean }[];
  /** For `addSigner`: where a signer may stand. `votes`: their votes are counted. */
  readonly positions?: readonly SignerPosition[];
  readonly votes?: boolean;
  /** For `removeSigner`: who has not signed yet. */
  readonly signers?: readonly NamedId[];
  /** In words, whom it may go to, where the flow says so. */
  readonly who?: string;
  /** For `copy` where the flow says to whom: the departments that may get one. */
  readonly departments?: readonly NamedId[];
}

/** An operation the person may do with a case. */
export interface AllowedCaseOperation {
  readonly kind: CaseOperationKind;
  readonly reason: boolean;
  /** For `jump`: where the case waits, and where it can go. */
  readonly places?: readonly NamedId[];
  readonly targets?: readonly NamedId[];
  /** For `withdraw`: the step that is taken back. */
  readonly step?: string;
}

/** What an operation on a task says beside its kind. */
export interface TaskOperation {
  readonly kind: OperationKind;
  /** For `return`: id of the node. */
  readonly target?: string;
  /** For `return`: step by step (default), or straight back to this task. */
  readonly goOn?: 'steps' | 'back';
  readonly reason?: string;
  /** For `transfer` and `delegate`: id of the person. */
  readonly to?: string;
  /** For `addSigner` and `copy`: ids of persons. */
  readonly people?: readonly string[];
  /** For `copy`: ids of departments. */
  readonly departments?: readonly string[];
  /** For `addSigner`. */
  readonly position?: SignerPosition;
  /** For `addSigner` to a vote: the votes of each of them; default 1. */
  readonly votes?: number;
  /** For `removeSigner`: one of the `signers` offered. */
  readonly signer?: string;
}

/** What an operation on a case says beside its kind. */
export interface CaseOperation {
  readonly caseId: string;
  readonly kind: CaseOperationKind;
  readonly reason?: string;
  /** For `copy`. */
  readonly people?: readonly string[];
  readonly departments?: readonly string[];
  /** For `jump`: ids of places and of targets, as the allowed operation offers them; the id of a node is a target as well. */
  readonly places?: readonly string[];
  readonly targets?: readonly string[];
}

/** A command with an operation on a case. */
export type CaseOperationCommand = CommandBase & CaseOperation;

/** What an operation would cancel and open, shown before it is done. */
export interface OperationPreview {
  readonly cancels: readonly { readonly nodeId: string; readonly name: string; readonly who?: string }[];
  readonly opens: readonly { readonly nodeId: string; readonly name: string }[];
  /** Tasks that stand still meanwhile. */
  readonly holds: readonly { readonly nodeId: string; readonly name: string; readonly who?: string }[];
  /** Timers, jobs and waits for messages that it would end, and timers it would begin, by the step they belong to. */
  readonly stops: readonly { readonly nodeId: string; readonly name: string }[];
  readonly starts: readonly { readonly nodeId: string; readonly name: string }[];
  /** How the case would end. */
  readonly ends?: EndingKind;
  /** Why it would be refused as things stand; then it would do nothing. */
  readonly problems?: readonly Problem[];
  /** What would be done, and leaves something behind. */
  readonly warnings?: readonly Problem[];
}

/** What comes of an operation on a case. */
export interface CaseOperationAnswer {
  readonly caseId: string;
  /** What it left behind, as the preview said. */
  readonly warnings?: readonly Problem[];
}

/** A person as one is offered for choosing. */
export interface PersonSummary extends NamedId {
  /** Name of the department. */
  readonly department?: string;
}

/** Who is looked for: by name or id; for an operation on a task only those whom it admits. */
export interface PeopleQuery {
  readonly text?: string;
  readonly taskId?: string;
  readonly kind?: OperationKind;
  /** Only colleagues of the department of the one who asks. */
  readonly of?: 'department';
}

/** What somebody answered who was asked for a task (加签, 委派, 退回补正). */
export interface TaskAnswer {
  readonly byName: string;
  readonly at: number;
  readonly how: 'before' | 'after' | 'delegate' | 'return';
  readonly outcome?: string;
  readonly comment?: string;
}

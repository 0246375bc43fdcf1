/**
 * What Tongban adds to a BPMN element, as `tb:` elements inside `extensionElements`
 * (namespace `https://tongban.dev/schema/bpmn/1`). Plain data, one type for one element of that schema.
 */
import type { Feel, FieldAccess } from './form.ts';

/** The XML namespace of our extension. */
export const TB_NAMESPACE = 'https://tongban.dev/schema/bpmn/1';

/**
 * `<tb:performer>`: who may do a user task. All that is given must hold.
 * `starter` = whoever started the case; `department`: an id, or FEEL when it starts with `=`.
 */
export interface Performer {
  readonly starter?: boolean;
  readonly role?: string;
  readonly department?: string | Feel;
  /** FEEL giving a person's id, or a list of them. */
  readonly person?: Feel;
}

/** `<tb:policy>` on a user task: what happens when nobody is found for it, or somebody who has acted already. */
export interface TaskPolicy {
  /** An expression found nobody: an incident (default), the task is skipped, or the administrators get it. */
  readonly empty?: EmptyPolicy;
  /** The one person found started the case, or did the step before: they are asked (default), or the task is skipped with a note. */
  readonly same?: SamePolicy;
  /** The outcome of a task that is skipped. */
  readonly outcome?: string;
}

/** What happens when nobody is found. */
export type EmptyPolicy = 'incident' | 'skip' | 'administrator';
/** What happens when the person has acted already. */
export type SamePolicy = 'ask' | 'skip';

/**
 * `<tb:expiry>` on a user task: what becomes of it when the clock of one of its limits is over. Silence counts as a decision only where the law
 * says so; so whatever decides or closes names its basis.
 */
export interface TaskExpiry {
  /** One of the task's clocks. */
  readonly limit: string;
  readonly does: ExpiryAct;
  /** `complete`: the outcome it is deemed to have. */
  readonly outcome?: string;
  /** `return`: id of the node. */
  readonly target?: string;
  /** Document and article. */
  readonly basis?: string;
}

/** Word to whoever has it; deemed done (默许, 自动通过, 自动不通过); sent back; the file closed (逾期视为放弃); to the superior (转上级). */
export type ExpiryAct = 'remind' | 'complete' | 'return' | 'reject' | 'escalate';

/** `<tb:filing>` in `<tb:filings>`: a form shown in a task, with the access of each field. */
export interface Filing {
  /** Form id. */
  readonly form: string;
  /** Access to every field that is not named. */
  readonly access: FieldAccess;
  /** By field id. */
  readonly fields?: Readonly<Record<string, FieldAccess>>;
}

/** `<tb:outcome>` in `<tb:outcomes>`: one way to finish a task (同意, 不同意 …). The choice is kept in the variable named by `result`. */
export interface Outcome {
  readonly value: string;
  readonly label: string;
  /** A reason must be given. */
  readonly reason?: boolean;
  /** A choice that people should think about twice. */
  readonly danger?: boolean;
}

/**
 * Operations a task may allow beside completing it. `withdraw` lets its performer take it back afterwards; `withdrawCase`, on the task of the
 * starter, lets them withdraw the whole case; `urge` lets those who wait for it ask for haste.
 */
export type OperationKind =
  | 'return'
  | 'reject'
  | 'transfer'
  | 'delegate'
  | 'claim'
  | 'addSigner'
  | 'removeSigner'
  | 'withdraw'
  | 'withdrawCase'
  | 'urge'
  | 'copy';

/** All of them, in the order in which people are offered them. */
export const OPERATION_KINDS: readonly OperationKind[] = [
  'return',
  'reject',
  'claim',
  'transfer',
  'delegate',
  'addSigner',
  'removeSigner',
  'copy',
  'withdraw',
  'withdrawCase',
  'urge',
];

/** `<tb:operation>` in `<tb:operations>`. */
export interface Operation {
  readonly kind: OperationKind;
  /** For `return`: ids of the nodes it may go back to. */
  readonly targets?: readonly string[];
  /** For `transfer`, `delegate`, `addSigner`, `copy`: to whom it may go; all that is given must hold. Default: whoever may do the task, else every colleague. */
  readonly to?: Performer;
  /** Whether a reason must be given; default `true` for return and reject. */
  readonly reason?: boolean;
}

/** `<tb:each>` on multiInstanceLoopCharacteristics: over which list, and the name of the one element. */
export interface Each {
  /** FEEL giving a list. */
  readonly collection: Feel;
  /** Variable holding the element in each instance. */
  readonly element: string;
  /** Variable receiving the list of results, one per instance, in order. */
  readonly results?: string;
  /** FEEL evaluated at the end of each instance; its value goes into `results`. */
  readonly result?: Feel;
}

/**
 * `<tb:vote>` on multiInstanceLoopCharacteristics: how the choices of many become one decision (会签, 或签, 票签, 一票否决; one after
 * another when the loop is sequential). A choice that is neither named in `agree`, `abstain` nor `veto` refuses.
 */
export interface Vote {
  /** All who do not abstain must agree (会签), one is enough (或签), or a part of the votes decides (票签). */
  readonly rule: VoteRule;
  /** Variable receiving `{ decision, total, agreed, refused, abstained, vetoed }`; `decision` is `approved` or `rejected`. */
  readonly result: string;
  readonly agree: readonly string[];
  readonly abstain?: readonly string[];
  /** One of these choices rejects at once, whatever the others say. */
  readonly veto?: readonly string[];
  /** For the rule `share`: `2/3`, `60%`, or a number of votes such as `5`. */
  readonly needed?: string;
  /** More than `needed` must agree, not just as many. */
  readonly more?: boolean;
  /** Of which votes `needed` is a part: all (default), or those that do not abstain. */
  readonly of?: VoteBase;
  /** Votes that must be cast before anything but a veto decides; written like `needed`. */
  readonly quorum?: string;
  /** FEEL, asked once for each instance: its votes, a whole number up to 10,000; default 1. */
  readonly weight?: Feel;
  /** FEEL, asked when an instance is done: its choice; default the variable of the task's outcomes. */
  readonly choice?: Feel;
  /** `certain` (default): decided as soon as nothing can change it. `everyone`: everyone is heard first. */
  readonly until?: VoteEnd;
  /** A removed signer's votes leave the total (default), or count as abstaining. */
  readonly removed?: RemovedVotes;
}

/** How a vote is decided. */
export type VoteRule = 'all' | 'any' | 'share';
/** Of which votes a part is needed. */
export type VoteBase = 'all' | 'cast';
/** When a vote is over. */
export type VoteEnd = 'certain' | 'everyone';
/** What becomes of the votes of who is removed. */
export type RemovedVotes = 'leave' | 'abstain';

/**
 * `<tb:assign>`: `variable` := FEEL. Before the activity when `at="start"`, after it when `at="end"`. On a call activity also
 * `in`: a variable of what is called, its value read where the call stands; and `out`: the other way round, as what is called ends.
 * `out` on a send task or throwing event: a variable that the message or signal brings.
 */
export interface Assign {
  readonly variable: string;
  readonly value: Feel;
  readonly at: 'start' | 'end' | 'in' | 'out';
}

/** `<tb:call>` on a call activity: hands all variables that can be read there to what is called (`in`), and all of its own back (`out`). */
export interface CallRule {
  readonly in?: 'all';
  readonly out?: 'all';
}

/** `<tb:handler>` on a service task: the name the host registered, its inputs as FEEL, and the variable for the result. */
export interface Handler {
  readonly name: string;
  readonly inputs: Readonly<Record<string, Feel>>;
  readonly result?: string;
}

/** `<tb:rule>` on a business rule task: which decision of which table file, and the variable for the result. */
export interface Rule {
  /** Decision id, e.g. `DT-16`. */
  readonly decision: string;
  readonly result: string;
}

/** `<tb:arrival>` on a message catch event: who may record that the message came, with which form, and its correlation. */
export interface Arrival {
  /** FEEL over the case; equal to the correlation value the message carries. */
  readonly correlation: Feel;
  readonly label?: string;
  readonly performer?: Performer;
  readonly filings?: readonly Filing[];
}

/** `<tb:start>` on a start event: who may start a case. */
export interface StartRule {
  /** Roles; FEEL over `parameters` when it starts with `=`. */
  readonly roles: string | Feel;
}

/** Everything of ours on one element. */
export interface FlowExtension {
  readonly performer?: Performer;
  readonly policy?: TaskPolicy;
  readonly expiry?: TaskExpiry;
  readonly filings?: readonly Filing[];
  readonly outcomes?: { readonly result: string; readonly choices: readonly Outcome[] };
  readonly operations?: readonly Operation[];
  readonly each?: Each;
  readonly vote?: Vote;
  readonly assigns?: readonly Assign[];
  readonly call?: CallRule;
  readonly handler?: Handler;
  readonly rule?: Rule;
  readonly arrival?: Arrival;
  readonly start?: StartRule;
  /** `<tb:clock limit="…"/>`: limit ids whose clock runs while the activity is open; on a timer event, the limit that gives its due time. */
  readonly clocks?: readonly string[];
  /** `<tb:pause reason="publicity"/>`: while the activity is open, clocks of limits that list this reason stand still. */
  readonly pauses?: string;
  /** `<tb:ending kind="rejected"/>` on an end event: how the case ended, for people. */
  readonly ending?: EndingKind;
}

/** How a case ended. */
export type EndingKind = 'completed' | 'rejected' | 'expired' | 'reapply' | 'withdrawn' | 'terminated' | 'voided';

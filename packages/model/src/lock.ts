/** What a measure locks: parts that a copy made from it (省 → 市 → 县) may not change, or only in one direction. */

/** `locks` of `measure.json`: one locked part, with why. */
export type Lock = ElementLock | LimitLock | PartLock | FieldLock;

/** A step, event, gateway or line of the flow. */
export interface ElementLock extends LockBasis {
  readonly part: 'element';
  readonly id: string;
  /** `fixed`: nothing of it may change. `stays`: it may be set up otherwise, but neither taken out nor gone around, and its legal basis stands. */
  readonly rule: 'fixed' | 'stays';
}

/** A limit of the measure, with its source. */
export interface LimitLock extends LockBasis {
  readonly part: 'limit';
  readonly id: string;
  /** `fixed`: nothing of it may change. `shorter`: only its amount, and only to less. */
  readonly rule: 'fixed' | 'shorter';
}

/** A whole part by its id: a setting, a form, a decision (`DT-16`), a document template. */
export interface PartLock extends LockBasis {
  readonly part: 'parameter' | 'form' | 'table' | 'document';
  readonly id: string;
  readonly rule: 'fixed';
}

/** A field of a form. */
export interface FieldLock extends LockBasis {
  readonly part: 'field';
  /** Id of the form. */
  readonly form: string;
  readonly id: string;
  /** `fixed`: nothing of it may change. `stays`: it may be set up otherwise, but not taken out. */
  readonly rule: 'fixed' | 'stays';
}

/** What all locks have. */
export interface LockBasis {
  /** Document and article, or a sentence: shown to whoever wants to change it. */
  readonly reason?: string;
}

/** What kinds of parts can be locked. */
export type LockedPart = Lock['part'];
/** What a lock leaves free. */
export type LockRule = Lock['rule'];

/** The rules that each kind of part can have, the strictest first. */
export const LOCK_RULES: Readonly<Record<LockedPart, readonly LockRule[]>> = {
  element: ['fixed', 'stays'],
  limit: ['fixed', 'shorter'],
  parameter: ['fixed'],
  form: ['fixed'],
  field: ['fixed', 'stays'],
  table: ['fixed'],
  document: ['fixed'],
};

/** Whether two locks are about the same part. */
export function locksSame(one: Lock, other: Lock): boolean {
  return one.part === other.part && one.id === other.id && formOf(one) === formOf(other);
}

/** The lock of a part; of a field with the id of its form. */
export function lockOf(locks: readonly Lock[] | undefined, part: LockedPart, id: string, form?: string): Lock | undefined {
  return locks?.find((lock) => lock.part === part && lock.id === id && formOf(lock) === form);
}

function formOf(lock: Lock): string | undefined {
  return lock.part === 'field' ? lock.form : undefined;
}

/** Conditions that people build by choosing: tests of one name each, joined by and / or, to any reasonable depth. */

/** A test, or several joined. */
export type Condition = ConditionTest | ConditionGroup;

/** One name, one comparison, what it is compared with. */
export interface ConditionTest {
  readonly kind: 'test';
  /** As FEEL reads it: `amount`, `form.amount`, `count(form.plots)`. */
  readonly subject: string;
  readonly operator: ConditionOperator;
  /** FEEL literals: none with `filled` and `empty`, two with `between`, any number with `in` and `notIn`, else one. */
  readonly values: readonly string[];
}

/** Tests joined: all must hold, or any. */
export interface ConditionGroup {
  readonly kind: 'all' | 'any';
  readonly parts: readonly Condition[];
}

/** How a name is compared. */
export type ConditionOperator =
  | '='
  | '!='
  | '>'
  | '>='
  | '<'
  | '<='
  | 'between'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'notContains'
  | 'filled'
  | 'empty';

/** How deep groups may stand in groups. */
export const CONDITION_DEPTH = 3;

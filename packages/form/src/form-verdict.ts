/** What a form says about its values in one situation: the types that the runtime and the page share. */
import type { FeelEnvironment, FeelLookup } from '@tongban/feel';
import type { Actor, FieldAccess, FormAccess, FormValues, Item, Json, Material, Problem } from '@tongban/model';

/** The situation in which a form is looked at. */
export interface FormContext {
  /** What the task allows; absent means that nobody asks for permission and everything may be written. */
  readonly access?: FormAccess;
  /** Who looks; decides whose opinion and whose rows may be written. */
  readonly actor?: Actor;
  /** The names that are no fields: other forms, `parameters`, `case`, `actor`, the element of a task of many. */
  readonly lookup: FeelLookup;
  readonly env: FeelEnvironment;
  /** The county's items; absent means that codes are not looked up. */
  readonly items?: readonly Item[];
  /** A `draft` may be incomplete, a submission (`submit`) may not. */
  readonly mode: 'draft' | 'submit';
}

/** The verdict on one field, or on one row of a repeating field. */
export interface FieldVerdict {
  /** `projectName`, `contacts`, `contacts[0]`, `contacts[0].name`; sections do not show in it. */
  readonly path: string;
  /** The field's id; a column's is `rowsId/columnId`. */
  readonly fieldId: string;
  /** Whether it is shown: by its own and its sections' `visible`, and by permission. */
  readonly visible: boolean;
  /** Whether it must be filled in here. `false` where it cannot be written. */
  readonly required: boolean;
  /** Whether it cannot be written here, whatever the reason. */
  readonly readOnly: boolean;
  /** After permission, department and ownership. */
  readonly access: FieldAccess;
  /** Whether the value is computed and never typed. */
  readonly computed: boolean;
  /** The value that counts: cleaned, computed, `null` when empty or not visible. Of a row, the row. */
  readonly value: Json;
  readonly problems: readonly Problem[];
  /** Dates: the first and last day allowed, `YYYY-MM-DD`. Materials: the last day for which one may be promised. */
  readonly earliest?: string;
  readonly latest?: string;
  /** Lists of materials: those listed now, of the field and of the items chosen. */
  readonly materials?: readonly Material[];
  /** Repeating fields: whether a row may be added now. Rows: whether it may be removed. */
  readonly addable?: boolean;
  readonly removable?: boolean;
}

/** The verdict on a form. */
export interface FormVerdict {
  /** By path, in document order. */
  readonly fields: ReadonlyMap<string, FieldVerdict>;
  /** All problems: of the fields in document order, then of the form as a whole. At most 500. */
  readonly problems: readonly Problem[];
  /** The values that count, by key; fields without a value are left out. */
  readonly values: FormValues;
}

/** The answer to values that were handed in. */
export interface Validation {
  /** A submission: no problem at all. A draft: nothing that cannot be kept. */
  readonly ok: boolean;
  /** The values to keep: cleaned, computed values filled in; in a submission without what is not visible. */
  readonly values: FormValues;
  readonly problems: readonly Problem[];
}

/** The answer to a patch: the new stored values, or the old ones and what is wrong. */
export interface Patched {
  readonly ok: boolean;
  readonly values: FormValues;
  readonly problems: readonly Problem[];
}

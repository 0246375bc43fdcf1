/** What a table may refer to: the fields that its conditions can ask, and names that FEEL may read. */
import type { FeelType } from '@tongban/model';

/** Something a condition can ask: a field of a form, a parameter, a property of the item. */
export interface TableField {
  /** As FEEL reads it, e.g. `application.projectType`. */
  readonly expression: string;
  readonly label: string;
  readonly type?: FeelType;
  /** The values it can have. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** A column of a reference list, whose values a column may be limited to. */
export interface TableList {
  /** As FEEL reads its values, e.g. `lists.industries.code`. */
  readonly expression: string;
  readonly label: string;
  readonly values: readonly string[];
}

/** Handed to `<tb-table-designer>` by whoever holds the measure. */
export interface TableContext {
  readonly fields: readonly TableField[];
  /** Reference lists that columns can be bound to. */
  readonly lists?: readonly TableList[];
  /** Names that FEEL may read beside the fields, e.g. `parameters`, `items`. */
  readonly names?: readonly string[];
}

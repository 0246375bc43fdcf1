/** What is known around a table. */
import type { FeelExpression } from '@tongban/model';

/** What the caller knows of the values beyond the table itself. */
export interface TableWorld {
  /** What sentences call the table; default its id. */
  readonly name?: string;
  /** Names that expressions may read. Without them, no name is reported as unknown. */
  readonly names?: readonly string[];
  /** Allowed values of inputs that do not say themselves, by input id: the choices of a form's field, the values of a type. */
  readonly allowed?: Readonly<Record<string, FeelExpression>>;
  /** Inputs whose numbers are whole, so that nothing is missing between 90 and 91. */
  readonly whole?: readonly string[];
  /** Inputs that may be empty. Default: those in which a cell speaks of null. */
  readonly nullable?: readonly string[];
}

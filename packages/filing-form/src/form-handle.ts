/** What a page does with a form being filled in. */
import type { FormValues, Json, Problem } from '@tongban/model';

/** The handle of a `<tb-form>`; good for as long as the element lives. */
export interface FormHandle {
  /** The values as a draft keeps them: what is hidden now is still there. */
  values(): FormValues;
  /** What stands in the way of a submission; shows nothing. */
  problems(): readonly Problem[];
  /** The same, shown: a summary on top that has the focus, and each sentence beside its field. */
  validate(): readonly Problem[];
  /** Sets a value as if it had been typed. @throws FORM_PATH_UNKNOWN */
  set(path: string, value: Json): void;
  /** Calls `listener` after every change; gives the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Whether anything differs from the values that were handed in. */
  isDirty(): boolean;
  /** Back to the values that were handed in; what was shown as wrong is forgotten. */
  reset(): void;
  /** Puts the focus on a field. Answers whether it is on the page. */
  focus(path: string): boolean;
}

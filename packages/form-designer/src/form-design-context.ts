/** What a form may refer to: the measure around it, its other forms, the county's items. */
import type { FormDocument, Item, MeasureManifest, MeasureSources } from '@tongban/model';

/** Handed to `<tb-form-designer>` by whoever holds the measure. */
export interface FormDesignContext {
  readonly manifest?: MeasureManifest;
  /** All forms of the measure; the one being designed may be among them. */
  readonly forms: readonly FormDocument[];
  readonly items: readonly Item[];
  /** All files of the measure by path. With them the form is tried at every task of the flow, and a key changes wherever it is read. */
  readonly sources?: MeasureSources;
  /** What else expressions may read: the elements of tasks of many. Default `item`. */
  readonly names?: readonly string[];
}

/** A version of the form, and what people call it. */
export interface FormVersion {
  readonly form: FormDocument;
  readonly title: string;
}

/** What `<tb-form-designer>` tells its host. */
import type { FormDocument, MeasureSources } from '@tongban/model';

/** `tb-form-design-change`: the form was edited, undone or redone; `form` is the whole document. */
export class FormDesignChangeEvent extends Event {
  static readonly type = 'tb-form-design-change';
  readonly form: FormDocument;
  /** Other files of the measure that changed with it, by path: what reads a key that was changed. Empty for all other edits. */
  readonly files: MeasureSources;

  constructor(form: FormDocument, files: MeasureSources = {}) {
    super(FormDesignChangeEvent.type, { bubbles: true, composed: true });
    this.form = form;
    this.files = files;
  }
}

/** `tb-form-design-select`: another field is selected; empty when it is the form itself. */
export class FormDesignSelectEvent extends Event {
  static readonly type = 'tb-form-design-select';
  readonly fieldId: string;

  constructor(fieldId: string) {
    super(FormDesignSelectEvent.type, { bubbles: true, composed: true });
    this.fieldId = fieldId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'tb-form-design-change': FormDesignChangeEvent;
    'tb-form-design-select': FormDesignSelectEvent;
  }
}

/** What `<tb-form>` tells its page. */
import type { FormValues } from '@tongban/model';

/** A person changed a value. Bubbles out of shadow roots. */
export class FormChangeEvent extends Event {
  /** Which value: `projectName`, `contacts`, `contacts[0].name`. */
  readonly path: string;
  readonly #values: () => FormValues;

  constructor(path: string, values: () => FormValues) {
    super('tb-form-change', { bubbles: true, composed: true });
    this.path = path;
    this.#values = values;
  }

  /** All values as a draft keeps them; worked out when asked for. */
  get values(): FormValues {
    return this.#values();
  }
}

/** A person pressed Ctrl + Enter (⌘ + Enter): they want to submit. */
export class FormSubmitRequestEvent extends Event {
  constructor() {
    super('tb-form-submit-request', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'tb-form-change': FormChangeEvent;
    'tb-form-submit-request': FormSubmitRequestEvent;
  }
}

/** The histories of the forms that were open one after another: who comes back to a form that nobody changed meanwhile can still undo. */
import type { FormDocument } from '@tongban/model';
import { DesignHistory } from './design-history.ts';
import { sameJson } from './same-json.ts';

/** A form that is open, or was: with what was done to it, and as it was before. */
export interface OpenForm {
  readonly history: DesignHistory;
  readonly opened: FormDocument;
}

/** So many forms that were left can still be undone. */
const KEPT_FORMS = 20;

/** See the module comment. */
export class FormHistories {
  #open: OpenForm | undefined;
  /** By id of the form, those left last at the end. */
  readonly #left = new Map<string, OpenForm>();

  /** The form that is open. */
  get open(): OpenForm | undefined {
    return this.#open;
  }

  /** Opens `form`, or none. It goes on with the history it had when it still says what it said then. */
  take(form: FormDocument | undefined): void {
    if (form !== undefined && this.#open !== undefined && sameJson(form, this.#open.history.form)) return;
    if (this.#open !== undefined) this.#leave(this.#open);
    this.#open = form && (this.#leftAs(form) ?? { history: new DesignHistory(form), opened: form });
  }

  #leftAs(form: FormDocument): OpenForm | undefined {
    const left = this.#left.get(form.id);
    return left !== undefined && sameJson(left.history.form, form) ? left : undefined;
  }

  #leave(open: OpenForm): void {
    const { id } = open.opened;
    open.history.endStep();
    this.#left.delete(id);
    this.#left.set(id, open);
    const [oldest] = this.#left.keys();
    if (this.#left.size > KEPT_FORMS && oldest !== undefined) this.#left.delete(oldest);
  }
}

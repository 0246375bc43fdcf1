/**
 * A form inside a `<form>` of its host: it hands in its values as JSON under its `name`, counts as invalid while something stands in the way
 * of a submission, and goes back to the beginning with the rest. What is wrong is said by the form itself, not by the browser's bubble.
 */
import type { FormValues, Problem } from '@tongban/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What takes part. */
export interface FormParticipant extends ReactiveControllerHost, HTMLElement {
  readonly handle: {
    values(): FormValues;
    problems(): readonly Problem[];
    validate(): readonly Problem[];
  };
}

/** See the module comment. */
export class FormParticipation implements ReactiveController {
  readonly internals: ElementInternals;
  readonly #element: FormParticipant;
  #form: HTMLFormElement | null = null;
  #waiting = false;

  constructor(element: FormParticipant) {
    this.#element = element;
    this.internals = element.attachInternals();
    element.addController(this);
    element.addEventListener('invalid', (event) => {
      event.preventDefault();
      element.handle.validate();
    });
  }

  /** The `<form>` around changed. */
  joined(form: HTMLFormElement | null): void {
    this.#form = form;
    this.renew();
  }

  /** Says what the form holds now, once for all changes of a moment. Outside of a `<form>` it costs nothing. */
  renew(): void {
    if (this.#form === null || this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      if (this.#form !== null) this.#say();
    });
  }

  hostUpdated(): void {
    this.renew();
  }

  #say(): void {
    const { handle, locale } = this.#element as FormParticipant & { readonly locale: 'zh-CN' | 'en' };
    this.internals.setFormValue(JSON.stringify(handle.values()));
    const [first] = handle.problems();
    if (first === undefined) this.internals.setValidity({});
    else this.internals.setValidity({ customError: true }, first.sentences[locale]);
  }
}

/** A field for a day, typed as people write days, and what it means. */
import { readDay } from '@tongban/filing-form';
import { html, nothing, type TemplateResult } from 'lit';
import { textOf } from './text-of.ts';

/** What a day field shows, and where what is typed goes. */
export interface DayField {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** The sentence that says what to fix. */
  readonly wrong?: string | undefined;
  readonly required?: boolean;
  /** What is typed, as it is typed; the day in one form when the field is left. */
  change(text: string): void;
}

/** The field. */
export function renderDayField({ id, label, hint, value, wrong, required, change }: DayField): TemplateResult {
  return html`<div class="field">
    <label class="label" for=${id}>${label}</label>
    <input
      id=${id}
      class="input"
      inputmode="numeric"
      autocomplete="off"
      aria-required=${required === true ? 'true' : nothing}
      aria-describedby="${id}-hint"
      aria-invalid=${wrong === undefined ? 'false' : 'true'}
      .value=${value}
      @input=${(event: Event) => change(textOf(event).trim())}
      @change=${(event: Event) => change(readDay(textOf(event)) ?? textOf(event).trim())}
    />
    <p id="${id}-hint" class=${wrong === undefined ? 'hint' : 'field-error'}>${wrong ?? hint}</p>
  </div>`;
}

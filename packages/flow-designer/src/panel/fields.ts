/** The fields of the panel: each with a label, a short help, what is wrong with it, and one edit when its value is settled. */
import { icon } from '@tongban/element-kit';
import type { FeelChangeEvent } from '@tongban/element-kit/feel';
import { html, nothing, type TemplateResult } from 'lit';
import { type HelpName, helpMessages } from './help-messages.ts';
import type { PanelView } from './panel-view.ts';

/** What fields have in common. */
export interface FieldOptions {
  /** Unique within the panel. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
}

/** No field without help: a hint that is always seen, or help that is opened. */
export type Helped = { readonly hint: string; readonly help?: never } | { readonly help: HelpName; readonly hint?: never };

/** A group of fields under the question they answer; `properties` are the names under which problems point here. */
export function group(title: string, properties: readonly string[], content: unknown, hint?: string): TemplateResult {
  return html`<section class="question" data-property=${properties.join(' ')} aria-label=${title}>
    <h3>${title}</h3>
    ${hint === undefined ? nothing : html`<p class="hint">${hint}</p>`} ${content}
  </section>`;
}

/** One line of text. */
export function textField(view: PanelView, options: FieldOptions & Helped & { readonly kind?: 'number' }): TemplateResult {
  return framed(
    view,
    options,
    html`<input
      class="input ${options.kind ?? ''}"
      id=${options.id}
      inputmode=${options.kind === 'number' ? 'numeric' : nothing}
      placeholder=${options.placeholder ?? nothing}
      .value=${options.value}
      ?readonly=${view.readonly}
      aria-invalid=${options.error === undefined ? nothing : 'true'}
      aria-describedby=${described(options)}
      @change=${(event: Event) => options.onChange((event.target as HTMLInputElement).value.trim())}
    />`,
  );
}

/** FEEL, with what may be read offered while typing; what is typed is kept even while it is wrong, and the fault is said below. */
export function feelField(view: PanelView, options: FieldOptions & Helped & { readonly required?: boolean }): TemplateResult {
  const value = options.value.replace(/^\s*=\s*/, '');
  const missing = options.required === true && value.trim() === '' ? view.t('required') : '';
  return html`<tb-feel-field
    id=${options.id}
    label=${options.label}
    hint=${options.hint ?? helpMessages.for(view)(options.help)}
    error=${options.error ?? missing}
    placeholder=${options.placeholder ?? ''}
    .names=${view.names}
    .value=${value}
    ?required=${options.required === true}
    ?readonly=${view.readonly}
    @tb-feel-input=${(event: Event) => event.stopPropagation()}
    @tb-feel-change=${(event: FeelChangeEvent) => {
      event.stopPropagation();
      options.onChange(event.value.trim());
    }}
  ></tb-feel-field>`;
}

/** One of several. A value that is no choice any more is shown as such, not lost. */
export function selectField(
  view: PanelView,
  options: FieldOptions & Helped & { readonly choices: readonly (readonly [value: string, label: string])[]; readonly hideLabel?: boolean },
): TemplateResult {
  const { choices, value } = options;
  const known = choices.some(([choice]) => choice === value);
  const all = known ? choices : [...choices, [value, view.words('unknownChoice', { id: value })] as const];
  const control = html`<select
    class="select"
    id=${options.id}
    aria-label=${options.hideLabel === true ? options.label : nothing}
    aria-invalid=${options.error === undefined ? nothing : 'true'}
    aria-describedby=${described(options)}
    ?disabled=${view.readonly}
    @change=${(event: Event) => options.onChange((event.target as HTMLSelectElement).value)}
  >
    ${all.map(([choice, label]) => html`<option value=${choice} .selected=${choice === value}>${label}</option>`)}
  </select>`;
  return options.hideLabel === true ? control : framed(view, options, control);
}

/** Yes or no. */
export function checkField(
  view: PanelView,
  options: { readonly label: string; readonly value: boolean; readonly id?: string; readonly onChange: (value: boolean) => void },
): TemplateResult {
  return html`<label class="choice">
    <input
      type="checkbox"
      id=${options.id ?? nothing}
      .checked=${options.value}
      ?disabled=${view.readonly}
      @change=${(event: Event) => options.onChange((event.target as HTMLInputElement).checked)}
    />${options.label}
  </label>`;
}

/** A button that takes one entry away. */
export function removeButton(view: PanelView, label: string, onClick: () => void): TemplateResult | typeof nothing {
  if (view.readonly) return nothing;
  return html`<button type="button" class="button quiet icon-only" title=${label} aria-label=${label} @click=${onClick}>${icon('trash')}</button>`;
}

/** A button that adds one entry. */
export function addButton(view: PanelView, label: string, onClick: () => void): TemplateResult | typeof nothing {
  if (view.readonly) return nothing;
  return html`<button type="button" class="button quiet" @click=${onClick}>${icon('plus')}${label}</button>`;
}

/** A name that expressions may use; what cannot be one is refused with why, and stays in the field. */
export function nameField(view: PanelView, options: FieldOptions & Helped & { readonly optional?: boolean }): TemplateResult {
  const error = view.rejected.get(options.id);
  return textField(view, {
    ...options,
    error,
    onChange: (value) => {
      const good = (value === '' && options.optional === true) || (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(value) && !RESERVED.has(value));
      view.reject(options.id, good ? undefined : value === '' ? view.t('required') : view.words('nameWrong'));
      if (good) options.onChange(value);
    },
  });
}

const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function framed(view: PanelView, options: FieldOptions & Helped, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <div class="label-row"><label class="label" for=${options.id}>${options.label}</label>${helpFor(view, options)}</div>
    ${control} ${options.hint === undefined ? nothing : html`<p class="hint" id="${options.id}-hint">${options.hint}</p>`}
    ${options.error === undefined ? nothing : html`<p class="field-error" id="${options.id}-error" role="alert">${icon('error')}${options.error}</p>`}
  </div>`;
}

function helpFor(view: PanelView, { help, label }: FieldOptions & Helped): TemplateResult | typeof nothing {
  if (help === undefined) return nothing;
  const words = helpMessages.for(view);
  return html`<details class="help"><summary aria-label=${words('helpOf', { label })}>?</summary><p>${words(help)}</p></details>`;
}

function described({ id, hint, error }: FieldOptions & Helped): string | typeof nothing {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean);
  return ids.length === 0 ? nothing : ids.join(' ');
}

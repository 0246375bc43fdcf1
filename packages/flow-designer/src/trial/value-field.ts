/** One value of a trial to give or to change: called what its form calls it, asked for as its kind is. */
import { type FeelName, nameAt } from '@tongban/feel-parser';
import { type Json, type TrialAsk, textIn } from '@tongban/model';
import { html, type TemplateResult } from 'lit';
import type { SurfaceHost } from '../surface-host.ts';
import type { TrialWords } from './trial-messages.ts';
import { pathWords, readLiteral, shownValue, typedValue } from './value-words.ts';

/** What the fields of one trial share. */
export interface ValueFields {
  readonly host: SurfaceHost;
  readonly words: TrialWords;
  /** What can be read, with what people call it. */
  readonly names: readonly FeelName[];
}

interface ValueChoice {
  readonly value: Json;
  readonly label: string;
}

/** The field with `id`; `onValue` is told what is in it, `null` when it was emptied. */
export function valueField(fields: ValueFields, id: string, ask: TrialAsk, onValue: (value: Json) => void): TemplateResult {
  const name = nameAt(fields.names, ask.path.split('.'));
  const label = pathWords(fields.names, ask.path, fields.host.locale);
  const choices = choicesOf(fields, ask, name);
  if (choices !== undefined && (Array.isArray(ask.value) || name?.type === 'list'))
    return html`<div class="field">
      <span class="label" id=${id} title=${ask.path}>${label}</span>
      ${boxes(id, choices, Array.isArray(ask.value) ? ask.value : [], onValue)}
    </div>`;
  return html`<div class="field">
    <label class="label" for=${id} title=${ask.path}>${label}</label>
    ${choices === undefined ? input(id, ask.value, name, onValue) : select(fields, id, choices, ask.value, onValue)}
  </div>`;
}

/** Whether a person can type or choose it: no list or whole form without choices. */
export function canBeTyped({ names }: ValueFields, { path, choices }: TrialAsk): boolean {
  const name = nameAt(names, path.split('.'));
  return choices !== undefined || name?.values !== undefined || (name?.type !== 'list' && name?.type !== 'context');
}

function choicesOf({ host, words }: ValueFields, { choices }: TrialAsk, name: FeelName | undefined): readonly ValueChoice[] | undefined {
  if (name?.type === 'boolean' && name.values === undefined)
    return [true, false].map((value) => ({ value, label: words(value ? 'yes' : 'no') }));
  return (
    choices?.map(({ value, label }) => ({ value, label: textIn(label, host.locale) })) ??
    name?.values?.map(({ feel, label }) => ({ value: readLiteral(feel), label: textIn(label, host.locale) }))
  );
}

function boxes(id: string, choices: readonly ValueChoice[], chosen: readonly Json[], onValue: (value: Json) => void): TemplateResult {
  const onChange = (event: Event): void => {
    const all = [...(event.currentTarget as HTMLElement).querySelectorAll('input')];
    onValue(choices.flatMap(({ value }, at) => (all[at]?.checked === true ? [value] : [])));
  };
  return html`<div class="choices column" role="group" aria-labelledby=${id} @change=${onChange}>
    ${choices.map(({ value, label }) => html`<label class="choice"><input type="checkbox" .checked=${chosen.includes(value)} />${label}</label>`)}
  </div>`;
}

function select(
  { words }: ValueFields,
  id: string,
  choices: readonly ValueChoice[],
  chosen: Json,
  onValue: (value: Json) => void,
): TemplateResult {
  const onChange = (event: Event): void => onValue(choices[(event.target as HTMLSelectElement).selectedIndex - 1]?.value ?? null);
  return html`<select class="select" id=${id} @change=${onChange}>
    <option value="">${words('unset')}</option>
    ${choices.map(({ value, label }) => html`<option value=${String(value)} .selected=${value === chosen}>${label}</option>`)}
  </select>`;
}

function input(id: string, value: Json, name: FeelName | undefined, onValue: (value: Json) => void): TemplateResult {
  return html`<input
    class="input"
    id=${id}
    type=${name?.type === 'date' ? 'date' : 'text'}
    inputmode=${name?.type === 'number' ? 'decimal' : 'text'}
    autocomplete="off"
    .value=${value === null ? '' : shownValue(value)}
    @input=${(event: Event) => onValue(typedValue((event.target as HTMLInputElement).value, name?.type))}
  />`;
}

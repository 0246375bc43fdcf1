/** The boxes of the properties panel. Each names itself, keeps what is typed, and makes one step of it. */
import type { FeelInputEvent } from '@tongban/element-kit/feel';
import type { FeelName } from '@tongban/feel-parser';
import type { LocalText } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { DesignDesk } from '../design-desk.ts';

/** What every box has. */
export interface BoxOptions {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  /** The label is heard and not seen: something else says it. */
  readonly quiet?: boolean;
}

/** A line of text; with `rows` several lines. */
export function textBox(
  desk: DesignDesk,
  options: BoxOptions & {
    readonly value: string;
    readonly rows?: number;
    readonly list?: string;
    readonly mono?: boolean;
    onInput(text: string): void;
  },
): TemplateResult {
  const { id, value, rows, error, hint, mono } = options;
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || nothing;
  const onInput = (event: Event): void => {
    if (!(event as InputEvent).isComposing) options.onInput((event.target as HTMLInputElement).value);
  };
  const control =
    rows === undefined
      ? html`<input class="input ${mono ? 'mono' : ''}" id=${id} autocomplete="off" .value=${value} aria-describedby=${describedBy} aria-invalid=${error ? 'true' : nothing}
          @input=${onInput} @compositionend=${onInput} @change=${() => desk.endStep()} />`
      : html`<textarea class="textarea ${mono ? 'mono' : ''}" id=${id} rows=${rows} .value=${value} aria-describedby=${describedBy} aria-invalid=${error ? 'true' : nothing}
          @input=${onInput} @compositionend=${onInput} @change=${() => desk.endStep()}></textarea>`;
  return framed(options, control);
}

/** An expression, with what it may read offered while it is typed. */
export function feelBox(
  desk: DesignDesk,
  {
    id,
    label,
    hint,
    value,
    names,
    onInput,
  }: BoxOptions & { readonly value: string; readonly names: readonly FeelName[]; onInput(text: string): void },
): TemplateResult {
  return html`<tb-feel-field id=${id} label=${label} hint=${hint ?? ''} .value=${value} .names=${names} ?readonly=${!desk.editable}
    @tb-feel-input=${(event: FeelInputEvent) => onInput(event.value)} @tb-feel-change=${() => desk.endStep()}></tb-feel-field>`;
}

/** Chinese and English of one text. */
export function localTextBoxes(
  desk: DesignDesk,
  options: {
    readonly id: string;
    readonly labels: readonly [zh: string, en: string];
    readonly value: LocalText | undefined;
    readonly rows?: number;
    readonly hint?: string;
    readonly error?: string;
    onInput(text: LocalText | undefined): void;
  },
): TemplateResult {
  const { id, labels, value, rows, hint, error } = options;
  const shared = rows === undefined ? {} : { rows };
  const give = (zh: string, en: string): void => {
    options.onInput(zh === '' && en === '' ? undefined : { 'zh-CN': zh, ...(en === '' ? {} : { en }) });
  };
  const zh = value?.['zh-CN'] ?? '';
  const en = value?.en ?? '';
  return html`${textBox(desk, {
    id,
    label: labels[0],
    value: zh,
    ...shared,
    ...(hint ? { hint } : {}),
    ...(error ? { error } : {}),
    onInput: (text) => give(text, en),
  })}
    <details class="english" ?open=${desk.locale === 'en'}>
      <summary>${labels[1]}${en === '' ? nothing : html`<span class="muted">　${en}</span>`}</summary>
      ${textBox(desk, { id: `${id}-en`, label: labels[1], quiet: true, value: en, ...shared, onInput: (text) => give(zh, text) })}
    </details>`;
}

/** A number, or nothing. */
export function numberBox(
  desk: DesignDesk,
  options: BoxOptions & { readonly value: number | undefined; readonly whole?: boolean; onInput(value: number | undefined): void },
): TemplateResult {
  const { id, value, whole } = options;
  return framed(
    options,
    html`<input class="input number" id=${id} type="text" inputmode=${whole ? 'numeric' : 'decimal'} autocomplete="off" .value=${value === undefined ? '' : String(value)}
      @change=${(event: Event) => {
        const box = event.target as HTMLInputElement;
        const text = box.value.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
        const number = Number(text);
        const fits = text !== '' && Number.isFinite(number) && (!whole || (Number.isSafeInteger(number) && number >= 0));
        if (text === '' || fits) options.onInput(text === '' ? undefined : number);
        if (text !== '' && !fits) box.value = value === undefined ? '' : String(value);
        desk.endStep();
      }} />`,
  );
}

/** One of some. */
export function choiceBox<Value extends string>(
  desk: DesignDesk,
  options: BoxOptions & {
    readonly value: Value;
    readonly choices: readonly (readonly [value: Value, label: string])[];
    onChoose(value: Value): void;
  },
): TemplateResult {
  const { id, value, choices, hint } = options;
  return framed(
    options,
    html`<select class="select" id=${id} aria-describedby=${hint ? `${id}-hint` : nothing} @change=${(event: Event) => {
      options.onChoose((event.target as HTMLSelectElement).value as Value);
      desk.endStep();
    }}>${choices.map(([each, label]) => html`<option value=${each} .selected=${each === value}>${label}</option>`)}</select>`,
  );
}

/** A tick. */
export function tickBox(
  desk: DesignDesk,
  options: BoxOptions & { readonly value: boolean; onChange(value: boolean): void },
): TemplateResult {
  const { id, label, hint, value } = options;
  return html`<div class="field">
    <label class="choice"><input type="checkbox" id=${id} .checked=${value} aria-describedby=${hint ? `${id}-hint` : nothing} @change=${(
      event: Event,
    ) => {
      options.onChange((event.target as HTMLInputElement).checked);
      desk.endStep();
    }} />${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  </div>`;
}

function framed({ id, label, hint, error, quiet }: BoxOptions, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <label class=${quiet ? 'visually-hidden' : 'label'} for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${control}
    ${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
  </div>`;
}

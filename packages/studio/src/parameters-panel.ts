/** `<tb-parameters-panel>`: the settings of a measure, each in words with its source. */
import { fieldStyles, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import { type Json, type Lock, lockOf, type Parameter, textIn } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PartChangeEvent } from './part-change-event.ts';
import { studioMessages } from './studio-messages.ts';

/**
 * Parameters; fires `tb-part-change` with the new list.
 *
 * @fires tb-part-change - a panel of the studio has a new value for its part of the measure
 */
export class ParametersPanel extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    fieldStyles,
    surfaceStyles,
    css`
      :host {
        display: block;
        max-width: 720px;
      }

      .field {
        margin-bottom: 20px;
      }
    `,
  ];

  @property({ attribute: false }) parameters: readonly Parameter[] = [];
  /** Settings that a copy does not change. */
  @property({ attribute: false }) locks: readonly Lock[] = [];

  private readonly t = studioMessages.for(this);

  override render(): TemplateResult {
    return html`<p class="muted">${this.t('parameterHint')}</p>
      ${this.parameters.map((parameter, index) => this.renderParameter(parameter, index))}`;
  }

  private renderParameter(parameter: Parameter, index: number): TemplateResult {
    const id = `parameter-${index}`;
    return html`<div class="field" data-parameter=${parameter.id}>
      <label class="label" for=${id}>${textIn(parameter.name, this.locale)}</label>
      ${this.renderControl(parameter, index, id)}
      ${parameter.source === undefined ? nothing : html`<p class="hint" id="${id}-hint">${parameter.source}</p>`}
    </div>`;
  }

  private renderControl(parameter: Parameter, index: number, id: string): TemplateResult {
    const choices =
      parameter.choices ??
      (typeof parameter.value === 'boolean'
        ? [
            { value: true, label: this.t('yes') },
            { value: false, label: this.t('no') },
          ]
        : undefined);
    const describedBy = parameter.source === undefined ? nothing : `${id}-hint`;
    const isLocked = lockOf(this.locks, 'parameter', parameter.id) !== undefined;
    if (choices === undefined) {
      return html`<input class="input" id=${id} aria-describedby=${describedBy} ?readonly=${isLocked} .value=${String(parameter.value)} @change=${(event: Event) => this.type(parameter, index, event)} />`;
    }
    return html`<select class="select" id=${id} aria-describedby=${describedBy} ?disabled=${isLocked} @change=${(event: Event) => this.set(index, choices[(event.target as HTMLSelectElement).selectedIndex]?.value ?? null)}>
      ${choices.map((choice) => html`<option ?selected=${choice.value === parameter.value}>${textIn(choice.label, this.locale)}</option>`)}
    </select>`;
  }

  private type(parameter: Parameter, index: number, event: Event): void {
    const input = event.target as HTMLInputElement;
    const text = input.value.trim();
    const number = Number(text);
    if (typeof parameter.value !== 'number') this.set(index, text);
    else if (text !== '' && Number.isSafeInteger(number)) this.set(index, number);
    else input.value = String(parameter.value);
  }

  private set(index: number, value: Json): void {
    this.parameters = this.parameters.map((parameter, at) => (at === index ? { ...parameter, value } : parameter));
    this.emit(new PartChangeEvent(this.parameters));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-parameters-panel': ParametersPanel;
  }
}

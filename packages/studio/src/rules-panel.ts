/** `<tb-rules-panel>`: the decision tables of a measure, to read: each rule is a row, each cell as it stands in the table. */
import { fieldStyles, surfaceStyles, TongbanElement, tableStyles } from '@tongban/element-kit';
import type { DecisionModel, DecisionTable } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { cellWords, hitPolicyWords } from './cell-words.ts';
import { studioMessages } from './studio-messages.ts';

/** Tables by decision id. */
export class RulesPanel extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    fieldStyles,
    surfaceStyles,
    tableStyles,
    css`
      .select {
        max-width: 420px;
        margin-bottom: 12px;
      }

      .outputs {
        background: var(--_accent-weak);
      }
    `,
  ];

  @property({ attribute: false }) decisions: Readonly<Record<string, DecisionModel>> = {};
  @state() private chosen = '';

  private readonly t = studioMessages.for(this);

  override render(): TemplateResult {
    const ids = Object.keys(this.decisions);
    const id = ids.includes(this.chosen) ? this.chosen : (ids[0] ?? '');
    const decision = this.decisions[id]?.decisions.find((candidate) => candidate.id === id);
    return html`<label>
        <span class="visually-hidden">${this.t('chooseTable')}</span>
        <select class="select" @change=${this.onChoose}>
          ${ids.map((each) => html`<option value=${each} ?selected=${each === id}>${each}　${this.nameOf(each)}</option>`)}
        </select>
      </label>
      ${decision?.logic?.kind === 'table' ? this.renderTable(decision.logic) : nothing}`;
  }

  private renderTable(table: DecisionTable): TemplateResult {
    return html`<p class="muted">${this.t('hitPolicy', { policy: hitPolicyWords(table.hitPolicy, this.locale) })}</p>
      <div class="scroll">
        <table class="table">
          <thead>
            <tr>
              <th scope="colgroup" colspan=${table.inputs.length}>${this.t('ruleInputs')}</th>
              <th scope="colgroup" class="outputs" colspan=${table.outputs.length}>${this.t('ruleOutputs')}</th>
              <td></td>
            </tr>
            <tr>
              ${table.inputs.map((input) => html`<th scope="col" title=${input.expression.text}>${input.label ?? input.expression.text}</th>`)}
              ${table.outputs.map((output) => html`<th scope="col" class="outputs">${output.label ?? output.name}</th>`)}
              <th scope="col">${this.t('remarks')}</th>
            </tr>
          </thead>
          <tbody>
            ${table.rules.map(
              (rule) => html`<tr>
                ${rule.inputEntries.map((cell) => html`<td title=${cell.text}>${cellWords(cell.text, this.locale)}</td>`)}
                ${rule.outputEntries.map((cell) => html`<td class="outputs" title=${cell.text}>${cellWords(cell.text, this.locale)}</td>`)}
                <td class="muted">${rule.description ?? rule.annotations.join(' ')}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  private nameOf(id: string): string {
    return this.decisions[id]?.decisions.find((decision) => decision.id === id)?.name ?? '';
  }

  private onChoose(event: Event): void {
    this.chosen = (event.target as HTMLSelectElement).value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-rules-panel': RulesPanel;
  }
}

/** The columns of a file, one line each: what it is, where it comes from or goes to, its type. */

import type { GridColumn, GridType } from '@tongban/tables';
import { html, nothing, type TemplateResult } from 'lit';
import type { ColumnCells } from '../sheet/column-cells.ts';
import type { TableContext } from '../table-context.ts';
import { type ImportDraft, samplesOf } from './import-draft.ts';
import type { ImportWords } from './import-messages.ts';

/** What the lines need. */
export interface MappingDesk {
  readonly t: ImportWords;
  readonly draft: ImportDraft;
  readonly mode: 'replace' | 'append';
  readonly context: TableContext;
  readonly present: readonly ColumnCells[];
  change(draft: ImportDraft): void;
}

const ROLES = ['input', 'output', 'remark', 'ignored'] as const;
const TYPES: readonly GridType[] = ['string', 'number', 'boolean', 'date'];

/** See the module comment. */
export function columnMapping(desk: MappingDesk): TemplateResult {
  const { t, draft, mode } = desk;
  return html`<h3>${t('columns')}</h3>
    <p class="hint">${t('columnsHint')}</p>
    <div class="scroll"><table class="table mapping">
      <thead><tr>
        <th scope="col">${t('column')}</th><th scope="col">${t('sample')}</th>
        ${
          mode === 'append'
            ? html`<th scope="col">${t('target')}</th>`
            : html`<th scope="col">${t('role')}</th><th scope="col">${t('name')}</th><th scope="col">${t('type')}</th><th scope="col">${t('closed')}</th>`
        }
      </tr></thead>
      <tbody>${draft.columns.map(
        (column, at) => html`<tr class=${isOut(desk, at) ? 'out' : ''}>
        <th scope="row">${column.heading || `${at + 1}`}</th>
        <td class="muted small samples">${samplesOf(draft, at).join('、')}</td>
        ${mode === 'append' ? targetCell(desk, column, at) : roleCells(desk, column, at)}
      </tr>`,
      )}</tbody>
    </table></div>`;
}

function isOut({ draft, mode }: MappingDesk, at: number): boolean {
  return mode === 'append' ? (draft.targets[at] ?? -1) < 0 : draft.columns[at]?.role === 'ignored';
}

function targetCell({ t, draft, present, change }: MappingDesk, { heading }: GridColumn, at: number): TemplateResult {
  const choose = (target: number): void =>
    change({ ...draft, targets: draft.targets.map((one, index) => (index === at ? target : one === target ? -1 : one)) });
  return html`<td><select class="select" aria-label=${t('targetOf', { column: heading })} @change=${(event: Event) => choose(Number((event.target as HTMLSelectElement).value))}>
    <option value="-1" .selected=${draft.targets[at] === -1}>${t('role_ignored')}</option>
    ${present.map(({ column }, index) => html`<option value=${index} .selected=${draft.targets[at] === index}>${column.label || column.name || column.expression}</option>`)}
  </select></td>`;
}

function roleCells(desk: MappingDesk, column: GridColumn, at: number): TemplateResult {
  const { t, draft } = desk;
  const { heading, role, type } = column;
  const change = (next: Partial<GridColumn>): void =>
    desk.change({ ...draft, columns: draft.columns.map((one, index) => (index === at ? { ...one, ...next } : one)) });
  const decides = role === 'input' || role === 'output';
  return html`<td><select class="select" aria-label=${t('roleOf', { column: heading })} @change=${(event: Event) => {
    const next = (event.target as HTMLSelectElement).value as GridColumn['role'];
    change({ role: next, ...(next === 'output' && column.name.includes('.') ? { name: heading } : {}) });
  }}>${ROLES.map((one) => html`<option value=${one} .selected=${one === role}>${t(`role_${one}`)}</option>`)}</select></td>
    <td>${role === 'input' ? sourceOf(desk, column, change) : role === 'output' ? html`<input class="input" aria-label=${t('nameOf', { column: heading })} .value=${column.name} @change=${(event: Event) => change({ name: (event.target as HTMLInputElement).value.trim() || heading })} />` : nothing}</td>
    <td>${decides ? html`<select class="select" aria-label=${t('typeOf', { column: heading })} @change=${(event: Event) => change({ type: (event.target as HTMLSelectElement).value as GridType })}>${TYPES.map((one) => html`<option value=${one} .selected=${one === type}>${t(`type_${one}`)}</option>`)}</select>` : nothing}</td>
    <td>${decides && type === 'string' ? html`<input type="checkbox" aria-label=${t('closedOf', { column: heading })} .checked=${column.isClosed === true} @change=${(event: Event) => change({ isClosed: (event.target as HTMLInputElement).checked })} />` : nothing}</td>`;
}

// with fields: choose one, or keep the heading as a name of one's own
function sourceOf({ t, context }: MappingDesk, { heading, name }: GridColumn, change: (next: Partial<GridColumn>) => void): TemplateResult {
  const label = t('fieldOf', { column: heading });
  if (context.fields.length === 0)
    return html`<input class="input" aria-label=${label} .value=${name} @change=${(event: Event) => change({ name: (event.target as HTMLInputElement).value.trim() || heading })} />`;
  const own = context.fields.every(({ expression }) => expression !== name);
  return html`<select class="select source" aria-label=${label} @change=${(event: Event) => {
    const field = context.fields.find(({ expression }) => expression === (event.target as HTMLSelectElement).value);
    const type = TYPES.find((one) => one === field?.type?.name);
    change({ name: field?.expression ?? heading, ...(type === undefined ? {} : { type }) });
  }}>
    <option value="" .selected=${own}>${t('ownField', { name: own ? name : heading })}</option>
    ${context.fields.map((field) => html`<option value=${field.expression} .selected=${field.expression === name}>${field.label}</option>`)}
  </select>`;
}

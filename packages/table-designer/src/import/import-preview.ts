/** The first rows as they will stand in the table, and the sentences about those that cannot be read. */
import { cellWords } from '@tongban/feel-parser';
import type { DecisionTable, FeelExpression, FeelType, Locale, Problem } from '@tongban/model';
import type { TextRows } from '@tongban/office-files';
import { html, nothing, type TemplateResult } from 'lit';
import type { ColumnCells } from '../sheet/column-cells.ts';
import type { ImportWords } from './import-messages.ts';

/** What is shown. */
export interface PreviewDesk {
  readonly t: ImportWords;
  readonly locale: Locale;
  readonly present: readonly ColumnCells[];
  /** A new table, or rows of the present one. */
  readonly table?: DecisionTable;
  readonly rows?: TextRows;
  readonly problems: readonly Problem[];
}

const SHOWN_ROWS = 8;
const SHOWN_PROBLEMS = 10;

/** See the module comment. */
export function importPreview(desk: PreviewDesk): TemplateResult {
  const { t, locale, problems } = desk;
  const { headings, rows } = desk.table === undefined ? presentRows(desk) : newRows(desk.table, locale);
  const unread = problems.filter(({ code }) => code === 'TABLES_GRID_CELL');
  const rest = problems.length - SHOWN_PROBLEMS;
  return html`${
    problems.length === 0
      ? nothing
      : html`<div class="callout warning" role="status"><div>
          ${unread.length === 0 ? nothing : html`<p>${t('left', { rows: new Set(unread.map(({ details }) => details?.['row'])).size })}</p>`}
          <ul>${problems.slice(0, SHOWN_PROBLEMS).map(({ sentences }) => html`<li>${sentences[locale]}</li>`)}</ul>
          ${rest > 0 ? html`<p>${t('more', { count: rest })}</p>` : nothing}
        </div></div>`
  }
    <h3>${t('preview', { count: rows.length })}</h3>
    <div class="scroll" role="region" tabindex="0" aria-label=${t('preview', { count: rows.length })}><table class="table">
      <thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
      <tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
    </table></div>`;
}

interface Shown {
  readonly headings: readonly string[];
  readonly rows: TextRows;
}

function presentRows({ present, rows = [] }: PreviewDesk): Shown {
  return {
    headings: present.map(({ column }) => column.label || column.name),
    rows: rows.slice(0, SHOWN_ROWS).map((cells) => cells.map((cell, at) => present[at]?.words(cell) ?? cell)),
  };
}

function newRows({ inputs, outputs, annotations, rules }: DecisionTable, locale: Locale): Shown {
  const words =
    (dialect: 'unaryTests' | 'expression', columns: readonly { readonly type?: FeelType }[]) => (cell: FeelExpression, at: number) =>
      cellWords(cell, { dialect, type: columns[at]?.type }, locale);
  return {
    headings: [...inputs.map(({ label = '' }) => label), ...outputs.map(({ label = '' }) => label), ...annotations],
    rows: rules
      .slice(0, SHOWN_ROWS)
      .map((rule) => [
        ...rule.inputEntries.map(words('unaryTests', inputs)),
        ...rule.outputEntries.map(words('expression', outputs)),
        ...rule.annotations,
      ]),
  };
}

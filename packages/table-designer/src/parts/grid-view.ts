/** The grid: headings by kind, rows in sight, and one text field that is always in the cell with the focus. */
import { icon } from '@tongban/element-kit';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isInside, isMany } from '../sheet/grid-range.ts';
import { type ColumnKind, DESCRIPTION, headingIn, type SheetColumn } from '../sheet/table-sheet.ts';
import type { CellEdit, TableDesk } from '../table-desk.ts';

/** What happens in the text field. */
export interface GridHandlers {
  onInput(event: InputEvent): void;
  onPick(words: string): void;
}

const KINDS: readonly ColumnKind[] = ['input', 'output', 'annotation'];

/** The heading rows and the body; the element around it scrolls. */
export function gridView(desk: TableDesk, handlers: GridHandlers): TemplateResult {
  const { sheet, t } = desk;
  return html`<div class="grid" role="grid" aria-label=${t('grid', { rows: sheet.rows.length })} aria-rowcount=${sheet.rows.length + 1} aria-colcount=${sheet.columns.length + 1} aria-multiselectable="true" aria-readonly=${!desk.editable}>
    <div class="head" role="rowgroup">
      <div class="line kinds" aria-hidden="true">
        <span class="corner"></span>
        ${KINDS.map((kind) => kindHeading(desk, kind))}
      </div>
      <div class="line" role="row" aria-rowindex="1">
        <span class="corner" role="columnheader" aria-colindex="1">${t('rowNumber')}</span>
        ${sheet.columns.map((column, at) => heading(desk, column, at))}
      </div>
    </div>
    <div class="body ${desk.rows.to - desk.rows.from < sheet.rows.length ? 'windowed' : ''}" role="rowgroup">
      ${repeat(
        drawnRows(desk),
        (row) => sheet.rows[row]?.id,
        (row) => line(desk, row, handlers),
      )}
    </div>
  </div>`;
}

// the row with the focus stays drawn when it is scrolled out of sight: the focus must not be lost
function drawnRows({ rows, selection, sheet }: TableDesk): readonly number[] {
  const drawn = Array.from({ length: rows.to - rows.from }, (_, at) => rows.from + at);
  const { row } = selection.focus;
  if (row >= 0 && row < sheet.rows.length && row < rows.from) return [row, ...drawn];
  if (row >= rows.to && row < sheet.rows.length) return [...drawn, row];
  return drawn;
}

function kindHeading({ sheet, t }: TableDesk, kind: ColumnKind): TemplateResult | typeof nothing {
  const count = sheet.columns.filter((column) => column.kind === kind).length;
  if (count === 0) return nothing;
  const words = { input: t('inputs'), output: t('outputs'), annotation: t('annotations') }[kind];
  return html`<span class="kind of-${kind}" data-span=${count}>${words}</span>`;
}

function heading(desk: TableDesk, column: SheetColumn, at: number): TemplateResult {
  const { selection, t } = desk;
  const focused = selection.focus.row === -1 && selection.focus.column === at;
  const wrong = desk.problems.some(({ column: wrongColumn, row }) => row === undefined && wrongColumn === at);
  const label = headingOf(column, desk);
  return html`<div class="cell heading of-${column.kind} ${focused ? 'focused' : ''} ${wrong ? 'wrong' : ''}" role="columnheader" aria-colindex=${at + 2} data-row="-1" data-column=${at}>
    <button type="button" class="head-button" tabindex=${focused ? 0 : -1} aria-pressed=${focused} aria-label=${`${t('headName', { kind: t(`kind_${column.kind}`), column: label })}${wrong ? `，${t('wrongCell')}` : ''}`} title=${column.expression || label}>
      ${wrong ? icon('error') : nothing}<span>${label}</span>
    </button>
  </div>`;
}

/** What people call the column. */
function headingOf(column: SheetColumn, { t, headings }: TableDesk): string {
  const { name, expression, id } = column;
  return headingIn(column, headings) || name || expression || t(id === DESCRIPTION ? 'description' : 'unnamed');
}

function line(desk: TableDesk, row: number, handlers: GridHandlers): TemplateResult {
  const { sheet, t, rowProblems } = desk;
  const problem = rowProblems.get(row);
  const matched = desk.matched.has(sheet.rows[row]?.id ?? '');
  const selected = row >= desk.range.top && row <= desk.range.bottom && desk.selection.focus.row >= 0;
  return html`<div class="line row ${matched ? 'matched' : ''}" role="row" aria-rowindex=${row + 2} data-line=${row}>
    <span class="number ${selected ? 'selected' : ''} ${problem === undefined ? '' : 'doubtful'}" role="rowheader" aria-colindex="1" data-number=${row} title=${problem ?? t('rowName', { row: row + 1 })}>
      ${problem === undefined ? nothing : icon('warning', { label: problem })}${matched ? icon('check', { label: t('rowMatched') }) : nothing}${row + 1}
    </span>
    ${sheet.columns.map((_, column) => cell(desk, row, column, handlers))}
  </div>`;
}

function cell(desk: TableDesk, row: number, column: number, handlers: GridHandlers): TemplateResult {
  const { selection, range, t } = desk;
  const cells = desk.columns[column];
  const text = desk.sheet.rows[row]?.cells[column] ?? '';
  if (cells === undefined) return html``;
  const words = desk.asFeel ? text : cells.words(text);
  const focused = selection.focus.row === row && selection.focus.column === column;
  const wrong = cells.isWrong(text);
  const inside = isMany(range) && isInside(range, row, column);
  const faint = cells.column.kind === 'input' && (text === '-' || text.trim() === '');
  const failed = desk.failed.get(desk.sheet.rows[row]?.id ?? '') === cells.column.id;
  const classes = `cell of-${cells.column.kind} ${focused ? 'focused' : ''} ${inside ? 'selected' : ''} ${wrong ? 'wrong' : ''} ${faint ? 'faint' : ''} ${failed ? 'failed' : ''} ${desk.found.has(`${row}:${column}`) ? 'found' : ''}`;
  const name = t('cellName', {
    row: row + 1,
    column: headingOf(cells.column, desk),
    text: `${words || t('empty')}${wrong ? `，${t('wrongCell')}` : ''}`,
  });
  return html`<div class=${classes} role="gridcell" aria-colindex=${column + 2} aria-selected=${focused || inside} data-row=${row} data-column=${column} title=${words}>
    <span class="shown" aria-hidden=${focused ? 'true' : nothing}>${words}</span>
    ${focused ? entry(desk, name, desk.edit, handlers) : nothing}
  </div>`;
}

function entry(desk: TableDesk, name: string, edit: CellEdit | undefined, handlers: GridHandlers): TemplateResult {
  const cells = desk.columns[desk.selection.focus.column];
  const choices = edit === undefined ? [] : (cells?.choices ?? []);
  const open = choices.length > 0;
  return html`<input
      class="entry ${edit === undefined ? '' : 'editing'}"
      type="text"
      autocomplete="off"
      spellcheck="false"
      role=${open ? 'combobox' : nothing}
      aria-expanded=${open ? 'true' : nothing}
      aria-controls=${open ? 'choices' : nothing}
      aria-activedescendant=${edit !== undefined && edit.choice >= 0 ? `choice-${edit.choice}` : nothing}
      aria-label=${name}
      aria-readonly=${!desk.editable}
      .value=${edit?.typed ?? ''}
      @input=${handlers.onInput}
    />
    ${
      open
        ? html`<div class="floating choices" id="choices" role="listbox" aria-label=${cells?.column.label ?? ''}>
            ${choices.map(
              ({ words }, at) =>
                html`<div class="option ${at === edit?.choice ? 'active' : ''}" id="choice-${at}" role="option" aria-selected=${at === edit?.choice} @pointerdown=${(
                  event: PointerEvent,
                ) => {
                  event.preventDefault();
                  event.stopPropagation();
                  handlers.onPick(words);
                }}>${words}</div>`,
            )}
          </div>`
        : nothing
    }`;
}

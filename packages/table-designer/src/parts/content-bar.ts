/** The line above the grid: where the focus is, what stands there in words, and its FEEL, which can be edited as it is. */
import { icon } from '@tongban/element-kit';
import { html, nothing, type TemplateResult } from 'lit';
import { setCells } from '../commands/set-cells.ts';
import { type CellReader, dialectOf } from '../sheet/read-cell.ts';
import type { TableDesk } from '../table-desk.ts';

/** See the module comment. */
export function contentBar(desk: TableDesk, reader: CellReader): TemplateResult {
  const { row, column } = desk.selection.focus;
  const cells = desk.columns[column];
  const text = desk.sheet.rows[row]?.cells[column];
  const { t } = desk;
  if (cells === undefined || text === undefined) return html`<div class="bar" aria-hidden="true"></div>`;
  const label = cells.column.label || t('unnamed');
  if (cells.column.kind === 'annotation') {
    return html`<div class="bar"><span class="where">${t('barRow', { row: row + 1 })} · ${label}</span><span class="whole">${text}</span></div>`;
  }
  const typed = desk.edit === undefined ? text : cells.feel(desk.edit.typed);
  const { expression, problems } = reader.cell(typed, dialectOf(cells.column.kind));
  const sentence = expression === undefined ? problems[0]?.sentences[desk.locale] : undefined;
  return html`<div class="bar ${sentence === undefined ? '' : 'wrong'}">
    <span class="where">${t('barRow', { row: row + 1 })} · ${label}</span>
    <label class="feel"><span>${t('barFeel')}</span>
      <input class="feel-entry" autocomplete="off" spellcheck="false" aria-label="${t('barRow', { row: row + 1 })} ${label} FEEL" aria-invalid=${sentence !== undefined} aria-describedby=${sentence === undefined ? nothing : 'bar-problem'} .value=${typed} ?readonly=${!desk.editable}
        @change=${(event: Event) => desk.run(setCells({ row, column }, [[(event.target as HTMLInputElement).value.trim()]]))} />
    </label>
    ${sentence === undefined ? nothing : html`<span class="problem" id="bar-problem" role="status">${icon('error')}${sentence}</span>`}
  </div>`;
}

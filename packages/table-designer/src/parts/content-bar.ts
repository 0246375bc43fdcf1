/** The line above the grid: where the focus is, what stands there in words, and its FEEL, which can be edited as it is. */
import type { FeelChangeEvent } from '@tongban/element-kit/feel';
import { feelNameType } from '@tongban/feel-parser';
import { html, type TemplateResult } from 'lit';
import { setCells } from '../commands/set-cells.ts';
import { dialectOf } from '../sheet/read-cell.ts';
import type { TableDesk } from '../table-desk.ts';

/** See the module comment. */
export function contentBar(desk: TableDesk): TemplateResult {
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
  const { expression, type } = cells.column;
  const input = cells.column.kind === 'input' ? { name: expression, label, ...feelNameType(type) } : undefined;
  return html`<div class="bar">
    <span class="where">${t('barRow', { row: row + 1 })} · ${label}</span>
    <span class="tag">${t('barFeel')}</span>
    <tb-feel-field class="feel-entry" hide-label label="${t('barRow', { row: row + 1 })} ${label} FEEL" dialect=${dialectOf(cells.column.kind)} .names=${desk.names} .input=${input} .value=${typed} ?readonly=${!desk.editable}
      @tb-feel-change=${(event: FeelChangeEvent) => {
        event.stopPropagation();
        desk.run(setCells({ row, column }, [[event.value.trim()]]));
      }}></tb-feel-field>
  </div>`;
}

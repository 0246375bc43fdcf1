/** The tools above the grid: history, rows, columns, how rows count, search, and whether FEEL is shown. */
import { type IconName, icon } from '@tongban/element-kit';
import type { HitAggregation, HitPolicy } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { insertColumn } from '../commands/change-columns.ts';
import { changeHitPolicy } from '../commands/change-table.ts';
import type { ColumnKind } from '../sheet/table-sheet.ts';
import type { TableEditor } from '../table-editor.ts';

type Policy = readonly [HitPolicy, HitAggregation?];

const POLICIES: readonly Policy[] = [
  ['U'],
  ['F'],
  ['A'],
  ['P'],
  ['R'],
  ['O'],
  ['C'],
  ['C', 'SUM'],
  ['C', 'COUNT'],
  ['C', 'MIN'],
  ['C', 'MAX'],
];

/** See the module comment. `openPanel` goes to the properties of a column just added, `openImport` to files and pasted tables. */
export function toolbarView(editor: TableEditor, openPanel: () => void, openImport: () => void): TemplateResult {
  const { sheet, range, inRows, host } = editor;
  const { t, readonly } = host;
  const none = readonly || !inRows;
  return html`<div class="toolbar" part="toolbar" role="toolbar" aria-label=${t('tools')}>
    ${tool('undo', t('undo'), 'Control+Z', !editor.canUndo, () => editor.undo())}
    ${tool('redo', t('redo'), 'Control+Y', !editor.canRedo, () => editor.redo())}
    <span class="divider"></span>
    ${tool('plus', t('insertBelow'), 'Control+Enter', readonly, () => editor.insertRow())}
    ${tool('copy', t('duplicateRows'), '', none, () => editor.duplicateRows())}
    ${tool('arrow-up', t('moveUp'), 'Alt+ArrowUp', none || range.top === 0, () => editor.moveRows(-1))}
    ${tool('arrow-down', t('moveDown'), 'Alt+ArrowDown', none || range.bottom >= sheet.rows.length - 1, () => editor.moveRows(1))}
    ${tool('trash', t('removeRows'), 'Control+-', none, () => editor.removeRows())}
    <tb-menu-button label=${t('addColumn')} variant="quiet" ?disabled=${readonly} .items=${[
      { id: 'input', label: t('addInput') },
      { id: 'output', label: t('addOutput') },
      { id: 'annotation', label: t('addAnnotation') },
    ]} @tb-menu-select=${(event: Event & { readonly id: string }) => {
      if (editor.run(insertColumn(sheet, event.id as ColumnKind))) openPanel();
    }}></tb-menu-button>
    <button type="button" class="button quiet" data-tool="import" title=${t('importHint')} ?disabled=${readonly} @click=${openImport}>${icon('upload')}${t('import')}</button>
    <span class="divider"></span>
    ${policy(editor)}
    <span class="spacer"></span>
    ${search(editor)}
    ${headings(editor)}
    <button type="button" class="button quiet" aria-pressed=${editor.asFeel} @click=${() => {
      editor.asFeel = !editor.asFeel;
      host.refresh(false);
    }}>${t('showFeel')}</button>
  </div>`;
}

// shown as soon as a heading says more than one language
function headings(editor: TableEditor): TemplateResult | typeof nothing {
  const { t, locale } = editor.host;
  if (editor.sheet.columns.every(({ labels }) => Object.keys(labels).length === 0)) return nothing;
  const english = (editor.headings ?? locale) === 'en';
  return html`<button type="button" class="button quiet" data-tool="headings" aria-pressed=${english} @click=${() => {
    editor.headings = english ? 'zh-CN' : 'en';
    editor.host.refresh(false);
  }}>${t('englishHeadings')}</button>`;
}

function tool(name: IconName, label: string, keys: string, disabled: boolean, act: () => void): TemplateResult {
  const shownKeys = keys === '' ? '' : `（${keys.replace('Control', 'Ctrl').replace('Arrow', '')}）`;
  return html`<button type="button" class="button quiet icon-only" data-tool=${name} aria-label=${label} aria-keyshortcuts=${keys || nothing} title="${label}${shownKeys}" aria-disabled=${disabled} @click=${disabled ? undefined : act}>${icon(name)}</button>`;
}

function policy(editor: TableEditor): TemplateResult {
  const { t, readonly } = editor.host;
  const now = policyKey([editor.sheet.hitPolicy, editor.sheet.aggregation]);
  return html`<label class="policy"><span class="word">${t('hitPolicy')}</span>
    <select class="select" aria-label=${t('hitPolicy')} ?disabled=${readonly} @change=${(event: Event) => {
      const [hitPolicy, aggregation] = POLICIES[(event.target as HTMLSelectElement).selectedIndex] ?? ['U'];
      editor.run(changeHitPolicy(hitPolicy, aggregation));
    }}>
      ${POLICIES.map((each) => html`<option .selected=${policyKey(each) === now}>${t(policyKey(each))}（${each.join('-')}）</option>`)}
    </select>
  </label>`;
}

function policyKey([hitPolicy, aggregation]: readonly [HitPolicy, (HitAggregation | undefined)?]):
  | `hit_${HitPolicy}`
  | `hit_C_${HitAggregation}` {
  return hitPolicy === 'C' && aggregation !== undefined ? `hit_C_${aggregation}` : `hit_${hitPolicy}`;
}

function search(editor: TableEditor): TemplateResult {
  const { t } = editor.host;
  const count = editor.found.length;
  return html`<div class="search" role="search">
    <input class="input" type="search" placeholder=${t('search')} aria-label=${t('search')} .value=${editor.searched} @input=${(event: Event) => editor.search((event.target as HTMLInputElement).value)} @keydown=${(
      event: KeyboardEvent,
    ) => {
      if (event.isComposing || event.key !== 'Enter') return;
      event.preventDefault();
      editor.goToFound(event.shiftKey ? -1 : 1);
    }} />
    ${
      editor.searched === ''
        ? nothing
        : html`<span class="count" role="status">${count === 0 ? t('searchNone') : t('searchCount', { at: editor.foundAt + 1, count })}</span>
          <button type="button" class="button quiet icon-only" aria-label=${t('searchPrevious')} @click=${() => editor.goToFound(-1)}>${icon('chevron-up')}</button>
          <button type="button" class="button quiet icon-only" aria-label=${t('searchNext')} @click=${() => editor.goToFound(1)}>${icon('chevron-down')}</button>`
    }
  </div>`;
}

/** The row of buttons above the form: take back, move, copy, delete, import, export, and which view shows. */
import { type IconName, icon, type MenuItem, type MenuSelectEvent } from '@tongban/element-kit';
import { html, type TemplateResult } from 'lit';
import type { DesignDesk } from '../design-desk.ts';
import type { DesignWords } from '../design-messages.ts';

/** What the buttons do; `undefined` when it cannot be done now. */
export interface ToolBar {
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  readonly up: (() => void) | undefined;
  readonly down: (() => void) | undefined;
  readonly duplicate: (() => void) | undefined;
  readonly remove: (() => void) | undefined;
  readonly import: (() => void) | undefined;
  /** Whether clicks select several fields. */
  readonly many: boolean;
  onMany(): void;
  onMore(id: MoreTool): void;
  onExport(id: string): void;
  readonly hasCopied: boolean;
  /** What shows on the right: problems and views. */
  readonly end: TemplateResult;
}

/** What the menu “more” offers. */
export type MoreTool = 'copy' | 'cut' | 'paste' | 'all' | 'group' | 'ungroup';

/** See the module comment. */
export function toolBar(desk: DesignDesk, bar: ToolBar): TemplateResult {
  const { t } = desk;
  return html`<div class="toolbar" part="toolbar" role="toolbar" aria-label=${t('tools')}>
    ${tool('undo', t('undo'), 'Control+Z', bar.undo)} ${tool('redo', t('redo'), 'Control+Y', bar.redo)}
    <span class="divider"></span>
    ${tool('arrow-up', t('moveUp'), 'Alt+ArrowUp', bar.up)} ${tool('arrow-down', t('moveDown'), 'Alt+ArrowDown', bar.down)}
    ${tool('copy', t('duplicate'), 'Control+D', bar.duplicate)} ${tool('trash', t('remove'), 'Delete', bar.remove)}
    <button type="button" class="button quiet" data-tool="many" aria-pressed=${bar.many} title=${t('chooseManyHint')} @click=${() => bar.onMany()}>
      ${icon('check')}<span class="word">${t('chooseMany')}</span>
    </button>
    <tb-menu-button data-tool="more" variant="quiet" icon="more" icon-only label=${t('more')} .items=${moreItems(desk, bar)} @tb-menu-select=${(event: MenuSelectEvent) => bar.onMore(event.id as MoreTool)}></tb-menu-button>
    <span class="divider"></span>
    <button type="button" class="button quiet" data-tool="import" aria-label=${t('importForm')} title=${t('importForm')} aria-disabled=${bar.import === undefined} @click=${bar.import}>${icon('upload')}<span class="word">${t('importForm')}</span></button>
    <tb-menu-button data-tool="export" label=${t('exportForm')} .items=${exportItems(t)} @tb-menu-select=${(event: MenuSelectEvent) => bar.onExport(event.id)}></tb-menu-button>
    <span class="spacer"></span>
    ${bar.end}
  </div>`;
}

function tool(name: IconName, label: string, keys: string, act: (() => void) | undefined): TemplateResult {
  return html`<button type="button" class="button quiet" data-tool=${name} aria-label=${label} aria-keyshortcuts=${keys} title="${label}（${keys.replace('Control', 'Ctrl').replace('Arrow', '')}）" aria-disabled=${act === undefined} @click=${act}>
    ${icon(name)}<span class="word" aria-hidden="true">${label}</span>
  </button>`;
}

function moreItems(desk: DesignDesk, { hasCopied }: ToolBar): readonly MenuItem[] {
  const { t, chosen, editable } = desk;
  const [first] = chosen;
  const none = first === undefined ? { disabledReason: t('chooseFirst') } : {};
  const columns = chosen.some(({ around }) => around.some(({ kind }) => kind === 'rows')) ? { disabledReason: t('groupColumns') } : none;
  const reading: readonly MenuItem[] = [
    { id: 'copy', label: t('copyFields'), icon: 'copy', ...none },
    { id: 'all', label: t('selectAll'), icon: 'list' },
  ];
  if (!editable) return reading;
  const section = chosen.length === 1 && first?.field.kind === 'section' && first.field.fields.length > 0;
  return [
    ...reading,
    { id: 'cut', label: t('cutFields'), icon: 'trash', ...none },
    { id: 'paste', label: t('pasteFields'), icon: 'attach', ...(hasCopied ? {} : { disabledReason: t('nothingCopied') }) },
    { id: 'group', label: t('group'), icon: 'form', divided: true, ...columns },
    ...(section ? [{ id: 'ungroup', label: t('ungroup'), icon: 'minus' } as const] : []),
  ];
}

function exportItems(t: DesignWords): readonly MenuItem[] {
  return [
    { id: 'document', label: t('exportDocument'), icon: 'form' },
    { id: 'schema', label: t('exportSchema'), icon: 'file' },
    { id: 'sample', label: t('exportSample'), icon: 'file' },
    { id: 'word', label: t('exportWord'), icon: 'file', divided: true },
    { id: 'blank', label: t('exportBlank'), icon: 'print' },
  ];
}

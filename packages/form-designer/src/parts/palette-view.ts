/** What can be added, by meaning; an entry is clicked or dragged. */
import { icon } from '@tongban/element-kit';
import { textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { DesignDesk } from '../design-desk.ts';
import { PALETTE, type PaletteEntry } from '../palette.ts';

/** What the palette needs beside the desk. */
export interface PaletteView {
  readonly search: string;
  onSearch(text: string): void;
  /** `byMouse`: the hand is at the mouse, and may type next. */
  onAdd(entry: PaletteEntry, byMouse: boolean): void;
  onGrab(event: PointerEvent, entry: PaletteEntry): void;
}

/** See the module comment. */
export function paletteView(desk: DesignDesk, view: PaletteView): TemplateResult {
  const { t, locale } = desk;
  const wanted = view.search.trim().toLowerCase();
  const groups = PALETTE.map((group) => ({
    ...group,
    entries: group.entries.filter(({ name }) => wanted === '' || `${name['zh-CN']} ${name.en ?? ''}`.toLowerCase().includes(wanted)),
  })).filter(({ entries }) => entries.length > 0);
  return html`<div class="palette">
    <div class="palette-head">
      <input class="input" type="search" aria-label=${t('searchPalette')} placeholder=${t('searchPalette')} .value=${view.search}
        @input=${(event: InputEvent) => view.onSearch((event.target as HTMLInputElement).value)} />
      <p class="hint">${t('paletteHint')}</p>
    </div>
    ${groups.length === 0 ? html`<p class="muted nothing">${t('nothingFound', { text: view.search.trim() })}</p>` : nothing}
    ${groups.map(
      (group) => html`<section aria-label=${textIn(group.name, locale)}>
        <h2>${textIn(group.name, locale)}</h2>
        <ul>
          ${group.entries.map(
            (entry) => html`<li>
              <button type="button" class="palette-entry" data-entry=${entry.id} ?disabled=${!desk.editable} title=${textIn(entry.name, locale)}
                @click=${(event: MouseEvent) => view.onAdd(entry, (event as PointerEvent).pointerType === 'mouse')}
                @pointerdown=${(event: PointerEvent) => {
                  const byHandle = event.composedPath().some((at) => at instanceof Element && at.classList.contains('grip'));
                  if (event.pointerType === 'mouse' || byHandle) view.onGrab(event, entry);
                }}>
                <span class="grip">${icon(entry.icon)}</span><span class="entry-name">${textIn(entry.name, locale)}</span>
              </button>
            </li>`,
          )}
        </ul>
      </section>`,
    )}
  </div>`;
}

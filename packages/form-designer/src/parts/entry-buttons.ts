/** The buttons of one entry of a list in the panel: up, down, away. */
import { icon } from '@tongban/element-kit';
import { html, type TemplateResult } from 'lit';
import type { DesignDesk } from '../design-desk.ts';

/** What the buttons act on. */
export interface EntryOptions<Entry> {
  readonly entries: readonly Entry[];
  readonly index: number;
  readonly name: string;
  /** The last entry stays, and this says why. */
  readonly lastStays?: string;
  onChange(entries: readonly Entry[]): void;
}

/** See the module comment. */
export function entryButtons<Entry>(desk: DesignDesk, options: EntryOptions<Entry>): TemplateResult {
  const { entries, index, name, lastStays, onChange } = options;
  const { t } = desk;
  const stays = lastStays !== undefined && entries.length === 1;
  return html`<div class="row-buttons">
    <button type="button" class="button quiet icon-only" aria-label=${t('up', { name })} ?disabled=${index === 0} @click=${() => onChange(swapped(entries, index - 1))}>${icon('arrow-up')}</button>
    <button type="button" class="button quiet icon-only" aria-label=${t('down', { name })} ?disabled=${index === entries.length - 1} @click=${() => onChange(swapped(entries, index))}>${icon('arrow-down')}</button>
    <button type="button" class="button quiet icon-only" aria-label=${t('removeNamed', { name })} ?disabled=${stays} title=${stays ? lastStays : ''} @click=${() => onChange(entries.filter((_, at) => at !== index))}>${icon('trash')}</button>
  </div>`;
}

function swapped<Entry>(entries: readonly Entry[], index: number): readonly Entry[] {
  const next = [...entries];
  next.splice(index, 2, ...next.slice(index, index + 2).reverse());
  return next;
}

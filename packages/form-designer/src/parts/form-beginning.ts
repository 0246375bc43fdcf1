/** An empty form offers what most forms begin with. */
import { icon } from '@tongban/element-kit';
import { html, type TemplateResult } from 'lit';
import type { DesignWords } from '../design-messages.ts';
import { type PaletteEntry, paletteEntry } from '../palette.ts';

/** See the module comment. */
export function formBeginning(t: DesignWords, onImport: () => void, onAdd: (entry: PaletteEntry) => void): TemplateResult {
  const ready = (id: string, words: string): TemplateResult => {
    const entry = paletteEntry(id);
    return html`<button type="button" class="button" data-begin=${id} @click=${() => {
      if (entry !== undefined) onAdd(entry);
    }}>${icon('plus')}${words}</button>`;
  };
  return html`<div class="begin" role="group" aria-label=${t('emptyForm')}>
    <button type="button" class="button primary" data-begin="import" @click=${onImport}>${icon('upload')}${t('beginImport')}</button>
    ${ready('enterpriseGroup', t('beginEnterprise'))} ${ready('projectGroup', t('beginProject'))}
  </div>`;
}

/** What an operation would cancel, hold, stop, open and start, and how the case would end, before it is confirmed; what it would leave behind; or why it would be refused. */
import type { TongbanElement } from '@tongban/element-kit';
import type { OperationPreview } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { ENDING_WORDS } from './ending-words.ts';
import { portalMessages } from './portal-messages.ts';
import { renderWarnings } from './render-state.ts';

/** In the order in which people ask. */
const LISTS = [
  ['cancels', 'returnCancels'],
  ['holds', 'previewHolds'],
  ['stops', 'previewStops'],
  ['opens', 'returnOpens'],
  ['starts', 'previewStarts'],
] as const;

/** The preview; `complete`: nothing is left to choose, so that a refusal is worth saying. */
export function renderOperationPreview(
  host: TongbanElement,
  preview: OperationPreview | undefined,
  complete: boolean,
): TemplateResult | typeof nothing {
  if (preview === undefined) return nothing;
  const t = portalMessages.for(host);
  const { ends, problems = [], warnings = [] } = preview;
  return html`<div class="preview" aria-live="polite">
    ${LISTS.map(([what, title]) =>
      preview[what].length === 0 ? nothing : html`<p>${t(title)}</p><ul>${preview[what].map((entry) => renderEntry(entry))}</ul>`,
    )}
    ${ends === undefined ? nothing : html`<p>${t('previewEnds', { ending: t(ENDING_WORDS[ends]) })}</p>`}
    ${renderWarnings(host, warnings)} ${complete ? renderWarnings(host, problems) : nothing}
  </div>`;
}

// helpers

function renderEntry({ name, who }: OperationPreview['cancels'][number]): TemplateResult {
  return html`<li>${name}${who === undefined ? nothing : html`<span class="muted">　${who}</span>`}</li>`;
}

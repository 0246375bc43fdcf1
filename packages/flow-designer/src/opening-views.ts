/** What stands in place of the flow before there is one: where to begin, and why a file could not be opened. */
import { icon } from '@tongban/element-kit';
import type { Locale, Problem } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { FlowWords } from './flow-messages.ts';

const MOST_SHOWN = 5;

export function startPoints(t: FlowWords, readonly: boolean, onBlank: () => void): TemplateResult {
  return html`<div class="start-points">
    <h2>${t('emptyTitle')}</h2>
    <p class="muted">${t('emptyHint')}</p>
    <button type="button" class="button primary" ?disabled=${readonly} @click=${onBlank}>${t('blank')}</button>
  </div>`;
}

export function importFailure(
  t: FlowWords,
  locale: Locale,
  problems: readonly Problem[],
  isOpen: boolean,
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<div class="callout error" role="alert">
    ${icon('error')}
    <div>
      <p>${t(isOpen ? 'importFailed' : 'importFailedFirst')}</p>
      ${problems.slice(0, MOST_SHOWN).map((problem) => html`<p>${problem.sentences[locale]} <span class="mono small">${problem.code}</span></p>`)}
    </div>
  </div>`;
}

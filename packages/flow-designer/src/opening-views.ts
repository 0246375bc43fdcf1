/** What stands in place of the flow before there is one: where to begin, and why a file could not be opened. */
import { icon } from '@tongban/element-kit';
import type { Locale, Problem } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Opened } from './draw/opened.ts';
import type { FlowWords } from './flow-messages.ts';

const MOST_SHOWN = 5;

/** Where a flow can begin. */
export interface StartPoints {
  onBlank(): void;
  onFile(): void;
}

export function startPoints(t: FlowWords, readonly: boolean, { onBlank, onFile }: StartPoints): TemplateResult {
  return html`<div class="start-points">
    <h2>${t('emptyTitle')}</h2>
    <p class="muted">${t('emptyHint')}</p>
    <button type="button" class="button primary" ?disabled=${readonly} @click=${onBlank}>${t('blank')}</button>
    <button type="button" class="button" ?disabled=${readonly} @click=${onFile}>${t('fromFile')}</button>
  </div>`;
}

/** Why a file was not opened, or what of it was left out; the latter is closed when it has been read. */
export function importReport(
  t: FlowWords,
  locale: Locale,
  { refused, notes }: Opened,
  isOpen: boolean,
  onClose: () => void,
): TemplateResult | typeof nothing {
  if (refused.length > 0)
    return html`<div class="callout error import-report" role="alert">
      ${icon('error')}
      <div>
        <p>${t(refused[0]?.code === 'FLOW_DESIGNER_LOCKED' ? 'lockedRefused' : isOpen ? 'importFailed' : 'importFailedFirst')}</p>
        ${reasons(t, locale, refused)}
      </div>
    </div>`;
  if (notes.length === 0) return nothing;
  return html`<div class="callout warning import-report" role="status">
    ${icon('warning')}
    <div>
      <p>${t('importNotes', { count: notes.length })}</p>
      ${reasons(t, locale, notes)}
    </div>
    <button type="button" class="button quiet icon-only" title=${t('importNotesClose')} aria-label=${t('importNotesClose')} @click=${onClose}>${icon('close')}</button>
  </div>`;
}

function reasons(t: FlowWords, locale: Locale, problems: readonly Problem[]): TemplateResult {
  const technical = problems.flatMap(({ details }) => (typeof details['technical'] === 'string' ? [details['technical']] : []));
  const more = problems.length - MOST_SHOWN;
  return html`${problems.slice(0, MOST_SHOWN).map((problem) => html`<p>${problem.sentences[locale]} <span class="mono small">${problem.code}</span></p>`)}
    ${more > 0 ? html`<p class="small">${t('importMore', { count: more })}</p>` : nothing}
    ${
      technical.length === 0
        ? nothing
        : html`<details class="small">
            <summary>${t('technicalDetails')}</summary>
            ${technical.slice(0, MOST_SHOWN).map((text) => html`<p class="mono" lang="en">${text}</p>`)}
          </details>`
    }`;
}

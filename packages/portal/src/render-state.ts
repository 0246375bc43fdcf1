/** How every portal element shows that it loads, failed, or is empty. */
import { formatDay, icon, sentenceOf, type TongbanElement } from '@tongban/element-kit';
import type { CaseHeader, CaseView, Problem } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { dayOf } from './china-day.ts';
import { portalMessages } from './portal-messages.ts';

/** Grey lines where text will be. */
export function renderLoading(host: TongbanElement): TemplateResult {
  return html`<div role="status" aria-live="polite">
    <span class="visually-hidden">${portalMessages.for(host)('loading')}</span>
    <div class="skeleton" aria-hidden="true"></div>
    <div class="skeleton" aria-hidden="true"></div>
    <div class="skeleton" aria-hidden="true"></div>
  </div>`;
}

/** What went wrong, and the way to try again. */
export function renderFailure(host: TongbanElement, error: unknown, retry: () => void): TemplateResult {
  return html`<div class="callout error" role="alert">
    ${icon('error')}
    <div>
      <p>${sentenceOf(error, host)}</p>
      <button type="button" class="button" @click=${retry}>${portalMessages.for(host)('retry')}</button>
    </div>
  </div>`;
}

/** That the case is suspended (挂起), by whom and why. */
export function renderSuspended(element: TongbanElement, { suspended }: Pick<CaseHeader, 'suspended'>): TemplateResult | typeof nothing {
  if (suspended === undefined) return nothing;
  const t = portalMessages.for(element);
  return html`<div class="callout warning" role="note">
    ${icon('warning')}
    <div>${t('suspendedNote', { name: suspended.byName ?? '', reason: suspended.reason ?? '' })}</div>
  </div>`;
}

/** What people should know of that stops nothing, or that would be refused. */
export function renderWarnings({ locale }: TongbanElement, problems: readonly Problem[]): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<div class="callout warning" role="note">
    ${icon('warning')}
    <div>${problems.map(({ sentences }) => html`<p>${sentences[locale]}</p>`)}</div>
  </div>`;
}

/** Why the clocks of a case stand still, and when they go on by themselves. */
export function renderLasting(element: TongbanElement, { lasting = [] }: Pick<CaseView, 'lasting'>): TemplateResult | typeof nothing {
  if (lasting.length === 0) return nothing;
  const t = portalMessages.for(element);
  const said = lasting.map(({ name, until }) =>
    until === undefined
      ? t('clocksPaused', { reason: name })
      : t('clocksPausedUntil', { reason: name, day: formatDay(dayOf(until), element.locale) }),
  );
  return html`<div class="callout info lasting" role="note">${icon('clock')}<div>${said.map((line) => html`<p>${line}</p>`)}</div></div>`;
}

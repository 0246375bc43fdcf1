/** The head of a case or task: title, who, which project, how it stands. */
import { formatDay, formatInstant, type TongbanElement } from '@tongban/element-kit';
import type { CaseHeader, ClockReading, EstimatedEnd } from '@tongban/model';
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { dayOf } from './china-day.ts';
import { ENDING_BADGE, ENDING_WORDS } from './ending-words.ts';
import { portalMessages } from './portal-messages.ts';
import { renderClockLine } from './render-clock.ts';

/** Renders the head; `heading` is the name of the step where there is one. */
export function renderCaseHeader(host: TongbanElement, header: CaseHeader, heading?: string): TemplateResult {
  const t = portalMessages.for(host);
  const title = header.title || header.measureTitle;
  const running = oneOfEachLimit(header.clocks.filter((clock) => !clock.stopped));
  return html`<header class="case-header">
    <div class="titles">
      <h1>${heading ?? title}</h1>
      ${heading === undefined ? nothing : html`<p class="subject">${title}</p>`}
      ${
        header.ended === undefined
          ? nothing
          : html`<span class="badge ${ENDING_BADGE[header.ended.kind]}">${t(ENDING_WORDS[header.ended.kind])}</span>${
              header.ended.reason === undefined ? nothing : html` <span class="muted">${header.ended.reason}</span>`
            }`
      }
      ${header.round > 1 ? html`<span class="badge yellow">${t('round', { count: header.round })}</span>` : nothing}
    </div>
    <dl class="case-facts">
      ${fact(t('projectCode'), header.key)}${fact(t('applicant'), header.applicant)}
      <div><dd class="muted">${t('startedBy', { name: header.startedByName, time: formatInstant(header.startedAt, undefined, host.locale) })}</dd></div>
      <div><dd class="muted">${t('versionLine', { title: header.measureTitle, version: header.releaseVersion })}</dd></div>
    </dl>
    ${running.length === 0 ? nothing : html`<ul class="clocks">${running.map((clock) => renderClockLine(host, clock))}</ul>`}
    ${header.estimate === undefined ? nothing : renderEstimate(host, header.estimate)}
  </header>`;
}

// tasks in parallel run on the same limit; the one that is due first speaks for all
function oneOfEachLimit(clocks: readonly ClockReading[]): readonly ClockReading[] {
  const first = new Map<string, ClockReading>();
  for (const clock of clocks) {
    const known = first.get(clock.limitId);
    if (known === undefined || clock.dueAt < known.dueAt) first.set(clock.limitId, clock);
  }
  return [...first.values()];
}

function renderEstimate(host: TongbanElement, { at, provisional, stepsWithoutLimit }: EstimatedEnd): TemplateResult {
  const t = portalMessages.for(host);
  const notes = [
    t('estimateHow'),
    ...(stepsWithoutLimit === 0 ? [] : [t('estimateWithout', { count: stepsWithoutLimit })]),
    ...(provisional ? [t('provisional')] : []),
  ];
  return html`<p class="estimate">
    ${t('estimate', { day: formatDay(dayOf(at), host.locale) })}<span class="muted small">${notes.map((note) => html`　${note}`)}</span>
  </p>`;
}

function fact(label: string, value: string | undefined): TemplateResult | typeof nothing {
  return value === undefined || value === '' ? nothing : html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

/** The sheet that goes with {@link renderCaseHeader}. */
export const caseHeaderStyles: CSSResult = css`
  .case-header {
    margin-bottom: 20px;
  }

  h1 {
    margin: 0;
    font-size: calc(1.375 * var(--_text-unit));
    line-height: calc(1.875 * var(--_text-unit));
    font-weight: var(--_weight-strong);
    overflow-wrap: anywhere;
  }

  .subject {
    margin: 0 0 4px;
    color: var(--_text-2);
  }

  .case-facts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    margin: 8px 0 0;
  }

  .case-facts > div {
    display: flex;
    gap: 8px;
  }

  dt {
    color: var(--_text-2);
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .clocks {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 24px;
    margin: 10px 0 0;
    padding: 0;
    list-style: none;
  }

  .estimate {
    margin: 8px 0 0;
  }

  .clock {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
`;

/** How many problems the form has, and all of them in a row that opens below the tools. */
import { icon } from '@tongban/element-kit';
import type { Problem } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { DesignDesk } from '../design-desk.ts';

/** The problems, and whether the list is open. */
export interface ProblemList {
  readonly problems: readonly Problem[];
  readonly open: boolean;
}

/** How many there are; a press opens and closes the list. */
export function problemCount({ t }: DesignDesk, { problems, open }: ProblemList, onToggle: () => void): TemplateResult {
  const count = problems.length;
  if (count === 0) return html`<span class="muted small">${t('noProblems')}</span>`;
  const grave = problems.some(({ severity }) => severity === 'error');
  return html`<button type="button" class="button quiet ${grave ? 'count-red' : ''}" data-tool="problems" aria-expanded=${open} @click=${onToggle}>${icon(grave ? 'error' : 'warning')}${t('problemCount', { count })}</button>`;
}

/** The list, when it is open; each problem leads to where it is. */
export function problemList(
  { locale }: DesignDesk,
  { problems, open }: ProblemList,
  onGo: (problem: Problem) => void,
): TemplateResult | typeof nothing {
  if (!open || problems.length === 0) return nothing;
  return html`<ul class="problem-bar problems">
    ${problems.map(
      (problem) => html`<li class=${problem.severity}>${icon(problem.severity === 'error' ? 'error' : 'warning')}
        <button type="button" class="link-button" @click=${() => onGo(problem)}>${problem.place.elementName ? `${problem.place.elementName}：` : ''}${problem.sentences[locale]}</button></li>`,
    )}
  </ul>`;
}

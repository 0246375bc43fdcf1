/** Problems as sentences, in the language of the reader. */
import { icon } from '@tongban/element-kit';
import type { Locale, Problem } from '@tongban/model';
import { html, type TemplateResult } from 'lit';

/** See the module comment. */
export function problemSentences(problems: readonly Problem[], locale: Locale): TemplateResult {
  return html`<ul class="problems">
    ${problems.map(
      (problem) =>
        html`<li class=${problem.severity}>${icon(problem.severity === 'error' ? 'error' : 'warning')}<span>${problem.sentences[locale]}</span></li>`,
    )}
  </ul>`;
}

/** 检查结果: what is wrong with the flow, each with a way to it and, where possible, a mending. */
import { icon, type ProblemFixEvent, type ProblemSelectEvent } from '@tongban/element-kit';
import type { Problem } from '@tongban/model';
import { html, type TemplateResult } from 'lit';
import type { SurfaceHost } from '../surface-host.ts';
import { checkMessages } from './check-messages.ts';
import { fixOf } from './fixes.ts';

/** What the panel does beside mending. */
export interface CheckPanelActions {
  close(): void;
}

export function checkPanel(host: SurfaceHost, { close }: CheckPanelActions): TemplateResult {
  const words = checkMessages.for(host);
  const mend = (problem: Problem): void => {
    const fix = fixOf(host.editor, problem, host.context);
    if (fix === undefined || host.readonly) return;
    fix.run();
    host.announce(words('fixed', { fix: words(fix.name) }));
  };
  const fixWords = (problem: Problem): string | undefined => {
    const fix = host.readonly ? undefined : fixOf(host.editor, problem, host.context);
    return fix === undefined ? undefined : words(fix.name);
  };
  return html`<div class="check-panel">
    <header class="panel-head">
      <h2>${words('title')}</h2>
      <span class="grow"></span>
      <button type="button" class="button quiet icon-only" aria-label=${words('close')} title=${words('close')} @click=${close}>${icon('close')}</button>
    </header>
    <tb-problem-list
      .problems=${host.problems}
      .fixOf=${fixWords}
      @tb-problem-select=${(event: ProblemSelectEvent) => {
        event.stopPropagation();
        const { elementId, property } = event.problem.place;
        if (elementId !== undefined) host.select(elementId, property);
      }}
      @tb-problem-fix=${(event: ProblemFixEvent) => {
        event.stopPropagation();
        mend(event.problem);
      }}
    ><p class="panel-empty" slot="empty">${words('clean')}</p></tb-problem-list>
  </div>`;
}

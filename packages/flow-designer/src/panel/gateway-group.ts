/** 各条路: the ways out of a gateway, each with a step to its condition. */
import { html, type TemplateResult } from 'lit';
import { nameOf } from '../diagram/kinds.ts';
import { branchWords, kindWord } from '../words.ts';
import { group } from './fields.ts';
import type { PanelView } from './panel-view.ts';

/** The group of a gateway. */
export function gatewayGroup(view: PanelView): TemplateResult {
  const { t, words, element } = view;
  const ways = element.outgoing.filter((line) => line.type === 'bpmn:SequenceFlow');
  const parallel = element.type === 'bpmn:ParallelGateway';
  const hint = parallel
    ? words('branchesParallel')
    : element.type === 'bpmn:InclusiveGateway'
      ? words('branchesInclusiveHint')
      : words('branchesHint');
  const targetOf = (line: (typeof ways)[number]): string =>
    line.target === undefined ? '' : nameOf(line.target) || kindWord(t, line.target);
  const choosing = element.type === 'bpmn:ExclusiveGateway' || element.type === 'bpmn:InclusiveGateway';
  return group(
    t('branches'),
    ['default', 'outgoing', 'branches'],
    ways.length === 0
      ? html`<p class="muted">${words('noBranches')}</p>`
      : html`<ul class="ways" role="list">${ways.map(
          (line) =>
            html`<li><button type="button" class="button" @click=${() => view.select(line.id)}>${
              choosing ? words('branch', { condition: branchWords(t, line), target: targetOf(line) }) : `→ ${targetOf(line)}`
            }</button></li>`,
        )}</ul>`,
    element.type === 'bpmn:EventBasedGateway' ? undefined : hint,
  );
}

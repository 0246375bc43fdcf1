/** The properties of the selected element, in the user's words, one group for one question. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { KINDS, kindOf, nameOf, replacementsOf } from '../diagram/kinds.ts';
import { lockGroup, lockNote } from '../locks/lock-group.ts';
import { seenLock } from '../locks/seen-lock.ts';
import { kindWord } from '../words.ts';
import { selectField, textField } from './fields.ts';
import { groupsFor } from './groups-for.ts';
import type { PanelView } from './panel-view.ts';

/** Renders the panel. Another element gets fields of its own, so nothing typed wanders. */
export function flowPanel(view: PanelView): TemplateResult {
  const { element, t, words } = view;
  const kind = kindOf(element);
  return html`${keyed(
    element.id,
    html`<div class="panel-body">
      <header class="panel-head">
        <span class="kind-icon ${kind?.icon ?? ''}" aria-hidden="true"></span>
        <div>
          <h2>${nameOf(element) || kindWord(t, element)}</h2>
          <p class="small muted" title=${kind?.bpmn ?? element.type}>${kindWord(t, element)}</p>
        </div>
      </header>
      ${lockNote(view)} ${ownProblems(view)}
      <section class="question" data-property="name kind" aria-label=${t('name')}>
        ${textField(view, {
          id: 'name',
          label: t('name'),
          value: nameOf(element),
          ...(kind?.name === 'userTask' ? { hint: words('nameHint') } : { help: 'name' as const }),
          onChange: (name) => view.editor.rename(element, name),
        })}
        ${kindField(view)}
      </section>
      ${groupsFor(view)} ${lockGroup(view)}
      <p class="small muted element-id">${t('elementId')} <span class="mono">${element.id}</span></p>
    </div>`,
  )}`;
}

function ownProblems(view: PanelView): TemplateResult | typeof nothing {
  const own = view.problems.filter((problem) => problem.place.elementId === view.element.id);
  if (own.length === 0) return nothing;
  return html`<section class="own-problems" aria-label=${view.words('problemsHere')}>
    <tb-problem-list .problems=${own} @tb-problem-select=${(
      event: Event & { readonly problem: { readonly place: { readonly property?: string } } },
    ) => {
      event.stopPropagation();
      view.focusProperty(event.problem.place.property);
    }}></tb-problem-list>
  </section>`;
}

function kindField(view: PanelView): TemplateResult | typeof nothing {
  const { element, words, t, editor } = view;
  const kinds = replacementsOf(element, view.allOfBpmn);
  if (kinds.length < 2 || seenLock(view.context, 'element', element.id)?.by !== undefined) return nothing;
  const own = kindOf(element)?.name ?? '';
  return selectField(view, {
    id: 'kind',
    label: t('kind'),
    value: own,
    hint: words('kindHint'),
    choices: [
      ...(own === '' ? [['', t('kind.other')] as const] : []),
      ...kinds.map((kind) => [kind.name, t(`kind.${kind.name}`)] as const),
    ],
    onChange: (name) => {
      const kind = Object.values(KINDS).find((one) => one.name === name);
      if (kind !== undefined) editor.replace(element, kind);
    },
  });
}

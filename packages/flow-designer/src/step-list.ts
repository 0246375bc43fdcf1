/** The step list: the same flow as an ordered list, for keyboards, screen readers and phones. An equal way to edit. */
import { icon } from '@tongban/element-kit';
import type { Problem } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { isBranch, kindOf, nameOf } from './diagram/kinds.ts';
import { elementOf, textOf } from './diagram/moddle.ts';
import type { DiagramElement } from './diagram/services.ts';
import type { Step } from './diagram/step-order.ts';
import type { FlowWords } from './flow-messages.ts';

/** What the list shows and does. */
export interface StepListView {
  readonly t: FlowWords;
  readonly steps: readonly Step[];
  readonly selected: DiagramElement | undefined;
  readonly problems: readonly Problem[];
  readonly readonly: boolean;
  /** The step whose name is being typed. */
  readonly renaming: string | undefined;
  canInsertAfter(element: DiagramElement): boolean;
  label(element: DiagramElement): string;
  onSelect(element: DiagramElement): void;
  onInsert(after: DiagramElement): void;
  onRemove(element: DiagramElement): void;
  onRename(element: DiagramElement, name: string | undefined): void;
  onStartRename(element: DiagramElement): void;
}

/** Renders the list. */
export function stepList(view: StepListView): TemplateResult {
  const { t, steps } = view;
  return html`<section class="steps" aria-label=${t('steps')}>
    <p class="hint">${t('stepsHint')}</p>
    <ol class="step-list" aria-label=${t('stepList')}>
      ${steps.map((step) => stepItem(step, view))}
    </ol>
  </section>`;
}

function stepItem(step: Step, view: StepListView): TemplateResult {
  const { element, depth, lane } = step;
  const { t } = view;
  const selected = view.selected === element;
  const branches = element.outgoing.length > 1 ? element.outgoing.filter(isBranch) : [];
  const count = problemsOf(view, element).length;
  return html`<li class="step depth-${Math.min(depth, 3)} ${selected ? 'selected' : ''}" data-step=${element.id}>
    <div class="step-row">
      ${
        view.renaming === element.id
          ? renameField(element, view)
          : html`<button type="button" class="step-name" aria-current=${selected ? 'step' : nothing} @click=${() => view.onSelect(element)}>
            <span class="kind-icon ${kindOf(element)?.icon ?? 'bpmn-icon-task'}" aria-hidden="true"></span>
            <span class="words"><span>${stepName(t, element)}</span>
            <span class="small muted">${[kindWord(t, element), depth > 0 ? t('inSubProcess') : '', lane].filter(Boolean).join(' · ')}</span></span>
            ${count === 0 ? nothing : html`<span class="badge red">${t('problemsCount', { count })}</span>`}
          </button>`
      }
    </div>
    ${selected && !view.readonly && view.renaming !== element.id ? stepActions(element, view) : nothing}
    ${branches.length === 0 ? nothing : html`<ul class="branches" role="list">${branches.map((branch) => branchItem(branch, view))}</ul>`}
  </li>`;
}

function stepActions(element: DiagramElement, view: StepListView): TemplateResult {
  const { t } = view;
  return html`<div class="step-actions">
    ${view.canInsertAfter(element) ? html`<button type="button" class="button" @click=${() => view.onInsert(element)}>${icon('plus')}${t('insertAfter')}</button>` : nothing}
    <button type="button" class="button quiet" @click=${() => view.onStartRename(element)}>${icon('edit')}${t('rename')}</button>
    <button type="button" class="button quiet danger" @click=${() => view.onRemove(element)}>${icon('trash')}${t('delete')}</button>
  </div>`;
}

function renameField(element: DiagramElement, view: StepListView): TemplateResult {
  const commit = (event: Event): void => view.onRename(element, (event.target as HTMLInputElement).value.trim());
  return html`<input
    class="input rename"
    aria-label=${view.t('name')}
    .value=${nameOf(element)}
    @keydown=${(event: KeyboardEvent) => {
      if (event.isComposing) return;
      if (event.key === 'Enter') commit(event);
      if (event.key === 'Escape') view.onRename(element, undefined);
    }}
    @blur=${commit}
  />`;
}

function branchItem(branch: DiagramElement, view: StepListView): TemplateResult {
  const { t } = view;
  const selected = view.selected === branch;
  return html`<li class="branch ${selected ? 'selected' : ''}" data-step=${branch.id}>
    <button type="button" class="step-name" aria-current=${selected ? 'step' : nothing} @click=${() => view.onSelect(branch)}>
      <span class="words">${t('branch', { condition: branchWords(t, branch), target: branch.target ? nameOf(branch.target) || kindWord(t, branch.target) : '' })}</span>
      ${problemsOf(view, branch).length === 0 ? nothing : html`<span class="badge red">${t('problemsCount', { count: problemsOf(view, branch).length })}</span>`}
    </button>
    ${selected && !view.readonly ? html`<div class="step-actions"><button type="button" class="button" @click=${() => view.onInsert(branch)}>${icon('plus')}${t('insertInBranch')}</button></div>` : nothing}
  </li>`;
}

/** How a branch is told apart: its name, its condition, or that it is the default. */
export function branchWords(t: FlowWords, branch: DiagramElement): string {
  const { businessObject } = branch;
  if (elementOf(branch.source?.businessObject, 'default') === businessObject) return t('branchDefault');
  return nameOf(branch) || textOf(elementOf(businessObject, 'conditionExpression'), 'body') || t('branchNoCondition');
}

/** The name of a step; gateways without one are told by what they do. */
export function stepName(t: FlowWords, element: DiagramElement): string {
  const name = nameOf(element);
  if (name !== '' || !element.type.endsWith('Gateway')) return name || t('unnamed');
  return element.outgoing.length > 1 ? t('splits', { count: element.outgoing.length }) : t('joins');
}

/** What an element is, in the words of officials. */
export function kindWord(t: FlowWords, element: DiagramElement): string {
  const kind = kindOf(element);
  if (kind !== undefined) return t(`kind.${kind.name}`);
  if (element.type === 'bpmn:Lane') return t('kind.lane');
  if (element.type === 'bpmn:SequenceFlow') return t('kind.line');
  if (element.type === 'bpmn:Process' || element.type === 'bpmn:Collaboration') return t('kind.process');
  return t('kind.other');
}

function problemsOf(view: StepListView, element: DiagramElement): readonly Problem[] {
  return view.problems.filter((problem) => problem.place.elementId === element.id);
}

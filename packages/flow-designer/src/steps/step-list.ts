/**
 * The step list: the same flow as an indented list of steps, ways and conditions. An equal way to edit: all that the canvas does to steps
 * is done here by keyboard alone or on a phone, by commands on the same stack.
 */
import { icon, type MenuItem, type MenuSelectEvent } from '@tongban/element-kit';
import { html, nothing, type TemplateResult } from 'lit';
import { isFlowNode, type KindName, kindOf, nameOf } from '../diagram/kinds.ts';
import { elementOf } from '../diagram/moddle.ts';
import { PRESETS } from '../diagram/presets.ts';
import type { DiagramElement } from '../diagram/services.ts';
import { lockWords } from '../locks/lock-words.ts';
import { seenLock } from '../locks/seen-lock.ts';
import type { SurfaceHost } from '../surface-host.ts';
import { conditionOf, kindWord, stepName } from '../words.ts';
import { listKeys } from './list-keys.ts';
import { listMessages } from './list-messages.ts';
import { isPassage, isSequence, type OutlineBranch, type OutlineItem, type OutlineLink, type OutlineStep } from './outline.ts';
import { StepCommands } from './step-commands.ts';
import { stepFacts } from './step-facts.ts';

const ADDABLE: readonly KindName[] = [
  'userTask',
  'serviceTask',
  'businessRuleTask',
  'messageCatch',
  'timerCatch',
  'subProcess',
  'endEvent',
];

export class StepList {
  readonly host: SurfaceHost;
  readonly commands: StepCommands;
  private readonly words: ReturnType<typeof listMessages.for>;
  /** The step whose name is being typed. */
  private renaming: string | undefined;
  private numbers: ReadonlyMap<DiagramElement, number> = new Map();

  constructor(host: SurfaceHost) {
    this.host = host;
    this.words = listMessages.for(host);
    this.commands = new StepCommands(host, this.words, (element) => this.focus(element));
  }

  render(): TemplateResult {
    const { words } = this;
    const outline = this.host.editor.outline;
    this.numbers = numbersOf(outline);
    return html`<section class="steps" aria-label=${this.host.t('steps')}>
      <p class="hint" id="steps-hint">${words('hint')}</p>
      <ol class="step-list" role="list" aria-label=${words('list')} aria-describedby="steps-hint" @keydown=${(event: KeyboardEvent) => listKeys(event, this)}>
        ${outline.map((item) => this.item(item, outline))}
      </ol>
    </section>`;
  }

  /** Puts the focus on the line of `element`. */
  focus(element: DiagramElement): void {
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector<HTMLElement>(`.step-list [data-step="${CSS.escape(element.id)}"] .step-name`)?.focus(),
    );
  }

  startRename(element: DiagramElement): void {
    if (this.host.readonly) return;
    this.renaming = element.id;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLInputElement>('.rename')?.select());
  }

  private rename(element: DiagramElement, name: string | undefined): void {
    if (this.renaming !== element.id) return;
    this.renaming = undefined;
    if (name !== undefined) this.host.editor.rename(element, name);
    this.host.requestUpdate();
    this.focus(element);
  }

  private item(item: OutlineItem, siblings: readonly OutlineItem[]): TemplateResult {
    return item.kind === 'link' ? this.link(item) : this.step(item, siblings);
  }

  private link({ line, target }: OutlineLink): TemplateResult {
    const number = this.numbers.get(target);
    const name = stepName(this.host.t, target);
    return html`<li class="step jump">
      <button type="button" class="step-name" tabindex="-1" data-line=${line.id} @click=${() => this.commands.goTo(target)}>
        <span class="number" aria-hidden="true">${icon('arrow-right')}</span>
        <span class="words">${number === undefined ? this.words('linkUnlisted', { name }) : this.words('link', { number, name })}</span>
      </button>
    </li>`;
  }

  private step(step: OutlineStep, siblings: readonly OutlineItem[]): TemplateResult {
    const { element, number, inner, branches } = step;
    const selected = this.host.selected === element;
    return html`<li class="step ${selected ? 'selected' : ''}" data-step=${element.id}>
      <div class="step-row">${this.renaming === element.id ? this.renameField(element) : this.stepButton(element, String(number), selected)}</div>
      ${selected && !this.host.readonly && this.renaming !== element.id ? this.stepActions(step, siblings) : nothing}
      ${inner.length === 0 ? nothing : html`<ol class="step-list inner" role="list">${inner.map((item) => this.item(item, inner))}</ol>`}
      ${branches.length === 0 ? nothing : html`<ul class="branches" role="list">${branches.map((branch, at) => this.branch(branch, step, at))}</ul>`}
    </li>`;
  }

  private stepButton(element: DiagramElement, number: string, selected: boolean): TemplateResult {
    const { t } = this.host;
    const facts = stepFacts({ ...this.factView }, element, this.host.editor.extensionOf(element));
    return html`<button
      type="button"
      class="step-name"
      tabindex=${this.isEntry(element) ? 0 : -1}
      aria-current=${selected ? 'step' : nothing}
      @click=${() => this.commands.choose(element)}
      @dblclick=${() => this.host.openPanel()}
    >
      <span class="number">${number}</span>
      <span class="kind-icon ${kindOf(element)?.icon ?? 'bpmn-icon-task'}" aria-hidden="true"></span>
      <span class="words"><span>${this.stepWords(element)}</span>
      <span class="small muted">${[kindWord(t, element), ...facts].join(' · ')}</span></span>
      ${this.lockBadge(element)} ${this.changeBadge(element)} ${this.problemBadge(element)}
    </button>`;
  }

  // a gateway without a name says what it does with its ways
  private stepWords(element: DiagramElement): string {
    const count = element.outgoing.filter(isSequence).length;
    if (nameOf(element) !== '' || !element.type.endsWith('Gateway')) return stepName(this.host.t, element);
    if (count < 2) return this.words('joins');
    const does = { 'bpmn:ParallelGateway': 'splits', 'bpmn:InclusiveGateway': 'choosesSome', 'bpmn:EventBasedGateway': 'waits' } as const;
    return this.words(does[element.type as keyof typeof does] ?? 'chooses', { count });
  }

  private stepActions(step: OutlineStep, siblings: readonly OutlineItem[]): TemplateResult {
    const { words, commands, host } = this;
    const { element } = step;
    const splits = element.outgoing.filter(isSequence).length > 1;
    return html`<div class="step-actions">
      ${host.editor.canInsertAfter(element) ? this.addMenu(element, words('add')) : nothing}
      ${isPassage(element) && !element.type.endsWith('Gateway') ? this.action('parallel', 'flow', words('parallelHint'), () => commands.parallel(element)) : nothing}
      ${hasOneWay(element) ? this.action('addCondition', 'plus', undefined, () => commands.condition(element)) : nothing}
      ${splits ? this.action('addWay', 'plus', undefined, () => commands.addWay(step)) : nothing}
      ${this.action('settings', 'settings', undefined, () => host.openPanel())}
      ${this.action('rename', 'edit', undefined, () => this.startRename(element))}
      <button type="button" class="button quiet danger" @click=${() => commands.remove(step)}>${icon('trash')}${words('delete')}</button>
      <tb-menu-button
        icon-only
        label=${words('more')}
        .items=${commands.moveItems(element, siblings)}
        @tb-menu-select=${(event: MenuSelectEvent) => commands.move(element, siblings, event.id)}
      ></tb-menu-button>
    </div>`;
  }

  private action(
    word: 'parallel' | 'addCondition' | 'addWay' | 'settings' | 'rename',
    sign: 'flow' | 'plus' | 'settings' | 'edit',
    hint: string | undefined,
    run: () => void,
  ): TemplateResult {
    return html`<button type="button" class="button quiet" data-action=${word} title=${hint ?? nothing} @click=${run}>${icon(sign)}${this.words(word)}</button>`;
  }

  private addMenu(after: DiagramElement, label: string): TemplateResult {
    const { t } = this.host;
    const items: MenuItem[] = [
      ...PRESETS.flat().map(({ name }) => ({ id: name, label: t(`preset.${name}`) })),
      ...ADDABLE.map((kind, at) => ({ id: kind, label: t(`kind.${kind}`), divided: at === 0 })),
    ];
    const add = (id: string): void => {
      const preset = PRESETS.flat().find(({ name }) => name === id);
      this.commands.insert(after, preset?.kind ?? (id as KindName), preset);
    };
    return html`<tb-menu-button
      label=${label}
      icon="plus"
      data-action="add"
      .items=${items}
      @tb-menu-select=${(event: MenuSelectEvent) => add(event.id)}
    ></tb-menu-button>`;
  }

  private branch({ way, items }: OutlineBranch, step: OutlineStep, at: number): TemplateResult {
    const selected = this.host.selected === way;
    const event = isFlowNode(way);
    return html`<li class="branch ${selected ? 'selected' : ''}" data-step=${way.id}>
      <button
        type="button"
        class="step-name"
        tabindex=${this.isEntry(way) ? 0 : -1}
        aria-current=${selected ? 'step' : nothing}
        @click=${() => this.commands.choose(way)}
        @dblclick=${() => this.host.openPanel()}
      >
        <span class="words">${this.wayWords(way, at)}</span>
        ${this.lockBadge(way)} ${this.changeBadge(way)} ${this.problemBadge(way)}
      </button>
      ${selected && !this.host.readonly ? this.wayActions(way, items, step, event) : nothing}
      ${
        items.length === 0
          ? html`<p class="small muted straight">${event && way.outgoing.length === 0 ? nothing : this.words('straightOn')}</p>`
          : html`<ol class="step-list inner" role="list">${items.map((item) => this.item(item, items))}</ol>`
      }
    </li>`;
  }

  private wayActions(way: DiagramElement, items: readonly OutlineItem[], step: OutlineStep, event: boolean): TemplateResult {
    return html`<div class="step-actions">
      ${this.addMenu(way, this.words('addHere'))} ${this.action('settings', 'settings', undefined, () => this.host.openPanel())}
      <button type="button" class="button quiet danger" @click=${() => this.commands.removeWay(way, event ? undefined : items, step)}>
        ${icon('trash')}${this.words('deleteWay')}
      </button>
    </div>`;
  }

  private wayWords(way: DiagramElement, at: number): string {
    const { words } = this;
    const { source, businessObject } = way;
    if (source === undefined) return words('onEvent', { name: nameOf(way) || kindWord(this.host.t, way) });
    if (source.type === 'bpmn:ParallelGateway') return words('sameTime', { number: at + 1 });
    const name = nameOf(way);
    if (elementOf(source.businessObject, 'default') === businessObject)
      return name === '' ? words('otherwise') : `${name}（${words('otherwise')}）`;
    if (source.type === 'bpmn:EventBasedGateway') return words('wayOf', { number: at + 1 });
    const condition = conditionOf(way);
    return name !== '' ? words('way', { way: name }) : condition === '' ? words('withoutCondition') : words('when', { condition });
  }

  private renameField(element: DiagramElement): TemplateResult {
    const commit = (event: Event): void => this.rename(element, (event.target as HTMLInputElement).value.trim());
    return html`<input
      class="input rename"
      aria-label=${this.words('name')}
      .value=${nameOf(element)}
      @keydown=${(event: KeyboardEvent) => {
        event.stopPropagation();
        if (event.isComposing) return;
        if (event.key === 'Enter') commit(event);
        if (event.key === 'Escape') this.rename(element, undefined);
      }}
      @blur=${commit}
    />`;
  }

  private lockBadge(element: DiagramElement): TemplateResult | typeof nothing {
    const seen = seenLock(this.host.context, 'element', element.id);
    if (seen === undefined) return nothing;
    return html`<span class="badge lock" title=${lockWords(this.host, seen)}>${icon('lock')}${this.words('locked')}</span>`;
  }

  private changeBadge(element: DiagramElement): TemplateResult | typeof nothing {
    const change = this.host.changeOf(element.id);
    return change === undefined ? nothing : html`<span class="badge change-${change.kind}">${change.word}</span>`;
  }

  private problemBadge(element: DiagramElement): TemplateResult | typeof nothing {
    const own = this.host.problems.filter((problem) => problem.place.elementId === element.id && problem.severity !== 'info');
    if (own.length === 0) return nothing;
    const grave = own.some((problem) => problem.severity === 'error');
    return html`<span class="badge ${grave ? 'red' : 'yellow'}">${this.words('problems', { count: own.length })}</span>`;
  }

  // Tab reaches one line: the selected one, else the first
  private isEntry(element: DiagramElement): boolean {
    const { selected, editor } = this.host;
    const listed = selected !== undefined && editor.element(selected.id) === selected && selected.parent !== undefined;
    return listed ? selected === element : this.numbers.get(element) === 1;
  }

  private get factView() {
    const { t, locale, context } = this.host;
    return { t, locale, context, words: this.words };
  }
}

// behind it there is one way, which can lead past a step
function hasOneWay(element: DiagramElement): boolean {
  return element.outgoing.filter(isSequence).length === 1;
}

function numbersOf(items: readonly OutlineItem[]): ReadonlyMap<DiagramElement, number> {
  const numbers = new Map<DiagramElement, number>();
  const add = (all: readonly OutlineItem[]): void => {
    for (const item of all) {
      if (item.kind === 'link') continue;
      numbers.set(item.element, item.number);
      add(item.inner);
      for (const { items: inside } of item.branches) add(inside);
    }
  };
  add(items);
  return numbers;
}

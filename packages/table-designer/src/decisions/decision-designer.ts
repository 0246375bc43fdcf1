/** `<tb-decision-designer>`: the decisions of a file, as a picture of what follows from what, and each as a table or in boxes. */
import { buttonStyles, confirmDialog, fieldStyles, icon, surfaceStyles, TongbanElement, tableStyles } from '@tongban/element-kit';
import type { Decision, DecisionFunction, DecisionLogic, DecisionModel, DecisionVariable, JsonObject, Problem } from '@tongban/model';
import type { TableExample } from '@tongban/tables';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { feelNames } from '../feel-names.ts';
import type { TableContext } from '../table-context.ts';
import type { TableDesigner } from '../table-designer.ts';
import type { TableChangeEvent } from '../table-events.ts';
import { tableWorld } from '../table-world.ts';
import { keepsAll, type LogicKind, logicAs } from './boxes/blank-logic.ts';
import { boxStyles } from './boxes/box-view.styles.ts';
import { type BoxDesk, boxView, parametersView, withNames } from './boxes/box-view.ts';
import { decisionDesignerStyles } from './decision-designer.styles.ts';
import { DecisionSelectEvent, DecisionsChangeEvent } from './decision-events.ts';
import { decisionMessages } from './decision-messages.ts';
import { elementPanel } from './element-panel.ts';
import { type DecisionGraph, decisionGraph } from './graph/graph-layout.ts';
import { graphView, placeGraph } from './graph/graph-view.ts';
import { type AddedKind, addElement, changeDecision, changeFunction, removeElement } from './model-edits.ts';
import { ModelHistory } from './model-history.ts';

const ADDED: readonly AddedKind[] = ['table', 'literal', 'input', 'function'];
const NO_CONTEXT: TableContext = { fields: [] };

/**
 * The designer of the decisions of a file.
 *
 * @summary Decisions as a picture, each as a table or in boxes.
 * @fires tb-decisions-change - The model was edited, undone or redone.
 * @fires tb-decision-select - Another element is shown.
 * @fires tb-table-examples - An example of the decision that is shown was saved or removed.
 * @csspart graph - The picture.
 */
export class DecisionDesigner extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    tableStyles,
    decisionDesignerStyles,
    boxStyles,
  ];

  /** The decisions. Another model than that last told by `tb-decisions-change` replaces them and starts a new history. */
  @property({ attribute: false }) model: DecisionModel | undefined;
  /** The element that is shown; default the decision that nothing else needs. */
  @property() selected: string = '';
  /** What conditions can ask beside the inputs of the file. */
  @property({ attribute: false }) context: TableContext = NO_CONTEXT;
  /** Values that hold for every trial and example that does not say otherwise, e.g. `parameters`. */
  @property({ attribute: false }) given: JsonObject = {};
  /** Saved examples of the decision that is shown. */
  @property({ attribute: false }) examples: readonly TableExample[] = [];
  /** Problems found by others; `place.elementId` is the id of a rule or column. */
  @property({ attribute: false }) problems: readonly Problem[] = [];
  /** Nothing can be changed. */
  @property({ type: Boolean, reflect: true }) readonly: boolean = false;

  @state() private pictured: boolean | undefined;

  private readonly t = decisionMessages.for(this);
  #history: ModelHistory | undefined;
  #told: DecisionModel | undefined;
  #graph: DecisionGraph = { nodes: [], edges: [], width: 0, height: 0 };

  /** Shows the element, or the rule or column of the decision `id` whose id is `part`. */
  async select(id: string, part?: string): Promise<void> {
    this.#show(id);
    await this.updateComplete;
    if (part !== undefined) await this.renderRoot.querySelector<TableDesigner>('tb-table-designer')?.select(part);
  }

  /** Takes the last edit back. */
  undo(): void {
    if (this.#history?.undo() === true) this.#changed();
  }

  /** Does the edit taken back last again. */
  redo(): void {
    if (this.#history?.redo() === true) this.#changed();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('model') && !changed.has('locale')) return;
    if (this.model !== this.#told) this.#history = this.model === undefined ? undefined : new ModelHistory(this.model);
    this.#told = this.model;
    this.#graph = this.model === undefined ? { nodes: [], edges: [], width: 0, height: 0 } : decisionGraph(this.model, this.locale);
  }

  override render(): TemplateResult {
    const { model, t } = this;
    if (model === undefined) return html`<p class="muted">${t('noModel')}</p>`;
    const selected = this.#selected(model);
    const pictured = this.pictured ?? this.#graph.nodes.length > 1;
    return html`<section class="frame" aria-label=${t('designer')} @keydown=${this.#onKey}>
      <div class="toolbar" role="toolbar" aria-label=${t('designer')}>
        <button type="button" class="button quiet icon-only" aria-label=${t('undo')} aria-disabled=${!this.#canUndo} @click=${() => this.undo()}>${icon('undo')}</button>
        <button type="button" class="button quiet icon-only" aria-label=${t('redo')} aria-disabled=${!this.#canRedo} @click=${() => this.redo()}>${icon('redo')}</button>
        <tb-menu-button label=${t('add')} variant="quiet" ?disabled=${this.readonly} .items=${ADDED.map((kind) => ({ id: kind, label: t(`add_${kind}`) }))} @tb-menu-select=${(
          event: Event & { readonly id: string },
        ) => this.#add(event.id as AddedKind)}></tb-menu-button>
        <span class="spacer"></span>
        <button type="button" class="button quiet" aria-expanded=${pictured} @click=${() => {
          this.pictured = !pictured;
        }}>${t(pictured ? 'hideGraph' : 'showGraph')}</button>
      </div>
      ${pictured ? graphView({ t, graph: this.#graph, selected, select: (id) => this.#show(id) }) : nothing}
      ${this.#element(model, selected)}
    </section>`;
  }

  #element(model: DecisionModel, id: string): TemplateResult | typeof nothing {
    const decision = model.decisions.find((each) => each.id === id);
    const called = model.functions.find((each) => each.id === id);
    return html`${elementPanel({ t: this.t, model, id, editable: !this.readonly, locale: this.locale, run: (next, topic) => this.#run(next, topic), remove: () => void this.#remove(id) })}
      ${decision !== undefined ? this.#decision(model, decision) : called !== undefined ? this.#function(model, called) : nothing}`;
  }

  #decision(model: DecisionModel, decision: Decision): TemplateResult {
    const { logic = { kind: 'literal', expression: { text: 'null', tree: { kind: 'null', at: [0, 4] }, reads: [] } }, id, name } = decision;
    const change = (next: DecisionLogic): void =>
      this.#run(changeDecision(model, id, { logic: next }), next.kind === 'table' ? undefined : `logic ${id}`);
    if (logic.kind !== 'table') return boxView(this.#desk(model, id), logic, this.t('logicOf', { name }), change);
    return html`<tb-table-designer class="whole"
      .table=${logic} .model=${model} .context=${this.context} .given=${this.given} .examples=${this.examples} .problems=${this.problems}
      decision-id=${id} label=${name} ?readonly=${this.readonly}
      @tb-table-change=${(event: TableChangeEvent) => {
        event.stopPropagation();
        change(event.table);
      }}></tb-table-designer>`;
  }

  #function(model: DecisionModel, { id, name, parameters, body }: DecisionFunction): TemplateResult {
    const desk = withNames(
      this.#desk(model, id),
      parameters.map((parameter) => parameter.name),
    );
    return html`${parametersView(desk, parameters, (next: readonly DecisionVariable[]) => this.#run(changeFunction(model, id, { parameters: next })))}
      ${boxView(desk, body, this.t('logicOf', { name }), (next) => this.#run(changeFunction(model, id, { body: next }), `logic ${id}`))}`;
  }

  #desk(model: DecisionModel, id: string): BoxDesk {
    const others = [...model.inputs, ...model.decisions, ...model.functions].filter((each) => each.id !== id);
    const world = tableWorld(this.context, model, id, this.given);
    const context = {
      ...world,
      names: [...new Set([...(world.names ?? []), ...others.map((each) => ('variable' in each ? each.variable.name : each.name))])],
    };
    return {
      t: this.t,
      editable: !this.readonly,
      names: feelNames(context),
      context,
      given: this.given,
      id,
      become: (kind, logic, change) => void this.#become(kind, logic, id, change),
    };
  }

  async #become(kind: LogicKind, logic: DecisionLogic, id: string, change: (logic: DecisionLogic) => void): Promise<void> {
    if (kind === logic.kind) return;
    const { t } = this;
    const sure =
      keepsAll(kind, logic) ||
      (await confirmDialog(this, {
        title: t('asTitle', { kind: t(`box_${kind}`) }),
        body: t('asBody'),
        confirmLabel: t(`box_${kind}`),
        danger: true,
      }));
    if (sure) change(logicAs(kind, logic, id));
  }

  #selected({ decisions, inputs, functions, services = [] }: DecisionModel): string {
    const all = [...decisions, ...inputs, ...functions, ...services];
    if (all.some(({ id }) => id === this.selected)) return this.selected;
    const needed = new Set(decisions.flatMap(({ requires }) => requires));
    return (decisions.find(({ id }) => !needed.has(id)) ?? all[0])?.id ?? '';
  }

  #show(id: string): void {
    if (id === this.selected) return;
    this.selected = id;
    this.emit(new DecisionSelectEvent(id));
  }

  #add(kind: AddedKind): void {
    if (this.model === undefined) return;
    const { model, id } = addElement(this.model, kind, this.t(`new_${kind}`));
    this.#run(model);
    this.#show(id);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('#name')?.select());
  }

  async #remove(id: string): Promise<void> {
    const { model, t } = this;
    if (model === undefined) return;
    const { nodes } = this.#graph;
    const users = nodes.filter(({ needs }) => needs.includes(id)).map(({ name }) => name);
    const name = nodes.find((node) => node.id === id)?.name ?? id;
    const sure =
      users.length === 0 ||
      (await confirmDialog(this, {
        title: t('removeTitle', { name }),
        body: t('removeBody', { users: users.join('、') }),
        confirmLabel: t('remove'),
        danger: true,
      }));
    if (sure) this.#run(removeElement(model, id));
  }

  get #canUndo(): boolean {
    return this.#history?.canUndo === true && !this.readonly;
  }

  get #canRedo(): boolean {
    return this.#history?.canRedo === true && !this.readonly;
  }

  #run(next: DecisionModel, topic?: string): void {
    if (!this.readonly && this.#history?.run(next, topic) === true) this.#changed();
  }

  #changed(): void {
    const model = this.#history?.model;
    if (model === undefined) return;
    this.#told = model;
    this.model = model;
    this.emit(new DecisionsChangeEvent(model));
  }

  // the grid and text fields take these keys themselves
  readonly #onKey = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    const inText = (event.composedPath()[0] as HTMLElement).matches('input, textarea, select');
    if (event.defaultPrevented || inText || !(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) this.redo();
    else this.undo();
  };

  protected override updated(): void {
    placeGraph(this.renderRoot);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-decision-designer': DecisionDesigner;
  }
}

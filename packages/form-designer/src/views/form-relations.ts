/**
 * `<tb-form-relations>`: which field depends on which, as a picture and as sentences beside it; circles and fields that lead nowhere, with what
 * mends them. Inside the designer only.
 */
import { buttonStyles, icon, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import { type Flow, type FormDocument, type Problem, textIn } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { changeField } from '../commands/change-field.ts';
import { removeField } from '../commands/remove-field.ts';
import type { DesignCommand } from '../design-command.ts';
import { findField, placedFields } from '../field-tree.ts';
import type { FormDesignContext } from '../form-design-context.ts';
import { flowAround } from '../read-flow.ts';
import {
  type DeadField,
  deadFields,
  type OutsideUse,
  type Relation,
  type RelationKind,
  type Relations,
  relationsOf,
} from '../uses/relations.ts';
import { formRelationsStyles } from './form-relations.styles.ts';
import { pictureAndWordsStyles } from './picture-and-words.styles.ts';
import { layOutRelations, NODE, type PlacedNode, type RelationLayout, wayOf } from './relation-layout.ts';
import { relationMessages } from './relation-messages.ts';
import { ViewGoEvent, ViewRunEvent } from './view-events.ts';

/** How a line is drawn. */
const LINES: Readonly<Record<RelationKind, 'show' | 'compute' | 'check'>> = {
  visible: 'show',
  required: 'show',
  readOnly: 'show',
  computed: 'compute',
  earliest: 'check',
  latest: 'check',
  writableRow: 'check',
  test: 'check',
  itemsKey: 'check',
  ownerKey: 'check',
};

/** See the module comment. */
export class FormRelations extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, surfaceStyles, pictureAndWordsStyles, formRelationsStyles];

  @property({ attribute: false }) form: FormDocument | undefined;
  @property({ attribute: false }) context: FormDesignContext = { forms: [], items: [] };
  @property({ attribute: false }) problems: readonly Problem[] = [];
  @property({ type: Boolean }) readonly: boolean = false;
  @state() private chosen = '';
  @state() private flow: Flow | undefined;

  private readonly t = relationMessages.for(this);
  #found: Relations = { relations: [], outside: [] };
  #layout: RelationLayout = { nodes: [], width: 0, height: 0, ways: new Map() };
  #dead: readonly DeadField[] = [];
  #circles: readonly (readonly string[])[] = [];

  protected override willUpdate(changed: PropertyValues): void {
    const { form, context, flow } = this;
    if (form === undefined) return;
    if (changed.has('context')) void this.#readFlow();
    const around = { ...context, ...(flow === undefined ? {} : { flow }) };
    this.#found = relationsOf(form, around);
    this.#dead = deadFields(form, around, this.#found);
    this.#layout = layOutRelations(
      this.#found.relations,
      placedFields(form).map(({ field }) => field.id),
    );
    this.#circles = this.problems
      .filter(({ code }) => code === 'FORM_COMPUTED_CYCLE')
      .map(({ details }) => ((details['fieldIds'] ?? []) as readonly string[]).map((id) => id.split('/').pop() ?? id));
    if (findField(form, this.chosen) === undefined) this.chosen = '';
  }

  override render(): TemplateResult | typeof nothing {
    const { form, t } = this;
    if (form === undefined) return nothing;
    return html`<div class="both">
      <section class="picture" aria-label=${t('picture')}>
        ${this.#layout.nodes.length === 0 ? html`<p class="muted">${t('none')}</p>` : html`<p class="hint">${t('pictureHint')}</p>${this.#legend()}<div class="scroll">${this.#picture()}</div>`}
      </section>
      <section class="words">${this.#findings()} ${this.#sentences()}</section>
    </div>`;
  }

  #picture(): TemplateResult {
    const { nodes, width, height } = this.#layout;
    const places = new Map(nodes.map((node) => [node.id, node]));
    const first = nodes.some(({ id }) => id === this.chosen) ? this.chosen : (nodes[0]?.id ?? '');
    return html`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" role="group" aria-label=${this.t('picture')} @keydown=${this.#onKey}>
      ${this.#found.relations.map((relation) => this.#line(relation, places))}
      ${nodes.map((node) => this.#node(node, first))}
    </svg>`;
  }

  #line({ from, to, kind }: Relation, places: ReadonlyMap<string, PlacedNode>): TemplateResult | typeof nothing {
    const [source, target] = [places.get(from), places.get(to)];
    if (source === undefined || target === undefined) return nothing;
    const circle = this.#circles.some((ids) => ids.includes(from) && ids.includes(to));
    const near = this.chosen === '' || this.chosen === from || this.chosen === to;
    const stops = [...(this.#layout.ways.get(wayOf(from, to)) ?? []), target];
    let [x, y] = [source.x + NODE.width, source.y + NODE.height / 2];
    let path = `M${x} ${y}`;
    for (const stop of stops) {
      const [nextX, nextY] = [stop.x, stop.y + NODE.height / 2];
      const end = stop === target ? nextX - 7 : nextX;
      const bend = Math.max(36, Math.abs(nextX - x) / 2);
      path += `C${x + bend} ${y} ${nextX - bend} ${nextY} ${end} ${nextY}`;
      [x, y] = [nextX, nextY];
      if (stop !== target) {
        x += NODE.width;
        path += `H${x}`;
      }
    }
    return svg`<path class="line ${LINES[kind]} ${circle ? 'circle' : ''} ${near ? '' : 'far'}" d=${path} />
      <path class="tip ${circle ? 'circle' : ''} ${near ? '' : 'far'}" d="M${x - 8} ${y - 4}L${x} ${y}L${x - 8} ${y + 4}z" />`;
  }

  #node({ id, x, y }: PlacedNode, first: string): TemplateResult {
    const { chosen, t } = this;
    const label = this.#label(id);
    const { relations, outside } = this.#found;
    const counts = {
      reads: new Set(relations.filter(({ to }) => to === id).map(({ from }) => from)).size,
      readers: new Set(relations.filter(({ from }) => from === id).map(({ to }) => to)).size,
      outside: outside.filter(({ fieldId }) => fieldId === id).length,
    };
    const near =
      chosen === '' || chosen === id || relations.some(({ from, to }) => (from === chosen && to === id) || (to === chosen && from === id));
    const wrong =
      this.#circles.some((ids) => ids.includes(id)) || this.#dead.some(({ fieldId, reason }) => fieldId === id && reason !== 'neverRead');
    return svg`<g class="node ${id === chosen ? 'chosen' : ''} ${near ? '' : 'far'} ${wrong ? 'wrong' : ''}" data-node=${id} role="button" tabindex=${id === first ? 0 : -1}
      aria-pressed=${id === chosen} aria-label=${t('node', { label, ...counts })} transform="translate(${x} ${y})" @click=${() => this.#choose(id)} @dblclick=${() => this.emit(new ViewGoEvent(id))}>
      <title>${label}</title>
      <rect width=${NODE.width} height=${NODE.height} rx="6"></rect>
      <text x="12" y="23">${shortened(label)}</text>
    </g>`;
  }

  #legend(): TemplateResult {
    const { t } = this;
    const one = (kind: string, words: string): TemplateResult =>
      html`<li><svg width="28" height="8" aria-hidden="true"><path class="line ${kind}" d="M0 4H28" /></svg>${words}</li>`;
    return html`<ul class="legend" aria-label=${t('legend')}>
      ${one('show', t('legendShow'))} ${one('compute', t('legendCompute'))} ${one('check', t('legendCheck'))}
      ${this.#circles.length === 0 ? nothing : one('circle', t('legendCycle'))}
    </ul>`;
  }

  #findings(): TemplateResult {
    const { t } = this;
    const none = this.#circles.length === 0 && this.#dead.length === 0;
    return html`<h2 tabindex="-1">${t('findings')}</h2>
      ${none ? html`<p role="status">${icon('check')} ${t('noFindings')}</p>` : nothing}
      ${this.flow === undefined ? html`<p class="muted small">${t('noFlow')}</p>` : nothing}
      <ul class="findings">
        ${this.#circles.map((ids) => this.#circle(ids))}
        ${this.#dead.map((dead) => this.#deadField(dead))}
      </ul>`;
  }

  #circle(ids: readonly string[]): TemplateResult {
    const { t, form } = this;
    const fields = ids.map((id) => `“${this.#label(id)}”`).join('、');
    const mends = ids.flatMap((id) => {
      const field = form && findField(form, id)?.field;
      if (form === undefined || field === undefined) return [];
      const label = this.#label(id);
      const person =
        field.computed === undefined ? [] : [this.#mend(t('byPerson', { label }), changeField(form, id, { computed: undefined }))];
      const always =
        field.visible === undefined ? [] : [this.#mend(t('alwaysShow', { label }), changeField(form, id, { visible: undefined }))];
      return [...person, ...always];
    });
    return html`<li class="callout error" data-finding="cycle">${icon('error')}<div><p>${t('cycle', { fields })}</p><div class="button-row">${mends}</div></div></li>`;
  }

  #deadField({ fieldId, reason }: DeadField): TemplateResult {
    const { t, form } = this;
    const label = this.#label(fieldId);
    const mild = reason === 'neverRead';
    const mend =
      form === undefined || mild
        ? nothing
        : reason === 'neverShown'
          ? this.#mend(t('alwaysShow', { label }), changeField(form, fieldId, { visible: undefined }))
          : this.#mend(t('remove', { label }), removeField(form, fieldId));
    return html`<li class="callout ${mild ? '' : 'warning'}" data-finding=${reason}>${icon(mild ? 'info' : 'warning')}<div><p>${t(reason, { label })}</p>
      <div class="button-row">${mend}<button type="button" class="button quiet" @click=${() => this.emit(new ViewGoEvent(fieldId))}>${t('goThere', { label })}</button></div></div></li>`;
  }

  #mend(words: string, command: DesignCommand | undefined): TemplateResult | typeof nothing {
    if (command === undefined || this.readonly) return nothing;
    return html`<button type="button" class="button" @click=${() => this.#run(command)}>${words}</button>`;
  }

  /** The button goes with its finding: the keys must go on working. */
  #run(command: DesignCommand): void {
    this.emit(new ViewRunEvent(command));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h2')?.focus());
  }

  #sentences(): TemplateResult {
    const { t, chosen } = this;
    const { relations, outside } = this.#found;
    const label = this.#label(chosen);
    const shown = relations.filter(({ from, to }) => chosen === '' || from === chosen || to === chosen);
    return html`<h2>${chosen === '' ? t('all') : t('ofField', { label })}</h2>
      ${
        chosen === ''
          ? nothing
          : html`<div class="button-row"><button type="button" class="button" @click=${() => this.emit(new ViewGoEvent(chosen))}>${t('goThere', { label })}</button>
            <button type="button" class="button quiet" @click=${() => this.#choose('')}>${t('showAll')}</button></div>`
      }
      <ul class="sentences">
        ${shown.map(({ from, to, kind }) => {
          const words = t(kind, { from: this.#label(from), to: to === '' ? t('wholeForm') : this.#label(to) });
          return html`<li><button type="button" class="link-button" @click=${() => this.emit(new ViewGoEvent(to === '' ? from : to))}>${words}</button></li>`;
        })}
        ${chosen === '' ? nothing : this.#outside(outside.filter(({ fieldId }) => fieldId === chosen))}
      </ul>`;
  }

  #outside(uses: readonly OutsideUse[]): readonly TemplateResult[] {
    const sentences = uses.map((use) => {
      const place = use.part === 'form' ? `${textIn(use.form.title, this.locale)}：${use.where}` : use.where;
      return this.t(`useIn_${use.part}`, { label: this.#label(use.fieldId), place });
    });
    return [...new Set(sentences)].map((sentence) => html`<li>${sentence}</li>`);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const node = (event.target as Element).closest<SVGGElement>('[data-node]');
    const id = node?.dataset['node'] ?? '';
    if (id === '') return;
    if (event.key === 'Enter') this.emit(new ViewGoEvent(id));
    else if (event.key === ' ') this.#choose(id);
    else {
      const next = this.#next(id, event.key);
      if (next === undefined) return;
      this.chosen = next;
      void this.updateComplete.then(() => this.renderRoot.querySelector<SVGGElement>(`[data-node="${CSS.escape(next)}"]`)?.focus());
    }
    event.preventDefault();
  };

  #next(id: string, key: string): string | undefined {
    const { nodes } = this.#layout;
    const { relations } = this.#found;
    if (key === 'ArrowRight') return relations.find(({ from, to }) => from === id && to !== '')?.to;
    if (key === 'ArrowLeft') return relations.find(({ to }) => to === id)?.from;
    const own = nodes.find((node) => node.id === id);
    const column = nodes.filter((node) => node.column === own?.column);
    const at = column.findIndex((node) => node.id === id);
    if (key === 'ArrowDown') return column[at + 1]?.id;
    return key === 'ArrowUp' ? column[at - 1]?.id : undefined;
  }

  #choose(id: string): void {
    this.chosen = id === this.chosen ? '' : id;
  }

  #label(id: string): string {
    const field = this.form && findField(this.form, id)?.field;
    return field === undefined ? '' : textIn(field.label, this.locale) || field.key;
  }

  async #readFlow(): Promise<void> {
    this.flow = await flowAround(this.context);
  }
}

function shortened(label: string): string {
  const signs = [...label];
  return signs.length > 11 ? `${signs.slice(0, 10).join('')}…` : label;
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-form-relations': FormRelations;
  }
}

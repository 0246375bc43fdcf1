/** 办事模块: choose a block by picture and sentence, fill in its parameters, and put it into the flow as one step of undo. */
import type { DialogCloseEvent } from '@tongban/element-kit';
import { type Limit, type LimitUnit, type MeasureManifest, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { DiagramElement } from '../diagram/services.ts';
import type { SurfaceHost } from '../surface-host.ts';
import { stepName } from '../words.ts';
import type { BlockParameter, BlockValues, FilledBlock, FlowBlock } from './block.ts';
import { blockMessages } from './block-messages.ts';
import { blockPicture } from './block-picture.ts';
import { checkBlock } from './check-block.ts';
import { fillBlock, type ValueFault, valueFaults } from './fill-block.ts';
import { insertBlock } from './insert-block.ts';
import { BLOCKS } from './library.ts';

export class BlockGallery {
  private readonly host: SurfaceHost;
  private readonly words: ReturnType<typeof blockMessages.for>;
  private readonly onManifest: (manifest: MeasureManifest) => void;
  private open = false;
  private chosen: FlowBlock | undefined;
  private values: BlockValues = {};
  private faults: ReadonlyMap<string, ValueFault> = new Map();

  constructor(host: SurfaceHost, onManifest: (manifest: MeasureManifest) => void) {
    this.host = host;
    this.words = blockMessages.for(host);
    this.onManifest = onManifest;
  }

  show(): void {
    this.open = true;
    this.choose(undefined);
  }

  render(): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    const { words, chosen } = this;
    return html`<tb-dialog open size="large" label=${chosen === undefined ? words('title') : textIn(chosen.title, this.host.locale)} @tb-dialog-close=${(
      event: DialogCloseEvent,
    ) => {
      event.stopPropagation();
      this.close();
    }}>
      ${chosen === undefined ? this.gallery() : this.form(chosen)}
      ${
        chosen === undefined
          ? nothing
          : html`<div slot="footer" class="button-row end">
            <button type="button" class="button" @click=${() => this.choose(undefined)}>${words('back')}</button>
            <button type="button" class="button primary" data-action="insert-block" @click=${() => this.insert(chosen)}>${words('insert')}</button>
          </div>`
      }
    </tb-dialog>`;
  }

  private get own(): readonly ReturnType<typeof checkBlock>[] {
    return (this.host.context?.blocks ?? []).map(checkBlock);
  }

  private gallery(): TemplateResult {
    const { words, host, own } = this;
    const problems = own.flatMap((one) => one.problems);
    return html`<p class="muted">${words('lead')}</p>
      ${problems.length === 0 ? nothing : html`<tb-problem-list .problems=${problems}></tb-problem-list>`}
      <ul class="block-list" role="list">
        ${[...own.flatMap(({ block }) => block ?? []), ...BLOCKS].map((block) => {
          const title = textIn(block.title, host.locale);
          return html`<li><button type="button" class="block-card" data-block=${block.id} @click=${() => this.choose(block)}>
            ${blockPicture(block, words('picture', { title }))}
            <strong>${title}</strong>
            <span class="small">${textIn(block.summary, host.locale)}</span>
          </button></li>`;
        })}
      </ul>`;
  }

  private form(block: FlowBlock): TemplateResult {
    const { words, host } = this;
    const title = textIn(block.title, host.locale);
    const behind = host.selected === undefined ? undefined : placeWords(host, host.selected);
    return html`${blockPicture(block, words('picture', { title }))}
      <p>${textIn(block.summary, host.locale)}</p>
      ${block.source === undefined ? nothing : html`<p class="small muted">${words('basis', { source: block.source })}</p>`}
      <p class="small">${behind === undefined ? words('atEnd') : words('behind', { name: behind })}</p>
      <div class="block-form">${block.parameters.map((parameter) => this.field(block, parameter))}</div>`;
  }

  private field(block: FlowBlock, parameter: BlockParameter): TemplateResult {
    const { words, host } = this;
    const id = `block-${parameter.id}`;
    const fault = this.faults.get(parameter.id);
    const wrong = fault !== undefined;
    const value = String(this.values[parameter.id] ?? parameter.value);
    const choices = choicesOf(parameter, host);
    const put = (event: Event): void => {
      this.values = { ...this.values, [parameter.id]: (event.target as HTMLInputElement).value };
      // once it was asked for, it is checked as one types
      if (this.faults.size > 0) this.faults = valueFaults(block, this.values);
      host.requestUpdate();
    };
    return html`<div class="field">
      <label class="label" for=${id}>${textIn(parameter.label, host.locale)}</label>
      ${
        choices === undefined
          ? html`<input class="input ${parameter.kind === 'feel' ? 'mono' : ''}" id=${id} .value=${value} aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? `${id}-error` : nothing} @input=${put} />`
          : html`<select class="select" id=${id} aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? `${id}-error` : nothing} @change=${put}>
            ${parameter.kind === 'choice' ? nothing : html`<option value="">${words(parameter.optional === true ? 'none' : 'pick')}</option>`}
            ${choices.map(([choice, label]) => html`<option value=${choice} ?selected=${choice === value}>${label}</option>`)}
          </select>`
      }
      ${wrong ? html`<p class="field-error" id="${id}-error" role="alert">${words(fault)}</p>` : nothing}
    </div>`;
  }

  private choose(block: FlowBlock | undefined): void {
    this.chosen = block;
    this.values = {};
    this.faults = new Map();
    this.host.requestUpdate();
  }

  private close(): void {
    this.open = false;
    this.host.requestUpdate();
  }

  private insert(block: FlowBlock): void {
    this.faults = valueFaults(block, this.values);
    const [first] = this.faults.keys();
    if (first !== undefined) {
      this.host.requestUpdate();
      void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>(`#block-${first}`)?.focus());
      return;
    }
    const { editor, selected } = this.host;
    const filled = fillBlock(block, this.values, freeNumber(this.host, block));
    const after = selected !== undefined && editor.canInsertAfter(selected) ? selected : undefined;
    let made: DiagramElement | undefined;
    editor.together(() => {
      made = insertBlock(editor, filled, after);
      this.changeLimits(filled);
    });
    this.close();
    const entered = made as DiagramElement | undefined;
    if (entered !== undefined) editor.select(entered.id);
    this.host.announce(this.words('inserted', { title: textIn(block.title, this.host.locale) }));
  }

  // those it brings, and those of the measure that are to stand still for it
  private changeLimits({ limits, parameters }: FilledBlock): void {
    const manifest = this.host.context?.manifest;
    if (manifest === undefined) return;
    const known = new Set(manifest.limits.map(({ id }) => id));
    const added = limits.filter(({ id }) => !known.has(id)).map(({ unit, ...limit }): Limit => ({ ...limit, unit: unit as LimitUnit }));
    const stopped = parameters.filter(({ kind }) => kind === 'limit');
    const present = manifest.limits.map((limit) => {
      const reasons = stopped.flatMap(({ id, reason = '' }) => (this.values[id] === limit.id ? [reason] : []));
      const pauses = [...new Set([...(limit.pauses ?? []), ...reasons])];
      return reasons.length === 0 ? limit : { ...limit, pauses };
    });
    if (added.length > 0 || present.some((limit, at) => limit !== manifest.limits[at]))
      this.onManifest({ ...manifest, limits: [...present, ...added] });
  }
}

function placeWords({ t }: SurfaceHost, element: DiagramElement): string {
  const step = element.type === 'bpmn:SequenceFlow' ? element.source : element;
  return step === undefined ? element.id : stepName(t, step);
}

type Choices = readonly (readonly [value: string, label: string])[];

function choicesOf({ kind, choices = [] }: BlockParameter, { context, editor, t, locale }: SurfaceHost): Choices | undefined {
  switch (kind) {
    case 'role':
      return context?.manifest.roles.map((role) => [role.id, textIn(role.name, locale)] as const);
    case 'department':
      return context?.manifest.departments.map((department) => [department.id, department.name] as const);
    case 'task':
      return editor.steps
        .filter(({ element }) => element.type === 'bpmn:UserTask')
        .map(({ element }) => [element.id, stepName(t, element)] as const);
    case 'limit':
      return context?.manifest.limits.map((limit) => [limit.id, textIn(limit.name, locale)] as const);
    case 'choice':
      return choices.map(({ value, label }) => [value, textIn(label, locale)] as const);
    default:
      return undefined;
  }
}

// empty for the first copy in a flow, then 2, 3 …: a limit or a variable with that name shows that one is there
function freeNumber({ editor, context }: SurfaceHost, block: FlowBlock): string {
  const used = new Set([
    ...(context?.manifest.limits ?? []).map(({ id }) => id),
    ...editor.steps.flatMap(({ element }) => {
      const { outcomes, each } = editor.extensionOf(element);
      return [outcomes?.result, each?.results, editor.messageOf(element)];
    }),
  ]);
  const names = (n: string): readonly string[] =>
    [...JSON.stringify(block).matchAll(/"(?:result|results|id|message)":"([^"{]*)\{n\}"/g)].map(([, name]) => `${name}${n}`);
  for (let number = 1; ; number++) {
    const n = number === 1 ? '' : String(number);
    if (!names(n).some((name) => used.has(name))) return n;
  }
}

/**
 * `<tb-form-design-preview>`: the form as `<tb-form>` shows it, at any task of the flow and as anybody, with samples or what one types, as wide as a
 * computer or a phone, or on paper. Inside the designer only.
 */
import { buttonStyles, fieldStyles, icon, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { FilingForm } from '@tongban/filing-form';
import { type FormCompilation, hasValue, sampleValues, walkFields } from '@tongban/form';
import { type Actor, type CompiledForm, type FieldAccess, type FormAccess, type FormValues, type JsonObject, textIn } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { FormDesignContext } from './form-design-context.ts';
import { formPreviewStyles } from './form-preview.styles.ts';
import { type FormTask, formTasks } from './form-tasks.ts';
import { panelStyles } from './panel.styles.ts';
import { problemSentences } from './parts/problem-sentences.ts';
import { previewMessages } from './preview-messages.ts';
import { flowAround } from './read-flow.ts';
import { sampleAround } from './sample-around.ts';

/** The same samples at every first look. */
const SEED = 7;

const WIDTHS = ['wide', 'tablet', 'phone'] as const;

/** See the module comment. */
export class FormPreview extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    panelStyles,
    formPreviewStyles,
  ];

  @property({ attribute: false }) compilation: FormCompilation | undefined;
  @property({ attribute: false }) context: FormDesignContext = { forms: [], items: [] };
  @property() mode: 'fill' | 'print' = 'fill';
  @state() private ready = false;
  @state() private failed = false;
  @state() private seed: number | undefined = SEED;
  @state() private tasks: readonly FormTask[] = [];
  @state() private taskId = '';
  @state() private actsAs = '';
  @state() private department = '';
  @state() private width: (typeof WIDTHS)[number] = 'wide';

  private readonly t = previewMessages.for(this);
  #values: FormValues = {};
  #around: JsonObject = {};
  #actor: Actor | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    this.failed = false;
    try {
      await import('@tongban/filing-form/define');
      this.ready = true;
    } catch {
      this.failed = true;
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    const form = this.compilation?.compiled?.document;
    if (form === undefined) return;
    if (changed.has('context') || changed.has('compilation')) void this.#readTasks(form.id);
    if (changed.has('compilation') || changed.has('seed')) {
      this.#values = this.seed === undefined ? {} : sampleValues(form, this.seed, this.context.items);
    } else this.#keepTyped();
    if (['compilation', 'context', 'actsAs', 'department', 'seed'].some((name) => changed.has(name))) this.#standAround(form.id);
  }

  override render(): TemplateResult {
    const { t, compilation } = this;
    const compiled = compilation?.compiled;
    if (compiled === undefined) {
      const errors = (compilation?.problems ?? []).filter(({ severity }) => severity === 'error');
      return html`<div class="callout error" role="status"><div><p>${t('broken')}</p>${problemSentences(errors, this.locale)}</div></div>`;
    }
    const task = this.#task();
    const absent = task !== undefined && task.access === undefined;
    return html`${this.#bar()} ${task?.access === undefined ? nothing : html`<p class="says" role="status">${this.#accessWords(compiled, task.access)}</p>`}
      <div class="page ${this.mode === 'fill' ? this.width : 'paper'}">${absent ? html`<div class="callout warning" role="status">${icon('warning')}<div>${t('absent', { name: task.name })}</div></div>` : this.#form(compiled, task)}</div>`;
  }

  #bar(): TemplateResult {
    const { t, context, locale } = this;
    const roles = context.manifest?.roles ?? [];
    const departments = context.manifest?.departments ?? [];
    return html`<div class="bar" role="group" aria-label=${t('bar')}>
      ${
        this.tasks.length === 0
          ? nothing
          : choice(
              'task',
              t('task'),
              this.taskId,
              [['', t('anyTask')], ...this.tasks.map((task) => [task.id, this.#taskName(task)] as const)],
              (id) => this.#choose(id),
            )
      }
      ${
        roles.length === 0
          ? nothing
          : choice(
              'role',
              t('role'),
              this.actsAs,
              [['', t('anyRole')], ...roles.map(({ id, name }) => [id, textIn(name, locale)] as const)],
              (role) => {
                this.actsAs = role;
              },
            )
      }
      ${
        departments.length === 0
          ? nothing
          : choice(
              'department',
              t('department'),
              this.department,
              [['', t('noDepartment')], ...departments.map(({ id, name }) => [id, name] as const)],
              (department) => {
                this.department = department;
              },
            )
      }
      <div class="field"><span class="label" id="data-label">${t('data')}</span>
        <div class="button-row" role="group" aria-labelledby="data-label">
          <button type="button" class="button" aria-pressed=${this.seed !== undefined} @click=${() => this.#begin(SEED)}>${t('sample')}</button>
          <button type="button" class="button icon-only" aria-label=${t('another')} title=${t('another')} @click=${() => this.#begin((this.seed ?? SEED) + 1)}>${icon('refresh')}</button>
          <button type="button" class="button" aria-pressed=${this.seed === undefined} @click=${() => this.#begin(undefined)}>${t('empty')}</button>
        </div>
      </div>
      ${
        this.mode === 'print'
          ? nothing
          : html`<div class="field"><span class="label" id="width-label">${t('width')}</span>
            <div class="button-row" role="group" aria-labelledby="width-label">
              ${WIDTHS.map(
                (width) =>
                  html`<button type="button" class="button" data-width=${width} aria-pressed=${width === this.width} @click=${() => {
                    this.width = width;
                  }}>${t(`width_${width}`)}</button>`,
              )}
            </div></div>`
      }
      <p class="hint">${t('hint')}</p>
    </div>`;
  }

  #form(compiled: CompiledForm, task: FormTask | undefined): TemplateResult {
    const { t, ready, failed, context } = this;
    if (!ready) {
      if (!failed) return html`<p class="muted" role="status">${t('loading')}</p>`;
      return html`<div class="callout error" role="alert"><div><p>${t('failed')}</p>
        <button type="button" class="button" @click=${() => void this.#load()}>${t('retry')}</button></div></div>`;
    }
    return html`<tb-form
      .form=${compiled}
      .values=${this.#values}
      .access=${task?.access}
      .actor=${this.#actor}
      .context=${this.#around}
      .items=${context.items}
      .departments=${context.manifest?.departments ?? []}
      .mode=${this.mode}
    ></tb-form>`;
  }

  #taskName(task: FormTask): string {
    return task.access === undefined ? this.t('absentTask', { name: task.name }) : task.name;
  }

  #task(): FormTask | undefined {
    return this.tasks.find(({ id }) => id === this.taskId);
  }

  async #readTasks(formId: string): Promise<void> {
    const flow = await flowAround(this.context);
    this.tasks = flow === undefined ? [] : formTasks(flow, formId);
  }

  /** Whoever does the task looks at it, until somebody else is chosen. */
  #choose(taskId: string): void {
    this.taskId = taskId;
    const performer = this.#task()?.performer;
    if (performer === undefined) return;
    const roles = this.context.manifest?.roles ?? [];
    const departments = this.context.manifest?.departments ?? [];
    this.actsAs = performer.role ?? (performer.starter === true ? (roles.find(({ id }) => id === 'applicant')?.id ?? '') : '');
    const own = departments.find(({ id }) => id === performer.department)?.id;
    this.department = own ?? (performer.department === undefined ? '' : (departments[0]?.id ?? ''));
  }

  #begin(seed: number | undefined): void {
    this.seed = seed;
    // also when it is the same again: what was typed goes
    this.requestUpdate('seed', Number.NaN);
  }

  #keepTyped(): void {
    const form = this.renderRoot.querySelector<FilingForm>('tb-form');
    if (form?.handle.isDirty() === true) this.#values = form.handle.values();
  }

  #standAround(formId: string): void {
    const { actsAs, department } = this;
    const roles = actsAs === '' ? [] : [actsAs];
    this.#actor = { id: 'preview', name: this.t('person'), tenant: 'preview', roles, ...(department === '' ? {} : { department }) };
    this.#around = sampleAround(formId, this.context, this.#actor, this.seed ?? SEED);
  }

  #accessWords({ document }: CompiledForm, { default: other, fields }: FormAccess): string {
    const count: Record<FieldAccess, number> = { write: 0, read: 0, hidden: 0 };
    for (const { field, accessId, sections } of walkFields(document)) {
      if (!hasValue(field)) continue;
      const above = sections.map(({ id }) => fields?.[id]).filter((one) => one !== undefined);
      count[above.includes('hidden') ? 'hidden' : (fields?.[accessId] ?? above.at(-1) ?? other)]++;
    }
    return this.t('access', count);
  }
}

function choice(
  id: string,
  label: string,
  value: string,
  options: readonly (readonly [value: string, label: string])[],
  onChoose: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label class="label" for=${id}>${label}</label>
    <select class="select" id=${id} @change=${(event: Event) => onChoose((event.target as HTMLSelectElement).value)}>
      ${options.map(([each, words]) => html`<option value=${each} .selected=${each === value}>${words}</option>`)}
    </select>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-form-design-preview': FormPreview;
  }
}

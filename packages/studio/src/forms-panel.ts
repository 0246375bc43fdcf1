/** `<tb-forms-panel>`: the forms of a measure, each in its designer; new ones are begun, and those that nothing shows are deleted. */
import { buttonStyles, confirmDialog, fieldStyles, icon, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { FormDesignChangeEvent, FormDesignContext, FormDesigner, FormVersion } from '@tongban/form-designer';
import { type FormDocument, type Lock, lockOf, type MeasureSources, type Problem, textIn } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { NewFormEvent } from './new-form.ts';
import { PartChangeEvent } from './part-change-event.ts';
import { studioMessages } from './studio-messages.ts';

/** A form that was written, is new, or (without a document) is no more; and other files that changed with it. */
export interface FormFile {
  readonly path: string;
  readonly form: FormDocument | undefined;
  readonly files: MeasureSources;
}

/** An earlier release to compare with. */
export interface EarlierFiles {
  readonly sources: MeasureSources;
  readonly title: string;
}

/** Forms; fires `tb-part-change` with the {@link FormFile} that changed. */
export class FormsPanel extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        gap: 8px;
        min-height: 0;
      }

      .top {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
      }

      .top .hint {
        margin: 0;
      }

      .select {
        flex: 0 1 calc(26.25 * var(--_text-unit));
        min-width: 0;
      }

      tb-form-designer {
        flex: 1;
        min-height: 480px;
      }
    `,
  ];

  /** Paths of the files, in the order of the measure. */
  @property({ attribute: false }) paths: readonly string[] = [];
  @property({ attribute: false }) sources: MeasureSources = {};
  /** The measure around each of them. */
  @property({ attribute: false }) context: FormDesignContext = { forms: [], items: [] };
  /** Ready forms that a new one may begin with. */
  @property({ attribute: false }) papers: readonly FormDocument[] = [];
  @property({ attribute: false }) earlier: EarlierFiles | undefined;
  /** Problems of the whole measure. */
  @property({ attribute: false }) problems: readonly Problem[] = [];
  /** Forms that a copy does not change. */
  @property({ attribute: false }) locks: readonly Lock[] = [];
  /** What stands above a form of locks. */
  @property({ attribute: false }) renderLocks: ((form: FormDocument) => unknown) | undefined;
  @state() private chosen = '';
  @state() private asks = false;

  private readonly t = studioMessages.for(this);
  readonly #read = new Map<string, { readonly text: string; readonly form: FormDocument | undefined }>();

  /** Shows the form in the file at `path` and puts the focus on one of its fields. */
  async select(path: string, fieldId: string | undefined): Promise<void> {
    this.chosen = path;
    await this.updateComplete;
    if (fieldId !== undefined) await this.renderRoot.querySelector<FormDesigner>('tb-form-designer')?.select(fieldId);
  }

  override render(): TemplateResult {
    const { t, paths } = this;
    const path = paths.includes(this.chosen) ? this.chosen : (paths[0] ?? '');
    const form = this.#formIn(path, this.sources[path]);
    return html`<div class="top">
        <label class="label" for="form" ?hidden=${paths.length === 0}>${t('chooseForm')}</label>
        <select class="select" id="form" ?hidden=${paths.length === 0} @change=${(event: Event) => {
          this.chosen = (event.target as HTMLSelectElement).value;
        }}>
          ${paths.map((each) => html`<option value=${each} .selected=${each === path}>${this.#titleOf(each)}</option>`)}
        </select>
        <button type="button" class="button" data-tool="new-form" @click=${() => {
          this.asks = true;
        }}>${icon('plus')}${t('newForm')}</button>
        ${form === undefined ? nothing : this.#deleteButton(path, form)}
        ${form === undefined || this.#steps(form) > 0 ? nothing : html`<p class="hint">${t('formUnused')}</p>`}
      </div>
      ${this.#shown(path, form)}
      <tb-new-form .open=${this.asks} .forms=${this.context.forms} .papers=${this.papers} @tb-new-form=${(event: NewFormEvent) => this.#begin(event.form)}
        @tb-new-form-close=${() => {
          this.asks = false;
        }}></tb-new-form>`;
  }

  #shown(path: string, form: FormDocument | undefined): TemplateResult {
    const { t } = this;
    if (path === '') return html`<tb-empty heading=${t('noForms')} icon="form">${t('noFormsHint')}</tb-empty>`;
    if (form === undefined)
      return html`<div class="callout error" role="alert">${icon('error')}<div>${t('brokenFile', { file: path })}</div></div>`;
    return html`${this.renderLocks?.(form)}<tb-form-designer
      ?readonly=${lockOf(this.locks, 'form', form.id) !== undefined}
      .form=${form}
      .context=${this.context}
      .problems=${this.problems.filter(({ place }) => place.file === path)}
      .base=${this.#earlier(path)}
      @tb-form-design-change=${(event: FormDesignChangeEvent) => this.#tell({ path, form: event.form, files: event.files })}
    ></tb-form-designer>`;
  }

  #deleteButton(path: string, form: FormDocument): TemplateResult {
    const { t } = this;
    const shows = this.#steps(form);
    const reason = shows === 0 ? t('deleteForm') : t('formInUse', { count: shows });
    return html`<button type="button" class="button quiet icon-only" data-tool="delete-form" aria-label=${reason} title=${reason} aria-disabled=${shows > 0}
      @click=${() => (shows > 0 ? this.announce(reason) : void this.#delete(path, form))}>${icon('trash')}</button>`;
  }

  /** How many places of the flow show the form. */
  #steps({ id }: FormDocument): number {
    const flow = this.sources[this.context.manifest?.parts.flow ?? ''] ?? '';
    return flow.split(`form="${id}"`).length - 1;
  }

  async #delete(path: string, form: FormDocument): Promise<void> {
    const { t } = this;
    const sure = await confirmDialog(this, {
      title: t('deleteFormTitle', { form: textIn(form.title, this.locale) }),
      body: t('deleteFormBody', { key: form.key }),
      confirmLabel: t('deleteForm'),
      danger: true,
    });
    if (sure) this.#tell({ path, form: undefined, files: {} });
  }

  #begin(form: FormDocument): void {
    const path = `forms/${form.id}.form.json`;
    this.asks = false;
    this.chosen = path;
    this.#tell({ path, form, files: {} });
  }

  #earlier(path: string): FormVersion | undefined {
    const form = this.#formIn(`earlier ${path}`, this.earlier?.sources[path]);
    return form === undefined ? undefined : { form, title: this.t('publishedVersion', { version: this.earlier?.title ?? '' }) };
  }

  #titleOf(path: string): string {
    const form = this.#formIn(path, this.sources[path]);
    return form === undefined ? path : `${form.id}　${textIn(form.title, this.locale)}`;
  }

  /** The same one as long as the text is the same, so that nothing is read twice. */
  #formIn(name: string, text: string | undefined): FormDocument | undefined {
    const known = this.#read.get(name);
    if (known !== undefined && known.text === text) return known.form;
    const form = text === undefined ? undefined : parse(text);
    if (text !== undefined) this.#read.set(name, { text, form });
    return form;
  }

  #tell(file: FormFile): void {
    this.emit(new PartChangeEvent<FormFile>(file));
  }
}

function parse(text: string): FormDocument | undefined {
  try {
    return JSON.parse(text) as FormDocument;
  } catch {
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-forms-panel': FormsPanel;
  }
}

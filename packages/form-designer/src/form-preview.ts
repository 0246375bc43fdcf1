/** `<tb-form-design-preview>`: the form as `<tb-form>` shows it, with sample values, to try it or to see it on paper. Inside the designer only. */
import { buttonStyles, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import { type FormCompilation, sampleValues } from '@tongban/form';
import type { CompiledForm, FormDocument, FormValues, JsonObject } from '@tongban/model';
import { type CSSResultGroup, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { designMessages } from './design-messages.ts';
import type { FormDesignContext } from './form-design-context.ts';
import { panelStyles } from './panel.styles.ts';
import { problemSentences } from './parts/problem-sentences.ts';

/** The same samples at every look. */
const SEED = 7;

/** See the module comment. */
export class FormPreview extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    surfaceStyles,
    panelStyles,
    css`
      :host {
        display: block;
        padding: 16px;
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
        max-width: 960px;
        margin: 0 auto 16px;
      }

      .bar .hint {
        margin: 0;
        color: var(--_text-2);
      }

      .bar > .button[aria-pressed='true'] {
        border-color: var(--_accent);
        background: var(--_accent-weak);
        color: var(--_accent-strong);
      }

      .page {
        max-width: 1020px;
        margin: 0 auto;
        padding: 24px;
        border: 1px solid var(--_line);
        background: var(--_surface);
      }

      @media print {
        .bar {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) compilation: FormCompilation | undefined;
  @property({ attribute: false }) context: FormDesignContext = { forms: [], items: [] };
  @property() mode: 'fill' | 'print' = 'fill';
  @state() private ready = false;
  @state() private failed = false;
  @state() private sample = true;

  private readonly t = designMessages.for(this);
  #values: FormValues = {};
  #around: JsonObject = {};

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
    if (changed.has('compilation') || changed.has('context') || changed.has('sample')) {
      this.#values = this.sample ? sampleValues(form, SEED, this.context.items) : {};
      this.#around = aroundForm(form, this.context);
    }
  }

  override render(): TemplateResult {
    const { t, compilation, ready } = this;
    const compiled = compilation?.compiled;
    if (compiled === undefined) {
      const errors = (compilation?.problems ?? []).filter(({ severity }) => severity === 'error');
      return html`<div class="callout error" role="status"><div><p>${t('previewBroken')}</p>${problemSentences(errors, this.locale)}</div></div>`;
    }
    return html`<div class="bar">
        <button type="button" class="button" aria-pressed=${this.sample} @click=${() => {
          this.sample = true;
        }}>${t('previewSample')}</button>
        <button type="button" class="button" aria-pressed=${!this.sample} @click=${() => {
          this.sample = false;
        }}>${t('previewEmpty')}</button>
        <p class="hint">${t('previewHint')}</p>
      </div>
      <div class="page">${ready ? this.#form(compiled) : this.#waiting()}</div>`;
  }

  #waiting(): TemplateResult {
    const { t, failed } = this;
    if (!failed) return html`<p class="muted" role="status">${t('loading')}</p>`;
    return html`<div class="callout error" role="alert"><div><p>${t('previewFailed')}</p>
      <button type="button" class="button" @click=${() => void this.#load()}>${t('retry')}</button></div></div>`;
  }

  #form(compiled: CompiledForm): TemplateResult {
    return html`<tb-form
      .form=${compiled}
      .values=${this.#values}
      .context=${this.#around}
      .items=${this.context.items}
      .departments=${this.context.manifest?.departments ?? []}
      .mode=${this.mode}
    ></tb-form>`;
  }
}

function aroundForm(form: FormDocument, { forms, manifest }: FormDesignContext): JsonObject {
  const others = forms.filter(({ id }) => id !== form.id).map((other) => [other.key, sampleValues(other, SEED)] as const);
  const parameters = (manifest?.parameters ?? []).map(({ id, value }) => [id, value] as const);
  return { ...Object.fromEntries(others), parameters: Object.fromEntries(parameters), case: { key: null } };
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-form-design-preview': FormPreview;
  }
}

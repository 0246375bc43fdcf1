/** `<tb-form-access>`: whether everybody can fill the form in: what its document says, and what is measured on the real form below. Inside the designer only. */
import { buttonStyles, icon, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import { type FormCompilation, sampleValues } from '@tongban/form';
import { type FormDocument, textIn } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type AccessFinding, accessFindings } from '../access/form-access.ts';
import { measurePage, type PageFinding } from '../access/measure-page.ts';
import { findField } from '../field-tree.ts';
import type { FormDesignContext } from '../form-design-context.ts';
import { accessMessages } from './access-messages.ts';
import { ViewGoEvent } from './view-events.ts';

/** See the module comment. */
export class FormAccessView extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    surfaceStyles,
    css`
      :host {
        display: block;
        padding: 16px;
      }

      h2 {
        margin: 0 0 8px;
        font-size: var(--_font-size-large);
        line-height: var(--_line-height-large);
      }

      .hint {
        color: var(--_text-2);
      }

      ul {
        display: grid;
        gap: 8px;
        margin: 0 0 16px;
        padding: 0;
        list-style: none;
      }

      li p {
        margin: 0;
      }

      .page {
        max-width: 1020px;
        margin: 16px auto 0;
        padding: 16px;
        border: 1px solid var(--_line);
        background: var(--_surface);
      }
    `,
  ];

  @property({ attribute: false }) form: FormDocument | undefined;
  @property({ attribute: false }) compilation: FormCompilation | undefined;
  @property({ attribute: false }) context: FormDesignContext = { forms: [], items: [] };
  @state() private measured: readonly PageFinding[] | undefined;

  private readonly t = accessMessages.for(this);
  #findings: readonly AccessFinding[] = [];
  #values: ReturnType<typeof sampleValues> = {};

  protected override willUpdate(changed: PropertyValues): void {
    const { form } = this;
    if (form === undefined || !changed.has('form')) return;
    this.#findings = accessFindings(form);
    this.#values = sampleValues(form, 1, this.context.items);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('form') || changed.has('compilation')) void this.#measure();
  }

  override render(): TemplateResult | typeof nothing {
    const { form, t, measured, compilation } = this;
    if (form === undefined) return nothing;
    const count = this.#findings.length + (measured?.length ?? 0);
    const compiled = compilation?.compiled;
    return html`<h2>${t('title')}</h2>
      <p class="hint">${t('hint')}</p>
      <p role="status">${measured === undefined && compiled !== undefined ? t('measuring') : count === 0 ? t('none') : t('found', { count })}</p>
      <ul>
        ${this.#findings.map((finding) => this.#item(form, finding))}
        ${(measured ?? []).map(({ kind, name, details }) => html`<li class="callout warning" data-finding=${kind}>${icon('warning')}<div><p>${t(kind, { name, ...details } as never)}</p></div></li>`)}
      </ul>
      ${
        compiled === undefined
          ? nothing
          : html`<section class="page" aria-label=${t('form')}><tb-form .form=${compiled} .values=${this.#values} .items=${this.context.items} .departments=${this.context.manifest?.departments ?? []}></tb-form></section>`
      }`;
  }

  #item(form: FormDocument, { kind, fieldId, details }: AccessFinding): TemplateResult {
    const { t } = this;
    const field = findField(form, fieldId)?.field;
    const label = field === undefined ? t('wholeForm') : textIn(field.label, this.locale) || field.key;
    return html`<li class="callout warning" data-finding=${kind}>${icon('warning')}<div><p><b>${label}</b>　${t(kind, details as never)}</p>
      <button type="button" class="button quiet" @click=${() => this.emit(new ViewGoEvent(fieldId))}>${t('goThere', { label })}</button></div></li>`;
  }

  /** Once the form is drawn, and its colours have arrived. */
  async #measure(): Promise<void> {
    await import('@tongban/filing-form/define');
    const shown = this.renderRoot.querySelector('tb-form');
    await shown?.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const { shadowRoot } = shown ?? {};
    if (shadowRoot) await endOfTransitions(shadowRoot);
    this.measured = shadowRoot ? measurePage(shadowRoot) : [];
  }
}

async function endOfTransitions(root: ShadowRoot): Promise<void> {
  const transitions = root.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.allSettled(transitions.map(({ finished }) => finished));
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-form-access': FormAccessView;
  }
}

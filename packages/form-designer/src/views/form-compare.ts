/** `<tb-form-compare>`: what differs from another version of the form, on its picture and as sentences. Inside the designer only. */
import { buttonStyles, fieldStyles, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import { type FormDocument, textIn } from '@tongban/model';
import { diffForms, type FormChange, type PropertyChange } from '@tongban/overlay';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DesignDesk } from '../design-desk.ts';
import { designMessages } from '../design-messages.ts';
import { findField } from '../field-tree.ts';
import type { FormVersion } from '../form-design-context.ts';
import { formDesignerStyles } from '../form-designer.styles.ts';
import { canvasView } from '../parts/canvas-view.ts';
import { compareMessages } from './compare-messages.ts';
import { formCompareStyles } from './form-compare.styles.ts';
import { mergedForm } from './merged-form.ts';
import { pictureAndWordsStyles } from './picture-and-words.styles.ts';
import { ViewGoEvent } from './view-events.ts';

const KINDS: readonly FormChange['kind'][] = ['removed', 'added', 'changed', 'moved'];

/** See the module comment. */
export class FormCompare extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    formDesignerStyles,
    pictureAndWordsStyles,
    formCompareStyles,
  ];

  @property({ attribute: false }) form: FormDocument | undefined;
  @property({ attribute: false }) base: FormVersion | undefined;
  @state() private chosen = '';

  private readonly t = compareMessages.for(this);
  private readonly d = designMessages.for(this);
  #changes: readonly FormChange[] = [];
  #merged: FormDocument | undefined;

  protected override willUpdate(): void {
    const { form, base } = this;
    if (form === undefined || base === undefined) return;
    this.#changes = diffForms(base.form, form);
    this.#merged = mergedForm(base.form, form);
  }

  override render(): TemplateResult | typeof nothing {
    const { form, base, t } = this;
    const merged = this.#merged;
    if (form === undefined || base === undefined || merged === undefined) return nothing;
    const count = (kind: FormChange['kind']): number => this.#changes.filter((change) => change.kind === kind).length;
    return html`<div class="both">
      <div class="middle" role="region" aria-label=${t('picture')} tabindex="0">${canvasView(this.#desk(merged), {
        spot: undefined,
        draggedIds: [],
        marks: this.#marks(),
        onGrab: () => undefined,
        onKey: () => undefined,
      })}</div>
      <section class="words">
        <h2>${t('title', { version: base.title })}</h2>
        ${
          this.#changes.length === 0
            ? html`<p role="status">${t('same')}</p>`
            : html`<p role="status">${t('summary', { added: count('added'), removed: count('removed'), changed: count('changed'), moved: count('moved') })}</p>`
        }
        <p class="muted small">${t('pinned')}</p>
        <ul class="changes">${KINDS.flatMap((kind) => this.#changes.filter((change) => change.kind === kind)).map((change) => this.#item(change))}</ul>
      </section>
    </div>`;
  }

  #item(change: FormChange): TemplateResult {
    const there = this.form !== undefined && findField(this.form, change.id) !== undefined;
    const sentence = html`<span class="badge change-${change.kind}">${this.t(`kind_${change.kind}`)}</span> ${this.#sentence(change)}`;
    const details = change.properties.map((each) => html`<li>${this.#property(each)}</li>`);
    return html`<li data-change=${change.id}>
      ${there ? html`<button type="button" class="link-button" @click=${() => this.emit(new ViewGoEvent(change.id))}>${sentence}</button>` : html`<p>${sentence}</p>`}
      ${details.length === 0 ? nothing : html`<ul>${details}</ul>`}
    </li>`;
  }

  #sentence({ kind, element, name }: FormChange): string {
    const { t, d, locale } = this;
    if (element === 'form') return t('formChanged');
    const what = element === 'rule' ? t('rule') : d(`kind_${element}`);
    return t(kind, { name: textIn(name, locale), kind: what });
  }

  #property({ property: name, before, after }: PropertyChange): string {
    const { t } = this;
    const key = `property_${name}` as Parameters<typeof t>[0];
    const word = key in compareMessages.tables['zh-CN'] ? t(key as 'property_label') : t('property_other', { name });
    return t('became', { property: word, before: this.#value(before), after: this.#value(after) });
  }

  #value(value: unknown): string {
    const { t } = this;
    if (value === undefined || value === '') return t('none');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    if (Array.isArray(value)) return value.map((entry) => this.#entry(entry)).join('、');
    return this.#entry(value);
  }

  /** A text in both languages, a choice or a material by its name. */
  #entry(entry: unknown): string {
    if (typeof entry !== 'object' || entry === null) return String(entry);
    const { label, name, en, 'zh-CN': zh } = entry as Readonly<Record<string, unknown>>;
    if (typeof zh === 'string') return typeof en === 'string' && en !== '' ? `${zh} / ${en}` : zh;
    return label !== undefined || name !== undefined ? this.#entry(label ?? name) : JSON.stringify(entry);
  }

  #marks(): ReadonlyMap<string, { readonly kind: string; readonly word: string }> {
    return new Map(
      this.#changes
        .filter(({ element }) => element !== 'rule' && element !== 'form')
        .map(({ id, kind }) => [id, { kind, word: this.t(`kind_${kind}`) }]),
    );
  }

  #desk(form: FormDocument): DesignDesk {
    const selected = findField(form, this.chosen);
    return {
      form,
      context: { forms: [], items: [] },
      selected,
      chosen: selected === undefined ? [] : [selected],
      editable: false,
      locale: this.locale,
      t: this.d,
      clauseChanged: () => false,
      problemsOf: () => [],
      run: () => undefined,
      change: () => undefined,
      endStep: () => undefined,
      choose: (id) => {
        this.chosen = id;
        void this.updateComplete.then(() =>
          this.renderRoot.querySelector(`[data-change="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' }),
        );
      },
      howChosen: () => 'only',
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-form-compare': FormCompare;
  }
}

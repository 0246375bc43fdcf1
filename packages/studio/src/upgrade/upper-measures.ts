/** `<tb-upper-measures>`: what the levels above have published, and a local copy of it. */
import { buttonStyles, fieldStyles, formatInstant, icon, sentenceOf, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { MeasureManifest, MeasureService, MeasureSummary, UpperMeasure } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MeasureOpenEvent } from './measure-open-event.ts';
import { upgradeMessages } from './upgrade-messages.ts';

interface Copying {
  readonly measure: UpperMeasure;
  readonly title: string;
  readonly measureId: string;
}

/** A copy of this tenant, and which release it extends. */
interface Copy extends MeasureSummary {
  readonly base: string;
}

/**
 * Measures of the levels above.
 *
 * @summary Make a local copy of a measure that a province or city published.
 * @fires tb-measure-open - somebody wants to work on a measure
 */
export class UpperMeasures extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    css`
      :host {
        display: block;
      }

      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
        padding: 12px 0;
        border-bottom: 1px solid var(--_line);
      }

      .about {
        flex: 1 1 240px;
      }

      .field + .field {
        margin-top: 12px;
      }
    `,
  ];

  @property({ attribute: false }) service: MeasureService | undefined;
  @state() private measures: readonly UpperMeasure[] | undefined;
  @state() private copies: readonly Copy[] = [];
  private taken: readonly string[] = [];
  @state() private copying: Copying | undefined;
  @state() private missing = false;
  @state() private failure: unknown;

  private readonly t = upgradeMessages.for(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service')) void this.reload();
  }

  /** Asks the service again. */
  async reload(): Promise<void> {
    const { service } = this;
    if (service === undefined) return;
    this.failure = undefined;
    try {
      const [measures, own] = await Promise.all([service.upperMeasures(), service.measures()]);
      this.copies = (await Promise.all(own.map(async (one) => ({ ...one, base: await baseOf(service, one.measureId) })))).filter(
        ({ base }) => base !== '',
      );
      this.taken = own.map(({ measureId }) => measureId);
      this.measures = measures;
    } catch (error) {
      this.failure = error;
    }
  }

  override render(): TemplateResult {
    const { t, measures } = this;
    if (measures === undefined) {
      return this.failure === undefined
        ? html`<p class="muted" role="status">${t('loading')}</p>`
        : html`<div class="callout error" role="alert">${icon('error')}<div><p>${sentenceOf(this.failure, this)}</p><button type="button" class="button" @click=${() => void this.reload()}>${t('retry')}</button></div></div>`;
    }
    if (measures.length === 0) return html`<tb-empty icon="flag" heading=${t('noUpper')}>${t('noUpperBody')}</tb-empty>`;
    return html`<p class="muted">${t('upperHint')}</p>
      <ul aria-label=${t('upperTitle')}>${measures.map((measure) => this.renderMeasure(measure))}</ul>
      ${this.renderDialog()}`;
  }

  private renderMeasure(measure: UpperMeasure): TemplateResult {
    const { t } = this;
    const current = measure.releases.find((release) => release.current);
    const ids = new Set(measure.releases.map(({ id }) => id));
    const time = current === undefined ? '' : formatInstant(current.publishedAt, undefined, this.locale);
    return html`<li>
      <div class="about">
        <strong>${measure.title}</strong>
        <div class="muted small">${t('upperFacts', { level: measure.level, version: current?.version ?? '', time })}</div>
      </div>
      ${this.copies
        .filter(({ base }) => ids.has(base))
        .map(
          ({ measureId, title }) =>
            html`<button type="button" class="button" @click=${() => this.emit(new MeasureOpenEvent(measureId))}>${t('openCopy', { name: title })}</button>`,
        )}
      <button type="button" class="button primary" @click=${() => this.ask(measure)}>${icon('copy')}${t('copy')}</button>
    </li>`;
  }

  private renderDialog(): TemplateResult | typeof nothing {
    const { t, copying } = this;
    if (copying === undefined) return nothing;
    const change = (part: Partial<Copying>): void => {
      this.copying = { ...copying, ...part };
      this.missing = false;
    };
    const end = (): void => {
      this.copying = undefined;
    };
    return html`<tb-dialog open size="medium" label=${t('copyTitle', { name: copying.measure.title })} @tb-dialog-close=${end}>
      <div class="field">
        <label class="label" for="title">${t('copyName')}</label>
        <span class="hint" id="title-hint">${t('copyNameHint')}</span>
        <input class="input" id="title" aria-describedby="title-hint" .value=${copying.title} @input=${(event: Event) => change({ title: (event.target as HTMLInputElement).value })} />
      </div>
      <div class="field">
        <label class="label" for="measure-id">${t('copyId')}</label>
        <span class="hint" id="id-hint">${t('copyIdHint')}</span>
        <input class="input" id="measure-id" aria-describedby="id-hint" .value=${copying.measureId} @input=${(event: Event) => change({ measureId: (event.target as HTMLInputElement).value.trim() })} />
      </div>
      ${this.missing ? html`<p class="field-error" role="alert">${icon('error')}${t('copyNeeded')}</p>` : nothing}
      ${this.failure === undefined ? nothing : html`<p class="field-error" role="alert">${icon('error')}${sentenceOf(this.failure, this)}</p>`}
      <div slot="footer" class="button-row end">
        <button type="button" class="button" @click=${end}>${t('cancel')}</button>
        <button type="button" class="button primary" data-action="make" @click=${() => void this.make(copying)}>${t('copy')}</button>
      </div>
    </tb-dialog>`;
  }

  private ask(measure: UpperMeasure): void {
    this.failure = undefined;
    this.missing = false;
    this.copying = { measure, title: measure.title, measureId: freeId(`${measure.measureId}-local`, this.taken) };
  }

  private async make({ measure, title, measureId }: Copying): Promise<void> {
    const release = measure.releases.find(({ current }) => current);
    this.missing = title.trim() === '' || measureId === '';
    if (this.missing || release === undefined) return;
    this.failure = undefined;
    try {
      await this.service?.copy({ measureId, releaseId: release.id, title: title.trim() });
      this.copying = undefined;
      this.emit(new MeasureOpenEvent(measureId));
    } catch (error) {
      this.failure = error;
    }
  }
}

function freeId(id: string, taken: readonly string[], number: number = 1): string {
  const next = number === 1 ? id : `${id}-${number}`;
  return taken.includes(next) ? freeId(id, taken, number + 1) : next;
}

async function baseOf(service: MeasureService, measureId: string): Promise<string> {
  try {
    const { sources } = await service.draft(measureId);
    return (JSON.parse(sources['measure.json'] ?? '') as MeasureManifest).extends ?? '';
  } catch {
    return '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-upper-measures': UpperMeasures;
  }
}

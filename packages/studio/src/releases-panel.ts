/** `<tb-releases-panel>`: what was published, what is in use, and the way back. */
import { buttonStyles, confirmDialog, formatInstant, newCommandId, sentenceOf, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { MeasureService, ReleaseSummary } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PartChangeEvent } from './part-change-event.ts';
import { studioMessages } from './studio-messages.ts';

/**
 * Releases; fires `tb-part-change` with the sources of a release that becomes the draft.
 *
 * @fires tb-part-change - a panel of the studio has a new value for its part of the measure
 */
export class ReleasesPanel extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    surfaceStyles,
    css`
      ol {
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
        flex: 1;
        min-width: 220px;
      }

      strong {
        margin-inline-end: 8px;
      }
    `,
  ];

  @property({ attribute: false }) service: MeasureService | undefined;
  @property({ attribute: false }) measureId: string = '';
  @state() private releases: readonly ReleaseSummary[] | undefined;
  @state() private failure: unknown;

  private readonly t = studioMessages.for(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service') || changed.has('measureId')) void this.reload();
  }

  /** Asks the service again. */
  async reload(): Promise<void> {
    const { service, measureId } = this;
    if (service === undefined || measureId === '') return;
    await this.attempt(async () => {
      this.releases = await service.releases(measureId);
    });
  }

  override render(): TemplateResult {
    return html`${this.failure === undefined ? nothing : html`<div class="callout error" role="alert">${sentenceOf(this.failure, this)}</div>`}
      ${this.releases?.length === 0 ? html`<tb-empty icon="flag" heading=${this.t('noReleases')}></tb-empty>` : nothing}
      <ol>${(this.releases ?? []).map((release) => this.renderRelease(release))}</ol>`;
  }

  private renderRelease(release: ReleaseSummary): TemplateResult {
    return html`<li>
      <div class="about">
        <strong>${release.version}</strong>${release.current ? html`<span class="badge green">${this.t('current')}</span>` : nothing}
        <div>${release.note ?? ''}</div>
        <div class="muted small">${this.t('publishedBy', { name: release.publishedBy, time: formatInstant(release.publishedAt, undefined, this.locale) })}　<span class="mono">${release.id.slice(7, 19)}</span></div>
      </div>
      ${release.current ? nothing : html`<button type="button" class="button" @click=${() => void this.makeCurrent(release)}>${this.t('makeCurrent')}</button>`}
      <button type="button" class="button quiet" @click=${() => void this.openRelease(release)}>${this.t('openRelease')}</button>
    </li>`;
  }

  private async makeCurrent(release: ReleaseSummary): Promise<void> {
    const { version } = release;
    const sure = await confirmDialog(this, {
      title: this.t('makeCurrentTitle', { version }),
      body: this.t('makeCurrentBody'),
      confirmLabel: this.t('makeCurrent'),
    });
    if (!sure) return;
    await this.attempt(async () => {
      await this.service?.makeCurrent({ commandId: newCommandId(), releaseId: release.id });
      await this.reload();
    });
  }

  private async openRelease(release: ReleaseSummary): Promise<void> {
    const { version } = release;
    const sure = await confirmDialog(this, {
      title: this.t('openReleaseTitle', { version }),
      body: this.t('openReleaseBody'),
      confirmLabel: this.t('openRelease'),
      danger: true,
    });
    if (!sure) return;
    await this.attempt(async () => {
      this.emit(new PartChangeEvent(await this.service?.sources(release.id)));
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.failure = undefined;
    try {
      await work();
    } catch (error) {
      this.failure = error;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-releases-panel': ReleasesPanel;
  }
}

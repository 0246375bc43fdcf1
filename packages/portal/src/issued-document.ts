/** `<tb-document>`: an issued slip, notice or certificate as it is printed on A4, with its mark across the page. */
import { buttonStyles, formatDay, icon, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { DocumentStatus, FilledBlock, IssuedDocument } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { issuedDocumentStyles } from './issued-document.styles.ts';
import { portalMessages } from './portal-messages.ts';

type StatusWord = 'statusMock' | 'statusEffective' | 'statusRecalled' | 'statusExpired' | 'statusRevoked';

/** Message keys by legal status. */
export const STATUS_WORDS: Readonly<Record<DocumentStatus, StatusWord>> = {
  mock: 'statusMock',
  effective: 'statusEffective',
  recalled: 'statusRecalled',
  expired: 'statusExpired',
  revoked: 'statusRevoked',
};

/** Badge class by legal status. */
export const STATUS_BADGE: Readonly<Record<DocumentStatus, string>> = {
  mock: 'yellow',
  effective: 'green',
  recalled: '',
  expired: 'red',
  revoked: 'red',
};

/**
 * One issued document.
 *
 * @summary A document as on paper; prints on A4.
 * @csspart page - the sheet of paper
 */
export class IssuedDocumentElement extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, surfaceStyles, issuedDocumentStyles];

  @property({ attribute: false }) document: IssuedDocument | undefined;

  private readonly t = portalMessages.for(this);

  override render(): TemplateResult | typeof nothing {
    const { document } = this;
    if (document === undefined) return nothing;
    const { content, status } = document;
    return html`<div class="toolbar no-print">
        <span class="badge ${STATUS_BADGE[status]}">${this.t(STATUS_WORDS[status])}</span>
        ${document.validThrough === undefined ? nothing : html`<span class="muted">${this.t('validThrough', { day: formatDay(document.validThrough, this.locale) })}</span>`}
        ${document.reason === undefined ? nothing : html`<span class="muted">${document.reason}</span>`}
        <span class="spacer"></span>
        <button type="button" class="button" @click=${this.print}>${icon('print')}${this.t('print')}</button>
      </div>
      <article class="page" part="page">
        ${this.renderMark(content.mark, status)}
        <h1>${content.title}</h1>
        ${content.number === undefined ? nothing : html`<p class="number">${content.number}</p>`}
        ${content.blocks.map(renderBlock)}
      </article>`;
  }

  /** Opens the browser's print dialog with this document alone on the paper. */
  print(): void {
    this.toggleAttribute('printing', true);
    document.documentElement.toggleAttribute('data-tb-printing', true);
    window.print();
    document.documentElement.removeAttribute('data-tb-printing');
    this.removeAttribute('printing');
  }

  private renderMark(mark: string | undefined, status: DocumentStatus): TemplateResult | typeof nothing {
    const live = status === 'effective' || status === 'mock';
    const words = [mark, live ? undefined : this.t(STATUS_WORDS[status])].filter(Boolean).join(' · ');
    if (words === '') return nothing;
    // Said in words for those who listen and for black-and-white printers; drawn across the page for everybody else.
    return html`<p class="mark">【${words}】</p>
      <svg class="watermark" viewBox="0 0 210 297" aria-hidden="true"><text x="105" y="150" transform="rotate(-24 105 150)">${words}</text></svg>`;
  }
}

function renderBlock(block: FilledBlock): TemplateResult {
  switch (block.kind) {
    case 'heading':
      return html`<h2>${block.text}</h2>`;
    case 'list':
      return block.ordered
        ? html`<ol>${block.items.map((item) => html`<li>${item}</li>`)}</ol>`
        : html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
    case 'table':
      return html`<table>
        <thead><tr>${block.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
        <tbody>${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
      </table>`;
    case 'facts':
      return html`<table>
        <tbody>${block.rows.map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</tbody>
      </table>`;
    case 'addressee':
    case 'closing':
    case 'paragraph':
      return html`<p class=${block.kind}>${block.text}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-document': IssuedDocumentElement;
  }
}

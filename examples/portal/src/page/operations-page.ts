/** `<operations-page>`: what administrators do to running cases, one page at a time. */
import '@tongban/portal/operators';
import { defineElement, TongbanElement } from '@tongban/element-kit';
import type { CaseService, HostService, MeasureService } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hashOf, OPERATIONS, type Operation } from './route.ts';

const TITLES: Readonly<Record<Operation, string>> = {
  incidents: '异常件',
  pauses: '暂停计时',
};

/** The place 运行管理. */
export class OperationsPage extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    css`
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin-block-end: 16px;
        border-block-end: 1px solid var(--_line);
      }

      nav a {
        display: grid;
        place-items: center;
        min-height: var(--_control);
        padding: 4px 12px;
        border-block-end: 2px solid transparent;
        color: var(--_text-2);
        text-decoration: none;
        white-space: nowrap;
      }

      nav a:hover {
        color: var(--_accent-strong);
      }

      nav a[aria-current] {
        border-block-end-color: var(--_accent);
        color: var(--_accent-strong);
        font-weight: var(--_weight-medium);
      }
    `,
  ];

  @property() page: Operation = 'incidents';
  @property({ attribute: false }) host: HostService | undefined;
  @property({ attribute: false }) cases: CaseService | undefined;
  @property({ attribute: false }) measures: MeasureService | undefined;

  override render(): TemplateResult {
    return html`<h1 class="visually-hidden">运行管理：${TITLES[this.page]}</h1>
      <nav aria-label="运行管理">
        ${OPERATIONS.map((page) => html`<a href=${hashOf({ at: 'operations', page })} aria-current=${page === this.page ? 'page' : nothing}>${TITLES[page]}</a>`)}
      </nav>
      ${this.renderPage()}`;
  }

  private renderPage(): TemplateResult {
    const { host, cases } = this;
    switch (this.page) {
      case 'incidents':
        return html`<tb-incidents .service=${host} .cases=${cases}></tb-incidents>`;
      case 'pauses':
        return html`<tb-pauses .service=${host} .cases=${cases}></tb-pauses>`;
    }
  }
}

defineElement('operations-page', OperationsPage);

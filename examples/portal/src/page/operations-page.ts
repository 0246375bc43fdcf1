/** `<operations-page>`: what administrators do to running cases, one page at a time. */
import '@tongban/portal/operators';
import { defineElement, TongbanElement } from '@tongban/element-kit';
import type { CaseExport, CaseService, CaseVerification, HostService, MeasureService } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hashOf, OPERATIONS, type Operation } from './route.ts';

const TITLES: Readonly<Record<Operation, string>> = {
  incidents: '异常件',
  pauses: '暂停计时',
  calendar: '工作日历',
  migration: '版本迁移',
  paper: '补录',
  file: '档案核验',
};

/** The place 运行管理. */
export class OperationsPage extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    css`
      h1 {
        margin-block-end: 16px;
      }

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
  /** All of it; windows have the page 补录 alone. */
  @property({ type: Boolean }) whole: boolean = false;
  @property({ attribute: false }) host: HostService | undefined;
  @property({ attribute: false }) cases: CaseService | undefined;
  @property({ attribute: false }) measures: MeasureService | undefined;

  override render(): TemplateResult {
    if (!this.whole) return html`<h1>${TITLES.paper}</h1><tb-paper-case .service=${this.host} .cases=${this.cases}></tb-paper-case>`;
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
      case 'calendar':
        return html`<tb-work-calendar .service=${host}></tb-work-calendar>`;
      case 'migration':
        return html`<tb-migration .service=${host} .measures=${this.measures}></tb-migration>`;
      case 'paper':
        return html`<tb-paper-case .service=${host} .cases=${cases} .measures=${this.measures}></tb-paper-case>`;
      case 'file':
        return html`<tb-case-file .service=${host} .verify=${verifyOffline}></tb-case-file>`;
    }
  }
}

// loaded when a file is chosen: it verifies in this page, without the server
const verifyOffline = async (file: CaseExport): Promise<CaseVerification> => (await import('@tongban/runtime')).verifyCaseExport(file);

defineElement('operations-page', OperationsPage);

/** `<tb-items-panel>`: the county's item list, imported from and exported to a table. */
import { buttonStyles, confirmDialog, icon, surfaceStyles, TongbanElement, tableStyles } from '@tongban/element-kit';
import { type Department, ITEM_MODE_NAMES, type Item, type Problem, textIn } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PartChangeEvent } from './part-change-event.ts';
import { studioMessages } from './studio-messages.ts';

/** What reading a table came to. */
export interface ItemTable {
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
}

/**
 * Items; fires `tb-part-change` with the new CSV text.
 *
 * @fires tb-part-change - a panel of the studio has a new value for its part of the measure
 */
export class ItemsPanel extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    surfaceStyles,
    tableStyles,
    css`
      .top {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
        margin-bottom: 12px;
      }

      .top p {
        flex: 1;
        min-width: 240px;
        margin: 0;
      }
    `,
  ];

  /** The table as text. */
  @property({ attribute: false }) csv: string = '';
  @property({ attribute: false }) departments: readonly Department[] = [];
  /** Reads a table. */
  @property({ attribute: false }) read: ((csv: string) => ItemTable) | undefined;
  @state() private problems: readonly Problem[] = [];
  @state() private failure = '';

  private readonly t = studioMessages.for(this);

  override render(): TemplateResult {
    const items = this.read?.(this.csv).items ?? [];
    return html`<div class="top">
        <p class="muted">${this.t('itemsHint')}</p>
        <input class="visually-hidden" type="file" accept=".csv,text/csv" tabindex="-1" aria-hidden="true" @change=${this.onFile} />
        <button type="button" class="button" @click=${() => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click()}>${icon('upload')}${this.t('importItems')}</button>
        <button type="button" class="button quiet" @click=${this.export}>${icon('download')}${this.t('exportItems')}</button>
      </div>
      ${this.failure === '' ? nothing : html`<div class="callout error" role="alert">${this.failure}</div>`}
      ${this.problems.length === 0 ? nothing : html`<tb-problem-list .problems=${this.problems}></tb-problem-list>`}
      <div class="scroll">
        <table class="table">
          <thead>
            <tr>${(['code', 'name', 'department', 'kind', 'limit', 'modes'] as const).map((key) => html`<th scope="col">${this.t(key)}</th>`)}</tr>
          </thead>
          <tbody>
            ${items.map((item) => this.renderItem(item))}
          </tbody>
        </table>
      </div>`;
  }

  private renderItem(item: Item): TemplateResult {
    const department = this.departments.find((candidate) => candidate.id === item.department)?.name ?? item.department;
    const sub = item.subItem === undefined ? '' : `（${textIn(item.subItem, this.locale)}）`;
    return html`<tr>
      <td class="mono">${item.code}</td>
      <td>${textIn(item.name, this.locale)}${sub}</td>
      <td>${department}</td>
      <td>${KIND_WORDS[item.kind]}</td>
      <td>${item.limit === undefined ? '' : `${item.limit.amount} ${this.t(item.limit.unit)}`}</td>
      <td>${(item.modes ?? []).map((mode) => html`<span class="badge">${textIn(ITEM_MODE_NAMES.get(mode), this.locale) || mode}</span> `)}</td>
    </tr>`;
  }

  private async onFile(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (file === undefined || this.read === undefined) return;
    const csv = await file.text();
    const { items, problems } = this.read(csv);
    this.problems = problems;
    this.failure = items.length === 0 ? this.t('importFailed') : '';
    if (items.length === 0) return;
    const before = this.read(this.csv).items.length;
    const body = this.t('importBody', { name: file.name, count: items.length, before });
    const sure = await confirmDialog(this, { title: this.t('importTitle'), body, confirmLabel: this.t('importConfirm') });
    if (!sure) return;
    this.csv = csv;
    this.emit(new PartChangeEvent(csv));
  }

  private export(): void {
    const link = document.createElement('a');
    // Excel reads UTF-8 only behind a byte order mark.
    link.href = URL.createObjectURL(new Blob(['\uFEFF', this.csv], { type: 'text/csv' }));
    link.download = '事项清单.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
}

const KIND_WORDS: Readonly<Record<Item['kind'], string>> = { instant: '即办件', promised: '承诺件', reported: '上报件' };
declare global {
  interface HTMLElementTagNameMap {
    'tb-items-panel': ItemsPanel;
  }
}

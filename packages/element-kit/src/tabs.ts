/** `<tb-tabs>`: tabs by the WAI-ARIA pattern; arrows move and select, the panel keeps what is typed in it. */
import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type IconName, icon } from './icons.ts';
import { surfaceStyles } from './styles/surface.styles.ts';
import { tabStyles } from './styles/tab.styles.ts';
import { TongbanElement } from './tongban-element.ts';

/** One tab; its panel is the child with `slot="<id>"`. */
export interface TabItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** A count or short word beside the label. */
  readonly badge?: string | number;
  readonly disabled?: boolean;
}

/** `tb-tab-select`: another tab is about to show; prevent it to stay. */
export class TabSelectEvent extends Event {
  static readonly type = 'tb-tab-select';
  readonly id: string;

  constructor(id: string) {
    super(TabSelectEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.id = id;
  }
}

/**
 * Tabs with their panels.
 *
 * @summary One panel of several, chosen by a tab.
 * @slot <id> - the panel of the tab with this id
 * @fires tb-tab-select - cancelable, before another tab shows
 * @csspart tablist - the row of tabs
 * @csspart panel - each panel
 */
export class Tabs extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    surfaceStyles,
    tabStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }

      [role='tabpanel'] {
        flex: 1;
        min-height: 0;
      }
    `,
  ];

  @property({ attribute: false }) tabs: readonly TabItem[] = [];
  /** The id of the tab that shows; the first one when empty or unknown. */
  @property({ reflect: true }) selected: string = '';
  /** What the row of tabs is called. */
  @property() label: string = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('tabs') && !changed.has('selected')) return;
    if (!this.tabs.some((tab) => tab.id === this.selected)) this.selected = this.tabs.find((tab) => !tab.disabled)?.id ?? '';
  }

  override render(): TemplateResult {
    return html`<div class="tablist" part="tablist" role="tablist" aria-label=${this.label || nothing} @keydown=${this.onKey}>
        ${this.tabs.map((tab) => this.renderTab(tab))}
      </div>
      ${this.tabs.map(
        (tab) => html`<div
          role="tabpanel"
          part="panel"
          id="panel-${tab.id}"
          aria-labelledby="tab-${tab.id}"
          tabindex="0"
          ?hidden=${tab.id !== this.selected}
        >
          <slot name=${tab.id}></slot>
        </div>`,
      )}`;
  }

  private renderTab(tab: TabItem): TemplateResult {
    const selected = tab.id === this.selected;
    return html`<button
      type="button"
      class="tab"
      role="tab"
      id="tab-${tab.id}"
      aria-selected=${selected}
      aria-controls="panel-${tab.id}"
      tabindex=${selected ? 0 : -1}
      ?disabled=${tab.disabled ?? false}
      @click=${() => this.choose(tab.id)}
    >
      ${tab.icon ? icon(tab.icon) : nothing}${tab.label}${tab.badge === undefined ? nothing : html`<span class="badge">${tab.badge}</span>`}
    </button>`;
  }

  private onKey(event: KeyboardEvent): void {
    const enabled = this.tabs.filter((tab) => !tab.disabled);
    const at = enabled.findIndex((tab) => tab.id === this.selected);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: enabled.length - 1 }[event.key];
    if (to === undefined || enabled.length === 0) return;
    event.preventDefault();
    this.choose(enabled[(to + enabled.length) % enabled.length]?.id ?? '');
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  }

  private choose(id: string): void {
    if (id !== this.selected && this.emit(new TabSelectEvent(id))) this.selected = id;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-tabs': Tabs;
  }
  interface GlobalEventHandlersEventMap {
    'tb-tab-select': TabSelectEvent;
  }
}

/** `<tb-menu-button>`: a button with a menu, by the WAI-ARIA pattern: arrows, Home, End, first letters, Esc. */
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type IconName, icon } from './icons.ts';
import { kitMessages } from './kit-messages.ts';
import { closeFromOutside, placeFloating, unplaceFloating } from './place-floating.ts';
import { buttonStyles } from './styles/button.styles.ts';
import { floatingStyles } from './styles/floating.styles.ts';
import { TongbanElement } from './tongban-element.ts';

/** One entry of a menu. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly danger?: boolean;
  /** Why it cannot be chosen now; shown below the label. */
  readonly disabledReason?: string;
  /** A line above it. */
  readonly divided?: boolean;
}

/** `tb-menu-select`: an entry was chosen. */
export class MenuSelectEvent extends Event {
  static readonly type = 'tb-menu-select';
  readonly id: string;

  constructor(id: string) {
    super(MenuSelectEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.id = id;
  }
}

/**
 * A button that opens a menu.
 *
 * @summary Several actions behind one button.
 * @fires tb-menu-select - an entry was chosen
 * @csspart button - the button
 * @csspart menu - the menu
 */
export class MenuButton extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    floatingStyles,
    css`
      :host {
        display: inline-block;
      }

      /* a menu is short enough to be seen whole */
      .floating {
        max-height: calc(100vh - 16px);
      }
    `,
  ];

  @property({ attribute: false }) items: readonly MenuItem[] = [];
  /** The words on the button; with `icon-only` they are its name. Default 更多操作. */
  @property() label: string = '';
  @property() icon: IconName | '' = '';
  @property({ type: Boolean, attribute: 'icon-only' }) iconOnly: boolean = false;
  @property() variant: 'secondary' | 'primary' | 'quiet' = 'secondary';
  @property({ type: Boolean }) disabled: boolean = false;

  @state() private open = false;
  @query('.button') private readonly button!: HTMLButtonElement;
  @query('.floating') private readonly menu!: HTMLElement;

  private readonly t = kitMessages.for(this);
  private stopClosing: (() => void) | undefined;
  private typed = { text: '', at: 0 };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hide();
  }

  override focus(options?: FocusOptions): void {
    this.button?.focus(options);
  }

  override render(): TemplateResult {
    const label = this.label || this.t('more');
    const sign = this.icon || (this.iconOnly ? 'more' : '');
    return html`<button
        type="button"
        part="button"
        id="button"
        class="button ${this.variant} ${this.iconOnly ? 'icon-only' : ''}"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-controls=${this.open ? 'menu' : nothing}
        aria-label=${this.iconOnly ? label : nothing}
        ?disabled=${this.disabled}
        @click=${() => (this.open ? this.hide() : this.show('first'))}
        @keydown=${this.onButtonKey}
      >
        ${sign ? icon(sign) : nothing}${this.iconOnly ? nothing : html`${label}${icon('chevron-down')}`}
      </button>
      <div class="floating" part="menu" id="menu" role="menu" aria-labelledby="button" ?hidden=${!this.open} @keydown=${this.onMenuKey}>
        ${this.items.map((item) => this.renderItem(item))}
      </div>`;
  }

  private renderItem(item: MenuItem): TemplateResult {
    return html`${item.divided ? html`<div class="option-divider" role="separator"></div>` : nothing}<button
        type="button"
        class="option ${item.danger ? 'danger' : ''}"
        role="menuitem"
        tabindex="-1"
        aria-disabled=${item.disabledReason ? 'true' : nothing}
        @click=${() => this.choose(item)}
      >
        ${item.icon ? icon(item.icon) : nothing}
        <span class="words">${item.label}${item.disabledReason ? html`<span class="hint">${item.disabledReason}</span>` : nothing}</span>
      </button>`;
  }

  private show(focus: 'first' | 'last'): void {
    if (this.disabled) return;
    this.open = true;
    this.stopClosing ??= closeFromOutside(this, () => this.hide());
    void this.updateComplete.then(() => {
      if (!this.open) return;
      placeFloating(this.menu, this.button);
      this.entries()
        .at(focus === 'first' ? 0 : -1)
        ?.focus();
    });
  }

  private hide(): void {
    this.stopClosing?.();
    this.stopClosing = undefined;
    if (!this.open) return;
    unplaceFloating(this.menu);
    this.open = false;
  }

  private choose(item: MenuItem): void {
    if (item.disabledReason) return;
    this.hide();
    this.button.focus();
    this.emit(new MenuSelectEvent(item.id));
  }

  private onButtonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.show(event.key === 'ArrowDown' ? 'first' : 'last');
  }

  private onMenuKey(event: KeyboardEvent): void {
    if (event.key === 'Tab') this.hide();
    else if (this.act(event.key, event.target as HTMLElement)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  private act(key: string, from: HTMLElement): boolean {
    const entries = this.entries();
    const at = entries.indexOf(from);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[key];
    if (to !== undefined) entries[(to + entries.length) % entries.length]?.focus();
    else if (key === 'Escape') this.backToButton();
    else return key.length === 1 && key !== ' ' && this.jumpTo(key, at);
    return true;
  }

  private backToButton(): void {
    this.hide();
    this.button.focus();
  }

  // letters typed within half a second make one prefix
  private jumpTo(letter: string, from: number): boolean {
    const now = performance.now();
    this.typed = { text: (now - this.typed.at < 500 ? this.typed.text : '') + letter.toLowerCase(), at: now };
    const entries = this.entries();
    const order = entries.map((_, index) => entries[(from + index + (this.typed.text.length > 1 ? 0 : 1)) % entries.length]);
    const found = order.find((entry) => entry?.textContent?.trim().toLowerCase().startsWith(this.typed.text));
    found?.focus();
    return found !== undefined;
  }

  private entries(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-menu-button': MenuButton;
  }
  interface GlobalEventHandlersEventMap {
    'tb-menu-select': MenuSelectEvent;
  }
}

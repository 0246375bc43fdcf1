/** `<tb-dialog>`: a modal on the browser's own dialog, so focus, Esc and what lies behind are as people expect. */
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { dialogStyles } from './dialog.styles.ts';
import { icon } from './icons.ts';
import { kitMessages } from './kit-messages.ts';
import { buttonStyles } from './styles/button.styles.ts';
import { TongbanElement } from './tongban-element.ts';

/** How a dialog is about to close: Esc, its close button, or a call of `close()`. */
export type DialogCloseReason = 'escape' | 'button' | 'call';

/** `tb-dialog-close`: prevent it to keep the dialog open, for instance while something unsaved is in it. */
export class DialogCloseEvent extends Event {
  static readonly type = 'tb-dialog-close';
  readonly reason: DialogCloseReason;
  /** What was chosen, as handed to `close(value)`. */
  readonly value: string;

  constructor(reason: DialogCloseReason, value: string) {
    super(DialogCloseEvent.type, { bubbles: false, composed: false, cancelable: true });
    this.reason = reason;
    this.value = value;
  }
}

/**
 * A modal dialog.
 *
 * @summary A labelled modal; the focus goes back to where it was.
 * @slot - the body
 * @slot footer - buttons, the main one last
 * @fires tb-dialog-close - cancelable, before it closes
 * @csspart dialog - the sheet
 * @csspart header - title and close button
 * @csspart body - what scrolls
 */
export class Dialog extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, dialogStyles];

  @property({ type: Boolean, reflect: true }) open: boolean = false;
  /** The title, and what screen readers call the dialog. */
  @property() label: string = '';
  @property() size: 'small' | 'medium' | 'large' = 'small';
  /** Asks before something that cannot be undone: read out at once, no close button. */
  @property({ type: Boolean }) alert: boolean = false;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  private readonly t = kitMessages.for(this);
  private hasFooter = false;
  private cameFrom: HTMLElement | undefined;

  /** Opens it; the focus goes to the first `autofocus` in it, else to its title. */
  show(): void {
    this.open = true;
  }

  /** Closes it unless a listener of `tb-dialog-close` prevents that. */
  close(value: string = ''): void {
    this.requestClose('call', value);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // the browser forgets that a dialog was modal when it leaves the page; keep-alive tabs bring it back
    if (this.hasUpdated && this.open) this.syncModal();
  }

  protected override willUpdate(): void {
    this.hasFooter = this.querySelector(':scope > [slot="footer"]') !== null;
  }

  override render(): TemplateResult {
    return html`<dialog
      part="dialog"
      class="size-${this.size}"
      role=${this.alert ? 'alertdialog' : nothing}
      aria-labelledby="title"
      aria-describedby=${this.alert ? 'body' : nothing}
      @cancel=${this.onCancel}
      @close=${this.onNativeClose}
    >
      <header part="header">
        <h2 id="title" tabindex="-1">${this.label}</h2>
        ${
          this.alert
            ? nothing
            : html`<button
              type="button"
              class="button quiet icon-only"
              aria-label=${this.t('close')}
              @click=${() => this.requestClose('button', '')}
            >
              ${icon('close', { size: 20 })}
            </button>`
        }
      </header>
      <div class="body" id="body" part="body"><slot></slot></div>
      <footer ?hidden=${!this.hasFooter}><slot name="footer" @slotchange=${() => this.requestUpdate()}></slot></footer>
    </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open')) this.syncModal();
  }

  private syncModal(): void {
    const { dialog } = this;
    if (!dialog || !this.isConnected) return;
    if (!this.open) {
      if (dialog.open) dialog.close();
      return;
    }
    if (dialog.matches(':modal')) return;
    this.cameFrom = deepActiveElement();
    dialog.removeAttribute('open');
    dialog.showModal();
    (this.querySelector<HTMLElement>('[autofocus]') ?? this.renderRoot.querySelector<HTMLElement>('#title'))?.focus();
  }

  private onCancel(event: Event): void {
    if (event.target !== this.dialog) return;
    event.preventDefault();
    this.requestClose('escape', '');
  }

  private requestClose(reason: DialogCloseReason, value: string): void {
    if (!this.open || !this.emit(new DialogCloseEvent(reason, value))) return;
    this.open = false;
    this.dialog?.close();
  }

  // Chromium closes by itself at a second Esc in a row, whatever we prevent
  private onNativeClose(event: Event): void {
    if (event.target !== this.dialog) return;
    this.open = false;
    if (this.cameFrom?.isConnected) this.cameFrom.focus();
    this.cameFrom = undefined;
  }
}

// the element that has the focus, through all shadow roots
function deepActiveElement(): HTMLElement | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement ? at : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-dialog': Dialog;
  }
  interface GlobalEventHandlersEventMap {
    'tb-dialog-close': DialogCloseEvent;
  }
}

/** `<tb-toast-region>`: a passing word that something was done, with undo at hand. Nothing that matters later goes here. */
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { icon } from './icons.ts';
import { kitMessages } from './kit-messages.ts';
import { TongbanElement } from './tongban-element.ts';

/** What a toast says. */
export interface Toast {
  readonly text: string;
  /** The word on its button, e.g. 撤销. */
  readonly actionLabel?: string;
  readonly onAction?: () => void;
  /** Default 6000; it waits while the pointer or the focus is on it. */
  readonly durationMs?: number;
}

/**
 * Passing words at the bottom of the page; put one in the root of a surface.
 *
 * @summary Short confirmations with an action.
 */
export class ToastRegion extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    css`
      :host {
        position: fixed;
        z-index: calc(var(--_z-floating) + 1);
        inset: auto 16px 24px;
        display: grid;
        justify-items: center;
        pointer-events: none;
      }

      .toast {
        display: flex;
        align-items: center;
        gap: 12px;
        max-width: 560px;
        min-height: 40px;
        padding: 4px 6px 4px 16px;
        border-radius: var(--_radius);
        background: var(--_text);
        color: var(--_surface);
        box-shadow: var(--_shadow);
        pointer-events: auto;
      }

      button {
        appearance: none;
        display: grid;
        place-items: center;
        min-width: var(--_control);
        min-height: var(--_control);
        padding: 0 10px;
        border: 0;
        border-radius: var(--_radius-small);
        background: none;
        color: inherit;
        font: inherit;
        font-weight: var(--_weight-strong);
        cursor: pointer;
      }

      button.act {
        text-decoration: underline;
        text-underline-offset: 3px;
      }

      button:focus-visible {
        outline-color: currentcolor;
        outline-offset: -2px;
      }

      @media (forced-colors: active) {
        .toast {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  @state() private toast: Toast | undefined;

  private readonly t = kitMessages.for(this);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows `toast` in the place of the one before, and says it to those who listen. */
  show(toast: Toast): void {
    this.toast = toast;
    this.restart();
  }

  /** Takes the toast away. */
  dismiss(): void {
    clearTimeout(this.timer);
    this.toast = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dismiss();
  }

  override render(): TemplateResult {
    const { toast } = this;
    return html`<div role="status" aria-label=${this.t('notifications')}>
      ${
        toast
          ? html`<div
            class="toast"
            @pointerenter=${this.wait}
            @pointerleave=${this.restart}
            @focusin=${this.wait}
            @focusout=${this.restart}
          >
            <span>${toast.text}</span>
            ${toast.actionLabel ? html`<button type="button" class="act" @click=${this.act}>${toast.actionLabel}</button>` : nothing}
            <button type="button" aria-label=${this.t('close')} @click=${this.dismiss}>${icon('close')}</button>
          </div>`
          : nothing
      }
    </div>`;
  }

  private act(): void {
    const { toast } = this;
    this.dismiss();
    toast?.onAction?.();
  }

  private wait(): void {
    clearTimeout(this.timer);
  }

  private restart(): void {
    this.wait();
    this.timer = setTimeout(() => this.dismiss(), this.toast?.durationMs ?? 6000);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-toast-region': ToastRegion;
  }
}

/** The two buttons of a confirmation, in a root of their own, so that they look right inside any host's root. */
import { type CSSResultGroup, css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { buttonStyles } from './styles/button.styles.ts';
import { TongbanElement } from './tongban-element.ts';

/** Internal part of {@link confirmDialog}. */
export class ConfirmButtons extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    css`
      :host {
        display: flex;
        gap: 8px;
      }
    `,
  ];

  @property() confirmLabel: string = '';
  @property() cancelLabel: string = '';
  @property({ type: Boolean }) danger: boolean = false;
  /** Told which button was pressed. */
  @property({ attribute: false }) choose: (value: 'confirm' | 'cancel') => void = () => {};

  override render(): TemplateResult {
    return html`
      <button type="button" class="button" @click=${() => this.choose('cancel')}>${this.cancelLabel}</button>
      <button type="button" class="button primary ${this.danger ? 'danger' : ''}" @click=${() => this.choose('confirm')}>
        ${this.confirmLabel}
      </button>
    `;
  }

  /** Puts the focus on the button that does no harm. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(this.danger ? 'button' : 'button.primary')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-confirm-buttons': ConfirmButtons;
  }
}

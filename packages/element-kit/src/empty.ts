/** `<tb-empty>`: says what will appear here, and offers how to begin. */
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type IconName, icon } from './icons.ts';
import { surfaceStyles } from './styles/surface.styles.ts';
import { TongbanElement } from './tongban-element.ts';

/**
 * An empty state.
 *
 * @summary What will appear here, and the first steps.
 * @slot - one sentence
 * @slot actions - buttons
 */
export class Empty extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    surfaceStyles,
    css`
      .words {
        color: var(--_text-2);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 8px;
        margin-top: 12px;
      }
    `,
  ];

  @property() heading: string = '';
  @property() icon: IconName = 'list';

  override render(): TemplateResult {
    return html`<div class="empty">
      ${icon(this.icon, { size: 20 })}
      ${this.heading ? html`<p class="heading">${this.heading}</p>` : nothing}
      <div class="words"><slot></slot></div>
      <div class="actions"><slot name="actions"></slot></div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-empty': Empty;
  }
}

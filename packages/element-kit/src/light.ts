/** `<tb-light>`: green ●, yellow ▲, red ■, each with its shape and its word, never colour alone. */
import type { Light } from '@tongban/model';
import { type CSSResultGroup, css, html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { kitMessages } from './kit-messages.ts';
import { TongbanElement } from './tongban-element.ts';

/** A light, or the sign of a clock that stands still. */
export type LightColor = Light | 'paused';

/**
 * The light of a clock.
 *
 * @summary Shape, word and colour of a clock, with what is left beside it.
 * @slot - what is left, e.g. `剩 2 个工作日`
 * @csspart word - the word
 */
export class LightElement extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }

      [part='word'],
      .detail {
        white-space: nowrap;
      }

      svg {
        vertical-align: 0;
      }

      [part='word'] {
        font-weight: var(--_weight-medium);
      }

      .green {
        color: var(--_green);
      }

      .yellow {
        color: var(--_yellow);
      }

      .red {
        color: var(--_red);
      }

      .paused {
        color: var(--_text-2);
      }

      ::slotted(*) {
        color: var(--_text-2);
      }

      .detail {
        color: var(--_text-2);
      }
    `,
  ];

  @property({ reflect: true }) color: LightColor = 'green';
  /** Another word than 正常, 即将到期, 已超期, 已暂停. */
  @property() label: string = '';
  /** Shows the shape only; the word stays for those who listen. */
  @property({ type: Boolean, reflect: true }) compact: boolean = false;

  private readonly t = kitMessages.for(this);

  override render(): TemplateResult {
    const word = this.label || this.t(WORDS[this.color]);
    return html`<svg class=${this.color} width="12" height="12" viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
        ${SHAPES[this.color]}
      </svg>
      <span part="word" class="${this.color} ${this.compact ? 'visually-hidden' : ''}">${word}</span>
      <span class="detail"><slot></slot></span>`;
  }
}

const WORDS = { green: 'lightGreen', yellow: 'lightYellow', red: 'lightRed', paused: 'lightPaused' } as const;

const SHAPES: Readonly<Record<LightColor, SVGTemplateResult>> = {
  green: svg`<circle cx="6" cy="6" r="5"/>`,
  yellow: svg`<path d="M6 1l5.6 10H.4z"/>`,
  red: svg`<rect x="1.2" y="1.2" width="9.6" height="9.6" rx="1"/>`,
  paused: svg`<path d="M2 1.5h3v9H2zM7 1.5h3v9H7z"/>`,
};

declare global {
  interface HTMLElementTagNameMap {
    'tb-light': LightElement;
  }
}

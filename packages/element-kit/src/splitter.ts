/** `<tb-splitter>`: a panel whose width people set, by pointer or by arrows. */
import { type CSSResultGroup, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { kitMessages } from './kit-messages.ts';
import { TongbanElement } from './tongban-element.ts';

/** `tb-splitter-change`: the panel has another width, in px. */
export class SplitterChangeEvent extends Event {
  static readonly type = 'tb-splitter-change';
  readonly size: number;

  constructor(size: number) {
    super(SplitterChangeEvent.type, { bubbles: true, composed: true });
    this.size = size;
  }
}

const STEP = 16;

/**
 * Two parts side by side; the panel at the end (or the start) has a width of its own.
 *
 * @summary A main part and a panel with a movable edge.
 * @slot - the main part
 * @slot panel - the panel
 * @fires tb-splitter-change - the width was changed
 * @csspart handle - the edge
 */
export class Splitter extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    css`
      :host {
        display: flex;
        min-height: 0;
        height: 100%;
      }

      .main {
        flex: 1;
        min-width: 0;
        overflow: auto;
      }

      .panel {
        flex: none;
        min-width: 0;
        overflow: auto;
      }

      .start .panel {
        order: -2;
      }

      .start [role='separator'] {
        order: -1;
      }

      .halves {
        display: flex;
        flex: 1;
        min-width: 0;
      }

      [role='separator'] {
        position: relative;
        flex: none;
        width: 1px;
        background: var(--_line);
        cursor: col-resize;
        touch-action: none;
      }

      [role='separator']::before {
        content: '';
        position: absolute;
        z-index: 1;
        inset: 0 -5px;
      }

      [role='separator']:hover,
      [role='separator']:focus-visible {
        background: var(--_accent);
        outline-offset: 0;
      }
    `,
  ];

  /** Width of the panel in px. */
  @property({ type: Number }) size: number = 320;
  @property({ type: Number }) min: number = 200;
  @property({ type: Number }) max: number = 640;
  /** On which side the panel is. */
  @property() side: 'start' | 'end' = 'end';
  /** What the edge is called; default 调整宽度. */
  @property() label: string = '';

  @query('.panel') private readonly panel!: HTMLElement;

  private readonly t = kitMessages.for(this);

  override render(): TemplateResult {
    return html`<div class="halves ${this.side}">
      <div class="main"><slot></slot></div>
      <div
        role="separator"
        part="handle"
        tabindex="0"
        aria-orientation="vertical"
        aria-controls="panel"
        aria-label=${this.label || this.t('resize')}
        aria-valuenow=${this.size}
        aria-valuemin=${this.min}
        aria-valuemax=${this.max}
        @keydown=${this.onKey}
        @pointerdown=${this.onPointer}
        @pointermove=${this.onPointer}
      ></div>
      <div class="panel" id="panel"><slot name="panel"></slot></div>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('size')) this.panel.style.width = `${this.size}px`;
  }

  private onKey(event: KeyboardEvent): void {
    const grow = this.side === 'end' ? 'ArrowLeft' : 'ArrowRight';
    const shrink = this.side === 'end' ? 'ArrowRight' : 'ArrowLeft';
    const to = { [grow]: this.size + STEP, [shrink]: this.size - STEP, Home: this.min, End: this.max }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.resizeTo(to);
  }

  private onPointer(event: PointerEvent): void {
    const handle = event.currentTarget as HTMLElement;
    if (event.type === 'pointerdown') handle.setPointerCapture(event.pointerId);
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const { left, right } = this.getBoundingClientRect();
    this.resizeTo(this.side === 'end' ? right - event.clientX : event.clientX - left);
  }

  private resizeTo(size: number): void {
    const next = Math.round(Math.min(this.max, Math.max(this.min, size)));
    if (next === this.size) return;
    this.size = next;
    this.emit(new SplitterChangeEvent(next));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-splitter': Splitter;
  }
  interface GlobalEventHandlersEventMap {
    'tb-splitter-change': SplitterChangeEvent;
  }
}

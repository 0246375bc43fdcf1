/** `<tb-timeline>`: what happened in a case, newest first, with who, why and which round. */
import { formatInstant, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { TimelineEntry } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { portalMessages } from './portal-messages.ts';

/**
 * The time line of a case.
 *
 * @summary Events in words, newest first.
 */
export class Timeline extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    surfaceStyles,
    css`
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        position: relative;
        padding: 0 0 16px 22px;
      }

      li::before {
        position: absolute;
        inset-block: 7px auto;
        inset-inline-start: 2px;
        width: 9px;
        height: 9px;
        border: 2px solid var(--_accent);
        border-radius: 50%;
        background: var(--_surface);
        content: '';
      }

      li:not(:last-child)::after {
        position: absolute;
        inset-block: 20px 0;
        inset-inline-start: 7px;
        border-inline-start: 1px solid var(--_line);
        content: '';
      }

      .returned::before,
      .rejected::before,
      .incident::before {
        border-color: var(--_red);
        background: var(--_red);
      }

      .completed::before,
      .ended::before {
        background: var(--_accent);
      }

      .facts {
        color: var(--_text-2);
        font-size: var(--_font-size-small);
      }

      blockquote {
        margin: 4px 0 0;
        padding: 4px 10px;
        border-inline-start: 3px solid var(--_line);
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) entries: readonly TimelineEntry[] = [];

  private readonly t = portalMessages.for(this);

  override render(): TemplateResult {
    const newestFirst = [...this.entries].sort((a, b) => b.seq - a.seq);
    return html`<ol>${newestFirst.map((entry) => this.renderEntry(entry))}</ol>`;
  }

  private renderEntry(entry: TimelineEntry): TemplateResult {
    const whom = entry.forName === undefined ? undefined : this.t('onBehalfOf', { name: entry.forName });
    const facts = [entry.byName, whom, entry.department].filter(Boolean).join('　');
    return html`<li class=${entry.kind}>
      <div>${entry.text}${entry.round > 1 ? html` <span class="badge">${this.t('round', { count: entry.round })}</span>` : nothing}</div>
      <div class="facts">
        <time>${formatInstant(entry.at, undefined, this.locale)}</time>${facts === '' ? nothing : `　${facts}`}${
          entry.changes === undefined || entry.changes.length === 0
            ? nothing
            : `　${this.t('changedFields', { count: entry.changes.length })}`
        }
      </div>
      ${entry.comment === undefined || entry.comment === '' ? nothing : html`<blockquote>${entry.comment}</blockquote>`}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-timeline': Timeline;
  }
}

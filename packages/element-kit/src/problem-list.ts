/** `<tb-problem-list>`: what is wrong, in sentences with the fix, each with a way to where it is. */
import type { Problem, Severity } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { icon } from './icons.ts';
import { kitMessages } from './kit-messages.ts';
import { buttonStyles } from './styles/button.styles.ts';
import { surfaceStyles } from './styles/surface.styles.ts';
import { TongbanElement } from './tongban-element.ts';

/** `tb-problem-select`: somebody wants to go where a problem is. */
export class ProblemSelectEvent extends Event {
  static readonly type = 'tb-problem-select';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(ProblemSelectEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.problem = problem;
  }
}

/** `tb-problem-fix`: somebody wants a problem mended. */
export class ProblemFixEvent extends Event {
  static readonly type = 'tb-problem-fix';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(ProblemFixEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.problem = problem;
  }
}

/**
 * A list of problems, the gravest first.
 *
 * @summary Problems with their places and fixes.
 * @slot empty - shown when there are none; default 没有发现问题
 * @fires tb-problem-select - "go there" was pressed
 * @fires tb-problem-fix - the mending that `fixOf` named was asked for
 * @csspart summary - how many of each kind
 */
export class ProblemList extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    surfaceStyles,
    css`
      .summary {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        padding: 8px 12px;
      }

      .item {
        appearance: none;
        display: flex;
        align-items: flex-start;
        gap: 8px;
        width: 100%;
        min-height: var(--_control);
        padding: 8px 12px;
        border: 0;
        border-radius: var(--_radius);
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }

      .fix {
        margin: 0 12px 8px 36px;
      }

      .item:hover {
        background: var(--_surface-2);
      }

      .item:focus-visible {
        outline-offset: -2px;
      }

      .item > svg {
        margin-top: 3px;
      }

      .item > svg:last-child {
        color: var(--_text-3);
      }

      .words {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }

      .place {
        display: block;
        color: var(--_text-2);
        font-size: var(--_font-size-small);
        line-height: var(--_line-height-small);
      }

      .sign-error {
        color: var(--_red);
      }

      .sign-warning {
        color: var(--_yellow);
      }

      .sign-info {
        color: var(--_info);
      }

      .none {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 8px 12px;
        color: var(--_text-2);
      }

      .none svg {
        color: var(--_green);
      }
    `,
  ];

  @property({ attribute: false }) problems: readonly Problem[] = [];
  /** What can be done about a problem at a press, in words; nothing when it has to be done by hand. */
  @property({ attribute: false }) fixOf: ((problem: Problem) => string | undefined) | undefined;

  private readonly t = kitMessages.for(this);

  override render(): TemplateResult {
    if (this.problems.length === 0) return html`<slot name="empty"><p class="none">${icon('check')}${this.t('noProblems')}</p></slot>`;
    const sorted = [...this.problems].sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
    return html`<p class="summary" part="summary">${GRAVITY.map((severity) => this.renderCount(severity))}</p>
      <ul class="list" role="list" aria-label=${this.t('problems')}>
        ${sorted.map((problem) => html`<li>${this.renderProblem(problem)}</li>`)}
      </ul>`;
  }

  private renderCount(severity: Severity): TemplateResult | typeof nothing {
    const count = this.problems.filter((problem) => problem.severity === severity).length;
    const { badge, counted } = SIGNS[severity];
    return count === 0 ? nothing : html`<span class="badge ${badge}">${this.t(counted, { count })}</span>`;
  }

  private renderProblem(problem: Problem): TemplateResult {
    const { place, severity } = problem;
    const where = [place.elementName ?? place.elementId, place.file].filter(Boolean).join(' · ');
    return html`<button type="button" class="item" title=${this.t('goThere')} @click=${() => this.emit(new ProblemSelectEvent(problem))}>
      <span class="sign-${severity}">${icon(SIGNS[severity].icon)}</span>
      <span class="visually-hidden">${this.t(SIGNS[severity].word)}</span>
      <span class="words">${problem.sentences[this.locale]}${where ? html`<span class="place">${where}</span>` : nothing}</span>
      ${icon('chevron-right')}
    </button>
    ${this.renderFix(problem)}`;
  }

  private renderFix(problem: Problem): TemplateResult | typeof nothing {
    const fix = this.fixOf?.(problem);
    return fix === undefined
      ? nothing
      : html`<button type="button" class="button fix" @click=${() => this.emit(new ProblemFixEvent(problem))}>${icon('check')}${fix}</button>`;
  }
}

const GRAVITY: readonly Severity[] = ['error', 'warning', 'info'];

const SIGNS = {
  error: { icon: 'error', badge: 'red', word: 'severityError', counted: 'errors' },
  warning: { icon: 'warning', badge: 'yellow', word: 'severityWarning', counted: 'warnings' },
  info: { icon: 'info', badge: 'info', word: 'severityInfo', counted: 'hints' },
} as const;

declare global {
  interface HTMLElementTagNameMap {
    'tb-problem-list': ProblemList;
  }
  interface GlobalEventHandlersEventMap {
    'tb-problem-select': ProblemSelectEvent;
    'tb-problem-fix': ProblemFixEvent;
  }
}

/** The bar above the flow: which view, undo and redo, zoom, and how many problems there are. */
import { icon, type MenuItem, type MenuSelectEvent } from '@tongban/element-kit';
import { html, nothing, type TemplateResult } from 'lit';
import type { FlowWords } from './flow-messages.ts';

/** The two equal ways to see and edit the flow. */
export type DesignerView = 'canvas' | 'steps';

/** What the bar shows and does. */
export interface BarView {
  readonly t: FlowWords;
  readonly view: DesignerView;
  readonly readonly: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly problems: number;
  readonly errors: boolean;
  readonly showsProblems: boolean;
  onView(view: DesignerView): void;
  onUndo(): void;
  onRedo(): void;
  onZoom(factor: number): void;
  onFit(): void;
  onProblems(): void;
  onBlocks(): void;
  readonly canCompare: boolean;
  readonly compares: boolean;
  onCompare(): void;
  readonly canTry: boolean;
  readonly tries: boolean;
  onTry(): void;
  /** The entries of the menu 更多; none while they are being loaded. */
  readonly more: readonly MenuItem[];
  onMore(id: string): void;
}

export function designerBar(bar: BarView): TemplateResult {
  const { t } = bar;
  return html`<div class="bar" role="toolbar" aria-label=${t('view')}>
    <div class="views" role="group" aria-label=${t('view')}>
      ${(['canvas', 'steps'] as const).map(
        (view) => html`<button type="button" class="button quiet" aria-pressed=${bar.view === view} @click=${() => bar.onView(view)}>
          ${icon(view === 'canvas' ? 'flow' : 'list')}${t(view)}
        </button>`,
      )}
    </div>
    <span class="grow"></span>
    ${bar.readonly ? nothing : html`<button type="button" class="button quiet" data-action="blocks" @click=${bar.onBlocks}>${icon('plus')}${t('blocks')}</button>`}
    ${problemsButton(bar)}
    ${bar.canCompare ? html`<button type="button" class="button quiet" data-action="compare" aria-pressed=${bar.compares} @click=${bar.onCompare}>${icon('copy')}${t('compare')}</button>` : nothing}
    ${bar.canTry ? html`<button type="button" class="button quiet" data-action="try" aria-pressed=${bar.tries} @click=${bar.onTry}>${icon('send')}${t('trial')}</button>` : nothing}
    ${
      bar.readonly
        ? html`<span class="small muted">${t('readonlyNote')}</span>`
        : html`<div class="edits">
          ${iconButton('undo', t('undo'), bar.onUndo, !bar.canUndo)} ${iconButton('redo', t('redo'), bar.onRedo, !bar.canRedo)}
        </div>`
    }
    ${
      bar.view === 'steps'
        ? nothing
        : html`<div class="edits">
          ${iconButton('minus', t('zoomOut'), () => bar.onZoom(0.8))} ${iconButton('plus', t('zoomIn'), () => bar.onZoom(1.25))}
          <button type="button" class="button quiet" @click=${bar.onFit}>${t('fit')}</button>
        </div>`
    }
    <tb-menu-button
      icon-only
      variant="quiet"
      data-action="more"
      label=${t('more')}
      .items=${bar.more}
      ?disabled=${bar.more.length === 0}
      @tb-menu-select=${(event: MenuSelectEvent) => {
        event.stopPropagation();
        bar.onMore(event.id);
      }}
    ></tb-menu-button>
  </div>`;
}

function problemsButton({ t, problems, errors, showsProblems, onProblems }: BarView): TemplateResult {
  return html`<button type="button" class="button quiet" data-action="problems" aria-pressed=${showsProblems} @click=${onProblems}>
    ${icon(errors ? 'error' : problems > 0 ? 'warning' : 'check')}${problems === 0 ? t('problemsNone') : t('problemsFound', { count: problems })}
  </button>`;
}

function iconButton(name: 'undo' | 'redo' | 'minus' | 'plus', label: string, onClick: () => void, disabled = false): TemplateResult {
  return html`<button type="button" class="button quiet icon-only" title=${label} aria-label=${label} ?disabled=${disabled} @click=${onClick}>${icon(name)}</button>`;
}

/** What shows in place of the canvas: the form as it is filled in or printed, what depends on what, its words, who may do what, two versions. */
import type { FormCompilation } from '@tongban/form';
import type { Problem } from '@tongban/model';
import { html, type TemplateResult } from 'lit';
import type { DesignDesk } from '../design-desk.ts';
import type { FormVersion } from '../form-design-context.ts';
import type { ViewGoEvent, ViewRunEvent } from '../views/view-events.ts';

/** A view other than the canvas. */
export type OtherView = 'fill' | 'print' | 'relations' | 'texts' | 'access' | 'compare';

/** What the views show, and what happens in them. */
export interface ViewedForm {
  readonly compilation: FormCompilation;
  readonly problems: readonly Problem[];
  readonly base: FormVersion | undefined;
  /** Whether the views that are loaded late are there; `failed` when they could not be loaded. */
  readonly loaded: 'not yet' | 'ready' | 'failed';
  onGo(fieldId: string): void;
  onRun(event: ViewRunEvent): void;
}

/** See the module comment. */
export function otherView(view: OtherView, desk: DesignDesk, viewed: ViewedForm): TemplateResult {
  if (view === 'fill' || view === 'print') {
    return html`<div class="whole">
      <tb-form-design-preview .compilation=${viewed.compilation} .context=${desk.context} mode=${view}></tb-form-design-preview>
    </div>`;
  }
  if (viewed.loaded !== 'ready') {
    return html`<div class="whole"><p class="muted" role="status">${desk.t(viewed.loaded === 'failed' ? 'viewFailed' : 'loading')}</p></div>`;
  }
  return html`<div class="whole" @tb-view-go=${(event: ViewGoEvent) => viewed.onGo(event.fieldId)} @tb-view-run=${viewed.onRun}>${loadedView(view, desk, viewed)}</div>`;
}

function loadedView(view: Exclude<OtherView, 'fill' | 'print'>, desk: DesignDesk, viewed: ViewedForm): TemplateResult {
  const { form, context } = desk;
  const readonly = !desk.editable;
  if (view === 'texts') return html`<tb-form-texts .form=${form} .readonly=${readonly}></tb-form-texts>`;
  if (view === 'access')
    return html`<tb-form-access .form=${form} .compilation=${viewed.compilation} .context=${context}></tb-form-access>`;
  if (view === 'compare') return html`<tb-form-compare .form=${form} .base=${viewed.base}></tb-form-compare>`;
  return html`<tb-form-relations .form=${form} .context=${context} .problems=${viewed.problems} .readonly=${readonly}></tb-form-relations>`;
}

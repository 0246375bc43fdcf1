/** The properties of what is selected: what was typed and cannot be kept is remembered here until another element is selected. */
import '@tongban/element-kit/feel';
import type { FeelName } from '@tongban/feel-parser';
import type { TemplateResult } from 'lit';
import type { DiagramElement } from '../diagram/services.ts';
import type { Step } from '../diagram/step-order.ts';
import type { FlowContext } from '../flow-context.ts';
import { seenLock } from '../locks/seen-lock.ts';
import type { SurfaceHost } from '../surface-host.ts';
import { feelNames } from './feel-names.ts';
import { flowPanel } from './flow-panel.ts';
import { panelMessages } from './panel-messages.ts';
import type { PanelView } from './panel-view.ts';

export class PropertiesPanel {
  private readonly host: SurfaceHost;
  private readonly words: ReturnType<typeof panelMessages.for>;
  private rejected: ReadonlyMap<string, string> = new Map();
  private chosen: ReadonlyMap<string, string> = new Map();
  /** The names that expressions may read, as long as neither the steps nor the measure change. */
  private known:
    | { readonly steps: readonly Step[]; readonly context: FlowContext | undefined; readonly names: readonly FeelName[] }
    | undefined;

  constructor(host: SurfaceHost) {
    this.host = host;
    this.words = panelMessages.for(host);
  }

  render(element: DiagramElement): TemplateResult {
    return flowPanel(this.viewOf(element));
  }

  /** Puts the focus into the field of `property`; into the name when none is named. */
  focus(property: string | undefined): void {
    const { renderRoot } = this.host;
    const names = property === undefined ? ['name'] : [property, property.split(/[.[]/)[0] ?? ''];
    const sections = names.map((name) => renderRoot.querySelector(`[data-property~="${CSS.escape(name)}"]`));
    const section = sections.find((found) => found !== null);
    const own = section?.querySelector<HTMLElement>(`#${CSS.escape((property ?? 'name').replaceAll('.', '-'))}`);
    const field = own ?? section?.querySelector<HTMLElement>('input, select, textarea, button, tb-feel-field');
    if (property !== undefined) section?.scrollIntoView({ block: 'nearest' });
    field?.focus({ preventScroll: property === undefined });
  }

  /** What was typed or chosen and is not in the flow is forgotten: another element is selected. */
  forgetDrafts(): void {
    this.rejected = new Map();
    this.chosen = new Map();
  }

  private viewOf(element: DiagramElement): PanelView {
    const { host } = this;
    const { editor } = host;
    const extension = editor.extensionOf(element);
    return {
      t: host.t,
      words: this.words,
      locale: host.locale,
      editor,
      element,
      extension,
      context: host.context,
      names: this.names(),
      problems: host.problems,
      readonly: host.readonly || isFixed(host.context, element),
      allOfBpmn: host.allOfBpmn,
      rejected: this.rejected,
      reject: (field, why) => this.reject(field, why),
      chosen: this.chosen,
      choose: (field, value) => {
        this.chosen = new Map(this.chosen).set(field, value);
        host.requestUpdate();
      },
      change: (parts) => {
        const next = Object.fromEntries(Object.entries({ ...extension, ...parts }).filter(([, part]) => part !== undefined));
        editor.setExtension(element, next);
      },
      changeManifest: (manifest) => host.changeManifest(manifest),
      together: (run) => editor.together(run),
      select: (id) => host.select(id),
      focusProperty: (property) => this.focus(property),
    };
  }

  private names(): readonly FeelName[] {
    const { editor, context } = this.host;
    const { steps } = editor;
    if (this.known?.steps !== steps || this.known.context !== context) this.known = { steps, context, names: feelNames(editor, context) };
    return this.known.names;
  }

  private reject(field: string, why: string | undefined): void {
    const next = new Map(this.rejected);
    if (why === undefined) next.delete(field);
    else next.set(field, why);
    this.rejected = next;
    this.host.requestUpdate();
  }
}

function isFixed(context: FlowContext | undefined, element: DiagramElement): boolean {
  const seen = seenLock(context, 'element', element.id);
  return seen?.by !== undefined && seen.lock.rule === 'fixed';
}

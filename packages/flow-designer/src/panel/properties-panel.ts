/** The properties of what is selected: what was typed and cannot be kept is remembered here until another element is selected. */
import type { TemplateResult } from 'lit';
import type { DiagramElement } from '../diagram/services.ts';
import type { SurfaceHost } from '../surface-host.ts';
import { flowPanel } from './flow-panel.ts';
import type { PanelView } from './panel-view.ts';

export class PropertiesPanel {
  private readonly host: SurfaceHost;
  private rejected: ReadonlyMap<string, string> = new Map();

  constructor(host: SurfaceHost) {
    this.host = host;
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
    const field = own ?? section?.querySelector<HTMLElement>('input, select, textarea, button');
    if (property !== undefined) section?.scrollIntoView({ block: 'nearest' });
    field?.focus({ preventScroll: property === undefined });
  }

  forgetRejected(): void {
    this.rejected = new Map();
  }

  private viewOf(element: DiagramElement): PanelView {
    const { host } = this;
    const { editor } = host;
    const extension = editor.extensionOf(element);
    return {
      t: host.t,
      locale: host.locale,
      editor,
      element,
      extension,
      context: host.context,
      problems: host.problems,
      readonly: host.readonly,
      allOfBpmn: host.allOfBpmn,
      rejected: this.rejected,
      reject: (field, why) => this.reject(field, why),
      change: (parts) => {
        const next = Object.fromEntries(Object.entries({ ...extension, ...parts }).filter(([, part]) => part !== undefined));
        editor.setExtension(element, next);
      },
      changeManifest: (manifest) => host.changeManifest(manifest),
      select: (id) => host.select(id),
      focusProperty: (property) => this.focus(property),
    };
  }

  private reject(field: string, why: string | undefined): void {
    const next = new Map(this.rejected);
    if (why === undefined) next.delete(field);
    else next.set(field, why);
    this.rejected = next;
    this.host.requestUpdate();
  }
}

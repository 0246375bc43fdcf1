/** The tools of the menu 更多: find, overview, arrange, align, and files in and out. Loaded when the menu is first used. */
import { confirmDialog, icon, type MenuItem } from '@tongban/element-kit';
import type { Problem } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { DiagramElement } from '../diagram/services.ts';
import { raise } from '../errors.ts';
import type { SurfaceHost } from '../surface-host.ts';
import { kindWord, stepName } from '../words.ts';
import { type Alignment, align, alignable } from './align.ts';
import { arrange } from './arrange.ts';
import { chooseFile, download, FILE_LIMIT_MB, readXmlFile, toPng } from './files.ts';
import { Minimap } from './minimap.ts';
import { toolMessages } from './tool-messages.ts';

/** What the tools need beside the surface: how a file is opened, and who asks. */
export interface ToolHost {
  readonly element: HTMLElement;
  /** Opens the text of a file; nothing of the flow changes when it cannot be read, and why is said. */
  openText(text: string): Promise<boolean>;
  /** Says above the flow why a file was not taken. */
  refuse(problem: Problem): void;
  showFind(on: boolean): void;
}

export class DesignerTools {
  private readonly host: SurfaceHost;
  private readonly tools: ToolHost;
  private readonly words: ReturnType<typeof toolMessages.for>;
  private minimap: Minimap | undefined;
  private sought = '';

  constructor(host: SurfaceHost, tools: ToolHost) {
    this.host = host;
    this.tools = tools;
    this.words = toolMessages.for(host);
  }

  /** The entries of the menu. */
  items(): readonly MenuItem[] {
    const { words, host } = this;
    const count = alignable(host.editor).length;
    const item = (id: Parameters<typeof words>[0] & ItemName, rest: Partial<MenuItem> = {}): MenuItem => ({
      id,
      label: words(id),
      ...rest,
    });
    const needs = (least: number): Partial<MenuItem> =>
      count >= least ? {} : { disabledReason: words(least === 2 ? 'needTwo' : 'needThree') };
    return [
      item('find', { icon: 'search' }),
      item(this.minimap === undefined ? 'showMap' : 'hideMap', { icon: 'map' }),
      ...(host.readonly
        ? []
        : [
            item('arrange', { icon: 'flow', divided: true }),
            item('alignLeft', needs(2)),
            item('alignMiddle', needs(2)),
            item('spreadX', needs(3)),
            item('spreadY', needs(3)),
            item('importFile', { icon: 'upload', divided: true }),
          ]),
      item('exportBpmn', { icon: 'download', divided: host.readonly }),
      item('exportSvg', { icon: 'download' }),
      item('exportPng', { icon: 'download' }),
    ];
  }

  async run(id: string): Promise<void> {
    const { host, words } = this;
    const { editor } = host;
    switch (id as ItemName) {
      case 'find':
        return this.tools.showFind(true);
      case 'showMap':
      case 'hideMap':
        return this.toggleMap();
      case 'arrange':
        arrange(editor);
        editor.fit();
        return host.announce(words('arranged'));
      case 'importFile':
        return this.importChosen();
      case 'exportBpmn':
        return download(`${this.fileName}.bpmn`, await editor.save(), 'application/xml');
      case 'exportSvg':
        return download(`${this.fileName}.svg`, await editor.saveSvg(), 'image/svg+xml');
      case 'exportPng':
        return download(`${this.fileName}.png`, await toPng(await editor.saveSvg()), 'image/png');
      default:
        return align(editor, id as Alignment);
    }
  }

  /** Opens what was dropped, when it is one file. */
  async importFiles(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (this.host.readonly) this.tools.refuse(raise.problem('FLOW_DESIGNER_READ_ONLY', {}));
    else if (files.length > 1) this.tools.refuse(raise.problem('FLOW_DESIGNER_ONE_FILE', {}, { count: files.length }));
    else if (file !== undefined) await this.importFile(file);
  }

  // asks before it replaces a flow; what cannot be read is refused, and the flow stays
  private async importFile(file: File): Promise<void> {
    const { words, host } = this;
    if (file.size > FILE_LIMIT_MB * 1024 * 1024) {
      this.tools.refuse(raise.problem('FLOW_DESIGNER_FILE_TOO_LARGE', {}, { file: file.name, limit: String(FILE_LIMIT_MB) }));
      return;
    }
    const sure = !host.editor.isOpen || (await this.mayReplace(file));
    if (sure && (await this.tools.openText(await readXmlFile(file)))) host.announce(words('imported', { file: file.name }));
  }

  private mayReplace(file: File): Promise<boolean> {
    const { words } = this;
    return confirmDialog(this.tools.element, {
      title: words('importTitle'),
      body: words('importBody', { file: file.name }),
      confirmLabel: words('importConfirm'),
      danger: true,
    });
  }

  /** The panel to find steps by name. */
  renderFind(): TemplateResult {
    const { words } = this;
    const found = this.found();
    return html`<div class="find">
      <header class="panel-head">
        <h2>${words('find')}</h2>
        <span class="grow"></span>
        <button type="button" class="button quiet icon-only" title=${words('closeFind')} aria-label=${words('closeFind')} @click=${() => this.tools.showFind(false)}>${icon('close')}</button>
      </header>
      <div class="field find-field">
        <input
          class="input"
          id="find"
          type="search"
          aria-label=${words('findLabel')}
          placeholder=${words('findLabel')}
          .value=${this.sought}
          @input=${(event: Event) => {
            this.sought = (event.target as HTMLInputElement).value;
            this.host.requestUpdate();
          }}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === 'Escape') this.tools.showFind(false);
            const [first] = found;
            if (event.key === 'Enter' && !event.isComposing && first !== undefined) this.goTo(first);
          }}
        />
        <p class="small muted" role="status">${this.sought === '' ? nothing : found.length === 0 ? words('findNone') : words('findCount', { count: found.length })}</p>
      </div>
      <ul class="ways found" role="list">
        ${found.map(
          (element) => html`<li><button type="button" class="button" data-found=${element.id} @click=${() => this.goTo(element)}>
            ${stepName(this.host.t, element)} <span class="small muted">${kindWord(this.host.t, element)}</span>
          </button></li>`,
        )}
      </ul>
    </div>`;
  }

  private goTo(element: DiagramElement): void {
    this.host.editor.select(element.id);
  }

  private found(): readonly DiagramElement[] {
    const sought = this.sought.trim().toLowerCase();
    if (sought === '') return [];
    return this.host.editor.steps
      .map(({ element }) => element)
      .filter((element) => `${stepName(this.host.t, element)} ${element.id}`.toLowerCase().includes(sought))
      .slice(0, 50);
  }

  private toggleMap(): void {
    if (this.minimap === undefined) this.minimap = new Minimap(this.host.editor, this.words('map'));
    else {
      this.minimap.remove();
      this.minimap = undefined;
    }
    this.host.requestUpdate();
  }

  private async importChosen(): Promise<void> {
    const file = await chooseFile('.bpmn,.xml,application/xml,text/xml');
    if (file !== undefined) await this.importFile(file);
  }

  private get fileName(): string {
    return this.host.context?.manifest.id ?? 'flow';
  }
}

type ItemName = Alignment | 'find' | 'showMap' | 'hideMap' | 'arrange' | 'importFile' | 'exportBpmn' | 'exportSvg' | 'exportPng';

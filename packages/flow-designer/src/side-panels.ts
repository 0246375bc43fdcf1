/** What stands beside the flow: properties, problems, search, trial or comparison. Each is loaded when it is first shown. */
import type { Problem, Scenario } from '@tongban/model';
import { html } from 'lit';
import type { FlowTrial, FlowVersion } from './side-services.ts';
import type { SurfaceHost } from './surface-host.ts';

/** Which of them. */
export type Side = 'properties' | 'problems' | 'find' | 'trial' | 'compare';

/** What they need of the designer beside the surface. */
export interface SideNeeds {
  readonly element: HTMLElement;
  readonly base: FlowVersion | undefined;
  readonly trial: FlowTrial | undefined;
  /** Opens the text of a file in place of the flow; `false` when it cannot be read. */
  openText(text: string): Promise<boolean>;
  /** Hands a sample case to the host. */
  saveScenario(scenario: Scenario): void;
  /** Puts the focus on what is selected in the flow. */
  backToFlow(): void;
  /** Says above the flow why something was not taken. */
  refuse(problem: Problem): void;
}

export class SidePanels {
  private readonly host: SurfaceHost;
  private readonly needs: SideNeeds;
  private shown: Side = 'properties';
  private asked = false;
  private properties: import('./panel/properties-panel.ts').PropertiesPanel | undefined;
  private checking: typeof import('./check/check-panel.ts') | undefined;
  private comparing: import('./compare/compare-panel.ts').ComparePanel | undefined;
  private trying: import('./trial/trial-panel.ts').TrialPanel | undefined;
  private loadedTools: import('./tools/designer-tools.ts').DesignerTools | undefined;

  constructor(host: SurfaceHost, needs: SideNeeds) {
    this.host = host;
    this.needs = needs;
  }

  get side(): Side {
    return this.shown;
  }

  /** On a phone: whether it takes the place of the list. */
  get alone(): boolean {
    return !this.sideBySide && this.host.narrow && this.asked && (this.host.selected !== undefined || this.shown !== 'properties');
  }

  /** Whether another version stands beside the flow. */
  get sideBySide(): boolean {
    return this.shown === 'compare' && this.comparing?.sideBySide === true;
  }

  /** The version that stands beside the flow. */
  renderOther(view: 'canvas' | 'steps'): unknown {
    return this.shown === 'compare' ? this.comparing?.renderOther(view) : undefined;
  }

  changeOf(id: string): ReturnType<SurfaceHost['changeOf']> {
    return this.comparing?.changeOf(id);
  }

  /** The tools of the menu 更多, once they are loaded. */
  get tools(): import('./tools/designer-tools.ts').DesignerTools | undefined {
    return this.loadedTools;
  }

  /** Loads what nearly everybody needs at once. */
  async load(): Promise<void> {
    await Promise.all([this.loadProperties(), this.loadTools()]);
  }

  /** Opens files that were dropped, also before there is a flow. */
  async takeFiles(files: readonly File[]): Promise<void> {
    await this.loadTools();
    await this.loadedTools?.importFiles(files);
  }

  /** Lets people choose a file to open, also before there is a flow. */
  async chooseFile(): Promise<void> {
    await this.loadTools();
    await this.loadedTools?.run('importFile');
  }

  render(): unknown {
    switch (this.shown) {
      case 'problems':
        return this.checking?.checkPanel(this.host, { close: () => void this.toggleProblems() });
      case 'find':
        return this.loadedTools?.renderFind();
      case 'trial':
        return this.trying?.render();
      case 'compare':
        return this.comparing?.render();
      case 'properties':
        return this.renderProperties();
    }
  }

  /** A dialog over the designer. */
  renderDialog(): unknown {
    return this.trying?.renderDialog();
  }

  /** Shows the properties, on a phone too, and puts the focus into the field of `property`. */
  async showProperties(property?: string): Promise<void> {
    this.turnTo('properties', true);
    await this.loadProperties();
    await this.host.updateComplete;
    this.properties?.focus(property);
  }

  /** Gives the place back to the list, on a phone. */
  close(): void {
    this.turnTo(this.shown, false);
  }

  /** Opens what stands here on a phone, where the list has its place. */
  open(): void {
    this.turnTo('properties', true);
  }

  showFind(on: boolean): void {
    this.turnTo(on ? 'find' : 'properties', on);
    if (on) void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>('#find')?.focus());
  }

  async toggleProblems(): Promise<void> {
    const on = this.shown !== 'problems';
    this.checking ??= await import('./check/check-panel.ts');
    this.turnTo(on ? 'problems' : 'properties', on);
  }

  async toggleCompare(): Promise<void> {
    const { base } = this.needs;
    if (this.shown === 'compare' || base === undefined) {
      this.comparing?.end();
      this.comparing = undefined;
      this.turnTo('properties', false);
      return;
    }
    const { ComparePanel } = await import('./compare/compare-panel.ts');
    this.comparing = new ComparePanel(this.host, { base, close: () => void this.toggleCompare() });
    this.turnTo('compare', true);
    await this.comparing.update();
  }

  async toggleTrial(): Promise<void> {
    if (this.shown === 'trial') {
      this.trying?.end();
      this.turnTo('properties', false);
      return;
    }
    const { TrialPanel } = await import('./trial/trial-panel.ts');
    this.trying ??= new TrialPanel(this.host, {
      open: async () => (await this.needs.trial?.(await this.host.editor.save())) ?? { problems: [] },
      close: () => void this.toggleTrial(),
      save: (scenario) => this.needs.saveScenario(scenario),
    });
    this.turnTo('trial', true);
    await this.trying.open();
  }

  /** Another element is selected: its properties come in place of the problems. */
  onSelection(): void {
    this.properties?.forgetDrafts();
    if (this.host.selected !== undefined && this.shown === 'problems') this.turnTo('properties', this.asked);
    else if (this.shown === 'properties') this.turnTo('properties', false);
    this.host.renderRoot.querySelector('.side')?.scrollTo(0, 0);
  }

  /** The flow was edited. */
  onEdit(): void {
    if (this.shown === 'compare') void this.comparing?.update();
  }

  // whoever was in what goes away is back at the flow
  private turnTo(side: Side, asked: boolean): void {
    const { renderRoot } = this.host;
    const focused = (renderRoot as ShadowRoot).activeElement;
    const wasInside = focused !== null && renderRoot.querySelector('.side')?.contains(focused) === true;
    this.shown = side;
    this.asked = asked;
    this.host.requestUpdate();
    if (wasInside)
      void this.host.updateComplete.then(() => {
        if (!focused.isConnected && (renderRoot as ShadowRoot).activeElement === null) this.needs.backToFlow();
      });
  }

  private renderProperties(): unknown {
    const { editor, selected, t } = this.host;
    if (selected !== undefined) return this.properties?.render(selected);
    const several = editor.isOpen && editor.get('selection').get().length > 1;
    return html`<p>${t(several ? 'severalSelected' : 'nothingSelected')}</p>`;
  }

  private async loadProperties(): Promise<void> {
    if (this.properties !== undefined) return;
    const { PropertiesPanel } = await import('./panel/properties-panel.ts');
    this.properties ??= new PropertiesPanel(this.host);
    this.host.requestUpdate();
  }

  private async loadTools(): Promise<void> {
    if (this.loadedTools !== undefined) return;
    const { DesignerTools } = await import('./tools/designer-tools.ts');
    this.loadedTools ??= new DesignerTools(this.host, {
      element: this.needs.element,
      openText: (text) => this.needs.openText(text),
      refuse: (problem) => this.needs.refuse(problem),
      showFind: (on) => this.showFind(on),
    });
    this.host.requestUpdate();
  }
}

/** The portal around the elements: identity switcher, navigation, one place at a time. */
import { createCaseClient, createHostClient, createMeasureClient } from '@tongban/client';
import { buttonStyles, defineElement, fieldStyles, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { CaseService, Checker, FormDocument, HostService, MeasureService } from '@tongban/model';
import type { CaseOpenEvent, CaseStartedEvent, TaskElement, TaskOpenEvent } from '@tongban/portal';
import type { MeasureOpenEvent } from '@tongban/studio';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Person } from '../host/people.ts';
import { type Directory, identityHeaders, loadDirectory, rememberedPerson, rememberPerson } from './identity.ts';
import { portalShellStyles } from './portal-shell.styles.ts';
import { hashOf, OPERATIONS, type Route, routeOf } from './route.ts';

const API = '/api/v1';

/** The shell of the development portal. */
export class PortalShell extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, fieldStyles, surfaceStyles, portalShellStyles];

  @state() private directory: Directory | undefined;
  @state() private person: Person | undefined;
  @state() private route: Route = routeOf(location.hash);
  @state() private papers: readonly FormDocument[] = [];
  @state() private checker: Checker | undefined;
  @state() private failure = '';

  private cases: CaseService | undefined;
  private measures: MeasureService | undefined;
  private host: HostService | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.onHash);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.onHash);
  }

  private async load(): Promise<void> {
    try {
      this.directory = await loadDirectory();
      this.become(rememberedPerson() ?? this.directory.people[0]?.id ?? '');
    } catch {
      this.failure = '无法连接服务器，请确认服务已启动后刷新页面。';
    }
  }

  override render(): TemplateResult {
    return html`<header class="bar">
        <a class="brand" href="#/inbox">通办<span class="brand-sub">投资项目审批</span></a>
        <nav aria-label="主导航">${this.renderNavigation()}</nav>
        ${this.directory === undefined ? nothing : this.renderIdentity(this.directory)}
      </header>
      <main class=${this.route.at} tabindex="-1" @tb-task-open=${this.onTaskOpen} @tb-case-open=${this.onCaseOpen} @tb-case-started=${this.onStarted} @tb-inbox-open=${() => this.go({ at: 'inbox' })}>
        ${this.failure === '' ? nothing : html`<div class="callout error" role="alert">${this.failure}</div>`}
        ${this.person === undefined ? nothing : this.renderPlace()}
      </main>`;
  }

  private renderNavigation(): TemplateResult {
    const administrator = this.person?.roles.includes('administrator') ?? false;
    const entersPaper = !administrator && (this.person?.roles.includes('window') ?? false);
    const links: readonly (readonly [Route['at'], string])[] = [
      ['inbox', '办件'],
      ['start', '新建办件'],
      ...(this.person?.department === undefined ? [] : [['deputies', '代理人'] as const]),
      ...(entersPaper ? [['operations', '补录'] as const] : []),
      ['rules', '规则清单'],
      ...(administrator ? [['operations', '运行管理'] as const, ['measures', '措施管理'] as const, ['upper', '上级措施'] as const] : []),
    ];
    return html`${links.map(([at, label]) => html`<a href=${hashOf({ at } as Route)} aria-current=${this.route.at === at ? 'page' : nothing}>${label}</a>`)}`;
  }

  private renderIdentity(directory: Directory): TemplateResult {
    const county = directory.counties.find((candidate) => candidate.id === this.person?.tenant);
    return html`<div class="identity" title=${county?.note ?? ''}>
      <span class="badge yellow">开发身份</span>
      <label>
        <span class="visually-hidden">县</span>
        <select class="select county" @change=${this.onCounty}>
          ${directory.counties.map((candidate) => html`<option value=${candidate.id} ?selected=${candidate.id === county?.id}>${candidate.name}</option>`)}
        </select>
      </label>
      <label>
        <span class="visually-hidden">人员</span>
        <select class="select person" @change=${this.onPerson}>
          ${directory.people
            .filter((candidate) => candidate.tenant === county?.id)
            .map(
              (candidate) =>
                html`<option value=${candidate.id} ?selected=${candidate.id === this.person?.id}>${candidate.duty} · ${candidate.name}</option>`,
            )}
        </select>
      </label>
    </div>`;
  }

  private renderPlace(): TemplateResult {
    const { route } = this;
    switch (route.at) {
      case 'start':
        return html`<h1>新建办件</h1><tb-start-case .service=${this.cases}></tb-start-case>`;
      case 'deputies':
        return html`<h1>代理人</h1><tb-deputies .service=${this.cases}></tb-deputies>`;
      case 'rules':
        return html`<h1>规则清单</h1><negative-list></negative-list>`;
      case 'operations':
        return html`<operations-page
          page=${route.page ?? OPERATIONS[0]}
          ?whole=${this.person?.roles.includes('administrator') ?? false}
          .host=${this.host}
          .cases=${this.cases}
          .measures=${this.measures}
        ></operations-page>`;
      case 'task':
        return html`<tb-task .service=${this.cases} task-id=${route.taskId}></tb-task>`;
      case 'case':
        return html`<tb-case .service=${this.cases} .host=${this.host} case-id=${route.caseId}></tb-case>`;
      case 'measures':
        return html`<tb-measure-studio .service=${this.measures} measure-id=${route.measureId ?? 'mock-approval'} .papers=${this.papers} .checker=${this.checker}></tb-measure-studio>`;
      case 'upper':
        return html`<h1>上级措施</h1><tb-upper-measures .service=${this.measures} @tb-measure-open=${this.onMeasureOpen}></tb-upper-measures>`;
      case 'inbox':
        return html`<h1 class="visually-hidden">办件</h1><tb-inbox .service=${this.cases}></tb-inbox>`;
    }
  }

  protected override updated(): void {
    if (this.route.at === 'measures' || this.route.at === 'upper') void this.loadStudio();
    if (this.route.at === 'rules') void import('./negative-list.ts');
    if (this.route.at === 'operations') void import('./operations-page.ts');
  }

  private async loadStudio(): Promise<void> {
    const [{ paperForms }, { pageChecker }] = await Promise.all([
      import('./paper-forms.ts'),
      import('./checker.ts'),
      import('@tongban/studio/define'),
    ]);
    this.papers = paperForms;
    this.checker = pageChecker();
  }

  private become(personId: string): void {
    const person = this.directory?.people.find((candidate) => candidate.id === personId) ?? this.directory?.people[0];
    if (person === undefined || person.id === this.person?.id) return;
    rememberPerson(person.id);
    const options = { baseUrl: API, headers: () => identityHeaders(person.id) };
    this.cases = createCaseClient(options);
    this.measures = createMeasureClient(options);
    this.host = createHostClient(options);
    this.person = person;
  }

  private onCounty(event: Event): void {
    const county = (event.target as HTMLSelectElement).value;
    const duty = this.person?.duty;
    const people = this.directory?.people.filter((person) => person.tenant === county) ?? [];
    void this.change((people.find((person) => person.duty === duty) ?? people[0])?.id ?? '');
  }

  private onPerson(event: Event): void {
    void this.change((event.target as HTMLSelectElement).value);
  }

  private async change(personId: string): Promise<void> {
    await this.keepTyping();
    this.become(personId);
    this.go({ at: 'inbox' });
  }

  private go(route: Route): void {
    location.hash = hashOf(route);
  }

  private readonly onHash = (): void => {
    void this.follow();
  };

  private async follow(): Promise<void> {
    await this.keepTyping();
    this.route = routeOf(location.hash);
    window.scrollTo(0, 0);
    this.renderRoot.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }

  private keepTyping(): Promise<void> {
    return this.renderRoot.querySelector<TaskElement>('tb-task')?.flush() ?? Promise.resolve();
  }

  private onTaskOpen(event: TaskOpenEvent): void {
    this.go({ at: 'task', taskId: event.taskId });
  }

  private onMeasureOpen(event: MeasureOpenEvent): void {
    this.go({ at: 'measures', measureId: event.measureId });
  }

  private onCaseOpen(event: CaseOpenEvent): void {
    this.go({ at: 'case', caseId: event.caseId });
  }

  private onStarted(event: CaseStartedEvent): void {
    this.go(event.taskId === undefined ? { at: 'case', caseId: event.caseId } : { at: 'task', taskId: event.taskId });
  }
}

defineElement('portal-shell', PortalShell);

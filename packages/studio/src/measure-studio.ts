/**
 * `<tb-measure-studio>`: one measure with all its surfaces: flow, forms, rules, limits, settings, items, releases. Keeps the draft by
 * itself, checks in the background, publishes. The compiler is loaded when it is first needed.
 */
import {
  buttonStyles,
  confirmDialog,
  defineElement,
  fieldStyles,
  formatInstant,
  icon,
  newCommandId,
  type ProblemFixEvent,
  type ProblemSelectEvent,
  sentenceOf,
  surfaceStyles,
  TongbanElement,
} from '@tongban/element-kit';
import type {
  FlowChangeEvent,
  FlowContext,
  FlowDesigner,
  FlowTrial,
  FlowVersion,
  KnownTemplate,
  ScenarioSaveEvent,
} from '@tongban/flow-designer';
import type { FormDesignContext } from '@tongban/form-designer';
import {
  type Checker,
  type CheckResult,
  type DocumentTemplate,
  type FormDocument,
  type FormField,
  type Locale,
  type Lock,
  type MeasureManifest,
  type MeasureService,
  type MeasureSources,
  type Problem,
  type Scenario,
  textIn,
} from '@tongban/model';
import { restoreLock, restorePart } from '@tongban/overlay';
import type { TableContext, TableList } from '@tongban/table-designer';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { EarlierFiles, FormFile, FormsPanel } from './forms-panel.ts';
import { decisionIdOf, KnownDecisions } from './known-decisions.ts';
import type { LockSubject } from './lock-panel.ts';
import { type MeasureBase, MeasureBases } from './measure-base.ts';
import { MeasureSession } from './measure-session.ts';
import { measureStudioStyles } from './measure-studio.styles.ts';
import type { PartChangeEvent } from './part-change-event.ts';
import type { Pauses } from './pause-reasons.ts';
import type { RulesPanel, TableFile } from './rules-panel.ts';
import { SteadyContext } from './steady-context.ts';
import { studioMessages } from './studio-messages.ts';
import { tableFields } from './table-fields.ts';
import { type HeldLists, NO_LISTS, TableLists } from './table-lists.ts';

type Compiler = typeof import('@tongban/compile');
type Surface = 'flow' | 'forms' | 'rules' | 'limits' | 'parameters' | 'items' | 'releases' | 'upgrade';

const SURFACES: readonly Surface[] = ['flow', 'forms', 'rules', 'limits', 'parameters', 'items', 'releases', 'upgrade'];
const MANIFEST = 'measure.json';

/**
 * The studio of a measure.
 *
 * @summary Design, check, publish.
 */
export class MeasureStudio extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, fieldStyles, surfaceStyles, measureStudioStyles];

  @property({ attribute: false }) service: MeasureService | undefined;
  @property({ attribute: 'measure-id' }) measureId: string = '';
  /** Checks the draft; by default here, `remoteChecker` of `@tongban/compile` does it in a worker. */
  @property({ attribute: false }) checker: Checker | undefined;
  /** Ready forms that a new one may begin with, e.g. the paper forms of `@tongban/measures`. */
  @property({ attribute: false }) papers: readonly FormDocument[] = [];
  @state() private surface: Surface = 'flow';
  @state() private failure: unknown;
  @state() private showProblems = false;
  @state() private publishing: { readonly note: string; readonly version: string } | undefined;
  @state() private published = '';
  @state() private publishedFlow: FlowVersion | undefined;
  /** Of a copy: what it was made from. */
  @state() private base: MeasureBase | undefined;
  private bases: MeasureBases | undefined;
  /** The files of the release that new cases start on, and its version. */
  private publishedFiles: EarlierFiles | undefined;

  private readonly t = studioMessages.for(this);
  private readonly decisions = new KnownDecisions(this);
  private readonly steadyContext = new SteadyContext();
  private session: MeasureSession | undefined;
  private compiler: Compiler | undefined;
  private stopListening: (() => void) | undefined;
  private fields: TableContext = { fields: [] };
  private readonly lists = new TableLists();
  private around: FormDesignContext = { forms: [], items: [] };
  private publishId = newCommandId();
  private openedMeasure = '';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.onLeave);
    if (this.hasUpdated && this.session === undefined) void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeunload', this.onLeave);
    this.leave();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('measureId')) this.surface = 'flow';
    if (changed.has('service') || changed.has('measureId')) void this.open();
  }

  /** Opens the draft again from the service. */
  async open(): Promise<void> {
    const { service, measureId } = this;
    this.leave();
    if (service === undefined || measureId === '') return;
    this.failure = undefined;
    try {
      this.compiler ??= await import('@tongban/compile');
      this.bases = new MeasureBases(service);
      const { bases } = this;
      const here = this.compiler.createChecker({ baseOf: (releaseId) => bases.sources(releaseId) });
      // a copy is compared with its base, which a checker elsewhere does not have
      const checkerOf = (): Checker => (this.session?.manifest?.extends === undefined ? (this.checker ?? here) : here);
      const session = new MeasureSession(measureId, service, { check: (sources) => checkerOf().check(sources) });
      this.session = session;
      this.openedMeasure = measureId;
      this.stopListening = session.subscribe(() => this.requestUpdate());
      await session.open();
      await this.loadBase(session);
      void this.loadPublished(session).catch(() => undefined);
    } catch (error) {
      this.failure = error;
    }
  }

  private leave(): void {
    this.stopListening?.();
    void this.session?.close();
    this.session = undefined;
  }

  override render(): TemplateResult {
    if (this.failure !== undefined) {
      return html`<div class="callout error" role="alert">
        ${icon('error')}
        <div><p>${sentenceOf(this.failure, this)}</p><button type="button" class="button" @click=${() => void this.open()}>${this.t('retry')}</button></div>
      </div>`;
    }
    const { session } = this;
    const manifest = session?.manifest;
    if (session === undefined || manifest === undefined) return html`<p class="muted" role="status">${this.t('loading')}</p>`;
    return html`${this.renderBar(session, manifest)} ${this.renderStale(session)}
      <div class="work">
        <div class="surface">${this.renderSurface(session, manifest)}</div>
        ${this.showProblems ? this.renderProblems(session) : nothing}
      </div>
      ${this.renderPublishDialog(session, manifest)}`;
  }

  private renderBar(session: MeasureSession, manifest: MeasureManifest): TemplateResult {
    const errors = session.problems.filter((problem) => problem.severity === 'error').length;
    return html`<header class="bar">
      <div class="title">
        <h1>${textIn(manifest.title, this.locale)}</h1>
        <span class="badge">${this.t('draft', { version: manifest.version })}</span>
        <span class="muted small" role="status">${this.keepingWords(session)}</span>
      </div>
      <nav aria-label=${this.t('surfaces')}>
        ${SURFACES.filter((surface) => surface !== 'upgrade' || manifest.extends !== undefined).map(
          (surface) =>
            html`<button type="button" class="button ${surface === this.surface ? 'chosen' : 'quiet'}" aria-pressed=${surface === this.surface} @click=${() => {
              this.show(surface);
            }}>${this.t(surface)}</button>`,
        )}
      </nav>
      <div class="actions">
        <button type="button" class="button" aria-expanded=${this.showProblems} @click=${() => void this.toggleProblems(session)}>
          ${icon(errors > 0 ? 'error' : 'check')}${this.t('check')}${session.problems.length === 0 ? nothing : html`<span class="badge ${errors > 0 ? 'red' : 'yellow'}">${session.problems.length}</span>`}
        </button>
        <button type="button" class="button primary" @click=${() => this.askPublish(manifest)}>${this.t('publish')}</button>
      </div>
      ${this.published === '' ? nothing : html`<p class="published" role="status">${icon('check')}${this.t('published', { version: this.published })}</p>`}
    </header>`;
  }

  private keepingWords(session: MeasureSession): string {
    if (session.keeping === 'kept')
      return session.savedAt === undefined ? '' : this.t('kept', { time: formatInstant(session.savedAt, undefined, this.locale) });
    if (session.keeping === 'stale') return '';
    return session.keeping === 'failed' ? `${this.t('failed')}${sentenceOf(session.failure, this)}` : this.t(session.keeping);
  }

  private renderStale(session: MeasureSession): TemplateResult | typeof nothing {
    if (session.keeping !== 'stale') return nothing;
    return html`<div class="callout warning" role="alert">
      ${icon('warning')}
      <div><p>${this.t('stale')}</p><button type="button" class="button" @click=${() => void this.reopen()}>${this.t('reopen')}</button></div>
    </div>`;
  }

  private renderSurface(session: MeasureSession, manifest: MeasureManifest): TemplateResult {
    switch (this.surface) {
      case 'flow':
        return this.renderFlow(session, manifest);
      case 'forms':
        return this.renderForms(session, manifest);
      case 'rules':
        return this.renderRules(session, manifest);
      case 'limits':
        return html`${this.renderLocks(
          session,
          manifest,
          manifest.limits.map(({ id, name }) => ({ part: 'limit', id, name: textIn(name, this.locale) })),
        )}<tb-limits-panel .limits=${manifest.limits} .locks=${this.givenLocks} @tb-part-change=${(event: PartChangeEvent<MeasureManifest['limits']>) => session.writeJson(MANIFEST, { ...manifest, limits: event.value })}></tb-limits-panel>
        <tb-pauses-panel
          .pauses=${pausesIn(manifest)}
          .roles=${manifest.roles}
          .locks=${this.givenLocks}
          @tb-part-change=${(event: PartChangeEvent<Pauses>) => session.writeJson(MANIFEST, { ...manifest, ...event.value })}
        ></tb-pauses-panel>`;
      case 'parameters':
        return html`${this.renderLocks(
          session,
          manifest,
          manifest.parameters.map(({ id, name }) => ({ part: 'parameter', id, name: textIn(name, this.locale) })),
        )}<tb-parameters-panel
          .locks=${this.givenLocks}
          .parameters=${manifest.parameters}
          @tb-part-change=${(event: PartChangeEvent<MeasureManifest['parameters']>) => session.writeJson(MANIFEST, { ...manifest, parameters: event.value })}
        ></tb-parameters-panel>`;
      case 'items':
        return this.renderItems(session, manifest);
      case 'upgrade':
        return this.renderUpgrade(session);
      case 'releases':
        return html`<tb-releases-panel .service=${this.service} .measureId=${this.openedMeasure} @tb-part-change=${(event: PartChangeEvent<MeasureSources>) => this.replaceSources(session, event.value)}></tb-releases-panel>`;
    }
  }

  // what is about the level above is loaded when somebody asks for it
  private show(surface: Surface): void {
    this.surface = surface;
    if (surface === 'upgrade')
      void import('./upgrade/upgrade-panel.ts').then(({ UpgradePanel }) => defineElement('tb-upgrade-panel', UpgradePanel));
  }

  private renderUpgrade(session: MeasureSession): TemplateResult {
    return html`<tb-upgrade-panel
      .service=${this.service}
      .session=${session}
      .check=${this.checkHere}
      @tb-part-change=${() => void this.open()}
    ></tb-upgrade-panel>`;
  }

  private readonly checkHere = async (sources: MeasureSources): Promise<CheckResult> => {
    const { bases, compiler } = this;
    if (bases === undefined || compiler === undefined) return { problems: [], errors: 0 };
    return compiler.createChecker({ baseOf: (releaseId) => bases.sources(releaseId) }).check(sources);
  };

  private renderFlow(session: MeasureSession, manifest: MeasureManifest): TemplateResult {
    const path = manifest.parts.flow;
    return html`<tb-flow-designer
      .xml=${session.sources[path] ?? ''}
      .context=${this.flowContext(session, manifest)}
      .problems=${problemsIn(session, path)}
      .trial=${this.openTrial}
      .base=${this.publishedFlow}
      @tb-flow-change=${(event: FlowChangeEvent) => session.write(path, event.xml)}
      @tb-measure-change=${(event: Event & { readonly manifest: MeasureManifest }) => session.writeJson(MANIFEST, event.manifest)}
      @tb-scenario-save=${({ scenario }: ScenarioSaveEvent) => keepScenario(session, scenario)}
    ></tb-flow-designer>`;
  }

  private flowContext(session: MeasureSession, manifest: MeasureManifest): FlowContext {
    const { sources } = session;
    const decisions = this.decisions.of(manifest.parts.tables, sources);
    const texts = [MANIFEST, ...manifest.parts.forms, ...manifest.parts.documents].map((path) => sources[path]);
    return this.steadyContext.of([this.base, ...texts, ...decisions], () => ({
      manifest,
      forms: this.formsOf(session, manifest),
      decisions,
      templates: knownTemplates(session, manifest),
      ...this.lockedBy(),
    }));
  }

  private async loadBase(session: MeasureSession): Promise<void> {
    const { manifest } = session;
    this.base = manifest === undefined ? undefined : await this.bases?.of(manifest);
  }

  private lockedBy(): Pick<FlowContext, 'lockedBy'> {
    const { base } = this;
    if (base === undefined) return {};
    const { title, manifest, sources } = base;
    return { lockedBy: { title, manifest, xml: sources[manifest.parts.flow] ?? '' } };
  }

  private renderLocks(
    session: MeasureSession,
    manifest: MeasureManifest,
    subjects: readonly LockSubject[],
  ): TemplateResult | typeof nothing {
    const { base } = this;
    if (base === undefined && manifest.extends !== undefined) return nothing;
    return html`<tb-lock-panel
      .subjects=${subjects}
      .locks=${manifest.locks ?? []}
      .given=${base === undefined ? undefined : { title: base.title, locks: this.givenLocks }}
      @tb-part-change=${({ value }: PartChangeEvent<readonly Lock[]>) => {
        const { locks: _, ...rest } = manifest;
        session.writeJson(MANIFEST, value.length === 0 ? rest : { ...rest, locks: value });
      }}
    ></tb-lock-panel>`;
  }

  private get givenLocks(): readonly Lock[] {
    return this.base?.manifest.locks ?? [];
  }

  // the flow of the release that new cases start on, to compare the draft with
  private async loadPublished(session: MeasureSession): Promise<void> {
    const current = (await this.service?.releases(session.measureId))?.find((release) => release.current);
    const flow = session.manifest?.parts.flow ?? '';
    const sources = current === undefined ? undefined : await this.service?.sources(current.id);
    const xml = sources?.[flow];
    if (session !== this.session) return;
    this.publishedFiles = current === undefined || sources === undefined ? undefined : { sources, title: current.version };
    this.publishedFlow = current === undefined || xml === undefined ? undefined : { xml, title: current.version };
  }

  // the simulator is loaded when somebody tries the measure out
  private readonly openTrial: FlowTrial = async (xml) => {
    const { session } = this;
    const flow = session?.manifest?.parts.flow;
    if (session === undefined || flow === undefined) return { problems: [] };
    const { createSimulator } = await import('@tongban/verify');
    return createSimulator().open({ ...session.sources, [flow]: xml }, Date.now());
  };

  private renderForms(session: MeasureSession, manifest: MeasureManifest): TemplateResult {
    return html`<tb-forms-panel
      .paths=${manifest.parts.forms}
      .sources=${session.sources}
      .context=${this.formContext(session, manifest)}
      .papers=${this.papers}
      .earlier=${this.publishedFiles}
      .problems=${session.problems}
      .locks=${this.givenLocks}
      .renderLocks=${(form: FormDocument) => this.renderLocks(session, manifest, lockSubjects(form, this.locale))}
      @tb-part-change=${(event: PartChangeEvent<FormFile>) => keepForm(session, event.value)}
    ></tb-forms-panel>`;
  }

  // the same as long as no file changed: another one compiles the form anew
  private formContext(session: MeasureSession, manifest: MeasureManifest): FormDesignContext {
    const { sources } = session;
    if (this.around.sources !== sources) {
      this.around = { manifest, forms: this.formsOf(session, manifest), items: this.itemsOf(session, manifest), sources };
    }
    return this.around;
  }

  private renderRules(session: MeasureSession, manifest: MeasureManifest): TemplateResult {
    const parameters = Object.fromEntries(manifest.parameters.map(({ id, value }) => [id, value]));
    const lists = this.listsOf(session, manifest);
    return html`${this.renderLocks(
      session,
      manifest,
      manifest.parts.tables.map((path) => ({ part: 'table', id: decisionIdOf(path), name: decisionIdOf(path) })),
    )}<tb-rules-panel
      .locks=${this.givenLocks}
      .paths=${manifest.parts.tables}
      .sources=${session.sources}
      .context=${this.tableContext(session, manifest, lists.columns)}
      .given=${{ parameters, lists: lists.rows }}
      .problems=${session.problems}
      @tb-part-change=${({ value: { part, path, text } }: PartChangeEvent<TableFile>) => {
        session.write(path, text);
        const known = manifest.parts[part] ?? [];
        if (!known.includes(path)) session.writeJson(MANIFEST, { ...manifest, parts: { ...manifest.parts, [part]: [...known, path] } });
      }}
    ></tb-rules-panel>`;
  }

  // the same as long as nothing in it changed: another one begins a new history of the table
  private tableContext(session: MeasureSession, manifest: MeasureManifest, lists: readonly TableList[]): TableContext {
    const { lists: before, ...fields } = this.fields;
    const context = tableFields(manifest, this.formsOf(session, manifest), this.locale);
    if (lists !== before || JSON.stringify(context) !== JSON.stringify(fields)) this.fields = { ...context, lists };
    return this.fields;
  }

  private listsOf({ sources }: MeasureSession, { parts }: MeasureManifest): HeldLists {
    if (this.compiler === undefined) return NO_LISTS;
    return this.lists.at(Date.now(), parts.lists ?? [], sources, this.compiler);
  }

  private renderItems(session: MeasureSession, manifest: MeasureManifest): TemplateResult {
    const path = manifest.parts.items ?? 'items.csv';
    const { departments } = manifest;
    return html`<tb-items-panel
      .csv=${session.sources[path] ?? ''}
      .departments=${manifest.departments}
      .read=${(csv: string) => this.compiler?.readItemTable(csv, { file: path, departments }) ?? { items: [], problems: [] }}
      @tb-part-change=${(event: PartChangeEvent<string>) => {
        session.write(path, event.value);
        if (manifest.parts.items === undefined) session.writeJson(MANIFEST, { ...manifest, parts: { ...manifest.parts, items: path } });
      }}
    ></tb-items-panel>`;
  }

  private renderProblems(session: MeasureSession): TemplateResult {
    return html`<aside class="problems" aria-label=${this.t('problemsTitle')}>
      <div class="problems-head">
        <h2>${this.t('problemsTitle')}</h2>
        <button type="button" class="button quiet icon-only" aria-label=${this.t('close')} @click=${() => {
          this.showProblems = false;
        }}>${icon('close')}</button>
      </div>
      <tb-problem-list .problems=${session.problems} .fixOf=${(problem: Problem) => (this.restoring(session, problem) === undefined ? undefined : this.t('restoreBase'))} @tb-problem-fix=${(event: ProblemFixEvent) => this.restore(session, event.problem)} @tb-problem-select=${(event: ProblemSelectEvent) => void this.goTo(event.problem)}></tb-problem-list>
    </aside>`;
  }

  // what a copy changed of what its base locks is put back; elements of the flow are, where the flow is edited
  private restoring(session: MeasureSession, { code, details }: Problem): MeasureSources | undefined {
    const lock = details['lock'] as Lock | undefined;
    const { base } = this;
    if (lock === undefined || base === undefined || !code.startsWith('OVERLAY_LOCK')) return undefined;
    return code === 'OVERLAY_LOCK_DROPPED' ? restoreLock(lock, session.sources) : restorePart(lock, base.sources, session.sources);
  }

  private restore(session: MeasureSession, problem: Problem): void {
    this.replaceSources(session, this.restoring(session, problem) ?? {});
    this.announce(this.t('restored'));
  }

  private renderPublishDialog(session: MeasureSession, manifest: MeasureManifest): TemplateResult | typeof nothing {
    const { publishing } = this;
    if (publishing === undefined) return nothing;
    const errors = session.problems.filter((problem) => problem.severity === 'error').length;
    const change = (part: Partial<typeof publishing>) => {
      this.publishing = { ...publishing, ...part };
    };
    return html`<tb-dialog open size="medium" label=${this.t('publishTitle')} @tb-dialog-close=${() => {
      this.publishing = undefined;
    }}>
      ${errors === 0 ? html`<p>${this.t('publishBody')}</p>` : html`<div class="callout error" role="alert">${icon('error')}<div>${this.t('publishBlocked', { count: errors })}</div></div>`}
      <div class="field">
        <label class="label" for="version">${this.t('publishVersion')}</label>
        <input class="input" id="version" .value=${publishing.version} @input=${(event: Event) => change({ version: (event.target as HTMLInputElement).value })} />
      </div>
      <div class="field">
        <label class="label" for="note">${this.t('publishNote')}</label>
        <textarea class="textarea" id="note" rows="3" .value=${publishing.note} @input=${(event: Event) => change({ note: (event.target as HTMLTextAreaElement).value })}></textarea>
      </div>
      <div slot="footer" class="button-row end">
        <button type="button" class="button" @click=${() => {
          this.publishing = undefined;
        }}>${this.t('cancel')}</button>
        <button type="button" class="button primary" ?disabled=${errors > 0} @click=${() => void this.publish(session, manifest)}>${this.t('publish')}</button>
      </div>
    </tb-dialog>`;
  }

  private async toggleProblems(session: MeasureSession): Promise<void> {
    this.showProblems = !this.showProblems;
    if (!this.showProblems) return;
    await session.check();
    this.announce(session.problems.length === 0 ? this.t('checkClean') : `${this.t('problemsTitle')} ${session.problems.length}`);
  }

  private askPublish(manifest: MeasureManifest): void {
    this.published = '';
    this.publishing = { note: '', version: nextVersion(manifest.version) };
  }

  private async publish(session: MeasureSession, manifest: MeasureManifest): Promise<void> {
    const { publishing } = this;
    if (publishing === undefined) return;
    const version = publishing.version.trim() || manifest.version;
    try {
      // an edit made a moment ago is told when the page has time for it; it belongs to what is published
      await this.renderRoot.querySelector<FlowDesigner>('tb-flow-designer')?.saveXml();
      session.writeJson(MANIFEST, { ...manifest, version });
      const published = await session.publish(this.publishId, publishing.note.trim());
      this.publishId = newCommandId();
      this.publishing = undefined;
      if (published.release === undefined) this.showProblems = true;
      else this.published = published.release.version;
    } catch (error) {
      this.publishing = undefined;
      this.failure = error;
    }
  }

  private async goTo(problem: Problem): Promise<void> {
    const { session } = this;
    const file = problem.place.file ?? '';
    const manifest = session?.manifest;
    if (manifest === undefined) return;
    if (file === manifest.parts.flow) this.surface = 'flow';
    else if (manifest.parts.forms.includes(file)) this.surface = 'forms';
    else if (manifest.parts.tables.includes(file)) this.surface = 'rules';
    else if (file === manifest.parts.items) this.surface = 'items';
    else if (file === MANIFEST) this.surface = problem.place.property?.startsWith('parameters') === true ? 'parameters' : 'limits';
    await this.updateComplete;
    const { elementId } = problem.place;
    if (this.surface === 'forms') await this.renderRoot.querySelector<FormsPanel>('tb-forms-panel')?.select(file, elementId);
    if (this.surface === 'rules') await this.renderRoot.querySelector<RulesPanel>('tb-rules-panel')?.select(file, elementId);
    if (elementId === undefined) return;
    await this.renderRoot.querySelector<FlowDesigner>('tb-flow-designer')?.select(elementId, problem.place.property);
  }

  private async reopen(): Promise<void> {
    const files = this.session?.manifest?.parts.flow ?? '';
    const sure = await confirmDialog(this, {
      title: this.t('reopenTitle'),
      body: this.t('reopenBody', { files }),
      confirmLabel: this.t('reopen'),
      danger: true,
    });
    if (sure) await this.open();
  }

  private replaceSources(session: MeasureSession, sources: MeasureSources): void {
    for (const [path, text] of Object.entries(sources)) session.write(path, text);
  }

  private formsOf(session: MeasureSession, manifest: MeasureManifest): readonly FormDocument[] {
    return manifest.parts.forms.map((path) => session.json<FormDocument>(path)).filter((form) => form !== undefined);
  }

  private itemsOf(session: MeasureSession, manifest: MeasureManifest) {
    return this.compiler?.readItemTable(session.sources[manifest.parts.items ?? ''] ?? '').items ?? [];
  }

  private readonly onLeave = (event: BeforeUnloadEvent): void => {
    if (this.session !== undefined && this.session.keeping !== 'kept') event.preventDefault();
  };
}

/** A form and its fields, sections and columns. */
function lockSubjects(form: FormDocument, locale: Locale): readonly LockSubject[] {
  const fieldsIn = (fields: readonly FormField[]): readonly LockSubject[] =>
    fields.flatMap((field) => [
      { part: 'field' as const, form: form.id, id: field.id, name: textIn(field.label, locale) },
      ...(field.kind === 'section' ? fieldsIn(field.fields) : field.kind === 'rows' ? fieldsIn(field.columns) : []),
    ]);
  return [{ part: 'form', id: form.id, name: textIn(form.title, locale) }, ...fieldsIn(form.fields)];
}

function pausesIn({ limits, pauses }: MeasureManifest): Pauses {
  return pauses === undefined ? { limits } : { limits, pauses };
}

function problemsIn(session: MeasureSession, path: string): readonly Problem[] {
  return session.problems.filter((problem) => problem.place.file === path);
}

// what a template is called stands in its file; one that cannot be read gives its id
function knownTemplates(session: MeasureSession, { parts }: MeasureManifest): readonly KnownTemplate[] {
  return parts.documents.map((path) => {
    const id = (path.split('/').pop() ?? '').replace(/\.document\.json$/, '');
    const title = session.json<Partial<DocumentTemplate>>(path)?.title;
    return title === undefined ? { id } : { id, name: title };
  });
}

// 1.4 → 1.5; anything else gets ".1" behind it
function nextVersion(version: string): string {
  const match = /^(.*?)(\d+)$/.exec(version);
  return match === null ? `${version}.1` : `${match[1]}${Number(match[2]) + 1}`;
}

// a new form is listed in the manifest, one that is no more is not
function keepForm(session: MeasureSession, { path, form, files }: FormFile): void {
  const { manifest } = session;
  if (manifest === undefined) return;
  const { forms } = manifest.parts;
  const list = (next: readonly string[]): void => session.writeJson(MANIFEST, { ...manifest, parts: { ...manifest.parts, forms: next } });
  if (form === undefined) {
    list(forms.filter((each) => each !== path));
    session.remove(path);
    return;
  }
  session.writeJson(path, form);
  if (!forms.includes(path)) list([...forms, path]);
  for (const [file, text] of Object.entries(files)) session.write(file, text);
}

// a sample case is a file of its own, listed in the manifest
function keepScenario(session: MeasureSession, scenario: Scenario): void {
  const { manifest } = session;
  if (manifest === undefined) return;
  const path = `scenarios/${scenario.id}.scenario.json`;
  session.writeJson(path, scenario);
  const known = manifest.parts.scenarios ?? [];
  if (!known.includes(path)) session.writeJson(MANIFEST, { ...manifest, parts: { ...manifest.parts, scenarios: [...known, path] } });
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-measure-studio': MeasureStudio;
  }
}

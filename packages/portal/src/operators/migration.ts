/** `<tb-migration>`: takes running cases over to another release: the plan says what cannot move and why, elements that vanished are named anew. */
import {
  buttonStyles,
  confirmDialog,
  fieldStyles,
  formatInstant,
  icon,
  newCommandId,
  surfaceStyles,
  TongbanElement,
} from '@tongban/element-kit';
import type {
  HostService,
  MeasureService,
  MeasureSummary,
  Migration,
  MigrationMove,
  MigrationPreview,
  MigrationReport,
  ReleaseSummary,
} from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CaseOpenEvent } from '../events.ts';
import { Loader } from '../loader.ts';
import { renderFailure, renderLoading } from '../render-state.ts';
import { type LostElement, type MigrationView, planOf, portionsOf, together } from './migration-plan.ts';
import { operatorMessages } from './operator-messages.ts';
import { operatorStyles } from './operators.styles.ts';
import { migratedWords, planWords } from './outcome-words.ts';
import { Sending } from './sending.ts';
import { textOf } from './text-of.ts';

const NOTHING_DONE: MigrationReport = { migrated: [], refused: [], stopped: false };

/**
 * Migration of running cases, for administrators.
 *
 * @summary Running cases go over to another release, each whole or not at all.
 * @fires tb-case-open - a case was chosen
 */
export class MigrationElement extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, fieldStyles, surfaceStyles, operatorStyles];

  @property({ attribute: false }) service: HostService | undefined;
  /** Of the same person: knows the measures and their releases. */
  @property({ attribute: false }) measures: MeasureService | undefined;
  @state() private measureId = '';
  @state() private releases: readonly ReleaseSummary[] = [];
  @state() private from = '';
  @state() private to = '';
  @state() private mapping: Readonly<Record<string, string>> = {};
  @state() private plan: MigrationView | undefined;
  @state() private left: ReadonlySet<string> = new Set();
  @state() private progress: { readonly done: number; readonly total: number } | undefined;
  @state() private report: MigrationReport | undefined;

  private readonly t = operatorMessages.for(this);
  private readonly loader = new Loader<readonly MeasureSummary[]>(this);
  private readonly sending = new Sending(this);
  private stopped = false;

  /** Asks the service again. */
  async reload(): Promise<void> {
    const { measures } = this;
    if (measures === undefined) return;
    await this.loader.load(async () => (await measures.measures()).filter(({ current }) => current !== undefined));
    await this.chooseMeasure(this.loader.value?.find(({ running }) => running > 0)?.measureId ?? this.loader.value?.[0]?.measureId ?? '');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopped = true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('measures') && !changed.has('service')) return;
    this.loader.clear();
    this.forget();
    void this.reload();
  }

  override render(): TemplateResult {
    if (this.loader.error !== undefined) return renderFailure(this, this.loader.error, () => void this.reload());
    const measures = this.loader.value;
    if (measures === undefined) return renderLoading(this);
    if (measures.length === 0)
      return html`<tb-empty icon="flow" heading=${this.t('measuresNone')}>${this.t('measuresNoneHint')}</tb-empty>`;
    return html`<div class="column">
      ${this.renderChoice(measures)} ${this.sending.render()}
      ${this.progress === undefined ? nothing : this.renderProgress(this.progress)}
      ${this.report === undefined ? nothing : this.renderReport(this.report)}
      ${this.plan === undefined || this.progress !== undefined ? nothing : this.renderPlan(this.plan)}
    </div>`;
  }

  private renderChoice(measures: readonly MeasureSummary[]): TemplateResult {
    const { releases, to } = this;
    const older = releases.filter(({ id }) => id !== to);
    return html`<section class="card">
      <div class="column">
        <p class="muted">${this.t('migrationHint')}</p>
        <div class="pair">
          ${this.renderSelect(
            'measure',
            this.t('measure'),
            this.measureId,
            measures.map(({ measureId, title, running }) => [measureId, this.t('measureRunning', { title, count: running })]),
            (id) => void this.chooseMeasure(id),
          )}
          ${this.renderSelect('from', this.t('migrationFrom'), this.from, [['', this.t('migrationFromAll')], ...older.map((release) => [release.id, this.releaseText(release)] as const)], (id) => this.choose({ from: id }))}
          ${this.renderSelect(
            'to',
            this.t('migrationTo'),
            to,
            releases.map((release) => [release.id, this.releaseText(release)]),
            (id) => this.choose({ to: id }),
          )}
        </div>
        <div><button type="button" class="button primary" ?disabled=${to === '' || this.sending.busy} @click=${() => void this.preview()}>${this.t('migrationPreview')}</button></div>
      </div>
    </section>`;
  }

  private renderSelect(
    id: string,
    label: string,
    value: string,
    options: readonly (readonly [value: string, text: string])[],
    change: (value: string) => void,
  ): TemplateResult {
    return html`<div class="field">
      <label class="label" for=${id}>${label}</label>
      <select id=${id} class="select" ?disabled=${this.progress !== undefined} @change=${(event: Event) => change(textOf(event))}>
        ${options.map(([option, text]) => html`<option value=${option} ?selected=${option === value}>${text}</option>`)}
      </select>
    </div>`;
  }

  private releaseText({ version, publishedAt, current }: ReleaseSummary): string {
    const text = this.t('release', { version, time: formatInstant(publishedAt, undefined, this.locale) });
    return current ? `${text}${this.t('releaseCurrent')}` : text;
  }

  private renderPlan({ movable, blocked, lost }: MigrationView): TemplateResult {
    if (movable.length + blocked.length === 0)
      return html`<div class="callout info" role="status">${icon('info')}<div>${this.t('migrationNobody')}</div></div>`;
    const chosen = movable.filter(({ caseId }) => !this.left.has(caseId));
    return html`<section class="card" aria-labelledby="plan">
      <h2 class="card-title" id="plan">${planWords(this.t, movable.length, blocked.length)}</h2>
      <div class="column">
        ${lost.length === 0 ? nothing : this.renderLost(lost)}
        ${
          blocked.length === 0
            ? nothing
            : html`<section aria-labelledby="blocked">
                <h3 id="blocked">${this.t('migrationBlocked')}</h3>
                <ul class="lines">${blocked.map((one) => this.renderBlocked(one))}</ul>
              </section>`
        }
        ${
          movable.length === 0
            ? nothing
            : html`<section aria-labelledby="movable">
                <h3 id="movable">${this.t('migrationMovable')}</h3>
                <ul class="lines">${movable.map((one) => this.renderMovable(one))}</ul>
              </section>`
        }
        <div><button type="button" class="button primary" ?disabled=${chosen.length === 0 || this.sending.busy} @click=${() => void this.migrate(chosen)}>${chosen.length === 0 ? this.t('migrateNothing') : this.t('migrate', { count: chosen.length })}</button></div>
      </div>
    </section>`;
  }

  private renderLost(lost: readonly LostElement[]): TemplateResult {
    return html`<section aria-labelledby="lost">
      <h3 id="lost">${this.t('migrationLost')}</h3>
      <p class="muted">${this.t('migrationLostHint')}</p>
      <div class="pair narrow">
        ${lost.map(({ nodeId, name, choices }) => {
          const options = choices.map(
            (choice) => [choice.nodeId, choice.name === choice.nodeId ? choice.name : `${choice.name}（${choice.nodeId}）`] as const,
          );
          return this.renderSelect(
            `to-${nodeId}`,
            this.t('migrationLostOne', { name }),
            this.mapping[nodeId] ?? '',
            [['', this.t('migrationLostNone')], ...options],
            (to) => this.map(nodeId, to),
          );
        })}
      </div>
    </section>`;
  }

  private renderBlocked({ caseId, title, problems }: MigrationPreview): TemplateResult {
    return html`<li>
      <div class="what">
        <span class="name">${title}</span>
        ${problems.map(({ sentences }) => html`<span>${sentences[this.locale]}</span>`)}
      </div>
      <div class="button-row"><button type="button" class="button quiet" aria-label="${this.t('openCase')} ${title}" @click=${() => this.emit(new CaseOpenEvent(caseId))}>${this.t('openCase')}</button></div>
    </li>`;
  }

  private renderMovable({ caseId, title, moves }: MigrationPreview): TemplateResult {
    return html`<li>
      <label class="choice what-choice">
        <input type="checkbox" .checked=${!this.left.has(caseId)} @change=${() => this.toggle(caseId)} />
        <span class="name">${title}</span>
      </label>
      ${moves.length === 0 ? nothing : html`<span class="muted">${moves.map((move) => this.moveText(move)).join('、')}</span>`}
    </li>`;
  }

  // steps of one name are told apart by their ids
  private moveText({ from, to }: MigrationMove): string {
    const { names = {} } = this.plan ?? {};
    const [before, after] = [names[from] ?? from, names[to] ?? to];
    return before === after ? `${before}：${from} → ${to}` : `${before} → ${after}`;
  }

  private renderProgress({ done, total }: { readonly done: number; readonly total: number }): TemplateResult {
    return html`<section class="card" aria-labelledby="progress">
      <div class="column">
        <h2 class="card-title" id="progress">${this.t('migrating', { done, total })}</h2>
        <progress class="progress" max=${total} value=${done} aria-labelledby="progress"></progress>
        <p class="muted">${this.t('migratingHint')}</p>
        <div><button type="button" class="button" ?disabled=${this.stopped} @click=${() => {
          this.stopped = true;
          this.requestUpdate();
        }}>${this.t('migrationStop')}</button></div>
      </div>
    </section>`;
  }

  private renderReport({ migrated, refused, stopped }: MigrationReport): TemplateResult {
    return html`<div class="callout ${refused.length === 0 && !stopped ? 'success' : 'warning'}" role="status">
      ${icon(refused.length === 0 && !stopped ? 'check' : 'warning')}
      <div>
        <p>${migratedWords(this.t, { migrated, refused })}${stopped ? this.t('migrationStopped') : ''}</p>
        ${refused.map(({ caseId, problems }) => html`<p>${this.plan?.movable.find((one) => one.caseId === caseId)?.title ?? caseId}：${problems.map(({ sentences }) => sentences[this.locale]).join(' ')}</p>`)}
      </div>
    </div>`;
  }

  private async chooseMeasure(measureId: string): Promise<void> {
    const { measures } = this;
    this.forget();
    this.measureId = measureId;
    this.releases = [];
    if (measures === undefined || measureId === '') return;
    this.releases = (await this.sending.ask(() => measures.releases(measureId))) ?? [];
    this.to = this.releases.find(({ current }) => current)?.id ?? '';
    this.from = '';
  }

  private choose(change: { readonly from?: string; readonly to?: string }): void {
    this.forget();
    Object.assign(this, change);
    if (this.from === this.to) this.from = '';
  }

  private map(nodeId: string, to: string): void {
    const { [nodeId]: _, ...others } = this.mapping;
    this.mapping = to === '' ? others : { ...others, [nodeId]: to };
    void this.preview();
  }

  private toggle(caseId: string): void {
    const left = new Set(this.left);
    if (!left.delete(caseId)) left.add(caseId);
    this.left = left;
  }

  private forget(): void {
    this.plan = undefined;
    this.report = undefined;
    this.progress = undefined;
    this.mapping = {};
    this.left = new Set();
    this.sending.clear();
  }

  private migration(): Migration {
    const { to, from, mapping } = this;
    return { to, ...(from === '' ? {} : { from }), ...(Object.keys(mapping).length === 0 ? {} : { mapping }) };
  }

  private async preview(): Promise<void> {
    const { service } = this;
    if (service === undefined) return;
    this.report = undefined;
    const plan = await this.sending.ask(() => planOf(service, this.migration()));
    if (plan !== undefined) this.plan = plan;
  }

  private async migrate(chosen: readonly MigrationPreview[]): Promise<void> {
    const { service } = this;
    const to = this.releases.find(({ id }) => id === this.to);
    const question = {
      title: this.t('migrateAsk', { count: chosen.length, version: to?.version ?? '' }),
      body: this.t('migrateBody'),
      confirmLabel: this.t('migrate', { count: chosen.length }),
    };
    if (service === undefined || !(await confirmDialog(this, question))) return;
    const migration = this.migration();
    const run = newCommandId();
    let report = NOTHING_DONE;
    this.stopped = false;
    this.progress = { done: 0, total: chosen.length };
    for (const [at, caseIds] of portionsOf(chosen.map(({ caseId }) => caseId)).entries()) {
      if (this.stopped) report = { ...report, stopped: true };
      const part = this.stopped
        ? undefined
        : await this.sending.ask(() => service.migrate({ ...migration, caseIds, commandId: `${run} ${at}` }));
      if (part === undefined) break;
      report = together(report, part);
      this.progress = { done: this.progress.done + caseIds.length, total: chosen.length };
    }
    this.progress = undefined;
    const { failure } = this.sending;
    await this.preview();
    if (failure !== '') this.sending.failure = failure;
    this.report = report;
    this.announce(migratedWords(this.t, report));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-migration': MigrationElement;
  }
}

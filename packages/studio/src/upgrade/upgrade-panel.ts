/**
 * `<tb-upgrade-panel>`: takes a copy over to a new release of the level above. What either side changed is listed in words and shown in
 * the pictures of the designers; what both changed is chosen one by one; the result is checked before it is kept, and one step leads back.
 */
import {
  buttonStyles,
  confirmDialog,
  fieldStyles,
  formatInstant,
  icon,
  sentenceOf,
  surfaceStyles,
  TongbanElement,
} from '@tongban/element-kit';
import type { CheckResult, FormDocument, MeasureService, MeasureSources, Problem } from '@tongban/model';
import { type MeasureChange, type Upgrade, type UpgradeChoice, type UpgradeChoices, type UpgradeConflict, upgrade } from '@tongban/overlay';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { MeasureSession } from '../measure-session.ts';
import { PartChangeEvent } from '../part-change-event.ts';
import { upgradeMessages } from './upgrade-messages.ts';
import { upgradePanelStyles } from './upgrade-panel.styles.ts';
import { findUpgrade, namesIn, type UpgradePlan, type UpperState } from './upgrade-plan.ts';
import { UpgradeWords } from './upgrade-words.ts';

const MOST_LISTED = 60;

/**
 * Upgrades; fires `tb-part-change` when the draft is another one than before.
 *
 * @fires tb-part-change - the draft was upgraded, or went back
 */
export class UpgradePanel extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, fieldStyles, surfaceStyles, upgradePanelStyles];

  @property({ attribute: false }) service: MeasureService | undefined;
  @property({ attribute: false }) session: MeasureSession | undefined;
  /** Checks files as they would be published. */
  @property({ attribute: false }) check: ((sources: MeasureSources) => Promise<CheckResult>) | undefined;
  @state() private upper: UpperState | undefined;
  @state() private choices: UpgradeChoices = {};
  @state() private found: readonly Problem[] | undefined;
  @state() private busy = false;
  @state() private failure: unknown;
  /** The file that is shown as a picture. */
  @state() private picture = '';
  private merged: { readonly ours: MeasureSources; readonly choices: UpgradeChoices; readonly result: Upgrade | undefined } | undefined;

  private readonly t = upgradeMessages.for(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service') || changed.has('session')) void this.load();
  }

  /** Asks again what the level above has. */
  async load(): Promise<void> {
    const releaseId = this.session?.manifest?.extends;
    if (this.service === undefined || releaseId === undefined) return;
    this.failure = undefined;
    this.choose({});
    try {
      this.upper = await findUpgrade(this.service, releaseId);
    } catch (error) {
      this.failure = error;
    }
  }

  override render(): TemplateResult {
    const { t } = this;
    if (this.failure !== undefined) {
      return html`<div class="callout error" role="alert">${icon('error')}<div><p>${sentenceOf(this.failure, this)}</p><button type="button" class="button" @click=${() => void this.load()}>${t('retry')}</button></div></div>`;
    }
    const { upper } = this;
    if (upper === undefined) return html`<p class="muted" role="status">${t('loading')}</p>`;
    return html`<div class="column">${this.renderUpgraded()} ${upper.kind === 'plan' ? this.renderPlan(upper.plan) : this.renderNone(upper)}</div>`;
  }

  private renderUpgraded(): TemplateResult | typeof nothing {
    const upgraded = this.session?.upgraded;
    if (upgraded === undefined) return nothing;
    const version = this.upper?.kind === 'unknown' ? '' : (this.measure?.releases.find(({ id }) => id === upgraded.to)?.version ?? '');
    const time = formatInstant(upgraded.at, undefined, this.locale);
    return html`<div class="callout">${icon('check')}<div>
      <p>${this.t('upgraded', { name: upgraded.byName, time, version })}</p>
      <button type="button" class="button" data-action="undo" ?disabled=${this.busy} @click=${() => void this.undo()}>${icon('undo')}${this.t('undo')}</button>
    </div></div>`;
  }

  private get measure() {
    return this.upper?.kind === 'plan' ? this.upper.plan.measure : this.upper?.measure;
  }

  private renderNone({ kind, measure }: Exclude<UpperState, { readonly kind: 'plan' }>): TemplateResult {
    const { t } = this;
    if (kind === 'unknown') return html`<tb-empty icon="flag" heading=${t('unknownBase')}>${t('unknownBaseBody')}</tb-empty>`;
    return html`<tb-empty icon="check" heading=${t('upToDate')}>${t('upToDateBody', { base: `《${measure?.title ?? ''}》` })}</tb-empty>`;
  }

  private renderPlan(plan: UpgradePlan): TemplateResult {
    const { t, session } = this;
    const result = this.result(plan);
    const manifest = session?.manifest;
    if (result === undefined || session === undefined || manifest === undefined) {
      return html`<div class="callout error" role="alert">${icon('error')}<div>${t('unreadable')}</div></div>`;
    }
    const words = new UpgradeWords(t, this.locale, namesIn(manifest, [plan.base, plan.theirs, session.sources], this.locale));
    const { measure, from, to } = plan;
    const time = formatInstant(to.publishedAt, undefined, this.locale);
    return html`<div class="head">
        <h2>${t('title', { from: from.version, to: to.version })}</h2>
        <p class="muted">${t('about', { base: `《${measure.title}》${to.version}`, level: measure.level, time })}${to.note === undefined ? '' : t('note', { note: to.note })}</p>
        <p class="state" role="status">${t('summary', { theirs: result.theirs.length, ours: result.ours.length })}
          <strong class="badge ${result.open > 0 ? 'yellow' : 'green'}">${result.open > 0 ? t('open', { count: result.open }) : t(result.conflicts.length > 0 ? 'allChosen' : 'nothingToChoose')}</strong>
        </p>
      </div>
      ${this.renderConflicts(result, words)} ${this.renderWithoutAsking(result, words)}
      ${this.renderChanges('theirChanges', result.theirs, words)} ${this.renderChanges('ourChanges', result.ours, words)}
      ${this.renderPictures(result, words)} ${this.renderKeep(plan, result)}`;
  }

  private renderConflicts({ conflicts, open }: Upgrade, words: UpgradeWords): TemplateResult | typeof nothing {
    if (conflicts.length === 0) return nothing;
    const { t } = this;
    const rest = (choice: UpgradeChoice): void => {
      const others = conflicts.filter(({ chosen }) => chosen === undefined).map(({ id }) => [id, choice] as const);
      this.choose({ ...this.choices, ...Object.fromEntries(others) });
    };
    return html`<section>
      <h3>${t('conflicts', { count: conflicts.length })}</h3>
      ${conflicts.map((conflict) => this.renderConflict(conflict, words))}
      ${
        open < 2
          ? nothing
          : html`<div class="button-row">
            <button type="button" class="button" data-rest="theirs" @click=${() => rest('theirs')}>${t('restTheirs')}</button>
            <button type="button" class="button" data-rest="ours" @click=${() => rest('ours')}>${t('restOurs')}</button>
          </div>`
      }
    </section>`;
  }

  private renderConflict(conflict: UpgradeConflict, words: UpgradeWords): TemplateResult {
    const { t } = this;
    const { id, partId, what, property: name = '', chosen } = conflict;
    const told = what === 'changed' && name !== '';
    return html`<fieldset class=${chosen === undefined ? '' : 'chosen'} data-conflict=${id}>
      <legend>${words.subject(conflict)}</legend>
      ${what === 'changed' ? nothing : html`<p class="muted">${t(what)}</p>`}
      ${told ? html`<p class="muted">${t('before')}：${words.value(name, conflict.before, partId)}</p>` : nothing}
      ${conflict.choices.map(
        (choice) => html`<label class="answer">
          <input type="radio" name=${id} value=${choice} .checked=${chosen === choice} @change=${() => this.choose({ ...this.choices, [id]: choice })} />
          <span>${this.choiceWords(conflict, choice)}</span>
          ${told && choice !== 'both' ? html`<span class="value">${words.value(name, conflict[choice], partId)}</span>` : nothing}
        </label>`,
      )}
    </fieldset>`;
  }

  private choiceWords({ what, property: name }: UpgradeConflict, choice: UpgradeChoice): string {
    const { t } = this;
    if (choice === 'both') return t(name === 'targetRef' ? 'bothSteps' : 'bothTexts');
    if (what === 'removedThere') return t(choice === 'theirs' ? 'removeTheirs' : 'keepOurs');
    if (what === 'removedHere') return t(choice === 'theirs' ? 'keepTheirs' : 'removeOurs');
    return t(choice);
  }

  /** What was decided without asking. */
  private renderWithoutAsking({ locked, fallen }: Upgrade, words: UpgradeWords): TemplateResult | typeof nothing {
    const { t } = this;
    if (locked.length + fallen.length === 0) return nothing;
    return html`<div class="callout warning">${icon('warning')}<div>
      ${locked.length === 0 ? nothing : html`<p>${t('locked')}</p><ul>${locked.map(({ name, lock }) => html`<li>${lock.reason === undefined ? name : t('lockedOne', { name, reason: lock.reason })}</li>`)}</ul>`}
      ${fallen.length === 0 ? nothing : html`<p>${t('fallen')}</p><ul>${fallen.map((part) => html`<li>${words.what(part)}</li>`)}</ul>`}
    </div></div>`;
  }

  private renderChanges(title: 'theirChanges' | 'ourChanges', changes: readonly MeasureChange[], words: UpgradeWords): TemplateResult {
    const { t } = this;
    const told = changes.filter(({ kind }) => kind !== 'moved');
    const rest = changes.length - Math.min(told.length, MOST_LISTED);
    return html`<details ?open=${title === 'theirChanges'} data-changes=${title}>
      <summary>${t(title, { count: changes.length })}</summary>
      ${changes.length === 0 ? html`<p>${t('none')}</p>` : nothing}
      <ul>${told.slice(0, MOST_LISTED).map((change) => html`<li>${words.sentence(change)}</li>`)}</ul>
      ${rest > 0 ? html`<p class="muted">${t('more', { count: rest })}</p>` : nothing}
    </details>`;
  }

  private renderPictures({ sources, theirs }: Upgrade, words: UpgradeWords): TemplateResult {
    const { t, session } = this;
    const changed = new Set(theirs.map(({ file }) => file));
    const files = [...changed].filter((file) => /\.bpmn$|\.form\.json$/.test(file) && sources[file] !== undefined);
    const shown = files.includes(this.picture) ? this.picture : '';
    if (files.length === 0) return html``;
    const name = (file: string): string =>
      file.endsWith('.bpmn') ? t('pictureFlow') : words.what({ file, kind: 'file', name: '', partId: '' });
    return html`<section class="pictures">
      <h3>${t('pictures')}</h3>
      <p class="hint">${t('picturesHint')}</p>
      <div class="segments" role="group" aria-label=${t('pictures')}>
        ${['', ...files].map(
          (file) =>
            html`<button type="button" class="button" data-picture=${file} aria-pressed=${file === shown} @click=${() => void this.showPicture(file)}>${file === '' ? t('pictureNone') : name(file)}</button>`,
        )}
      </div>
      ${shown === '' ? nothing : html`<div class="picture">${this.renderPicture(shown, sources[shown] ?? '', session?.sources[shown])}</div>`}
    </section>`;
  }

  private renderPicture(file: string, after: string, before: string | undefined): TemplateResult {
    const title = this.t('beforeUpgrade');
    if (file.endsWith('.bpmn')) {
      return html`<tb-flow-designer readonly .xml=${after} .base=${before === undefined ? undefined : { xml: before, title }}></tb-flow-designer>`;
    }
    const [form, base] = [after, before].map((text) => (text === undefined ? undefined : (JSON.parse(text) as FormDocument)));
    return html`<tb-form-designer readonly .form=${form} .base=${base === undefined ? undefined : { form: base, title }}></tb-form-designer>`;
  }

  // the designers open on the flow or form itself; here the comparison is what somebody wants to see
  private async showPicture(file: string): Promise<void> {
    this.picture = file;
    await this.updateComplete;
    const flow = this.renderRoot.querySelector('tb-flow-designer');
    const form = this.renderRoot.querySelector('tb-form-designer');
    await flow?.saveXml();
    await (flow ?? form)?.updateComplete;
    (flow ?? form)?.renderRoot.querySelector<HTMLElement>('[data-action="compare"], [data-view="compare"]')?.click();
  }

  private renderKeep(plan: UpgradePlan, result: Upgrade): TemplateResult {
    const { t, found = [] } = this;
    const errors = found.filter(({ severity }) => severity === 'error');
    return html`<section class="keep">
      ${
        errors.length === 0
          ? nothing
          : html`<div class="callout error" role="alert">${icon('error')}<div>
            <p>${t('found', { count: errors.length })}</p>
            <tb-problem-list .problems=${errors}></tb-problem-list>
            <button type="button" class="button" data-action="keep-anyway" ?disabled=${this.busy} @click=${() => void this.keep(plan, result, true)}>${t('keepAnyway')}</button>
          </div></div>`
      }
      <p class="hint">${t('keepHint')}</p>
      ${result.open > 0 ? html`<p class="muted" id="first">${t('chooseFirst', { count: result.open })}</p>` : nothing}
      <button type="button" class="button primary" data-action="keep" aria-describedby=${result.open > 0 ? 'first' : nothing} ?disabled=${this.busy || result.open > 0} @click=${() => void this.keep(plan, result, false)}>${t(this.busy ? 'checking' : 'keep')}</button>
    </section>`;
  }

  private result({ base, theirs, to }: UpgradePlan): Upgrade | undefined {
    const ours = this.session?.sources ?? {};
    const { choices } = this;
    if (this.merged?.ours !== ours || this.merged.choices !== choices) {
      this.merged = { ours, choices, result: upgrade({ base, theirs, ours, releaseId: to.id, choices }) };
    }
    return this.merged.result;
  }

  private choose(choices: UpgradeChoices): void {
    this.choices = choices;
    this.found = undefined;
  }

  private async keep(plan: UpgradePlan, { sources }: Upgrade, anyway: boolean): Promise<void> {
    await this.attempt(async () => {
      if (!anyway) {
        const checked = await this.check?.(sources);
        this.found = checked?.problems ?? [];
        if ((checked?.errors ?? 0) > 0) return;
      }
      await this.session?.upgrade(plan.to.id, sources);
      this.announce(this.t('kept', { version: plan.to.version }));
      this.emit(new PartChangeEvent(undefined));
    });
  }

  private async undo(): Promise<void> {
    const { t } = this;
    const sure = await confirmDialog(this, { title: t('undoTitle'), body: t('undoBody'), confirmLabel: t('undo'), danger: true });
    if (!sure) return;
    await this.attempt(async () => {
      await this.session?.undoUpgrade();
      this.announce(t('undone'));
      this.emit(new PartChangeEvent(undefined));
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-upgrade-panel': UpgradePanel;
  }
}

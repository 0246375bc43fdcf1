/** `<tb-paper-case>`: enters a case that has been running on paper, at any step with its past days; its limits are shown before it is entered. */
import {
  buttonStyles,
  type ComboboxChangeEvent,
  type ComboboxSource,
  fieldStyles,
  icon,
  surfaceStyles,
  TongbanElement,
} from '@tongban/element-kit';
import type { FilingForm } from '@tongban/filing-form';
import type {
  CaseService,
  EntryPreview,
  EntrySheet,
  FlowElement,
  FormValues,
  FormView,
  HostService,
  MeasureService,
  NamedId,
  Project,
} from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { today } from '../china-day.ts';
import { CaseStartedEvent } from '../events.ts';
import { filePort } from '../file-port.ts';
import { formCalendar } from '../form-calendar.ts';
import { Loader } from '../loader.ts';
import { renderClockLine } from '../render-clock.ts';
import { renderFailure, renderLoading } from '../render-state.ts';
import { nameIn } from './clock-changes.ts';
import { renderDayField } from './day-field.ts';
import { operatorMessages } from './operator-messages.ts';
import { operatorStyles } from './operators.styles.ts';
import { paperOrder, type TypedPaper, type TypedPlace, wrongDay } from './paper-order.ts';
import { type DayFieldOf, paperRowsStyles, renderDone, renderPlaces } from './paper-rows.ts';
import { Sending } from './sending.ts';
import { textOf } from './text-of.ts';

interface Choice extends NamedId {
  readonly asksProject: boolean;
}

/** Where a case on paper can be said to stand. */
const STANDS: ReadonlySet<string> = new Set([
  'userTask',
  'receiveTask',
  'intermediateCatchEvent',
  'subProcess',
  'callActivity',
  'serviceTask',
]);
const WRONG_WORDS = { notADay: 'dayWrong', future: 'dayFuture', beforeStart: 'dayBeforeStart' } as const;

/**
 * Entering cases from paper (补录), for offices that may start the measure and for operators.
 *
 * @summary A running paper case at any step, with its past days; its limits are shown first.
 * @fires tb-case-started - it was entered
 */
export class PaperCase extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    operatorStyles,
    paperRowsStyles,
  ];

  @property({ attribute: false }) service: HostService | undefined;
  /** Of the same person: measures to start, projects, people, files. */
  @property({ attribute: false }) cases: CaseService | undefined;
  /** Administrators may enter cases of measures that they may not start. */
  @property({ attribute: false }) measures: MeasureService | undefined;
  @state() private typed: TypedPaper = nothingTyped('');
  @state() private projectName = '';
  @state() private me: NamedId | undefined;
  @state() private sheet: EntrySheet | undefined;
  @state() private checked = false;
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private shown: EntryPreview | undefined;

  private readonly t = operatorMessages.for(this);
  private readonly loader = new Loader<readonly Choice[]>(this);
  private readonly sending = new Sending(this);
  private projects: readonly Project[] = [];

  /** Asks the service again. */
  async reload(): Promise<void> {
    const { cases, measures } = this;
    if (cases === undefined) return;
    await this.loader.load(() => choicesOf(cases, measures));
    const { id, name } = await cases.whoAmI();
    this.me = { id, name };
    await this.chooseMeasure(this.loader.value?.[0]?.id ?? '');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('service') && !changed.has('cases') && !changed.has('measures')) return;
    this.loader.clear();
    this.sheet = undefined;
    void this.reload();
  }

  override render(): TemplateResult {
    if (this.loader.error !== undefined) return renderFailure(this, this.loader.error, () => void this.reload());
    const choices = this.loader.value;
    if (choices === undefined) return renderLoading(this);
    if (choices.length === 0) return html`<tb-empty icon="form" heading=${this.t('paperNone')}>${this.t('paperNoneHint')}</tb-empty>`;
    return html`<form class="column" novalidate @submit=${this.onSubmit}>
      <p class="muted">${this.t('paperHint')}</p>
      ${this.renderHead(choices)}
      ${this.sheet === undefined ? this.sending.render() : this.renderSheet(this.sheet)}
    </form>`;
  }

  private renderHead(choices: readonly Choice[]): TemplateResult {
    const { typed } = this;
    const asks = choices.find(({ id }) => id === typed.measureId)?.asksProject === true;
    return html`<section class="card" aria-labelledby="head">
      <h2 class="card-title" id="head">${this.t('paperHead')}</h2>
      <div class="column narrow">
        <div class="field">
          <label class="label" for="measure">${this.t('measure')}</label>
          <select id="measure" class="select" @change=${(event: Event) => void this.chooseMeasure(textOf(event))}>
            ${choices.map(({ id, name }) => html`<option value=${id} ?selected=${id === typed.measureId}>${name}</option>`)}
          </select>
        </div>
        <tb-combobox
          label=${this.t('project')}
          hint=${this.t('projectHint')}
          ?required=${asks}
          error=${this.checked && asks && typed.projectCode === '' ? this.t('projectMissing') : ''}
          .source=${this.projectSource}
          .value=${typed.projectCode}
          value-label=${this.projectName}
          @tb-combobox-change=${(event: ComboboxChangeEvent) => void this.chooseProject(event)}
        ></tb-combobox>
        ${this.renderStarter()}
        ${this.renderDay('startedAt', this.t('paperStarted'), typed.startedAt, false, (startedAt) => this.type({ startedAt }))}
      </div>
    </section>`;
  }

  private renderStarter(): TemplateResult | typeof nothing {
    const { me, typed } = this;
    const applicant = applicantOf(this.projects.find(({ code }) => code === typed.projectCode));
    if (me === undefined) return nothing;
    if (applicant === undefined) return html`<p class="muted">${this.t('paperStarterMe', { name: me.name })}</p>`;
    return html`<fieldset class="choices column">
      <legend class="label">${this.t('paperStarter')}</legend>
      ${[applicant, me].map(
        (one) =>
          html`<label class="choice"><input type="radio" name="starter" .checked=${typed.starter?.id === one.id} @change=${() => this.type({ starter: one })} />${this.t(one === me ? 'paperStarterOfMe' : 'paperStarterOfApplicant', { name: one.name })}</label>`,
      )}
    </fieldset>`;
  }

  private renderSheet(sheet: EntrySheet): TemplateResult {
    const stands = sheet.elements.filter(({ entry, kind }) => entry && STANDS.has(kind));
    const steps = sheet.elements.filter(({ kind }) => STANDS.has(kind));
    const { places, done, comment } = this.typed;
    return html`<section class="card" aria-labelledby="places">
        <h2 class="card-title" id="places">${this.t('paperPlaces')}</h2>
        ${renderPlaces(this, { places, elements: stands, people: this.peopleSource, day: this.dayField, change: (next) => this.type({ places: next }) })}
        <p><button type="button" class="button quiet" @click=${() => this.type({ places: [...places, this.newPlace(stands)] })}>${icon('plus')}${this.t('paperPlaceAdd')}</button></p>
      </section>
      <section class="card" aria-labelledby="done">
        <h2 class="card-title" id="done">${this.t('paperDone')}</h2>
        <p class="muted">${this.t('paperDoneHint')}</p>
        ${renderDone(this, { done, elements: steps, day: this.dayField, change: (next) => this.type({ done: next }) })}
        <p><button type="button" class="button quiet" @click=${() => this.type({ done: [...done, { nodeId: steps[0]?.nodeId ?? '', day: this.typed.startedAt, byName: '', comment: '' }] })}>${icon('plus')}${this.t('paperDoneAdd')}</button></p>
      </section>
      <section class="card" aria-labelledby="sheets">
        <h2 class="card-title" id="sheets">${this.t('paperForms')}</h2>
        <p class="muted">${this.t('paperFormsHint')}</p>
        ${sheet.forms.map((form) => this.renderForm(form, sheet))}
      </section>
      <section class="card" aria-labelledby="check">
        <h2 class="card-title" id="check">${this.t('paperCheck')}</h2>
        <div class="column narrow">
          <div class="field">
            <label class="label" for="comment">${this.t('paperComment')}</label>
            <textarea id="comment" class="textarea" rows="2" maxlength="2000" .value=${comment} @input=${(event: Event) => this.type({ comment: textOf(event) })}></textarea>
          </div>
          ${this.sending.render()}
          <div aria-live="polite">${this.shown === undefined ? nothing : this.renderPreview(this.shown)}</div>
          <div class="button-row">
            ${this.shown?.problems.length === 0 ? nothing : html`<button type="submit" class="button primary" ?disabled=${this.sending.busy}>${this.t('paperPreview')}</button>`}
            ${this.shown?.problems.length === 0 ? html`<button type="button" class="button primary" ?disabled=${this.sending.busy} @click=${() => void this.enter()}>${this.t('paperEnter')}</button>` : nothing}
          </div>
        </div>
      </section>`;
  }

  private renderDay(id: string, label: string, value: string, afterStart: boolean, change: (day: string) => void): TemplateResult {
    const found = this.checked ? wrongDay(value, Date.now(), afterStart ? this.typed.startedAt : undefined) : undefined;
    const wrong = found === undefined ? undefined : this.t(WRONG_WORDS[found]);
    return renderDayField({ id, label, hint: this.t('dayHint'), value, wrong, required: true, change });
  }

  private renderForm(view: FormView, { context, items, departments, calendar }: EntrySheet): TemplateResult {
    const { key, title } = view.form.document;
    return html`<details @toggle=${() => this.open(key)}>
      <summary>${nameIn(this, title)}</summary>
      ${
        this.opened.has(key)
          ? html`<tb-form
              data-form=${key}
              .form=${view.form}
              .values=${view.values}
              .access=${view.access}
              .context=${context}
              .items=${items}
              .departments=${departments}
              .files=${this.files}
              .calendar=${formCalendar(calendar)}
              offset-minutes=${calendar.offsetMinutes}
              @tb-form-change=${this.outOfDate}
            ></tb-form>`
          : nothing
      }
    </details>`;
  }

  private renderPreview({ problems, clocks, opens }: EntryPreview): TemplateResult {
    if (problems.length > 0) return html`<tb-problem-list .problems=${problems}></tb-problem-list>`;
    return html`<div class="column">
      <h3>${this.t('paperClocks')}</h3>
      ${clocks.length === 0 ? html`<p class="muted">${this.t('clocksNone')}</p>` : html`<ul class="lines">${clocks.map((clock) => renderClockLine(this, clock))}</ul>`}
      ${opens.length === 0 ? nothing : html`<p>${this.t('paperOpens', { names: opens.map(({ name }) => name).join('、') })}</p>`}
    </div>`;
  }

  // days of places and steps lie on or after the first day
  private readonly dayField: DayFieldOf = (id, label, value, change) => this.renderDay(id, label, value, true, change);

  private open(key: string): void {
    if (!this.opened.has(key)) this.opened = new Set([...this.opened, key]);
  }

  private type(part: Partial<TypedPaper>): void {
    this.typed = { ...this.typed, ...part };
    this.outOfDate();
  }

  // what was shown holds no more
  private readonly outOfDate = (): void => {
    this.shown = undefined;
    this.sending.clear();
  };

  private newPlace(elements: readonly FlowElement[]): TypedPlace {
    return { nodeId: elements[0]?.nodeId ?? '', since: this.typed.startedAt };
  }

  private async chooseMeasure(measureId: string): Promise<void> {
    this.typed = { ...nothingTyped(measureId), starter: this.me };
    this.projectName = '';
    this.checked = false;
    this.opened = new Set();
    await this.loadSheet();
  }

  private async chooseProject({ value, option }: ComboboxChangeEvent): Promise<void> {
    this.projectName = option?.label ?? '';
    this.type({ projectCode: value, starter: applicantOf(this.projects.find(({ code }) => code === value)) ?? this.me });
    await this.loadSheet();
  }

  private async loadSheet(): Promise<void> {
    const { service } = this;
    const { measureId, projectCode, places } = this.typed;
    if (service === undefined || measureId === '') return;
    const sheet = await this.sending.ask(() => service.entrySheet({ measureId, ...(projectCode === '' ? {} : { projectCode }) }));
    if (sheet === undefined || measureId !== this.typed.measureId) return;
    this.sheet = sheet;
    const stands = sheet.elements.filter(({ entry, kind }) => entry && STANDS.has(kind));
    if (places.length === 0) this.type({ places: [this.newPlace(stands)] });
  }

  private readonly projectSource: ComboboxSource = async (text) => {
    this.projects = (await this.cases?.projects(text)) ?? [];
    return this.projects.map(({ code, name, enterprise }) => ({ value: code, label: name, hint: `${code}　${enterprise.name}` }));
  };

  private readonly peopleSource: ComboboxSource = async (text) => {
    const people = (await this.cases?.people({ text })) ?? [];
    return people.map(({ id, name, department }) => ({
      value: id,
      label: name,
      ...(department === undefined ? {} : { hint: department }),
    }));
  };

  private isWrong(): boolean {
    const { startedAt, places, done, projectCode, measureId } = this.typed;
    const now = Date.now();
    const asks = this.loader.value?.find(({ id }) => id === measureId)?.asksProject === true;
    const days = [...places.map(({ since }) => since), ...done.map(({ day }) => day)];
    return (
      (asks && projectCode === '') ||
      wrongDay(startedAt, now) !== undefined ||
      days.some((day) => wrongDay(day, now, startedAt) !== undefined)
    );
  }

  /** What stands in the forms: what was typed, and what the register knows where nobody looked. */
  private data(): Readonly<Record<string, FormValues>> {
    const typed = [...this.renderRoot.querySelectorAll<FilingForm>('tb-form')].map(
      (form) => [form.dataset['form'] ?? '', form.handle.values()] as const,
    );
    const known = (this.sheet?.forms ?? []).map(({ form, values }) => [form.document.key, values] as const);
    const filled = [...known, ...typed].map(
      ([key, values]) => [key, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))] as const,
    );
    return Object.fromEntries(Object.entries(Object.fromEntries(filled)).filter(([, values]) => Object.keys(values).length > 0));
  }

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { service } = this;
    this.checked = true;
    if (this.isWrong()) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('tb-combobox[error]:not([error=""]), [aria-invalid="true"]')?.focus();
      return;
    }
    if (service === undefined) return;
    const preview = await this.sending.ask(() => service.previewEnter(paperOrder(this.typed, this.data(), Date.now())));
    if (preview !== undefined) this.shown = preview;
  };

  private async enter(): Promise<void> {
    const { service } = this;
    if (service === undefined) return;
    const order = paperOrder(this.typed, this.data(), Date.now());
    const done = await this.sending.command((commandId) => service.enter({ commandId, ...order }));
    if (done === undefined) return;
    this.announce(this.t('paperEntered'));
    this.emit(new CaseStartedEvent(done.caseId, undefined));
  }

  private readonly files = filePort(() => this.cases);
}

// helpers

function nothingTyped(measureId: string): TypedPaper {
  return { ...{ measureId, projectCode: '', starter: undefined, startedAt: today(), comment: '' }, ...{ places: [], done: [] } };
}

// Whoever the register knows as the owner of the project.
function applicantOf(project: Project | undefined): NamedId | undefined {
  if (project?.owner === undefined) return undefined;
  return { id: project.owner, name: project.enterprise.legalPerson ?? project.enterprise.name };
}

async function choicesOf(cases: CaseService, measures: MeasureService | undefined): Promise<readonly Choice[]> {
  const startable = (await cases.startable()).map(({ measureId, title, asksProject }) => ({ id: measureId, name: title, asksProject }));
  const known = new Set(startable.map(({ id }) => id));
  const all = (await measures?.measures()) ?? [];
  const others = all.filter(({ measureId, current }) => current !== undefined && !known.has(measureId));
  return [...startable, ...others.map(({ measureId, title }) => ({ id: measureId, name: title, asksProject: false }))];
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-paper-case': PaperCase;
  }
}

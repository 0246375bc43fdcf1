/** `<tb-incident-repair>`: the values that a step which stands still can read, each in a field of its kind; what is corrected goes with the next try. */
import { buttonStyles, fieldStyles, icon, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { FilingForm } from '@tongban/filing-form';
import type { CaseService, FormValues, FormView, HostService, IncidentView, Json, JsonObject } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { filePort } from '../file-port.ts';
import { formCalendar } from '../form-calendar.ts';
import { Loader } from '../loader.ts';
import { renderFailure, renderLoading } from '../render-state.ts';
import { nameIn } from './clock-changes.ts';
import { operatorMessages } from './operator-messages.ts';
import { operatorStyles } from './operators.styles.ts';
import { Sending } from './sending.ts';
import { textOf } from './text-of.ts';
import { kindOf, shownValue, typedValue, VARIABLE_KINDS, type VariableKind } from './variable-value.ts';

/** `tb-repair`: it was sent (`done`), or given up. */
export class RepairEvent extends Event {
  static readonly type = 'tb-repair';
  readonly done: boolean;

  constructor(done: boolean) {
    super(RepairEvent.type, { bubbles: true, composed: true });
    this.done = done;
  }
}

/** A variable as it is typed. */
interface Typed {
  readonly name: string;
  readonly kind: VariableKind;
  readonly text: string;
  /** It was not there before. */
  readonly added?: true;
}

const KIND_WORDS = { text: 'kindText', number: 'kindNumber', yesNo: 'kindYesNo', day: 'kindDay', structured: 'kindStructured' } as const;

/**
 * The repair of one incident. Used inside `<tb-incidents>`.
 *
 * @fires tb-repair - it was sent (`done`), or given up
 */
export class IncidentRepair extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    operatorStyles,
    css`
      .variables {
        display: grid;
        gap: 12px;
      }

      .added {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(160px, 100%), 1fr));
        gap: 8px 12px;
        align-items: end;
      }
    `,
  ];

  @property({ attribute: false }) service: HostService | undefined;
  @property({ attribute: false }) cases: CaseService | undefined;
  @property({ attribute: 'case-id' }) caseId: string = '';
  @property({ attribute: false }) incidentId: number = 0;
  @state() private typed: readonly Typed[] = [];
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private wrong: ReadonlySet<string> = new Set();

  private readonly t = operatorMessages.for(this);
  private readonly loader = new Loader<IncidentView>(this);
  private readonly sending = new Sending(this);

  /** Whether something was typed that has not been sent. */
  isDirty(): boolean {
    const view = this.loader.value;
    if (view === undefined) return false;
    return this.typed.some((one) => this.isChanged(one, view)) || this.forms().some((form) => form.handle.isDirty());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service') || changed.has('caseId') || changed.has('incidentId')) void this.reload();
  }

  /** Asks the service again. */
  async reload(): Promise<void> {
    const { service, caseId, incidentId } = this;
    if (service === undefined || caseId === '') return;
    await this.loader.load(() => service.incident(caseId, incidentId));
    const entries = Object.entries(this.loader.value?.variables ?? {});
    this.typed = entries.map(([name, value]) => ({ name, kind: kindOf(value), text: shownValue(value) }));
  }

  override render(): TemplateResult {
    if (this.loader.error !== undefined) return renderFailure(this, this.loader.error, () => void this.reload());
    const view = this.loader.value;
    if (view === undefined) return renderLoading(this);
    return html`<div class="column">
      <div class="callout warning" role="note">${icon('warning')}<div>${view.problem.sentences[this.locale]}</div></div>
      <p class="muted">${this.t('repairHint')}</p>
      <section aria-labelledby="variables">
        <h3 id="variables">${this.t('variables')}</h3>
        <div class="variables">
          ${this.typed.length === 0 ? html`<p class="muted">${this.t('variablesNone')}</p>` : nothing}
          ${this.typed.map((one, at) => (one.added === true ? this.renderAdded(one, at) : this.renderVariable(one, at)))}
          <div><button type="button" class="button quiet" @click=${this.add}>${icon('plus')}${this.t('variableAdd')}</button></div>
        </div>
      </section>
      ${view.forms.length === 0 ? nothing : html`<section aria-labelledby="forms"><h3 id="forms">${this.t('formsTitle')}</h3>${view.forms.map((form) => this.renderForm(form, view))}</section>`}
      ${this.sending.render()}
      <div class="button-row end">
        <button type="button" class="button" @click=${() => this.emit(new RepairEvent(false))}>${this.t('cancel')}</button>
        <button type="button" class="button primary" ?disabled=${this.sending.busy} @click=${() => void this.send(view)}>${this.t('repairSend')}</button>
      </div>
    </div>`;
  }

  private renderVariable(one: Typed, at: number): TemplateResult {
    return html`<div class="field">
      <label class="label" for="value-${at}">${one.name}</label>
      ${this.renderValue(one, at)}
    </div>`;
  }

  private renderAdded(one: Typed, at: number): TemplateResult {
    return html`<div class="added" role="group" aria-label=${this.t('variableNew')}>
      <div class="field">
        <label class="label" for="name-${at}">${this.t('variableName')}</label>
        <input id="name-${at}" class="input" maxlength="100" .value=${one.name} @input=${(event: Event) => this.change(at, { name: textOf(event) })} />
      </div>
      <div class="field">
        <label class="label" for="kind-${at}">${this.t('variableKind')}</label>
        <select id="kind-${at}" class="select" @change=${(event: Event) => this.change(at, { kind: textOf(event) as VariableKind, text: '' })}>
          ${VARIABLE_KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === one.kind}>${this.t(KIND_WORDS[kind])}</option>`)}
        </select>
      </div>
      <div class="field"><label class="label" for="value-${at}">${this.t('variableValue')}</label>${this.renderValue(one, at)}</div>
    </div>`;
  }

  private renderValue({ name, kind, text }: Typed, at: number): TemplateResult {
    const wrong = this.wrong.has(name);
    const change = (event: Event): void => this.change(at, { text: textOf(event) });
    const invalid = wrong ? 'true' : 'false';
    const described = wrong ? `wrong-${at}` : nothing;
    const control =
      kind === 'yesNo'
        ? html`<select id="value-${at}" class="select" aria-invalid=${invalid} aria-describedby=${described} @change=${change}>
            ${text === '' ? html`<option value="" selected></option>` : nothing}
            <option value="true" ?selected=${text === 'true'}>${this.t('yes')}</option>
            <option value="false" ?selected=${text === 'false'}>${this.t('no')}</option>
          </select>`
        : kind === 'structured'
          ? html`<textarea id="value-${at}" class="textarea mono" rows="4" spellcheck="false" aria-invalid=${invalid} aria-describedby=${described} .value=${text} @input=${change}></textarea>`
          : html`<input id="value-${at}" class="input ${kind === 'number' ? 'number' : ''}" inputmode=${kind === 'number' ? 'decimal' : 'text'} autocomplete="off" aria-invalid=${invalid} aria-describedby=${described} .value=${text} @input=${change} />`;
    return html`${control}${wrong ? html`<p class="field-error" id="wrong-${at}">${icon('error')}<span>${this.t('variableWrong', { kind: this.t(KIND_WORDS[kind]) })}</span></p>` : nothing}`;
  }

  private renderForm(view: FormView, { context, items, departments, calendar }: IncidentView): TemplateResult {
    const { id, title } = view.form.document;
    const open = this.opened.has(id);
    return html`<details ?open=${open} @toggle=${() => this.open(id)}>
      <summary>${nameIn(this, title)}</summary>
      ${
        open
          ? html`<tb-form
              data-form=${view.form.document.key}
              .form=${view.form}
              .values=${view.values}
              .access=${view.access}
              .context=${context}
              .items=${items}
              .departments=${departments}
              .files=${this.files}
              .calendar=${formCalendar(calendar)}
              offset-minutes=${calendar.offsetMinutes}
            ></tb-form>`
          : nothing
      }
    </details>`;
  }

  // once opened it stays, with what is typed in it
  private open(id: string): void {
    if (!this.opened.has(id)) this.opened = new Set([...this.opened, id]);
  }

  private readonly add = (): void => {
    this.typed = [...this.typed, { name: '', kind: 'text', text: '', added: true }];
  };

  private change(at: number, change: Partial<Typed>): void {
    this.typed = this.typed.map((one, index) => (index === at ? { ...one, ...change } : one));
    this.wrong = new Set();
  }

  private isChanged({ name, text, added }: Typed, { variables }: IncidentView): boolean {
    return added === true ? name.trim() !== '' : shownValue(variables[name] as Json) !== text;
  }

  private forms(): readonly FilingForm[] {
    return [...this.renderRoot.querySelectorAll<FilingForm>('tb-form')];
  }

  private async send(view: IncidentView): Promise<void> {
    const { service, caseId, incidentId } = this;
    const changed = this.typed.filter((one) => this.isChanged(one, view));
    const wrong = changed.filter(({ kind, text }) => typedValue(kind, text) === undefined);
    this.wrong = new Set(wrong.map(({ name }) => name));
    const forms = this.forms().filter((form) => form.handle.isDirty());
    if (service === undefined || wrong.length > 0) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    if (forms.map((form) => showWrong(form, changedFields(form, view)[1])).includes(true)) return;
    const variables: JsonObject = Object.fromEntries(changed.map(({ name, kind, text }) => [name.trim(), typedValue(kind, text) as Json]));
    const data = Object.fromEntries(forms.map((form) => changedFields(form, view)));
    const values = { ...(changed.length === 0 ? {} : { variables }), ...(forms.length === 0 ? {} : { data }) };
    const done = await this.sending.command((commandId) => service.retryIncident({ commandId, caseId, incidentId, ...values }));
    if (done !== undefined) this.emit(new RepairEvent(true));
  }

  private readonly files = filePort(() => this.cases);
}

// helpers

// What was corrected must be right; what is still missing on the form is not asked for here.
function showWrong(form: FilingForm, changed: FormValues): boolean {
  const wrong = form.handle.problems().filter(({ details }) => Object.hasOwn(changed, String(details['path']).split(/[.[]/)[0] ?? ''));
  form.showProblems(wrong);
  return wrong.length > 0;
}

function changedFields(element: FilingForm, { forms }: IncidentView): readonly [key: string, values: FormValues] {
  const key = element.dataset['form'] ?? '';
  const before = forms.find(({ form }) => form.document.key === key)?.values ?? {};
  const entries = Object.entries(element.handle.values());
  return [
    key,
    Object.fromEntries(entries.filter(([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify(before[name] ?? null))),
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-incident-repair': IncidentRepair;
  }
  interface GlobalEventHandlersEventMap {
    'tb-repair': RepairEvent;
  }
}
